package knapsack

import (
	"math/big"
	"slices"
)

// solver is a problem with whole gains.
type solver struct {
	Problem
	gains   [][]int64 // by item and step
	least   []int64   // by floor
	exact   bool      // gains are not rounded
	scale   *big.Int  // what one point of gain is
	total   int       // cost of all steps
	dearest int       // step
}

func newSolver(p Problem, target *big.Rat) (*solver, error) {
	s := &solver{Problem: p}
	for _, it := range p.Items {
		for _, st := range it.Steps {
			s.total += st.Cost
			s.dearest = max(s.dearest, st.Cost)
		}
	}
	if s.total > maxCost {
		return nil, ErrTooLarge
	}
	s.scale, s.exact = p.scale(target)
	for _, it := range p.Items {
		var list []int64
		for _, st := range it.Steps {
			list = append(list, s.whole(st.Gain))
		}
		s.gains = append(s.gains, list)
	}
	for _, f := range p.Floors {
		s.least = append(s.least, s.whole(f.Least))
	}
	return s, nil
}

// scale is the common denominator of all numbers, or, where sums of them would not
// fit, a power of two that lets them.
func (p Problem) scale(target *big.Rat) (*big.Int, bool) {
	numbers := []*big.Rat{target}
	for _, f := range p.Floors {
		numbers = append(numbers, f.Least)
	}
	for _, it := range p.Items {
		for _, s := range it.Steps {
			numbers = append(numbers, s.Gain)
		}
	}
	all := new(big.Rat).Add(p.Ceiling(), big.NewRat(1, 1))
	fits := func(scale *big.Int) bool {
		sum := new(big.Rat).Mul(all, new(big.Rat).SetInt(scale))
		return new(big.Int).Quo(sum.Num(), sum.Denom()).BitLen() < 61
	}
	common := big.NewInt(1)
	for _, n := range numbers {
		gcd := new(big.Int).GCD(nil, nil, common, n.Denom())
		common.Mul(common, new(big.Int).Quo(n.Denom(), gcd))
		if !fits(common) {
			scale := big.NewInt(1)
			for fits(new(big.Int).Lsh(scale, 1)) {
				scale.Lsh(scale, 1)
			}
			return scale, false
		}
	}
	return common, true
}

// whole is a gain as a whole number, rounded up.
func (s *solver) whole(gain *big.Rat) int64 {
	num := new(big.Int).Mul(gain.Num(), s.scale)
	q, m := new(big.Int).DivMod(num, gain.Denom(), new(big.Int))
	if m.Sign() > 0 {
		q.Add(q, big.NewInt(1))
	}
	return q.Int64()
}

// table is the whole problem as one part, up to a cost.
func (s *solver) table(limit int) (part, error) {
	if (limit+1)*max(1, len(s.Items)) > maxCells {
		return part{}, ErrTooLarge
	}
	var parts []part
	for _, block := range s.blocks() {
		p, err := s.block(block, limit)
		if err != nil {
			return part{}, err
		}
		parts = append(parts, p)
	}
	if len(parts) == 1 {
		return parts[0], nil
	}
	return combine(parts, limit, 0), nil
}

// first is the cheapest option that truly holds.
func (s *solver) first(t part, target *big.Rat) (*Choice, bool) {
	need := s.whole(target)
	tried := false
	for i, o := range t.options {
		if o.gain < need {
			continue
		}
		c := s.choice(t, i)
		if c.Gain.Cmp(target) >= 0 && s.holds(c.Steps) {
			c.Proven = !tried
			return c, true
		}
		tried = true
	}
	return nil, false
}

func (s *solver) choice(t part, i int) *Choice {
	c := &Choice{Steps: make([]int, len(s.Items))}
	t.carry(i, c.Steps)
	all := make([]int, len(s.Items))
	for j := range all {
		all[j] = j
	}
	c.Gain, c.Cost = s.sum(c.Steps, all)
	return c
}

// holds checks every floor in exact fractions.
func (s *solver) holds(steps []int) bool {
	return !slices.ContainsFunc(s.Floors, func(f Floor) bool {
		gain, _ := s.sum(steps, f.Items)
		return gain.Cmp(f.Least) < 0
	})
}
