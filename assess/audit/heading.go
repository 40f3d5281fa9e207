package audit

import (
	"fmt"

	"spotcheck/assess/audit/formula"
	"spotcheck/assess/sheet"
)

// header tells of ranges that take in a heading which is a number, such as a year.
func (b *book) header(c *calc, list []total) bool {
	for _, t := range list {
		from, to := t.ends()
		head, next := b.cellIn(t, from), b.cellIn(t, from+1)
		if to-from < 3 || head == nil || next == nil || !b.isHeading(t, head) || b.isHeading(t, next) || next.v.Sort != formula.Num {
			continue
		}
		at := b.cellOf(c)
		b.add(Finding{Severity: Doubtful, Kind: RangeHeader, Formula: b.textOf(c), Found: b.write(c, t), Expected: "rentang tanpa judulnya",
			Message: fmt.Sprintf("Rentang memuat judul %s (%s) sebagai angka", sheet.Ref(int(head.row), int(head.col)), head.v.Show()),
			Remedy:  "Mulai rentang sesudah judulnya"}, c.page, int(at.row), int(at.col))
		return true
	}
	return false
}

func isYear(c *cell) bool {
	return c.form == 0 && c.v.Sort == formula.Num && c.v.Num >= 1990 && c.v.Num <= 2100 && c.v.Num == float64(int(c.v.Num))
}

// isHeading reports whether a number is a heading: a year among headings, or one
// of the column numbers that official tables have below them.
func (b *book) isHeading(t total, c *cell) bool {
	return isYear(c) && b.headed(t, c) || b.isColumnNumber(t, c)
}

// isColumnNumber reports whether c is one of 1, 2, 3, ... across the range.
func (b *book) isColumnNumber(t total, c *cell) bool {
	s := &strip{page: t.page, down: t.down}
	if c.form > 0 || c.v.Sort != formula.Num {
		return false
	}
	n := 0
	for _, d := range []int{-2, -1, 1, 2} {
		if o := b.beside(s, c, d); o != nil && o.form == 0 && o.v.Sort == formula.Num && o.v.Num == c.v.Num+float64(d) {
			n++
		}
	}
	return n >= 2
}

// headed reports whether a cell stands among headings: beside it, across the
// range, is a text or another year.
func (b *book) headed(t total, c *cell) bool {
	s := &strip{page: t.page, down: t.down}
	for _, d := range []int{-1, 1} {
		if n := b.beside(s, c, d); n != nil && n.form == 0 && (n.v.Sort == formula.Str || isYear(n)) {
			return true
		}
	}
	return false
}
