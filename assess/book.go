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
	respondents map[asked][]string // who was met, in order
	met         map[person]bool
	top         []*branch
	places      map[string]int // node id -> place in a result
	scales      map[*indicators.Scale]map[*big.Rat]worth
}

// asked is a group of people of one unit, person one of them.
type (
	asked struct {
		unit  string
		group *indicators.Respondents
	}
	person struct {
		asked
		id string
	}
)

func newBook(in Input) *book {
	b := &book{
		in: in, excluded: map[string]bool{},
		answers: make(map[Key]*Answer, len(in.Answers)), respondents: map[asked][]string{}, met: map[person]bool{},
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
	p := person{asked{a.Unit, n.Group}, a.Respondent}
	if !b.met[p] {
		b.met[p] = true
		b.respondents[p.asked] = append(b.respondents[p.asked], p.id)
	}
}

func rank(l Layer) int { return slices.Index(Layers[:], l) }

// items lists the slots of an indicator: one for the unit or the government, one
// per product, one per respondent; never fewer than the instrument demands.
func (b *book) items(u Unit, n *indicators.Node) []Item {
	switch n.Scope {
	case indicators.PerProduct:
		return b.perProduct(u, n)
	case indicators.PerRespondent:
		return b.perRespondent(u, n)
	case indicators.PerEntity:
		return []Item{b.item(Item{}, Key{Indicator: n.ID})}
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

// perRespondent: of a sample only those who answered count, and who is short of
// the least number.
func (b *book) perRespondent(u Unit, n *indicators.Node) []Item {
	var out []Item
	of := asked{u.ID, n.Group}
	for _, r := range b.respondents[of] {
		it := b.item(Item{Respondent: r}, Key{Unit: u.ID, Indicator: n.ID, Respondent: r})
		if it.State != Missing || !n.Group.Sample {
			out = append(out, it)
		}
	}
	for next := 1; len(out) < n.Group.Min; next++ {
		if id := fmt.Sprintf("%s%d", n.Group.Code, next); !b.met[person{of, id}] {
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
