package pdf

import (
	"spotcheck/report"
)

// The look of tables.
const (
	cellPadX = 1.5
	cellPadY = 0.9
	levelIn  = 3.0 // indentation of one level
)

// grid is a table, or those columns of it that fit on the page side by side,
// measured.
type grid struct {
	frame
	columns []report.Column
	pick    []int     // which cells of a row are shown
	widths  []float64 // of the columns shown
	style   style     // of the cells
}

// table is a title, the head, which every page repeats, the rows and a note. A
// table with more columns than fit becomes several, one below the other, each with
// the frozen columns in front.
func (f frame) table(t report.Table) []band {
	t.Columns = allColumns(t)
	bands := f.caption(t.Title)
	for i, pick := range f.columnBlocks(t) {
		g := f.measureGrid(t, pick)
		part := g.bands(t.Rows)
		if i > 0 {
			part = spaced(gapBlock, part)
		}
		bands = append(bands, part...)
	}
	if note := f.note(t.Note); len(note) > 0 {
		if len(bands) > 0 {
			bands[len(bands)-1].keep = true
		}
		bands = append(bands, note...)
	}
	return spaced(gapBlock, f.together(0.3, bands))
}

// allColumns are the columns declared, and plain ones for cells beyond them.
func allColumns(t report.Table) []report.Column {
	columns := append([]report.Column(nil), t.Columns...)
	for _, row := range t.Rows {
		for !row.Group && len(columns) < len(row.Cells) {
			columns = append(columns, report.Column{})
		}
	}
	return columns
}

// bands are the head and the rows.
func (g grid) bands(rows []report.Row) []band {
	var head *band
	var bands []band
	if titles := g.titles(); len(titles) > 0 {
		bands = g.headBands(titles)
		if len(bands) == 1 && bands[0].height < g.height/3 {
			head = &bands[0]
		}
	}
	room := g.height
	if head != nil {
		room -= head.height
	}
	for i, row := range rows {
		cells := g.measureRow(row)
		cells.last = i == len(rows)-1
		for _, b := range g.rowBands(cells, room) {
			b.head = head
			bands = append(bands, b)
		}
	}
	return bands
}

// rowCells is a row with its texts wrapped.
type rowCells struct {
	report.Row
	lines  [][]string // of each column shown
	style  style
	height int // in lines
	last   bool
}

func (g grid) measureRow(row report.Row) rowCells {
	cells := rowCells{Row: row, style: g.style, height: 1}
	if row.Group || row.Strong {
		cells.style = cells.style.strong()
	}
	if row.Group {
		text := ""
		if len(row.Cells) > 0 {
			text = row.Cells[0].Text
		}
		cells.lines = [][]string{cells.style.wrap(text, g.width-2*cellPadX-g.indent(row))}
		cells.height = len(cells.lines[0])
		return cells
	}
	cells.lines = make([][]string, len(g.pick))
	for i, column := range g.pick {
		if column >= len(row.Cells) || row.Cells[column].Text == "" {
			continue
		}
		width := g.widths[i] - 2*cellPadX
		if i == 0 {
			width -= g.indent(row)
		}
		cells.lines[i] = cells.style.wrap(row.Cells[column].Text, width)
		cells.height = max(cells.height, len(cells.lines[i]))
	}
	return cells
}

// indent is the indentation of the first cell; deep levels stop at a third.
func (g grid) indent(row report.Row) float64 {
	return max(0, min(float64(row.Level)*levelIn, g.widths[0]/3))
}

// rowBands is a band for a row, or several for one taller than a page.
func (g grid) rowBands(cells rowCells, room float64) []band {
	bands := chunks(cells.height, cells.style.leading(), room, func(height float64, from, to int) painter {
		return func(c *canvas, x, y float64) { g.drawRow(c, x, y, height, cells, from, to) }
	})
	for i := range bands {
		bands[i].keep = cells.Group
	}
	return bands
}

// chunks cuts lines into bands that fit into the room; paint is given the height
// of each band and its lines.
func chunks(lines int, leading, room float64, paint func(height float64, from, to int) painter) []band {
	most := max(1, int((room-2*cellPadY)/leading))
	var bands []band
	for from := 0; from < lines; from += most {
		to := min(from+most, lines)
		height := float64(to-from)*leading + 2*cellPadY
		bands = append(bands, band{height: height, paint: paint(height, from, to)})
	}
	return bands
}

// drawRow draws the lines from..to of a row.
func (g grid) drawRow(c *canvas, x, y, height float64, cells rowCells, from, to int) {
	part := func(lines []string) []string {
		return lines[min(from, len(lines)):min(to, len(lines))]
	}
	below := func() { c.stroke(x, y+height, x+g.width, y+height, 0.15, rule) }
	if cells.Group {
		c.fill(x, y, g.width, height, faint)
		below()
		indent := cellPadX + g.indent(cells.Row)
		c.text(x+indent, y+cellPadY, g.width-indent, part(cells.lines[0]), cells.style.in(accent), left)
		return
	}
	at := x
	for i, column := range g.pick {
		if column < len(cells.Cells) {
			g.drawCell(c, at, y, height, i, cells, part(cells.lines[i]))
		}
		at += g.widths[i]
	}
	if cells.Strong {
		c.stroke(x, y, x+g.width, y, 0.35, ink)
	}
	below()
	if cells.last {
		c.stroke(x, y+height, x+g.width, y+height, 0.35, rule)
	}
}

func (g grid) drawCell(c *canvas, x, y, height float64, i int, cells rowCells, lines []string) {
	cell := cells.Cells[g.pick[i]]
	st, width := cells.style, g.widths[i]
	if cell.Tone != report.None {
		tone := paintOf(cell.Tone)
		c.fill(x, y, width, height, tone.pale)
		st = st.in(tone.text)
	}
	x, width = x+cellPadX, width-2*cellPadX
	if i == 0 {
		x, width = x+g.indent(cells.Row), width-g.indent(cells.Row)
	}
	c.text(x, y+cellPadY, width, lines, st, alignOf(g.columns[g.pick[i]].Align))
}

func alignOf(a report.Align) align {
	switch a {
	case report.Center:
		return center
	case report.Right:
		return right
	}
	return left
}
