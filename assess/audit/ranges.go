package audit

import (
	"fmt"

	"spotcheck/assess/audit/formula"
	"spotcheck/assess/sheet"
)

// totals are the functions that take in whole columns of data; adding says that
// counting something twice makes them wrong.
var totals = map[string]struct{ adding bool }{
	"SUM": {true}, "AVERAGE": {true}, "COUNT": {true}, "COUNTA": {true}, "SUMPRODUCT": {true}, "MEDIAN": {true},
	"STDEV": {true}, "STDEV.S": {true}, "PRODUCT": {true}, "MIN": {}, "MAX": {},
}

// total is one range of a total: a piece of one column or row.
type total struct {
	call   *formula.Node
	arg    *formula.Node
	page   int
	area   formula.Area
	down   bool
	halved bool // the total is divided by two, which mends double counting
}

// ranges looks at the ranges of totals.
func (b *book) ranges(at int) {
	for i := range b.formulas {
		c := &b.formulas[i]
		if c.page != at || c.shape < 0 || b.work < 0 {
			continue
		}
		list := b.totalsOf(c)
		if b.uneven(c, list) || b.header(c, list) {
			continue
		}
		for _, t := range list {
			if b.double(c, t) || b.short(c, t) {
				break
			}
		}
	}
}

// totalsOf lists the one-dimensional ranges that stand as arguments of totals.
func (b *book) totalsOf(c *calc) []total {
	var out []total
	at := b.cellOf(c)
	visit := func(call *formula.Node, halved bool) {
		if _, ok := totals[call.Text]; !ok {
			return
		}
		for _, arg := range call.Args {
			if arg.Op != formula.Reference || arg.Ref.Single || arg.Ref.Rows || arg.Ref.Columns {
				continue
			}
			a, ok := arg.Ref.At(int(at.row), int(at.col))
			page := c.page
			if ok && a.Sheet != "" {
				page, ok = b.Sheet(a.Sheet)
			}
			if ok && (a.Height() == 1) != (a.Width() == 1) {
				out = append(out, total{call, arg, page, a, a.Width() == 1, halved})
			}
		}
	}
	half := map[*formula.Node]bool{}
	b.trees[c.shape].Walk(func(n *formula.Node) bool {
		if n.Op == formula.Binary && n.Text == "/" && n.Args[1].Op == formula.Number && n.Args[1].Num == 2 {
			half[n.Args[0]] = true
		}
		if n.Op == formula.Call {
			visit(n, half[n])
		}
		b.work--
		return true
	})
	return out
}

// uneven tells of two ranges of one formula that begin in one row (or column) and
// end in others that are close.
func (b *book) uneven(c *calc, list []total) bool {
	for i, t := range list {
		for _, u := range list[:i] {
			if t.down != u.down || t.page != u.page {
				continue
			}
			from, to := t.ends()
			first, last := u.ends()
			off := max(from-first, first-from) + max(to-last, last-to)
			if off == 0 || off > 2 || (from != first) == (to != last) {
				continue
			}
			at := b.cellOf(c)
			b.add(Finding{Severity: Doubtful, Kind: RangeUneven, Formula: b.textOf(c), Found: b.write(c, u) + " dan " + b.write(c, t),
				Expected: "rentang yang sama panjang", Message: "Dua rentang dalam satu rumus tidak sama panjang",
				Remedy: "Samakan baris awal dan akhirnya"}, c.page, int(at.row), int(at.col))
			return true
		}
	}
	return false
}

func (t total) ends() (from, to int) {
	if t.down {
		return t.area.Top, t.area.Bottom
	}
	return t.area.Left, t.area.Right
}

// write is a range as it reads in a formula.
func (b *book) write(c *calc, t total) string {
	at := b.cellOf(c)
	return t.arg.At(int(at.row), int(at.col))
}

// cellIn is the cell of a total's line at a position.
func (b *book) cellIn(t total, pos int) *cell {
	if t.down {
		return b.pages[t.page].at(pos, t.area.Left)
	}
	return b.pages[t.page].at(t.area.Top, pos)
}

// double tells of a total that takes in another total of some of its own cells.
func (b *book) double(c *calc, t total) bool {
	if t.halved || !totals[t.call.Text].adding {
		return false
	}
	own := b.cellOf(c)
	var found *cell
	p := b.pages[t.page]
	b.work -= p.between(t.area, func(d *cell) bool {
		if d.form == 0 || d == own || b.shape(d) < 0 {
			return true
		}
		f := &b.formulas[d.form-1]
		main := mainCall(b.trees[f.shape])
		for _, u := range b.totalsOf(f) {
			from, to := u.ends()
			first, last := t.ends()
			if u.call == main && u.page == t.page && u.down == t.down && from <= last && to >= first && u.line() == t.line() && sums[u.call.Text] {
				found = d
			}
		}
		return found == nil
	})
	if found == nil {
		return false
	}
	inner := sheet.Ref(int(found.row), int(found.col))
	b.add(Finding{Severity: Wrong, Kind: RangeDouble, Formula: b.textOf(c), Found: b.write(c, t), Expected: "rentang tanpa " + inner,
		Message: fmt.Sprintf("Rentang memuat %s, yang sendiri menjumlah sel di rentang ini: terhitung dua kali", inner),
		Remedy:  "Jumlahkan subtotalnya saja, atau datanya saja"}, c.page, int(own.row), int(own.col))
	return true
}

// sums are the totals that make a number of the same sort as what they add.
var sums = map[string]bool{"SUM": true, "AVERAGE": true, "SUMPRODUCT": true, "MEDIAN": true}

// mainCall is the function whose value a formula shows, but for rounding.
func mainCall(n *formula.Node) *formula.Node {
	for {
		switch {
		case n.Op == formula.Paren:
			n = n.Args[0]
		case n.Op == formula.Call && len(n.Args) > 0 && (n.Text == "ROUND" || n.Text == "IFERROR"):
			n = n.Args[0]
		default:
			return n
		}
	}
}

// line is the column or row that a total runs along.
func (t total) line() int {
	if t.down {
		return t.area.Left
	}
	return t.area.Top
}
