package form

import (
	"fmt"
	"slices"

	"spotcheck/assess"
	"spotcheck/indicators"
)

// slot is one place for a product or a person interviewed.
type slot struct {
	code     string
	name     string // known beforehand; empty: to be filled
	required bool   // counts as missing even when unused
}

// page is what one area asks of one unit: every indicator for every slot. An
// area without slots has the one slot without a code.
type page struct {
	area
	asks  []*indicators.Node
	slots []slot
}

// pages are the areas that concern the unit: those with anything to ask, and
// the products even without, where the instrument counts units by products.
func pages(s Spec) []page {
	var out []page
	for _, a := range areas(s.Instrument) {
		p := page{area: a, slots: slotsOf(a, s.Instrument, s.Unit)}
		for _, n := range s.Instrument.Indicators() {
			if a.asks(n) && n.Applies(s.Unit.Type) && !n.Within(s.Excluded) {
				p.asks = append(p.asks, n)
			}
		}
		if len(p.asks) > 0 || a.scope == indicators.PerProduct && s.Instrument.Result.RollUp == indicators.RollUpProduct {
			out = append(out, p)
		}
	}
	return out
}

func slotsOf(a area, in *indicators.Instrument, u assess.Unit) []slot {
	switch a.scope {
	case indicators.PerProduct:
		return productSlots(a, in, u)
	case indicators.PerRespondent:
		return blankSlots(a.prefix, a.group.Slots, a.group.Min)
	}
	return []slot{{required: true}}
}

// productSlots are the products of the register, or blank places for as many
// as the instrument leaves room for.
func productSlots(a area, in *indicators.Instrument, u assess.Unit) []slot {
	if len(u.Products) == 0 {
		return blankSlots(a.prefix, in.Products.Slots, in.Products.Min)
	}
	out := make([]slot, len(u.Products))
	for i, p := range u.Products {
		out[i] = slot{code: slotCode(a.prefix, i), name: p.Name, required: true}
	}
	return out
}

func blankSlots(prefix string, count, required int) []slot {
	out := make([]slot, count)
	for i := range out {
		out[i] = slot{code: slotCode(prefix, i), required: i < required}
	}
	return out
}

func slotCode(prefix string, i int) string { return fmt.Sprintf("%s%d", prefix, i+1) }

// asked are the pages that have a sheet of their own.
func asked(list []page) []page {
	return slices.DeleteFunc(slices.Clone(list), func(p page) bool { return len(p.asks) == 0 })
}

// slotted are the pages whose slots Identitas lists.
func slotted(list []page) []page {
	return slices.DeleteFunc(slices.Clone(list), func(p page) bool { return p.prefix == "" })
}
