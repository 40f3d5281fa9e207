package sample

import (
	"crypto/sha256"
	"math/big"
	"slices"
	"strings"
	"testing"
)

// pcg is the generator of the documentation, written down once more: 128 bits of state,
// multiplied and added to, mixed by "DXSM".
func pcg(seed string) func() uint64 {
	number := func(text string) *big.Int {
		n, _ := new(big.Int).SetString(text, 10)
		return n
	}
	one := big.NewInt(1)
	whole := new(big.Int).Lsh(one, 128)
	word := new(big.Int).Lsh(one, 64)
	mul := new(big.Int).Add(new(big.Int).Lsh(number("2549297995355413924"), 64), number("4865540595714422341"))
	inc := new(big.Int).Add(new(big.Int).Lsh(number("6364136223846793005"), 64), number("1442695040888963407"))
	cheap := number("15750249268501108917") // 0xda942042e4dd58b5
	sum := sha256.Sum256([]byte(seed))
	state := new(big.Int).SetBytes(sum[:16])
	return func() uint64 {
		state.Mul(state, mul).Add(state, inc).Mod(state, whole)
		hi, lo := new(big.Int).Rsh(state, 64), new(big.Int).Mod(state, word)
		hi.Xor(hi, new(big.Int).Rsh(hi, 32))
		hi.Mul(hi, cheap).Mod(hi, word)
		hi.Xor(hi, new(big.Int).Rsh(hi, 48))
		hi.Mul(hi, lo.SetBit(lo, 0, 1)).Mod(hi, word)
		return hi.Uint64()
	}
}

func TestGeneratorIsTheDocumentedOne(t *testing.T) {
	for _, seed := range []string{"", "700/12/ITDA/2026", "Bangka Barat 2026"} {
		ours, reference := generator(seed), pcg(seed)
		for range 100 {
			if a, b := ours.Uint64(), reference(); a != b {
				t.Fatalf("%q: %d, want %d", seed, a, b)
			}
		}
	}
}

// Draws that would favour small numbers are thrown away: for three numbers the highest
// draw of 64 bits, for numbers that halve them none.
func TestBelow(t *testing.T) {
	const top = 1<<64 - 1
	from := func(draws ...uint64) func() uint64 {
		return func() uint64 {
			d := draws[0]
			draws = draws[1:]
			return d
		}
	}
	for _, c := range []struct {
		draws []uint64
		n     int
		want  int
	}{
		{[]uint64{top, 7}, 3, 1}, {[]uint64{top - 1}, 3, 2}, {[]uint64{top}, 4, 3}, {[]uint64{top}, 1, 0},
		{[]uint64{top, top - 5, top - 6}, 10, 9}, {[]uint64{0}, 10, 0},
	} {
		if got := below(from(c.draws...), c.n); got != c.want {
			t.Errorf("below(%d) of %v = %d, want %d", c.n, c.draws, got, c.want)
		}
	}
}

// Over all that pick can say, every set of units is chosen equally often.
func TestEverySetIsEquallyLikely(t *testing.T) {
	units := []string{"a", "b", "c", "d", "e"}
	for take := 0; take <= len(units); take++ {
		times := map[string]int{}
		ways := 1
		for i := range take {
			ways *= len(units) - i
		}
		for way := range ways {
			rest := way
			chosen := choose(units, take, func(n int) int {
				k := rest % n
				rest /= n
				return k
			})
			if !slices.IsSorted(chosen) || len(chosen) != take {
				t.Fatal(chosen)
			}
			times[strings.Join(chosen, "")]++
		}
		sets := int(new(big.Int).Binomial(5, int64(take)).Int64())
		if len(times) != sets {
			t.Fatalf("%d of 5: %d sets, want %d", take, len(times), sets)
		}
		for set, n := range times {
			if n*sets != ways {
				t.Errorf("%s is chosen %d of %d times", set, n, ways)
			}
		}
	}
	if !slices.Equal(units, []string{"a", "b", "c", "d", "e"}) {
		t.Error("choosing changed the list")
	}
}

// What a seed chooses does not change from release to release.
func TestDrawStays(t *testing.T) {
	list := []Stratum{
		{Units: []string{"a", "b", "c", "d", "e", "f", "g", "h"}, Take: 3}, {Units: []string{"i", "j"}, Take: 0}, {Units: []string{"k", "l", "m"}, Take: 2},
	}
	draw("700/12/ITDA/2026", list)
	got := strings.Join(list[0].Chosen, "") + "," + strings.Join(list[1].Chosen, "") + "," + strings.Join(list[2].Chosen, "")
	if want := "bce,,kl"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}
