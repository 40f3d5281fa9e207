package pdf

import (
	"slices"

	"spotcheck/report"
)

// codeRows lists codes that fill more than a page, line by line, so that the end of
// a page may come between any two lines.
func (f frame) codeRows(groups [][]report.HeatColumn) []band {
	k := f.codeKey(groups, tinyStyle.size, f.codeColumns(groups))
	var bands []band
	for _, group := range groups {
		if name := group[0].Group; name != "" {
			st := k.style.strong().in(accent)
			lines := f.lines(st.wrap(name, f.width), st, 0, left)
			bands = append(bands, spaced(1.4, f.kept(lines, 0))...)
		}
		for row := range slices.Chunk(group, k.perRow) {
			bands = append(bands, spaced(0.5, k.row(row))...)
		}
	}
	return bands
}

// row is some codes side by side, a band for each line.
func (k codeKey) row(columns []report.HeatColumn) []band {
	st := k.style
	entries, lines := k.entries([][]report.HeatColumn{columns})
	bands := make([]band, lines)
	for l := range bands {
		bands[l] = band{height: st.leading(), keep: l < lines-1 && lines < 6, paint: func(c *canvas, x, y float64) {
			for i, e := range entries {
				at := x + float64(i)*(k.width+codeGap)
				if l < len(e.code) {
					c.line(at, y, k.code, e.code[l], st.strong(), left)
				}
				if l < len(e.title) {
					c.line(at+k.code, y, k.width-k.code, e.title[l], st, left)
				}
			}
		}}
	}
	return bands
}
