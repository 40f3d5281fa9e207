package form

import (
	"slices"

	"spotcheck/assess/sheet"
	"spotcheck/indicators/problem"
)

// extras looks at the sheets that are no part of the form: a copy of an area
// with answers in it would otherwise be lost without a word. False refuses the
// form.
func (r *reader) extras(known []string) bool {
	var taken []string
	for _, name := range known {
		if actual, ok := r.find(name); ok {
			taken = append(taken, actual)
		}
	}
	for _, info := range r.book.Sheets() {
		if slices.Contains(taken, info.Name) {
			continue
		}
		s, err := r.book.Read(info.Name)
		if err != nil {
			r.fail(err)
			return false
		}
		if c, row := firstAnswer(s); row > 0 {
			r.add(r.extra(s.Name, problem.Place{Sheet: s.Name, Cell: c.Ref(row)}).Seen(r.shown(c)))
		}
	}
	return true
}

// extra tells of answers on a sheet that the form does not have, or no longer.
func (r *reader) extra(name string, at problem.Place) problem.Problem {
	areaNamed := func(a area) bool { return fold(a.sheet) == fold(name) }
	if slices.ContainsFunc(areas(r.expect.Instrument), areaNamed) && len(r.expect.Excluded) > 0 {
		return problem.New(problem.NotAsked, at, "lembar %q tidak ditanyakan dalam putaran ini; jawabannya tidak dibaca", name).
			Fix(excludedRemedy)
	}
	return problem.New(problem.ExtraSheet, at, "lembar %q bukan bagian formulir; jawabannya tidak dibaca", name)
}

// excludedRemedy is what to do about answers to what the round leaves out.
const excludedRemedy = "Kosongkan jawabannya, atau keluarkan indikatornya dari exclude: di spotcheck.yaml"

// firstAnswer finds an answer of either layer in a row with a Kode, and the row
// it stands in; row 0: there is none.
func firstAnswer(s *sheet.Sheet) (c sheet.Cell, row int) {
	code := allColumns[colCode].head
	t, found := findTable(s, code, allColumns[colAnswer].head)
	if !found {
		return c, 0
	}
	for r := range t.rows {
		if isBlank(cellOf(r, t.cols[fold(code)])) {
			continue
		}
		for _, id := range []columnID{colAnswer, colVerdict} {
			if c := cellOf(r, t.cols[fold(allColumns[id].head)]); !isBlank(c) {
				return c, r.Number
			}
		}
	}
	return sheet.Cell{}, 0
}
