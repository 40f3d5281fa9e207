package action

import (
	"errors"
	"slices"

	"spotcheck/assess/sheet"
	"spotcheck/indicators/problem"
)

// Expect says whose plan is read: Plan is what it was written from, or would be now;
// Units are the ids of all units of the round.
type Expect struct {
	Plan   *Plan
	Units  []string
	Limits sheet.Limits
}

// Filled is what a workbook says. Entries are the rows that somebody filled, by key;
// Closed those of actions that were planned when the file was written and are none
// any more: the gap has closed.
type Filled struct{ Entries, Closed []Entry }

// Read reads a filled plan. file only names it in problems and places. The result is
// nil when the file is refused as a whole; otherwise it holds the good rows, and the
// list, sorted by place, tells what is wrong with the others.
func Read(file string, data []byte, e Expect) (*Filled, problem.List) {
	r := &reader{file: file, expect: e, planned: map[Key]bool{}}
	filled := r.read(data)
	r.problems.Sort()
	return filled, r.problems
}

// reader reads one workbook.
type reader struct {
	file     string
	expect   Expect
	book     *sheet.Workbook
	planned  map[Key]bool // by the file itself
	name     string       // of the sheet that is read
	cols     [columnCount]int
	rows     map[Key]int // where an entry or a fault of a key stands
	filled   *Filled
	problems problem.List
}

func (r *reader) read(data []byte) *Filled {
	book, err := sheet.Open(data, r.expect.Limits)
	if err != nil {
		r.fail(err)
		return nil
	}
	r.book = book
	if !r.meta() {
		return nil
	}
	name, ok := find(book, sheetPlan)
	if !ok {
		r.add(problem.New(problem.MissingSheet, problem.Place{}, "lembar %q tidak ada", sheetPlan).
			Fix("Kembalikan nama lembar seperti pada rencana aksi asli"))
		return nil
	}
	s, err := book.Read(name)
	if err != nil {
		r.fail(err)
		return nil
	}
	r.name, r.rows, r.filled = name, map[Key]int{}, &Filled{}
	head, ok := r.heads(s)
	if !ok {
		return nil
	}
	r.table(s, head)
	byKey := func(a, b Entry) int { return compare(a.Key, b.Key) }
	slices.SortFunc(r.filled.Entries, byKey)
	slices.SortFunc(r.filled.Closed, byKey)
	return r.filled
}

// heads finds the row of heads and the columns below it.
func (r *reader) heads(s *sheet.Sheet) (row int, ok bool) {
	for _, row := range s.Rows {
		cols, twice := headsOf(row)
		if cols[colUnit] == 0 || cols[colCode] == 0 || cols[colStatus] == 0 {
			continue
		}
		r.cols, ok = cols, true
		for _, c := range columns {
			at := problem.Place{Sheet: s.Name, Cell: sheet.Ref(row.Number, max(cols[c.id], 1))}
			switch needed := slices.Contains(inputs[:], c.id) || slices.Contains(fixed[:], c.id); {
			case twice[c.id]:
				r.add(problem.New(problem.MissingHeader, at, "kolom %q ada dua; tidak jelas mana yang dipakai", c.head).Seen(c.head).
					Fix("Hapus atau ganti judul salah satu kolom itu"))
				ok = false
			case needed && cols[c.id] == 0:
				r.add(problem.New(problem.MissingHeader, at, "kolom %q tidak ada", c.head).Seen("", c.head).
					Fix("Kembalikan judul kolom seperti pada rencana aksi asli"))
				ok = false
			}
		}
		return row.Number, ok
	}
	r.add(problem.New(problem.MissingHeader, problem.Place{Sheet: s.Name, Cell: "A1"}, "baris judul kolom tidak ditemukan di lembar ini").
		Seen("", columns[colUnit].head, columns[colCode].head, columns[colStatus].head).
		Fix("Kembalikan baris judul kolom seperti pada rencana aksi asli"))
	return 0, false
}

// headsOf are the columns that a row heads.
func headsOf(row sheet.Row) (cols [columnCount]int, twice map[columnID]bool) {
	twice = map[columnID]bool{}
	for _, cell := range row.Cells {
		for _, c := range columns {
			if cell.Kind != sheet.Text || fold(cell.Text) != fold(c.head) {
				continue
			}
			if cols[c.id] > 0 {
				twice[c.id] = true
				continue
			}
			cols[c.id] = cell.Col
		}
	}
	return cols, twice
}

// find gives the true name of a sheet: one that differs only in case and spacing.
func find(book *sheet.Workbook, name string) (string, bool) {
	list := book.Sheets()
	i := slices.IndexFunc(list, func(i sheet.Info) bool { return fold(i.Name) == fold(name) })
	if i < 0 {
		return "", false
	}
	return list[i].Name, true
}

// fail records what sheet says is wrong.
func (r *reader) fail(err error) {
	var p problem.Problem
	if !errors.As(err, &p) {
		p = problem.New(problem.NotReadable, problem.Place{}, "berkas tidak dapat dibaca: %v", err)
	}
	r.add(p)
}

func (r *reader) add(p problem.Problem) { r.problems = append(r.problems, p.In(r.file)) }

func (r *reader) at(cell string) problem.Place { return problem.Place{Sheet: r.name, Cell: cell} }
