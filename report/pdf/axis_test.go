package pdf

import (
	"math"
	"slices"
	"testing"

	"spotcheck/report"
)

func TestTicks(t *testing.T) {
	for _, c := range []struct {
		end   float64
		whole bool
		want  []string
	}{
		{1, true, []string{"0", "1"}},
		{2, true, []string{"0", "1", "2"}},
		{7, true, []string{"0", "1", "2", "3", "4", "5", "6", "7"}},
		{12, true, []string{"0", "5", "10"}},
		{100, true, []string{"0", "20", "40", "60", "80", "100"}},
		{1, false, []string{"0", "0,2", "0,4", "0,6", "0,8", "1"}},
		{12, false, []string{"0", "2,5", "5", "7,5", "10"}},
		{100, false, []string{"0", "20", "40", "60", "80", "100"}},
	} {
		var got []string
		for _, tick := range niceTicks(c.end, c.whole) {
			got = append(got, decimalComma(tick))
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("up to %g, whole %v: %q, want %q", c.end, c.whole, got, c.want)
		}
	}
}

// TestWholeTicks: a chart of counts never has a fraction on its axis, and always
// more than one tick.
func TestWholeTicks(t *testing.T) {
	for end := 1.0; end < 3000; end++ {
		ticks := niceTicks(end, true)
		if len(ticks) < 2 || len(ticks) > 11 || slices.ContainsFunc(ticks, func(v float64) bool { return v != math.Trunc(v) || v > end }) {
			t.Fatalf("up to %g: %v", end, ticks)
		}
	}
}

func TestIsWhole(t *testing.T) {
	for _, c := range []struct {
		end, value float64
		want       bool
	}{{7, 3, true}, {7, 0, true}, {7, 3.5, false}, {0.5, 0, false}, {7, math.NaN(), false}} {
		if got := isWhole([]report.Bar{{Value: 1}, {Value: c.value}}, c.end); got != c.want {
			t.Errorf("%g up to %g: %v", c.value, c.end, got)
		}
	}
}
