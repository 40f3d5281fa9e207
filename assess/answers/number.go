package answers

import (
	"regexp"
	"strings"

	"spotcheck/indicators"
)

var (
	// parted: digits with two separators or more, or with a space between them.
	parted = regexp.MustCompile(`^-?[0-9]+([.,][0-9]+[.,]|['’ ])[0-9][0-9.,'’ ]*$`)
	// grouped: what may be thousands in one notation and a decimal in the other.
	grouped = regexp.MustCompile(`^-?[1-9][0-9]{0,2}[.,][0-9]{3}$`)
)

// ambiguous reports whether a number has a thousands separator, or has one mark
// that may be that: "1.234" is 1234 to one reader and 1 and a bit to another. It
// is taken for a decimal only where the scale has no room for the thousands.
func ambiguous(text string, s *indicators.Scale) bool {
	if parted.MatchString(text) {
		return true
	}
	if !grouped.MatchString(text) {
		return false
	}
	_, ok := s.Parse(strings.NewReplacer(".", "", ",", "").Replace(text))
	return ok
}
