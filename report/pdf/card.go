package pdf

import (
	"spotcheck/report"
)

// The look of a card.
const (
	cardBar = 1.6 // the tone, along the left
	cardPad = 2.6
)

var (
	cardTitle = style{size: 10, color: ink, bold: true}
	cardField = style{size: 9, color: ink}
)

// card is a boxed finding, kept on one page unless it is longer than one.
func (f frame) card(card report.Card) []band {
	tone := paintOf(card.Tone)
	bands := f.cardHead(card, tone)
	names := make([]string, len(card.Fields))
	for i, field := range card.Fields {
		names[i] = field.Name
	}
	inner := frame{width: f.width - cardBar - 2*cardPad, height: f.height}
	column := min(cardField.natural(names...)+2, 0.3*inner.width)
	for i, field := range card.Fields {
		gap := 0.7
		if i == 0 {
			gap = 1.6
		}
		for _, line := range spaced(gap, inner.field(field, cardField, column)) {
			bands = append(bands, f.cardLine(line, tone))
		}
	}
	bands = f.kept(bands, 0)
	foot := band{height: 1.8, paint: func(c *canvas, x, y float64) {
		f.cardSides(c, x, y, 1.8, tone)
		c.stroke(x, y+1.8, x+f.width, y+1.8, 0.25, rule)
	}}
	return spaced(gapBlock, append(bands, foot))
}

// cardHead is the line with code and title on a pale ground, the badge at its right.
func (f frame) cardHead(card report.Card, tone paint) []band {
	const pad, gap = 1.3, 2.0
	st := cardTitle
	badge := ""
	badgeRoom := 0.0
	if text := cleanLine(card.Badge); text != "" {
		badge = st.sized(9).shorten(text, f.width*0.4)
		badgeRoom = st.sized(9).width(badge) + 5
	}
	code := st.wrapAtMost(card.Code, f.width*0.25, 2)
	codeRoom := 0.0
	if card.Code != "" {
		codeRoom = st.natural(code...) + gap
	}
	textX := cardBar + cardPad
	titleWidth := f.width - textX - codeRoom - badgeRoom - cardPad
	title := st.wrap(card.Title, titleWidth)
	lines := max(len(title), len(code))
	bands := make([]band, lines)
	for i := range bands {
		top, bottom := 0.0, 0.0
		if i == 0 {
			top = pad
		}
		if i == lines-1 {
			bottom = pad
		}
		height := top + st.leading() + bottom
		bands[i] = band{height: height, paint: func(c *canvas, x, y float64) {
			c.fill(x, y, f.width, height+0.05, tone.pale)
			if i == lines-1 {
				c.stroke(x, y+height, x+f.width, y+height, 0.15, rule)
			}
			f.cardSides(c, x, y, height, tone)
			if i < len(code) {
				c.line(x+textX, y+top, codeRoom, code[i], st.in(tone.text), left)
			}
			if i < len(title) {
				c.line(x+textX+codeRoom, y+top, titleWidth, title[i], st, left)
			}
			if i == 0 {
				c.stroke(x, y, x+f.width, y, 0.25, rule)
				c.badge(x+f.width-cardPad, y+top, badge, st.sized(9), tone)
			}
		}}
	}
	return bands
}

// badge is a word in a white box that ends at x.
func (c *canvas) badge(x, y float64, text string, st style, tone paint) {
	if text == "" {
		return
	}
	const pad, lift = 1.6, 0.2
	w, h := st.width(text)+2*pad, cardTitle.leading()-0.1 // inside its line: the next one paints over the rest
	c.fill(x-w, y-lift, w, h, white)
	c.frame(x-w, y-lift, w, h, 0.3, tone.solid)
	c.line(x-w+pad, y-lift+(h-st.leading())/2, w, text, st.in(tone.text), left)
}

// cardLine puts the sides of the card around a band, its gap included.
func (f frame) cardLine(line band, tone paint) band {
	gap := line.gap
	height := gap + line.height
	return band{height: height, paint: func(c *canvas, x, y float64) {
		f.cardSides(c, x, y, height, tone)
		line.paint(c, x+cardBar+cardPad, y+gap)
	}}
}

// cardSides draws the bar at the left and the thin line at the right.
func (f frame) cardSides(c *canvas, x, y, height float64, tone paint) {
	c.fill(x, y, cardBar, height+0.05, tone.solid)
	c.stroke(x+f.width, y, x+f.width, y+height, 0.25, rule)
}
