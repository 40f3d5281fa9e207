package action

import (
	"slices"

	"spotcheck/assess/sheet"
)

// Blank reports whether a workbook is a plan of action in which nobody filled in
// anything. What cannot be read as one is not.
func Blank(data []byte, lim sheet.Limits) bool {
	book, err := sheet.Open(data, lim)
	if err != nil || !Is(data, lim) {
		return false
	}
	name, ok := find(book, sheetPlan)
	if !ok {
		return false
	}
	s, err := book.Read(name)
	if err != nil {
		return false
	}
	r := &reader{book: book, name: name}
	head, ok := r.heads(s)
	return ok && !slices.ContainsFunc(s.Rows, func(row sheet.Row) bool {
		return row.Number > head && r.record(row).first().Kind != sheet.Empty
	})
}
