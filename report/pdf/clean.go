package pdf

import (
	"strings"
	"unicode"
)

// replacement stands for what the fonts cannot draw.
const replacement = '□'

// nbsp keeps two words on one line.
const nbsp = '\u00a0'

// stand-ins for runes that the fonts lack and people do use. Ticks become the
// root sign, which Indonesian forms use for a tick anyway: a box would read as
// the opposite.
var standIns = map[rune]rune{
	'✓': '√', '✔': '√', '☑': '√', '✅': '√',
	'✗': '×', '✘': '×', '☒': '×', '✕': '×', '❌': '×',
	'☐': '□', '⁃': '-', '‣': '•', '❖': '•', '➢': '›', '➤': '›',
	'\u2011': '-', '⇒': '→', '➔': '→', '➡': '→',
	'\u202f': nbsp, '\u2007': nbsp,
	'\u2000': ' ', '\u2001': ' ', '\u2002': ' ', '\u2003': ' ', '\u2004': ' ', '\u2005': ' ',
	'\u2006': ' ', '\u2008': ' ', '\u2009': ' ', '\u200a': ' ', '\u205f': ' ', '\u3000': ' ',
	'\t': ' ', '\r': '\n', '\v': '\n', '\f': '\n', '\u0085': '\n', '\u2028': '\n', '\u2029': '\n',
}

// clean makes a text drawable: both fonts have every rune of the result, except
// for line feeds, which stay. What cannot be drawn becomes the replacement;
// invisible format characters are dropped.
func clean(s string) string {
	if drawableASCII(s) {
		return s
	}
	s = strings.ReplaceAll(s, "\r\n", "\n")
	regular, bold := regularMetrics(), boldMetrics()
	return strings.Map(func(r rune) rune {
		if r == '\n' {
			return r
		}
		if other, ok := standIns[r]; ok {
			r = other
		}
		switch {
		case r == '\n', r == ' ':
			return r
		case invisible(r):
			return -1
		case unicode.IsControl(r), !regular.has(r), !bold.has(r):
			return replacement
		}
		return r
	}, s)
}

// cleanLine is clean for texts of one line.
func cleanLine(s string) string {
	return strings.Join(strings.Fields(strings.ReplaceAll(clean(s), "\n", " ")), " ")
}

// invisible reports format characters and variation selectors: they only steer
// how other runes look, and reversing the text direction must not reach a report.
func invisible(r rune) bool {
	return unicode.Is(unicode.Cf, r) || r >= 0xFE00 && r <= 0xFE0F || r >= 0xE0000 && r <= 0xE0FFF
}

// drawableASCII is the fast way out: nearly all texts are plain.
func drawableASCII(s string) bool {
	for i := range len(s) {
		if (s[i] < ' ' && s[i] != '\n') || s[i] >= 0x7F {
			return false
		}
	}
	return true
}
