package xlsx

import (
	"strings"

	"spotcheck/report"
)

// sheet is one worksheet, laid out and not yet written.
type sheet struct {
	book      *book
	index     int // in book.sheets
	name      string
	hidden    bool
	landscape bool
	grid      grid
	text      span // the columns that text blocks use
	main      int  // index of the block that owns the grid, -1 for none

	lastTable rows // head and rows of the last table

	lines   []line
	merges  []area
	notes   []note
	lists   []dropdown
	charts  []chart
	frozen  point  // rows above and columns left of it stay in sight; zero for none
	filter  area   // zero for none
	heads   rows   // printed on every page; zero for none
	keeps   []rows // that should stand on one printed page
	leading int    // columns printed on every page, 0 for none
}

// line is one row of a sheet.
type line struct {
	height float64
	grows  bool // with what the reader writes in it
	cells  []cell
}

// cell is one cell: its column, the number of its look, and what it holds.
type cell struct {
	col, look int
	text      string
	number    *report.Number
	formula   string
}

type (
	point struct{ col, row int } // from 0
	rows  struct{ from, to int } // to is not included
	area  struct {
		cols span
		rows rows
	}
	note struct {
		at   point
		text string
	}
	dropdown struct {
		col  int
		rows []rows
		list int // in book.choices
	}
)

// piece is the content and the look of one span of a line.
type piece struct {
	at      span
	look    look
	known   int // number of the look plus one, where it was asked for already
	text    string
	number  *report.Number
	formula string
	name    string
	deep    int  // rows that it is merged over, itself included; 0 is 1
	covered bool // by a deep piece above: no merge of its own
	loose   bool // never merged: its text may run over empty neighbours
}

// next is the row that the next line becomes.
func (s *sheet) next() int { return len(s.lines) }

// add appends a line that is at least so many points high, and high enough for all
// its pieces. Pieces stand in the order of their columns.
func (s *sheet) add(least float64, pieces ...piece) int {
	row, height, count := s.next(), least, 0
	for _, p := range pieces {
		height = max(height, s.needs(p))
		count += p.at.columns()
	}
	cells := make([]cell, 0, count)
	for _, p := range pieces {
		cells = s.place(cells, row, p)
	}
	s.lines = append(s.lines, line{height: min(height, tallestRow), cells: cells})
	return row
}

// gap appends an empty line.
func (s *sheet) gap(height float64) { s.lines = append(s.lines, line{height: height}) }

// needs is the height that a piece asks of its line.
func (s *sheet) needs(p piece) float64 {
	switch {
	case p.text == "" && p.number == nil, p.deep > 1, p.covered, p.look.turn != 0:
		return 0
	case !p.look.wrap || p.number != nil:
		return rowHeight(1, p.look.size)
	}
	return rowHeight(s.wraps(p), p.look.size)
}

// wraps counts the lines of text of a piece.
func (s *sheet) wraps(p piece) int {
	const indentUnits = 1.3 // width of one step of indentation
	width := s.grid.width(p.at) - float64(p.look.indent)*indentUnits
	return wrapped(p.text, width, p.look.size, p.look.bold)
}

// place turns a piece into the cells of its span, merged where it is wider than
// one column or deeper than one row.
func (s *sheet) place(cells []cell, row int, p piece) []cell {
	text := clean(p.text)
	if p.formula != "" {
		text = strings.TrimSpace(text) // the library would mark such spaces in the wrong place
	}
	s.check(text, point{p.at.from, row}, p.number)
	if p.number == nil && p.formula == "" && startsLikeFormula(text) {
		p.look.format, p.known = "@", 0 // typed again it stays text
	}
	id := p.known - 1
	if id < 0 {
		id = s.book.looks.id(p.look)
	}
	cells = append(cells, cell{col: p.at.from, look: id, text: text, number: p.number, formula: p.formula})
	for col := p.at.from + 1; col < p.at.to; col++ {
		cells = append(cells, cell{col: col, look: id})
	}
	deep := max(p.deep, 1)
	if !p.covered && !p.loose && (p.at.columns() > 1 || deep > 1) {
		s.merges = append(s.merges, area{p.at, rows{row, row + deep}})
	}
	if p.name != "" {
		s.book.define(p.name, address{s.index, point{p.at.from, row}})
	}
	return cells
}

// blank is a piece without content.
func blank(at span, l look) piece { return piece{at: at, look: l} }

// width of the columns before col.
func (s *sheet) before(col int) float64 { return s.grid.width(span{0, col}) }

// heightTo is the height in points of the rows before row.
func (s *sheet) heightTo(row int) float64 {
	sum := 0.0
	for _, l := range s.lines[:row] {
		sum += l.height
	}
	return sum
}
