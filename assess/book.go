package assess

import (
	"fmt"
	"math/big"
	"slices"

	"spotcheck/indicators"
)

// book is a round as it is looked up while its units are scored: the answer that
// counts for a key at the layer asked for, and the tree with what the round leaves
// out. It does not change after newBook.
type book struct {
	in          Input
	excluded    map[string]bool
	answers     map[Key]*Answer
	respondents map[string][]string // unit id -> respondent ids in order
	top         []*branch
	places      map[string]int // node id -> place in a result
	scales      map[*indicators.Scale]map[*big.Rat]worth
}

func newBook(in Input) *book {
	b := &book{
		in: in, excluded: map[string]bool{},
		answers: make(map[Key]*Answer, len(in.Answers)), respondents: map[string][]string{},
		places: map[string]int{}, scales: map[*indicators.Scale]map[*big.Rat]worth{},
	}
	for _, id := range in.Excluded {
		b.excluded[id] = true
	}
	b.top = b.plant(in.Instrument.Dimensions, false)
	top := rank(in.Layer)
	for i := range in.Answers {
		a := &in.Answers[i]
		if rank(a.Layer) > top {
			continue
		}
		b.meet(a)
		if old := b.answers[a.Key]; old == nil || rank(a.Layer) > rank(old.Layer) {
			b.answers[a.Key] = a
		}
	}
	for _, ids := range b.respondents {
		slices.Sort(ids)
	}
	return b
}

// meet notes who was interviewed: whoever answered anything that people are
// asked. What the layers above say does not count, nor answers to anything else.
func (b *book) meet(a *Answer) {
	n := b.in.Instrument.Node(a.Indicator)
	if a.Respondent == "" || n == nil || n.Asking == nil || n.Scope != indicators.PerRespondent {
		return
	}
	if !slices.Contains(b.respondents[a.Unit], a.Respondent) {
		b.respondents[a.Unit] = append(b.respondents[a.Unit], a.Respondent)
	}
}

func rank(l Layer) int { return slices.Index(Layers[:], l) }

// items lists the slots of an indicator: one for the unit, one per product, one
// per respondent; never fewer than the instrument demands.
func (b *book) items(u Unit, n *indicators.Node) []Item {
	switch n.Scope {
	case indicators.PerProduct:
		return b.perProduct(u, n)
	case indicators.PerRespondent:
		return b.perRespondent(u, n)
	}
	return []Item{b.item(Item{}, Key{Unit: u.ID, Indicator: n.ID})}
}

func (b *book) perProduct(u Unit, n *indicators.Node) []Item {
	var out []Item
	for _, p := range u.Products {
		out = append(out, b.item(Item{Product: p}, Key{Unit: u.ID, Indicator: n.ID, Product: p.ID}))
	}
	for len(out) < b.in.Instrument.Products.Min {
		out = append(out, Item{State: Missing})
	}
	return out
}

func (b *book) perRespondent(u Unit, n *indicators.Node) []Item {
	var out []Item
	for _, r := range b.respondents[u.ID] {
		out = append(out, b.item(Item{Respondent: r}, Key{Unit: u.ID, Indicator: n.ID, Respondent: r}))
	}
	for next := 1; len(out) < b.in.Instrument.Respondents.Min; next++ {
		if id := fmt.Sprintf("R%d", next); !slices.Contains(b.respondents[u.ID], id) {
			out = append(out, Item{Respondent: id, State: Missing})
		}
	}
	return out
}

func (b *book) item(it Item, k Key) Item {
	it.State = Missing
	if a := b.answers[k]; a != nil {
		it.Answer, it.State = a, a.State
	}
	return it
}
