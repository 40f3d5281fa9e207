package compare_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"spotcheck/assess"
	"spotcheck/assess/compare"
	"spotcheck/indicators"
	"spotcheck/indicators/problem"
)

// result is a finished one of entity in period; an empty score is that of a round
// in which nothing applied.
func result(entity, period, score string) compare.Named {
	f := &assess.File{
		Schema: assess.ResultSchema, Instrument: assess.FileInstrument{ID: "uji", Version: "1", Digest: "sha256:abc", Title: "Uji"},
		Entity: entity, Period: period, Layer: assess.Final,
		Nodes: []assess.FileNode{
			{ID: "A", Kind: indicators.Dimension, Title: "Dasar", Score: score},
			{ID: "A1", Kind: indicators.Variable, Title: "Isi", Score: "1.00"},
			{ID: "A1.1", Kind: indicators.Indicator, Title: "Butir", Score: "2.00"},
			{ID: "B", Kind: indicators.Dimension, Title: "Hasil", Score: ""},
		},
	}
	f.Score, f.Exact, f.Complete = score, score, true
	return compare.Named{Name: entity + "-" + period + "/hasil.json", File: f}
}

// with changes a result.
func with(n compare.Named, change func(*assess.File)) compare.Named {
	change(n.File)
	return n
}

func told(list problem.List) string {
	var out []string
	for _, p := range list {
		out = append(out, fmt.Sprintf("%s %s", p.Code, p.File))
	}
	return strings.Join(out, ", ")
}

func TestRefused(t *testing.T) {
	a, b := result("A", "2026", "80.00"), result("B", "2026", "70.00")
	for _, tc := range []struct {
		name    string
		results []compare.Named
		want    string
	}{
		{"nothing", nil, "S704 "},
		{"one", []compare.Named{a}, "S704 "},
		{"another instrument", []compare.Named{a, with(result("B", "2026", ""), func(f *assess.File) { f.Instrument.ID = "lain" })}, "S701 B-2026/hasil.json"},
		{"another version", []compare.Named{a, b, with(result("C", "2026", ""), func(f *assess.File) { f.Instrument.Version = "2" })}, "S701 C-2026/hasil.json"},
		{"another digest", []compare.Named{a, with(result("B", "2027", ""), func(f *assess.File) { f.Instrument.Digest = "sha256:abd" })}, "S701 B-2027/hasil.json"},
		{"no digest", []compare.Named{a, with(result("B", "2027", ""), func(f *assess.File) { f.Instrument.Digest = "" })}, "S701 B-2027/hasil.json"},
		{"the same round twice", []compare.Named{a, b, {Name: "salinan.json", File: a.File}}, "S703 salinan.json"},
		{"three times", []compare.Named{a, a, a}, "S703 A-2026/hasil.json, S703 A-2026/hasil.json"},
		{"both faults", []compare.Named{a, with(result("A", "2026", ""), func(f *assess.File) { f.Instrument.ID = "lain" })}, "S701 A-2026/hasil.json, S703 A-2026/hasil.json"},
	} {
		table, list := compare.New(tc.results)
		if table != nil || told(list) != tc.want || list.Errors() != len(list) {
			t.Errorf("%s: %v, %q, want %q", tc.name, table != nil, told(list), tc.want)
		}
	}
}

func TestMixedInstrumentsAreNamed(t *testing.T) {
	other := with(result("B", "2026", ""), func(f *assess.File) { f.Instrument.Version, f.Instrument.Digest = "2", "x" })
	_, list := compare.New([]compare.Named{result("A", "2026", ""), other})
	if p := list[0]; p.Value != "uji versi 2 (x)" || p.Allowed != "uji versi 1 (sha256:abc)" || !strings.Contains(p.Message, "A-2026/hasil.json") {
		t.Errorf("%+v", p)
	}
}

func TestWarnings(t *testing.T) {
	a := result("A", "2026", "80.00")
	partial := with(result("B", "2026", "70.00"), func(f *assess.File) { f.Complete = false })
	layer := with(result("C", "2026", "60.00"), func(f *assess.File) { f.Layer = assess.Mandiri })
	both := with(result("D", "2026", "50.00"), func(f *assess.File) { f.Layer, f.Complete = assess.Mandiri, false })
	for _, tc := range []struct {
		results []compare.Named
		want    string
	}{
		{[]compare.Named{a, result("B", "2026", "70.00")}, ""},
		{[]compare.Named{a, partial}, "S705 B-2026/hasil.json"},
		{[]compare.Named{partial, a}, "S705 B-2026/hasil.json"},
		{[]compare.Named{a, layer}, "S706 C-2026/hasil.json"},
		{[]compare.Named{both, a, partial}, "S706 A-2026/hasil.json, S705 B-2026/hasil.json, S706 B-2026/hasil.json, S705 D-2026/hasil.json"},
	} {
		table, list := compare.New(tc.results)
		if table == nil || len(list) > 0 {
			t.Fatalf("refused: %v", list)
		}
		if told(table.Problems) != tc.want || table.Problems.Errors() > 0 {
			t.Errorf("%q, want %q", told(table.Problems), tc.want)
		}
	}
}

