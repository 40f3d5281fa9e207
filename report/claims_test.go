package report_test

import (
	"math/big"
	"slices"
	"testing"

	"spotcheck/assess"
	"spotcheck/indicators"
	"spotcheck/report"
)

// claimed is a verified round with what its units said of themselves beside it.
func claimed(t *testing.T, inst *indicators.Instrument, n int, says func(u assess.Unit, n *indicators.Node) *assess.Answer) *report.Input {
	t.Helper()
	in := inputOf(t, inst, units(n), says)
	own := in.Map.Result.Input
	own.Layer = assess.Mandiri
	in.Claim = assess.ScoreRound(own)
	return in
}

// verified is an answer of the inspectorate.
func verified(v *big.Rat) *assess.Answer {
	a := answer(v)
	a.Layer = assess.Verifikasi
	return a
}

// A unit that said nothing claims nothing.
func TestNobodyClaimsByKeepingSilent(t *testing.T) {
	in := claimed(t, loaded(t, "skm-2017"), 2, func(_ assess.Unit, n *indicators.Node) *assess.Answer { return verified(n.Scale.Max) })
	saysNot := []string{"Menurut isian unit", "isian unit 25,00", "Jawaban yang berubah"}
	expect(t, textOf(in.Recap()), []string{"Dinilai menurut verifikasi saja, tanpa isian unit sendiri: Dinas Contoh 0 dan Dinas Contoh 1."}, saysNot)
	expect(t, textOf(in.Unit(in.Map.Units[0], report.UnitRows)), nil, saysNot)
	expect(t, textOf(in.Workbook()), nil, append(saysNot, "Isian unit dan hasil verifikasi"))
}

// What a claim leaves open is said beside it, and the words for what changed are of
// one kind.
func TestPartialClaimsTellTheirBlanks(t *testing.T) {
	inst := loaded(t, "skm-2017")
	in := claimed(t, inst, 2, func(u assess.Unit, n *indicators.Node) *assess.Answer {
		if u.ID == "unit-00" && n == inst.Indicators()[0] {
			return answer(n.Scale.Min)
		}
		return verified(n.Scale.Max)
	})
	blank := "dibiarkan kosong dan dihitung terendah)"
	expect(t, textOf(in.Recap()), []string{blank, "(kategori D menjadi kategori A)"}, []string{"kategori D menjadi Sangat Baik"})
	expect(t, textOf(in.Unit(in.Map.Units[0], report.UnitRows)), []string{blank}, nil)
	if n := titled(in.Recap(), "Belum diisi unit"); n != 1 {
		t.Errorf("%d columns of blanks", n)
	}
	expect(t, textOf(in.Unit(in.Map.Units[1], report.UnitRows)), nil, []string{"Menurut isian unit", blank})
}

// titled counts the columns of that title.
func titled(d *report.Document, title string) int {
	n := 0
	for _, s := range d.Sections {
		for _, b := range s.Blocks {
			if t, ok := b.(report.Table); ok && slices.ContainsFunc(t.Columns, func(c report.Column) bool { return c.Title == title }) {
				n++
			}
		}
	}
	return n
}

// What was settled last stands beside what the unit and the inspectorate said.
func TestSettledAnswersHaveAColumn(t *testing.T) {
	inst := loaded(t, "skm-2017")
	in := inputOf(t, inst, units(1), func(_ assess.Unit, n *indicators.Node) *assess.Answer {
		a := answer(n.Scale.Max)
		a.Layer, a.Note = assess.Final, "disepakati"
		return a
	})
	table := sheetTable(t, in.Workbook(), "Rincian per indikator")
	for title, want := range map[string]string{"Jawaban final": inst.Indicators()[0].Scale.Levels[len(inst.Indicators()[0].Scale.Levels)-1].Option(), "Catatan final": "disepakati", "Isian unit": "–"} {
		if got := table.Rows[0].Cells[columnOf(t, table, title)].Text; got != want {
			t.Errorf("%s: %q, want %q", title, got, want)
		}
	}
	if n := titled(input(t, units(1), best).Workbook(), "Jawaban final"); n != 0 {
		t.Error("a column for what nobody settled")
	}
}
