package form

import (
	"slices"

	"spotcheck/assess/sheet"
	"spotcheck/indicators/problem"
)

// searchDepth is in how many rows with content the heads may stand.
const searchDepth = 60

// table is the part of a sheet below a row of heads.
type table struct {
	sheet *sheet.Sheet
	head  sheet.Row
	rows  []sheet.Row
	cols  map[string]int // folded head -> column
	twice map[string]bool
}

// findTable looks for the first row that has all the wanted heads.
func findTable(s *sheet.Sheet, wanted ...string) (*table, bool) {
	for i, row := range s.Rows[:min(len(s.Rows), searchDepth)] {
		t := &table{sheet: s, head: row, rows: s.Rows[i+1:], cols: map[string]int{}, twice: map[string]bool{}}
		for _, c := range row.Cells {
			name := fold(c.Text)
			if c.Kind != sheet.Text {
				continue
			}
			if _, known := t.cols[name]; known {
				t.twice[name] = true
				continue
			}
			t.cols[name] = c.Col
		}
		if !slices.ContainsFunc(wanted, func(w string) bool { return t.cols[fold(w)] == 0 }) {
			return t, true
		}
	}
	return nil, false
}

// missing tells that a sheet has no row of heads.
func (r *reader) missingHeads(s *sheet.Sheet, wanted ...string) {
	r.add(problem.New(problem.MissingHeader, problem.Place{Sheet: s.Name, Cell: "A1"},
		"baris judul kolom tidak ditemukan dalam %d baris pertama", searchDepth).Seen("", wanted...))
}

// column finds a column by its head. It tells heads that are absent or stand
// twice; then the column is 0.
func (r *reader) column(t *table, head string) int {
	name, place := fold(head), problem.Place{Sheet: t.sheet.Name, Cell: sheet.Ref(t.head.Number, 1)}
	switch {
	case t.cols[name] == 0:
		r.add(problem.New(problem.MissingHeader, place, "kolom %q tidak ada; isinya tidak terbaca", head).Seen("", head))
		return 0
	case t.twice[name]:
		place.Cell = sheet.Ref(t.head.Number, t.cols[name])
		r.add(problem.New(problem.MissingHeader, place, "kolom %q ada dua; tidak jelas mana yang dipakai", head).Seen(head).
			Fix("Hapus atau ganti judul salah satu kolom itu"))
		return 0
	}
	return t.cols[name]
}

// cellOf finds a cell of a row; column 0 and cells without content are Empty.
func cellOf(row sheet.Row, col int) sheet.Cell {
	for _, c := range row.Cells {
		if c.Col == col {
			return c
		}
	}
	return sheet.Cell{Col: col}
}
