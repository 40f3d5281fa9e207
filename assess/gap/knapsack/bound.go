package knapsack

import (
	"math/big"
	"slices"
)

// slope is a run of steps of an item that pay best together.
type slope struct {
	cost int
	gain *big.Rat
}

// bound is the least cost of target if steps could be split and nothing else had to be
// kept: a proof that needs no trust in the search. It is nil where all steps together
// gain too little.
func (p Problem) bound(target *big.Rat) *big.Rat {
	var slopes []slope
	for _, it := range p.Items {
		slopes = append(slopes, it.slopes()...)
	}
	slices.SortStableFunc(slopes, func(a, b slope) int { return b.rate(a.cost).Cmp(a.rate(b.cost)) })
	cost, open := new(big.Rat), new(big.Rat).Set(target)
	for _, s := range slopes {
		if open.Sign() <= 0 {
			break
		}
		part := new(big.Rat).SetInt64(int64(s.cost))
		if s.gain.Cmp(open) > 0 {
			part.Mul(part, new(big.Rat).Quo(open, s.gain))
		}
		cost.Add(cost, part)
		open.Sub(open, s.gain)
	}
	if open.Sign() > 0 {
		return nil
	}
	return cost
}

// rate compares gain per cost without dividing: a pays better than b where
// a.gain*b.cost is more than b.gain*a.cost.
func (s slope) rate(otherCost int) *big.Rat {
	return new(big.Rat).Mul(s.gain, new(big.Rat).SetInt64(int64(otherCost)))
}

// slopes are the steps of an item joined so that each pays less than the one before:
// the upper hull of its gains over its costs.
func (it Item) slopes() []slope {
	var out []slope
	for _, s := range it.Steps {
		next := slope{s.Cost, s.Gain}
		for len(out) > 0 {
			last := out[len(out)-1]
			if last.rate(next.cost).Cmp(next.rate(last.cost)) >= 0 && (last.cost > 0 || last.gain.Sign() > 0) {
				break
			}
			next = slope{last.cost + next.cost, new(big.Rat).Add(last.gain, next.gain)}
			out = out[:len(out)-1]
		}
		out = append(out, next)
	}
	return slices.DeleteFunc(out, func(s slope) bool { return s.gain.Sign() == 0 })
}
