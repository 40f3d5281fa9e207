package pdf

import (
	"math"

	"spotcheck/report"
)

const (
	plainWidth  = 12.0 // characters of a column that names no width
	leastColumn = 9.0  // millimetres
)

// tableStyle is the type of a table: smaller the more columns it has.
func tableStyle(columns int) style {
	switch {
	case columns > 11:
		return labelStyle.sized(7.5)
	case columns > 7:
		return labelStyle.sized(8)
	}
	return labelStyle
}

// columnBlocks shares the columns out when they do not fit beside each other.
func (f frame) columnBlocks(t report.Table) [][]int {
	n := len(t.Columns)
	most := int(f.width / leastColumn)
	frozen := max(0, min(t.Frozen, n, most/2))
	var front []int
	for i := range frozen {
		front = append(front, i)
	}
	if n <= most {
		frozen, front = 0, nil
	}
	var blocks [][]int
	for from := frozen; from < n; {
		to := min(n, from+most-frozen)
		block := append([]int(nil), front...)
		for i := from; i < to; i++ {
			block = append(block, i)
		}
		blocks, from = append(blocks, block), to
	}
	return blocks
}

// measureGrid shares the width of the page among columns by their own widths, but
// gives each the room its longest word needs where the others can spare it.
func (f frame) measureGrid(t report.Table, pick []int) grid {
	g := grid{frame: f, columns: t.Columns, pick: pick, style: tableStyle(len(pick))}
	wish, need := make([]float64, len(pick)), make([]float64, len(pick))
	for i, column := range pick {
		wish[i] = wishOf(t.Columns[column].Width)
		word := g.style.strong().longestWord(t.Columns[column].Title)
		for _, row := range t.Rows {
			if !row.Group && column < len(row.Cells) {
				st, in := g.style, 0.0
				if row.Strong {
					st = st.strong()
				}
				if i == 0 {
					in = float64(max(0, row.Level)) * levelIn
				}
				word = max(word, in+st.longestWord(row.Cells[column].Text))
			}
		}
		need[i] = min(max(word+2*cellPadX+0.1, leastColumn), 0.4*f.width)
	}
	g.widths = share(f.width, wish, need)
	return g
}

func wishOf(width float64) float64 {
	if !(width > 0) || math.IsInf(width, 0) {
		return plainWidth
	}
	return min(width, 1000)
}

// share divides a width in proportion to the wishes, where every part gets what
// it needs: the missing millimetres are taken from parts with more than they
// need. When the needs alone are too much, all keep the least and share the rest in
// proportion; no need is smaller than the least.
func share(width float64, wish, need []float64) []float64 {
	parts := make([]float64, len(wish))
	needed := sum(need)
	if needed >= width {
		least := leastColumn * float64(len(parts))
		for i := range parts {
			parts[i] = leastColumn + (need[i]-leastColumn)*(width-least)/max(needed-least, 1)
		}
		return parts
	}
	total := sum(wish)
	missing, spare := 0.0, 0.0
	for i := range parts {
		parts[i] = wish[i] * width / total
		missing += max(0, need[i]-parts[i])
		spare += max(0, parts[i]-need[i])
	}
	for i := range parts {
		if parts[i] < need[i] {
			parts[i] = need[i]
		} else if spare > 0 {
			parts[i] -= missing * (parts[i] - need[i]) / spare
		}
	}
	return parts
}

func sum(values []float64) float64 {
	total := 0.0
	for _, value := range values {
		total += value
	}
	return total
}

// titles are the wrapped heads of the columns; none when no column has one.
func (g grid) titles() [][]string {
	st := g.style.strong()
	titles := make([][]string, len(g.pick))
	found := false
	for i, column := range g.pick {
		if title := g.columns[column].Title; title != "" {
			titles[i], found = st.wrap(title, g.widths[i]-2*cellPadX), true
		}
	}
	if !found {
		return nil
	}
	return titles
}

// headBands is the head: one band, or several when it is taller than a third of
// the page; it keeps with the first row.
func (g grid) headBands(titles [][]string) []band {
	lines := 0
	for i := range titles {
		lines = max(lines, len(titles[i]))
	}
	bands := chunks(lines, g.style.leading(), g.height/3, func(height float64, from, to int) painter {
		return func(c *canvas, x, y float64) { g.drawHead(c, x, y, height, titles, from, to) }
	})
	return g.kept(bands, 0)
}

// drawHead draws lines of the titles, at the foot of their cells.
func (g grid) drawHead(c *canvas, x, y, height float64, titles [][]string, from, to int) {
	st := g.style.strong().in(accent)
	tone := paintOf(report.Accent)
	c.fill(x, y, g.width, height, tone.pale)
	c.fill(x, y+height-0.4, g.width, 0.4, tone.solid)
	for i, lines := range titles {
		shown := lines[min(from, len(lines)):min(to, len(lines))]
		top := y + height - cellPadY - float64(len(shown))*st.leading()
		width := g.widths[i] - 2*cellPadX
		c.text(x+cellPadX, top, width, shown, st, alignOf(g.columns[g.pick[i]].Align))
		x += g.widths[i]
	}
}
