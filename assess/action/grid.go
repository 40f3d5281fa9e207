package action

import (
	"strings"

	"github.com/xuri/excelize/v2"

	"spotcheck/assess/bookfile"
)

// grid is a sheet before it is written.
type grid struct {
	name   string
	widths []float64
	lines  []line
	frozen [2]int // rows and columns that stay in sight
	heads  [2]int // first and last row printed on every page; 0: none
	keys   int    // columns printed on every page; then pages lie side by side
	split  int    // first column of the second page; 0: one page wide
	filter string // range with filter buttons; empty: none
	lists  []*excelize.DataValidation
	status string // range of classes to set off; empty: none
	hidden bool
}

// line is one row of a grid; one that grows is fitted again once something is typed.
type line struct {
	height float64 // 0: as the texts need
	grows  bool
	cells  []cell
}

// cell is one cell: a text, or a number.
type cell struct {
	style  styleID
	text   string
	number *float64
	span   int // columns that it is merged over, above 1
}

// The height of rows in points.
const (
	rowPadding = 4
	rowLeast   = 15
	rowMost    = 409 // the format allows no higher row
)

// add appends a row and returns its number.
func (g *grid) add(height float64, cells ...cell) int {
	g.lines = append(g.lines, line{height: height, cells: cells})
	return len(g.lines)
}

// heightOf is the height of a row: what was asked for, or what its highest text needs.
func (g *grid) heightOf(l line) float64 {
	if l.height > 0 {
		return l.height
	}
	most := 0.0
	for i, c := range l.cells {
		if lk := looks[c.style]; lk.wrap && i < len(g.widths) {
			width := 0.0
			for _, w := range g.widths[i:min(i+max(c.span, 1), len(g.widths))] {
				width += w
			}
			most = max(most, lk.height(c.text, width))
		}
	}
	return min(max(most+rowPadding, rowLeast), rowMost)
}

const (
	unitPoints   = 5.25 // one unit of column width, the digit of 10 point Arial
	paddingUnits = 1.2  // lost at the sides of a cell
	leading      = 1.28 // line height over type size
)

// height is what a text needs in a column of that width. No office program fits rows
// of protected sheets on its own.
func (l look) height(text string, width float64) float64 {
	if text == "" {
		return 0
	}
	room, space, lines := (width-paddingUnits)*unitPoints, l.wide(" "), 0
	for _, paragraph := range strings.Split(text, "\n") {
		used := 0.0
		lines++
		for _, word := range strings.Fields(paragraph) {
			w := l.wide(word)
			switch {
			case used == 0:
				used = w
			case used+space+w <= room:
				used += space + w
			default:
				lines++
				used = w
			}
			for ; used > room; used -= room { // a word longer than the line is cut
				lines++
			}
		}
	}
	return float64(lines) * l.size * leading
}

// wide is the width of a text in points.
func (l look) wide(text string) float64 {
	sum := 0
	for _, r := range text {
		sum += bookfile.Advance(r, l.bold)
	}
	return float64(sum) * l.size / 1000
}
