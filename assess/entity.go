package assess

import (
	"math/big"
	"slices"

	"spotcheck/indicators"
)

// entity rolls the units up: the total by the instrument's rule, every node as a
// mean by the same rule over the units where it applies.
func (r *Result) entity() {
	var exact, most, low, high mean
	r.counted = new(big.Rat)
	for i := range r.Units {
		u := &r.Units[i]
		r.Entity.Done += u.Done
		r.Entity.Slots += u.Slots
		r.Entity.Refused += u.Refused
		w := r.Weight(u)
		if u.Exact != nil {
			r.counted.Add(r.counted, w)
		}
		exact.add(w, u.Exact)
		most.add(w, u.Max)
		low.add(w, u.Low)
		high.add(w, u.High)
	}
	r.Entity.Exact, r.Entity.Max, r.Entity.Low, r.Entity.High = exact.value(), most.value(), low.value(), high.value()
	if r.Entity.Exact != nil {
		(&book{in: r.Input}).classify(&r.Entity)
	}
	for i, n := range r.Input.Instrument.Nodes() {
		var score mean
		for j := range r.Units {
			score.add(r.Weight(&r.Units[j]), r.Units[j].Nodes[i].Score)
		}
		r.Nodes = append(r.Nodes, NodeScore{n, score.value(), score.count})
		if n.Asking != nil && slices.ContainsFunc(r.Units, func(u UnitResult) bool { return u.Nodes[i].lacking() }) {
			r.Entity.Lacking++
		}
	}
	for _, g := range r.Input.Instrument.Gates {
		r.Gates = append(r.Gates, r.gate(g))
	}
	r.Axis = r.axis()
}

func (r *Result) gate(g indicators.Gate) GateResult {
	var score, most mean
	for i := range r.Units {
		s, m := r.Units[i].gated(g)
		w := r.Weight(&r.Units[i])
		score.add(w, s)
		most.add(w, m)
	}
	s := score.value()
	return GateResult{g, s, judge(g, s, most.value())}
}

// Weight is how often a unit counts in the entity's mean.
func (r *Result) Weight(u *UnitResult) *big.Rat {
	if r.Input.Instrument.Result.RollUp != indicators.RollUpProduct {
		return one
	}
	return new(big.Rat).SetInt64(int64(max(len(u.Unit.Products), r.Input.Instrument.Products.Min)))
}

// EntityShare is the part of the entity's total that one unit makes up, 0 to 1;
// zero for a unit without a score.
func (r *Result) EntityShare(u *UnitResult) *big.Rat {
	if u.Exact == nil {
		return new(big.Rat)
	}
	return new(big.Rat).Quo(r.Weight(u), r.counted)
}
