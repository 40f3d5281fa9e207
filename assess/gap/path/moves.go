package path

import (
	"math/big"
	"slices"

	"spotcheck/assess"
	"spotcheck/assess/gap/knapsack"
	"spotcheck/indicators"
)

// Reason is why an answer cannot be moved, though points are lost on it.
type Reason string

// The reasons.
const (
	People   Reason = "people"   // answers of persons: their own opinion
	Data     Reason = "data"     // secondary data of the whole government
	Excepted Reason = "excepted" // ruled out by the user
	Late     Reason = "late"     // takes longer than there is time
	Waiting  Reason = "waiting"  // waits for one that cannot be moved
	Silent   Reason = "silent"   // of a unit that has not answered at all
)

// Reasons in the order of a legend.
var Reasons = [...]Reason{People, Data, Late, Excepted, Waiting, Silent}

// Terms bound the steps. Days is the calendar days that there are; 0 means no end.
// Except are ids of nodes under which nothing may be moved.
type Terms struct {
	Days   int
	Except []string
}

// move is one answer that may be raised, and the values it may be raised to.
type move struct {
	unit   *assess.UnitResult
	node   *assess.NodeResult
	item   *assess.Item
	values []*big.Rat // of the scale, rising, each one step
	lead   int        // days, with those before it
	needs  []*assess.Item
	stuck  Reason // empty: it can be moved
}

// moves are all answers of a unit on which points are lost, in the order of the
// instrument. part is what one point of the unit is worth.
func moves(u *assess.UnitResult, in *indicators.Instrument, t Terms) []*move {
	var out []*move
	at := map[*assess.Item]*move{}
	for i := range u.Nodes {
		n := &u.Nodes[i]
		if n.Node.Asking == nil || !n.Asked || n.State == assess.NA {
			continue
		}
		for j := range n.Items {
			it := &n.Items[j]
			if it.State == assess.NA || it.Score == nil || it.Score.Cmp(in.Result.Max) >= 0 {
				continue
			}
			m := &move{unit: u, node: n, item: it, values: above(n.Node.Scale, it), stuck: fixed(n.Node, t)}
			out, at[it] = append(out, m), m
		}
	}
	for _, m := range out {
		m.needs = needed(u, m)
	}
	for _, m := range out {
		m.settle(at, t)
	}
	return out
}

// fixed is what keeps every answer of an indicator where it is.
func fixed(n *indicators.Node, t Terms) Reason {
	switch {
	case n.Scope == indicators.PerRespondent:
		return People
	case n.Scope == indicators.PerEntity:
		return Data
	case n.Within(t.Except):
		return Excepted
	}
	return ""
}

// above are the values of a scale that lie above an answer. A plain number has one
// step, to the best; a count has those of its steps.
func above(s *indicators.Scale, it *assess.Item) []*big.Rat {
	var values []*big.Rat
	switch {
	case len(s.Levels) > 0:
		for _, l := range s.Levels {
			values = append(values, l.Value)
		}
	case len(s.Steps) > 0:
		for _, st := range s.Steps {
			values = append(values, st.From)
		}
	default:
		values = []*big.Rat{s.Max}
	}
	now := new(big.Rat)
	if it.Answer != nil && it.Answer.Value != nil {
		now = s.Fraction(it.Answer.Value)
	}
	return slices.DeleteFunc(values, func(v *big.Rat) bool { return s.Fraction(v).Cmp(now) <= 0 })
}

// needed are the answers that must be raised fully before m is raised at all: of the
// same product where both are asked per product, otherwise all of that indicator.
func needed(u *assess.UnitResult, m *move) []*assess.Item {
	var out []*assess.Item
	for _, need := range m.node.Node.Needs {
		n := u.Node(need.ID)
		if !n.Asked {
			continue
		}
		for j := range n.Items {
			same := need.Scope != indicators.PerProduct || m.node.Node.Scope != indicators.PerProduct || n.Items[j].Product == m.item.Product
			if same {
				out = append(out, &n.Items[j])
			}
		}
	}
	return out
}

// settle sums up the lead of a move and of those before it, and finds out whether it
// can be made. Needs go in no circle.
func (m *move) settle(at map[*assess.Item]*move, t Terms) {
	if m.lead > 0 {
		return
	}
	before := 0
	for _, it := range m.needs {
		need := at[it]
		if need == nil {
			continue // met, or not applicable
		}
		need.settle(at, t)
		before = max(before, need.lead)
		if need.stuck != "" && m.stuck == "" {
			m.stuck = Waiting
		}
	}
	m.lead = before + m.node.Node.Effort.Days
	if m.stuck == "" && t.Days > 0 && m.lead > t.Days {
		m.stuck = Late
	}
}

// gains are the points of the unit that each step of m brings.
func (m *move) gains(in *indicators.Instrument) []*big.Rat {
	counted := int64(0)
	for _, it := range m.node.Items {
		if it.State != assess.NA {
			counted++
		}
	}
	worth := new(big.Rat).Sub(in.Result.Max, in.Result.Min)
	worth.Mul(worth, m.node.Share).Mul(worth, big.NewRat(1, counted))
	scale := m.node.Node.Scale
	from := new(big.Rat)
	if m.item.Answer != nil && m.item.Answer.Value != nil {
		from = scale.Fraction(m.item.Answer.Value)
	}
	var out []*big.Rat
	for _, v := range m.values {
		to := scale.Fraction(v)
		gain := new(big.Rat).Sub(to, from)
		out, from = append(out, gain.Mul(gain, worth)), to
	}
	return out
}

// item is m as the knapsack sees it; part is what one point of the unit is worth.
func (m *move) asItem(in *indicators.Instrument, part *big.Rat) knapsack.Item {
	var it knapsack.Item
	if m.stuck != "" {
		return it
	}
	for _, g := range m.gains(in) {
		it.Steps = append(it.Steps, knapsack.Step{Cost: m.node.Node.Effort.Work, Gain: g.Mul(g, part)})
	}
	return it
}
