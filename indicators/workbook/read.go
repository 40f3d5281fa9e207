package workbook

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"unicode/utf8"

	"spotcheck/assess/sheet"
	"spotcheck/indicators/format"
	"spotcheck/indicators/problem"
)

const (
	maxProblems = 200 // that are told
	longestName = 100 // characters of the name of an entry
)

// limits suit the largest instrument that still fits a YAML file.
func limits() sheet.Limits {
	l := sheet.DefaultLimits()
	l.Rows, l.Cells = 5_000, 100_000
	return l
}

// Read reads the workbook of an instrument. What is needed and not there is an
// empty text in the Value, so that its cell can be named; Trim takes it out. The
// list tells what is wrong with the workbook, not with the instrument.
func Read(file string, data []byte) (format.Value, problem.List) {
	r := &reader{file: file}
	v := r.read(data)
	r.problems.Sort()
	return v, r.problems
}

type reader struct {
	file     string
	book     *sheet.Workbook
	sort     string // of file
	problems problem.List
}

func (r *reader) add(code problem.Code, at problem.Place, format string, args ...any) {
	r.tell(problem.New(code, at, format, args...))
}

// lost tells of a part that every workbook has, empty or not.
func (r *reader) lost(code problem.Code, at problem.Place, what, name string) {
	r.tell(problem.New(code, at, "%s %q tidak ada", what, name).
		Fix(fmt.Sprintf("Kembalikan %s itu seperti pada hasil spotcheck instruments export; isinya boleh kosong", what)))
}

func (r *reader) tell(p problem.Problem) {
	if len(r.problems) < maxProblems {
		r.problems = append(r.problems, p.In(r.file))
	}
}

// load reads a sheet as it is; nil after a problem.
func (r *reader) load(name string) *sheet.Sheet {
	s, err := r.book.Read(name)
	if err != nil {
		r.fail(err)
	}
	return s
}

func (r *reader) fail(err error) {
	var p problem.Problem
	if !errors.As(err, &p) {
		p = problem.New(problem.NotReadable, problem.Place{}, "berkas tidak dapat dibaca: %v", err)
	}
	if p.Code == problem.NotWorkbook {
		p = p.Fix("Pakai buku kerja .xlsx dari spotcheck instruments export")
	}
	r.tell(p)
}

func (r *reader) read(data []byte) (v format.Value) {
	book, err := sheet.Open(data, limits())
	if err != nil {
		r.fail(err)
		return v
	}
	r.book = book
	names := r.sheets()
	if names[fold(headSheet)] == "" {
		r.lost(problem.BookSheet, problem.Place{}, "lembar", headSheet)
		return v
	}
	all, rs := r.head(names[fold(headSheet)])
	delete(names, fold(headSheet))
	for _, s := range all[1:] {
		name, ok := names[fold(s.sheet)]
		if !ok { // nobody can tell that it was empty
			r.lost(problem.BookSheet, problem.Place{}, "lembar", s.sheet)
			continue
		}
		rs[s] = r.rows(name, s)
		delete(names, fold(s.sheet))
	}
	for _, key := range slices.Sorted(maps.Keys(names)) { // of the other sort of file
		if s := r.load(names[key]); s != nil && len(s.Rows) > 1 {
			r.add(problem.BookSheet, problem.Place{Sheet: names[key]}, "lembar ini tidak ada pada %s; kosongkan", r.sort)
		}
	}
	if len(r.problems) > 0 {
		return v
	}
	v, g := gather(rs, all)
	r.leftovers(all, g)
	return v
}

// sheets are the sheets of an instrument of either sort by their folded names.
func (r *reader) sheets() map[string]string {
	known, names := map[string]bool{}, map[string]string{}
	for _, s := range slices.Concat(sections(format.With), sections(format.Without)) {
		known[fold(s.sheet)] = true
	}
	for _, info := range r.book.Sheets() {
		key := fold(info.Name)
		if _, twice := names[key]; key != fold(guideSheet) && (twice || !known[key]) {
			r.add(problem.BookSheet, problem.Place{Sheet: info.Name}, "lembar ini tidak dikenal, atau ada dua")
		} else if known[key] {
			names[key] = info.Name
		}
	}
	return names
}

// headColumns are the columns of the sheet Instrumen.
var headColumns = []column{
	{name: nameColumn, head: "Kunci", key: format.Key{Need: true}}, {name: textColumn, head: "Isi", key: format.Key{Need: true}}, {name: noteColumn, head: "Keterangan"},
}

// head reads the sheet Instrumen into one row, and says which sections there are.
func (r *reader) head(name string) ([]*section, rows) {
	side, found := format.Without, map[string]line{}
	for _, l := range r.lines(name, headColumns) {
		key := fold(l.cells[nameColumn].Text)
		if _, twice := found[key]; twice {
			r.add(problem.DuplicateID, l.place(nameColumn), "kunci %q sudah ada di atas", key)
		}
		found[key] = l
		if key == format.Root.Switch && !blank(l.cells[textColumn]) {
			side = format.With
		}
	}
	all := sections(side)
	r.sort = format.Root.Sort(side)
	one := newRow(problem.Place{Sheet: name})
	for _, c := range all[0].columns {
		one.cells[c.name] = format.Value{At: one.at}
		if l, ok := found[c.name]; ok {
			one.cells[c.name] = r.value(l.cells[textColumn], c.key, l.place(textColumn))
		} else {
			r.lost(problem.BookHead, one.at, "kunci", c.name)
		}
		delete(found, c.name)
	}
	other := sections(format.With + format.Without - side)[0]
	for _, key := range slices.Sorted(maps.Keys(found)) {
		l := found[key]
		if other.column(key) == nil || !blank(l.cells[textColumn]) {
			r.add(problem.BookHead, l.place(nameColumn), "kunci %q tidak ada pada %s", l.cells[nameColumn].Text, r.sort)
		}
	}
	return all, rows{all[0]: {one}}
}

