package indicators_test

import (
	"math/big"
	"math/rand/v2"
	"strings"
	"testing"

	"spotcheck/indicators"
)

func rat(t testing.TB, s string) *big.Rat {
	t.Helper()
	r, ok := new(big.Rat).SetString(s)
	if !ok {
		t.Fatalf("%q is not a number", s)
	}
	return r
}

func TestRoundFloorExactPlain(t *testing.T) {
	for _, tc := range []struct {
		value                      string
		decimals                   int
		fixed, floor, exact, plain string
	}{
		{"0", 2, "0.00", "0", "0", "0"},
		{"87.235", 2, "87.24", "87.23", "17447/200", "87.235"},
		{"87.2349999999", 2, "87.23", "87.23", "872349999999/10000000000", "87.2349999999"},
		{"87.995", 2, "88.00", "87.99", "17599/200", "87.995"},
		{"87.9949", 2, "87.99", "87.99", "879949/10000", "87.9949"},
		{"0.005", 2, "0.01", "0", "1/200", "0.005"},
		{"0.0049999", 2, "0.00", "0", "49999/10000000", "0.0049999"},
		{"-0.005", 2, "-0.01", "-1/100", "-1/200", "-0.005"},
		{"-0.0049", 2, "0.00", "-1/100", "-49/10000", "-0.0049"},
		{"-87.235", 2, "-87.24", "-8724/100", "-17447/200", "-87.235"},
		{"0.5", 0, "1", "0", "1/2", "0.5"},
		{"1.5", 0, "2", "1", "3/2", "1.5"},
		{"2.5", 0, "3", "2", "5/2", "2.5"}, // not to the even neighbour
		{"-2.5", 0, "-3", "-3", "-5/2", "-2.5"},
		{"99.999", 2, "100.00", "99.99", "99999/1000", "99.999"},
		{"1/3", 6, "0.333333", "333333/1000000", "1/3", "1/3"},
		{"2/3", 2, "0.67", "66/100", "2/3", "2/3"},
		{"61063/700", 2, "87.23", "8723/100", "61063/700", "61063/700"},
		{"100", 2, "100.00", "100", "100", "100"},
		{"12.50", 1, "12.5", "125/10", "25/2", "12.5"},
		{"1/3000000000000", 2, "0.00", "0", "1/3000000000000", "1/3000000000000"},
	} {
		v := rat(t, tc.value)
		if got := indicators.Fixed(v, tc.decimals); got != tc.fixed {
			t.Errorf("Fixed(%s, %d) = %s, want %s", tc.value, tc.decimals, got, tc.fixed)
		}
		if got := indicators.Floor(v, tc.decimals); got.Cmp(rat(t, tc.floor)) != 0 {
			t.Errorf("Floor(%s, %d) = %s, want %s", tc.value, tc.decimals, got, tc.floor)
		}
		exact := tc.exact
		if got := indicators.Exact(v); got != exact {
			t.Errorf("Exact(%s) = %s, want %s", tc.value, got, exact)
		}
		if got := indicators.Plain(v); got != tc.plain {
			t.Errorf("Plain(%s) = %s, want %s", tc.value, got, tc.plain)
		}
		if got, want := indicators.Comma(v), strings.Replace(tc.plain, ".", ",", 1); got != want {
			t.Errorf("Comma(%s) = %s, want %s", tc.value, got, want)
		}
		if v.Cmp(rat(t, tc.value)) != 0 {
			t.Errorf("%s was changed to %s", tc.value, v)
		}
	}
}

// TestRoundAgainstDigits rounds decimals by their digits, as a person does on
// paper, and compares.
func TestRoundAgainstDigits(t *testing.T) {
	rng := rand.New(rand.NewPCG(3, 4))
	for range 20_000 {
		text := paperNumber(rng)
		decimals := rng.IntN(5)
		v := rat(t, text)
		if got, want := indicators.Fixed(v, decimals), paperRound(text, decimals); got != want {
			t.Fatalf("Fixed(%s, %d) = %s, by its digits %s", text, decimals, got, want)
		}
		below, step := indicators.Floor(v, decimals), rat(t, "1e-"+string(rune('0'+decimals)))
		if below.Cmp(v) > 0 || new(big.Rat).Add(below, step).Cmp(v) <= 0 {
			t.Fatalf("Floor(%s, %d) = %s", text, decimals, below)
		}
		if back := rat(t, indicators.Plain(v)); back.Cmp(v) != 0 {
			t.Fatalf("Plain(%s) = %s", text, back)
		}
	}
}

// paperNumber likes fives and nines, where rounding goes wrong.
func paperNumber(rng *rand.Rand) string {
	const digits = "0123456789559995"
	var b strings.Builder
	if rng.IntN(3) == 0 {
		b.WriteByte('-')
	}
	for range 1 + rng.IntN(3) {
		b.WriteByte(digits[rng.IntN(len(digits))])
	}
	b.WriteByte('.')
	for range 1 + rng.IntN(6) {
		b.WriteByte(digits[rng.IntN(len(digits))])
	}
	return b.String()
}

// paperRound looks at the first digit that falls away and carries by hand.
func paperRound(text string, decimals int) string {
	digits, negative := strings.CutPrefix(text, "-")
	whole, part, _ := strings.Cut(digits, ".")
	part += strings.Repeat("0", decimals+1)
	kept := []byte("0" + whole + part[:decimals])
	for i, carry := len(kept)-1, part[decimals] >= '5'; carry && i >= 0; i-- {
		if carry = kept[i] == '9'; carry {
			kept[i] = '0'
		} else {
			kept[i]++
		}
	}
	out := strings.TrimLeft(string(kept[:len(kept)-decimals]), "0")
	if out == "" {
		out = "0"
	}
	if decimals > 0 {
		out += "." + string(kept[len(kept)-decimals:])
	}
	if negative && strings.Trim(out, "0.") != "" {
		out = "-" + out
	}
	return out
}
