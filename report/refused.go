package report

import (
	"fmt"
	"strings"

	"spotcheck/assess/gap"
	"spotcheck/indicators/problem"
)

// refusedShown bounds the rows of refused answers in a unit's report.
const refusedShown = 6

// refused lists what the unit filled in and nobody could use, with the cell and what
// to do: to the unit these answers are not empty.
func (in *Input) refused(u gap.Unit) []Block {
	t := Table{Columns: []Column{{Title: "Tempat", Width: 24}, {Title: "Terbaca", Width: 14}, {Title: "Masalah", Width: 40}, {Title: "Perbaikan", Width: 36}}}
	more := 0
	for _, p := range in.Problems {
		switch {
		case p.Unit != u.Unit.Unit.ID || p.Severity != problem.Error:
		case len(t.Rows) == refusedShown:
			more++
		default:
			t.Rows = append(t.Rows, Row{Cells: cells(spot(p), dash(clip(p.Value, 40)), clip(p.Message, 160), p.Remedy)})
		}
	}
	if len(t.Rows) == 0 {
		return nil
	}
	if more > 0 {
		t.Note = fmt.Sprintf("%d isian lain yang ditolak tercantum pada rekap.xlsx, lembar Masalah data.", more)
	}
	return []Block{Heading{2, "Isian yang ditolak karena tidak sah"}, t}
}

// spot is where a problem is, without the folder.
func spot(p problem.Problem) string {
	file := p.File[strings.LastIndex(p.File, "/")+1:]
	return strings.Trim(strings.Join([]string{file, strings.Trim(p.Sheet+"!"+p.Cell, "!")}, ", "), ", ")
}
