package indicators

import (
	"fmt"
	"math/big"
	"regexp"
	"slices"
	"strings"
	"unicode"
)

// Scale says what an answer may be: one of Levels, or with no levels a decimal
// from Min to Max with at most Decimals places. With Steps the decimal is a count
// or a share, and what counts is the value of the step that it reaches.
type Scale struct {
	Provenance
	Key, Title string
	Levels     []Level
	Min, Max   *big.Rat
	Decimals   int
	Steps      []Step // rising in From and in value; the first From is Min
}

// Step is what a count is worth from From upwards.
type Step struct {
	From *big.Rat
	Level
}

// NAText and NALabel are how "tidak berlaku" is written in forms and CSV files.
// No level is called so: Parse does not know them.
const (
	NAText   = "TB"
	NALabel  = "Tidak berlaku"
	NAOption = NAText + " = " + NALabel // as it stands in drop-downs
)

// IsNA reports whether an answer says "tidak berlaku", in any case and spacing.
func IsNA(text string) bool {
	text = Squash(text)
	return slices.ContainsFunc([]string{NAText, NALabel, NAOption}, func(na string) bool { return strings.EqualFold(text, na) })
}

// Level is one step of a scale.
type Level struct {
	Value *big.Rat
	Label string
}

// Option is how a level stands in a drop-down: "2 = Lengkap", "0,5 = Sebagian".
func (l Level) Option() string { return Comma(l.Value) + " = " + l.Label }

// Options are the drop-down texts of all levels in rising order.
func (s *Scale) Options() []string {
	out := make([]string, len(s.Levels))
	for i, l := range s.Levels {
		out[i] = l.Option()
	}
	return out
}

// Allowed describes the acceptable answers for a person.
func (s *Scale) Allowed() []string {
	if len(s.Levels) > 0 {
		return s.Options()
	}
	if s.Decimals == 0 {
		return []string{fmt.Sprintf("angka bulat %s sampai %s", Comma(s.Min), Comma(s.Max))}
	}
	return []string{fmt.Sprintf("angka %s sampai %s, paling banyak %d desimal", Comma(s.Min), Comma(s.Max), s.Decimals)}
}

// Parse reads an answer as people and programs write it: the drop-down text, the
// bare value with decimal comma or point ("2", "2,0"), or the label in any case
// and spacing. Anything else is not an answer.
func (s *Scale) Parse(text string) (*big.Rat, bool) {
	text = Squash(text)
	if v, ok := parseValue(text); ok {
		return s.accept(v)
	}
	for _, l := range s.Levels {
		if strings.EqualFold(text, Squash(l.Label)) {
			return l.Value, true
		}
	}
	return s.option(text)
}

// option reads the text of a drop-down, whose number and label must agree.
func (s *Scale) option(text string) (*big.Rat, bool) {
	number, label, _ := strings.Cut(text, "=")
	v, ok := parseValue(strings.TrimSpace(number))
	if !ok {
		return nil, false
	}
	i := s.Position(v)
	if i < 0 || !strings.EqualFold(strings.TrimSpace(label), Squash(s.Levels[i].Label)) {
		return nil, false
	}
	return s.Levels[i].Value, true
}

// Position is the index of value among the levels, -1 for a free number.
func (s *Scale) Position(value *big.Rat) int {
	for i, l := range s.Levels {
		if l.Value.Cmp(value) == 0 {
			return i
		}
	}
	return -1
}

// Fraction is an answer's share of the way from the worst to the best, 0 to 1.
func (s *Scale) Fraction(value *big.Rat) *big.Rat {
	lowest, highest := s.Ends()
	if st := s.StepOf(value); st != nil {
		value = st.Value
	}
	span := new(big.Rat).Sub(highest, lowest)
	part := new(big.Rat).Sub(value, lowest)
	return part.Quo(part, span)
}

// Ends are the values that count as worst and best.
func (s *Scale) Ends() (lowest, highest *big.Rat) {
	if n := len(s.Steps); n > 0 {
		return s.Steps[0].Value, s.Steps[n-1].Value
	}
	return s.Min, s.Max
}

// StepOf is the step that an answer reaches; nil for a scale without steps.
func (s *Scale) StepOf(value *big.Rat) *Step {
	for i := len(s.Steps) - 1; i >= 0; i-- {
		if i == 0 || value.Cmp(s.Steps[i].From) >= 0 {
			return &s.Steps[i]
		}
	}
	return nil
}

func (s *Scale) accept(v *big.Rat) (*big.Rat, bool) {
	if len(s.Levels) > 0 {
		i := s.Position(v)
		if i < 0 {
			return nil, false
		}
		return s.Levels[i].Value, true
	}
	scaled := new(big.Rat).Mul(v, new(big.Rat).SetInt(pow10(s.Decimals)))
	if v.Cmp(s.Min) < 0 || v.Cmp(s.Max) > 0 || !scaled.IsInt() {
		return nil, false
	}
	return v, true
}

var plainNumber = regexp.MustCompile(`^-?[0-9]{1,12}([.,][0-9]{1,12})?$`)

func parseValue(s string) (*big.Rat, bool) {
	if !plainNumber.MatchString(s) {
		return nil, false
	}
	return new(big.Rat).SetString(strings.ReplaceAll(s, ",", "."))
}

// Squash folds every run of white space, also the non-breaking and invisible
// ones that offices paste, to one space, and trims.
func Squash(s string) string {
	if squashed(s) {
		return s
	}
	return strings.Join(strings.FieldsFunc(s, blank), " ")
}

func blank(r rune) bool {
	return unicode.IsSpace(r) || r == '\u200b' || r == '\u2060' || r == '\ufeff'
}

// squashed reports that s has no white space but single spaces within, as nearly all
// texts of forms.
func squashed(s string) bool {
	after := true // a blank here would be too much
	for _, r := range s {
		is := blank(r)
		if is && (after || r != ' ') {
			return false
		}
		after = is
	}
	return s == "" || !after
}

// fillers are what offices write where they have nothing to say, besides marks
// such as dashes and dots.
var fillers = []string{"0", "n/a"}

// IsFiller reports whether a text only fills a place: no letter and no digit of
// any script, or one of the usual fillers. It is no name, no note and no reason.
func IsFiller(text string) bool {
	word := func(r rune) bool { return unicode.IsLetter(r) || unicode.IsNumber(r) }
	return !strings.ContainsFunc(text, word) || slices.Contains(fillers, strings.ToLower(Squash(text)))
}
