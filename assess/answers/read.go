package answers

import (
	"slices"
	"strings"

	"spotcheck/assess"
	"spotcheck/assess/answers/csvrows"
	"spotcheck/indicators"
	"spotcheck/indicators/problem"
	"spotcheck/indicators/strictyaml"
)

// The columns, in the order of the contract.
const (
	colUnit = iota
	colProduct
	colRespondent
	colIndicator
	colLayer
	colValue
	colNote
	colEvidence
	columns
)

var columnNames = [columns]string{"unit", "product", "respondent", "indicator", "layer", "value", "note", "evidence"}

// Read gives the answers in data in file order, each with its row in At. file
// is used in places only. Rows with an error are left out and told; empty values
// give no answer, and a warning where words stand beside them. Values below the
// nodes excluded, which are ids of what the round leaves out, are errors too.
func Read(file string, data []byte, in *indicators.Instrument, units []assess.Unit, excluded ...string) ([]assess.Answer, problem.List) {
	lim := csvrows.DefaultLimits()
	lim.Text++ // room for the apostrophe before a text of the greatest length
	rows, problems := csvrows.Read(file, data, lim)
	r := &reader{file: file, in: in, excluded: excluded, units: map[string]*assess.Unit{}, seen: map[layered]*place{}, problems: problems}
	for i := range units {
		r.units[units[i].ID] = &units[i]
		r.unitIDs = append(r.unitIDs, units[i].ID)
	}
	for _, n := range in.Indicators() {
		r.indicatorIDs = append(r.indicatorIDs, n.ID)
	}
	if len(rows) == 0 {
		if len(problems) == 0 {
			r.add(problem.New(problem.CSVHeader, problem.Place{File: file}, "berkas kosong"))
		}
		return nil, r.problems
	}
	if r.header(rows[0]) {
		for _, row := range rows[1:] {
			r.row(row)
		}
	}
	return r.once(), r.shortened(lim.Problems)
}

// shortened is the list of problems, cut where nobody reads on; how many were
// cut is told. Warnings give way to errors, and only errors make an error.
func (r *reader) shortened(most int) problem.List {
	more := len(r.problems) - most
	if more <= 0 {
		return r.problems
	}
	slices.SortStableFunc(r.problems, func(a, b problem.Problem) int { return strings.Compare(string(a.Severity), string(b.Severity)) })
	last := problem.New(problem.NoteUnused, problem.Place{File: r.file}, "dan %d catatan lain tanpa jawaban di berkas ini", more)
	if lost := r.problems[most:].Errors(); lost > 0 {
		last = problem.New(problem.TooLarge, problem.Place{File: r.file}, "dan %d kesalahan lain di berkas ini; barisnya tidak dipakai", lost).
			Fix("Perbaiki yang disebut dahulu, lalu ulangi")
	}
	return append(r.problems[:most:most], last)
}

type reader struct {
	file                  string
	in                    *indicators.Instrument
	excluded              []string
	units                 map[string]*assess.Unit
	unitIDs, indicatorIDs []string
	at                    [columns]int // index of each column, -1 where absent
	unnamed               []int        // columns without a title, which must stay empty
	answers               []assess.Answer
	seen                  map[layered]*place
	problems              problem.List
}

// layered is what may stand once in a file.
type layered struct {
	assess.Key
	assess.Layer
}

// place is where a key was first seen.
type place struct {
	problem.Place
	twice bool
}

func (r *reader) add(p problem.Problem) { r.problems = append(r.problems, p) }

// header finds the columns; false when the rows below cannot be read.
func (r *reader) header(row csvrows.Row) bool {
	before := len(r.problems)
	for i := range r.at {
		r.at[i] = -1
	}
	for i, title := range row.Fields {
		name := strings.ToLower(indicators.Squash(title))
		col := slices.Index(columnNames[:], name)
		switch {
		case name == "":
			r.unnamed = append(r.unnamed, i)
		case col < 0:
			r.add(problem.New(problem.CSVHeader, row.At(r.file), "judul kolom %q tidak dikenal%s", title, strictyaml.Hint(name, columnNames[:])).Seen(title, columnNames[:]...))
		case r.at[col] >= 0:
			r.add(problem.New(problem.CSVHeader, row.At(r.file), "judul kolom %q muncul dua kali", name))
		default:
			r.at[col] = i
		}
	}
	for _, col := range []int{colUnit, colIndicator, colValue} {
		if r.at[col] < 0 {
			r.add(problem.New(problem.CSVHeader, row.At(r.file), "kolom %q tidak ada", columnNames[col]))
		}
	}
	return len(r.problems) == before
}

// once drops the answers whose key stands twice.
func (r *reader) once() []assess.Answer {
	return slices.DeleteFunc(r.answers, func(a assess.Answer) bool {
		return r.seen[layered{a.Key, a.Layer}].twice
	})
}
