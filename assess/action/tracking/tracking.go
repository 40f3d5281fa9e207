package tracking

import (
	"cmp"
	"math/big"
	"slices"
	"strings"
	"time"

	"spotcheck/assess"
	"spotcheck/assess/action"
)

// Standing is how far a plan has come. AsOf is the day that Overdue is about; where it
// is empty nothing is overdue.
type Standing struct {
	Plan   *action.Plan
	AsOf   string
	Rows   []Row          // in the order of the plan
	Closed []action.Entry // of gaps that were planned and have closed since
	Now    *assess.Result // the round as it was scored
	Done   *assess.Result // with what is fulfilled
	Kept   *assess.Result // with what is promised, too
	All    Tally
	Units  []Group // by id; the whole government's after them
	Roles  []Group // by name
	Owners []Group // by name, of the actions that have an owner
}

// Row is one action.
type Row struct {
	Item     *action.Item
	Entry    action.Entry
	Class    action.Status // Belum ditindaklanjuti where nobody said
	Told     bool          // anything was filled in
	Declined bool
	Promised bool
	Due      string // agreed or planned; ISO, may be empty
	Late     int    // days overdue; 0: not
}

// Tally counts actions. Class counts them in the order of action.Statuses, without
// those declined; Gained and Promised are points of the entity's total.
type Tally struct {
	Rows, Told, Declined, Overdue int
	Accepted                      int // said so
	Class                         [len(action.Statuses)]int
	Gained, Promised              *big.Rat
}

// Group is the actions of a unit, a role or an owner.
type Group struct {
	Name string // of a unit, the id
	Tally
}

// Of counts the actions of a class.
func (t Tally) Of(s action.Status) int { return t.Class[slices.Index(action.Statuses[:], s)] }

// Counted is how many actions are to be done: all but those declined.
func (t Tally) Counted() int { return t.Rows - t.Declined }

// Completion is the share of these that is fulfilled; nil where there are none.
func (t Tally) Completion() *big.Rat {
	if t.Counted() == 0 {
		return nil
	}
	return big.NewRat(int64(t.Of(action.Fulfilled)), int64(t.Counted()))
}

// New tells the standing of a plan of the round r, of which each entry is one row.
func New(r *assess.Result, p *action.Plan, filled *action.Filled, asOf string) *Standing {
	s := &Standing{Plan: p, AsOf: asOf, Closed: filled.Closed, Now: r, All: newTally()}
	entries := make(map[action.Key]action.Entry, len(filled.Entries))
	for _, e := range filled.Entries {
		entries[e.Key] = e
	}
	done, kept := map[action.Key]bool{}, map[action.Key]bool{}
	for i := range p.Items {
		e, told := entries[p.Items[i].Key]
		row := rowOf(&p.Items[i], e, told, asOf)
		s.Rows = append(s.Rows, row)
		s.All.add(row)
		done[row.Item.Key] = row.Class == action.Fulfilled
		kept[row.Item.Key] = row.Class == action.Fulfilled || row.Promised
	}
	s.Done, s.Kept = Rescore(r, done), Rescore(r, kept)
	s.Units = s.groups(func(r Row) string { return r.Item.Unit })
	slices.SortStableFunc(s.Units, func(a, b Group) int {
		return cmp.Compare(whole(a.Name), whole(b.Name))
	})
	s.Roles = s.groups(func(r Row) string { return r.Item.Role })
	s.Owners = s.groups(func(r Row) string { return r.Entry.Owner })
	return s
}

func whole(unit string) int {
	if unit == action.WholeGovernment {
		return 1
	}
	return 0
}

func rowOf(i *action.Item, e action.Entry, told bool, asOf string) Row {
	row := Row{Item: i, Entry: e, Told: told, Class: cmp.Or(e.Status, action.Untouched), Due: cmp.Or(e.Agreed, i.Due)}
	row.Declined = e.Accepted == action.Declined
	open := !row.Declined && row.Class != action.Impossible && row.Class != action.Fulfilled
	row.Promised = open && e.Accepted == action.Accepted
	if open {
		row.Late = daysBetween(row.Due, asOf)
	}
	return row
}

// daysBetween is how many days the second lies after the first; 0 if it does not, or
// either is no day.
func daysBetween(first, second string) int {
	a, err := time.Parse(time.DateOnly, first)
	b, err2 := time.Parse(time.DateOnly, second)
	if err != nil || err2 != nil || !b.After(a) {
		return 0
	}
	return int(b.Sub(a).Hours() / 24)
}

func newTally() Tally { return Tally{Gained: new(big.Rat), Promised: new(big.Rat)} }

func (t *Tally) add(r Row) {
	t.Rows++
	count := func(n *int, yes bool) {
		if yes {
			*n++
		}
	}
	count(&t.Told, r.Told)
	count(&t.Declined, r.Declined)
	count(&t.Overdue, r.Late > 0)
	count(&t.Accepted, r.Entry.Accepted == action.Accepted)
	if r.Declined {
		return
	}
	t.Class[slices.Index(action.Statuses[:], r.Class)]++
	switch {
	case r.Class == action.Fulfilled:
		t.Gained.Add(t.Gained, r.Item.EntityLost)
	case r.Promised:
		t.Promised.Add(t.Promised, r.Item.EntityLost)
	}
}

// groups counts the rows that have a name, by name.
func (s *Standing) groups(name func(Row) string) []Group {
	at := map[string]int{}
	var out []Group
	for _, row := range s.Rows {
		n := name(row)
		if n == "" {
			continue
		}
		i, ok := at[n]
		if !ok {
			i = len(out)
			at[n], out = i, append(out, Group{n, newTally()})
		}
		out[i].add(row)
	}
	slices.SortFunc(out, func(a, b Group) int { return strings.Compare(a.Name, b.Name) })
	return out
}

// Overdue are the rows that are late, the latest first, then by key.
func (s *Standing) Overdue() []Row {
	out := slices.DeleteFunc(slices.Clone(s.Rows), func(r Row) bool { return r.Late == 0 })
	slices.SortFunc(out, func(a, b Row) int {
		return cmp.Or(b.Late-a.Late, strings.Compare(a.Item.Unit, b.Item.Unit), strings.Compare(a.Item.Indicator, b.Item.Indicator))
	})
	return out
}
