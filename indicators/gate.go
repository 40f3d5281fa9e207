package indicators

import "math/big"

// Gate is a minimum that stands beside the weighted score, never inside it.
type Gate struct {
	Provenance
	Set    string // gates of one set must all hold together; may be empty
	Node   *Node  // nil: the total
	Title  string
	Min    *big.Rat // on the result scale
	Points *big.Rat // the same in points of the node's weight; nil where Min was stated
}

// Of names what a gate is about: the id of its node, or "" for the total.
func (g Gate) Of() string {
	if g.Node == nil {
		return ""
	}
	return g.Node.ID
}

// GateSets are the names of the gate sets in file order.
func (in *Instrument) GateSets() []string {
	var out []string
	seen := map[string]bool{"": true}
	for _, g := range in.Gates {
		if !seen[g.Set] {
			seen[g.Set] = true
			out = append(out, g.Set)
		}
	}
	return out
}

// Opinions are the labels that a result earns by its category and by a set of
// gates, the second axis.
type Opinions struct {
	Provenance
	Title string
	Set   string // of gates
	List  []Opinion
}

// Opinion is the labels of one category: when the gates hold and when one fails.
// An empty label means that none is known for that pair.
type Opinion struct{ Category, Holds, Fails string }

// Of is the label of a category; empty where none is known.
func (o *Opinions) Of(category string, holds bool) string {
	for _, l := range o.List {
		if l.Category == category && holds {
			return l.Holds
		}
		if l.Category == category {
			return l.Fails
		}
	}
	return ""
}

// Variant says of which instrument another is a variant, and which weights differ.
type Variant struct {
	Base    *Instrument
	Changes []Change
}

// Change is a weight before and after.
type Change struct {
	Node     *Node
	From, To *big.Rat
}
