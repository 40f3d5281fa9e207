package pdf

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// advance is the width of a rune in thousandths of the size.
func (s style) advance(r rune) int {
	if s.bold {
		return boldMetrics().advance(r)
	}
	return regularMetrics().advance(r)
}

// width is the length of a clean line.
func (s style) width(line string) float64 {
	sum := 0
	for _, r := range line {
		sum += s.advance(r)
	}
	return float64(sum) * s.size * pt / 1000
}

// wrap cuts a text into clean lines of at most this width, at spaces, after
// hyphens and slashes inside words, and anywhere in words longer than a line. A
// line holds at least one rune. There is always a line, be it empty.
func (s style) wrap(text string, width float64) []string {
	limit := int(width*1000/(s.size*pt) + 0.01) // a line fits its own width
	var lines []string
	for part := range strings.SplitSeq(strings.TrimRight(clean(text), "\n "), "\n") {
		lines = s.wrapLine(lines, part, limit)
	}
	return lines
}

// wrapLine appends the lines of a text without line feeds.
func (s style) wrapLine(lines []string, text string, limit int) []string {
	start, used := 0, 0          // of the line being filled
	resume, usedAtResume := 0, 0 // where the next line begins if we break at the last chance
	before := rune(0)
	for i, r := range text {
		w := s.advance(r)
		if used+w > limit && r != ' ' {
			if resume > start {
				lines = append(lines, strings.TrimRight(text[start:resume], " "))
				start, used = resume, used-usedAtResume
			}
			if used+w > limit && i > start { // a word longer than a line
				lines = append(lines, text[start:i])
				start, used = i, 0
			}
		}
		used += w
		end := i + utf8.RuneLen(r)
		switch {
		case r == ' ' && start == i: // a line does not begin with a space
			start, used = end, 0
		case r == ' ', mayBreakAfter(before, r, text[end:]):
			resume, usedAtResume = end, used
		}
		before = r
	}
	return append(lines, strings.TrimRight(text[start:], " "))
}

// mayBreakAfter allows a break after a hyphen, dash or slash between letters, but
// not in "1/2" or "-3".
func mayBreakAfter(before, r rune, rest string) bool {
	switch r {
	case '-', '/', '–', '—', '_':
		next, _ := utf8.DecodeRuneInString(rest)
		return unicode.IsLetter(before) && (unicode.IsLetter(next) || next == ' ')
	}
	return false
}

// wrapAtMost wraps and, when there are more lines than that, ends the last one
// with an ellipsis. It is for labels inside pictures only.
func (s style) wrapAtMost(text string, width float64, most int) []string {
	lines := s.wrap(text, width)
	if len(lines) <= most {
		return lines
	}
	lines = lines[:most]
	lines[most-1] = s.shorten(lines[most-1]+"…", width)
	return lines
}

// shorten drops runes from the end of a clean line until it fits, ending it with
// an ellipsis.
func (s style) shorten(line string, width float64) string {
	if s.width(line) <= width {
		return line
	}
	end := "…"
	room := width - s.width(end)
	if room < 0 {
		end, room = "", width
	}
	for i, r := range line {
		if room -= s.width(string(r)); room < 0 {
			return strings.TrimRight(line[:i], " …") + end
		}
	}
	return line
}

// natural is the width of the widest line of some texts without wrapping.
func (s style) natural(texts ...string) float64 {
	widest := 0.0
	for _, text := range texts {
		for line := range strings.SplitSeq(clean(text), "\n") {
			widest = max(widest, s.width(line))
		}
	}
	return widest
}

// longestWord is the width of the widest piece of a text that wrap would not cut.
func (s style) longestWord(text string) float64 {
	widest, word, before := 0, 0, rune(0)
	cleaned := clean(text)
	for i, r := range cleaned {
		if r == ' ' || r == '\n' {
			word = 0
		} else {
			word += s.advance(r)
		}
		widest = max(widest, word)
		if mayBreakAfter(before, r, cleaned[i+utf8.RuneLen(r):]) {
			word = 0
		}
		before = r
	}
	return float64(widest) * s.size * pt / 1000
}
