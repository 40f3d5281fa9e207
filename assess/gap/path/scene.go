package path

import (
	"errors"
	"math/big"

	"spotcheck/assess"
	"spotcheck/assess/gap"
	"spotcheck/assess/gap/knapsack"
	"spotcheck/indicators"
)

// scene is what a path is looked for in: one unit, or all of them.
type scene struct {
	in     *indicators.Instrument
	before *big.Rat
	moves  []*move
	parts  []*big.Rat // of each move: what one point of its unit is worth
	gates  []assess.GateResult
	unit   *assess.UnitResult // nil: the government
}

func unitScene(r *assess.Result, u *assess.UnitResult, t Terms) (*scene, error) {
	s := &scene{in: r.Input.Instrument, before: u.Exact, gates: u.Gates, unit: u}
	s.add(u, big.NewRat(1, 1), t)
	return s, s.judge()
}

func entityScene(r *assess.Result, t Terms) (*scene, error) {
	s := &scene{in: r.Input.Instrument, before: r.Entity.Exact}
	for i := range r.Units {
		s.add(&r.Units[i], r.EntityShare(&r.Units[i]), t)
	}
	return s, s.judge()
}

// add takes in the moves of a unit.
func (s *scene) add(u *assess.UnitResult, part *big.Rat, t Terms) {
	for _, m := range moves(u, s.in, t) {
		if gap.Silent(u) {
			m.stuck = Silent
		}
		s.moves, s.parts = append(s.moves, m), append(s.parts, part)
	}
}

func (s *scene) judge() error {
	if s.before == nil {
		return ErrNoScore
	}
	for _, m := range s.moves {
		if m.stuck == "" && m.node.Node.Effort.Work == 0 {
			return ErrNoWork
		}
	}
	return nil
}

// problem is the scene as a knapsack, with the gates of a set as floors.
func (s *scene) problem(goal Goal) (knapsack.Problem, error) {
	var p knapsack.Problem
	at := map[*assess.Item]int{}
	for i, m := range s.moves {
		at[m.item] = i
		p.Items = append(p.Items, m.asItem(s.in, s.parts[i]))
	}
	for i, m := range s.moves {
		for _, it := range m.needs {
			if n, ok := at[it]; ok {
				p.Items[i].Needs = append(p.Items[i].Needs, n)
			}
		}
	}
	if !goal.Gated {
		return p, nil
	}
	for _, g := range s.gates {
		if g.Gate.Set != goal.Set || g.Score == nil {
			continue
		}
		f, err := s.floor(g)
		if err != nil {
			return p, err
		}
		p.Floors = append(p.Floors, f)
	}
	return p, nil
}

// ErrUncounted: a minimum on what has no part in the score cannot be weighed with it.
var ErrUncounted = errors.New("path: a gate on a node that does not count")

// floor is a gate in points of the unit.
func (s *scene) floor(g assess.GateResult) (knapsack.Floor, error) {
	f := knapsack.Floor{Least: new(big.Rat).Sub(g.Gate.Min, g.Score)}
	share := big.NewRat(1, 1)
	if g.Gate.Node != nil {
		share = s.unit.Node(g.Gate.Node.ID).Share
	}
	if share.Sign() == 0 && f.Least.Sign() > 0 {
		return f, ErrUncounted
	}
	f.Least.Mul(f.Least, share)
	for i, m := range s.moves {
		if g.Gate.Node == nil || m.node.Node.Within([]string{g.Gate.Node.ID}) {
			f.Items = append(f.Items, i)
		}
	}
	return f, nil
}
