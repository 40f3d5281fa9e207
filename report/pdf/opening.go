package pdf

import (
	"spotcheck/report"
)

// opening is what stands on top of the first page: letterhead, title, subject.
func (f frame) opening(d *report.Document) []band {
	var bands []band
	if d.Head != nil {
		bands = f.letterhead(*d.Head)
	}
	if d.Title != "" {
		bands = append(bands, spaced(3, f.centred(d.Title, titleStyle))...)
	}
	if d.Subject != "" {
		bands = append(bands, spaced(1, f.centred(d.Subject, subjectStyle))...)
	}
	return f.kept(bands, 2) // with the first lines of the text
}

// letterhead is the head of an official letter: names centred, a thick and a thin
// rule below.
func (f frame) letterhead(h report.Letterhead) []band {
	var bands []band
	for _, part := range []struct {
		text string
		style
	}{
		{h.Government, style{size: 12, color: ink}},
		{h.Office, style{size: 14, color: ink, bold: true}},
		{h.Address, style{size: 9, color: ink}},
		{h.Contact, style{size: 9, color: ink}},
	} {
		if part.text != "" {
			bands = append(bands, f.centred(part.text, part.style)...)
		}
	}
	return append(bands, band{gap: 1.5, height: 4, paint: func(c *canvas, x, y float64) {
		c.stroke(x, y+0.5, x+f.width, y+0.5, 0.9, ink)
		c.stroke(x, y+1.5, x+f.width, y+1.5, 0.25, ink)
	}})
}

// centred is a text in the middle of the page, a band for each line.
func (f frame) centred(text string, st style) []band {
	return f.lines(st.wrap(text, f.width), st, 0, center)
}
