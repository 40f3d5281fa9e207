package solid

import (
	"math/big"

	"spotcheck/assess"
	"spotcheck/indicators"
)

// Break is the smallest set of answers that, each one step lower, breaks a set of gates
// that holds.
type Break struct {
	Set     string
	Unit    *assess.UnitResult // where it breaks
	Gate    indicators.Gate    // the one that does; zero if nothing can break the set
	Answers []Answer           // the largest effect first; Points are those of the gate's node
	After   *big.Rat           // score of the gate's node
	Alone   []Answer           // each of which would break the set alone
}

// breaks looks at every set of gates that holds in a unit.
func (s *scene) breaks(u *assess.UnitResult) []Break {
	var out []Break
	for _, set := range u.Axis.Sets {
		if set.State == assess.GateHolds {
			out = append(out, s.breakSet(u, set.Set))
		}
	}
	return out
}

// weakest are the sets that hold in every unit, each where it takes least to break.
func (s *scene) weakest(r *assess.Result) []Break {
	var out []Break
	for _, set := range r.Axis.Sets {
		if set.State != assess.GateHolds {
			continue
		}
		least := Break{Set: set.Set}
		for i := range r.Units {
			u := &r.Units[i]
			if u.Exact == nil || !holds(u, set.Set) {
				continue
			}
			if b := s.breakSet(u, set.Set); least.Unit == nil || b.before(least) {
				least = b
			}
		}
		out = append(out, least)
	}
	return out
}

func holds(u *assess.UnitResult, set string) bool {
	for _, s := range u.Axis.Sets {
		if s.Set == set {
			return s.State == assess.GateHolds
		}
	}
	return false
}

// before: b takes fewer answers than other; a set that nothing can break takes most.
func (b Break) before(other Break) bool {
	return b.Answers != nil && (other.Answers == nil || len(b.Answers) < len(other.Answers))
}

// breakSet is the gate of a set that fewest answers break; of equal ones the first.
func (s *scene) breakSet(u *assess.UnitResult, set string) Break {
	least := Break{Set: set, Unit: u}
	alone := map[*assess.Item]bool{}
	var singles []Answer
	for _, g := range u.Gates {
		if g.Gate.Set != set {
			continue
		}
		list := s.under(u, g.Gate.Node)
		n, single := smallest(list, g.Score, down, func(score *big.Rat) bool { return score.Cmp(g.Gate.Min) < 0 })
		for _, a := range list[:single] {
			if !alone[a.Item] {
				alone[a.Item], singles = true, append(singles, a)
			}
		}
		if n < 0 {
			continue
		}
		b := Break{Set: set, Unit: u, Gate: g.Gate, Answers: list[:n:n], After: after(list[:n], g.Score, down)}
		if b.before(least) {
			least = b
		}
	}
	least.Alone = singles
	return least
}

// under are the answers below a node that can be one step lower, with what that takes
// from the score of the node; nil is the total. Gates may be on what has no part in the
// total, so that a share in it says nothing about them.
func (s *scene) under(u *assess.UnitResult, top *indicators.Node) []Answer {
	var out []Answer
	for i := range u.Nodes {
		n := &u.Nodes[i]
		if n.Node.Asking == nil {
			continue
		}
		part := s.partOf(u, n.Node, top)
		if part.Sign() == 0 {
			continue
		}
		worth := s.worth(n, part)
		for j := range n.Items {
			if it := &n.Items[j]; it.State == assess.Answered {
				a := s.answer(u, n, it, worth)
				if a.steps[down].to != nil {
					out = append(out, Answer{u, n, it, a.steps[down].to, a.points[down]})
				}
			}
		}
	}
	return largest(out)
}

// partOf is the part of a node's score that rests on one below it; zero for all others.
func (s *scene) partOf(u *assess.UnitResult, n, top *indicators.Node) *big.Rat {
	part := big.NewRat(1, 1)
	for ; n != top; n = n.Parent {
		if n == nil || u.Node(n.ID).Score == nil {
			return new(big.Rat)
		}
		all := new(big.Rat)
		for _, sibling := range s.siblings(n) {
			if u.Node(sibling.ID).Score != nil {
				all.Add(all, sibling.Weight)
			}
		}
		if all.Sign() == 0 {
			return new(big.Rat)
		}
		part.Mul(part, n.Weight).Quo(part, all)
	}
	return part
}

// siblings are the nodes under n's parent, n among them.
func (s *scene) siblings(n *indicators.Node) []*indicators.Node {
	if n.Parent == nil {
		return s.in.Dimensions
	}
	return n.Parent.Children
}
