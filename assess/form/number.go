package form

import (
	"fmt"
	"math/big"
	"strings"

	"spotcheck/indicators"
)

// entry tells a person what to type for a scale without levels, and what it is
// worth: the number is entered, never its worth.
func entry(s *indicators.Scale) []string {
	if len(s.Steps) == 0 {
		return []string{"Isi " + s.Allowed()[0] + "."}
	}
	out := []string{"Isi " + s.Allowed()[0] + "; nilainya dihitung sendiri:"}
	for i, st := range s.Steps {
		out = append(out, condition(s, i)+" = "+indicators.Comma(st.Value))
	}
	return out
}

// condition is the label of step i, with the numbers that reach it where the
// label does not begin with them itself.
func condition(s *indicators.Scale, i int) string {
	st := s.Steps[i]
	if strings.HasPrefix(st.Label, indicators.Comma(st.From)+" ") {
		return st.Label
	}
	return reach(s, i) + " (" + st.Label + ")"
}

// reach says which numbers come to step i.
func reach(s *indicators.Scale, i int) string {
	from, last := s.Steps[i].From, i == len(s.Steps)-1
	if last && from.Cmp(s.Max) == 0 {
		return indicators.Comma(from)
	}
	if last {
		return indicators.Comma(from) + " ke atas"
	}
	next, least := s.Steps[i+1].From, smallest(s)
	if !new(big.Rat).Quo(from, least).IsInt() || !new(big.Rat).Quo(next, least).IsInt() {
		return fmt.Sprintf("%s sampai kurang dari %s", indicators.Comma(from), indicators.Comma(next))
	}
	to := new(big.Rat).Sub(next, least)
	if to.Cmp(from) == 0 {
		return indicators.Comma(from)
	}
	return fmt.Sprintf("%s sampai %s", indicators.Comma(from), indicators.Comma(to))
}

// smallest is the least difference between two answers.
func smallest(s *indicators.Scale) *big.Rat {
	out := big.NewRat(1, 1)
	for range s.Decimals {
		out.Quo(out, big.NewRat(10, 1))
	}
	return out
}
