package text

import (
	"strings"

	"spotcheck/report"
)

// heat is a matrix of letters, the codes above them written downwards, in blocks
// of columns that fit the width; below it what letters and codes mean.
func (p *printer) heat(h report.Heat) {
	p.caption(h.Title)
	front, cell := p.measureHeat(h)
	n := len(h.Columns)
	for _, row := range h.Rows {
		n = max(n, len(row.Cells))
	}
	per := n
	if p.width > 0 {
		taken := 0
		for _, c := range front {
			taken += c.width + between
		}
		per = max(1, (p.width-taken+1)/(cell+1))
	}
	for from := 0; from < n || from == 0; from += max(per, 1) {
		if from > 0 {
			p.gap()
		}
		p.heatBlock(h, front, cell, from, min(from+per, n))
	}
	p.legend(h)
}

// measureHeat gives the columns before the matrix and the width of a cell.
func (p *printer) measureHeat(h report.Heat) (front []column, cell int) {
	front = []column{{width: longest(clean(h.Corner))}}
	cell = 1
	for _, row := range h.Rows {
		front[0].width = max(front[0].width, longest(clean(row.Label)))
		for i, lead := range row.Lead {
			if i+1 == len(front) {
				front = append(front, column{width: 1, align: report.Right})
			}
			front[i+1].width = max(front[i+1].width, longest(clean(lead.Text)))
		}
		for _, c := range row.Cells {
			cell = max(cell, runes(flat(c.Letter)))
		}
	}
	if p.width > 0 {
		cell = min(cell, p.width/4)
		narrow := printer{width: p.width / 2}
		if !narrow.fit(front) {
			front = front[:1]
			front[0].width = min(front[0].width, p.width/2)
		}
	}
	return front, cell
}

// heatBlock writes the columns from..to.
func (p *printer) heatBlock(h report.Heat, front []column, cell, from, to int) {
	columns := append(append([]column(nil), front...), column{width: (cell + 1) * (to - from)})
	for i, line := range downwards(h.Columns[min(from, len(h.Columns)):min(to, len(h.Columns))], cell) {
		cells := make([]string, len(columns))
		if i == 0 {
			cells[0] = clean(h.Corner)
		}
		p.heatRow(columns, cells, line)
	}
	for _, row := range h.Rows {
		cells := make([]string, len(columns))
		cells[0] = clean(row.Label)
		for i, lead := range row.Lead {
			if i+1 < len(front) {
				cells[i+1] = clean(lead.Text)
			} else { // no room for columns of their own
				cells[0] += " " + flat(lead.Text)
			}
		}
		var letters strings.Builder
		for _, c := range row.Cells[min(from, len(row.Cells)):min(to, len(row.Cells))] {
			letter := flat(c.Letter)
			letter = letter[:runeOffset(letter, cell)]
			letters.WriteString(letter + spaces(cell-runes(letter)+1))
		}
		p.heatRow(columns, cells, letters.String())
	}
}

// heatRow writes a row whose last cell is a line of letters, which is not wrapped.
func (p *printer) heatRow(columns []column, cells []string, letters string) {
	last := len(columns) - 1
	inner := printer{}
	inner.row(columns[:last], cells[:last])
	first := true
	for line := range strings.Lines(inner.out.String()) {
		line = strings.TrimSuffix(line, "\n")
		if first {
			taken := 0
			for _, c := range columns[:last] {
				taken += c.width + between
			}
			line += spaces(taken-runes(line)) + letters
			first = false
		}
		p.line(line)
	}
}

// downwards writes the codes of columns from top to bottom, a line for each rune,
// all ending on the last line; the tallest end with an ellipsis.
func downwards(heads []report.HeatColumn, cell int) []string {
	const tallest = 16
	codes := make([][]rune, len(heads))
	height := 1
	for i, head := range heads {
		code := flat(head.Code)
		if code == "" {
			code = flat(head.Title)
		}
		codes[i] = []rune(code)
		if len(codes[i]) > tallest {
			codes[i] = append(codes[i][:tallest-1], '…')
		}
		height = max(height, len(codes[i]))
	}
	lines := make([]string, height)
	for l := range lines {
		var b strings.Builder
		for _, code := range codes {
			r := ' '
			if at := l - (height - len(code)); at >= 0 {
				r = code[at]
			}
			b.WriteString(string(r) + spaces(cell))
		}
		lines[l] = b.String()
	}
	return lines
}

// legend explains letters, and codes group by group.
func (p *printer) legend(h report.Heat) {
	var letters []string
	for _, l := range h.Legend {
		letters = append(letters, flat(l.Letter)+" = "+flat(l.Meaning))
	}
	if len(letters) > 0 {
		p.gap()
		p.wrapped("", strings.Join(letters, ", "))
	}
	group := ""
	for i, column := range h.Columns {
		if i == 0 {
			p.gap()
		}
		if name := flat(column.Group); name != group {
			group = name
			if name != "" {
				p.wrapped("", name)
			}
		}
		if code, title := flat(column.Code), flat(column.Title); code != "" && title != "" {
			p.wrapped("  ", code+" "+title)
		}
	}
}
