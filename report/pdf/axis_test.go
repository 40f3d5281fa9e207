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

// TestNoLineRunsThroughALimitName: whatever the limits, the dashed line of one does
// not cross the name of another.
func TestNoLineRunsThroughALimitName(t *testing.T) {
	st := tinyStyle.in(ink)
	for _, values := range [][]float64{{54, 78}, {32, 54, 78, 88}, {65, 76.61, 88.31}, {20, 30, 40, 50, 60, 70, 80, 90}, {5, 60, 62, 64}} {
		ch := chart{end: 100, label: 40, area: 90, text: 20}
		for _, v := range values {
			ch.limits = append(ch.limits, report.Limit{Value: v, Label: "A mulai 88,00"})
		}
		flags, _ := ch.placeFlags(st)
		if len(flags) != len(values) {
			t.Fatalf("%v: %d flags", values, len(flags))
		}
		for _, name := range flags {
			for _, line := range flags {
				if end := name.x + st.width(name.lines[0]); line.row > name.row && line.at > name.x && line.at < end {
					t.Errorf("%v: the line at %.1f crosses the name from %.1f to %.1f", values, line.at, name.x, end)
				}
			}
		}
	}
}
