package pdf

import (
	"strconv"

	"spotcheck/report"
)

// pt is a point in millimetres.
const pt = 25.4 / 72

// rgb is a colour.
type rgb struct{ r, g, b int }

// style is how a line of text looks.
type style struct {
	bold  bool
	size  float64 // points
	color rgb
}

// The colours of everything that is not a tone.
var (
	ink    = hex("1F2933")
	muted  = hex("5B6773")
	accent = hex(report.PaintOf(report.Accent).Solid)
	rule   = hex("C9D0D8") // frames and thin lines
	faint  = hex("EEF1F4") // grounds
	warm   = hex("FFF8E1") // ground of a warning
	white  = rgb{255, 255, 255}
)

// The sizes of type. Nothing is drawn below smallest.
const smallest = 7

var (
	bodyStyle     = style{size: 10, color: ink}
	leadStyle     = style{size: 12, color: accent, bold: true}
	smallStyle    = style{size: 8, color: muted}
	noticeStyle   = style{size: 9.5, color: ink}
	titleStyle    = style{size: 14, color: ink, bold: true}
	subjectStyle  = style{size: 11, color: ink}
	sectionStyle  = style{size: 13, color: accent, bold: true}
	heading1Style = style{size: 11.5, color: accent, bold: true}
	heading2Style = style{size: 10, color: ink, bold: true}
	captionStyle  = style{size: 9.5, color: ink, bold: true}
	labelStyle    = style{size: 8.5, color: ink}
	tinyStyle     = style{size: 7.5, color: muted}
)

// leading is the distance between lines.
func (s style) leading() float64 { return s.size * pt * 1.28 }

func (s style) in(c rgb) style         { s.color = c; return s }
func (s style) sized(pt float64) style { s.size = max(pt, smallest); return s }
func (s style) strong() style          { s.bold = true; return s }

// paint is a report.Paint in colours to draw with.
type paint struct{ pale, solid, text rgb }

func paintOf(t report.Tone) paint {
	p := report.PaintOf(t)
	return paint{pale: hex(p.Pale), solid: hex(p.Solid), text: hex(p.Text)}
}

// hex reads "RRGGBB"; anything else is black.
func hex(s string) rgb {
	n, err := strconv.ParseUint(s, 16, 24)
	if err != nil || len(s) != 6 {
		return rgb{}
	}
	return rgb{int(n >> 16), int(n >> 8 & 0xFF), int(n & 0xFF)}
}
