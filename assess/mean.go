package assess

import "math/big"

// mean is a running weighted mean; nil values do not take part.
type mean struct {
	sum, weight sum
	count       int
}

func (m *mean) add(w, x *big.Rat) {
	if x == nil {
		return
	}
	m.count++
	m.sum.add(w, x)
	m.weight.add(w, one)
}

// value is nil for a mean of nothing, or of nothing that weighs anything.
func (m *mean) value() *big.Rat {
	if m.count == 0 || m.weight.num.Sign() == 0 {
		return nil
	}
	num := new(big.Int).Mul(&m.sum.num, &m.weight.den)
	return new(big.Rat).SetFrac(num, new(big.Int).Mul(&m.sum.den, &m.weight.num))
}

// sum adds up products over one common denominator, unreduced. The scores of a
// round share few denominators, so that most steps are a product and an addition
// of whole numbers.
type sum struct{ num, den big.Int } // den 0: nothing yet

func (s *sum) add(a, b *big.Rat) {
	if s.den.Sign() == 0 {
		s.num.Mul(a.Num(), b.Num())
		s.den.Mul(a.Denom(), b.Denom())
		return
	}
	var num, den big.Int
	num.Mul(a.Num(), b.Num())
	den.Mul(a.Denom(), b.Denom())
	if s.den.Cmp(&den) != 0 {
		common := new(big.Int).GCD(nil, nil, &s.den, &den)
		lacks := new(big.Int).Quo(&den, common) // what s lacks to the least common multiple
		num.Mul(&num, common.Quo(&s.den, common))
		s.num.Mul(&s.num, lacks)
		s.den.Mul(&s.den, lacks)
	}
	s.num.Add(&s.num, &num)
}
