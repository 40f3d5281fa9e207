package supervision

import (
	"cmp"
	"slices"
	"strings"
	"time"
)

// SpanMonths is how many months a log is judged by: the year of the instruments.
const SpanMonths = 12

// Span is the twelve whole months up to a day, oldest first: the month of the day is
// among them only when the day is its last.
type Span [SpanMonths]string // 2026-09

// SpanTo is the span up to an ISO day; ok is false for anything else.
func SpanTo(day string) (s Span, ok bool) {
	t, err := time.Parse(time.DateOnly, day)
	if err != nil {
		return s, false
	}
	first := time.Date(t.Year(), t.Month(), 1, 0, 0, 0, 0, time.UTC)
	if t.AddDate(0, 0, 1).Month() == t.Month() {
		first = first.AddDate(0, -1, 0)
	}
	for i := range s {
		s[i] = first.AddDate(0, i+1-SpanMonths, 0).Format("2006-01")
	}
	return s, true
}

// Proof is what records of a month by one supervisor are worth.
type Proof uint8

// None were made; none of them names its evidence; at least one does.
const (
	Nothing Proof = iota
	Unproven
	Proven
)

// State is what the log proves of one month.
type State struct{ Superior, Inspectorate Proof }

// By is the best proof by any of them.
func (s State) By(who ...By) Proof {
	best := Nothing
	if slices.Contains(who, Superior) {
		best = s.Superior
	}
	if slices.Contains(who, Inspectorate) {
		best = max(best, s.Inspectorate)
	}
	return best
}

// Unit is the log of one unit. Records are by day; those that are running or lie
// outside the span stand apart.
type Unit struct {
	ID               string
	Months           [SpanMonths]State
	Records          []Record
	Running, Outside []Record
}

// Count is how many months have that proof by any of them, and none better.
func (u *Unit) Count(p Proof, who ...By) int {
	n := 0
	for _, s := range u.Months {
		if s.By(who...) == p {
			n++
		}
	}
	return n
}

// Last is the day of the latest record by somebody that names its evidence, running
// ones left out; empty when there is none.
func (u *Unit) Last(by By) string {
	last := ""
	for _, list := range [][]Record{u.Outside, u.Records} {
		for _, r := range list {
			if r.By == by && r.Evidence != "" {
				last = max(last, r.Day)
			}
		}
	}
	return last
}

// Log is what records say of all units, in the order of the units given.
type Log struct {
	Span  Span
	Units []Unit
}

// Unit finds the log of a unit; nil when it is not among the units.
func (l *Log) Unit(id string) *Unit {
	for i := range l.Units {
		if l.Units[i].ID == id {
			return &l.Units[i]
		}
	}
	return nil
}

// Examination is the time of the examination that is being reported, both days ISO
// and included; the zero one knows of none.
type Examination struct{ From, Until string }

func (e Examination) runs(r Record) bool {
	return r.By == Inspectorate && e.From != "" && e.From <= r.Day && r.Day <= e.Until
}

// New puts records into the months of a span.
func New(units []string, records []Record, s Span, e Examination) *Log {
	l := &Log{Span: s, Units: make([]Unit, len(units))}
	for i, id := range units {
		l.Units[i].ID = id
	}
	sorted := slices.SortedStableFunc(slices.Values(records), func(a, b Record) int {
		return cmp.Or(strings.Compare(a.Day, b.Day), strings.Compare(string(a.By), string(b.By)), strings.Compare(a.Finding, b.Finding))
	})
	for _, r := range sorted {
		if u := l.Unit(r.Unit); u != nil {
			u.add(r, s, e)
		}
	}
	return l
}

func (u *Unit) add(r Record, s Span, e Examination) {
	i := slices.Index(s[:], r.Day[:len("2006-01")])
	switch {
	case e.runs(r):
		u.Running = append(u.Running, r)
		return
	case i < 0:
		u.Outside = append(u.Outside, r)
		return
	}
	u.Records = append(u.Records, r)
	proof := Proven
	if r.Evidence == "" {
		proof = Unproven
	}
	if m := &u.Months[i]; r.By == Superior {
		m.Superior = max(m.Superior, proof)
	} else {
		m.Inspectorate = max(m.Inspectorate, proof)
	}
}
