package solid

import (
	"math/big"
	"math/rand/v2"
	"testing"

	"spotcheck/assess"
	"spotcheck/indicators"
)

// The ends of the intervals, scored by the engine; and nothing that the assumptions
// allow lies outside.
func TestIntervals(t *testing.T) {
	moved := 0
	subjects(t, 300, func(rng *rand.Rand, s subject, r *assess.Result, got *Solid) {
		lower := map[int]*big.Rat{}
		claims, points := 0, new(big.Rat)
		for _, i := range effective(s.input) {
			a := s.input.Answers[i]
			n := s.input.Instrument.Node(a.Indicator)
			if a.Layer != assess.Mandiri || n.Scope == indicators.PerEntity || s.unit != "" && a.Unit != s.unit {
				continue
			}
			claims++
			if a.State != assess.Answered {
				continue
			}
			if v := stepped(n.Scale, a.Value, down); v != nil {
				lower[i] = v
			}
			worst := changed(s.input, map[int]*big.Rat{i: lowest(n.Scale)})
			points.Add(points, new(big.Rat).Sub(got.Now.Exact, s.score(worst)))
		}
		if low := s.score(changed(s.input, lower)); low.Cmp(got.Claims.Low.Exact) != 0 || low.Cmp(got.Both.Low.Exact) != 0 {
			t.Errorf("every claim one step lower: %s, told %s", low, got.Claims.Low.Exact)
		}
		if best := s.score(s.filled(r, func(n *indicators.Node) *big.Rat { return n.Scale.Max })); best.Cmp(got.Missing.High.Exact) != 0 || best.Cmp(got.Both.High.Exact) != 0 {
			t.Errorf("all filled at best: %s, told %s", best, got.Missing.High.Exact)
		}
		if got.Rests.Claims != claims || got.Rests.Points.Cmp(points) != 0 {
			t.Errorf("%d claims with %s, told %+v", claims, points, got.Rests)
		}
		for range 5 {
			some := map[int]*big.Rat{}
			for i, v := range lower {
				if rng.IntN(2) == 0 {
					some[i] = v
				}
			}
			any := subject{changed(s.input, some), s.unit}
			score := s.score(any.filled(r, func(n *indicators.Node) *big.Rat {
				list := values(n.Scale)
				if i := rng.IntN(len(list) + 2); i < len(list) {
					return list[i]
				} else if i == len(list) && n.NA != "" {
					return nil
				}
				return n.Scale.Min
			}))
			switch {
			case score == nil: // all turned out not to apply
			case score.Cmp(got.Both.Low.Exact) < 0 || score.Cmp(got.Both.High.Exact) > 0:
				t.Errorf("%s lies outside %s to %s", score, got.Both.Low.Exact, got.Both.High.Exact)
			case score.Cmp(got.Now.Exact) != 0:
				moved++
			}
		}
	})
	if moved < 300 {
		t.Errorf("only %d moved", moved)
	}
}

func lowest(s *indicators.Scale) *big.Rat { return s.Min }

// filled is the round with every missing answer given; a nil value is "tidak berlaku".
func (s subject) filled(r *assess.Result, value func(*indicators.Node) *big.Rat) assess.Input {
	input := s.input
	input.Answers = append([]assess.Answer{}, input.Answers...)
	given := map[assess.Key]bool{}
	for _, u := range r.Units {
		for _, n := range u.Nodes {
			for _, it := range n.Items {
				key := assess.Key{Unit: u.Unit.ID, Indicator: n.Node.ID, Product: it.Product.ID, Respondent: it.Respondent}
				if n.Node.Scope == indicators.PerEntity {
					key.Unit = ""
				}
				if it.State != assess.Missing || given[key] {
					continue
				}
				given[key] = true
				a := assess.Answer{Key: key, Layer: assess.Mandiri, State: assess.Answered, Value: value(n.Node)}
				if a.Value == nil {
					a.State = assess.NA
				}
				input.Answers = append(input.Answers, a)
			}
		}
	}
	return input
}
