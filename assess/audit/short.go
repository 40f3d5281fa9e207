package audit

import (
	"fmt"

	"spotcheck/assess/audit/formula"
	"spotcheck/assess/sheet"
)

// rim is where a range of any total begins or ends: what another range takes up
// is not missing from this one.
type rim struct {
	page, line, pos int
	down, begins    bool
}

// findRims notes the ends of all totals.
func (b *book) findRims() {
	b.edges = map[rim]bool{}
	for i := range b.formulas {
		if c := &b.formulas[i]; c.shape >= 0 && b.work > 0 {
			for _, t := range b.totalsOf(c) {
				from, to := t.ends()
				b.edges[rim{t.page, t.line(), from, t.down, true}] = true
				b.edges[rim{t.page, t.line(), to, t.down, false}] = true
			}
		}
	}
}

// short tells of a total whose range ends before the data does. Where the total
// stands at the end of its own column, all up to it is data; elsewhere the data
// must begin with the range, so that it can be told where it ends.
func (b *book) short(c *calc, t total) bool {
	own := b.cellOf(c)
	from, to := t.ends()
	inLine := t.page == c.page && t.line() == (&strip{down: !t.down}).pos(own)
	at := (&strip{down: t.down}).pos(own)
	if !t.down && (!inLine || b.supported(&strip{page: c.page, down: false}, own)) {
		return false // columns side by side mean different things
	}
	if !inLine && (to-from < 2 || b.like(t, from, from-1)) && (to-from < 2 || b.like(t, to, to+1)) {
		return false // a piece from the middle of a list
	}
	if r := t.arg.Ref; r.From.AbsRow != r.To.AbsRow || r.From.AbsCol != r.To.AbsCol {
		return false // a running total
	}
	above := t.down && t.page == c.page && int(own.row) == from-1
	if above && to-from < 5 {
		return false // the head of a group; what follows is the next
	}
	after, before := b.extra(t, to, 1, at, inLine), 0
	if t.down {
		before = b.extra(t, from, -1, at, inLine)
	}
	if after == 0 && before == 0 || after > 0 && before > 0 && !inLine {
		return false
	}
	whole := t
	if t.down {
		whole.area.Top, whole.area.Bottom = from-before, to+after
	} else {
		whole.area.Left, whole.area.Right = from-before, to+after
	}
	b.add(Finding{Severity: Doubtful, Kind: RangeShort, Formula: b.textOf(c), Found: b.write(c, t), Expected: b.areaText(c, whole),
		Message: fmt.Sprintf("Rentang melewatkan %d sel data yang bersambung dengannya", after+before),
		Remedy:  "Perluas rentangnya, atau pisahkan sel yang memang tidak ikut dengan baris kosong"}, c.page, int(own.row), int(own.col))
	return true
}

// areaText writes the area of a total, with its sheet if that is another one.
func (b *book) areaText(c *calc, t total) string {
	text := sheet.Ref(t.area.Top, t.area.Left) + ":" + sheet.Ref(t.area.Bottom, t.area.Right)
	if t.page != c.page {
		text = formula.QuoteSheet(b.pages[t.page].name) + "!" + text
	}
	return text
}

// extra counts the cells beyond an end of a range that belong to its data; 0 if
// there are none, or so many that the range must be meant to end there. at is the
// place of the total itself, which ends the data if it stands in line.
func (b *book) extra(t total, end, way, at int, inLine bool) int {
	from, to := t.ends()
	most := max(2, (to-from+1)/4)
	n := 0
	for pos := end + way; n <= most && b.like(t, end, pos); pos += way {
		if b.edges[rim{t.page, t.line(), pos, t.down, way > 0}] || inLine && pos == at {
			return 0
		}
		if way < 0 && b.isHeading(t, b.cellIn(t, pos)) {
			break
		}
		n++
	}
	stop := end + way*(n+1)
	switch {
	case n > most:
		return 0
	case !(inLine && (at-end)*way > 0) && b.isNumber(t, stop):
		return 0 // the data goes on in another manner
	case inLine && (at-end)*way > 0 && stop != at && b.cellIn(t, stop) != nil:
		return 0 // something else lies between
	}
	return n
}

func (b *book) isNumber(t total, pos int) bool {
	c := b.cellIn(t, pos)
	return c != nil && (c.missing || c.v.Sort == formula.Num) && !b.isHeading(t, c)
}

// like reports whether the cell at pos is data of the same sort as the one at end:
// both typed numbers, or both formulas of one pattern.
func (b *book) like(t total, end, pos int) bool {
	b.work--
	if pos < 1 {
		return false
	}
	m, c := b.cellIn(t, end), b.cellIn(t, pos)
	switch {
	case m == nil || c == nil || m.v.Sort != formula.Num && !m.missing || c.v.Sort != formula.Num && !c.missing:
		return false
	case m.form == 0 || c.form == 0:
		return m.form == c.form
	}
	a, d := b.shape(m), b.shape(c)
	return a >= 0 && d >= 0 && (a == d || b.sameSkeleton(a, d) && mainCall(b.trees[a]).Op != formula.Call)
}
