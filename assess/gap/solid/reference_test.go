package solid

import (
	"math/big"
	"math/rand/v2"
	"testing"

	"spotcheck/assess"
	"spotcheck/indicators"
)

// subject is a total in a round: of a unit, or of the government.
type subject struct {
	input assess.Input
	unit  string
}

// subjects are some, small enough to try every set of answers.
func subjects(t *testing.T, seeds uint64, visit func(rng *rand.Rand, s subject, r *assess.Result, got *Solid)) {
	t.Helper()
	seen := 0
	for seed := range seeds {
		if visitSubject(t, seed, visit) {
			seen++
		}
	}
	if seen < int(seeds)/2 {
		t.Fatalf("only %d subjects", seen)
	}
}

// visitSubject makes the subject of a seed; false if it has no score.
func visitSubject(t *testing.T, seed uint64, visit func(rng *rand.Rand, s subject, r *assess.Result, got *Solid)) bool {
	t.Helper()
	rng := rand.New(rand.NewPCG(seed, 7))
	in := someInstrument(t, rng)
	s := subject{input: someRound(in, rng, 1+rng.IntN(2))}
	r := assess.ScoreRound(s.input)
	got := OfEntity(r, Default)
	if rng.IntN(2) == 0 {
		s.unit = r.Units[0].Unit.ID
		got = OfUnit(r, &r.Units[0], Default)
	}
	if (got == nil) != (s.score(s.input) == nil) {
		t.Fatalf("seed %d: %v", seed, got)
	}
	if got != nil {
		visit(rng, s, r, got)
	}
	if t.Failed() {
		t.Fatalf("seed %d", seed)
	}
	return got != nil
}

func (s subject) result(input assess.Input) (assess.Score, assess.Axis) {
	r := assess.ScoreRound(input)
	for _, u := range r.Units {
		if u.Unit.ID == s.unit {
			return u.Score, u.Axis
		}
	}
	return r.Entity, r.Axis
}

func (s subject) score(input assess.Input) *big.Rat {
	score, _ := s.result(input)
	return score.Exact
}

// moves are the answers of the subject, by place, with the values one step away.
func (s subject) moves(w way) (places []int, to []*big.Rat) {
	for _, i := range effective(s.input) {
		a := s.input.Answers[i]
		if a.State != assess.Answered || s.unit != "" && a.Unit != s.unit && a.Unit != "" {
			continue
		}
		if v := stepped(s.input.Instrument.Node(a.Indicator).Scale, a.Value, w); v != nil {
			places, to = append(places, i), append(to, v)
		}
	}
	return places, to
}

// sets tries all sets of that many moves until one does.
func (s subject) sets(size int, w way, does func(assess.Input) bool) bool {
	places, to := s.moves(w)
	changes := map[int]*big.Rat{}
	var try func(from int) bool
	try = func(from int) bool {
		if len(changes) == size {
			return does(changed(s.input, changes))
		}
		for i := from; i < len(places); i++ {
			changes[places[i]] = to[i]
			if try(i + 1) {
				return true
			}
			delete(changes, places[i])
		}
		return false
	}
	return try(0)
}

// takes carries out a set of moves that was told.
func (s subject) takes(t *testing.T, list []Answer) assess.Input {
	t.Helper()
	changes := map[int]*big.Rat{}
	for _, a := range list {
		unit := ""
		if a.Unit != nil && a.Node.Node.Scope != indicators.PerEntity {
			unit = a.Unit.Unit.ID
		}
		key := assess.Key{Unit: unit, Indicator: a.Node.Node.ID, Product: a.Item.Product.ID, Respondent: a.Item.Respondent}
		for _, i := range effective(s.input) {
			if s.input.Answers[i].Key == key {
				changes[i] = a.To
			}
		}
	}
	if len(changes) != len(list) {
		t.Fatalf("%d answers told, %d found", len(list), len(changes))
	}
	return changed(s.input, changes)
}

const mostTried = 3 // answers of a set

// No smaller set of answers crosses a border, and the one that is told does.
func TestFlips(t *testing.T) {
	told := map[int]int{}
	subjects(t, 250, func(_ *rand.Rand, s subject, _ *assess.Result, got *Solid) { checkFlips(t, s, got, told) })
	for n := 1; n <= mostTried; n++ {
		if told[n] < 10 {
			t.Errorf("few flips of %d answers: %v", n, told)
		}
	}
}

func FuzzFlips(f *testing.F) {
	for seed := range uint64(8) {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, seed uint64) {
		visitSubject(t, seed, func(_ *rand.Rand, s subject, _ *assess.Result, got *Solid) { checkFlips(t, s, got, map[int]int{}) })
	})
}

