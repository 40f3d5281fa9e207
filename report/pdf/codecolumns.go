package pdf

import (
	"spotcheck/report"
)

// codeEntry is a code with its meaning, wrapped. The first of a group has the name
// of the group above it.
type codeEntry struct {
	group, code, title []string
}

func (e codeEntry) lines() int { return max(len(e.code), len(e.title)) }

// entries are the codes of all groups, and the number of lines of the longest.
func (k codeKey) entries(groups [][]report.HeatColumn) (all []codeEntry, lines int) {
	for _, group := range groups {
		for i, column := range group {
			e := codeEntry{
				code:  k.style.strong().wrap(column.Code, k.code-1),
				title: k.style.wrap(column.Title, k.width-k.code),
			}
			if i == 0 && column.Group != "" {
				e.group = k.style.strong().wrap(column.Group, k.width)
			}
			all, lines = append(all, e), max(lines, e.lines())
		}
	}
	return all, lines
}

// above is the space before an entry, which the first of a column does without.
func (e codeEntry) above() float64 {
	if len(e.group) > 0 {
		return 1.4
	}
	return 0.4
}

// height is the room that an entry needs without the space above.
func (k codeKey) height(e codeEntry) float64 {
	const below = 0.4 // the name of a group
	height := float64(len(e.group)+e.lines()) * k.style.leading()
	if len(e.group) > 0 {
		height += below
	}
	return height
}

// fill deals the entries out to columns about equally high, read downwards, and
// gives the height of the highest. There are none when they do not fit the room.
func (k codeKey) fill(entries []codeEntry, room float64) (columns [][]codeEntry, height float64) {
	total := 0.0
	for _, e := range entries {
		total += k.height(e)
	}
	for limit := total / float64(k.perRow); ; limit += k.style.leading() / 2 {
		columns, height = k.dealt(entries, min(limit, room))
		if height > room {
			return nil, 0
		}
		if len(columns) <= k.perRow {
			return columns, height
		}
		if limit >= room {
			return nil, 0
		}
	}
}

// dealt begins a column wherever the next entry would pass the limit.
func (k codeKey) dealt(entries []codeEntry, limit float64) (columns [][]codeEntry, height float64) {
	used := 0.0
	for _, e := range entries {
		next := used + e.above() + k.height(e)
		if last := len(columns) - 1; last >= 0 && next <= limit {
			columns[last], used = append(columns[last], e), next
		} else {
			columns, used = append(columns, []codeEntry{e}), k.height(e)
		}
		height = max(height, used)
	}
	return columns, height
}

// band draws the columns side by side.
func (k codeKey) band(columns [][]codeEntry, height float64) band {
	return band{height: height, paint: func(c *canvas, x, y float64) {
		for i, column := range columns {
			at, top := x+float64(i)*(k.width+codeGap), y
			for j, e := range column {
				if j > 0 {
					top += e.above()
				}
				k.paint(c, at, top, e)
				top += k.height(e)
			}
		}
	}}
}

// paint writes an entry, the name of its group on top.
func (k codeKey) paint(c *canvas, x, y float64, e codeEntry) {
	st := k.style
	c.text(x, y, k.width, e.group, st.strong().in(accent), left)
	y += k.height(e) - float64(e.lines())*st.leading()
	c.text(x, y, k.code, e.code, st.strong(), left)
	c.text(x+k.code, y, k.width-k.code, e.title, st, left)
}
