package path

import (
	"errors"
	"math/big"
	"math/rand/v2"
	"testing"

	"spotcheck/assess"
)

var goals = []string{"hijau", "A", "Sedang", "55,5", "inti", "0", "100"}

// Every path is held to the scoring engine, which knows nothing of knapsacks: all
// sets of steps are scored, and none that reaches the goal takes less work.
func TestAgainstTheEngine(t *testing.T) {
	in := instrument(t)
	found, out := 0, 0
	for seed := range uint64(60) {
		rng := rand.New(rand.NewPCG(seed, 1))
		input := someRound(in, rng, 1)
		r := assess.ScoreRound(input)
		u := &r.Units[0]
		goal, ok := ParseGoal(in, goals[seed%uint64(len(goals))])
		if !ok {
			t.Fatal(goals[seed%uint64(len(goals))])
		}
		terms := Terms{Days: []int{0, 0, 35, 100}[rng.IntN(4)]}
		if rng.IntN(4) == 0 {
			terms.Except = []string{"A2"}
		}
		want := slowest(input, u, goal, terms)
		p, err := OfUnit(r, u, goal, terms)
		var no *Unreachable
		switch {
		case u.Exact == nil:
			if !errors.Is(err, ErrNoScore) {
				t.Fatalf("seed %d: %v", seed, err)
			}
		case want < 0:
			out++
			if !errors.As(err, &no) {
				t.Fatalf("seed %d to %s: %+v, %v; nothing reaches it", seed, goal.Text, p, err)
			}
		case err != nil || p.Work != want || !p.Proven:
			t.Fatalf("seed %d to %s: %+v, %v, want %d days", seed, goal.Text, p, err, want)
		default:
			found++
			checkPath(t, input, u.Unit.ID, p)
		}
	}
	if found < 20 || out < 5 {
		t.Errorf("%d found, %d out of reach", found, out)
	}
}

// slowest is the least work of all sets of answers raised; -1 if none will do.
func slowest(input assess.Input, u *assess.UnitResult, goal Goal, t Terms) int {
	all := moves(u, input.Instrument, t)
	best := -1
	var try func(i, work int, changes map[assess.Key]*big.Rat)
	try = func(i, work int, changes map[assess.Key]*big.Rat) {
		if best >= 0 && work >= best {
			return
		}
		if i == len(all) {
			if ordered(all, changes) && reached(input, changes, goal) {
				best = work
			}
			return
		}
		m := all[i]
		try(i+1, work, changes)
		if m.stuck == "" {
			for k, v := range m.values {
				changes[keyOf(m.unit, m.node, m.item)] = v
				try(i+1, work+(k+1)*m.node.Node.Effort.Work, changes)
			}
			delete(changes, keyOf(m.unit, m.node, m.item))
		}
	}
	try(0, 0, map[assess.Key]*big.Rat{})
	return best
}

// ordered: nothing is raised before what it waits for is as high as it goes.
func ordered(all []*move, changes map[assess.Key]*big.Rat) bool {
	for _, m := range all {
		if changes[keyOf(m.unit, m.node, m.item)] == nil {
			continue
		}
		for _, need := range all {
			for _, it := range m.needs {
				if need.item == it && changes[keyOf(need.unit, need.node, it)] != need.values[len(need.values)-1] {
					return false
				}
			}
		}
	}
	return true
}

func reached(input assess.Input, changes map[assess.Key]*big.Rat, goal Goal) bool {
	u := assess.ScoreRound(raised(input, changes)).Units[0]
	if goal.Score != nil && u.Exact.Cmp(goal.Score) < 0 {
		return false
	}
	for _, g := range u.Gates {
		if goal.Gated && g.Gate.Set == goal.Set && g.Score != nil && g.Score.Cmp(g.Gate.Min) < 0 {
			return false
		}
	}
	return true
}

