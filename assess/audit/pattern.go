package audit

import (
	"fmt"

	"spotcheck/assess/audit/formula"
	"spotcheck/assess/sheet"
)

// oddOne is a cell that interrupts a run: between before and after, which are of
// one shape.
type oddOne struct {
	cell          int32
	before, after run
}

// patterns looks for cells that break runs of formulas.
func (b *book) patterns(at int) {
	marked := map[int32]bool{}
	b.strips(at, func(s *strip) {
		runs := b.runs(s)
		odd := b.oddOnes(s, runs)
		if s.down {
			odd = append(odd, b.lastOnes(s, runs)...)
		}
		held := map[int32]int{} // cells of a shape in the line
		breaks := map[int32]int{}
		for _, r := range runs {
			held[r.shape] += r.len()
		}
		for _, o := range odd {
			breaks[o.before.shape]++
		}
		for _, o := range odd {
			// Exceptions that are as common as that are part of the layout.
			if n := breaks[o.before.shape]; n > 2 && 3*n > held[o.before.shape] || marked[o.cell] {
				continue
			}
			marked[o.cell] = true
			b.reportOdd(s, o)
		}
	})
}

// oddOnes finds one or two cells between two runs of one shape.
func (b *book) oddOnes(s *strip, runs []run) []oddOne {
	cells := b.pages[s.page].cells
	var out []oddOne
	for i, before := range runs {
		for _, after := range runs[i+1 : min(i+4, len(runs))] {
			gap := s.pos(&cells[s.cells[after.from]]) - s.pos(&cells[s.cells[before.to-1]]) - 1
			if after.shape != before.shape || gap < 1 || gap > 2 {
				continue
			}
			least := 1
			if gap == 2 {
				least = 2
			}
			if before.len() < least || after.len() < least || before.len()+after.len() < 3 {
				continue
			}
			for _, k := range s.cells[before.to:after.from] {
				if b.isOdd(s, &cells[k], before, after) {
					out = append(out, oddOne{k, before, after})
				}
			}
			break
		}
	}
	return out
}

// isOdd reports whether a cell between runs is a slip rather than meant so.
func (b *book) isOdd(s *strip, c *cell, before, after run) bool {
	if c.form == 0 {
		return c.v.Sort == formula.Num && !b.isFilled(b.pages[s.page], int(c.row), int(c.col))
	}
	f := &b.formulas[c.form-1]
	if f.shape < 0 || b.supported(s, c) {
		return false
	}
	model := &cellRun{b, s, before}
	if b.within(s, f, s.cells[before.from:after.to]) && !b.within(s, model.formula(), s.cells[before.from:after.to]) {
		return false // a subtotal, or a mean of what stands around it
	}
	if b.sameSkeleton(f.shape, before.shape) {
		return true
	}
	return before.len() >= 2 && after.len() >= 2 && !b.repeats(s, f.shape)
}

// sameSkeleton reports whether two shapes do the same with other cells.
func (b *book) sameSkeleton(x, y int32) bool {
	return b.skeletonOf(x) == b.skeletonOf(y)
}

func (b *book) skeletonOf(shape int32) string {
	text, ok := b.skeletons[shape]
	if !ok {
		b.work -= 50
		text = b.trees[shape].Skeleton()
		b.skeletons[shape] = text
	}
	return text
}

// repeats reports whether a line holds a shape more than once: then it belongs to
// the layout, as the head of every group does.
func (b *book) repeats(s *strip, shape int32) bool {
	cells, n := b.pages[s.page].cells, 0
	b.work -= len(s.cells) / 8
	for _, i := range s.cells {
		if b.shape(&cells[i]) == shape {
			n++
		}
	}
	return n > 1
}

// cellRun gives the last formula of a run.
type cellRun struct {
	b *book
	s *strip
	r run
}

func (m *cellRun) formula() *calc {
	p := m.b.pages[m.s.page]
	return &m.b.formulas[p.cells[m.s.cells[m.r.to-1]].form-1]
}

// within reports whether a formula refers to any of the cells, which lie in a line.
func (b *book) within(s *strip, f *calc, cells []int32) bool {
	p := b.pages[s.page]
	first, last := &p.cells[cells[0]], &p.cells[cells[len(cells)-1]]
	found := false
	b.areas(f, func(page int, a formula.Area) {
		found = found || page == s.page && a.Top <= int(last.row) && a.Bottom >= int(first.row) && a.Left <= int(last.col) && a.Right >= int(first.col)
	})
	return found
}

// lastOnes finds a number typed over the last formula of a column: the columns
// beside it go on for one row more, and end there.
func (b *book) lastOnes(s *strip, runs []run) []oddOne {
	p := b.pages[s.page]
	var out []oddOne
	for _, r := range runs {
		if r.len() < 3 || r.to == len(s.cells) {
			continue
		}
		c, last := &p.cells[s.cells[r.to]], &p.cells[s.cells[r.to-1]]
		if c.form > 0 || c.v.Sort != formula.Num || c.row != last.row+1 || b.isFilled(p, int(c.row), int(c.col)) {
			continue
		}
		if below := p.at(int(c.row)+1, int(c.col)); below != nil && below.form == 0 {
			continue // the formulas end, and numbers go on
		}
		for _, d := range []int{-1, 1} {
			shape := b.shape(b.beside(s, c, d))
			if shape >= 0 && shape == b.shape(b.beside(s, last, d)) && shape == b.shape(p.at(int(last.row)-1, int(last.col)+d)) &&
				b.shape(p.at(int(c.row)+1, int(c.col)+d)) != shape {
				out = append(out, oddOne{s.cells[r.to], r, r})
				break
			}
		}
	}
	return out
}

// reportOdd tells of a cell what the run would have there.
func (b *book) reportOdd(s *strip, o oddOne) {
	p := b.pages[s.page]
	c := &p.cells[o.cell]
	first, last := &p.cells[s.cells[o.before.from]], &p.cells[s.cells[o.after.to-1]]
	where := fmt.Sprintf("%s:%s", sheet.Ref(int(first.row), int(first.col)), sheet.Ref(int(last.row), int(last.col)))
	f := Finding{Severity: Doubtful, Kind: Broken, Expected: "=" + b.trees[o.before.shape].At(int(c.row), int(c.col))}
	if c.form > 0 {
		f.Formula = b.textOf(&b.formulas[c.form-1])
		f.Found = "=" + f.Formula
		f.Message = fmt.Sprintf("Rumusnya lain dari rumus di sekitarnya (%s)", where)
		f.Remedy = "Salin rumus dari sel di sebelahnya, atau catat mengapa sel ini dikecualikan"
		if v, _ := b.see(c); v.Sort == formula.Str && !b.sameSkeleton(b.shape(c), o.before.shape) {
			f.Severity = Remark // a word, not a number
		}
	} else {
		f.Kind, f.Found = TypedOver, c.v.Show()
		f.Message = fmt.Sprintf("Angka diketik menimpa rumus di tengah blok %s", where)
		if o.before == o.after {
			f.Message = fmt.Sprintf("Angka diketik di akhir blok rumus %s, padahal kolom di sebelahnya masih berumus", where)
		}
		f.Remedy = "Kembalikan rumusnya, atau minta dasar tertulis angka itu"
	}
	b.add(f, s.page, int(c.row), int(c.col))
}
