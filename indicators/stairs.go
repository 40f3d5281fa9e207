package indicators

import "math/big"

// Stairs are the values at which an answer begins to be worth more, rising: the levels,
// or where the steps begin. A plain number has none.
func (s *Scale) Stairs() []*big.Rat {
	var out []*big.Rat
	for _, l := range s.Levels {
		out = append(out, l.Value)
	}
	for _, st := range s.Steps {
		out = append(out, st.From)
	}
	return out
}

// StairOf is the index of the stair that a value stands on; -1 for a plain number.
func (s *Scale) StairOf(value *big.Rat) int {
	out := -1
	for i, v := range s.Stairs() {
		if i == 0 || value.Cmp(v) >= 0 {
			out = i
		}
	}
	return out
}

// Least is where the numbers begin that round to at least r at decimals places: that
// number and all above it do. At or below zero, where half rounds away from zero, only
// those above it do.
func Least(r *big.Rat, decimals int) *big.Rat {
	unit := new(big.Rat).SetFrac(big.NewInt(1), pow10(decimals))
	shown := Floor(r, decimals)
	if shown.Cmp(r) < 0 {
		shown.Add(shown, unit)
	}
	return shown.Sub(shown, unit.Mul(unit, big.NewRat(1, 2)))
}
