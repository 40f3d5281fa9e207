package assess

import (
	"math/big"

	"spotcheck/indicators"
)

// GateResult tells whether a minimum holds.
type GateResult struct {
	Gate  indicators.Gate
	Score *big.Rat // nil: nothing applied
	State GateState
}

// GateState is the outcome of a gate.
type GateState string

// A gate holds, fails, cannot be told while answers are missing, or has nothing
// to judge.
const (
	GateHolds GateState = "holds"
	GateFails GateState = "fails"
	GateOpen  GateState = "open"
	GateVoid  GateState = "void"
)

// Axis is what stands beside the score: the sets of gates that must hold
// together, and the opinion that they and the category earn.
type Axis struct {
	Sets    []SetResult
	Opinion *Opinion // nil: the instrument tells none
}

// SetResult is the outcome of a set of gates: it fails with any of them and holds
// with all.
type SetResult struct {
	Set   string
	State GateState
}

// Opinion is a label, or why there is none.
type Opinion struct {
	Label string // empty unless State is OpinionTold
	State OpinionState
}

// OpinionState says whether an opinion can be told.
type OpinionState string

// An opinion is told, or not: answers are missing, the round leaves something
// out, its gates cannot be told, or none is known for what came out.
const (
	OpinionTold     OpinionState = "told"
	OpinionMissing  OpinionState = "missing"
	OpinionExcluded OpinionState = "excluded"
	OpinionOpen     OpinionState = "open"
	OpinionUnknown  OpinionState = "unknown"
)

// gated are the numbers that a gate looks at: its node's, or the total's.
func (u *UnitResult) gated(g indicators.Gate) (score, most *big.Rat) {
	if g.Node == nil {
		return u.Exact, u.Max
	}
	n := u.Node(g.Node.ID)
	return n.Score, n.Max
}

func judge(g indicators.Gate, score, most *big.Rat) GateState {
	switch {
	case score == nil:
		return GateVoid
	case score.Cmp(g.Min) >= 0:
		return GateHolds
	case most.Cmp(g.Min) >= 0:
		return GateOpen
	}
	return GateFails
}

// axis sums up the gates of one unit.
func (in Input) axis(s Score, gates []GateResult) Axis {
	return in.conclude(s, func(set string) GateState { return together(set, gates) })
}

// axis of the government: a set holds where it holds in every unit that it can be
// told of. A mean may pass every minimum that no unit does.
func (r *Result) axis() Axis {
	return r.Input.conclude(r.Entity, func(set string) GateState {
		state := GateVoid
		for i := range r.Units {
			if s := together(set, r.Units[i].Gates); rankOf[s] > rankOf[state] {
				state = s
			}
		}
		return state
	})
}

// rankOf is which state of a unit decides over which: one that fails over all.
var rankOf = map[GateState]int{GateVoid: 0, GateHolds: 1, GateOpen: 2, GateFails: 3}

// conclude names the sets with their states, and the opinion that follows.
func (in Input) conclude(s Score, state func(set string) GateState) Axis {
	var a Axis
	for _, set := range in.Instrument.GateSets() {
		a.Sets = append(a.Sets, SetResult{set, state(set)})
	}
	if o := in.Instrument.Opinions; o != nil {
		a.Opinion = in.opinion(o, s, state(o.Set))
	}
	return a
}

// together is the state of a set of gates: what nothing was judged for stays
// untold whatever is answered later.
func together(set string, gates []GateResult) GateState {
	state := GateHolds
	for _, g := range gates {
		switch {
		case g.Gate.Set != set:
		case g.State == GateFails:
			return GateFails
		case g.State == GateVoid || g.State == GateOpen && state == GateHolds:
			state = g.State
		}
	}
	return state
}

// opinion: never when one of its inputs is missing.
func (in Input) opinion(o *indicators.Opinions, s Score, gates GateState) *Opinion {
	switch {
	case len(in.Excluded) > 0:
		return &Opinion{State: OpinionExcluded}
	case s.Band == nil || !s.Complete():
		return &Opinion{State: OpinionMissing}
	case gates == GateOpen || gates == GateVoid:
		return &Opinion{State: OpinionOpen}
	}
	label := o.Of(s.Band.Category, gates == GateHolds)
	if label == "" {
		return &Opinion{State: OpinionUnknown}
	}
	return &Opinion{label, OpinionTold}
}
