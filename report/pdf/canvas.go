package pdf

import (
	"github.com/jung-kurt/gofpdf"
)

// pen is the part of gofpdf that draws.
type pen interface {
	SetFont(family, style string, size float64)
	SetTextColor(r, g, b int)
	SetFillColor(r, g, b int)
	SetDrawColor(r, g, b int)
	SetLineWidth(width float64)
	SetDashPattern(dash []float64, phase float64)
	SetAlpha(alpha float64, blend string)
	Text(x, y float64, s string)
	Line(x1, y1, x2, y2 float64)
	Rect(x, y, w, h float64, style string)
	TransformBegin()
	TransformRotate(angle, x, y float64)
	TransformEnd()
	Bookmark(text string, level int, y float64)
}

var _ pen = (*gofpdf.Fpdf)(nil)

// canvas draws on the current page.
type canvas struct {
	pen             pen
	width, height   float64 // of the page
	outlineShift    float64 // added to bookmarks; see Render
	font            style   // last one set on this page
	hasFont         bool
	ground, stroked *rgb    // colours of fills and of lines, once set on this page
	thick           float64 // of lines, once set on this page
}

// align is where a line stands in its width.
type align = float64

const (
	left   align = 0
	center align = 0.5
	right  align = 1
)

// text draws clean lines from y downwards, each aligned in width w.
func (c *canvas) text(x, y, w float64, lines []string, st style, a align) {
	for i, line := range lines {
		c.line(x, y+float64(i)*st.leading(), w, line, st, a)
	}
}

// line draws one clean line whose strip begins at y.
func (c *canvas) line(x, y, w float64, line string, st style, a align) {
	if line == "" {
		return
	}
	if a != left {
		x += (w - st.width(line)) * a
	}
	c.setStyle(st)
	c.pen.Text(x, y+st.baseline(), line)
}

// baseline is how far below the top of its strip a line stands, so that capitals
// are in the middle of the strip.
func (s style) baseline() float64 { return s.leading()/2 + 0.35*s.size*pt }

// upright draws one clean line turned to read from bottom to top, its strip
// between x and x+leading, beginning at the bottom y.
func (c *canvas) upright(x, y float64, line string, st style) {
	if line == "" {
		return
	}
	c.setStyle(st)
	c.pen.TransformBegin()
	c.pen.TransformRotate(90, x+st.baseline(), y)
	c.pen.Text(x+st.baseline(), y, line)
	c.pen.TransformEnd()
}

func (c *canvas) setStyle(st style) {
	if !c.hasFont || c.font.bold != st.bold || c.font.size != st.size {
		face := ""
		if st.bold {
			face = "B"
		}
		c.pen.SetFont(family, face, st.size)
	}
	if !c.hasFont || c.font.color != st.color {
		c.pen.SetTextColor(st.color.r, st.color.g, st.color.b)
	}
	c.font, c.hasFont = st, true
}

// fill paints a rectangle.
func (c *canvas) fill(x, y, w, h float64, color rgb) {
	if w <= 0 || h <= 0 {
		return
	}
	if c.ground == nil || *c.ground != color {
		c.pen.SetFillColor(color.r, color.g, color.b)
		c.ground = &color
	}
	c.pen.Rect(x, y, w, h, "F")
}

// frame draws the outline of a rectangle.
func (c *canvas) frame(x, y, w, h, thick float64, color rgb) {
	c.setLine(thick, color)
	c.pen.Rect(x, y, w, h, "D")
}

// stroke draws a straight line.
func (c *canvas) stroke(x1, y1, x2, y2, thick float64, color rgb) {
	c.setLine(thick, color)
	c.pen.Line(x1, y1, x2, y2)
}

// setLine chooses how lines look; what is so already is not written again.
func (c *canvas) setLine(thick float64, color rgb) {
	if c.stroked == nil || *c.stroked != color {
		c.pen.SetDrawColor(color.r, color.g, color.b)
		c.stroked = &color
	}
	if c.thick != thick {
		c.pen.SetLineWidth(thick)
		c.thick = thick
	}
}

// dashed draws a straight dashed line.
func (c *canvas) dashed(x1, y1, x2, y2, thick float64, color rgb) {
	c.pen.SetDashPattern([]float64{1.2, 0.8}, 0)
	c.stroke(x1, y1, x2, y2, thick, color)
	c.pen.SetDashPattern(nil, 0)
}

// outline adds an entry to the table of contents that viewers show.
func (c *canvas) outline(level int, text string, y float64) {
	c.setStyle(bodyStyle) // gofpdf encodes the text for the font in use
	c.pen.Bookmark(text, level, y+c.outlineShift)
}
