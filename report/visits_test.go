package report_test

import (
	"strings"
	"testing"

	"spotcheck/assess"
	"spotcheck/assess/gap/sample"
	"spotcheck/indicators"
	"spotcheck/report"
)

// visitsOf draws a sample of a round; units without a verdict are those fill leaves so.
func visitsOf(t *testing.T, in *report.Input, days int) *report.Visits {
	t.Helper()
	own := in.Map.Result.Input
	own.Layer = assess.Mandiri
	v := &report.Visits{In: in, Claim: assess.ScoreRound(own), Rules: sample.RulesFor(own.Instrument)}
	v.Members, v.Outside = sample.Population(in.Map.Result, v.Claim, v.Rules)
	var err error
	v.Design, err = sample.New(v.Members, sample.Terms{Seed: "uji", Days: days, Persons: 2, Visit: map[string]int{"dinas": 1}})
	if err != nil {
		t.Fatal(err)
	}
	return v
}

// judged finds every unit from the fourth on to be at the worst.
func judged(u assess.Unit, n *indicators.Node) *assess.Answer {
	if u.ID < "unit-04" {
		return best(u, n)
	}
	a := worst(u, n)
	a.Layer = assess.Verifikasi
	return a
}

// withClaims adds what the units said where something was found: the best.
func withClaims(in *report.Input) *report.Input {
	input := &in.Map.Result.Input
	for _, a := range input.Answers {
		if a.Layer == assess.Verifikasi {
			a.Layer, a.Value = assess.Mandiri, input.Instrument.Node(a.Indicator).Scale.Max
			input.Answers = append(input.Answers, a)
		}
	}
	return in
}

func TestSampleSaysTheSameEverywhere(t *testing.T) {
	v := visitsOf(t, input(t, units(8), random(5)), 8)
	whole := map[string]bool{}
	eachText(v.Document(report.Whole), func(s string) { whole[s] = true })
	texts := 0
	for _, detail := range []report.Detail{report.Brief, report.Printed} {
		eachText(v.Document(detail), func(s string) {
			texts++
			if before, _, cut := strings.Cut(s, " klaim lain ada dalam berkas Excel"); cut { // the note of what is left out
				s = before[:strings.LastIndex(before, " ")]
			}
			if !whole[s] {
				t.Errorf("the workbook does not say %q", s)
			}
		})
	}
	if text := textOf(v.Document(report.Whole)); texts < 100 || strings.Contains(text, "%!") {
		t.Error(texts)
	}
}

func TestSampleSpeaksOnlyForWhatWasSeen(t *testing.T) {
	v := visitsOf(t, input(t, units(8), best), 8)
	expect(t, textOf(v.Found(report.Brief)), []string{"Belum ada perkiraan: 4 dari 4 unit terpilih belum mempunyai hasil verifikasi"}, []string{"selang 95%", "Selang 95%"})
	v = visitsOf(t, withClaims(input(t, units(8), judged)), 16)
	expect(t, textOf(v.Found(report.Brief)), []string{"Belum ada perkiraan: 4 dari 8 unit"}, nil)
	for _, m := range v.Members { // the four that were found
		if m.Over == nil {
			continue
		}
		if strings.Contains(textOf(v.Document(report.Brief)), m.Unit.Unit.Name) != v.Design.Chose(m.Unit.Unit.ID) {
			t.Error(m.Unit.Unit.ID)
		}
	}
}

// Everybody visited: the estimate is the mean, without doubt about it.
func TestSampleOfEverybody(t *testing.T) {
	v := visitsOf(t, withClaims(input(t, units(4), func(u assess.Unit, n *indicators.Node) *assess.Answer {
		a := worst(u, n)
		a.Layer = assess.Verifikasi
		return a
	})), 100)
	text := textOf(v.Found(report.Brief))
	expect(t, text, []string{
		"Nilai sesudah verifikasi dari 4 unit diperkirakan rata-rata 0,00 (selang 95%: 0,00–0,00); isian sendiri rata-rata 100,00 poin lebih tinggi.",
		"perkiraan ± 1,959964 × galat baku", "pendekatan normal kasar", "4 dari 4",
	}, []string{"Belum ada"})
}

// A stratum that one of several stands for tells a mean, and no interval.
func TestSampleOfOneGivesNoInterval(t *testing.T) {
	v := visitsOf(t, withClaims(input(t, units(4), func(u assess.Unit, n *indicators.Node) *assess.Answer {
		a := best(u, n)
		a.Layer = assess.Verifikasi
		return a
	})), 2)
	expect(t, textOf(v.Found(report.Brief)), []string{"dari 4 unit diperkirakan rata-rata 100,00; isian", "Selang tidak dapat diberikan", "(1 dari 4 unit)"}, []string{"selang 95%", "pendekatan normal"})
}
