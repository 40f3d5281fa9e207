package form

import (
	"slices"
	"sync"

	"github.com/xuri/excelize/v2"
)

// palette is the styles of a form, in a workbook of their own. They are the same in
// every form, and excelize compares each new style with all it has; so they are made
// once, and only read from then on.
type palette struct {
	book   *excelize.File
	styles [styleCount]int
	marks  [len(marks)]int
}

var palettes = sync.OnceValues(newPalette)

func newPalette() (p palette, err error) {
	p.book = excelize.NewFile()
	size := 10.0
	p.book.Styles.Fonts.Font[0].Sz.Val = &size // column widths count in digits of this font
	if err := p.book.SetDefaultFont(fontName); err != nil {
		return p, err
	}
	for i, l := range looks {
		if p.styles[i], err = p.book.NewStyle(l.style()); err != nil {
			return p, err
		}
	}
	for i, m := range marks {
		p.marks[i], err = p.book.NewConditionalStyle(&excelize.Style{
			Font: &excelize.Font{Bold: true, Color: m.ink},
			Fill: excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{m.fill}},
		})
		if err != nil {
			return p, err
		}
	}
	return p, nil
}

// lend gives a new workbook the styles. Conditional ones it may add to.
func (p palette) lend(f *excelize.File) {
	from, to := p.book.Styles, f.Styles
	to.Fonts, to.Fills, to.Borders = from.Fonts, from.Fills, from.Borders
	to.NumFmts, to.CellXfs, to.CellStyles = from.NumFmts, from.CellXfs, from.CellStyles
	own := *from.Dxfs
	own.Dxfs = slices.Clip(own.Dxfs)
	to.Dxfs = &own
}
