package annotate

import (
	"errors"
	"reflect"
	"slices"

	"spotcheck/assess/sheet"
	"spotcheck/indicators/problem"
)

// About heads the list of a copy: whose workbook it is and what it is called, both
// as a person reads it. Refused says that nothing in the workbook counts; then
// there is a copy only if a cell can be marked, for else nothing in it can be
// mended.
type About struct {
	Unit, File string
	Refused    bool
}

// Copy gives the workbook in data with the problems marked in their cells and
// listed in front. The file that problems name does not matter; a problem without
// a cell, or in a sheet that is hidden or not there, stands in the list alone. The
// error is a problem.Problem without a file name (S219).
func Copy(data []byte, about About, list problem.List, lim sheet.Limits) ([]byte, error) {
	sheets, err := look(data, lim)
	if err != nil {
		return nil, refusal(err)
	}
	out, name, err := annotated(data, about, inOrder(list, sheets), sheets, lim)
	if err != nil {
		return nil, refusal(err)
	}
	if err := verify(out, name, sheets, lim); err != nil {
		return nil, refusal(err)
	}
	return out, nil
}

// annotated makes the copy; name is what its list is called.
func annotated(data []byte, about About, list problem.List, sheets []seen, lim sheet.Limits) (out []byte, name string, err error) {
	b, err := openBook(data, lim.Part)
	if err != nil {
		return nil, "", err
	}
	if err := b.dress(); err != nil {
		return nil, "", err
	}
	old := oldList(sheets)
	if name = old; name == "" {
		name = b.freeName()
	}
	open := visible(sheets)
	marked, err := b.markAll(open, old, list[:min(len(list), mostListed)])
	switch {
	case err != nil:
		return nil, "", err
	case about.Refused && marked == 0:
		return nil, "", errors.New("tidak ada sel di dalamnya yang dapat diperbaiki")
	}
	b.front(name, old, []byte(b.list(about, list, open)))
	out, err = b.bytes()
	return out, name, err
}

// markAll puts marks on every sheet but the old list; it counts them.
func (b *book) markAll(open map[string]*sheet.Sheet, old string, list problem.List) (marked int, err error) {
	for _, t := range b.sheets {
		if t.part == "" || t.name == old {
			continue
		}
		var marks []mark
		if s := open[t.name]; s != nil {
			marks = marksOf(s, list)
		}
		if err := b.mark(t.part, marks); err != nil {
			return 0, err
		}
		marked += len(marks)
	}
	return marked, nil
}

// visible are the sheets in which a person can find a cell, by name.
func visible(sheets []seen) map[string]*sheet.Sheet {
	out := map[string]*sheet.Sheet{}
	for _, s := range sheets {
		if !s.hidden {
			out[s.sheet.Name] = s.sheet
		}
	}
	return out
}

// verify reads the copy as whoever gets it will: all sheets have to be there as
// they were, behind the list.
func verify(out []byte, name string, before []seen, lim sheet.Limits) error {
	after, err := look(out, lim)
	if err != nil {
		return err
	}
	if len(after) == 0 || after[0].sheet.Name != name || after[0].hidden {
		return errors.New("daftar masalah tidak terbaca di salinannya")
	}
	before = slices.DeleteFunc(slices.Clone(before), func(s seen) bool { return s.sheet.Name == name })
	if !reflect.DeepEqual(before, after[1:]) {
		return errors.New("isi salinannya tidak sama dengan aslinya")
	}
	return nil
}

// refusal is why there is no copy.
func refusal(err error) error {
	at, why := problem.Place{}, err.Error()
	var p problem.Problem
	if errors.As(err, &p) {
		at, why = problem.Place{Sheet: p.Sheet, Cell: p.Cell}, p.Message
	}
	return problem.New(problem.NotAnnotated, at, "salinan bertanda tidak dapat dibuat: %s", why)
}
