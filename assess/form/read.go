package form

import (
	"errors"
	"slices"
	"strings"

	"spotcheck/assess"
	"spotcheck/assess/sheet"
	"spotcheck/indicators"
	"spotcheck/indicators/problem"
)

// Expect says whose forms are read, and within which limits. Units are sorted by id.
// Excluded is as in Spec; a form may be older than the exclusion.
type Expect struct {
	Instrument     *indicators.Instrument
	Entity, Period string
	Units          []assess.Unit
	Excluded       []string
	Limits         sheet.Limits
}

// spec is the form that the unit was given, as far as reading goes.
func (e Expect) spec(u assess.Unit) Spec {
	return Spec{Instrument: e.Instrument, Entity: e.Entity, Period: e.Period, Unit: u, Excluded: e.Excluded}
}

// Filled is what a form says. Unit is the unit of the register with head, PIC
// and, where the register names none, products as on the form. Answers of both
// layers come in the order of the instrument; each knows its cell. Dates are as
// written; a cell that Excel holds as a date gives 2026-03-16.
type Filled struct {
	Unit                 assess.Unit
	Answers              []assess.Answer
	FilledOn, FilledBy   string
	Verifier, VerifiedOn string
}

// Read reads a filled form. file only names it in problems and places. The
// result is nil when the form is refused as a whole; otherwise it holds the
// good answers, and the list tells what is wrong with the others. The list is
// sorted by place.
func Read(file string, data []byte, e Expect) (*Filled, problem.List) {
	r := &reader{file: file, expect: e}
	filled := r.read(data)
	r.problems.Sort()
	return filled, r.problems
}

// reader reads one form.
type reader struct {
	file     string
	expect   Expect
	book     *sheet.Workbook
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
	unit, ok := r.meta()
	if !ok {
		return nil
	}
	r.filled = &Filled{Unit: unit}
	if !r.sheets(r.expect.spec(unit)) {
		return nil
	}
	return r.filled
}

// sheets reads everything but the meta sheet; false refuses the form.
func (r *reader) sheets(s Spec) bool {
	list := pages(s)
	identity, ok := r.identity(s, list)
	if !ok {
		return false
	}
	known := []string{sheetGuide, sheetIdentity, sheetLists, sheetMeta}
	for _, p := range asked(list) {
		known = append(known, p.sheet)
		if p.prefix != "" {
			if identity == nil {
				continue // without its slots nothing in it has a meaning
			}
			p.slots = identity.slots[p.prefix]
		}
		if !r.page(p, identity) {
			return false
		}
	}
	return r.extras(known)
}

// load finds and reads a sheet. A sheet that is not there is told; broken is
// true when it is there and cannot be read, which refuses the form.
func (r *reader) load(name string) (found *sheet.Sheet, broken bool) {
	actual, ok := r.find(name)
	if !ok {
		lost := "isinya tidak terbaca"
		if name == sheetIdentity {
			lost = "isinya, juga semua jawaban produk dan responden, tidak terbaca"
		}
		r.add(problem.New(problem.MissingSheet, problem.Place{}, "lembar %q tidak ada; %s", name, lost).Seen(r.strangers()))
		return nil, false
	}
	s, err := r.book.Read(actual)
	if err != nil {
		r.fail(err)
		return nil, true
	}
	return s, false
}

// strangers are the sheets that no form has: one of them may be a renamed one.
func (r *reader) strangers() string {
	known := []string{sheetGuide, sheetIdentity, sheetLists, sheetMeta}
	for _, a := range areas(r.expect.Instrument) {
		known = append(known, a.sheet)
	}
	var out []string
	for _, info := range r.book.Sheets() {
		if !slices.ContainsFunc(known, func(name string) bool { return fold(name) == fold(info.Name) }) {
			out = append(out, info.Name)
		}
	}
	return strings.Join(out, ", ")
}

// find gives the true name of a sheet: the very name, or one that differs only
// in case and spacing.
func (r *reader) find(name string) (string, bool) {
	list := r.book.Sheets()
	if slices.ContainsFunc(list, func(i sheet.Info) bool { return i.Name == name }) {
		return name, true
	}
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

func (r *reader) add(p problem.Problem) {
	p = p.In(r.file)
	if r.filled != nil {
		p = p.Of(r.filled.Unit.ID)
	}
	r.problems = append(r.problems, p)
}
