package form

import (
	"fmt"
	"io"

	"github.com/xuri/excelize/v2"

	"spotcheck/assess/bookfile"
	"spotcheck/assess/sheet"
)

// pen turns grids into a workbook. All settings of all sheets come before the first
// frame: excelize does not find a framed sheet again.
type pen struct {
	file *excelize.File
	palette
}

// stamp is the fixed date in the properties of every form.
const stamp = "2000-01-01T00:00:00Z"

func writeBook(w io.Writer, title, footer string, grids []grid, names []excelize.DefinedName) error {
	all, err := palettes()
	if err != nil {
		return fmt.Errorf("formulir: %w", err)
	}
	p := &pen{excelize.NewFile(), all}
	defer p.file.Close()
	p.lend(p.file)
	steps := []func() error{
		func() error { return p.prepare(title, grids) },
		func() error { return each(grids, func(g *grid) error { return p.settings(g, footer) }) },
		func() error { return p.hide(grids) },
		func() error { return p.define(names) },
		func() error { return each(grids, p.frame) },
	}
	for _, step := range steps {
		if err := step(); err != nil {
			return fmt.Errorf("formulir: %w", err)
		}
	}
	rows := make([]func(*bookfile.Rows), len(grids))
	for i := range grids {
		rows[i] = func(out *bookfile.Rows) { p.rows(&grids[i], out) }
	}
	if err := bookfile.Write(w, p.file, rows); err != nil {
		return fmt.Errorf("formulir: %w", err)
	}
	return nil
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

// frame sets the columns and merged cells of a sheet.
func (p *pen) frame(g *grid) error {
	var merges []bookfile.Merge
	for i, l := range g.lines {
		for j, c := range l.cells {
			if c.span > 1 {
				merges = append(merges, bookfile.Merge{First: sheet.Ref(i+1, j+1), Last: sheet.Ref(i+1, j+c.span)})
			}
		}
	}
	return bookfile.Frame(p.file, g.name, g.widths, merges)
}

// rows writes the cells; empty ones without a style are left out.
func (p *pen) rows(g *grid, out *bookfile.Rows) {
	for _, l := range g.lines {
		out.Row(g.heightOf(l), false)
		for j, c := range l.cells {
			if c != (cell{}) {
				out.Cell(j+1, p.content(c))
			}
		}
	}
}

// content is a cell as it is written.
func (p *pen) content(c cell) bookfile.Cell {
	out := bookfile.Cell{Style: p.styles[c.style], Text: c.text, Formula: c.formula}
	if c.lead != "" {
		strong, common := looks[c.style].font(true), looks[c.style].font(false)
		out.Text, out.Runs = "", []bookfile.Run{{Text: c.lead + "\n", Font: strong}, {Text: c.text, Font: common}}
	}
	return out
}
