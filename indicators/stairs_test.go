package indicators

import (
	"math/big"
	"testing"
	"testing/quick"
)

// Least is the border of what Round says.
func TestLeast(t *testing.T) {
	holds := func(num int32, den uint16, off int16, decimals uint8) bool {
		d := int(decimals % 4)
		r := big.NewRat(int64(num), int64(den)+1)
		least := Least(r, d)
		near := new(big.Rat).Add(least, big.NewRat(int64(off), 1_000_000_000))
		reaches := Round(near, d).Cmp(r) >= 0
		if off == 0 {
			ends := new(big.Rat).Add(least, new(big.Rat).SetFrac(big.NewInt(1), new(big.Int).Mul(big.NewInt(2), pow10(d))))
			return reaches == (ends.Sign() > 0)
		}
		return reaches == (off > 0)
	}
	for _, off := range []int16{-1, 0, 1} {
		if err := quick.Check(func(num int32, den uint16, d uint8) bool { return holds(num, den, off, d) }, nil); err != nil {
			t.Error(off, err)
		}
	}
	if err := quick.Check(holds, nil); err != nil {
		t.Error(err)
	}
	for text, want := range map[string]string{"78": "15599/200", "78.005": "15601/200", "0": "-1/200"} {
		r, _ := new(big.Rat).SetString(text)
		if got := Least(r, 2).RatString(); got != want {
			t.Errorf("%s: %s, want %s", text, got, want)
		}
	}
}

func TestStairs(t *testing.T) {
	one := func(v int64) *big.Rat { return big.NewRat(v, 1) }
	levels := &Scale{Levels: []Level{{Value: one(1)}, {Value: one(3)}}, Min: one(1), Max: one(3)}
	steps := &Scale{Steps: []Step{{From: one(0)}, {From: one(5)}, {From: one(12)}}, Min: one(0), Max: one(40)}
	plain := &Scale{Min: one(0), Max: one(10)}
	for _, c := range []struct {
		scale *Scale
		value int64
		want  int
	}{{levels, 1, 0}, {levels, 3, 1}, {steps, 0, 0}, {steps, 4, 0}, {steps, 5, 1}, {steps, 40, 2}, {plain, 4, -1}} {
		if got := c.scale.StairOf(one(c.value)); got != c.want {
			t.Errorf("%+v at %d: %d, want %d", c.scale, c.value, got, c.want)
		}
	}
	if len(levels.Stairs()) != 2 || len(steps.Stairs()) != 3 || plain.Stairs() != nil {
		t.Error("stairs")
	}
}
