package xlsx

import (
	"math"
	"slices"

	"spotcheck/report"
)

const (
	sideMargin  = 15.0 // millimetres, left and right
	narrowText  = 90.0 // text blocks may always be that wide
	widestText  = 135.0
	textLeeway  = 1.15 // by which a text may be wider, to end where the grid ends
	longTable   = 40   // rows from which a table is data to sort and filter
	mostStretch = 1.4  // how far columns are stretched to fill the page
)

// page is the printable width of a page, in units of column width as LibreOffice
// takes them: a little wider than in Excel. What is no wider is printed unscaled by
// both.
func (s *sheet) page() float64 {
	const printedUnit = 7.42 // pixels
	return math.Floor(s.printable() / printedUnit)
}

// printable is the width between the margins, in pixels.
func (s *sheet) printable() float64 {
	width, height := s.book.doc.Paper.Size()
	if s.landscape {
		width = height
	}
	return (width - 2*sideMargin) / 25.4 * 96
}

// mainOf is the index of the block whose columns are those of the sheet: the one
// with the most columns among the matrices and the tables that readers work in;
// failing that, the table of a sheet of plain text. It is -1 when blocks that
// need an even grid, or several small tables, share the sheet.
func mainOf(blocks []report.Block) int {
	best, most := -1, 0
	tables, onlyTable, drawings := 0, -1, false
	for i, block := range blocks {
		columns := 0
		switch b := block.(type) {
		case report.Table:
			tables, onlyTable = tables+1, i
			if worksheet(b) {
				columns = len(b.Columns)
			}
		case report.Heat:
			columns = len(b.Columns) + 1
		case report.Figures, report.Bars, report.Strip, report.Card:
			drawings = true
		}
		if columns > most {
			best, most = i, columns
		}
	}
	if best < 0 && tables == 1 && !drawings {
		return onlyTable
	}
	return best
}

// worksheet tells tables that readers sort, filter, fill in, or that are long.
func worksheet(t report.Table) bool {
	if t.Filter || t.Frozen > 0 || len(t.Rows) > longTable {
		return true
	}
	if slices.ContainsFunc(t.Columns, func(c report.Column) bool { return len(c.Choices) > 0 }) {
		return true
	}
	return slices.ContainsFunc(t.Rows, func(r report.Row) bool {
		return slices.ContainsFunc(r.Cells, func(c report.Cell) bool { return c.Input })
	})
}

// columns is the grid of the sheet.
func (s *sheet) columns(blocks []report.Block) grid {
	if s.main < 0 {
		return evenGrid(s.page())
	}
	switch b := blocks[s.main].(type) {
	case report.Table:
		return grid{widths: fillPage(tableWidths(b), s.page())}
	case report.Heat:
		return grid{widths: fillPage(heatWidths(b), s.page())}
	}
	return evenGrid(s.page())
}

// fillPage stretches the columns with text towards the width of the page, and adds
// an empty column for what is still missing, so that all sheets print at one scale.
func fillPage(widths []float64, page float64) []float64 {
	const textColumn = 14.0
	total, text := 0.0, 0.0
	for _, w := range widths {
		total += w
		if w >= textColumn {
			text += w
		}
	}
	if text > 0 && total < page {
		factor := min((page-total+text)/text, mostStretch)
		for i, w := range widths {
			if w >= textColumn {
				widths[i] = w * factor
			}
		}
		total += text * (factor - 1)
	}
	if rest := page - total; rest > 1 {
		widths = append(widths, rest)
	}
	return widths
}

// grow makes sure that the grid has n columns.
func (s *sheet) grow(n int, width float64) {
	for len(s.grid.widths) < n {
		s.grid.widths = append(s.grid.widths, width)
	}
}
