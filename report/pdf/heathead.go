package pdf

import (
	"spotcheck/report"
)

const (
	codeMost  = 34.0 // height of turned codes and group names, at most
	headSpace = 1.2  // around turned texts
)

// heatGroup is a run of columns that stand in one group, with its name wrapped to
// lie over them or, when they are too narrow, to stand.
type heatGroup struct {
	from, to int // columns of the matrix
	lines    []string
	turned   bool
}

// measureGroups finds the groups of the columns shown.
func (m matrix) measureGroups() []heatGroup {
	var groups []heatGroup
	for i, head := range m.heads {
		if i > 0 && head.Group == m.heads[i-1].Group {
			groups[len(groups)-1].to = i + 1
			continue
		}
		groups = append(groups, heatGroup{from: i, to: i + 1})
	}
	for i := range groups {
		groups[i].name(m.heads[groups[i].from].Group, m.cell)
	}
	return groups
}

// name wraps the name of a group into the width of its columns.
func (g *heatGroup) name(text string, cell float64) {
	if text == "" {
		return
	}
	width := float64(g.to-g.from) * cell
	const air = 0.4
	if heatHead.longestWord(text) <= width-air {
		if g.lines = heatHead.wrap(text, width-air); len(g.lines) <= 4 {
			return
		}
	}
	g.turned = true
	g.lines = heatHead.wrapAtMost(text, codeMost, max(1, int(width/heatHead.leading())))
}

// height is the room that the name needs.
func (g heatGroup) height() float64 {
	if g.turned {
		return heatHead.natural(g.lines...) + 2*headSpace
	}
	return float64(len(g.lines))*heatHead.leading() + headSpace
}

// head is the corner, the names of the groups, and below them the codes, turned
// unless they all fit into their columns.
func (m matrix) head(corner string) band {
	groups := 0.0
	for _, g := range m.groups {
		if len(g.lines) > 0 {
			groups = max(groups, g.height())
		}
	}
	codes := make([]string, len(m.heads))
	turned, codeHeight := false, 0.0
	for i, head := range m.heads {
		codes[i] = heatHead.shorten(codeOf(head), codeMost)
		turned = turned || heatHead.width(codes[i]) > m.cell-1.4
		codeHeight = max(codeHeight, heatHead.width(codes[i])+2*headSpace)
	}
	if !turned {
		codeHeight = heatHead.leading() + headSpace
	}
	label := heatHead.wrapAtMost(corner, m.label+sum(m.lead)-2*heatPad, 4)
	height := max(groups+codeHeight, float64(len(label))*heatHead.leading()+headSpace)
	return band{keep: true, height: height, paint: func(c *canvas, x, y float64) {
		start := x + m.label + sum(m.lead)
		end := start + float64(len(m.heads))*m.cell
		top := y + height - codeHeight
		c.fill(x, y, end-x, height, paintOf(report.Accent).pale)
		bottom := y + height - headSpace/2 - float64(len(label))*heatHead.leading()
		c.text(x+heatPad, bottom, m.label, label, heatHead.in(accent), left)
		m.drawGroups(c, start, y, top)
		for i, code := range codes {
			m.drawCode(c, start+float64(i)*m.cell, top, codeHeight, code, turned)
		}
		c.fill(x, y+height-0.4, end-x, 0.4, accent)
	}}
}

// codeOf is what stands above a column: its code, or its title without one.
func codeOf(head report.HeatColumn) string {
	if code := cleanLine(head.Code); code != "" {
		return code
	}
	return cleanLine(head.Title)
}

func (m matrix) drawCode(c *canvas, x, y, height float64, code string, turned bool) {
	st := heatHead.in(accent)
	if turned {
		c.upright(x+(m.cell-st.leading())/2, y+height-headSpace, code, st)
		return
	}
	c.line(x, y+(height-st.leading())/2, m.cell, code, st, center)
}

// drawGroups writes the names of the groups between y and bottom, with a line
// down the sides of each.
func (m matrix) drawGroups(c *canvas, x, y, bottom float64) {
	st := heatHead.in(accent)
	for _, g := range m.groups {
		at, width := x+float64(g.from)*m.cell, float64(g.to-g.from)*m.cell
		block := float64(len(g.lines)) * st.leading()
		switch {
		case g.turned:
			for i, line := range g.lines {
				c.upright(at+(width-block)/2+float64(i)*st.leading(), bottom-headSpace, line, st)
			}
		default:
			c.text(at, bottom-headSpace/2-block, width, g.lines, st, center)
		}
		if len(g.lines) > 0 {
			c.stroke(at+0.4, bottom, at+width-0.4, bottom, 0.25, muted)
			c.stroke(at+width, y, at+width, bottom, 0.25, white)
		}
	}
}
