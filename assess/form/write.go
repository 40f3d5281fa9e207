package form

import (
	"io"
	"strings"

	"github.com/xuri/excelize/v2"

	"spotcheck/assess"
	"spotcheck/indicators"
)

// Spec says which form to write. Office is who gets the form back, such as
// "Inspektorat Daerah"; it may be empty. Excluded are the ids of nodes that the
// round leaves out with all that is below them.
type Spec struct {
	Instrument     *indicators.Instrument
	Entity, Period string
	Unit           assess.Unit
	Office         string
	Excluded       []string
}

// Write writes the blank form of one unit as an xlsx workbook. Equal Specs give
// equal bytes.
func Write(w io.Writer, s Spec) error {
	grids, names := layOut(s)
	return writeBook(w, title(s), footer(s), grids, names)
}

// layOut makes the sheets of a form and the names of its lists.
func layOut(s Spec) ([]grid, []excelize.DefinedName) {
	list := pages(s)
	lists := choicesOf(list)
	identity := newIdentitySheet(s, list)
	var areas []*areaSheet
	for _, p := range asked(list) {
		a := newAreaSheet(s, p, identity.described)
		a.validations(lists)
		areas = append(areas, a)
	}
	identity.finish(s, areas)
	grids := []grid{newGuideSheet(s, list).grid, identity.grid}
	for _, a := range areas {
		grids = append(grids, a.grid)
	}
	return append(grids, lists.grid(), metaGrid(s)), lists.names()
}

func title(s Spec) string { return s.Instrument.Title + " – " + s.Unit.Name }

// longestFooter keeps the foot within the 255 characters of the format, even if
// every one of them has to be doubled.
const longestFooter = 85

// footer is the foot of every printed page. An ampersand begins a command
// there, and a number behind the type size would join it, hence the space.
func footer(s Spec) string {
	name := []rune(s.Instrument.Short + " · " + s.Unit.Name + " · periode " + s.Period)
	if len(name) > longestFooter {
		name = append(name[:longestFooter-1], '…')
	}
	return "&L&8 " + strings.ReplaceAll(string(name), "&", "&&") + "&C&8 Penilaian mandiri, bukan nilai resmi&R&8 Halaman &P dari &N"
}
