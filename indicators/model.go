package indicators

import (
	"math/big"
	"slices"
)

// Schema names the YAML format that this package reads.
const Schema = "spotcheck/instrument/v1"

// Instrument is one versioned set of indicators.
type Instrument struct {
	ID, Version          string
	Title, Short         string
	About, Notice        string
	Digest               string // "sha256:" and the hash of the file with LF line ends
	ValidFrom, ValidTo   string // ISO dates; ValidTo may be empty
	Legal                []*Source
	Result               Result
	Sources              []*Source
	Bands                Bands
	Weights              Provenance // of every weight that does not state its own
	Scales               []*Scale
	Products             Products
	Respondents          *Respondents // nil: nobody is interviewed
	Types                []Name
	Roles                []Role
	Efforts              []*Effort
	Sanctions            []*Sanction
	Gates                []Gate
	Dimensions           []*Node // the top of the tree, in file order
	nodes                map[string]*Node
	indicators, preorder []*Node
}

// Result is the scale on which scores are told.
type Result struct {
	Min, Max *big.Rat
	Decimals int
	RollUp   string // RollUpUnit or RollUpProduct
}

// How units make up the entity: every unit counts once, or as many times as it
// has assessed products.
const (
	RollUpUnit    = "unit"
	RollUpProduct = "product"
)

// Name is a key with its Indonesian name.
type Name struct{ Key, Title string }

// Role is who fixes a gap. Outside roles belong to no unit being assessed.
type Role struct {
	Name
	Outside bool
}

// Source is something cited; Cite is its short form in citations.
type Source struct{ Key, Title, Cite, URL string }

// Provenance says how far a number may be trusted, and why.
type Provenance struct {
	Mark    string // Confirmed, SingleSource, Assumed, Own
	Sources []*Source
	Reason  string
}

// The marks of a Provenance.
const (
	Confirmed    = "confirmed"
	SingleSource = "single-source"
	Assumed      = "assumed"
	Own          = "own"
)

// Bands are the categories of a result, best first, with where they come from.
type Bands struct {
	Provenance
	List []*Band
}

// Band is one category: results from From up to the next better band.
type Band struct {
	Category, Label string
	Zone            string // hijau, kuning, merah
	From            *big.Rat
}

// Zones in falling order, as the reports list them.
var Zones = [...]string{"hijau", "kuning", "merah"}

// Products bounds how many service products of a unit are asked about.
type Products struct{ Min, Slots int }

// Respondents says who is interviewed, how many at least, and for how many the
// form has room.
type Respondents struct {
	Provenance
	Label      string
	Min, Slots int
}

// Effort is a class of work with its lead time in calendar days.
type Effort struct {
	Key, Label, About string
	Days              int
}

// Sanction is a consequence named by law.
type Sanction struct {
	Key, Text string
	Cite      Citation
}

// Gate is a minimum that stands beside the weighted score, never inside it.
type Gate struct {
	Provenance
	Node  *Node
	Title string
	Min   *big.Rat // on the result scale
}

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

// Asked once of the unit, once per product, once per person interviewed.
const (
	PerUnit       Scope = "unit"
	PerProduct    Scope = "product"
	PerRespondent Scope = "respondent"
)

// Node is a dimension, a variable or an indicator.
type Node struct {
	ID, Title string
	Kind      Kind
	Weight    *big.Rat // relative to the siblings
	Origin    Provenance
	Parent    *Node
	Children  []*Node
	*Asking   // nil unless Kind is Indicator
}

// Asking is what only an indicator has.
type Asking struct {
	Scope          Scope
	Scale          *Scale
	Question, Look string
	Levels         []string // one text per level of Scale, in its order
	Evidence       []string
	Legal          []Citation
	LegalNote      string
	Sanctions      []*Sanction
	SanctionNote   string
	Remedy         string
	Effort         *Effort
	Role           Role
	NA             string   // when "tidak berlaku" may be answered; empty: never
	Only, Except   []string // unit types
}

// Indicators are the leaves in file order.
func (in *Instrument) Indicators() []*Node { return in.indicators }

// Nodes are all nodes in file order, parents before children.
func (in *Instrument) Nodes() []*Node { return in.preorder }

// Node finds a node by id; nil when there is none.
func (in *Instrument) Node(id string) *Node { return in.nodes[id] }

// Applies reports whether the indicator is asked of units of that type.
func (n *Node) Applies(unitType string) bool {
	if n.Asking == nil {
		return true
	}
	for _, t := range n.Except {
		if t == unitType {
			return false
		}
	}
	for _, t := range n.Only {
		if t == unitType {
			return true
		}
	}
	return len(n.Only) == 0
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

// BandOf finds the band of a score already rounded to the instrument's
// decimals. Scores outside the scale take the nearest band.
func (in *Instrument) BandOf(rounded *big.Rat) *Band {
	for _, b := range in.Bands.List {
		if rounded.Cmp(b.From) >= 0 {
			return b
		}
	}
	return in.Bands.List[len(in.Bands.List)-1]
}

// TypeTitle is the Indonesian name of a unit type, or the key itself.
func (in *Instrument) TypeTitle(key string) string {
	for _, t := range in.Types {
		if t.Key == key {
			return t.Title
		}
	}
	return key
}
