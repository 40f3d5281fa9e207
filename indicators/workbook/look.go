package workbook

import (
	"archive/zip"
	"bytes"
	"io"
	"strings"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"

	"spotcheck/indicators/format"
)

// styleID is a kind of cell by its looks.
type styleID int

const (
	styleText styleID = iota
	styleNumber
	styleKey
	styleNote
	styleHead
	styleNeeded // the head of a column that must be filled
	styleTitle
	styleProse
	styleCount
)

const fontName = "Arial"

// looks are the styles. What is text has the text format, so that Excel turns
// nothing that people type into dates, numbers or formulas.
var looks = [styleCount]struct {
	size      float64
	bold      bool
	ink, fill string
	general   bool
	line      bool
}{
	styleText:   {size: 10, ink: "1F2A3C", line: true},
	styleNumber: {size: 10, ink: "1F2A3C", line: true, general: true},
	styleKey:    {size: 10, ink: "1F2A3C", line: true, bold: true, fill: "EFF1F4"},
	styleNote:   {size: 10, ink: "5B6472", line: true},
	styleHead:   {size: 10, ink: "FFFFFF", line: true, bold: true, fill: "5B7199"},
	styleNeeded: {size: 10, ink: "FFFFFF", line: true, bold: true, fill: "1F3864"},
	styleTitle:  {size: 14, ink: "1F3864", bold: true},
	styleProse:  {size: 10, ink: "1F2A3C"},
}

func styleOf(id styleID) *excelize.Style {
	l := looks[id]
	s := &excelize.Style{
		Font:      &excelize.Font{Family: fontName, Size: l.size, Bold: l.bold, Color: l.ink},
		Alignment: &excelize.Alignment{WrapText: id != styleTitle, Vertical: "top"},
		NumFmt:    49, // text
	}
	if l.general {
		s.NumFmt, s.Alignment.Horizontal = 0, "left" // not against the text at its right
	}
	if l.fill != "" {
		s.Fill = excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{l.fill}}
	}
	for _, side := range []string{"left", "right", "top", "bottom"} {
		if l.line {
			s.Border = append(s.Border, excelize.Border{Type: side, Color: "D0D5DD", Style: 1})
		}
	}
	return s
}

// widthOf is how many digits of the standard font a column has room for.
func widthOf(k format.Key) float64 {
	switch {
	case k.Kind == format.Texts || k.Kind == format.Text && k.Max > 120:
		return 52
	case k.Kind == format.Text:
		return 34
	case k.Kind == format.Decimal || k.Kind == format.Whole:
		return 11
	}
	return 16
}

// heightOf is the height that a text of 10 points needs in a column, rather too
// high than too low.
func heightOf(text string, width float64) float64 {
	const line, most = 13, 409 // points
	room := int(width*1.1 - 3) // letters in a line, less what wrapping costs
	lines := 0
	for _, paragraph := range strings.Split(text, "\n") {
		lines += 1 + (utf8.RuneCountInString(paragraph)-1)/room
	}
	return min(max(1, float64(lines))*line+3, most)
}

// growing is an archive of a workbook whose rows keep growing with their texts:
// excelize calls every height that it is given one chosen by hand, and Excel leaves
// those as they are.
type growing struct{ *zip.Writer }

func (z growing) Create(name string) (io.Writer, error) {
	w, err := z.Writer.Create(name)
	if strings.HasPrefix(name, "xl/worksheets/") {
		w = released{w}
	}
	return w, err
}

type released struct{ io.Writer }

func (r released) Write(part []byte) (int, error) { // excelize writes each part at once
	_, err := r.Writer.Write(bytes.ReplaceAll(part, []byte(` customHeight="true"`), nil))
	return len(part), err
}
