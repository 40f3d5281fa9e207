package knapsack

import (
	"errors"
	"math/big"
	"math/rand/v2"
	"slices"
	"testing"
	"testing/quick"
)

// reference tries every set of steps.
type reference struct {
	Problem
	visit func(steps []int, cost int, gain *big.Rat)
}

func (r reference) run() { r.from(0, make([]int, len(r.Items))) }

func (r reference) from(i int, steps []int) {
	if i < len(r.Items) {
		for n := 0; n <= len(r.Items[i].Steps); n++ {
			steps[i] = n
			r.from(i+1, steps)
		}
		steps[i] = 0
		return
	}
	all := make([]int, len(r.Items))
	for j, it := range r.Items {
		all[j] = j
		for _, n := range it.Needs {
			if steps[j] > 0 && (steps[n] < len(r.Items[n].Steps) || r.Items[n].Short) {
				return
			}
		}
	}
	gain, cost := r.sum(steps, all)
	r.visit(steps, cost, gain)
}

func (r reference) cheapest(target *big.Rat) (cost int, gain *big.Rat) {
	cost = -1
	r.visit = func(steps []int, c int, g *big.Rat) {
		for _, f := range r.Floors {
			if of, _ := r.sum(steps, f.Items); of.Cmp(f.Least) < 0 {
				return
			}
		}
		if g.Cmp(target) >= 0 && (cost < 0 || c < cost || c == cost && g.Cmp(gain) > 0) {
			cost, gain = c, g
		}
	}
	r.run()
	return cost, gain
}

func (r reference) best(budget int) (cost int, gain *big.Rat) {
	gain = big.NewRat(-1, 1)
	r.visit = func(_ []int, c int, g *big.Rat) {
		if c <= budget && (g.Cmp(gain) > 0 || g.Cmp(gain) == 0 && c < cost) {
			cost, gain = c, g
		}
	}
	r.run()
	return cost, gain
}

// random is a small problem: up to six items of up to three steps, needs without
// circles, nested or separate floors, and denominators that share nothing.
func random(rng *rand.Rand, huge bool) Problem {
	var p Problem
	for i := range 1 + rng.IntN(6) {
		var it Item
		for range rng.IntN(4) {
			gain := big.NewRat(rng.Int64N(20), []int64{1, 3, 7, 40, 99}[rng.IntN(5)])
			if huge {
				gain.Mul(gain, big.NewRat(1, 1_000_000_007+2*rng.Int64N(1000)))
			}
			it.Steps = append(it.Steps, Step{Cost: rng.IntN(9), Gain: gain})
		}
		it.Short = rng.IntN(8) == 0
		for n := range i {
			if rng.IntN(5) == 0 {
				it.Needs = append(it.Needs, n)
			}
		}
		p.Items = append(p.Items, it)
	}
	if rng.IntN(2) == 0 {
		return p
	}
	cut := rng.IntN(len(p.Items) + 1)
	var inner, outer, apart []int
	for i := range p.Items {
		switch {
		case i >= cut:
			apart = append(apart, i)
		case i%2 == 0:
			inner, outer = append(inner, i), append(outer, i)
		default:
			outer = append(outer, i)
		}
	}
	for _, items := range [][]int{inner, outer, apart} {
		if rng.IntN(3) > 0 {
			ceiling, _ := p.sum(full(p), items)
			p.Floors = append(p.Floors, Floor{items, ceiling.Mul(ceiling, big.NewRat(rng.Int64N(11), 10))})
		}
	}
	return p
}

func full(p Problem) []int {
	out := make([]int, len(p.Items))
	for i, it := range p.Items {
		out[i] = len(it.Steps)
	}
	return out
}

// compare holds the solver to the reference, at targets that are hit exactly too.
func compare(t *testing.T, p Problem, rng *rand.Rand) {
	t.Helper()
	target := new(big.Rat).Mul(p.Ceiling(), big.NewRat(rng.Int64N(12), 10))
	if rng.IntN(3) == 0 {
		some := full(p)
		for i := range some {
			some[i] = rng.IntN(some[i] + 1)
		}
		target, _ = p.sum(some, []int{0, len(some) - 1})
	}
	cost, gain := reference{Problem: p}.cheapest(target)
	got, err := p.Cheapest(target)
	switch {
	case cost < 0:
		if !errors.Is(err, ErrUnreachable) {
			t.Fatalf("%+v to %s: %+v, %v; nothing reaches it", p, target, got, err)
		}
	case err != nil:
		t.Fatalf("%+v to %s: %v, want cost %d", p, target, err, cost)
	case got.Cost != cost || got.Gain.Cmp(gain) != 0 || !got.Proven || got.Bound.Cmp(new(big.Rat).SetInt64(int64(cost))) > 0:
		t.Fatalf("%+v to %s: %+v, want cost %d, gain %s", p, target, got, cost, gain)
	default:
		check(t, p, got, target)
		if less, err := p.Reaches(target, cost-1); err != nil || less {
			t.Fatalf("%+v reaches %s for less than %d: %v, %v", p, target, cost, less, err)
		}
	}
	budget := rng.IntN(40)
	cost, gain = reference{Problem: p}.best(budget)
	got, err = p.Best(budget)
	if err != nil || got.Cost != cost || got.Gain.Cmp(gain) != 0 {
		t.Fatalf("%+v for %d: %+v, %v, want cost %d, gain %s", p, budget, got, err, cost, gain)
	}
	p.Floors = nil
	check(t, p, got, new(big.Rat))
}

// check: an answer is a set that the problem allows, and what it claims to be.
func check(t *testing.T, p Problem, c *Choice, target *big.Rat) {
	t.Helper()
	allowed := false
	r := reference{Problem: p}
	r.visit = func(steps []int, cost int, gain *big.Rat) {
		allowed = allowed || slices.Equal(steps, c.Steps) && cost == c.Cost && gain.Cmp(c.Gain) == 0
	}
	r.run()
	for _, f := range p.Floors {
		gain, _ := p.sum(c.Steps, f.Items)
		allowed = allowed && gain.Cmp(f.Least) >= 0
	}
	if !allowed || c.Gain.Cmp(target) < 0 {
		t.Fatalf("%+v: %+v is not allowed", p, c)
	}
}

func TestAgainstEverySet(t *testing.T) {
	f := func(seed uint64) bool {
		rng := rand.New(rand.NewPCG(seed, 5))
		compare(t, random(rng, false), rng)
		return true
	}
	if err := quick.Check(f, &quick.Config{MaxCount: 1500}); err != nil {
		t.Error(err)
	}
}

func FuzzAgainstEverySet(f *testing.F) {
	for seed := range uint64(12) {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, seed uint64) {
		rng := rand.New(rand.NewPCG(seed, 7))
		compare(t, random(rng, false), rng)
	})
}

// Denominators that fit no integer are rounded, and the answer is still exact.
func TestRoundedGains(t *testing.T) {
	rounded := 0
	for seed := range uint64(300) {
		rng := rand.New(rand.NewPCG(seed, 6))
		p := random(rng, true)
		if _, exact := p.scale(new(big.Rat)); !exact {
			rounded++
			compare(t, p, rng)
		}
	}
	if rounded < 50 {
		t.Errorf("only %d problems were rounded", rounded)
	}
}
