package text

import (
	"strings"

	"spotcheck/report"
)

// between parts the columns of a grid.
const between = 2

// column is one column of a grid.
type column struct {
	width int
	align report.Align
}

// row writes cells side by side, wrapped into their columns.
func (p *printer) row(columns []column, cells []string) {
	wrapped := make([][]string, len(columns))
	height := 1
	for i := range columns {
		if i < len(cells) {
			wrapped[i] = wrap(cells[i], columns[i].width)
			height = max(height, len(wrapped[i]))
		}
	}
	for l := range height {
		var b strings.Builder
		for i, c := range columns {
			text := ""
			if l < len(wrapped[i]) {
				text = wrapped[i][l]
			}
			if i > 0 {
				b.WriteString(spaces(between))
			}
			b.WriteString(c.pad(text))
		}
		p.line(b.String())
	}
}

// pad fills a text up to the width of its column.
func (c column) pad(text string) string {
	free := max(c.width-runes(text), 0)
	switch c.align {
	case report.Right:
		return spaces(free) + text
	case report.Center:
		return spaces(free/2) + text + spaces(free-free/2)
	}
	return text + spaces(free)
}

// longest is the number of runes of the longest line of a clean text.
func longest(text string) int {
	n := 0
	for line := range strings.SplitSeq(text, "\n") {
		n = max(n, runes(line))
	}
	return n
}

// fit narrows columns until they fit into the width: the widest first, all to the
// same measure. It tells whether that leaves every narrowed column readable.
func (p *printer) fit(columns []column) bool {
	const readable = 8
	if p.width == 0 || len(columns) == 0 {
		return true
	}
	room := p.width - between*(len(columns)-1)
	for limit := p.width; limit >= readable; limit-- {
		total := 0
		for _, c := range columns {
			total += min(c.width, limit)
		}
		if total > room {
			continue
		}
		spare := room - total // a rune more for the first of the narrowed ones
		for i, c := range columns {
			if c.width > limit {
				columns[i].width = limit
				if spare > 0 {
					columns[i].width, spare = limit+1, spare-1
				}
			}
		}
		return true
	}
	return false
}
