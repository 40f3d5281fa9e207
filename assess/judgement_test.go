package assess_test

import (
	"math/big"
	"math/rand/v2"
	"slices"
	"testing"

	"spotcheck/assess"
	"spotcheck/indicators"
)

// nearest rounds on paper: the closer of the two neighbours, and of two equally
// close ones the one farther from zero.
func nearest(x *big.Rat, decimals int) *big.Rat {
	grain := big.NewRat(1, 1)
	for range decimals {
		grain.Mul(grain, big.NewRat(1, 10))
	}
	grains := new(big.Rat).Quo(x, grain)
	below := new(big.Rat).SetInt(new(big.Int).Div(grains.Num(), grains.Denom()))
	below.Mul(below, grain)
	above := new(big.Rat).Add(below, grain)
	down, up := new(big.Rat).Sub(x, below), new(big.Rat).Sub(above, x)
	if c := up.Cmp(down); c < 0 || c == 0 && x.Sign() > 0 {
		return above
	}
	return below
}

// category is the best band that a score, once rounded, does not fall short of.
func category(in *indicators.Instrument, score *big.Rat) string {
	out := in.Bands.List[len(in.Bands.List)-1].Category
	for _, b := range slices.Backward(in.Bands.List) {
		if nearest(score, in.Result.Decimals).Cmp(b.From) >= 0 {
			out = b.Category
		}
	}
	return out
}

// reaches reports whether a score is enough for a gate: in points of what its node
// weighs on paper, or on the result scale.
func (r reference) reaches(g barrier, score *big.Rat) bool {
	if g.points == "" {
		return score.Cmp(rat(g.min)) >= 0
	}
	res := r.Instrument.Result
	points := new(big.Rat).Sub(score, res.Min)
	points.Mul(points, r.paper[g.node]).Quo(points, new(big.Rat).Sub(res.Max, res.Min))
	return points.Cmp(rat(g.points)) >= 0
}

// gate is the outcome of a gate for a score that the answers still missing can
// raise to most.
func (r reference) gate(g barrier, score, most *big.Rat) assess.GateState {
	switch {
	case score == nil:
		return assess.GateVoid
	case r.reaches(g, score):
		return assess.GateHolds
	case r.reaches(g, most):
		return assess.GateOpen
	}
	return assess.GateFails
}

// judgement is a score with what stands beside it.
type judgement struct {
	where string
	assess.Score
	gates []assess.GateResult
	axis  assess.Axis
	units map[string][]assess.GateState // of the government: what every set is in its units
}

// together is what gates of one set come to in one unit.
func together(gates []assess.GateState) assess.GateState {
	for _, s := range []assess.GateState{assess.GateFails, assess.GateVoid, assess.GateOpen} {
		if slices.Contains(gates, s) {
			return s
		}
	}
	return assess.GateHolds
}

// judgeable are the states of units in which there is anything to judge.
func judgeable(units []assess.GateState) []assess.GateState {
	some := slices.DeleteFunc(slices.Clone(units), func(s assess.GateState) bool { return s == assess.GateVoid })
	if len(some) == 0 {
		return []assess.GateState{assess.GateVoid}
	}
	return some
}

// judged holds a judgement against the reference; score and most give what the
// reference says of a node, nil for the total.
func (c comparison) judged(s judgement, f *forest, exact reference, score, most func(*indicators.Node) *big.Rat, complete bool) {
	c.t.Helper()
	in, where := exact.Instrument, s.where
	if s.Exact != nil && (s.Rounded.Cmp(nearest(s.Exact, in.Result.Decimals)) != 0 || s.Band.Category != category(in, s.Exact)) {
		c.t.Fatalf("seed %d: %s %s is rounded to %s, band %v", c.seed, where, s.Exact, s.Rounded, s.Band)
	}
	if s.Complete() != complete {
		c.t.Fatalf("seed %d: %s complete %v, the reference says %v", c.seed, where, s.Complete(), complete)
	}
	states := map[string][]assess.GateState{}
	for i, g := range f.gates {
		node := in.Node(g.node)
		want := exact.gate(g, score(node), most(node))
		if got := s.gates[i]; got.State != want || got.Gate.Of() != g.node || got.Gate.Set != g.set {
			c.t.Fatalf("seed %d: %s gate %d %s, the reference says %s", c.seed, where, i, got.State, want)
		}
		c.same(where+" gate", s.gates[i].Score, score(node))
		states[g.set] = append(states[g.set], want)
	}
	for set, of := range s.units {
		states[set] = judgeable(of)
	}
	c.sets(where, s.axis.Sets, states)
	c.opinion(s, f, in, len(exact.Excluded) > 0, complete, states)
}

