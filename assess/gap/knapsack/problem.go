package knapsack

import (
	"errors"
	"math/big"
	"slices"
)

// Item is something that may be raised.
type Item struct {
	Steps []Step
	Needs []int // items that must be raised fully first; an item without steps is
	Short bool  // it can never be raised fully, whatever its steps
}

// Step is one step of an item: what it alone costs and gains, neither below zero.
type Step struct {
	Cost int
	Gain *big.Rat
}

// Floor is a least gain of a group of items. Floors of a problem are nested or apart.
type Floor struct {
	Items []int
	Least *big.Rat
}

// Problem is what may be raised and what must come of it.
type Problem struct {
	Items  []Item
	Floors []Floor
}

// Choice is a set of steps.
type Choice struct {
	Steps  []int    // how many of each item
	Cost   int      // of all steps
	Gain   *big.Rat // of all steps
	Bound  *big.Rat // no set costs less, even if steps could be split; nil for a budget
	Proven bool     // no other set is better
}

// ErrUnreachable: no set of steps gains enough.
var ErrUnreachable = errors.New("knapsack: out of reach")

// ErrTooLarge: more prerequisites hang together, or costs are higher, than can be
// searched completely.
var ErrTooLarge = errors.New("knapsack: too large")

// Bounds of a search.
const (
	maxHubs  = 12        // items of one block that others need
	maxCells = 1 << 26   // items times costs of a table
	maxCost  = 1_000_000 // of all steps
)

// Cheapest is the set of least cost that gains at least target and keeps every floor;
// of sets of equal cost one that gains most.
func (p Problem) Cheapest(target *big.Rat) (*Choice, error) {
	s, err := newSolver(p, target)
	if err != nil {
		return nil, err
	}
	bound := p.bound(target)
	if bound == nil {
		return nil, ErrUnreachable
	}
	limit := min(s.total, ceil(bound)+2*s.dearest)
	for {
		t, err := s.table(limit)
		if err != nil {
			return nil, err
		}
		if c, ok := s.first(t, target); ok {
			c.Bound = bound
			return c, nil
		}
		if limit == s.total {
			return nil, ErrUnreachable
		}
		limit = min(s.total, 2*limit+1)
	}
}

// Best is the set that gains most at a cost of at most budget; of sets that gain the
// same the cheapest. Floors do not bind it: what a budget cannot reach it need not.
func (p Problem) Best(budget int) (*Choice, error) {
	p.Floors = nil
	s, err := newSolver(p, new(big.Rat))
	if err != nil {
		return nil, err
	}
	t, err := s.table(min(budget, s.total))
	if err != nil {
		return nil, err
	}
	within := slices.IndexFunc(t.options, func(o option) bool { return o.cost > budget })
	if within < 0 {
		within = len(t.options)
	}
	c := s.choice(t, within-1)
	c.Proven = s.exact
	return c, nil
}

// Ceiling is the gain of all steps that can be taken at all.
func (p Problem) Ceiling() *big.Rat {
	sum := new(big.Rat)
	for _, it := range p.Items {
		for _, s := range it.Steps {
			sum.Add(sum, s.Gain)
		}
	}
	return sum
}

// Without is the problem in which a step of an item, and those after it, are ruled
// out. Reaches then tells whether another choice does as well.
func (p Problem) Without(item, step int) Problem {
	p.Items = slices.Clone(p.Items)
	it := &p.Items[item]
	it.Steps, it.Short = it.Steps[:step:step], true
	return p
}

// Reaches reports whether some set gains at least target, keeps every floor and costs
// at most cost.
func (p Problem) Reaches(target *big.Rat, cost int) (bool, error) {
	s, err := newSolver(p, target)
	if err != nil || cost < 0 {
		return false, err
	}
	t, err := s.table(min(cost, s.total))
	if err != nil {
		return false, err
	}
	c, ok := s.first(t, target)
	return ok && c.Cost <= cost, nil
}

// sum is what a set of steps gains in all, and costs.
func (p Problem) sum(steps []int, of []int) (gain *big.Rat, cost int) {
	gain = new(big.Rat)
	for _, i := range of {
		for _, s := range p.Items[i].Steps[:steps[i]] {
			gain.Add(gain, s.Gain)
			cost += s.Cost
		}
	}
	return gain, cost
}

func ceil(r *big.Rat) int {
	q := new(big.Int).Add(r.Num(), r.Denom())
	q.Sub(q, big.NewInt(1)).Quo(q, r.Denom())
	return int(q.Int64())
}
