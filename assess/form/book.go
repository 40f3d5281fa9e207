package form

import (
	"fmt"
	"io"
	"slices"
	"strconv"

	"github.com/xuri/excelize/v2"

	"spotcheck/assess/sheet"
)

// pen turns grids into a workbook. All settings of all sheets come before the
// first streamed row: excelize reads sheets anew whenever it is asked anything
// after that.
type pen struct {
	file   *excelize.File
	styles [styleCount]int
	marks  [len(marks)]int
}

// stamp is the fixed date in the properties of every form.
const stamp = "2000-01-01T00:00:00Z"

func writeBook(w io.Writer, title, footer string, grids []grid, names []excelize.DefinedName) error {
	p := &pen{file: excelize.NewFile()}
	defer p.file.Close()
	steps := []func() error{
		func() error { return p.prepare(title, grids) },
		func() error { return p.makeStyles() },
		func() error { return each(grids, func(g *grid) error { return p.settings(g, footer) }) },
		func() error { return p.hide(grids) },
		func() error { return p.define(names) },
		func() error { return each(grids, p.stream) },
	}
	for _, step := range steps {
		if err := step(); err != nil {
			return fmt.Errorf("formulir: %w", err)
		}
	}
	p.file.SetZipWriter(func(w io.Writer) excelize.ZipWriter { return newSortedZip(w) })
	return p.file.Write(w)
}

func each(grids []grid, do func(*grid) error) error {
	for i := range grids {
		if err := do(&grids[i]); err != nil {
			return err
		}
	}
	return nil
}

// prepare makes the sheets and the workbook's own properties.
func (p *pen) prepare(title string, grids []grid) error {
	size := 10.0
	p.file.Styles.Fonts.Font[0].Sz.Val = &size // column widths count in digits of this font
	if err := p.file.SetDefaultFont(fontName); err != nil {
		return err
	}
	for i, g := range grids {
		if i == 0 {
			if err := p.file.SetSheetName("Sheet1", g.name); err != nil {
				return err
			}
		} else if _, err := p.file.NewSheet(g.name); err != nil {
			return err
		}
	}
	yes := true
	if err := p.file.SetCalcProps(&excelize.CalcPropsOptions{FullCalcOnLoad: &yes}); err != nil {
		return err
	}
	if err := p.file.SetAppProps(&excelize.AppProperties{Application: "spotcheck"}); err != nil {
		return err
	}
	return p.file.SetDocProps(&excelize.DocProperties{
		Creator: "spotcheck", LastModifiedBy: "spotcheck", Created: stamp, Modified: stamp, Title: title, Language: "id-ID",
	})
}

func (p *pen) makeStyles() (err error) {
	for i, l := range looks {
		if p.styles[i], err = p.file.NewStyle(l.style()); err != nil {
			return err
		}
	}
	for i, m := range marks {
		p.marks[i], err = p.file.NewConditionalStyle(&excelize.Style{
			Font: &excelize.Font{Bold: true, Color: m.ink},
			Fill: excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{m.fill}},
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// stream writes the cells.
func (p *pen) stream(g *grid) error {
	w, err := p.file.NewStreamWriter(g.name)
	if err != nil {
		return err
	}
	// From the last to the first: excelize puts each new column before the others,
	// and the file wants them in order.
	for i, width := range slices.Backward(g.widths) {
		if err := w.SetColWidth(i+1, i+1, width); err != nil {
			return err
		}
	}
	for i, l := range g.lines {
		values := make([]any, len(l.cells))
		for j, c := range l.cells {
			values[j] = p.value(c)
			if c.span > 1 {
				if err := w.MergeCell(sheet.Ref(i+1, j+1), sheet.Ref(i+1, j+c.span)); err != nil {
					return err
				}
			}
		}
		if err := w.SetRow("A"+strconv.Itoa(i+1), values, excelize.RowOpts{Height: g.heightOf(l)}); err != nil {
			return err
		}
	}
	return w.Flush()
}

// value is a cell in the words of excelize; nil writes nothing.
func (p *pen) value(c cell) any {
	if c == (cell{}) {
		return nil
	}
	out := excelize.Cell{StyleID: p.styles[c.style], Formula: c.formula}
	switch {
	case c.lead != "":
		l := looks[c.style]
		font := excelize.Font{Family: fontName, Size: l.size, Color: l.ink}
		strong := font
		strong.Bold = true
		out.Value = []excelize.RichTextRun{{Text: c.lead + "\n", Font: &strong}, {Text: c.text, Font: &font}}
	case c.text != "":
		out.Value = c.text
	}
	return out
}
