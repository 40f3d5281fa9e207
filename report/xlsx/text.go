package xlsx

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// longestText is how many UTF-16 units one cell of Excel holds.
const longestText = 32767

// clean makes text safe for a cell: tabs become spaces, line ends become \n,
// other control characters, marks that turn the reading direction and bytes that
// are not UTF-8 are dropped. Nothing else changes, and nothing is cut.
func clean(text string) string {
	if !strings.ContainsFunc(text, unwanted) && utf8.ValidString(text) {
		return text
	}
	text = strings.ReplaceAll(strings.ToValidUTF8(text, ""), "\r\n", "\n")
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n' || r == '\r':
			return '\n'
		case r == '\t':
			return ' '
		case unwanted(r):
			return -1
		}
		return r
	}, text)
}

func unwanted(r rune) bool {
	switch {
	case r == '\n':
		return false
	case r < ' ', r == 0xFFFE, r == 0xFFFF:
		return true
	case r < 0x7F:
		return false
	}
	return unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r)
}

// plain is clean on one line, for names of sheets, heads and feet of pages.
func plain(text string) string { return strings.Join(strings.Fields(clean(text)), " ") }

// utf16Len counts text as Excel does.
func utf16Len(text string) int {
	n := 0
	for _, r := range text {
		n++
		if r > 0xFFFF {
			n++
		}
	}
	return n
}

// shorten cuts text to at most n UTF-16 units, with an ellipsis where it was cut.
func shorten(text string, n int) string {
	if utf16Len(text) <= n {
		return text
	}
	used := 0
	for i, r := range text {
		used++
		if r > 0xFFFF {
			used++
		}
		if used > n-1 {
			return strings.TrimRight(text[:i], " ") + "…"
		}
	}
	return text
}

// startsLikeFormula tells texts that Excel would take for a formula if a reader
// typed them again.
func startsLikeFormula(text string) bool {
	return text != "" && strings.ContainsRune("=+-@", rune(text[0]))
}
