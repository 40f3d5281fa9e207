package xlsx

import (
	"strings"

	"spotcheck/report"
)

// opening is the head of a sheet: on the first one the letterhead and the title
// of the document, on the others the title of the section and what it is part of.
func (s *sheet) opening(section report.Section) {
	d := s.book.doc
	if s.index == 0 {
		s.letterhead(d.Head)
		s.titleLine(d.Title, 16, d.Mark)
		s.subtitle(d.Subject)
		if section.Title != "" && section.Title != d.Title {
			s.heading(report.Heading{Level: 1, Text: section.Title})
		}
		return
	}
	title := section.Title
	if title == "" {
		title = section.Sheet
	}
	s.titleLine(title, 14, d.Mark)
	s.subtitle(joinParts(d.Title, d.Author))
}

// broad is the whole grid, unless it is much wider than a page.
func (s *sheet) broad() span {
	const much = 1.5
	if all := s.grid.all(); s.grid.width(all) <= much*max(s.page(), narrowText) {
		return all
	}
	return s.text
}

// titleLine is a big title with the mark of the document at its right: the heads of
// the printed pages, where the mark stands from the second on, are not seen on the
// screen.
func (s *sheet) titleLine(title string, size float64, mark string) {
	l := prose().sized(size).strong().inked(accent().Solid).placed("left", "center")
	if title == "" && mark == "" {
		return
	}
	at := s.broad()
	warn := report.PaintOf(report.Bad)
	stamp := l.sized(12).inked(warn.Solid).placed("right", "center")
	split := s.grid.backTo(at, units(textPixels(mark, stamp.size, true))+1)
	if mark == "" || split == at.from {
		s.add(0, piece{at: at, look: l, text: joinParts(title, mark)})
		return
	}
	s.add(0, piece{at: span{at.from, split}, look: l, text: title}, piece{at: span{split, at.to}, look: stamp, text: mark})
}

// subtitle closes the head with a line in the colour of heads.
func (s *sheet) subtitle(text string) {
	l := prose().sized(9).inked(muted).underlined(medium, accent().Solid)
	s.add(15, piece{at: s.broad(), look: l, text: text})
	s.gap(blockGap)
}

// letterhead is centred, above a double line, as on official letters.
func (s *sheet) letterhead(head *report.Letterhead) {
	if head == nil {
		return
	}
	centre := prose().placed("center", "center").inked("000000")
	lines := []piece{
		{text: head.Government, look: centre.sized(13)},
		{text: head.Office, look: centre.sized(15).strong()},
		{text: head.Address, look: centre.sized(9)},
		{text: head.Contact, look: centre.sized(9)},
	}
	for _, p := range lines {
		if p.text != "" {
			p.at = s.broad()
			s.add(0, p)
		}
	}
	s.add(4, blank(s.broad(), centre.underlined(double, "000000")))
	s.gap(blockGap)
}

// joinParts joins the parts that are not empty with a middle dot.
func joinParts(parts ...string) string {
	var have []string
	for _, p := range parts {
		if p != "" {
			have = append(have, p)
		}
	}
	return strings.Join(have, " · ")
}