// rows reads the rows of a section.
func (r *reader) rows(name string, s *section) []*row {
	var out []*row
	id, seen := s.columns[0].name, map[string]bool{}
	switch {
	case s.column(nameColumn) != nil:
		id = nameColumn
	case s.column(nodeParent) != nil:
		id = nodeID
	}
	for _, l := range r.lines(name, s.columns) {
		one := newRow(l.place(id))
		for _, c := range s.columns {
			one.cells[c.name] = r.value(l.cells[c.name], c.key, l.place(c.name))
		}
		for _, c := range []string{ownerColumn, nameColumn} {
			if s.column(c) != nil && one.text(c) == "" {
				r.add(problem.BookRow, l.place(c), "kolom %q kosong, padahal barisnya terisi", s.column(c).head)
			}
		}
		key := one.text(id)
		switch {
		case id != nameColumn && id != nodeID || key == "":
		case seen[key]:
			r.add(problem.DuplicateID, l.place(id), "kode %q sudah dipakai", key)
		case utf8.RuneCountInString(key) > longestName:
			r.add(problem.BadID, l.place(id), "kode lebih panjang daripada %d huruf", longestName)
		}
		seen[key] = true
		out = append(out, one)
	}
	return out
}

// leftovers tells rows and cells that have no place in the instrument.
func (r *reader) leftovers(all []*section, g *gatherer) {
	if g.deep {
		r.add(problem.BookRow, problem.Place{Sheet: all[len(all)-1].sheet}, "simpul bersarang lebih dalam daripada %d tingkat", maxDepth)
		return
	}
	for _, s := range all {
		for _, one := range g.rows[s] {
			for i, c := range s.columns {
				cell := one.cells[c.name]
				switch {
				case i == 0 && !one.used && c.name == nodeParent && slices.ContainsFunc(g.rows[s], func(o *row) bool { return o.text(nodeID) == cell.Text }):
					r.add(problem.BookRow, cell.At, "dari %s %q tidak ada jalan ke simpul teratas: induknya berputar atau tidak ada", c.head, cell.Text)
				case i == 0 && !one.used:
					r.add(problem.BookRow, cell.At, "%s %q tidak ada, atau tidak dapat memuat baris ini", c.head, cell.Text)
				case one.used && !one.taken[c.name] && !cell.Empty() && c.only != "":
					r.add(problem.BookRow, cell.At, "kolom %q hanya untuk %s", c.head, c.only)
				}
			}
		}
	}
}

// line is one row of a sheet as it was found: its cells by the names of their
// columns, and where these stand.
type line struct {
	sheet   string
	number  int
	cells   map[string]sheet.Cell
	columns map[string]int
}

// place is where a column stands in this row; without that column, the row.
func (l line) place(column string) problem.Place {
	return problem.Place{Sheet: l.sheet, Cell: sheet.Ref(l.number, max(l.columns[column], 1))}
}

// lines reads the rows below the heads, which are the first row with content.
func (r *reader) lines(name string, columns []column) (out []line) {
	s := r.load(name)
	if s == nil {
		return nil
	}
	for _, m := range s.Merged {
		r.tell(problem.New(problem.MergedAnswer, problem.Place{Sheet: name, Cell: sheet.Ref(m.Top, m.Left)}, "ada sel yang digabung").
			Fix("Batalkan penggabungan sel, lalu isi tiap selnya"))
	}
	var heads map[int]string
	for _, row := range s.Rows {
		if row.Cells = slices.DeleteFunc(row.Cells, blank); len(row.Cells) == 0 {
			continue
		}
		if heads == nil {
			heads = r.heads(name, row, columns)
			continue
		}
		l := line{sheet: name, number: row.Number, cells: map[string]sheet.Cell{}, columns: map[string]int{}}
		for col, c := range heads {
			l.columns[c] = col
		}
		for _, c := range row.Cells {
			if heads[c.Col] == "" {
				r.add(problem.BookHead, problem.Place{Sheet: name, Cell: c.Ref(row.Number)}, "kolom ini terisi, tetapi tidak punya judul")
			}
			l.cells[heads[c.Col]] = c
		}
		out = append(out, l)
	}
	if heads == nil {
		r.lost(problem.BookHead, problem.Place{Sheet: name}, "baris", "judul kolom")
	}
	return out
}

// strange is a column whose head was told; its cells are not looked at.
const strange = "!"

// heads finds the columns by the texts above them.
func (r *reader) heads(name string, first sheet.Row, columns []column) map[int]string {
	heads, seen := map[int]string{}, map[string]bool{}
	for _, c := range first.Cells {
		at := problem.Place{Sheet: name, Cell: c.Ref(first.Number)}
		heads[c.Col] = strange
		i := slices.IndexFunc(columns, func(k column) bool { return fold(k.head) == fold(c.Text) })
		switch {
		case i < 0:
			r.add(problem.BookHead, at, "judul kolom %q tidak dikenal", c.Text)
		case seen[columns[i].name]:
			r.add(problem.BookHead, at, "judul kolom %q ada dua kali", c.Text)
		default:
			heads[c.Col], seen[columns[i].name] = columns[i].name, true
		}
	}
	for _, c := range columns {
		if !seen[c.name] && c.name != noteColumn {
			r.lost(problem.BookHead, problem.Place{Sheet: name, Cell: fmt.Sprint("A", first.Number)}, "kolom", c.head)
		}
	}
	return heads
}
