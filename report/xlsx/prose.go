package xlsx

import (
	"math"
	"strconv"

	"spotcheck/report"
)

// markerWidth is the widest first column that can hold the mark of a list item.
const markerWidth = 6.0

func (s *sheet) heading(h report.Heading) {
	if h.Level > 1 {
		s.gap(8)
		s.prose(s.text, prose().sized(10.5).strong().inked(ink), h.Text)
		return
	}
	s.gap(8)
	s.prose(s.text, prose().sized(12.5).strong().inked(accent().Solid).underlined(thin, rule), h.Text)
	s.gap(3)
}

func (s *sheet) paragraph(p report.Paragraph) {
	s.prose(s.text, paragraphLook(p.Style), p.Text)
}

func paragraphLook(style report.Style) look {
	switch style {
	case report.Lead:
		return prose().sized(11.5).strong().inked(accent().Solid)
	case report.Small:
		return prose().sized(smallSize).inked(muted)
	case report.Notice:
		p := report.PaintOf(report.Fair)
		return prose().inked(p.Text).filled(noticeBg).boxed(p.Solid).barred(p.Solid).placed("left", "center").shifted(1)
	}
	return prose()
}

// prose adds text over a span, over several rows where one would be taller than
// Excel allows.
func (s *sheet) prose(at span, l look, text string) {
	p := piece{at: at, look: l, text: text}
	height := rowHeight(s.wraps(p), l.size)
	if height <= tallestRow {
		s.add(0, p)
		return
	}
	n := int(math.Ceil(height / tallestRow))
	p.deep = n
	s.add(height/float64(n), p)
	for range n - 1 {
		s.add(height/float64(n), piece{at: at, look: l, covered: true})
	}
}

// list sets the marks in a narrow column of their own where the grid has one.
func (s *sheet) list(l report.List) {
	mark, text := span{}, s.text
	if s.text.columns() > 1 && s.grid.widths[0] <= markerWidth {
		mark, text = span{0, 1}, span{1, s.text.to}
	}
	for i, item := range l.Items {
		sign := "•"
		if l.Numbered {
			sign = strconv.Itoa(i+1) + "."
		}
		if mark.columns() == 0 {
			s.add(0, piece{at: text, look: prose(), text: sign + " " + item})
			continue
		}
		s.add(0, piece{at: mark, look: prose().placed("right", "top").unwrapped(), text: sign},
			piece{at: text, look: prose(), text: item})
	}
}

// fields are names and values in two columns.
func (s *sheet) fields(f report.Fields) {
	s.pairs(f, s.text, 0, prose().inked(muted), prose())
}

// pairs adds a line for each field within a span; least is the narrowest that the
// names may be.
func (s *sheet) pairs(fields []report.Field, within span, least float64, name, value look) {
	const widest = 34.0
	wide := max(least, 12)
	for _, f := range fields {
		wide = max(wide, units(textPixels(f.Name, name.size, name.bold))+1)
	}
	wide = min(wide, widest)
	if within.columns() < 2 {
		for _, f := range fields {
			s.prose(within, value, f.Name+": "+f.Value)
		}
		return
	}
	left, right := s.grid.cut(within, wide)
	for _, f := range fields {
		s.add(0, piece{at: left, look: name, text: f.Name}, piece{at: right, look: value, text: f.Value})
	}
}
