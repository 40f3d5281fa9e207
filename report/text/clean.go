package text

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// escapes are the terminal control sequences: CSI with its parameters, OSC and its
// kin that have an end, and the short ones.
var escapes = regexp.MustCompile("(?:\x1b\\[|\u009b)[0-?]*[ -/]*[@-~]" +
	"|(?:\x1b[\\]PX^_]|[\u0090\u0098\u009d-\u009f])[^\x07\x1b\u009c]*(?:\x07|\x1b\\\\|\u009c)" +
	"|\x1b[ -/]*[0-~]")

// clean takes out of a text all that could move a cursor or reverse the writing:
// control sequences, control and format characters. Line feeds stay.
func clean(s string) string {
	if plain(s) {
		return strings.Trim(s, " \n")
	}
	s = escapes.ReplaceAllString(strings.ToValidUTF8(s, "\ufffd"), "")
	s = strings.ReplaceAll(s, "\r\n", "\n")
	s = strings.Map(func(r rune) rune {
		switch {
		case r == '\n', r == '\r', r == '\v', r == '\f', r == '\u0085', r == '\u2028', r == '\u2029':
			return '\n'
		case r == '\t', unicode.Is(unicode.Zs, r) && r != '\u00a0':
			return ' '
		case unicode.IsControl(r), unicode.Is(unicode.Cf, r):
			return -1
		}
		return r
	}, s)
	return strings.Trim(s, " \n")
}

// plain is the fast way out: printable ASCII and line feeds.
func plain(s string) bool {
	for i := range len(s) {
		if (s[i] < ' ' && s[i] != '\n') || s[i] >= 0x7F {
			return false
		}
	}
	return true
}

// flat is a clean text of one line.
func flat(s string) string { return strings.Join(strings.Fields(clean(s)), " ") }

func runes(s string) int { return utf8.RuneCountInString(s) }

func spaces(n int) string { return strings.Repeat(" ", max(n, 0)) }

// wrap cuts a clean text into lines of at most width runes, at spaces where it
// can; width 0 is unlimited. There is always a line, be it empty.
func wrap(text string, width int) []string {
	var lines []string
	for part := range strings.SplitSeq(text, "\n") {
		lines = wrapLine(lines, part, width)
	}
	return lines
}

func wrapLine(lines []string, text string, width int) []string {
	if width <= 0 {
		return append(lines, strings.Trim(text, " "))
	}
	line, used := "", 0
	for word := range strings.SplitSeq(text, " ") {
		if word == "" {
			continue
		}
		n := runes(word)
		if used > 0 && used+1+n <= width {
			line, used = line+" "+word, used+1+n
			continue
		}
		if used > 0 {
			lines = append(lines, line)
		}
		for n > width { // a word longer than a line
			cut := runeOffset(word, width)
			lines = append(lines, word[:cut])
			word, n = word[cut:], n-width
		}
		line, used = word, n
	}
	return append(lines, line)
}

// runeOffset is where the n-th rune of a string begins.
func runeOffset(s string, n int) int {
	for at := range s {
		if n == 0 {
			return at
		}
		n--
	}
	return len(s)
}
