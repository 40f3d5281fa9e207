package solid

import (
	"maps"
	"math/big"
	"slices"

	"spotcheck/assess"
	"spotcheck/indicators"
)

// Range is where a total may lie when every assumed weight is so many times as much or
// as little, each for itself; what is not assumed stays, and a branch that weighs the
// sum of what is below it follows that.
type Range struct {
	Low, High     End
	Varied        int                 // assumed weights with a part in the total
	Exact         bool                // both ends are attained; otherwise the total lies nowhere outside
	AtLow, AtHigh map[string]*big.Rat // by node: weights that lead there
}

// sensitivity of the mean of units, of which each has a share.
func (s *scene) sensitivity(units []*assess.UnitResult, shares []*big.Rat) Range {
	list := s.trees(units, shares)
	low, atLow, lowest := s.extreme(list, down)
	high, atHigh, highest := s.extreme(list, up)
	return Range{Low: s.end(low), High: s.end(high), Varied: s.varied(list), Exact: lowest && highest, AtLow: atLow, AtHigh: atHigh}
}

// tree is a class of units in which the same indicators apply, as one: with equal
// weights for all, the mean of their totals is the total of their means.
type tree struct {
	share  *big.Rat                      // of the total
	scores map[*indicators.Node]*big.Rat // means, of indicators that apply
	factor *big.Rat
}

// trees are the classes in the order of their first units.
func (s *scene) trees(units []*assess.UnitResult, shares []*big.Rat) []*tree {
	known := map[string]*tree{}
	var out []*tree
	leaves := s.in.Indicators()
	for i, u := range units {
		applies := make([]byte, len(leaves))
		for j, n := range leaves {
			if u.Node(n.ID).Score != nil && n.Weight.Sign() > 0 {
				applies[j] = 1
			}
		}
		t := known[string(applies)]
		if t == nil {
			t = &tree{new(big.Rat), map[*indicators.Node]*big.Rat{}, s.terms.Weights}
			known[string(applies)], out = t, append(out, t)
		}
		t.share.Add(t.share, shares[i])
		for j, n := range leaves {
			if applies[j] == 0 {
				continue
			}
			if t.scores[n] == nil {
				t.scores[n] = new(big.Rat)
			}
			t.scores[n].Add(t.scores[n], new(big.Rat).Mul(shares[i], u.Node(n.ID).Score))
		}
	}
	for _, t := range out {
		for _, sum := range t.scores {
			sum.Quo(sum, t.share)
		}
	}
	return out
}

// extreme is the bound of a total in one direction, weights that lead there, and
// whether they lead there exactly. Classes, and branches that cannot follow what is
// below them, choose their weights each for itself, so that the bound is never too
// near; scoring the total with one choice for all shows whether it is too far.
func (s *scene) extreme(list []*tree, w way) (bound *big.Rat, weights map[string]*big.Rat, exact bool) {
	bound, weights = new(big.Rat), map[string]*big.Rat{}
	for _, t := range list {
		own := map[string]*big.Rat{}
		bound.Add(bound, new(big.Rat).Mul(t.share, t.mean(s.in.Dimensions, w, own)))
		maps.Copy(own, weights) // the first class to choose has its way
		weights = own
	}
	attained := new(big.Rat)
	for _, t := range list {
		attained.Add(attained, new(big.Rat).Mul(t.share, t.scored(s.in.Dimensions, weights)))
	}
	return bound, weights, attained.Cmp(bound) == 0
}

// varied counts the assumed weights that play a part.
func (s *scene) varied(list []*tree) int {
	count := 0
	for _, n := range s.in.Nodes() {
		if n.Origin.Mark == indicators.Assumed && n.Weighing != indicators.Summed && n.Counted() &&
			slices.ContainsFunc(list, func(t *tree) bool { return t.applies(n) }) {
			count++
		}
	}
	return count
}

// applies: something that weighs anything below n applies.
func (t *tree) applies(n *indicators.Node) bool {
	return t.scores[n] != nil || slices.ContainsFunc(n.Children, func(c *indicators.Node) bool { return c.Weight.Sign() > 0 && t.applies(c) })
}

// scored is the mean of nodes under weights; those not named weigh as the instrument
// says. Nil where nothing applies.
func (t *tree) scored(nodes []*indicators.Node, weights map[string]*big.Rat) *big.Rat {
	sum, all := new(big.Rat), new(big.Rat)
	for _, n := range nodes {
		score, weight := t.scores[n], weigh(n, weights)
		if len(n.Children) > 0 {
			score = t.scored(n.Children, weights)
		}
		if score != nil {
			sum.Add(sum, new(big.Rat).Mul(weight, score))
			all.Add(all, weight)
		}
	}
	if all.Sign() == 0 {
		return nil
	}
	return sum.Quo(sum, all)
}

func weigh(n *indicators.Node, weights map[string]*big.Rat) *big.Rat {
	if n.Weighing == indicators.Summed {
		sum := new(big.Rat)
		for _, c := range n.Children {
			sum.Add(sum, weigh(c, weights))
		}
		return sum
	}
	if w, ok := weights[n.ID]; ok {
		return w
	}
	return n.Weight
}
