package pdf

import (
	"spotcheck/report"
)

// The look of a box with a key figure.
const (
	boxesPerRow = 4
	boxGap      = 3.0
	boxPad      = 2.4
	boxBar      = 1.4 // the tone, along the top
)

var (
	figureLabel = style{size: 8, color: muted}
	figureValue = style{size: 17, color: ink, bold: true}
	figureNote  = style{size: 8, color: ink}
)

// figures are boxes in rows of at most four, as evenly filled as they can be.
func (f frame) figures(figures report.Figures) []band {
	if len(figures) == 0 {
		return nil
	}
	rows := (len(figures) + boxesPerRow - 1) / boxesPerRow
	perRow := (len(figures) + rows - 1) / rows
	width := (f.width - float64(perRow-1)*boxGap) / float64(perRow)
	var bands []band
	for start := 0; start < len(figures); start += perRow {
		row := figures[start:min(start+perRow, len(figures))]
		bands = append(bands, figureRow(row, width))
	}
	return spaced(gapBlock, bands)
}

// figureBox is a measured box.
type figureBox struct {
	tone               paint
	toned              bool
	label, value, note []string
	valueStyle         style
}

func measureFigure(figure report.Figure, width float64) figureBox {
	inner := width - 2*boxPad
	value := figureValue
	if natural := value.natural(figure.Value); natural > inner {
		value = value.sized(max(11, value.size*inner/natural))
	}
	tone := paintOf(figure.Tone)
	if figure.Tone != report.None {
		value = value.in(tone.text)
	}
	box := figureBox{tone: tone, toned: figure.Tone != report.None, valueStyle: value}
	box.label = figureLabel.wrapAtMost(figure.Label, inner, 3)
	box.value = value.wrapAtMost(figure.Value, inner, 3)
	if figure.Note != "" {
		box.note = figureNote.wrapAtMost(figure.Note, inner, 8)
	}
	return box
}

// height of the parts: label and value of all boxes of a row are as high as the
// highest, so that values stand in line.
func (b figureBox) heights() (label, value, note float64) {
	return float64(len(b.label)) * figureLabel.leading(),
		float64(len(b.value)) * b.valueStyle.leading(),
		float64(len(b.note)) * figureNote.leading()
}

func figureRow(figures []report.Figure, width float64) band {
	boxes := make([]figureBox, len(figures))
	var label, value, note float64
	for i, figure := range figures {
		boxes[i] = measureFigure(figure, width)
		l, v, n := boxes[i].heights()
		label, value, note = max(label, l), max(value, v), max(note, n)
	}
	height := boxBar + boxPad + label + value + note + boxPad
	return band{gap: boxGap, height: height, paint: func(c *canvas, x, y float64) {
		for i, box := range boxes {
			box.draw(c, x+float64(i)*(width+boxGap), y, width, height, label, value)
		}
	}}
}

func (b figureBox) draw(c *canvas, x, y, w, h, label, value float64) {
	c.frame(x, y, w, h, 0.25, rule)
	bar := rule
	if b.toned {
		bar = b.tone.solid
	}
	c.fill(x, y, w, boxBar, bar)
	x, y, w = x+boxPad, y+boxBar+boxPad*0.8, w-2*boxPad
	c.text(x, y, w, b.label, figureLabel, left)
	c.text(x, y+label, w, b.value, b.valueStyle, left)
	c.text(x, y+label+value, w, b.note, figureNote, left)
}