// checkPath scores the round with the steps taken.
func checkPath(t *testing.T, input assess.Input, unit string, p *Path) {
	t.Helper()
	changes, work, gain := map[assess.Key]*big.Rat{}, 0, new(big.Rat)
	for _, s := range p.Steps {
		changes[keyOf(s.Unit, s.Node, s.Item)] = s.To
		work += s.Work
		gain.Add(gain, s.Gain)
	}
	r := assess.ScoreRound(raised(input, changes))
	after := r.Entity.Exact
	for _, u := range r.Units {
		if u.Unit.ID == unit {
			after = u.Exact
		}
	}
	if after.Cmp(p.After) != 0 || work != p.Work || gain.Cmp(new(big.Rat).Sub(p.After, p.Before)) != 0 {
		t.Fatalf("scored again %s, path says %s; work %d of %d", after, p.After, work, p.Work)
	}
	if p.Bound != nil && p.Bound.Cmp(new(big.Rat).SetInt64(int64(p.Work))) > 0 {
		t.Fatalf("bound %s above the work %d", p.Bound, p.Work)
	}
}

// The government's path, scored again, reaches its goal; and a budget gains no more
// than a larger one.
func TestOfEntity(t *testing.T) {
	in := instrument(t)
	for seed := range uint64(40) {
		rng := rand.New(rand.NewPCG(seed, 2))
		input := someRound(in, rng, 1+rng.IntN(5))
		r := assess.ScoreRound(input)
		if r.Entity.Exact == nil {
			continue
		}
		goal, _ := ParseGoal(in, []string{"kuning", "hijau", "A"}[seed%3])
		p, err := OfEntity(r, goal, Terms{})
		var no *Unreachable
		switch {
		case errors.As(err, &no):
			if no.Ceiling.Cmp(goal.Score) >= 0 {
				t.Fatalf("seed %d: %+v", seed, no)
			}
		case err != nil:
			t.Fatal(err)
		default:
			checkPath(t, input, "", p)
			if p.After.Cmp(goal.Score) < 0 || !p.Proven {
				t.Fatalf("seed %d: %+v", seed, p)
			}
			less, err := BestOfEntity(r, max(0, p.Work-1), Terms{})
			if err != nil || p.Work > 0 && less.After.Cmp(goal.Score) >= 0 {
				t.Fatalf("seed %d: %d days reach it too: %+v, %v", seed, p.Work-1, less, err)
			}
			same, err := BestOfEntity(r, p.Work, Terms{})
			if err != nil || same.After.Cmp(p.After) < 0 || same.Work > p.Work {
				t.Fatalf("seed %d: the same work gains less: %+v, %v", seed, same, err)
			}
			checkPath(t, input, "", same)
		}
	}
}

func TestParseGoal(t *testing.T) {
	in := instrument(t)
	for text, want := range map[string]string{
		"hijau": "zona hijau 1199/20", " HIJAU": "zona hijau 1199/20", "kuning": "zona kuning 799/20",
		"A": "kategori A 321/4", "baik": "kategori A 321/4", "b": "kategori B 1199/20",
		"88": "88 1759/20", "88,04": "88,04 1761/20", "60.0": "60 1199/20", "0": "0 -1/20",
		"Inti": "syarat Inti", "biru": "", "": "", "101": "", "-1": "", "1/2": "", "1e2": "",
	} {
		got := ""
		if g, ok := ParseGoal(in, text); ok {
			got = g.Text
			if g.Score != nil {
				got += " " + g.Score.RatString()
			}
			if g.Gated != (g.Set != "") {
				t.Errorf("%q: %+v", text, g)
			}
		}
		if got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

func TestNoWorkStated(t *testing.T) {
	in := instrument(t)
	in.Efforts[0].Work = 0
	rng := rand.New(rand.NewPCG(3, 3))
	r := assess.ScoreRound(someRound(in, rng, 3))
	goal, _ := ParseGoal(in, "A")
	if _, err := OfEntity(r, goal, Terms{}); !errors.Is(err, ErrNoWork) {
		t.Error(err)
	}
}
