package annotate

import (
	"fmt"
	"strconv"

	"spotcheck/assess/sheet"
)

// geometry is how wide and high the cells of a sheet are, in pixels: boxes of
// notes are placed by it.
type geometry struct {
	width, height int // where nothing else is said
	columns       []span
	rows          map[int]int
}

// span is a run of columns of one width.
type span struct{ first, last, width int }

// What Excel takes where a sheet says nothing.
const (
	usualWidth  = 64
	usualHeight = 20
)

func (p *page) geometry() *geometry {
	g := &geometry{width: usualWidth, height: usualHeight, rows: map[int]int{}}
	if f := p.doc.root.kid("sheetFormatPr"); f != nil {
		g.width = columnPixels(f.attr("defaultColWidth"), usualWidth)
		g.height = rowPixels(f.attr("defaultRowHeight"), usualHeight)
	}
	for _, c := range p.doc.root.kid("cols").all("col") {
		s := span{number(c.attr("min"), 0), number(c.attr("max"), 0), columnPixels(c.attr("width"), g.width)}
		if isTrue(c.attr("hidden")) {
			s.width = 0
		}
		g.columns = append(g.columns, s)
	}
	row := 0
	for _, r := range p.doc.root.kid("sheetData").all("row") {
		row = number(r.attr("r"), row+1)
		g.rows[row] = rowPixels(r.attr("ht"), g.height)
		if isTrue(r.attr("hidden")) {
			g.rows[row] = 0
		}
	}
	return g
}

func isTrue(s string) bool { return s == "1" || s == "true" }

// columnPixels turns a width in digits into pixels.
func columnPixels(s string, otherwise int) int { return pixels(s, 7, 5, otherwise) }

// rowPixels turns a height in points into pixels.
func rowPixels(s string, otherwise int) int { return pixels(s, 4.0/3, 0, otherwise) }

// mostPixels is above what any cell can have.
const mostPixels = 4000

func pixels(s string, factor, more float64, otherwise int) int {
	v, err := strconv.ParseFloat(s, 64)
	if err != nil || !(v > 0 && v < mostPixels) {
		return otherwise
	}
	return int(v*factor + more)
}

func (g *geometry) column(n int) int {
	for _, s := range g.columns {
		if s.first <= n && n <= s.last {
			return s.width
		}
	}
	return g.width
}

func (g *geometry) row(n int) int {
	if px, ok := g.rows[n]; ok {
		return px
	}
	return g.height
}

// Where a box stands beside its cell.
const (
	beside = 12
	below  = 4
)

// anchor places a box right of its cells: for each corner the column, how far into
// it, the row, how far into it, all from 0.
func (g *geometry) anchor(at sheet.Range, width, height int) string {
	left, dx := walk(min(at.Right+1, maxCol-8), 0, beside, maxCol, g.column)
	top, dy := walk(min(at.Top, maxRow-40), 0, below, maxRow, g.row)
	right, ex := walk(left, dx, width, maxCol, g.column)
	bottom, ey := walk(top, dy, height, maxRow, g.row)
	return fmt.Sprintf("%d, %d, %d, %d, %d, %d, %d, %d", left-1, dx, top-1, dy, right-1, ex, bottom-1, ey)
}

// mostSteps ends a walk over cells that are hidden.
const mostSteps = 500

// walk goes some pixels on from a place in a cell.
func walk(cell, into, pixels, last int, size func(int) int) (at, rest int) {
	into += pixels
	last = min(last, cell+mostSteps)
	for cell < last && into >= size(cell) {
		into -= size(cell)
		cell++
	}
	return cell, min(into, max(size(cell)-1, 0))
}
