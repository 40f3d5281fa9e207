package compare_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"spotcheck/assess"
	"spotcheck/assess/compare"
	"spotcheck/indicators"
)

// unit is one with two indicators; an empty score is one that did not apply.
func unit(id, score, first, second string) assess.FileUnit {
	return assess.FileUnit{ID: id, Name: "Unit " + id, FileScore: assess.FileScore{Score: score, Exact: score}, Nodes: []assess.FileNode{
		{ID: "A", Kind: indicators.Dimension, Title: "Dasar", Score: score, Exact: score},
		{ID: "A1", Kind: indicators.Indicator, Title: "Satu", Score: first, Exact: first},
		{ID: "A2", Kind: indicators.Indicator, Title: "Dua", Score: second, Exact: second},
	}}
}

func units(list ...assess.FileUnit) func(*assess.File) {
	return func(f *assess.File) { f.Units = list }
}

// A baseline and its follow-up: what every unit gained and lost, and by what.
func TestProgress(t *testing.T) {
	table, list := compare.New([]compare.Named{
		with(result("B", "2027", "70.00"), units(unit("x", "70.00", "70", "70"))), // no baseline
		with(result("A", "2027", "60.00"), units(unit("a", "75.00", "100", "50"), unit("b", "40.00", "40", ""), unit("new", "65.00", "65", "65"))),
		with(result("A", "2026", "50.00"), units(unit("a", "60.00", "50", "70"), unit("b", "40.00", "40", "40"), unit("gone", "", "", ""))),
	})
	if table == nil {
		t.Fatal(list)
	}
	var b strings.Builder
	for _, p := range table.Progress() {
		fmt.Fprintf(&b, "%s %s-%s\n", p.Entity, p.From, p.To)
		for _, u := range p.Units {
			change := "-"
			if c := u.Change(); c != nil {
				change = c.FloatString(2)
			}
			fmt.Fprintf(&b, "%s %s better %v worse %v, there %v %v\n", u.ID, change, u.Better, u.Worse, u.Before != nil, u.After != nil)
		}
	}
	want := `A 2026-2027
a 15.00 better [{A1 Satu 50 100}] worse [{A2 Dua 70 50}], there true true
b 0.00 better [] worse [], there true true
new - better [] worse [], there false true
gone - better [] worse [], there true false
`
	if got := b.String(); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

// A round and the same round later: nothing changed, in whatever order they come.
func TestNoProgressIsNone(t *testing.T) {
	a, b := with(result("A", "2026", "60.00"), units(unit("a", "60.00", "50", "70"))), with(result("A", "2027", "60.00"), units(unit("a", "60.00", "50", "70")))
	for _, list := range [][]compare.Named{{a, b}, {b, a}} {
		table, _ := compare.New(slices.Clone(list))
		p := table.Progress()
		if len(p) != 1 || p[0].From != "2026" || len(p[0].Units) != 1 || p[0].Units[0].Change().Sign() != 0 || len(p[0].Units[0].Better)+len(p[0].Units[0].Worse) > 0 {
			t.Errorf("%+v", p)
		}
	}
}

// Rounds stand in the order of their dates, whatever their periods are called.
func TestPeriodsGoByDate(t *testing.T) {
	dated := func(period, date string) compare.Named {
		return with(result("A", period, "60.00"), func(f *assess.File) { f.Date = date })
	}
	for _, tc := range []struct{ first, second, want string }{
		{"2025-12-31", "2026-06-30", "Semester II 2025, Semester I 2026"},
		{"", "2026-06-30", "Semester I 2026, Semester II 2025"}, // without a date, the names decide
	} {
		table, list := compare.New([]compare.Named{dated("Semester I 2026", tc.second), dated("Semester II 2025", tc.first)})
		if table == nil {
			t.Fatal(list)
		}
		var got []string
		for _, l := range table.Leagues {
			got = append(got, l.Period)
		}
		if text := strings.Join(got, ", "); text != tc.want {
			t.Errorf("%q, want %q", text, tc.want)
		}
	}
}

// A unit that sent nothing in a follow-up has not collapsed: nothing is known of it.
func TestSilentUnitsDoNotFall(t *testing.T) {
	said := func(u assess.FileUnit, state assess.State) assess.FileUnit {
		for i := range u.Nodes {
			item := assess.FileItem{State: state}
			if state == assess.Answered {
				item.Layer = assess.Mandiri
			}
			u.Nodes[i].Items = []assess.FileItem{item}
		}
		return u
	}
	table, list := compare.New([]compare.Named{
		with(result("A", "2026", "60.00"), units(said(unit("a", "60.00", "50", "70"), assess.Answered), said(unit("b", "40.00", "40", "40"), assess.Answered))),
		with(result("A", "2027", "35.00"), units(said(unit("a", "70.00", "70", "70"), assess.Answered), said(unit("b", "0.00", "0", "0"), assess.Missing))),
	})
	if table == nil {
		t.Fatal(list)
	}
	p := table.Progress()[0]
	if b := p.Units[1]; b.Change() != nil || len(b.Worse) > 0 || !compare.Silent(b.After) || compare.Silent(b.Before) {
		t.Errorf("%+v", b)
	}
	if n, before, after := p.Common(); n != 1 || before.FloatString(2) != "60.00" || after.FloatString(2) != "70.00" {
		t.Errorf("in common %d, %s to %s", n, before, after)
	}
}

// A score that became TB is told, and so is TB that became a score; what was not asked
// is neither, nor what has no part in the score.
func TestWhatNoLongerApplies(t *testing.T) {
	state := func(u assess.FileUnit, i int, st assess.State, unasked bool, share string) assess.FileUnit {
		u.Nodes[i].State, u.Nodes[i].Unasked, u.Nodes[i].Share = st, unasked, share
		return u
	}
	part := func(u assess.FileUnit) assess.FileUnit { return state(u, 1, assess.Answered, false, "1/2") }
	table, list := compare.New([]compare.Named{
		with(result("A", "2026", "60.00"), units(
			part(unit("a", "60.00", "0", "70")), state(unit("b", "40.00", "", "40"), 1, assess.NA, false, "0"), part(unit("c", "40.00", "0", "40")), state(unit("d", "40.00", "0", "40"), 1, assess.Answered, false, "0"))),
		with(result("A", "2027", "70.00"), units(
			state(unit("a", "70.00", "", "70"), 1, assess.NA, false, "0"), part(unit("b", "40.00", "0", "40")), state(unit("c", "40.00", "", "40"), 1, assess.NA, true, "0"), state(unit("d", "40.00", "50", "40"), 1, assess.Answered, false, "0"))),
	})
	if table == nil {
		t.Fatal(list)
	}
	var got []string
	for _, u := range table.Progress()[0].Units {
		got = append(got, fmt.Sprintf("%s better %v worse %v waived %v taken %v", u.ID, u.Better, u.Worse, u.Waived, u.Taken))
	}
	want := []string{
		"a better [] worse [] waived [{A1 Satu 0 }] taken []", "b better [] worse [] waived [] taken [{A1 Satu  0}]",
		"c better [] worse [] waived [] taken []", "d better [] worse [] waived [] taken []",
	}
	if !slices.Equal(got, want) {
		t.Errorf("got\n%s", strings.Join(got, "\n"))
	}
}

// The means of what both rounds know are of the exact scores, and rounded last.
func TestCommonIsExact(t *testing.T) {
	exact := func(u assess.FileUnit, e string) assess.FileUnit {
		u.Exact = e
		return u
	}
	table, list := compare.New([]compare.Named{
		with(result("A", "2026", "33.33"), units(exact(unit("a", "33.33", "", ""), "100/3"), exact(unit("b", "33.33", "", ""), "100/3"))),
		with(result("A", "2027", "66.67"), units(exact(unit("a", "66.67", "", ""), "200/3"), exact(unit("b", "66.67", "", ""), "200/3"))),
	})
	if table == nil {
		t.Fatal(list)
	}
	if n, before, after := table.Progress()[0].Common(); n != 2 || before.RatString() != "100/3" || after.RatString() != "200/3" {
		t.Errorf("in common %d, %s to %s", n, before.RatString(), after.RatString())
	}
}

// What nobody said is no answer of the unit, in whatever state it stands.
func TestSilentGoesByLayers(t *testing.T) {
	of := func(items ...assess.FileItem) *assess.FileUnit {
		return &assess.FileUnit{Nodes: []assess.FileNode{{Items: items}}}
	}
	na, said := assess.FileItem{State: assess.NA}, assess.FileItem{State: assess.NA, Layer: assess.Mandiri}
	for _, tc := range []struct {
		unit *assess.FileUnit
		want bool
	}{{of(), false}, {of(na), true}, {of(assess.FileItem{State: assess.Missing}), true}, {of(na, said), false}} {
		if got := compare.Silent(tc.unit); got != tc.want {
			t.Errorf("%+v: silent %v", tc.unit.Nodes[0].Items, got)
		}
	}
}
