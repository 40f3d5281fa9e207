package xlsx

import (
	"errors"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"spotcheck/indicators/problem"
	"spotcheck/report"
)

// book is a workbook, laid out and not yet written.
type book struct {
	doc     *report.Document
	sheets  []*sheet
	looks   *looks
	names   map[string]address
	choices [][]string // the lists of all drop-downs, each once
	faults  []error
}

// address is a cell of the workbook.
type address struct {
	sheet int
	at    point
}

// layOut makes the sheets of a document; all that is wrong with it is returned at
// once.
func layOut(d *report.Document) (*book, error) {
	b := &book{doc: d, looks: newLooks(), names: map[string]address{}}
	used := namer{strings.ToLower(listSheet): true}
	for i, section := range d.Sections {
		b.section(whole(section), used.section(section, i+1))
	}
	if len(d.Sections) == 0 {
		b.section(report.Section{}, used.unique(emptySheet))
	}
	b.listSheet()
	for _, s := range b.sheets {
		b.resolveSheet(s)
	}
	return b, errors.Join(b.faults...)
}

// define gives a cell its name.
func (b *book) define(name string, at address) {
	if _, taken := b.names[name]; taken {
		b.fault("%s!%s: nama sel %q dipakai dua kali", b.sheets[at.sheet].name, a1(at.at), name)
		return
	}
	b.names[name] = at
}

func (b *book) fault(format string, args ...any) {
	b.faults = append(b.faults, fmt.Errorf(format, args...))
}

// check refuses what a cell cannot hold.
func (s *sheet) check(text string, at point, number *report.Number) {
	// A UTF-16 unit takes at least one byte of UTF-8.
	if len(text) > longestText && utf16Len(text) > longestText {
		s.book.faults = append(s.book.faults, problem.New(problem.TextTooLong,
			problem.Place{Sheet: s.name, Cell: a1(at)},
			"teks %d karakter; satu sel memuat paling banyak %d", utf16Len(text), longestText).Seen(text))
	}
	if number != nil && (math.IsNaN(number.Value) || math.IsInf(number.Value, 0)) {
		s.book.fault("%s!%s: angka %v tidak dapat ditulis", s.name, a1(at), number.Value)
	}
	if at.row >= 1<<20 || at.col >= 1<<14 {
		s.book.fault("%s!%s: melampaui batas lembar Excel", s.name, a1(at))
	}
}

// list is the number of a list of choices.
func (b *book) list(choices []string) int {
	for i, have := range b.choices {
		if slices.Equal(have, choices) {
			return i
		}
	}
	b.choices = append(b.choices, choices)
	return len(b.choices) - 1
}

// listSheet adds the hidden sheet with the choices of all drop-downs, a column
// each: a list written into the validation itself could not hold commas.
func (b *book) listSheet() {
	if len(b.choices) == 0 {
		return
	}
	s := &sheet{book: b, index: len(b.sheets), name: listSheet, hidden: true}
	s.grid.widths = slices.Repeat([]float64{24}, len(b.choices))
	longest := 0
	for _, c := range b.choices {
		longest = max(longest, len(c))
	}
	for row := range longest {
		var pieces []piece
		for col, c := range b.choices {
			if row < len(c) {
				pieces = append(pieces, piece{at: span{col, col + 1}, look: prose().unwrapped(), text: c[row]})
			}
		}
		s.add(0, pieces...)
	}
	b.sheets = append(b.sheets, s)
}

// a1 writes a cell as Excel does: column letters, then the row from 1.
func a1(p point) string { return columnName(p.col) + strconv.Itoa(p.row+1) }

func columnName(col int) string {
	name := ""
	for col++; col > 0; col = (col - 1) / 26 {
		name = string(rune('A'+(col-1)%26)) + name
	}
	return name
}

// fixed is an absolute reference to an area, as validations and charts need it.
func (a area) fixed() string {
	return fmt.Sprintf("$%s$%d:$%s$%d", columnName(a.cols.from), a.rows.from+1, columnName(a.cols.to-1), a.rows.to)
}

// loose is the plain reference to an area.
func (a area) loose() string {
	return a1(point{a.cols.from, a.rows.from}) + ":" + a1(point{a.cols.to - 1, a.rows.to - 1})
}
