package pdf

import (
	"spotcheck/report"
)

// The look of heat maps.
const (
	heatLeast = 4.3 // width of a column, at least and at most
	heatMost  = 7.0
	heatPad   = 1.0
)

var (
	heatStyle  = style{size: 8, color: ink}
	heatLetter = style{size: 7.5, color: ink}
	heatHead   = style{size: 7.5, color: ink, bold: true}
)

// matrix is a heat map, or those columns of it that fit side by side, measured.
type matrix struct {
	label  float64   // width of the row labels
	lead   []float64 // widths of the cells before the matrix
	cell   float64   // width of a column
	from   int       // its first column in the heat map
	heads  []report.HeatColumn
	groups []heatGroup
}

// heat is the matrix in blocks of columns, its legend, and what the codes mean.
func (f frame) heat(h report.Heat) []band {
	columns := heatColumns(h)
	bands := f.caption(h.Title)
	for i, m := range f.matrices(h, columns) {
		part := f.together(0.6, m.bands(h))
		if i > 0 {
			part = spaced(gapBlock*1.5, part)
		}
		bands = append(bands, part...)
	}
	if legend := f.legend(h.Legend); len(legend) > 0 {
		if len(bands) > 0 {
			bands[len(bands)-1].keep = true
		}
		bands = append(bands, spaced(2, legend)...)
	}
	bands = f.together(0.6, bands)
	return spaced(gapBlock, append(bands, f.codes(columns)...))
}

// heatColumns are the columns declared, and blank ones for cells beyond them.
func heatColumns(h report.Heat) []report.HeatColumn {
	columns := append([]report.HeatColumn(nil), h.Columns...)
	for _, row := range h.Rows {
		for len(columns) < len(row.Cells) {
			columns = append(columns, report.HeatColumn{})
		}
	}
	return columns
}

// matrices measures the columns and splits them into blocks when they are too many
// for the width. Labels give way when that saves a block.
func (f frame) matrices(h report.Heat, columns []report.HeatColumn) []matrix {
	const leastLabel = 30.0
	labels := []string{h.Corner}
	for _, row := range h.Rows {
		labels = append(labels, row.Label)
	}
	base := matrix{label: min(heatStyle.natural(labels...)+2*heatPad, 0.28*f.width)}
	base.lead = leadWidths(h, 0.3*f.width)
	room := f.width - sum(base.lead)
	if whole := room - float64(len(columns))*heatLeast; whole >= leastLabel {
		base.label = min(base.label, whole)
	}
	room -= base.label
	cuts := columnCuts(columns, max(1, int(room/heatLeast)))
	widest := 1
	for i := range len(cuts) - 1 {
		widest = max(widest, cuts[i+1]-cuts[i])
	}
	base.cell = min(heatMost, room/float64(widest))
	all := make([]matrix, len(cuts)-1)
	for i := range all {
		m := base
		m.from = cuts[i]
		m.heads = columns[cuts[i]:cuts[i+1]]
		m.groups = m.measureGroups()
		all[i] = m
	}
	return all
}

// columnCuts are the ends of the blocks, from 0 to the number of columns: as few
// blocks as can be, about equal, and cut between two groups where that is possible.
func columnCuts(columns []report.HeatColumn, most int) []int {
	n := len(columns)
	blocks := max(1, (n+most-1)/most)
	cuts := []int{0}
	for left := blocks - 1; left > 0; left-- {
		from := cuts[len(cuts)-1]
		ideal := from + (n-from+left)/(left+1)
		cuts = append(cuts, nearestEdge(columns, max(from+1, n-left*most), min(from+most, n-1), ideal))
	}
	return append(cuts, n)
}

// nearestEdge is the cut between two groups, first to last, that is nearest to the
// ideal one; the ideal one when there is none.
func nearestEdge(columns []report.HeatColumn, first, last, ideal int) int {
	best, found := ideal, false
	for cut := first; cut <= last; cut++ {
		if columns[cut].Group != columns[cut-1].Group && (!found || distance(cut, ideal) < distance(best, ideal)) {
			best, found = cut, true
		}
	}
	return best
}

