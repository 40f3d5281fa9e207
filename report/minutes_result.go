package report

import (
	"fmt"
	"math/big"

	"spotcheck/assess/gap"
	"spotcheck/indicators"
)

// minutesResult lines up, by dimension, what the unit says and what was found.
func (in *Input) minutesResult(u gap.Unit) Table {
	claim := in.claimOf(u.Unit)
	t := Table{Columns: []Column{
		{Title: "No.", Width: 5, Align: Center}, {Title: capital(in.partWord()), Width: 44}, {Title: "Isian unit", Width: 11, Align: Right},
		{Title: "Hasil verifikasi", Width: 12, Align: Right}, {Title: "Selisih", Width: 10, Align: Right}, {Title: in.zoneHead(), Width: 16, Align: Center},
	}}
	for i, p := range in.parts() {
		found := u.Unit.Node(p.Node.ID)
		var said *big.Rat
		if claim != nil {
			said = claim.Node(p.Node.ID).Score
		}
		band := in.instrument().BandOf(indicators.Round(orZero(found.Score), in.decimals()))
		if found.Score == nil {
			band = nil
		}
		row := in.resultRow(said, found.Score, band)
		row.Cells = append(cells(fmt.Sprint(i+1), named(p.Node)+aside(p.Node)), row.Cells...)
		t.Rows = append(t.Rows, row)
	}
	var said *big.Rat
	if claim != nil {
		said = claim.Rounded
	}
	total := in.resultRow(said, u.Unit.Rounded, u.Unit.Band)
	total.Strong, total.Cells = true, append(cells("", in.label()+" unit"), total.Cells...)
	t.Rows = append(t.Rows, total)
	columns := []int{0, 1, 2, 3, 4, 5}
	if claim == nil {
		columns = []int{0, 1, 3, 5}
		if !looked(u.Unit) {
			t.Columns[3].Title = "Menurut isian unit"
		}
	}
	if !in.graded() {
		columns = columns[:len(columns)-1]
	}
	return t.pick(columns...)
}

// resultRow is what was said, what was found, the difference and the rung. The
// difference is that of the numbers shown, so that the row adds up.
func (in *Input) resultRow(said, found *big.Rat, band *indicators.Band) Row {
	row := Row{Cells: []Cell{
		{Text: in.score(said), Number: number(said, in.decimals())}, {Text: in.score(found), Number: number(found, in.decimals())},
		{Text: "–"}, {Text: zone(band), Tone: tone(band)},
	}}
	if said != nil && found != nil {
		diff := new(big.Rat).Sub(indicators.Round(found, in.decimals()), indicators.Round(said, in.decimals()))
		row.Cells[2] = Cell{Text: change(diff, in.decimals()), Number: number(diff, in.decimals())}
	}
	return row
}

// minutesChanges lists every answer that verification changed. Where nobody wrote
// down why, there is room for it.
func (in *Input) minutesChanges(u gap.Unit) []Block {
	t := in.changes(u.Unit)
	if len(t.Rows) == 0 {
		if looked(u.Unit) {
			return []Block{Paragraph{"Tidak ada jawaban yang berubah.", Plain}}
		}
		return []Block{emptyRows(in.changes(u.Unit).pick(1, 2, 3, 4, 6), 4)}
	}
	t = t.pick(1, 2, 3, 4, 6)
	t.Columns[4].Title = "Alasan perubahan"
	for i := range t.Rows {
		last := &t.Rows[i].Cells[4]
		*last = Cell{Text: orDotted(last.Text)}
	}
	return []Block{t}
}

// emptyRows is a table to be filled in by hand.
func emptyRows(t Table, rows int) Table {
	t.Columns[len(t.Columns)-1].Title = "Alasan perubahan"
	for range rows {
		r := Row{}
		for range t.Columns {
			r.Cells = append(r.Cells, Cell{Text: "\n"})
		}
		r.Cells[0].Text = "\n…"
		t.Rows = append(t.Rows, r)
	}
	return t
}
