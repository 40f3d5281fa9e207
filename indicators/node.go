package indicators

import (
	"math/big"
	"slices"
)

// Kind is the place of a node in the tree.
type Kind string

// A node without children is an indicator, a top node with children a
// dimension, any other a variable.
const (
	Dimension Kind = "dimension"
	Variable  Kind = "variable"
	Indicator Kind = "indicator"
)

// Scope says what an indicator is asked of.
type Scope string

// Asked once of the unit, once per product, once per person interviewed, or once
// for the whole government: secondary data.
const (
	PerUnit       Scope = "unit"
	PerProduct    Scope = "product"
	PerRespondent Scope = "respondent"
	PerEntity     Scope = "entity"
)

// Weighing is how a node came by its weight.
type Weighing string

// Stated in the file; an equal part of what a group leaves over; the sum of the
// children's.
const (
	Stated Weighing = ""
	Split  Weighing = "split"
	Summed Weighing = "summed"
)

// Node is a dimension, a variable or an indicator.
type Node struct {
	ID, Title string
	Kind      Kind
	Weight    *big.Rat // relative to the siblings; 0: asked and told, not counted
	Weighing  Weighing
	Origin    Provenance
	Parent    *Node
	Children  []*Node
	*Asking   // nil unless Kind is Indicator
}

// Asking is what only an indicator has.
type Asking struct {
	Scope          Scope
	Group          *Respondents // who is asked; nil unless Scope is PerRespondent
	Scale          *Scale
	Wording        Provenance // of question and level texts
	Question, Look string
	Levels         []string // one text per level of Scale, in its order
	Evidence       []string
	Legal          []Citation
	LegalNote      string
	Sanctions      []*Sanction
	SanctionNote   string
	Remedy         string
	Effort         *Effort
	Needs          []*Node // indicators to be met fully before work on this one begins
	Role           Role
	NA             string   // when "tidak berlaku" may be answered; empty: never
	Only, Except   []string // unit types
}

// Applies reports whether the indicator is asked of units of that type.
func (n *Node) Applies(unitType string) bool {
	if n.Asking == nil {
		return true
	}
	if slices.Contains(n.Except, unitType) {
		return false
	}
	return len(n.Only) == 0 || slices.Contains(n.Only, unitType)
}

// Repeats reports whether a unit is asked more than once: of each product or of
// each person.
func (n *Node) Repeats() bool { return n.Scope == PerProduct || n.Scope == PerRespondent }

// Counted reports whether n has any part in the score: neither it nor a branch
// above it weighs nothing.
func (n *Node) Counted() bool {
	for ; n != nil; n = n.Parent {
		if n.Weight.Sign() == 0 {
			return false
		}
	}
	return true
}

// Top is the dimension (or lone top indicator) that n belongs to.
func (n *Node) Top() *Node {
	for n.Parent != nil {
		n = n.Parent
	}
	return n
}

// Within reports whether n, or a node above it, is among ids.
func (n *Node) Within(ids []string) bool {
	for ; n != nil; n = n.Parent {
		if slices.Contains(ids, n.ID) {
			return true
		}
	}
	return false
}
