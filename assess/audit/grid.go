package audit

import (
	"cmp"
	"slices"
	"sort"
	"strings"

	"spotcheck/assess/audit/formula"
)

// index sorts the cells of a page into columns.
func (p *page) index(formulas []calc) {
	at := map[int]int{}
	for i := range p.cells {
		c := &p.cells[i]
		k, ok := at[int(c.col)]
		if !ok {
			k = len(p.columns)
			at[int(c.col)] = k
			p.columns = append(p.columns, column{number: int(c.col)})
		}
		col := &p.columns[k]
		col.cells = append(col.cells, int32(i))
		if c.form > 0 {
			col.formulas, col.rows = append(col.formulas, c.form-1), append(col.rows, c.row)
		}
	}
	slices.SortFunc(p.columns, func(a, b column) int { return a.number - b.number })
}

// find is the index of a cell; -1 if it is empty.
func (p *page) find(row, col int) int {
	l := sort.Search(len(p.lines), func(i int) bool { return p.lines[i].number >= row })
	if l == len(p.lines) || p.lines[l].number != row {
		return -1
	}
	cells := p.cells[p.lines[l].from:p.lines[l].to]
	i, ok := slices.BinarySearchFunc(cells, col, func(c cell, col int) int { return int(c.col) - col })
	if !ok {
		return -1
	}
	return p.lines[l].from + i
}

// at is a cell; nil if it is empty.
func (p *page) at(row, col int) *cell {
	if i := p.find(row, col); i >= 0 {
		return &p.cells[i]
	}
	return nil
}

// between visits the cells of an area, row by row, and returns how much it had to
// look through for that.
func (p *page) between(a formula.Area, visit func(*cell) bool) (looked int) {
	if a.Left == a.Right {
		return p.down(a, visit)
	}
	first := sort.Search(len(p.lines), func(i int) bool { return p.lines[i].number >= a.Top })
	for _, l := range p.lines[first:] {
		if l.number > a.Bottom {
			return looked
		}
		looked++
		cells := p.cells[l.from:l.to]
		k, _ := slices.BinarySearchFunc(cells, a.Left, func(c cell, col int) int { return int(c.col) - col })
		for i := k; i < len(cells) && int(cells[i].col) <= a.Right; i++ {
			looked++
			if !visit(&cells[i]) {
				return looked
			}
		}
	}
	return looked
}

// down is between for one column.
func (p *page) down(a formula.Area, visit func(*cell) bool) (looked int) {
	col := p.column(a.Left)
	if col == nil {
		return 0
	}
	first := sort.Search(len(col.cells), func(i int) bool { return int(p.cells[col.cells[i]].row) >= a.Top })
	for _, i := range col.cells[first:] {
		c := &p.cells[i]
		if int(c.row) > a.Bottom || !visit(c) {
			return looked
		}
		looked++
	}
	return looked
}

// column finds a column; nil if it is empty.
func (p *page) column(number int) *column {
	i, ok := slices.BinarySearchFunc(p.columns, number, func(c column, n int) int { return c.number - n })
	if !ok {
		return nil
	}
	return &p.columns[i]
}

// isFilled reports whether an array formula wrote into a cell.
func (b *book) isFilled(p *page, row, col int) bool {
	if b.work -= len(p.filled); b.work < 0 {
		return true
	}
	for _, r := range p.filled {
		if row >= r.Top && row <= r.Bottom && col >= r.Left && col <= r.Right {
			return true
		}
	}
	return false
}

// Sheet, Cell, Each, Edge and Name make a book a formula.Book.

// Sheet finds a sheet.
func (b *book) Sheet(name string) (int, bool) {
	i, ok := b.byName[strings.ToLower(name)]
	return i, ok
}

// Edge is the last row and column with content.
func (b *book) Edge() (row, col int) { return b.edge[0], b.edge[1] }

// Cell is a value as formulas see it.
func (b *book) Cell(sheet, row, col int) (formula.Value, string) {
	c := b.pages[sheet].at(row, col)
	if c == nil {
		return formula.Value{}, ""
	}
	return b.see(c)
}

// see is the value of a cell: computed anew if it is, else as stored.
func (b *book) see(c *cell) (formula.Value, string) {
	if c.form > 0 && !b.stored && b.formulas[c.form-1].known {
		return b.formulas[c.form-1].value, ""
	}
	if c.missing {
		return c.v, "bergantung pada sel yang tidak dihitung ulang dan tidak bernilai tersimpan"
	}
	return c.v, ""
}

// Each visits the cells of an area.
func (b *book) Each(sheet int, a formula.Area, visit func(row, col int, v formula.Value, why string) bool) (looked int) {
	return b.pages[sheet].between(a, func(c *cell) bool {
		v, why := b.see(c)
		return visit(int(c.row), int(c.col), v, why)
	})
}

// Name is what a name stands for in a sheet.
func (b *book) Name(sheet int, name string) *formula.Node {
	name = strings.ToLower(name)
	return cmp.Or(b.names[strings.ToLower(b.pages[sheet].name)+"!"+name], b.names["!"+name])
}

// areas visits the areas that a formula refers to, by sheet; through names too.
func (b *book) areas(f *calc, visit func(page int, a formula.Area)) {
	if f.shape < 0 {
		return
	}
	c := &b.pages[f.page].cells[f.cell]
	var walk func(n *formula.Node, depth int)
	walk = func(n *formula.Node, depth int) {
		n.Walk(func(m *formula.Node) bool {
			if b.work--; b.work < 0 {
				return false
			}
			switch m.Op {
			case formula.Reference:
				if a, ok := m.Ref.At(int(c.row), int(c.col)); ok {
					at, known := f.page, true
					if a.Sheet != "" {
						at, known = b.Sheet(a.Sheet)
					}
					if known {
						visit(at, a)
					}
				}
			case formula.Name:
				if meaning := b.Name(f.page, m.Text); meaning != nil && depth < 8 {
					walk(meaning, depth+1)
				}
			}
			return true
		})
	}
	walk(b.trees[f.shape], 0)
}
