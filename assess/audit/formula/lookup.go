package formula

import (
	"strings"
)

// row is a line of cells to search: a column, or a row.
type line struct {
	sheet     int
	row, col  int // of its first cell
	down      bool
	length    int
	unbounded int // length as written
}

// line is the column (down) or row that begins at the corner of an area. It ends
// where the workbook does: there is nothing to find beyond.
func (e *eval) line(sheet int, a Area, down bool) line {
	bottom, right := e.book.Edge()
	if down {
		return line{sheet, a.Top, a.Left, true, min(a.Bottom, bottom) - a.Top + 1, a.Height()}
	}
	return line{sheet, a.Top, a.Left, false, min(a.Right, right) - a.Left + 1, a.Width()}
}

func (e *eval) in(l line, i int) Value {
	a := Area{Top: l.row, Left: l.col}
	if l.down {
		return e.at(l.sheet, a, i, 0)
	}
	return e.at(l.sheet, a, 0, i)
}

// seek finds x in a line: the same value (way 0), or the last that is at most x
// in a list that ascends (1), or at least x in one that descends (-1).
func (e *eval) seek(x Value, l line, way int) (at int, bad Value) {
	switch {
	case x.Sort == Err:
		return 0, x
	case x.Sort == Blank:
		x = num(0)
	}
	if way == 0 {
		return e.same(x, l)
	}
	at = -1
	before := Value{}
	for i := range l.length {
		v := e.in(l, i)
		if e.why != "" {
			return 0, fault("#N/A")
		}
		if v.Sort != x.Sort {
			if v.Sort == Err || v.Sort == Num || x.Sort == Num && v.Sort != Blank {
				return 0, e.refuse(WhyUnsorted)
			}
			continue
		}
		if v.Sort == Str && !ordered(v.Text) || before.Sort != Blank && compare(v, before)*way < 0 {
			return 0, e.refuse(WhyUnsorted)
		}
		before = v
		if compare(v, x)*way <= 0 {
			at = i
		}
	}
	if at < 0 {
		return 0, fault("#N/A")
	}
	return at, Value{}
}

// same finds the first equal value; texts may have wildcards.
func (e *eval) same(x Value, l line) (int, Value) {
	wild := x.Sort == Str && strings.ContainsAny(x.Text, "*?~")
	pattern := []rune(fold(x.Text))
	for i := range l.length {
		v := e.in(l, i)
		if e.why != "" {
			break
		}
		if v.Sort != x.Sort {
			continue
		}
		if !wild && compare(v, x) == 0 || wild && e.spend(len(v.Text)/8) && wildcard(pattern, []rune(fold(v.Text))) {
			return i, Value{}
		}
	}
	return 0, fault("#N/A")
}

func vlookup(e *eval, args []*Node) Value { return e.table(args, true) }
func hlookup(e *eval, args []*Node) Value { return e.table(args, false) }

// table searches the first column (or row) of a table and answers from another.
func (e *eval) table(args []*Node, down bool) Value {
	x := e.value(args[0])
	a, sheet, ok := e.area(args[1])
	if !ok {
		return e.refuse("mencari dalam rentang yang tidak dapat diikuti")
	}
	k, bad := e.wholeArg(args[2])
	near := 1
	if len(args) == 4 {
		if t := e.truth(e.value(args[3])); t.Sort == Err {
			return t
		} else if t.Num == 0 {
			near = 0
		}
	}
	size := a.Width()
	if !down {
		size = a.Height()
	}
	switch {
	case bad.Sort == Err:
		return bad
	case k < 1:
		return fault("#VALUE!")
	case k > size:
		return fault("#REF!")
	}
	i, bad := e.seek(x, e.line(sheet, a, down), near)
	if bad.Sort == Err {
		return bad
	}
	if down {
		return e.at(sheet, a, i, k-1)
	}
	return e.at(sheet, a, k-1, i)
}

func match(e *eval, args []*Node) Value {
	x := e.value(args[0])
	a, sheet, ok := e.area(args[1])
	if !ok {
		return e.refuse("mencari dalam rentang yang tidak dapat diikuti")
	}
	if a.Height() > 1 && a.Width() > 1 {
		return fault("#N/A")
	}
	way := 1
	if len(args) == 3 {
		k, bad := e.wholeArg(args[2])
		if bad.Sort == Err {
			return bad
		}
		way = max(-1, min(k, 1))
	}
	i, bad := e.seek(x, e.line(sheet, a, a.Width() == 1), way)
	if bad.Sort == Err {
		return bad
	}
	return num(float64(i + 1))
}

func lookup(e *eval, args []*Node) Value {
	x := e.value(args[0])
	a, sheet, ok := e.area(args[1])
	if !ok || len(args) == 2 || a.Height() > 1 && a.Width() > 1 {
		return e.refuse(whyArgument + "LOOKUP")
	}
	b, other, ok := e.area(args[2])
	if !ok || b.Height() > 1 && b.Width() > 1 {
		return e.refuse(whyArgument + "LOOKUP")
	}
	i, bad := e.seek(x, e.line(sheet, a, a.Width() == 1), 1)
	switch {
	case bad.Sort == Err:
		return bad
	case i >= b.Height()*b.Width():
		return e.refuse(whyArgument + "LOOKUP")
	case b.Width() == 1:
		return e.at(other, b, i, 0)
	}
	return e.at(other, b, 0, i)
}

func indexed(e *eval, args []*Node) Value {
	a, sheet, ok := e.area(args[0])
	if !ok {
		return e.refuse(whyArgument + "INDEX")
	}
	row, bad := e.wholeArg(args[1])
	if bad.Sort == Err {
		return bad
	}
	col := 1
	switch {
	case len(args) == 3:
		if col, bad = e.wholeArg(args[2]); bad.Sort == Err {
			return bad
		}
		if col == 0 && a.Width() == 1 {
			col = 1
		}
		if row == 0 && a.Height() == 1 {
			row = 1
		}
	case a.Height() == 1:
		row, col = 1, row
	case a.Width() > 1:
		return e.refuse(whyArgument + "INDEX")
	}
	switch {
	case row < 0 || col < 0:
		return fault("#VALUE!")
	case row > a.Height() || col > a.Width():
		return fault("#REF!")
	case row == 0 || col == 0:
		return e.refuse(WhySpread)
	}
	return e.at(sheet, a, row-1, col-1)
}

// place computes ROW, COLUMN, ROWS and COLUMNS.
func (e *eval) place(args []*Node, own int, of func(Area) int) Value {
	if len(args) == 0 {
		return num(float64(own))
	}
	a, _, ok := e.area(args[0])
	if !ok {
		return e.refuse(WhySpread)
	}
	return num(float64(of(a)))
}

func rowOf(e *eval, args []*Node) Value {
	return e.place(args, e.Row, func(a Area) int { return a.Top })
}

func columnOf(e *eval, args []*Node) Value {
	return e.place(args, e.Col, func(a Area) int { return a.Left })
}

func rowsOf(e *eval, args []*Node) Value    { return e.place(args, 1, Area.Height) }
func columnsOf(e *eval, args []*Node) Value { return e.place(args, 1, Area.Width) }
