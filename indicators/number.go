package indicators

import (
	"math/big"
	"strings"
)

// Round is r rounded half up (away from zero below it) to decimals places. It is
// the only rounding of scores in the project.
func Round(r *big.Rat, decimals int) *big.Rat {
	scale := pow10(decimals)
	num := new(big.Int).Mul(r.Num(), scale)
	num.Mul(num, big.NewInt(2))
	den := r.Denom()
	if num.Sign() >= 0 {
		num.Add(num, den)
	} else {
		num.Sub(num, den)
	}
	num.Quo(num, new(big.Int).Mul(den, big.NewInt(2)))
	return new(big.Rat).SetFrac(num, scale)
}

// Floor is r cut to decimals places towards negative infinity: a share that is
// not whole must never print as whole.
func Floor(r *big.Rat, decimals int) *big.Rat {
	scale := pow10(decimals)
	num := new(big.Int).Mul(r.Num(), scale)
	return new(big.Rat).SetFrac(num.Div(num, r.Denom()), scale)
}

// Fixed prints Round(r) with exactly that many decimals and a point.
func Fixed(r *big.Rat, decimals int) string { return Round(r, decimals).FloatString(decimals) }

// Plain prints a decimal without trailing zeros, with a point: "12.5", "3"; what no
// decimal of twelve places holds prints as a fraction: "1/9".
func Plain(r *big.Rat) string {
	if Round(r, 12).Cmp(r) != 0 {
		return Exact(r)
	}
	s := Fixed(r, 12)
	return strings.TrimSuffix(strings.TrimRight(s, "0"), ".")
}

// Comma prints Plain the Indonesian way: "12,5".
func Comma(r *big.Rat) string { return strings.Replace(Plain(r), ".", ",", 1) }

// Exact prints the fraction in lowest terms, or an integer: "61063/700", "3".
func Exact(r *big.Rat) string {
	if r.IsInt() {
		return r.Num().String()
	}
	return r.String()
}

func pow10(n int) *big.Int {
	return new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(n)), nil)
}
