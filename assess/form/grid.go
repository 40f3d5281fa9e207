package form

import (
	"strconv"

	"github.com/xuri/excelize/v2"

	"spotcheck/assess/sheet"
)

// grid is a sheet before it is written.
type grid struct {
	name     string
	widths   []float64
	lines    []line
	frozen   [2]int // rows and columns that stay in sight
	repeat   [2]int // first and last row printed on every page; 0: none
	filter   string // range with filter buttons; empty: none
	lists    []*excelize.DataValidation
	statuses string // range of status words to set off; empty: none
	unused   string // range greyed where the status says unused
	tab      string // colour of the sheet's tab
	hidden   bool
}

// line is one row of a grid.
type line struct {
	height float64 // 0: as the texts need
	cells  []cell
}

// cell is one cell: a text, or a formula with the text it gives in a blank
// form. lead stands in bold on a line of its own above the text.
type cell struct {
	style               styleID
	lead, text, formula string
	span                int // columns that it is merged over, above 1
}

const (
	rowPadding = 5
	rowLeast   = 16.5
)

// add appends a row and returns its number.
func (g *grid) add(height float64, cells ...cell) int {
	g.lines = append(g.lines, line{height, cells})
	return len(g.lines)
}

// next is the number of the row that add will make.
func (g *grid) next() int { return len(g.lines) + 1 }

// heightOf is the height of a row: what was asked for, or what its highest
// text needs in the columns as they are.
func (g *grid) heightOf(l line) float64 {
	if l.height > 0 {
		return l.height
	}
	return min(max(g.need(l)+rowPadding, rowLeast), maxHeight)
}

// need is the height of the highest text of a row.
func (g *grid) need(l line) float64 {
	most := 0.0
	for i, c := range l.cells {
		if !looks[c.style].wrap || i >= len(g.widths) {
			continue
		}
		width := 0.0
		for _, w := range g.widths[i:min(i+max(c.span, 1), len(g.widths))] {
			width += w
		}
		most = max(most, c.heightIn(width))
	}
	return most
}

func (c cell) heightIn(width float64) float64 {
	lk := looks[c.style]
	return textHeight(c.lead, width, lk.size, true) + textHeight(c.text, width, lk.size, lk.bold)
}

// widest is where widen stops; beyond it a page is no longer readable.
const widest = 120

// widen makes columns wider until each of their texts fits the highest row that
// the format allows, so that no instrument is ever clipped.
func (g *grid) widen(columns ...int) {
	for _, i := range columns {
		for g.tallest(i) > maxHeight-rowPadding && g.widths[i] < widest {
			g.widths[i] = min(g.widths[i]*1.15, widest)
		}
	}
}

// tallest is the height that the longest text of a column needs.
func (g *grid) tallest(column int) float64 {
	most := 0.0
	for _, l := range g.lines {
		if column < len(l.cells) && looks[l.cells[column].style].wrap {
			most = max(most, l.cells[column].heightIn(g.widths[column]))
		}
	}
	return most
}

// at is the address of a cell that stays when the formula moves: $B$12.
func at(row, col int) string {
	name := sheet.ColumnName(col)
	return "$" + name + "$" + strconv.Itoa(row)
}

// inSheet is a range of another sheet in a formula, whatever that sheet is called.
// No sheet of a form has an apostrophe in its name.
func inSheet(name, cells string) string { return "'" + name + "'!" + cells }

// down is a range within one column.
func down(col, first, last int) string { return sheet.Ref(first, col) + ":" + sheet.Ref(last, col) }

// fixed is a range within one column that stays when the formula moves.
func fixed(col, first, last int) string { return at(first, col) + ":" + at(last, col) }
