package report_test

import (
	"testing"

	"spotcheck/assess"
	"spotcheck/assess/compare"
	"spotcheck/indicators"
	"spotcheck/report"
)

// period is a round of one government with the units given.
func period(name string, list ...assess.FileUnit) compare.Named {
	f := &assess.File{Schema: assess.ResultSchema, Entity: "Kabupaten Uji", Period: name, Layer: assess.Mandiri, Units: list}
	f.Instrument.ID = "uji"
	f.Score, f.Exact, f.Complete = "50.00", "50", true
	return compare.Named{Name: name, File: f}
}

// known is a unit with one indicator; "" is TB.
func known(id, score string, complete bool) assess.FileUnit {
	n := assess.FileNode{ID: "A", Kind: indicators.Indicator, Title: "Maklumat", Score: score, Exact: score, State: assess.Answered, Share: "1"}
	if score == "" {
		n.State, n.Share = assess.NA, "0"
	}
	n.Items = []assess.FileItem{{State: n.State, Layer: assess.Mandiri}}
	u := assess.FileUnit{ID: id, Name: "Unit " + id, Nodes: []assess.FileNode{n}}
	u.Score, u.Exact, u.Complete, u.Category = "50.00", "50", complete, "C"
	return u
}

func progressText(t *testing.T, rounds ...compare.Named) string {
	t.Helper()
	table, list := compare.New(rounds)
	if table == nil {
		t.Fatal(list)
	}
	return textOf(report.League(table))
}

// The mean of what both periods know is shown where they do not know the same units.
func TestCommonMeanIsShown(t *testing.T) {
	const mean = "Rata-rata 1 unit yang dinilai pada kedua periode"
	text := progressText(t, period("2026", known("a", "50", true)), period("2027", known("a", "60", true), known("b", "60", true)))
	expect(t, text, []string{mean, "belum dinilai pada periode sebelumnya"}, nil)
	text = progressText(t, period("2026", known("a", "50", true)), period("2027", known("a", "60", true)))
	expect(t, text, nil, []string{mean, "sementara"})
}

// What was incomplete in either period is told.
func TestIncompleteIsTold(t *testing.T) {
	for _, sides := range [][2]bool{{false, true}, {true, false}} {
		text := progressText(t, period("2026", known("a", "50", sides[0])), period("2027", known("a", "60", sides[1])))
		expect(t, text, []string{"sementara: ada jawaban kosong atau ditolak"}, nil)
	}
}

// A score that became TB stands in the table of what moved.
func TestWaivedIsTold(t *testing.T) {
	text := progressText(t, period("2026", known("a", "0", true)), period("2027", known("a", "", true)))
	expect(t, text, []string{"menjadi TB", "Unit a (0 menjadi TB)"}, nil)
	text = progressText(t, period("2026", known("a", "", true)), period("2027", known("a", "0", true)))
	expect(t, text, []string{"semula TB", "Unit a (TB menjadi 0)"}, nil)
}