// checkFlips tries all sets of answers; told counts the flips by size.
func checkFlips(t *testing.T, s subject, got *Solid, told map[int]int) {
	t.Helper()
	for _, name := range []func(*indicators.Band) string{func(b *indicators.Band) string { return b.Zone }, func(b *indicators.Band) string { return b.Category }} {
		border := got.Category
		if name(got.Now.Band) == got.Now.Band.Zone {
			if got.Zone == nil {
				continue
			}
			border = *got.Zone
		}
		for _, w := range []way{down, up} {
			edge := [...]*Edge{border.Down, border.Up}[w]
			crosses := func(input assess.Input) bool {
				score, _ := s.result(input)
				return name(score.Band) != name(got.Now.Band) && score.Exact.Cmp(got.Now.Exact) > 0 == (w == up)
			}
			most := mostTried
			if edge != nil && edge.Flip != nil {
				most = len(edge.Flip.Answers) - 1
				told[min(most+1, mostTried)]++
				after := s.takes(t, edge.Flip.Answers)
				if !crosses(after) || s.score(after).Cmp(edge.Flip.After.Exact) != 0 {
					t.Errorf("told %+v, scored %s", edge.Flip, s.score(after))
				}
				alone := 0
				places, to := s.moves(w)
				for i := range places {
					if crosses(changed(s.input, map[int]*big.Rat{places[i]: to[i]})) {
						alone++
					}
				}
				if alone != edge.Flip.Alone {
					t.Errorf("alone %d, told %d", alone, edge.Flip.Alone)
				}
			}
			for size := 1; size <= min(most, mostTried); size++ {
				if s.sets(size, w, crosses) {
					t.Errorf("%d answers cross, told %+v", size, edge)
				}
			}
		}
	}
}

// A score that far away lies exactly on the border, or exactly not.
func TestPoints(t *testing.T) {
	seen := 0
	subjects(t, 200, func(_ *rand.Rand, s subject, r *assess.Result, got *Solid) {
		in := s.input.Instrument
		tiny := big.NewRat(1, 1_000_000_007)
		band := func(score *big.Rat) *indicators.Band { return in.BandOf(indicators.Round(score, in.Result.Decimals)) }
		if e := got.Category.Up; e != nil {
			at := new(big.Rat).Add(got.Now.Exact, e.Points)
			if band(at) != e.To || band(at.Sub(at, tiny)) == e.To {
				t.Errorf("%+v", e)
			}
			seen++
		}
		if e := got.Category.Down; e != nil {
			at := new(big.Rat).Sub(got.Now.Exact, e.Points)
			if band(at) != got.Now.Band || band(at.Sub(at, tiny)) != e.To {
				t.Errorf("%+v", e)
			}
			seen++
		}
	})
	if seen < 100 {
		t.Errorf("only %d", seen)
	}
}

// The fewest answers that break a set of gates, held to the engine.
func TestBreaks(t *testing.T) {
	told, single := 0, 0
	subjects(t, 400, func(_ *rand.Rand, s subject, r *assess.Result, got *Solid) {
		_, axis := s.result(s.input)
		for _, set := range axis.Sets {
			broken := func(input assess.Input) bool {
				_, axis := s.result(input)
				return axis.Sets[0].State == assess.GateFails || axis.Sets[0].State == assess.GateOpen
			}
			if set.State != assess.GateHolds {
				if len(got.Sets) > 0 {
					t.Errorf("%s: %+v", set.State, got.Sets)
				}
				continue
			}
			b := got.Sets[0]
			most := mostTried
			if b.Answers != nil {
				told++
				most = len(b.Answers) - 1
				if !broken(s.takes(t, b.Answers)) {
					t.Errorf("does not break: %+v", b)
				}
				for _, a := range b.Alone {
					single++
					if !broken(s.takes(t, []Answer{a})) {
						t.Errorf("not alone: %+v", a)
					}
				}
				places, to := s.moves(down)
				alone := 0
				for i := range places {
					if broken(changed(s.input, map[int]*big.Rat{places[i]: to[i]})) {
						alone++
					}
				}
				if s.unit != "" && alone != len(b.Alone) || alone > 0 != (len(b.Alone) > 0) {
					t.Errorf("alone %d, told %d", alone, len(b.Alone))
				}
			}
			for size := 1; size <= min(most, mostTried); size++ {
				if s.sets(size, down, broken) {
					t.Errorf("%d answers break it, told %+v", size, b)
				}
			}
		}
	})
	if told < 30 || single < 30 {
		t.Errorf("%d told, %d single", told, single)
	}
}
