package assess

import (
	"math"
	"math/big"
	"math/bits"
)

// ratio is an exact fraction in lowest terms; the zero value stands for nothing at
// all. Weights and levels have small denominators, so that nearly every number of a
// round fits two machine words; one that does not is kept as a big.Rat. Ratios that
// are == are equal, and equal ones that fit are ==.
type ratio struct {
	num, den int64    // den is 0 for nothing, and for what does not fit
	wide     *big.Rat // nil for what fits; nobody may change it
}

// ratioOf takes over r, which nobody may change any more; nil is nothing.
func ratioOf(r *big.Rat) ratio {
	switch {
	case r == nil:
		return ratio{}
	case !narrow(r.Num()):
		return ratio{wide: r}
	case r.IsInt():
		return ratio{num: r.Num().Int64(), den: 1}
	case !narrow(r.Denom()):
		return ratio{wide: r}
	}
	return ratio{num: r.Num().Int64(), den: r.Denom().Int64()}
}

func narrow(n *big.Int) bool { return n.IsInt64() && n.Int64() != math.MinInt64 }

// none reports whether r is nothing.
func (r ratio) none() bool { return r.den == 0 && r.wide == nil }

// rat is r as everybody else knows it; nil for nothing.
func (r ratio) rat() *big.Rat {
	if r.den == 0 {
		return r.wide
	}
	return big.NewRat(r.num, r.den)
}

// mul and quo are for numbers that are not negative; quo for one above zero.
func (r ratio) mul(by ratio) ratio {
	if r.den != 0 && by.den != 0 {
		// In lowest terms already, when each numerator is freed of the other's denominator.
		g, h := gcd(r.num, by.den), gcd(by.num, r.den)
		num, fits := times(r.num/g, by.num/h)
		den, fit := times(r.den/h, by.den/g)
		if fits && fit {
			return ratio{num: num, den: den}
		}
	}
	return ratioOf(new(big.Rat).Mul(r.rat(), by.rat()))
}

func (r ratio) quo(by ratio) ratio {
	if by.den != 0 {
		return r.mul(ratio{num: by.den, den: by.num})
	}
	return ratioOf(new(big.Rat).Quo(r.rat(), by.rat()))
}

// times is a product, and whether it fits a word.
func times(a, b int64) (int64, bool) {
	hi, lo := bits.Mul64(size(a), size(b))
	if hi != 0 || lo > math.MaxInt64 {
		return 0, false
	}
	if a < 0 != (b < 0) {
		return -int64(lo), true
	}
	return int64(lo), true
}

// plus is a sum, and whether it fits a word.
func plus(a, b int64) (int64, bool) {
	sum := a + b
	return sum, sum > a == (b > 0) && sum != math.MinInt64
}

func size(n int64) uint64 {
	if n < 0 {
		return uint64(-n)
	}
	return uint64(n)
}

// gcd is the greatest common divisor, by halving and subtracting; of zero and
// another number it is the other.
func gcd(a, b int64) int64 {
	x, y := size(a), size(b)
	if x == 0 || y == 0 {
		return int64(x | y)
	}
	shift := bits.TrailingZeros64(x | y)
	x >>= bits.TrailingZeros64(x)
	for y != 0 {
		y >>= bits.TrailingZeros64(y)
		x, y = min(x, y), max(x, y)-min(x, y)
	}
	return int64(x << shift)
}
