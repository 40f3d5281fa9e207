package pdf

import (
	"slices"

	"spotcheck/report"
)

// codes says what the codes above the columns mean: below the matrix where any
// arrangement fits what is left of the page, else on the next page, below a heading.
func (f frame) codes(columns []report.HeatColumn) []band {
	groups := namedGroups(columns)
	if len(groups) == 0 {
		return nil
	}
	return []band{{gap: 2.5, suit: func(room float64) []band {
		heading := f.keyHeading()
		bands := f.arranged(groups, room)
		if bands == nil {
			bands = f.arranged(groups, f.height-heading.height)
		}
		if bands == nil {
			bands = f.codeRows(groups)
		}
		for i := range bands {
			bands[i].head = &heading
		}
		return bands
	}}}
}

// namedGroups are the columns that have a code and a title, group by group.
func namedGroups(columns []report.HeatColumn) [][]report.HeatColumn {
	var groups [][]report.HeatColumn
	for _, column := range columns {
		if column.Title == "" || column.Code == "" {
			continue
		}
		if last := len(groups) - 1; last >= 0 && groups[last][0].Group == column.Group {
			groups[last] = append(groups[last], column)
			continue
		}
		groups = append(groups, []report.HeatColumn{column})
	}
	return groups
}

// keyHeading stands above codes that begin a page.
func (f frame) keyHeading() band {
	const below = 1.2
	return band{height: captionStyle.leading() + below, paint: func(c *canvas, x, y float64) {
		c.line(x, y, f.width, "Arti kode indikator", captionStyle, left)
	}}
}

// arranged is the roomiest arrangement of the codes that fits: the largest type,
// then the fewest columns. There is none for codes that fill more than the room.
// Columns narrower than usual are taken while every entry keeps to two lines.
func (f frame) arranged(groups [][]report.HeatColumn, room float64) []band {
	const most = 6 // columns
	first := f.codeColumns(groups)
	for _, size := range []float64{tinyStyle.size, smallest} {
		for perRow := first; perRow <= max(first, most); perRow++ {
			key := f.codeKey(groups, size, perRow)
			entries, lines := key.entries(groups)
			if perRow > first && (perRow > len(entries) || lines > 2) {
				break
			}
			if columns, height := key.fill(entries, room); columns != nil {
				return []band{key.band(columns, height)}
			}
		}
	}
	return nil
}

// codeColumns is how many columns of the usual width there is room for.
func (f frame) codeColumns(groups [][]report.HeatColumn) int {
	const least = 52.0 // of a column
	named := len(slices.Concat(groups...))
	return max(1, min(named, int((f.width+codeGap)/(least+codeGap))))
}

const codeGap = 4.0 // between columns of codes

// codeKey is how the codes are listed; its frame is one of the columns.
type codeKey struct {
	frame
	full   frame // over all columns
	perRow int
	code   float64 // width of the codes
	style  style
}

func (f frame) codeKey(groups [][]report.HeatColumn, size float64, perRow int) codeKey {
	const widest = 22 // millimetres of a code
	st := tinyStyle.in(ink).sized(size)
	code := 0.0
	for _, column := range slices.Concat(groups...) {
		code = max(code, min(st.strong().natural(column.Code), widest))
	}
	return codeKey{
		frame: frame{width: (f.width - float64(perRow-1)*codeGap) / float64(perRow), height: f.height},
		full:  f, perRow: perRow, code: code + 1.5, style: st,
	}
}
