package form

import (
	"io"
	"os"
	"slices"
	"strconv"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"

	"spotcheck/assess"
	"spotcheck/assess/sheet"
	"spotcheck/indicators"
)

// byCells writes grids cell by cell, the way that the library's users know.
func byCells(w io.Writer, title, footer string, grids []grid, names []excelize.DefinedName) error {
	all, err := newPalette() // as a program does that makes one form
	if err != nil {
		return err
	}
	p := &pen{all.book, all}
	defer p.file.Close()
	if err := p.prepare(title, grids); err != nil {
		return err
	}
	for i := range grids {
		if err := p.settings(&grids[i], footer); err != nil {
			return err
		}
		if err := p.cells(&grids[i]); err != nil {
			return err
		}
	}
	if err := p.hide(grids); err != nil {
		return err
	}
	if err := p.define(names); err != nil {
		return err
	}
	return p.file.Write(w)
}

func (p *pen) cells(g *grid) (failed error) {
	f := p.file
	do := func(err error) {
		if failed == nil {
			failed = err
		}
	}
	for i, width := range g.widths {
		name := sheet.ColumnName(i + 1)
		do(f.SetColWidth(g.name, name, name, width))
	}
	for i, l := range g.lines {
		do(f.SetRowHeight(g.name, i+1, g.heightOf(l)))
		for j, c := range l.cells {
			at := sheet.ColumnName(j+1) + strconv.Itoa(i+1)
			do(f.SetCellStyle(g.name, at, at, p.styles[c.style]))
			switch look := looks[c.style]; {
			case c.lead != "":
				font := excelize.Font{Family: fontName, Size: look.size, Color: look.ink}
				strong := font
				strong.Bold = true
				do(f.SetCellRichText(g.name, at, []excelize.RichTextRun{{Text: c.lead + "\n", Font: &strong}, {Text: c.text, Font: &font}}))
			case c.text != "":
				do(f.SetCellStr(g.name, at, c.text))
			}
			if c.formula != "" {
				do(f.SetCellFormula(g.name, at, c.formula))
			}
			if c.span > 1 {
				do(f.MergeCell(g.name, at, sheet.Ref(i+1, j+c.span)))
			}
		}
	}
	return failed
}

// BenchmarkRatioWrite writes a form of 60 questions in turn by Write and cell by
// cell, and tells how many times longer that takes. The library gets the layout as a
// gift.
func BenchmarkRatioWrite(b *testing.B) {
	data, err := os.ReadFile("../../indicators/library/uu25-2009.yaml")
	if err != nil {
		b.Fatal(err)
	}
	in, list := indicators.Parse("uu25-2009.yaml", data)
	if in == nil {
		b.Fatal(list)
	}
	s := Spec{Instrument: in, Entity: "Kabupaten Contoh", Period: "2026",
		Unit: assess.Unit{ID: "dukcapil", Name: "Dinas Dukcapil", Type: "dinas", Products: []assess.Product{{ID: "ktp", Name: "KTP-el"}}}}
	grids, names := layOut(s)
	var runs [2][]time.Duration
	for b.Loop() {
		for i, way := range []func() error{
			func() error { return Write(io.Discard, s) },
			func() error { return byCells(io.Discard, title(s), footer(s), grids, names) },
		} {
			started := time.Now()
			if err := way(); err != nil {
				b.Fatal(err)
			}
			runs[i] = append(runs[i], time.Since(started))
		}
	}
	median := func(runs []time.Duration) float64 { // other work on the machine does not move it much
		slices.Sort(runs)
		return runs[len(runs)/2].Seconds()
	}
	ours := median(runs[0])
	b.ReportMetric(ours*1000, "ms/form")
	b.ReportMetric(median(runs[1])/ours, "x-cells")
}
