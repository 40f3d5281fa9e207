package audit

// Lines of cells are looked at twice: down the columns and across the rows. strip
// is one such line; its cells ascend.
type strip struct {
	page  int
	down  bool
	cells []int32 // indexes into the cells of the page
}

// strips visits every line of a page.
func (b *book) strips(at int, visit func(*strip)) {
	p := b.pages[at]
	for i := range p.columns {
		visit(&strip{at, true, p.columns[i].cells})
	}
	s := strip{page: at}
	for _, l := range p.lines {
		s.cells = s.cells[:0]
		for i := l.from; i < l.to; i++ {
			s.cells = append(s.cells, int32(i))
		}
		visit(&s)
	}
}

// pos is the place of a cell along a line.
func (s *strip) pos(c *cell) int {
	if s.down {
		return int(c.row)
	}
	return int(c.col)
}

// shape is the shape of a cell's formula; -1 if it has none, or one that was not
// understood.
func (b *book) shape(c *cell) int32 {
	if c == nil || c.form == 0 {
		return -1
	}
	return b.formulas[c.form-1].shape
}

// run is neighbouring cells of a line whose formulas have one shape: cells[from:to].
type run struct {
	shape    int32
	from, to int
}

func (r run) len() int { return r.to - r.from }

// runs finds the runs of a line, single formulas too.
func (b *book) runs(s *strip) []run {
	cells := b.pages[s.page].cells
	var out []run
	for i := 0; i < len(s.cells); {
		shape := b.shape(&cells[s.cells[i]])
		to := i + 1
		for shape >= 0 && to < len(s.cells) && b.shape(&cells[s.cells[to]]) == shape &&
			s.pos(&cells[s.cells[to]]) == s.pos(&cells[s.cells[to-1]])+1 {
			to++
		}
		if shape >= 0 {
			out = append(out, run{shape, i, to})
		}
		i = to
	}
	return out
}

// beside is the cell at a distance from c, across the line: sideways from a
// column, up or down from a row.
func (b *book) beside(s *strip, c *cell, distance int) *cell {
	if s.down {
		return b.pages[s.page].at(int(c.row), int(c.col)+distance)
	}
	return b.pages[s.page].at(int(c.row)+distance, int(c.col))
}

// supported reports whether a formula belongs to a run across the line: with its
// neighbours there it makes three of one shape.
func (b *book) supported(s *strip, c *cell) bool {
	shape, n := b.shape(c), 1
	if shape < 0 {
		return true
	}
	for _, way := range []int{-1, 1} {
		for d := way; d >= -2 && d <= 2 && b.shape(b.beside(s, c, d)) == shape; d += way {
			n++
		}
	}
	return n >= 3
}
