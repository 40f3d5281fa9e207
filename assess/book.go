package assess

import (
	"fmt"
	"math/big"
	"slices"

	"spotcheck/indicators"
)

// book is a round as one worker looks it up while it scores unit after unit: the
// tree with what the round leaves out, the answers that count of the unit it is
// opened at, and the numbers that it has worked out already.
type book struct {
	in          Input
	runs        runs
	entity      map[Key]*Answer                      // what the whole government is asked
	answers     map[Key]*Answer                      // the other maps are about the unit it is opened at
	respondents map[*indicators.Respondents][]string // who was met, in order
	met         map[person]bool
	members     map[*indicators.Respondents][]string // R1, R2, ...
	slots       []Item                               // of the unit, indicator after indicator
	top         []*branch
	leaves      []*branch
	places      map[string]int // node id -> place in a result
	gateSets    []string
	scales      map[*indicators.Scale]map[ratio]worth
	scores      map[ratio]*big.Rat // fraction -> the same on the result scale
	shares      map[ratio]*big.Rat
}

// person is a member of a group of one unit.
type person struct {
	group *indicators.Respondents
	id    string
}

// runs are the answers by unit, in pieces as they stand in the input, where mostly
// all of a unit stand together; those under "" are about the whole government.
type runs map[string][][]Answer

func newRuns(answers []Answer) runs {
	r := runs{}
	for len(answers) > 0 {
		unit := answers[0].Unit
		end := slices.IndexFunc(answers, func(a Answer) bool { return a.Unit != unit })
		if end < 0 {
			end = len(answers)
		}
		r[unit] = append(r[unit], answers[:end])
		answers = answers[end:]
	}
	return r
}

func newBook(in Input, r runs) *book {
	b := &book{
		in: in, runs: r, entity: map[Key]*Answer{},
		answers: map[Key]*Answer{}, respondents: map[*indicators.Respondents][]string{}, met: map[person]bool{}, members: map[*indicators.Respondents][]string{},
		places: map[string]int{}, gateSets: in.Instrument.GateSets(),
		scales: map[*indicators.Scale]map[ratio]worth{}, scores: map[ratio]*big.Rat{}, shares: map[ratio]*big.Rat{},
	}
	b.top = b.plant(in.Instrument.Dimensions, false)
	b.gather("", b.entity)
	return b
}

// open turns to a unit.
func (b *book) open(unit string) {
	clear(b.answers)
	clear(b.respondents)
	clear(b.met)
	b.slots = b.slots[:0]
	b.gather(unit, b.answers)
	for _, ids := range b.respondents {
		slices.Sort(ids)
	}
}

// gather puts what counts of a unit's answers into into.
func (b *book) gather(unit string, into map[Key]*Answer) {
	top := rank(b.in.Layer)
	for _, run := range b.runs[unit] {
		for i := range run {
			a := &run[i]
			if rank(a.Layer) > top {
				continue
			}
			b.meet(a)
			if old := into[a.Key]; old == nil || rank(a.Layer) > rank(old.Layer) {
				into[a.Key] = a
			}
		}
	}
}

// meet notes who was interviewed: whoever answered anything that people are
// asked. What the layers above say does not count, nor answers to anything else.
func (b *book) meet(a *Answer) {
	n := b.in.Instrument.Node(a.Indicator)
	if a.Respondent == "" || n == nil || n.Asking == nil || n.Scope != indicators.PerRespondent {
		return
	}
	p := person{n.Group, a.Respondent}
	if !b.met[p] {
		b.met[p] = true
		b.respondents[n.Group] = append(b.respondents[n.Group], p.id)
	}
}

func rank(l Layer) int { return slices.Index(Layers[:], l) }

// items lists the slots of an indicator: one for the unit or the government, one
// per product, one per respondent; never fewer than the instrument demands.
func (b *book) items(u Unit, n *indicators.Node) []Item {
	from := len(b.slots)
	switch n.Scope {
	case indicators.PerProduct:
		b.perProduct(u, n)
	case indicators.PerRespondent:
		b.perRespondent(u, n)
	case indicators.PerEntity:
		b.add(Item{}, b.entity[Key{Indicator: n.ID}])
	default:
		b.add(Item{}, b.answers[Key{Unit: u.ID, Indicator: n.ID}])
	}
	return b.slots[from:]
}

func (b *book) perProduct(u Unit, n *indicators.Node) {
	for _, p := range u.Products {
		b.add(Item{Product: p}, b.answers[Key{Unit: u.ID, Indicator: n.ID, Product: p.ID}])
	}
	for range b.in.Instrument.Products.Min - len(u.Products) {
		b.add(Item{}, nil)
	}
}

// perRespondent: of a sample only those who answered count, and who is short of
// the least number.
func (b *book) perRespondent(u Unit, n *indicators.Node) {
	from := len(b.slots)
	for _, r := range b.respondents[n.Group] {
		a := b.answers[Key{Unit: u.ID, Indicator: n.ID, Respondent: r}]
		if a != nil || !n.Group.Sample {
			b.add(Item{Respondent: r}, a)
		}
	}
	for next := 1; len(b.slots)-from < n.Group.Min; next++ {
		if id := b.member(n.Group, next); !b.met[person{n.Group, id}] {
			b.add(Item{Respondent: id}, nil)
		}
	}
}

// member is the name of the one that many in a group, from 1.
func (b *book) member(g *indicators.Respondents, number int) string {
	for known := len(b.members[g]); known < number; known++ {
		b.members[g] = append(b.members[g], fmt.Sprintf("%s%d", g.Code, known+1))
	}
	return b.members[g][number-1]
}

// add takes up a slot with its answer; nil when it is missing.
func (b *book) add(it Item, a *Answer) {
	it.State = Missing
	if a != nil {
		it.Answer, it.State = a, a.State
	}
	b.slots = append(b.slots, it)
}

// settle gives the slots of the unit a place of their own: until then they lie in
// room that the next unit needs.
func (b *book) settle(res *UnitResult) {
	own := slices.Clone(b.slots)
	for _, l := range b.leaves {
		nr := &res.Nodes[l.place]
		n := len(nr.Items)
		nr.Items, own = own[:n:n], own[n:]
	}
}