// sets: a set holds if and only if all of its gates hold, and fails if and only if
// one of them fails.
func (c comparison) sets(where string, sets []assess.SetResult, states map[string][]assess.GateState) {
	c.t.Helper()
	named := 0
	for _, s := range sets {
		if s.Set != "" {
			named++
		}
		of := states[s.Set]
		all := !slices.ContainsFunc(of, func(g assess.GateState) bool { return g != assess.GateHolds })
		fails := slices.Contains(of, assess.GateFails)
		if len(of) == 0 || (s.State == assess.GateHolds) != all || (s.State == assess.GateFails) != fails || !all && !fails && !slices.Contains(of, s.State) {
			c.t.Fatalf("seed %d: %s set %q is %s, its gates are %v", c.seed, where, s.Set, s.State, of)
		}
	}
	delete(states, "")
	if named != len(states) || named != len(sets) {
		c.t.Fatalf("seed %d: %s tells the sets %v of %v", c.seed, where, sets, states)
	}
}

// opinion: told only when all is answered, nothing left out and the gates are
// clear, and then it is the one of the list.
func (c comparison) opinion(s judgement, f *forest, in *indicators.Instrument, excluded, complete bool, states map[string][]assess.GateState) {
	c.t.Helper()
	where, got := s.where, s.axis.Opinion
	if (got == nil) != (f.opinions == nil) {
		c.t.Fatalf("seed %d: %s opinion %v of %v", c.seed, where, got, f.opinions)
	}
	if got == nil {
		return
	}
	of := states[f.opinions.set]
	open := slices.ContainsFunc(of, func(g assess.GateState) bool { return g != assess.GateHolds })
	fails := slices.Contains(of, assess.GateFails)
	want := assess.Opinion{State: assess.OpinionTold}
	switch {
	case excluded:
		want.State = assess.OpinionExcluded
	case !complete || s.Exact == nil:
		want.State = assess.OpinionMissing
	case fails:
		want.Label = f.opinions.list[category(in, s.Exact)[0]-'A'][1]
	case open:
		want.State = assess.OpinionOpen
	default:
		want.Label = f.opinions.list[category(in, s.Exact)[0]-'A'][0]
	}
	if want.State == assess.OpinionTold && want.Label == "" {
		want.State = assess.OpinionUnknown
	}
	if *got != want {
		c.t.Fatalf("seed %d: %s opinion %q (%s), the reference says %q (%s)", c.seed, where, got.Label, got.State, want.Label, want.State)
	}
}

// TestRandomRoundsDrawEverything: what the comparison with the reference is meant
// to cover does come up in its rounds.
func TestRandomRoundsDrawEverything(t *testing.T) {
	seen := map[string]int{}
	for seed := range uint64(rounds) {
		rng := rand.New(rand.NewPCG(seed, 1))
		f := grow(rng)
		in := fill(rng, f.parse(t))
		r := assess.ScoreRound(in)
		drawn(seen, in)
		axes := []assess.Axis{r.Axis}
		for _, u := range r.Units {
			axes = append(axes, u.Axis)
		}
		for _, a := range axes {
			for _, s := range a.Sets {
				seen["set "+string(s.State)]++
			}
			if a.Opinion != nil {
				seen["opinion "+string(a.Opinion.State)]++
			}
		}
		for _, g := range f.gates {
			if g.points != "" {
				seen["points"]++
			}
			if g.node == "" {
				seen["gate on the total"]++
			}
		}
	}
	for _, what := range []string{
		"unit", "product", "respondent", "entity", "interview", "sample", "groups", "steps",
		"zero dimension", "zero variable", "zero indicator", "split", "summed", "zones", "no zones",
		"0-100", "0-5", "25-100", "rollup product", "excluded", "points", "gate on the total",
		"set holds", "set fails", "set open", "set void",
		"opinion told", "opinion missing", "opinion excluded", "opinion open", "opinion unknown",
	} {
		if seen[what] < 5 {
			t.Errorf("%q came up %d times", what, seen[what])
		}
	}
}

// drawn notes what stands in an instrument and its round.
func drawn(seen map[string]int, in assess.Input) {
	note := func(what string, is bool) {
		if is {
			seen[what]++
		}
	}
	res := in.Instrument.Result
	seen[res.Min.RatString()+"-"+res.Max.RatString()]++
	note("rollup product", res.RollUp == indicators.RollUpProduct)
	note("zones", in.Instrument.Bands.List[0].Zone != "")
	note("no zones", in.Instrument.Bands.List[0].Zone == "")
	note("excluded", len(in.Excluded) > 0)
	groups := map[*indicators.Respondents]bool{}
	for _, n := range in.Instrument.Nodes() {
		note("zero "+string(n.Kind), n.Weight.Sign() == 0)
		note(string(n.Weighing), n.Weighing != indicators.Stated)
		if n.Kind != indicators.Indicator {
			continue
		}
		seen[string(n.Scope)]++
		note("steps", n.Scale.Steps != nil)
		if n.Group != nil {
			groups[n.Group] = true
			note("sample", n.Group.Sample)
			note("interview", !n.Group.Sample)
		}
	}
	note("groups", len(groups) > 1)
}
