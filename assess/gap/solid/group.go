package solid

import (
	"math/big"
	"slices"

	"spotcheck/indicators"
)

// member is something that a weighted mean is taken of, with the bounds of its weight.
type member struct {
	id        string
	low, high *big.Rat
	value     *big.Rat // as far in the direction looked for as it goes
}

// mean is the mean of nodes as far in one direction as their weights can take it, nil
// where nothing applies; chosen receives the weights. A mean does not fall when one of
// its values rises, and what is below one node weighs nothing in another, so that every
// member goes as far as it can.
func (t *tree) mean(nodes []*indicators.Node, w way, chosen map[string]*big.Rat) *big.Rat {
	members := t.members(nodes, w, chosen)
	if len(members) == 0 {
		return nil
	}
	value, cut := furthest(members, w)
	for i, m := range members {
		chosen[m.id] = m.low
		if i < cut {
			chosen[m.id] = m.high
		}
	}
	return value
}

// members are the nodes that apply. In the place of a branch that weighs the sum of
// what is below it stand those below: weight by weight they count there as they do
// here. That is so only where all of them apply; otherwise the branch is taken to weigh
// anything that they may sum to, which bounds what it can.
func (t *tree) members(nodes []*indicators.Node, w way, chosen map[string]*big.Rat) []member {
	var out []member
	for _, n := range nodes {
		switch low, high := t.bounds(n); {
		case high.Sign() == 0 || !t.applies(n):
		case n.Weighing == indicators.Summed && t.entire(n):
			out = append(out, t.members(n.Children, w, chosen)...)
		case len(n.Children) > 0:
			out = append(out, member{n.ID, low, high, t.mean(n.Children, w, chosen)})
		default:
			out = append(out, member{n.ID, low, high, t.scores[n]})
		}
	}
	return out
}

// entire: everything that weighs anything directly below n applies.
func (t *tree) entire(n *indicators.Node) bool {
	return !slices.ContainsFunc(n.Children, func(c *indicators.Node) bool { return c.Weight.Sign() > 0 && !t.applies(c) })
}

// bounds are the least and the most that a node may weigh.
func (t *tree) bounds(n *indicators.Node) (low, high *big.Rat) {
	switch {
	case n.Weighing == indicators.Summed:
		low, high = new(big.Rat), new(big.Rat)
		for _, c := range n.Children {
			l, h := t.bounds(c)
			low.Add(low, l)
			high.Add(high, h)
		}
		return low, high
	case n.Origin.Mark == indicators.Assumed:
		return new(big.Rat).Quo(n.Weight, t.factor), new(big.Rat).Mul(n.Weight, t.factor)
	}
	return n.Weight, n.Weight
}

// furthest sorts members, the furthest values first, and finds how many of them must
// weigh the most, and the others the least, for their mean to be as far as it goes.
//
// Let m be the furthest mean. Then no weights w make the sum of w(v - m) lie beyond
// zero, and the furthest ones make it zero; that sum is furthest when all values beyond
// m weigh the most and all short of it the least. So one of the cuts through the sorted
// values is the answer, and all are tried.
func furthest(members []member, w way) (mean *big.Rat, cut int) {
	slices.SortStableFunc(members, func(a, b member) int {
		if w == up {
			a, b = b, a
		}
		return a.value.Cmp(b.value)
	})
	sum, all := new(big.Rat), new(big.Rat)
	add := func(weight, value *big.Rat) {
		sum.Add(sum, new(big.Rat).Mul(weight, value))
		all.Add(all, weight)
	}
	for _, m := range members {
		add(m.low, m.value)
	}
	mean = new(big.Rat).Quo(sum, all)
	for i, m := range members {
		add(new(big.Rat).Sub(m.high, m.low), m.value)
		if next := new(big.Rat).Quo(sum, all); w == up && next.Cmp(mean) > 0 || w == down && next.Cmp(mean) < 0 {
			mean, cut = next, i+1
		}
	}
	return mean, cut
}
