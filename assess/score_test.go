package assess_test

import (
	"fmt"
	"math/big"
	"math/rand/v2"
	"slices"
	"testing"

	"spotcheck/assess"
	"spotcheck/indicators"
)

const rounds = 150

var (
	worst = new(big.Rat)
	best  = big.NewRat(1, 1)
)

func TestRandomRoundsAgainstReference(t *testing.T) {
	for seed := range uint64(rounds) {
		compareWithReference(t, seed)
	}
}

func FuzzScoreRound(f *testing.F) {
	f.Add(uint64(1))
	f.Fuzz(compareWithReference)
}

// compareWithReference scores one random round in both ways.
func compareWithReference(t *testing.T, seed uint64) {
	rng := rand.New(rand.NewPCG(seed, 1))
	f := grow(rng)
	in := fill(rng, f.parse(t))
	got := assess.ScoreRound(shuffled(rng, in))
	exact, most := newReference(in, f, worst, nil), newReference(in, f, best, nil)
	low, high := newReference(in, f, worst, worst), newReference(in, f, best, best)
	if len(in.Excluded) == 0 {
		low.Units, high.Units = nil, nil
	}
	c := comparison{t, seed}
	units := map[string][]assess.GateState{}
	for i, u := range in.Units {
		if got.Units[i].Unit.ID != u.ID {
			c.t.Fatalf("seed %d: unit %d is %s", seed, i, got.Units[i].Unit.ID)
		}
		c.unit(&got.Units[i], exact, most, low, high)
		own := map[string][]assess.GateState{}
		for _, g := range f.gates {
			n := in.Instrument.Node(g.node)
			own[g.set] = append(own[g.set], exact.gate(g, exact.score(u, n), most.score(u, n)))
		}
		for set, states := range own {
			units[set] = append(units[set], together(states))
		}
		c.judged(judgement{u.ID, got.Units[i].Score, got.Units[i].Gates, got.Units[i].Axis, nil}, f, exact,
			func(n *indicators.Node) *big.Rat { return exact.score(u, n) },
			func(n *indicators.Node) *big.Rat { return most.score(u, n) }, exact.complete(u))
	}
	if len(in.Excluded) > 0 {
		low.Units = slices.DeleteFunc(slices.Clone(in.Units), func(u assess.Unit) bool { return exact.score(u, nil) == nil })
		high.Units = low.Units
	}
	c.same("entity", got.Entity.Exact, exact.entity(nil))
	c.same("entity max", got.Entity.Max, most.entity(nil))
	c.same("entity low", got.Entity.Low, low.entity(nil))
	c.same("entity high", got.Entity.High, high.entity(nil))
	for i, n := range in.Instrument.Nodes() {
		c.same("entity "+n.ID, got.Nodes[i].Score, exact.entity(n))
	}
	c.judged(judgement{"entity", got.Entity, got.Gates, got.Axis, units}, f, exact, exact.entity, most.entity, exact.complete(in.Units...))
	c.whole(got)
}

type comparison struct {
	t    *testing.T
	seed uint64
}

func (c comparison) same(what string, got, want *big.Rat) {
	c.t.Helper()
	if (got == nil) != (want == nil) || got != nil && got.Cmp(want) != 0 {
		c.t.Fatalf("seed %d: %s is %v, the reference says %v", c.seed, what, got, want)
	}
}

