package compare_test

import (
	"fmt"
	"math/big"
	"strings"
	"testing"

	"spotcheck/assess"
	"spotcheck/assess/compare"
	"spotcheck/indicators"
	"spotcheck/indicators/library"
)

// scored is a true result of the built-in instrument: two units, half answered.
func scored(t testing.TB, entity string) compare.Named {
	t.Helper()
	in, list := library.Load(library.Default)
	if in == nil {
		t.Fatal(list)
	}
	round := assess.Input{
		Instrument: in, Entity: entity, Period: "2026", Layer: assess.Mandiri,
		Units: []assess.Unit{{ID: "a", Name: "A", Type: in.Types[0].Key}, {ID: "b", Name: "B", Type: in.Types[0].Key}},
	}
	for _, n := range in.Indicators() {
		if n.Scope == indicators.PerUnit && n.Applies(in.Types[0].Key) {
			round.Answers = append(round.Answers, assess.Answer{
				Key: assess.Key{Unit: "a", Indicator: n.ID}, Layer: assess.Mandiri, State: assess.Answered, Value: n.Scale.Max,
			})
		}
	}
	return compare.Named{Name: entity + "/hasil.json", File: assess.ScoreRound(round).File(nil)}
}

// The total and the categories of a built-in instrument can be checked.
func TestBuiltIn(t *testing.T) {
	set := func(s *assess.FileScore, exact *big.Rat) {
		s.Score, s.Exact = indicators.Fixed(exact, 2), indicators.Exact(exact)
	}
	for _, tc := range []struct {
		name   string
		change func(*assess.File)
		want   string
	}{
		{"as scored", func(*assess.File) {}, ""},
		{"total", func(f *assess.File) { set(&f.FileScore, big.NewRat(1, 2)) }, "S702 B/hasil.json"},
		{"category of the total", func(f *assess.File) { f.Category = "Z" }, "S702 B/hasil.json"},
		{"zone of a unit", func(f *assess.File) { f.Units[1].Zone = "hijau" }, "S702 B/hasil.json"},
		{"label of a unit", func(f *assess.File) { f.Units[1].Label = "Terbaik" }, "S702 B/hasil.json"},
		{"node of a unit", func(f *assess.File) { f.Units[1].Nodes[3].Score, f.Units[1].Nodes[3].Exact = "1000.00", "1000" }, "S702 B/hasil.json"},
		{"endless numbers", func(f *assess.File) { f.Units[0].Exact = strings.Repeat("9", 9<<20) }, "S702 B/hasil.json"},
	} {
		b := scored(t, "B")
		tc.change(b.File)
		table, list := compare.New([]compare.Named{scored(t, "A"), b})
		if (table == nil) != (tc.want != "") || told(list) != tc.want {
			t.Errorf("%s: %v, want %q", tc.name, list, tc.want)
		}
	}
	other := func(entity string) compare.Named {
		return with(scored(t, entity), func(f *assess.File) { f.Category, f.Instrument.Digest = "Z", "sha256:own" })
	}
	if table, list := compare.New([]compare.Named{other("A"), other("B")}); table == nil {
		t.Errorf("an instrument that is not built in: %v", list)
	}
}

// An opinion that category and gates do not earn was written in by hand.
func TestOpinionIsEarned(t *testing.T) {
	in, list := library.Load("opini-2025")
	if in == nil {
		t.Fatal(list)
	}
	result := func(entity string) compare.Named {
		round := assess.Input{Instrument: in, Entity: entity, Period: "2026", Units: []assess.Unit{{ID: "a", Name: "A", Type: in.Types[0].Key}}}
		for _, n := range in.Indicators() {
			a := assess.Answer{Key: assess.Key{Unit: "a", Indicator: n.ID}, Layer: assess.Mandiri, State: assess.Answered, Value: n.Scale.Max}
			switch n.Scope {
			case indicators.PerRespondent:
				for i := range n.Group.Min {
					a.Respondent = fmt.Sprintf("%s%d", n.Group.Code, i+1)
					round.Answers = append(round.Answers, a)
				}
				continue
			case indicators.PerEntity:
				a.Unit = ""
			}
			if n.Top().ID == "T" {
				a.Value = n.Scale.Min
			}
			round.Answers = append(round.Answers, a)
		}
		return compare.Named{Name: entity + "/hasil.json", File: assess.ScoreRound(round).File(nil)}
	}
	if o := result("A").File.Opinion; o == nil || o.Label != "Kualitas Tertinggi" {
		t.Fatalf("opinion %+v", o)
	}
	if table, list := compare.New([]compare.Named{result("A"), result("B")}); table == nil {
		t.Errorf("two true results: %v", list)
	}
	for name, change := range map[string]func(*assess.File){
		"of the total": func(f *assess.File) { f.Opinion.Label = "Kualitas Tertinggi Tanpa Maladministrasi" },
		"of a unit":    func(f *assess.File) { f.Units[0].Opinion.Label = "Kualitas Rendah" },
		"incomplete":   func(f *assess.File) { f.Complete, f.Progress = false, "0.99" },
	} {
		b := result("B")
		change(b.File)
		if table, list := compare.New([]compare.Named{result("A"), b}); table != nil || told(list) != "S702 B/hasil.json" {
			t.Errorf("%s: %v", name, list)
		}
	}
}
