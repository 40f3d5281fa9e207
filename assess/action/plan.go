package action

import (
	"math/big"

	"spotcheck/indicators"
	"spotcheck/indicators/problem"
)

// Schema names the workbook's contract; it is written into every one.
const Schema = "spotcheck/action/v1"

// Status is the class of a follow-up, in the words of the workbook.
type Status string

// The four classes of follow-up (Peraturan BPK 2/2017).
const (
	Fulfilled  Status = "Sesuai"
	Partly     Status = "Belum sesuai"
	Untouched  Status = "Belum ditindaklanjuti"
	Impossible Status = "Tidak dapat ditindaklanjuti"
)

// Statuses are the classes in their order, which is also how they are numbered.
var Statuses = [...]Status{Fulfilled, Partly, Untouched, Impossible}

// StatusWords are the classes as a list to choose from.
func StatusWords() []string {
	out := make([]string, len(Statuses))
	for i, s := range Statuses {
		out[i] = string(s)
	}
	return out
}

// Consent is whether an action was accepted; empty where nobody said.
type Consent string

// The answers to Diterima.
const (
	Accepted Consent = "ya"
	Declined Consent = "tidak"
)

// WholeGovernment stands in place of a unit's id where the whole government was
// asked. No unit is called so.
const WholeGovernment = "(pemda)"

// Key says what an action is about.
type Key struct{ Unit, Indicator string }

// String names the row for a person: "A2.1 unit dinkes".
func (k Key) String() string { return k.Indicator + " unit " + k.Unit }

// Item is one action planned: a gap, with all that the workbook prints of it.
type Item struct {
	Key
	UnitName, Title     string
	Condition, Criteria string // what was seen; what is asked, with its article
	Effect, Remedy      string // what it costs and threatens; what to do
	Role, Contact       string // who does it, and the unit's narahubung; Contact may be empty
	Due, DueText        string // ISO, empty where the round has no date; the same in words
	Expected            string // evidence
	Effort              string // label of the class
	Work                int    // person-days of a level; 0: not stated
	Lost, EntityLost    *big.Rat
	History             string // what the earlier round says of it; may be empty
	Owner               string // filled in beforehand, as is Accepted
	Accepted            Consent
}

// Plan is what a workbook is made of. Notes are printed above its rows. Past is what
// became of the actions of the round of the period From; both may be empty.
type Plan struct {
	Instrument           *indicators.Instrument
	Entity, Period, Date string // Date is ISO and may be empty
	Folio                bool   // printed on F4 instead of A4
	Notes                []string
	Items                []Item
	From                 string
	Past                 []Past

	places map[Key]int
}

// Past is an action of an earlier round, and what became of it.
type Past struct {
	Item   Item
	Entry  Entry
	Status Status
	Now    string // in words
}

// Entry is what was filled in of an item. Dates are ISO or empty.
type Entry struct {
	Key
	Cause            string
	Accepted         Consent
	Owner, Agreed    string // who does it, by when
	Report, Evidence string
	Status           Status
	Date             string // of the status
	At               problem.Place
}

// Find is the item of a key; nil where the plan has none. From the first call on Items
// must stay as they are; calls do not go side by side.
func (p *Plan) Find(k Key) *Item {
	if p.places == nil {
		p.places = make(map[Key]int, len(p.Items))
		for i := range p.Items {
			p.places[p.Items[i].Key] = i
		}
	}
	if i, ok := p.places[k]; ok {
		return &p.Items[i]
	}
	return nil
}
