package xlsx

import (
	"math"

	"spotcheck/report"
)

// legend explains the letters below the matrix, side by side as far as they go.
func (s *sheet) legend(entries []report.Legend, letters []span) {
	if len(entries) == 0 || len(letters) == 0 {
		return
	}
	s.gap(6)
	first, row := letters[0].from, []piece{}
	at := first
	for _, e := range entries {
		need := units(textPixels(e.Meaning, smallSize, false)) + 3
		if len(row) > 0 && s.before(s.reach(at+1, need))-s.before(first) > s.legendRoom(first) {
			s.add(letterRow, row...)
			s.gap(2)
			row, at = row[:0], first
		}
		end := s.reach(at+1, need)
		letter := look{size: 9, bold: true, color: ink, h: "center", v: "center"}.boxed(rule).toned(e.Tone)
		row = append(row,
			piece{at: span{at, at + 1}, look: letter, text: e.Letter},
			piece{at: span{at + 1, end}, look: prose().sized(smallSize).placed("left", "center").shifted(1), text: e.Meaning})
		at = end
	}
	s.add(letterRow, row...)
}

// legendRoom is how wide a line of the legend may be: what the text blocks reach,
// and never less than a few words.
func (s *sheet) legendRoom(first int) float64 {
	return max(s.grid.width(s.grid.all())-s.before(first), 60)
}

// reach is the column before which a text of the given width that begins at col
// ends; the grid grows where it must.
func (s *sheet) reach(col int, width float64) int {
	for sum := 0.0; sum < width; col++ {
		s.grow(col+1, letterColumn)
		sum += s.grid.widths[col]
	}
	return col
}

// keys lists codes and titles in columns, for readers of the print: comments are
// not printed.
func (s *sheet) keys(columns []report.HeatColumn, within span) {
	const comfortable = 58.0
	var titled []report.HeatColumn
	for _, c := range columns {
		if c.Title != "" {
			titled = append(titled, c)
		}
	}
	if len(titled) == 0 {
		return
	}
	s.gap(blockGap)
	within = span{0, max(within.to, s.text.to)}
	n := max(1, min(int(s.grid.width(within)/comfortable), 3, within.columns(), len(titled)))
	spans := s.grid.equal(within, n)
	deep := int(math.Ceil(float64(len(titled)) / float64(n)))
	for i := range deep {
		var pieces []piece
		for k, at := range spans {
			if at := i + k*deep; at < len(titled) {
				pieces = append(pieces, piece{at: spans[k], text: titled[at].Code + "   " + titled[at].Title, look: prose().sized(smallSize)})
				continue
			}
			pieces = append(pieces, blank(at, prose()))
		}
		s.add(0, pieces...)
	}
}
