package pdf

import (
	"spotcheck/report"
)

// legend explains the letters: small cells with their meanings, in lines.
func (f frame) legend(legend []report.Legend) []band {
	const box, gap, between = 4.2, 1.3, 5.0
	type entry struct {
		x, room float64
		letter  string
		lines   []string
		tone    paint
	}
	st := heatStyle
	var rows [][]entry
	x := 0.0
	for i, item := range legend {
		letter := heatLetter.shorten(cleanLine(item.Letter), box)
		room := min(st.natural(item.Meaning), f.width-box-gap)
		if i == 0 || x+box+gap+room > f.width+0.01 {
			rows, x = append(rows, nil), 0
		}
		last := &rows[len(rows)-1]
		*last = append(*last, entry{x, room, letter, st.wrapAtMost(item.Meaning, room+0.01, 8), paintOf(item.Tone)})
		x += box + gap + room + between
	}
	var bands []band
	for _, row := range rows {
		lines := 1
		for _, e := range row {
			lines = max(lines, len(e.lines))
		}
		height := float64(lines)*st.leading() + 1.6
		bands = append(bands, band{height: height, keep: true, paint: func(c *canvas, x, y float64) {
			for _, e := range row {
				c.fill(x+e.x, y, box, box, e.tone.pale)
				c.frame(x+e.x, y, box, box, 0.15, rule)
				c.line(x+e.x, y+(box-heatLetter.leading())/2, box, e.letter, heatLetter.in(e.tone.text), center)
				c.text(x+e.x+box+gap, y+(box-st.leading())/2, e.room, e.lines, st, left)
			}
		}})
	}
	if len(bands) > 0 {
		bands[len(bands)-1].keep = false
	}
	return bands
}