// printed is a table as text: "2026: 1 A 80.00 (+5.00 from 2)".
func printed(table *compare.Table) string {
	var out []string
	for _, l := range table.Leagues {
		var rows []string
		for i := range l.Rows {
			r := &l.Rows[i]
			text := fmt.Sprintf("%d %s %s", r.Place, r.File.Entity, r.File.Score)
			if r.Before != nil {
				text += fmt.Sprintf(" from %d in %s", r.Before.Place, r.Before.File.Period)
			}
			if c := r.Change(); c != nil {
				text += " " + indicators.Fixed(c, 2)
			}
			rows = append(rows, text)
		}
		out = append(out, l.Period+": "+strings.Join(rows, ", "))
	}
	return strings.Join(out, "\n")
}

func TestLeagues(t *testing.T) {
	for _, tc := range []struct {
		name    string
		results []compare.Named
		want    string
	}{
		{"one period", []compare.Named{result("B", "2026", "70.00"), result("A", "2026", "80.00"), result("C", "2026", "9.99")},
			"2026: 1 A 80.00, 2 B 70.00, 3 C 9.99"},
		{"ties share a place and stand by name", []compare.Named{result("C", "2026", "80.00"), result("A", "2026", "70.00"), result("B", "2026", "80.00"), result("D", "2026", "70.0")},
			"2026: 1 B 80.00, 1 C 80.00, 3 A 70.00, 3 D 70.0"},
		{"no score is last", []compare.Named{result("A", "2026", ""), result("C", "2026", ""), result("B", "2026", "0.00")},
			"2026: 1 B 0.00, 2 A , 2 C "},
		{"movement", []compare.Named{result("A", "2027", "75.00"), result("B", "2027", "85.50"), result("A", "2026", "80.00"), result("B", "2026", "70.25")},
			"2026: 1 A 80.00, 2 B 70.25\n2027: 1 B 85.50 from 2 in 2026 15.25, 2 A 75.00 from 1 in 2026 -5.00"},
		{"a period without", []compare.Named{result("A", "2028", "60.00"), result("B", "2027", "50.00"), result("A", "2026", "50.00")},
			"2026: 1 A 50.00\n2027: 1 B 50.00\n2028: 1 A 60.00 from 1 in 2026 10.00"},
		{"three periods", []compare.Named{result("A", "2026-1", "1.00"), result("A", "2026-2", "3.00"), result("A", "2027-1", "2.00")},
			"2026-1: 1 A 1.00\n2026-2: 1 A 3.00 from 1 in 2026-1 2.00\n2027-1: 1 A 2.00 from 1 in 2026-2 -1.00"},
		{"no score before", []compare.Named{result("A", "2026", ""), result("A", "2027", "10.00")},
			"2026: 1 A \n2027: 1 A 10.00 from 1 in 2026"},
		{"no score now", []compare.Named{result("A", "2026", "10.00"), result("A", "2027", "")},
			"2026: 1 A 10.00\n2027: 1 A  from 1 in 2026"},
	} {
		table, list := compare.New(tc.results)
		if table == nil {
			t.Fatal(list)
		}
		if got := printed(table); got != tc.want {
			t.Errorf("%s:\n%s\nwant\n%s", tc.name, got, tc.want)
		}
	}
}

func TestColumns(t *testing.T) {
	short := with(result("B", "2026", "70.00"), func(f *assess.File) { f.Nodes = f.Nodes[:1] })
	table, list := compare.New([]compare.Named{result("A", "2026", "80.00"), short})
	if table == nil {
		t.Fatal(list)
	}
	want := []compare.Node{{ID: "A", Title: "Dasar", Kind: indicators.Dimension}, {ID: "A1", Title: "Isi", Kind: indicators.Variable}, {ID: "B", Title: "Hasil", Kind: indicators.Dimension}}
	if !slices.Equal(table.Nodes, want) || table.Instrument.ID != "uji" {
		t.Errorf("%+v of %+v", table.Nodes, table.Instrument)
	}
	rows := table.Leagues[0].Rows
	if !slices.Equal(rows[0].Nodes, []string{"80.00", "1.00", ""}) || !slices.Equal(rows[1].Nodes, []string{"70.00", "", ""}) {
		t.Errorf("%q, %q", rows[0].Nodes, rows[1].Nodes)
	}
}

// The order in which results are named changes nothing but to which layer the
// others are compared.
func TestOrderOfResultsChangesNothing(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	for range 100 {
		var results []compare.Named
		for _, period := range []string{"2024", "2025", "2026"} {
			for _, entity := range []string{"A", "B", "C", "D"} {
				if score := []string{"50.00", "60.00", "60.00", ""}[rng.IntN(4)]; rng.IntN(4) > 0 {
					results = append(results, with(result(entity, period, score), func(f *assess.File) { f.Complete = rng.IntN(2) == 0 }))
				}
			}
		}
		if len(results) < 2 {
			continue
		}
		first, _ := compare.New(results)
		rng.Shuffle(len(results), func(i, j int) { results[i], results[j] = results[j], results[i] })
		second, _ := compare.New(results)
		if printed(first) != printed(second) || told(first.Problems) != told(second.Problems) {
			t.Fatalf("%s\n%s\nbecame\n%s\n%s", printed(first), told(first.Problems), printed(second), told(second.Problems))
		}
	}
}