func distance(a, b int) int { return max(a-b, b-a) }

// leadWidths is the room for the cells before the matrix, at most this much.
func leadWidths(h report.Heat, most float64) []float64 {
	var widths []float64
	for _, row := range h.Rows {
		for i, cell := range row.Lead {
			if i == len(widths) {
				widths = append(widths, 3.2+2*heatPad)
			}
			widths[i] = max(widths[i], heatStyle.natural(cell.Text)+2*heatPad)
		}
	}
	if total := sum(widths); total > most {
		for i := range widths {
			widths[i] *= most / total
		}
	}
	return widths
}

// bands are the head, which every page repeats, and a band for each row.
func (m matrix) bands(h report.Heat) []band {
	head := m.head(h.Corner)
	bands := []band{head}
	for _, row := range h.Rows {
		b := m.row(row)
		b.head = &head
		bands = append(bands, b)
	}
	return bands
}

// row is one unit: label, lead cells, letters.
func (m matrix) row(row report.HeatRow) band {
	const most = 4
	label := heatStyle.wrapAtMost(row.Label, m.label-2*heatPad, most)
	lines := len(label)
	lead := make([][]string, len(m.lead))
	for i := range lead {
		if i < len(row.Lead) && row.Lead[i].Text != "" {
			lead[i] = heatStyle.wrapAtMost(row.Lead[i].Text, m.lead[i]-2*heatPad, most)
			lines = max(lines, len(lead[i]))
		}
	}
	height := max(float64(lines)*heatStyle.leading()+1, min(m.cell, 5.4))
	return band{height: height, paint: func(c *canvas, x, y float64) {
		c.text(x+heatPad, centredIn(y, height, label), m.label, label, heatStyle, left)
		at := x + m.label
		for i, lines := range lead {
			st := heatStyle
			if i < len(row.Lead) && row.Lead[i].Tone != report.None {
				tone := paintOf(row.Lead[i].Tone)
				c.fill(at, y, m.lead[i], height, tone.pale)
				st = st.in(tone.text)
			}
			c.text(at+heatPad, centredIn(y, height, lines), m.lead[i]-2*heatPad, lines, st, center)
			at += m.lead[i]
		}
		for i := range m.heads {
			if column := m.from + i; column < len(row.Cells) {
				m.letter(c, at+float64(i)*m.cell, y, height, row.Cells[column])
			}
		}
		m.lines(c, x, y, height)
	}}
}

// letter fills a cell and writes its letter in the middle.
func (m matrix) letter(c *canvas, x, y, height float64, cell report.HeatCell) {
	tone := paintOf(cell.Tone)
	if cell.Tone != report.None {
		c.fill(x, y, m.cell, height, tone.pale)
	}
	letter := heatLetter.shorten(cleanLine(cell.Letter), m.cell-0.4)
	c.line(x, y+(height-heatLetter.leading())/2, m.cell, letter, heatLetter.in(tone.text), center)
}

// lines are the thin lines around cells, thicker between groups.
func (m matrix) lines(c *canvas, x, y, height float64) {
	start := x + m.label + sum(m.lead)
	end := start + float64(len(m.heads))*m.cell
	c.stroke(x, y+height, end, y+height, 0.15, rule)
	for i := range len(m.heads) + 1 {
		at := start + float64(i)*m.cell
		c.stroke(at, y, at, y+height, 0.15, rule)
	}
	for _, g := range m.groups {
		at := start + float64(g.to)*m.cell
		c.stroke(at, y, at, y+height, 0.35, muted)
	}
}

// centredIn is where lines of a heat map begin to stand in the middle of a band.
func centredIn(y, height float64, lines []string) float64 {
	return y + (height-float64(len(lines))*heatStyle.leading())/2
}
