package assess

import (
	"math/big"

	"spotcheck/indicators"
)

// entity rolls the units up: the total by the instrument's rule, every node as a
// mean by the same rule over the units where it applies.
func (r *Result) entity() {
	var exact, most, low, high mean
	nodes := make([]mean, len(r.Input.Instrument.Nodes()))
	lacks := make([]bool, len(nodes))
	for i := range r.Units {
		u := &r.Units[i]
		r.Entity.Done += u.Done
		r.Entity.Slots += u.Slots
		r.Entity.Refused += u.Refused
		w := ratio{num: r.times(u), den: 1}
		exact.add(w, ratioOf(u.Exact))
		most.add(w, ratioOf(u.Max))
		low.add(w, ratioOf(u.Low))
		high.add(w, ratioOf(u.High))
		for j := range nodes {
			nodes[j].add(w, ratioOf(u.Nodes[j].Score))
			lacks[j] = lacks[j] || u.Nodes[j].lacking()
		}
	}
	e := &r.Entity
	e.Exact, e.Max, e.Low, e.High = exact.value().rat(), most.value().rat(), low.value().rat(), high.value().rat()
	r.counted = exact.weight.value().rat()
	if e.Exact != nil {
		r.Input.classify(e)
	}
	for i, n := range r.Input.Instrument.Nodes() {
		r.Nodes = append(r.Nodes, NodeScore{n, nodes[i].value().rat(), nodes[i].count})
		if lacks[i] {
			e.Lacking++
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
		w := ratio{num: r.times(&r.Units[i]), den: 1}
		score.add(w, ratioOf(s))
		most.add(w, ratioOf(m))
	}
	s := score.value().rat()
	return GateResult{g, s, judge(g, s, most.value().rat())}
}

// times is how often a unit counts in the entity's mean.
func (r *Result) times(u *UnitResult) int64 {
	if r.Input.Instrument.Result.RollUp != indicators.RollUpProduct {
		return 1
	}
	return int64(max(len(u.Unit.Products), r.Input.Instrument.Products.Min))
}

// Weight is how often a unit counts in the entity's mean.
func (r *Result) Weight(u *UnitResult) *big.Rat { return big.NewRat(r.times(u), 1) }

// EntityShare is the part of the entity's total that one unit makes up, 0 to 1;
// zero for a unit without a score.
func (r *Result) EntityShare(u *UnitResult) *big.Rat {
	if u.Exact == nil {
		return new(big.Rat)
	}
	return new(big.Rat).Quo(r.Weight(u), r.counted)
}
