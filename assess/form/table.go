package form

import (
	"slices"

	"spotcheck/assess/sheet"
	"spotcheck/indicators/problem"
)

// longestHead is above the length of every head, however it is spaced; longer
// texts need no look.
const longestHead = 256

// table is a sheet with a row of heads, the first of which heads the keys.
type table struct {
	sheet *sheet.Sheet
	head  sheet.Row
	key   int            // column of the keys
	cols  map[string]int // folded head -> column
	twice map[string]bool
}

// findTable looks for the first row that has all the wanted heads.
func findTable(s *sheet.Sheet, wanted ...string) (*table, bool) {
	for _, row := range s.Rows {
		if hasHead(row, wanted[0]) {
			t := newTable(s, row)
			if !slices.ContainsFunc(wanted, func(w string) bool { return t.cols[fold(w)] == 0 }) {
				t.key = t.cols[fold(wanted[0])]
				return t, true
			}
		}
	}
	return nil, false
}

func hasHead(row sheet.Row, head string) bool {
	head = fold(head)
	return slices.ContainsFunc(row.Cells, func(c sheet.Cell) bool {
		return c.Kind == sheet.Text && len(c.Text) <= longestHead && fold(c.Text) == head
	})
}

// newTable takes a row for the heads of its sheet.
func newTable(s *sheet.Sheet, head sheet.Row) *table {
	t := &table{sheet: s, head: head, cols: map[string]int{}, twice: map[string]bool{}}
	for _, c := range head.Cells {
		if c.Kind != sheet.Text || isBlank(c) {
			continue
		}
		name := fold(c.Text)
		if _, known := t.cols[name]; known {
			t.twice[name] = true
			continue
		}
		t.cols[name] = c.Col
	}
	return t
}

// rows are the rows below the heads, and those above that have a key: people sort
// whole sheets, and the heads with them.
func (t *table) rows(yield func(sheet.Row) bool) {
	for _, row := range t.sheet.Rows {
		switch {
		case row.Number == t.head.Number, row.Number < t.head.Number && isBlank(cellOf(row, t.key)):
			continue
		case !yield(row):
			return
		}
	}
}

// missingHeads tells that a sheet has no row of heads.
func (r *reader) missingHeads(s *sheet.Sheet, wanted ...string) {
	r.add(problem.New(problem.MissingHeader, problem.Place{Sheet: s.Name, Cell: "A1"},
		"baris judul kolom tidak ditemukan di lembar ini").Seen("", wanted...))
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

// filled reports whether anything stands in a column of the table.
func (t *table) filled(col int) bool {
	for row := range t.rows {
		if !isBlank(cellOf(row, col)) {
			return true
		}
	}
	return false
}
