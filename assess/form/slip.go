package form

import (
	"fmt"
	"regexp"
	"strings"
	"unicode"

	"spotcheck/indicators"
	"spotcheck/indicators/problem"
)

// notInScale is a text that is no answer. What nobody can see in it is named.
func notInScale(text string, s *indicators.Scale) reading {
	out := reading{fault: problem.ValueNotInScale, message: "jawaban tidak ada dalam skala", remedy: numberRemedy(s)}
	if odd := oddities(text); odd != "" {
		out.message += "; di dalamnya ada " + odd
		out.remedy = "Hapus isi sel itu seluruhnya, lalu pilih atau ketik ulang jawabannya"
	}
	return out
}

// oddities names the first character of a text that cannot be seen, or that looks
// like a Latin letter or a digit and is none; empty: there is none.
func oddities(text string) string {
	for _, r := range indicators.Squash(text) {
		switch {
		case unicode.Is(unicode.Cf, r), unicode.IsControl(r), unicode.Is(unicode.Variation_Selector, r):
			return fmt.Sprintf("karakter yang tidak terlihat (U+%04X)", r)
		case unicode.IsLetter(r) && !unicode.Is(unicode.Latin, r), unicode.IsDigit(r) && r > unicode.MaxASCII, r >= fullWidthFirst && r <= fullWidthLast:
			return fmt.Sprintf("huruf atau angka dari aksara lain, %q (U+%04X)", string(r), r)
		}
	}
	return ""
}

// The full-width forms of ASCII, which East Asian keyboards type.
const fullWidthFirst, fullWidthLast = '\uff01', '\uff5e'

// grouped is what may be thousands in one notation and a decimal in the other.
var grouped = regexp.MustCompile(`^-?[1-9][0-9]{0,2}[.,][0-9]{3}$`)

// ambiguous reports whether a number typed as text may be meant as thousands:
// "1.000" is a thousand to one reader and one to another. It is taken for a decimal
// only where the scale has no room for the thousands.
func ambiguous(text string, s *indicators.Scale) bool {
	text = indicators.Squash(text)
	if len(s.Levels) > 0 || !grouped.MatchString(text) {
		return false
	}
	_, room := s.Parse(strings.NewReplacer(".", "", ",", "").Replace(text))
	return room
}
