package round

import (
	"iter"
	"slices"
	"strings"

	"spotcheck/indicators"
	"spotcheck/indicators/problem"
	"spotcheck/indicators/strictyaml"
)

// A register is a table: the same for CSV and xlsx once it is read.
type tableCell struct {
	text  string
	at    problem.Place
	wrong string // why the text cannot be trusted; empty: it can
}

type tableRow []tableCell // a cell for each column of the table

// titleRows is how far down a register's titles may begin.
const titleRows = 20

// tableEntries finds the titles and reads the rows below them.
func tableEntries(shown string, rows iter.Seq[tableRow]) ([]entry, problem.List) {
	t := &table{}
	n := 0
	for row := range rows {
		switch {
		case t.column != nil:
			t.row(row)
		case !titled(row):
			if n++; n == titleRows {
				return nil, noTitles(shown)
			}
		default:
			if t.titles(row); len(t.problems) > 0 {
				return nil, t.problems
			}
		}
	}
	if t.column == nil {
		return nil, noTitles(shown)
	}
	return t.entries, t.problems
}

// titled: the row has the titles of the first two columns.
func titled(row tableRow) bool {
	known := map[int]bool{}
	for _, c := range row {
		known[columnOf(c.text)] = true
	}
	return known[0] && known[1]
}

func noTitles(shown string) problem.List {
	return problem.List{problem.New(problem.RegisterInvalid, problem.Place{File: shown}, "judul kolom kode dan nama tidak ditemukan")}
}

// table reads the rows of a register whose titles are known.
type table struct {
	column   []int // of each cell: index in columns, or notColumn, or untitled
	entries  []entry
	problems problem.List
}

const (
	notColumn = -1 // titled as something that does not concern us
	untitled  = -2
)

func (t *table) tell(at problem.Place, seen, format string, args ...any) {
	t.problems = append(t.problems, problem.New(problem.RegisterInvalid, at, format, args...).Seen(seen))
}

func (t *table) titles(row tableRow) {
	found := map[int]bool{}
	for _, c := range row {
		name := strings.ToLower(indicators.Squash(c.text))
		i := columnOf(name)
		switch {
		case name == "":
			i = untitled
		case i < 0 && slices.Contains(ignored, name):
			i = notColumn
		case i < 0:
			t.tell(c.at, c.text, "judul kolom %q tidak dikenal%s", name, strictyaml.Hint(name, columnTitles()))
		case found[i]:
			t.tell(c.at, c.text, "kolom %s ada dua", columns[i].titles[0])
		}
		found[i] = true
		t.column = append(t.column, i)
	}
	for i, c := range columns {
		if c.required && !found[i] {
			t.tell(row[0].at, "", "kolom %s tidak ada", c.titles[0])
		}
	}
}

// row reads one unit; rows without content in any column of ours are no unit.
func (t *table) row(row tableRow) {
	e := entry{at: row[0].at}
	content := false
	for i, c := range row {
		text, col := indicators.Squash(c.text), t.column[i]
		if col == notColumn || text == "" && c.wrong == "" {
			continue
		}
		content = true
		switch {
		case col == untitled:
			t.tell(c.at, text, "ada isi di kolom tanpa judul")
		case c.wrong != "":
			p := problem.New(problem.RegisterInvalid, c.at, "%s", c.wrong).Seen(text)
			t.problems = append(t.problems, p.Fix("Ubah format sel menjadi Teks, lalu ketik ulang isinya"))
		case columns[col].list:
			e.products = splitProducts(c.text)
		default:
			columns[col].set(&e.unit, text)
		}
	}
	if content {
		t.entries = append(t.entries, e)
	}
}

// splitProducts: semicolons, or one product a line as people type in a cell. A
// dash for want of a product is none.
func splitProducts(s string) []string {
	var out []string
	for _, p := range strings.FieldsFunc(s, func(r rune) bool { return r == ';' || r == '\n' }) {
		if p = indicators.Squash(p); !indicators.IsFiller(p) {
			out = append(out, p)
		}
	}
	return out
}
