package round

import (
	"cmp"
	"fmt"
	"slices"

	"spotcheck/assess"
	"spotcheck/assess/calendar"
	"spotcheck/indicators"
	"spotcheck/indicators/problem"
)

// newest is the form that may replace all others. Otherwise why says what keeps the
// last of them from it.
func (list rivals) newest() (found *reading, why string) {
	byDay := slices.Clone(list)
	slices.SortStableFunc(byDay, func(a, b *reading) int { return cmp.Compare(b.day(), a.day()) })
	for _, f := range byDay {
		reason := f.above(list)
		if reason == "" {
			return f, ""
		}
		why = cmp.Or(why, reason)
	}
	return nil, why
}

// day is when the form was filled in, as far as it says so.
func (f *reading) day() string {
	day, _ := calendar.Read(f.FilledOn)
	return day
}

// above says what keeps f from replacing the others; empty if nothing does. It must
// have an answer wherever one of them has one, and be dated later or repeat what
// they say: an inspector's copy of a form says it again and adds verdicts.
func (f *reading) above(list rivals) string {
	says := f.index()
	for _, o := range list {
		if o == f {
			continue
		}
		lacks, differs := o.beside(says)
		switch {
		case lacks > 0:
			return fmt.Sprintf("%d jawaban di %s tidak ada di %s", lacks, o.shown, f.shown)
		case differs == 0:
		case f.day() == "" || o.day() == "":
			return fmt.Sprintf("%d jawaban berbeda dan tanggal pengisiannya tidak terbaca", differs)
		case f.day() <= o.day():
			return fmt.Sprintf("%d jawaban berbeda dan tanggal pengisiannya sama", differs)
		}
	}
	return ""
}

// spoken is one thing that a form can answer.
type spoken struct {
	assess.Key
	assess.Layer
}

func (f *reading) index() map[spoken]assess.Answer {
	out := make(map[spoken]assess.Answer, len(f.answers))
	for _, a := range f.answers {
		out[spoken{a.Key, a.Layer}] = a
	}
	return out
}

// beside counts the answers of f that another form lacks, and those it gives
// otherwise or without what f notes.
func (f *reading) beside(says map[spoken]assess.Answer) (lacks, differs int) {
	for _, a := range f.answers {
		b, found := says[spoken{a.Key, a.Layer}]
		switch {
		case !found:
			lacks++
		case !agree(a, b), a.Note != "" && a.Note != b.Note, a.Evidence != "" && a.Evidence != b.Evidence:
			differs++
		}
	}
	return lacks, differs
}

// replace sets the others aside and tells so at each of them.
func (list rivals) replace(unit string, newest *reading) problem.List {
	var problems problem.List
	says := newest.index()
	for _, f := range list {
		if f == newest {
			continue
		}
		problems = append(problems, problem.New(problem.OlderForm, problem.Place{File: f.shown},
			"unit %s juga mengirim %s, dan itulah yang dipakai: %s", unit, newest.shown, f.outdone(newest, says)))
		f.giveWay(Older, newest)
	}
	return problems
}

// outdone tells in what newest goes beyond f.
func (f *reading) outdone(newest *reading, says map[spoken]assess.Answer) string {
	var parts []string
	if _, differs := f.beside(says); differs > 0 {
		parts = append(parts, fmt.Sprintf("diisi %s, bukan %s", newest.FilledOn, f.FilledOn), fmt.Sprintf("%d jawaban berubah", differs))
	}
	if more := len(newest.answers) - len(f.answers); more > 0 {
		parts = append(parts, fmt.Sprintf("%d jawaban bertambah", more))
	}
	if len(parts) == 0 {
		return "jawabannya sama"
	}
	return indicators.And(parts)
}
