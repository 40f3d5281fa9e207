package solid

import (
	"math/big"
	"math/rand/v2"
	"testing"

	"spotcheck/assess"
	"spotcheck/indicators"
)

// reweighed sets weights in an instrument, as no program may, and makes the sums
// follow; the returned function sets them back.
func reweighed(in *indicators.Instrument, weights map[string]*big.Rat) func() {
	was := map[*indicators.Node]*big.Rat{}
	nodes := in.Nodes()
	for i := len(nodes) - 1; i >= 0; i-- {
		n := nodes[i]
		was[n] = n.Weight
		if w, ok := weights[n.ID]; ok && n.Weighing != indicators.Summed {
			n.Weight = w
		}
		if n.Weighing == indicators.Summed {
			n.Weight = new(big.Rat)
			for _, c := range n.Children {
				n.Weight.Add(n.Weight, c.Weight)
			}
		}
	}
	return func() {
		for n, w := range was {
			n.Weight = w
		}
	}
}

// assumed are the weights that may vary.
func assumed(in *indicators.Instrument) []*indicators.Node {
	var out []*indicators.Node
	for _, n := range in.Nodes() {
		if n.Origin.Mark == indicators.Assumed && n.Weighing != indicators.Summed {
			out = append(out, n)
		}
	}
	return out
}

// The range is held to the engine, which scores the round under every combination of
// the least and the greatest weights: with everything else fixed a total rises or falls
// throughout with one weight, so that no weights between these lead further.
func TestRange(t *testing.T) {
	exact, bounds, wide := 0, 0, 0
	subjects(t, 250, func(rng *rand.Rand, s subject, r *assess.Result, got *Solid) {
		in := s.input.Instrument
		free := assumed(in)
		if len(free) > 7 {
			return
		}
		under := func(weights map[string]*big.Rat) *big.Rat {
			defer reweighed(in, weights)()
			return s.score(s.input)
		}
		least, most := got.Now.Exact, got.Now.Exact
		for corner := range 1 << len(free) {
			weights := map[string]*big.Rat{}
			for i, n := range free {
				by := []*big.Rat{big.NewRat(1, 2), big.NewRat(2, 1)}[corner>>i&1]
				weights[n.ID] = new(big.Rat).Mul(n.Weight, by)
			}
			score := under(weights)
			if score.Cmp(least) < 0 {
				least = score
			}
			if score.Cmp(most) > 0 {
				most = score
			}
		}
		low, high := got.Weights.Low.Exact, got.Weights.High.Exact
		if least.Cmp(low) < 0 || most.Cmp(high) > 0 {
			t.Errorf("%s to %s lies outside %s to %s", least, most, low, high)
		}
		for range 3 {
			weights := map[string]*big.Rat{}
			for _, n := range free {
				weights[n.ID] = new(big.Rat).Mul(n.Weight, big.NewRat(int64(50+rng.IntN(151)), 100))
			}
			if score := under(weights); score.Cmp(low) < 0 || score.Cmp(high) > 0 {
				t.Errorf("%s lies outside %s to %s", score, low, high)
			}
		}
		if !got.Weights.Exact {
			bounds++
			if alike(r, s.unit) {
				t.Error("all indicators apply everywhere, but the range is only a bound")
			}
			return
		}
		exact++
		if least.Cmp(most) < 0 {
			wide++
		}
		if least.Cmp(low) != 0 || most.Cmp(high) != 0 {
			t.Errorf("%s to %s, told exactly %s to %s", least, most, low, high)
		}
		if a, b := under(got.Weights.AtLow), under(got.Weights.AtHigh); a.Cmp(low) != 0 || b.Cmp(high) != 0 {
			t.Errorf("the weights told lead to %s and %s, not %s and %s", a, b, low, high)
		}
	})
	if exact < 50 || wide < 50 || bounds < 5 {
		t.Errorf("%d exact, of them %d wide; %d bounds", exact, wide, bounds)
	}
}

// alike: every indicator applies, in the units that count.
func alike(r *assess.Result, unit string) bool {
	for _, u := range r.Units {
		for _, n := range u.Nodes {
			if n.Score == nil && (unit == "" || unit == u.Unit.ID) {
				return false
			}
		}
	}
	return true
}

// Nothing varies where nothing is assumed, or by a factor of one.
func TestRangeOfOne(t *testing.T) {
	subjects(t, 60, func(_ *rand.Rand, s subject, r *assess.Result, got *Solid) {
		one := OfEntity(r, Terms{big.NewRat(1, 1), Default.Number})
		if w := one.Weights; w.Low.Exact.Cmp(r.Entity.Exact) != 0 || w.High.Exact.Cmp(r.Entity.Exact) != 0 || !w.Exact {
			t.Errorf("%+v", w)
		}
		if w := got.Weights; w.Varied == 0 && (w.Low.Exact.Cmp(got.Now.Exact) != 0 || w.High.Exact.Cmp(got.Now.Exact) != 0 || !w.Exact) {
			t.Errorf("%+v", w)
		}
	})
}
