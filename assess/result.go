package assess

import (
	"math/big"

	"spotcheck/indicators"
)

// Result is a scored round. All numbers are exact and on the instrument's result
// scale; a nil number means that nothing applied. Equal numbers may be one and the
// same: read them, never calculate into them.
type Result struct {
	Input  Input
	Entity Score
	Nodes  []NodeScore  // tree in file order: means over the units where the node applies
	Units  []UnitResult // by unit id
	Gates  []GateResult // entity gates, in instrument order
	Axis   Axis

	counted *big.Rat // how often the units with a score count together
}

// Score is a total with its bounds.
type Score struct {
	Exact     *big.Rat         // missing answers count as worst
	Max       *big.Rat         // missing answers count as best
	Low, High *big.Rat         // like Exact and Max, with Excluded nodes at worst and best; nil without exclusions
	Rounded   *big.Rat         // Exact, half up, at the instrument's decimals
	Band      *indicators.Band // of Rounded
	Done      int              // answers given, N/A included
	Slots     int              // answers asked for; what is asked of the whole government is not among them
	Lacking   int              // numbers of the whole government that the score needs and nobody gave
	Refused   int              // answers given that could not be used
}

// Progress is the share of what is needed that is there: 1 where nothing is, and
// below 1 unless Complete.
func (s Score) Progress() *big.Rat {
	needed := s.Slots + s.Lacking
	if s.Done == needed {
		needed += s.Refused
	}
	if needed == 0 {
		return big.NewRat(1, 1)
	}
	return big.NewRat(int64(s.Done), int64(needed))
}

// Complete reports that nothing is missing and nothing was refused; otherwise the
// result is sementara.
func (s Score) Complete() bool { return s.Done == s.Slots && s.Lacking == 0 && s.Refused == 0 }

// NodeScore is the entity's mean for one node; Score is nil where it applies to
// no unit.
type NodeScore struct {
	Node  *indicators.Node
	Score *big.Rat
	Units int // how many units it applies to
}

// UnitResult is one unit with every node of the tree.
type UnitResult struct {
	Unit Unit
	Score
	Verified int          // answers that come from a layer above Mandiri
	Nodes    []NodeResult // tree in file order
	Gates    []GateResult
	Axis     Axis
	places   map[string]int // node id -> index in Nodes
}

// Node finds a node's result by id; nil when the instrument has no such node.
func (u *UnitResult) Node(id string) *NodeResult {
	if i, ok := u.places[id]; ok {
		return &u.Nodes[i]
	}
	return nil
}

// NodeResult is one node of one unit.
type NodeResult struct {
	Node       *indicators.Node
	State      State    // of a branch: missing when any answer below is, na when all are
	Asked      bool     // false: not asked of this type of unit, or left out of the round
	Score, Max *big.Rat // nil when nothing that weighs anything applied
	Share      *big.Rat // part of the unit's total that rests on this node, 0 to 1
	Items      []Item   // indicators only: one per unit, product or respondent asked
	Done       int
}

// Lost is how many points of the unit's total this node gives away: its share
// times the distance from the best score.
func (n *NodeResult) Lost(best *big.Rat) *big.Rat {
	lost := new(big.Rat)
	if n.Score == nil {
		return lost
	}
	return lost.Mul(n.Share, lost.Sub(best, n.Score))
}

// Contribution is how many points of the unit's total come from this node.
func (n *NodeResult) Contribution() *big.Rat {
	if n.Score == nil {
		return new(big.Rat)
	}
	return new(big.Rat).Mul(n.Share, n.Score)
}

// Item is one answer slot of an indicator. Answer is nil when State is Missing;
// its Layer may lie below the layer asked for.
type Item struct {
	Product    Product // zero unless asked per product; ID "" for a product still to be named
	Respondent string
	State      State
	Score      *big.Rat // nil when NA; worst when Missing
	Answer     *Answer
}
