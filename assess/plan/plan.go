package plan

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"spotcheck/assess"
	"spotcheck/indicators/problem"
)

// Plan is a round's calendar.
type Plan struct {
	Terms   Terms
	Days    []string // all working days of the period
	Stages  []Span   // in order; the field stage lasts as long as the visits
	Visits  []Visit  // by team, then day
	LeftOut []LeftOut
	Loads   []Load // by team
	Room    int    // working days that the field stage may last
	Needed  int    // days of the visits to all units
	Length  int    // days of the field stage as planned
	Bound   int    // no schedule of all visits is shorter
}

// Span is a stage with the places of its first and last day in Plan.Days; Last is
// First - 1 where it has none.
type Span struct {
	Stage
	First, Last int
}

// Visit is one team at one unit. First and Last are places in Plan.Days.
type Visit struct {
	Unit        assess.Unit
	Team        int // place in Terms.Teams
	First, Last int
}

// Length is the days of a visit.
func (v Visit) Length() int { return v.Last - v.First + 1 }

// Reason is why a unit has no visit.
type Reason string

// The reasons.
const (
	TooLong  Reason = "too-long"  // its visit alone exceeds the room
	NoDays   Reason = "no-days"   // all visits together exceed the room of all teams
	NotFound Reason = "not-found" // the room would do by its sum, but no place was found
)

// LeftOut is a unit without a visit: the days it needs, and the most that any team
// has left.
type LeftOut struct {
	Unit        assess.Unit
	Needs, Left int
	Reason      Reason
}

// Load is what a team has to do.
type Load struct{ Team, Units, Days int }

// New plans. The plan is nil when a problem is an error of the terms; a unit left out
// is an error too, but leaves a plan for the others.
func New(t Terms) (*Plan, problem.List) {
	problems := t.check()
	if problems.Errors() > 0 {
		return nil, problems
	}
	p := &Plan{Terms: t, Days: t.Calendar.Between(t.Start, t.End)}
	p.Room = len(p.Days) - t.desk()
	jobs := t.jobs()
	for _, j := range jobs {
		p.Needed += j.days
	}
	p.Bound = bound(jobs, len(t.Teams))
	p.place(assign(jobs, len(t.Teams), p.Room))
	p.lay()
	for _, l := range p.LeftOut {
		problems = append(problems, problem.New(problem.PlanLeftOut, t.UnitsAt, "%s (%s) tidak terjadwal: %s", l.Unit.Name, l.Unit.ID, p.Why(l)).Of(l.Unit.ID))
	}
	return p, problems
}

// Why words a reason.
func (p *Plan) Why(l LeftOut) string {
	switch l.Reason {
	case TooLong:
		return fmt.Sprintf("perlu %d hari kerja, seluruh masa kunjungan hanya %d", l.Needs, p.Room)
	case NoDays:
		return fmt.Sprintf("perlu %d hari kerja, tim paling longgar tinggal %d; semua kunjungan perlu %d hari, semua tim bersama hanya punya %d", l.Needs, l.Left, p.Needed, p.Room*len(p.Terms.Teams))
	}
	return fmt.Sprintf("perlu %d hari kerja berturut-turut, tim paling longgar tinggal %d; menurut jumlah harinya mungkin ada susunan lain, tetapi tidak ditemukan", l.Needs, l.Left)
}

// jobs are the visits to be placed, longest first.
func (t Terms) jobs() []job {
	out := make([]job, len(t.Units))
	for i, u := range t.Units {
		out[i] = job{u, t.Days[u.Type]}
	}
	slices.SortFunc(out, func(a, b job) int {
		return cmp.Or(cmp.Compare(b.days, a.days), strings.Compare(a.unit.ID, b.unit.ID))
	})
	return out
}

// place turns an assignment into visits, counted from the first day of the field: a
// team goes through its units in the order of their ids.
func (p *Plan) place(a assignment) {
	free := 0
	for team, jobs := range a.teams {
		slices.SortFunc(jobs, func(a, b job) int { return strings.Compare(a.unit.ID, b.unit.ID) })
		day := 0
		for _, j := range jobs {
			p.Visits = append(p.Visits, Visit{j.unit, team, day, day + j.days - 1})
			day += j.days
		}
		p.Loads = append(p.Loads, Load{team, len(jobs), day})
		p.Length, free = max(p.Length, day), max(free, p.Room-day)
	}
	for _, j := range a.out {
		l := LeftOut{j.unit, j.days, free, NotFound}
		switch {
		case j.days > p.Room:
			l.Reason = TooLong
		case p.Needed > p.Room*len(p.Terms.Teams):
			l.Reason = NoDays
		}
		p.LeftOut = append(p.LeftOut, l)
	}
	slices.SortFunc(p.LeftOut, func(a, b LeftOut) int { return strings.Compare(a.Unit.ID, b.Unit.ID) })
}

// lay puts the stages on the days, and the visits into theirs.
func (p *Plan) lay() {
	day := 0
	for _, s := range p.Terms.Stages {
		length := s.Days
		if s.ID == Field {
			length = p.Length
			for i := range p.Visits {
				p.Visits[i].First += day
				p.Visits[i].Last += day
			}
		}
		p.Stages = append(p.Stages, Span{s, day, day + length - 1})
		day += length
	}
}
