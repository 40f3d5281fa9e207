package assess

import (
	"math"
	"math/big"
	"testing"
)

// FuzzRatio holds the fractions of machine words equal to big.Rat, also where they
// outgrow their words: a mean of three and the operations it is made of.
func FuzzRatio(f *testing.F) {
	for _, seed := range [][]int64{
		{1, 2, 1, 3, 1, 6},
		{0, 7, 1, 1, 0, 1},
		{math.MaxInt64, 1, math.MaxInt64, 1, math.MaxInt64, 1},
		{math.MaxInt64, 3, 1, math.MaxInt64, math.MaxInt64, 2},
		{1, math.MaxInt64, 1, math.MaxInt64 - 1, 1, math.MaxInt64 - 2},
		{math.MinInt64, 1, math.MinInt64, 3, 5, math.MinInt64},
		{1 << 31, 1, 1 << 31, 1, 1 << 32, 1},
		{1 << 62, 3, 1 << 62, 3, -1 << 62, 5},
		{3037000500, 7, 3037000499, 11, 3037000501, 13},
	} {
		f.Add(seed[0], seed[1], seed[2], seed[3], seed[4], seed[5])
	}
	f.Fuzz(func(t *testing.T, a, b, c, d, e, g int64) {
		if b == 0 || d == 0 || g == 0 {
			t.Skip("no fraction")
		}
		x, y, z := big.NewRat(a, b), big.NewRat(c, d), big.NewRat(e, g)
		same(t, "itself", ratioOf(x), x)
		same(t, "product", ratioOf(x).mul(ratioOf(y)), new(big.Rat).Mul(x, y))
		weight := new(big.Rat).Abs(z)
		if z.Sign() != 0 {
			same(t, "quotient", ratioOf(x).quo(ratioOf(weight)), new(big.Rat).Quo(x, weight))
		}
		var m mean
		top, all := new(big.Rat), new(big.Rat)
		for _, v := range []*big.Rat{x, y, z, x} {
			m.add(ratioOf(weight), ratioOf(v))
			top.Add(top, new(big.Rat).Mul(weight, v))
			all.Add(all, weight)
			same(t, "sum", m.sum.value(), top)
		}
		if all.Sign() == 0 {
			if !m.value().none() {
				t.Fatalf("mean of nothing that weighs anything is %v", m.value())
			}
			return
		}
		same(t, "mean", m.value(), top.Quo(top, all))
	})
}

// same also wants the one form that a number has: in words whenever these hold it.
func same(t *testing.T, what string, got ratio, want *big.Rat) {
	t.Helper()
	fits := narrow(want.Num()) && narrow(want.Denom())
	if got.none() || got.rat().Cmp(want) != 0 || (got.den != 0) != fits {
		t.Fatalf("%s: got %+v, want %v, in words: %v", what, got, want, fits)
	}
}

func TestNothing(t *testing.T) {
	var m mean
	m.add(whole, ratio{})
	if got := m.value(); !got.none() || got.rat() != nil || m.count != 0 {
		t.Errorf("mean of nothing is %+v of %d", got, m.count)
	}
	if !ratioOf(nil).none() {
		t.Error("nil is something")
	}
}
