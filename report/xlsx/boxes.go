package xlsx

import (
	"strings"

	"spotcheck/report"
)

const (
	boxesInRow   = 4
	narrowestBox = 15.0
)

// figures are boxes of three rows: label, value, note.
func (s *sheet) figures(figures report.Figures) {
	perRow := min(boxesInRow, len(figures))
	for perRow > 1 && !s.boxesFit(perRow) {
		perRow--
	}
	for i := 0; i < len(figures); i += perRow {
		if i > 0 {
			s.gap(6)
		}
		s.boxRow(figures[i:min(i+perRow, len(figures))], s.grid.equal(s.text, perRow))
	}
}

// boxesFit tells whether the grid divides into n boxes of a decent width.
func (s *sheet) boxesFit(n int) bool {
	if s.text.columns() < n {
		return false
	}
	for _, at := range s.grid.equal(s.text, n) {
		if s.grid.width(at) < narrowestBox {
			return false
		}
	}
	return true
}

func (s *sheet) boxRow(figures report.Figures, spans []span) {
	rows := [3][]piece{}
	for i, f := range figures {
		base := boxLook(f.Tone)
		rows[0] = append(rows[0], piece{at: spans[i], look: base.sized(9), text: f.Label})
		rows[1] = append(rows[1], piece{at: spans[i], look: s.valueLook(base, spans[i], f.Value), text: f.Value})
		rows[2] = append(rows[2], piece{at: spans[i], look: base.sized(smallSize), text: f.Note})
	}
	s.add(18, rows[0]...)
	s.add(30, rows[1]...)
	s.add(17, rows[2]...)
}

func boxLook(tone report.Tone) look {
	paint := report.PaintOf(tone)
	l := prose().placed("left", "center").shifted(1).inked(paint.Text).filled(paint.Pale).barred(paint.Solid)
	if paint.Pale == white {
		l = l.filled(boxBg)
	}
	// On a grid without gaps a white line keeps neighbours apart.
	l.edges.right = edge{thick, white}
	return l
}

// valueLook takes the largest type in which the value stays on one line.
func (s *sheet) valueLook(l look, at span, value string) look {
	room := (s.grid.width(at) - 2.5) * unitPixels
	for _, size := range []float64{22, 18, 15, 13, 11} {
		l = l.sized(size).strong()
		if textPixels(value, size, true) <= room {
			break
		}
	}
	return l
}

// card is a head with code, title and badge, and its fields below, held together
// by a bar at the left.
func (s *sheet) card(c report.Card) {
	paint := report.PaintOf(c.Tone)
	head := prose().strong().inked(paint.Text).filled(paint.Pale).placed("left", "center")
	body := prose().sized(tableSize)
	if paint.Pale == white {
		head = head.filled(boxBg)
	}
	s.cardHead(c, head, paint.Solid)
	for i := range c.Fields {
		name, value := body.inked(muted).shifted(1).barred(paint.Solid), body
		if i == len(c.Fields)-1 {
			name.edges.bottom, value.edges.bottom = edge{thin, rule}, edge{thin, rule}
		}
		s.pairs(c.Fields[i:i+1], s.text, cardNames(c.Fields), name, value)
	}
}

// cardNames is one width for all names of a card.
func cardNames(fields []report.Field) float64 {
	wide := 0.0
	for _, f := range fields {
		wide = max(wide, units(textPixels(f.Name, tableSize, false))+4)
	}
	return min(wide, 30)
}

func (s *sheet) cardHead(c report.Card, head look, bar string) {
	texts := []string{c.Code, c.Title, c.Badge}
	widths := []float64{0, 0, 0}
	for i, t := range texts {
		widths[i] = units(textPixels(t, head.size, true)) + 1.5
	}
	if s.text.columns() < 3 {
		s.add(20, piece{at: s.text, look: head.barred(bar).shifted(1), text: strings.Join(texts, "  ")})
		return
	}
	widths[0] = max(widths[0], 6)
	widths[1] = max(s.grid.width(s.text)-widths[0]-widths[2], 10)
	parts := s.grid.spread(s.text, widths, true)
	s.add(20,
		piece{at: parts[0], look: head.barred(bar).shifted(1), text: c.Code},
		piece{at: parts[1], look: head, text: c.Title},
		piece{at: parts[2], look: head.placed("right", "center").shifted(1), text: c.Badge})
}