func (c comparison) unit(u *assess.UnitResult, exact, most, low, high reference) {
	c.t.Helper()
	id := u.Unit.ID
	c.same(id, u.Exact, exact.score(u.Unit, nil))
	c.same(id+" max", u.Max, most.score(u.Unit, nil))
	if u.Exact != nil && len(low.Units) > 0 {
		c.same(id+" low", u.Low, low.score(u.Unit, nil))
		c.same(id+" high", u.High, high.score(u.Unit, nil))
	} else {
		c.same(id+" low", u.Low, nil)
		c.same(id+" high", u.High, nil)
	}
	for i, n := range exact.Instrument.Nodes() {
		nr := &u.Nodes[i]
		where := id + " " + n.ID
		c.same(where, nr.Score, exact.score(u.Unit, n))
		c.same(where+" max", nr.Max, most.score(u.Unit, n))
		share := new(big.Rat)
		if exact.counts(u.Unit, n) {
			share = exact.effective(u.Unit, n, nil)
		}
		c.same(where+" share", nr.Share, share)
		state, done, slots := exact.state(u.Unit, n)
		if nr.State != state || n.Kind == indicators.Indicator && (nr.Done != done || len(nr.Items) != slots) || nr.Asked != (slots > 0) {
			c.t.Fatalf("seed %d: %s is %s asked %v %d/%d, the reference says %s %d/%d", c.seed, where, nr.State, nr.Asked, nr.Done, len(nr.Items), state, done, slots)
		}
		if u.Node(n.ID) != nr {
			c.t.Fatalf("seed %d: %s is not found by its id", c.seed, where)
		}
	}
	if done, slots := exact.answers(u.Unit); u.Done != done || u.Slots != slots {
		c.t.Fatalf("seed %d: %s has %d of %d answers, the reference says %d of %d", c.seed, id, u.Done, u.Slots, done, slots)
	}
}

// whole: a score is told as a whole or not at all, and the entity has the answers
// of its units.
func (c comparison) whole(r *assess.Result) {
	done, slots := 0, 0
	scores := []assess.Score{r.Entity}
	for _, u := range r.Units {
		scores = append(scores, u.Score)
		done, slots = done+u.Done, slots+u.Slots
	}
	for i, s := range scores {
		if (s.Exact == nil) != (s.Rounded == nil) || (s.Exact == nil) != (s.Band == nil) {
			c.t.Fatalf("seed %d: score %d is told in part: %+v", c.seed, i, s)
		}
		if s.Complete() != (s.Progress().Cmp(best) == 0) || s.Complete() && s.Exact != nil && s.Exact.Cmp(s.Max) != 0 {
			c.t.Fatalf("seed %d: score %d: complete %v, progress %s, %v to %v", c.seed, i, s.Complete(), s.Progress(), s.Exact, s.Max)
		}
	}
	if r.Entity.Done != done || r.Entity.Slots != slots {
		c.t.Fatalf("seed %d: the entity has %d of %d, its units %d of %d", c.seed, r.Entity.Done, r.Entity.Slots, done, slots)
	}
}

// TestSums: shares add up to one, contributions to the total, contributions and
// losses to the best score; the bounds stand in order.
func TestSums(t *testing.T) {
	for seed := range uint64(rounds) {
		rng := rand.New(rand.NewPCG(seed, 2))
		r := assess.ScoreRound(fill(rng, grow(rng).parse(t)))
		top, parts := r.Input.Instrument.Result.Max, new(big.Rat)
		for i := range r.Units {
			u := &r.Units[i]
			parts.Add(parts, r.EntityShare(u))
			if u.Exact == nil {
				continue
			}
			share, contribution, lost := new(big.Rat), new(big.Rat), new(big.Rat)
			for _, n := range r.Input.Instrument.Indicators() {
				share.Add(share, u.Node(n.ID).Share)
				contribution.Add(contribution, u.Node(n.ID).Contribution())
				lost.Add(lost, u.Node(n.ID).Lost(top))
			}
			if share.Cmp(best) != 0 || contribution.Cmp(u.Exact) != 0 || lost.Add(lost, u.Exact).Cmp(top) != 0 {
				t.Fatalf("seed %d %s: shares %s, contributions %s of %s, with losses %s", seed, u.Unit.ID, share, contribution, u.Exact, lost)
			}
			ordered(t, fmt.Sprintf("seed %d %s", seed, u.Unit.ID), u.Score)
		}
		if r.Entity.Exact == nil {
			continue
		}
		if parts.Cmp(best) != 0 {
			t.Fatalf("seed %d: the units' parts add up to %s", seed, parts)
		}
		ordered(t, fmt.Sprintf("seed %d entity", seed), r.Entity)
	}
}

// ordered: Low <= Exact <= Max <= High.
func ordered(t *testing.T, where string, s assess.Score) {
	t.Helper()
	if s.Exact.Cmp(s.Max) > 0 || s.Low != nil && (s.Low.Cmp(s.Exact) > 0 || s.Max.Cmp(s.High) > 0) {
		t.Fatalf("%s: low %v, exact %v, max %v, high %v", where, s.Low, s.Exact, s.Max, s.High)
	}
}
