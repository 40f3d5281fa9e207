package xlsx

import (
	"slices"
	"strings"

	"spotcheck/report"
)

// What is said where a text goes on in the row below, and of that row.
const (
	goesOn  = " … (bersambung ke baris berikut)"
	goingOn = "(sambungan)"
)

// whole gives every table of a section the rows that its texts need: what is longer
// than a cell holds goes on in the rows below. Elsewhere such a text is refused.
func whole(s report.Section) report.Section {
	for i, block := range s.Blocks {
		if t, ok := block.(report.Table); ok && slices.ContainsFunc(t.Rows, overlong) {
			var rows []report.Row
			for _, row := range t.Rows {
				rows = append(rows, splitRow(row)...)
			}
			t.Rows = rows
			s.Blocks = slices.Clone(s.Blocks)
			s.Blocks[i] = t
		}
	}
	return s
}

func overlong(row report.Row) bool {
	return slices.ContainsFunc(row.Cells, func(c report.Cell) bool { return len(c.Text) > longestText && len(pieces(c)) > 1 })
}

// splitRow is a row, and below it the rows that hold the rest of its texts.
func splitRow(row report.Row) []report.Row {
	out := []report.Row{row}
	if !overlong(row) {
		return out
	}
	out[0].Cells = slices.Clone(row.Cells)
	for col, c := range row.Cells {
		for i, piece := range pieces(c) {
			if i == len(out) {
				more := report.Row{Cells: make([]report.Cell, len(row.Cells)), Strong: row.Strong, Level: row.Level}
				more.Cells[0].Text = goingOn
				out = append(out, more)
			}
			out[i].Cells[col].Text = piece
			if i > 0 {
				out[i].Cells[col].Tone = c.Tone
			}
		}
	}
	return out
}

// pieces is the text of a cell in parts that a cell holds, cut at a space where there
// is one near. What a formula stands behind is one piece.
func pieces(c report.Cell) []string {
	text := clean(c.Text)
	if c.Formula != "" || c.Number != nil || utf16Len(text) <= longestText {
		return []string{c.Text}
	}
	var out []string
	most := longestText - utf16Len(goesOn)
	for utf16Len(text) > longestText {
		end := fitting(text, most)
		if space := strings.LastIndexAny(text[:end], " \n"); space > end-200 {
			end = space + 1
		}
		out = append(out, text[:end]+goesOn)
		text = text[end:]
	}
	return append(out, text)
}

// fitting is how many bytes of text take at most this many UTF-16 units.
func fitting(text string, most int) int {
	for i, r := range text {
		if most--; r > 0xFFFF {
			most--
		}
		if most < 0 {
			return i
		}
	}
	return len(text)
}
