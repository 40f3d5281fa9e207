package pdf

import (
	"fmt"
	"math"

	"spotcheck/report"
)

// The margins of official letters: more at the left, where they are filed.
const (
	marginLeft   = 25.0
	marginRight  = 20.0
	marginTop    = 20.0
	marginBottom = 20.0
)

// pageSize is width and height as the page is held.
func pageSize(p report.Paper, landscape bool) (width, height float64) {
	width, height = p.Size()
	if landscape {
		return height, width
	}
	return width, height
}

// roomOf is the frame of a page.
func roomOf(p report.Paper, landscape bool) frame {
	width, height := pageSize(p, landscape)
	return frame{width: width - marginLeft - marginRight, height: height - marginTop - marginBottom}
}

// footer says where the page belongs: the mark and the footer of the document at
// the left, the number of the page at the right.
func (c *canvas) footer(d *report.Document, number, of int) {
	const gap, numberWidth = 4.0, 38.0
	st := tinyStyle.sized(8)
	width := c.width - marginLeft - marginRight
	y := c.height - marginBottom + 5
	c.stroke(marginLeft, y, marginLeft+width, y, 0.2, rule)
	y += 1.2
	x, room := marginLeft, width-numberWidth-gap
	if mark := cleanLine(d.Mark); mark != "" {
		bold := st.strong().in(ink)
		mark = bold.shorten(mark, room/2)
		c.line(x, y, room, mark, bold, left)
		used := bold.width(mark) + gap
		x, room = x+used, room-used
	}
	c.text(x, y, room, st.wrapAtMost(cleanLine(d.Footer), room, 2), st, left)
	c.line(marginLeft, y, width, fmt.Sprintf("Halaman %d dari %d", number, of), st, right)
}

// mark writes a word big and pale across the page, from corner to corner.
func (c *canvas) mark(text string) {
	const share = 0.72 // of the diagonal
	st := style{bold: true, size: 96, color: muted}
	text = cleanLine(text)
	if text == "" {
		return
	}
	diagonal := math.Hypot(c.width, c.height)
	if w := st.width(text); w > share*diagonal {
		st = st.sized(0.98 * st.size * share * diagonal / w) // a little less, for glyph widths are rounded
		text = st.shorten(text, share*diagonal)
	}
	x, y := c.width/2, c.height/2
	c.pen.SetAlpha(0.08, "Normal")
	c.pen.TransformBegin()
	c.pen.TransformRotate(math.Atan2(c.height, c.width)*180/math.Pi, x, y)
	c.line(x-share*diagonal/2, y-st.leading()/2, share*diagonal, text, st, center)
	c.pen.TransformEnd()
	c.pen.SetAlpha(1, "Normal")
}
