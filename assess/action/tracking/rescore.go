package tracking

import (
	"fmt"
	"math/big"
	"slices"

	"spotcheck/assess"
	"spotcheck/assess/action"
	"spotcheck/indicators"
)

// KeyOf is the action of a node: the whole government's is one for all units.
func KeyOf(unit string, n *indicators.Node) action.Key {
	if n.Scope == indicators.PerEntity {
		unit = action.WholeGovernment
	}
	return action.Key{Unit: unit, Indicator: n.ID}
}

// Rescore scores a round again with the actions met: their answers at the best of the
// scale, also those that are missing; what does not apply stays so.
func Rescore(r *assess.Result, met map[action.Key]bool) *assess.Result {
	in := r.Input
	in.Units = slices.Clone(in.Units)
	raised := map[assess.Key]*big.Rat{}
	for i := range r.Units {
		raise(&r.Units[i], &in.Units[i], in.Instrument, met, raised)
	}
	in.Answers = slices.DeleteFunc(slices.Clone(in.Answers), func(a assess.Answer) bool { return raised[a.Key] != nil })
	for k, v := range raised { // scoring does not depend on their order
		in.Answers = append(in.Answers, assess.Answer{Key: k, Layer: in.Layer, State: assess.Answered, Value: v})
	}
	return assess.ScoreRound(in)
}

// raise collects the answers of a unit that are to be the best. Products that nobody
// has named yet get a name for it, which changes no score.
func raise(u *assess.UnitResult, unit *assess.Unit, in *indicators.Instrument, met map[action.Key]bool, raised map[assess.Key]*big.Rat) {
	named := len(unit.Products)
	unit.Products = slices.Clone(unit.Products)
	for n := named; n < in.Products.Min; n++ {
		unit.Products = append(unit.Products, assess.Product{ID: fmt.Sprintf("\x00%d", n)}) // nobody's id
	}
	for i := range u.Nodes {
		n := &u.Nodes[i]
		if n.Node.Asking == nil || !n.Asked || !met[KeyOf(u.Unit.ID, n.Node)] {
			continue
		}
		next := named
		for _, it := range n.Items {
			k := assess.Key{Unit: u.Unit.ID, Indicator: n.Node.ID, Product: it.Product.ID, Respondent: it.Respondent}
			if n.Node.Scope == indicators.PerEntity {
				k.Unit = ""
			}
			if n.Node.Scope == indicators.PerProduct && it.Product.ID == "" {
				k.Product = unit.Products[next].ID
				next++
			}
			if it.State != assess.NA {
				raised[k] = best(n.Node.Scale)
			}
		}
	}
}

// best is the answer of a scale that counts most.
func best(s *indicators.Scale) *big.Rat {
	if n := len(s.Steps); n > 0 {
		return s.Steps[n-1].From
	}
	return s.Max
}
