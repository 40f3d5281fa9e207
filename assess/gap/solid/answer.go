package solid

import (
	"math/big"

	"spotcheck/assess"
	"spotcheck/indicators"
)

// Answer is one answer moved by one step.
type Answer struct {
	Unit   *assess.UnitResult // nil: the number is one of the whole government
	Node   *assess.NodeResult
	Item   *assess.Item
	To     *big.Rat // value
	Points *big.Rat // of the total, or of the node of a gate: lost or gained, above zero
}

// scene is the total that is looked at, with every answer that it rests on.
type scene struct {
	in       *indicators.Instrument
	terms    Terms
	score    assess.Score
	verified int
	answers  []answer
	data     map[*indicators.Node]int // secondary data -> its place in answers
	sorted   [2][]Answer              // by way: those that can be moved, the largest effect first
}

// answer is an answer that counts. What is missing or not applicable is not among them.
type answer struct {
	unit     *assess.UnitResult
	node     *assess.NodeResult
	item     *assess.Item
	worth    *big.Rat    // points between the worst and the best
	fraction *big.Rat    // of worth that it earns
	steps    [2]change   // by way
	points   [2]*big.Rat // of these steps; zero at the end of the scale
}

// way is where a step goes.
type way int

const (
	down way = iota
	up
)

// moves is a score that something moves by points.
func (w way) moves(score, points *big.Rat) *big.Rat {
	if w == down {
		return new(big.Rat).Sub(score, points)
	}
	return new(big.Rat).Add(score, points)
}

// change is one step: the value it leads to, nil at the end of the scale, and how far
// that is as a part of the scale.
type change struct{ to, by *big.Rat }

// add takes in the answers of a unit; part is what one point of it is worth.
func (s *scene) add(u *assess.UnitResult, part *big.Rat) {
	s.verified += u.Verified
	for i := range u.Nodes {
		n := &u.Nodes[i]
		if n.Node.Asking == nil || n.Share.Sign() == 0 {
			continue
		}
		worth := s.worth(n, new(big.Rat).Mul(n.Share, part))
		for j := range n.Items {
			if it := &n.Items[j]; it.State == assess.Answered {
				s.take(u, n, it, worth)
			}
		}
	}
}

// worth is how many points lie between the worst and the best answer of an indicator
// that makes up part of a total: its mean is over all answers that apply.
func (s *scene) worth(n *assess.NodeResult, part *big.Rat) *big.Rat {
	counted := int64(0)
	for _, it := range n.Items {
		if it.State != assess.NA {
			counted++
		}
	}
	span := new(big.Rat).Sub(s.in.Result.Max, s.in.Result.Min)
	return span.Mul(span, part).Mul(span, big.NewRat(1, counted))
}

// take files an answer. A number of the whole government is one answer, however many
// units it counts in.
func (s *scene) take(u *assess.UnitResult, n *assess.NodeResult, it *assess.Item, worth *big.Rat) {
	if at, ok := s.data[n.Node]; ok {
		worth = new(big.Rat).Add(worth, s.answers[at].worth)
		s.answers[at] = s.answer(nil, n, it, worth)
		return
	}
	if n.Node.Scope == indicators.PerEntity {
		if s.data == nil {
			s.data = map[*indicators.Node]int{}
		}
		u, s.data[n.Node] = nil, len(s.answers)
	}
	s.answers = append(s.answers, s.answer(u, n, it, worth))
}

func (s *scene) answer(u *assess.UnitResult, n *assess.NodeResult, it *assess.Item, worth *big.Rat) answer {
	scale := n.Node.Scale
	a := answer{unit: u, node: n, item: it, worth: worth, fraction: scale.Fraction(it.Answer.Value)}
	for _, w := range [...]way{down, up} {
		a.steps[w] = s.terms.step(scale, it.Answer.Value, w)
		a.points[w] = new(big.Rat).Mul(worth, a.steps[w].by)
	}
	return a
}

// step is one step from a value.
func (t Terms) step(s *indicators.Scale, value *big.Rat, w way) change {
	to := t.next(s, value, w)
	if to == nil || to.Cmp(value) == 0 {
		return change{nil, new(big.Rat)}
	}
	by := new(big.Rat).Sub(s.Fraction(to), s.Fraction(value))
	return change{to, by.Abs(by)}
}

// next is the value that one step leads to; nil, or the same, where there is no more.
func (t Terms) next(s *indicators.Scale, value *big.Rat, w way) *big.Rat {
	stairs, at := s.Stairs(), s.StairOf(value)
	switch {
	case len(stairs) == 0:
		part := new(big.Rat).Sub(s.Max, s.Min)
		return within(w.moves(value, part.Mul(part, t.Number)), s.Min, s.Max)
	case w == down && at > 0:
		return stairs[at-1]
	case w == up && at+1 < len(stairs):
		return stairs[at+1]
	}
	return nil
}

func within(r, low, high *big.Rat) *big.Rat {
	switch {
	case r.Cmp(low) < 0:
		return low
	case r.Cmp(high) > 0:
		return high
	}
	return r
}

// claim: nobody but the unit has given the answer.
func (a *answer) claim() bool {
	return a.item.Answer.Layer == assess.Mandiri && a.node.Node.Scope != indicators.PerEntity
}

// earned are the points above the worst.
func (a *answer) earned() *big.Rat { return new(big.Rat).Mul(a.worth, a.fraction) }
