package assess

import "math/big"

// mean is a running weighted mean; what is nothing does not take part.
type mean struct {
	sum, weight sum
	count       int
}

func (m *mean) add(w, x ratio) {
	if x.none() {
		return
	}
	m.count++
	m.sum.add(w, x)
	m.weight.add(w, whole)
}

// value is nothing for a mean of nothing, or of nothing that weighs anything.
func (m *mean) value() ratio {
	if m.count == 0 {
		return ratio{}
	}
	sum, weight := m.sum.value(), m.weight.value()
	if weight == (ratio{den: 1}) {
		return ratio{}
	}
	return sum.quo(weight)
}

// sum adds up products over one common denominator, unreduced. The scores of a
// round share few denominators, so that most steps are a product and an addition
// of whole numbers.
type sum struct {
	num, den int64 // den 0: nothing yet
	wide     *wideSum
}

// wideSum is a sum that has outgrown its words; it never goes back.
type wideSum struct{ num, den big.Int }

func (s *sum) add(a, b ratio) {
	if s.wide == nil && s.fits(a, b) {
		return
	}
	if s.wide == nil {
		s.wide = &wideSum{}
		s.wide.num.SetInt64(s.num)
		s.wide.den.SetInt64(max(s.den, 1))
	}
	s.wide.add(a.rat(), b.rat())
}

// fits adds a times b if all of it fits; if not, s stays what it was.
func (s *sum) fits(a, b ratio) bool {
	num, ok := times(a.num, b.num)
	den, fit := times(a.den, b.den)
	if !ok || !fit || den == 0 {
		return false
	}
	was := *s
	if s.den == 0 {
		s.den = den
	}
	if s.den != den {
		common := gcd(s.den, den)
		lacks := den / common // what s lacks to the least common multiple
		num, ok = times(num, s.den/common)
		s.num, fit = times(s.num, lacks)
		if ok && fit {
			s.den, ok = times(s.den, lacks)
		}
	}
	if ok && fit {
		s.num, ok = plus(s.num, num)
	}
	if !ok || !fit {
		*s = was
	}
	return ok && fit
}

func (s *wideSum) add(a, b *big.Rat) {
	var num, den big.Int
	num.Mul(a.Num(), b.Num())
	den.Mul(a.Denom(), b.Denom())
	if s.den.Cmp(&den) != 0 {
		common := new(big.Int).GCD(nil, nil, &s.den, &den)
		lacks := new(big.Int).Quo(&den, common)
		num.Mul(&num, common.Quo(&s.den, common))
		s.num.Mul(&s.num, lacks)
		s.den.Mul(&s.den, lacks)
	}
	s.num.Add(&s.num, &num)
}

// value is the sum in lowest terms; nothing when nothing was added.
func (s *sum) value() ratio {
	switch {
	case s.wide != nil:
		return ratioOf(new(big.Rat).SetFrac(&s.wide.num, &s.wide.den))
	case s.den == 0:
		return ratio{}
	}
	g := gcd(s.num, s.den)
	return ratio{num: s.num / g, den: s.den / g}
}
