package pdf

import (
	"io"
	"slices"
	"testing"
	"time"

	"github.com/jung-kurt/gofpdf"

	"spotcheck/report"
)

// tape is a pen that remembers all that is drawn, to draw it again by gofpdf alone.
type tape struct{ strokes []func(*gofpdf.Fpdf) }

func (t *tape) add(stroke func(*gofpdf.Fpdf)) { t.strokes = append(t.strokes, stroke) }

func (t *tape) SetFont(family, style string, size float64) {
	t.add(func(p *gofpdf.Fpdf) { p.SetFont(family, style, size) })
}
func (t *tape) SetTextColor(r, g, b int) { t.add(func(p *gofpdf.Fpdf) { p.SetTextColor(r, g, b) }) }
func (t *tape) SetFillColor(r, g, b int) { t.add(func(p *gofpdf.Fpdf) { p.SetFillColor(r, g, b) }) }
func (t *tape) SetDrawColor(r, g, b int) { t.add(func(p *gofpdf.Fpdf) { p.SetDrawColor(r, g, b) }) }
func (t *tape) SetLineWidth(w float64)   { t.add(func(p *gofpdf.Fpdf) { p.SetLineWidth(w) }) }
func (t *tape) SetDashPattern(dash []float64, phase float64) {
	t.add(func(p *gofpdf.Fpdf) { p.SetDashPattern(dash, phase) })
}
func (t *tape) SetAlpha(a float64, blend string) {
	t.add(func(p *gofpdf.Fpdf) { p.SetAlpha(a, blend) })
}
func (t *tape) Text(x, y float64, s string) { t.add(func(p *gofpdf.Fpdf) { p.Text(x, y, s) }) }
func (t *tape) Line(x1, y1, x2, y2 float64) { t.add(func(p *gofpdf.Fpdf) { p.Line(x1, y1, x2, y2) }) }
func (t *tape) Rect(x, y, w, h float64, style string) {
	t.add(func(p *gofpdf.Fpdf) { p.Rect(x, y, w, h, style) })
}
func (t *tape) TransformBegin() { t.add(func(p *gofpdf.Fpdf) { p.TransformBegin() }) }
func (t *tape) TransformRotate(angle, x, y float64) {
	t.add(func(p *gofpdf.Fpdf) { p.TransformRotate(angle, x, y) })
}
func (t *tape) TransformEnd() { t.add(func(p *gofpdf.Fpdf) { p.TransformEnd() }) }
func (t *tape) Bookmark(text string, level int, y float64) {
	t.add(func(p *gofpdf.Fpdf) { p.Bookmark(text, level, y) })
}

// plain plays a tape as any program would that gives gofpdf the typeface and draws.
func (t *tape) plain(d *report.Document) error {
	pdf := open(d)
	pdf.SetCompression(true)
	addWide(pdf)
	for _, stroke := range t.strokes {
		stroke(pdf)
	}
	return pdf.Output(io.Discard)
}

// wideRender is Render as it is for a document that narrow faces cannot set.
func wideRender(d *report.Document) error {
	pages, err := layOut(d)
	if err != nil {
		return err
	}
	pdf := drawnWide(d, pages)
	pdf.SetCompression(true)
	return pdf.Output(io.Discard)
}

// BenchmarkRatioUnit draws a unit's report of the example in turn by Render, by the
// way with wide faces, and by gofpdf alone with the layout as a gift, and tells how
// many times longer the others take. once is what a process spends a single time.
func BenchmarkRatioUnit(b *testing.B) {
	in := exampleInput(b)
	d := in.Unit(in.Map.Units[0], report.UnitRows)
	pages, err := layOut(d)
	if err != nil {
		b.Fatal(err)
	}
	var drawing tape
	draw(&drawing, d, pages, func(landscape bool) {
		drawing.add(func(p *gofpdf.Fpdf) { beginner(p, d.Paper)(landscape) })
	})
	started := time.Now()
	narrowRegular()
	narrowBold()
	once := time.Since(started)
	ways := []func() error{
		func() error { return Render(io.Discard, d) },
		func() error { return wideRender(d) },
		func() error { return drawing.plain(d) },
	}
	var runs [3][]time.Duration
	for b.Loop() {
		for i, way := range ways {
			started := time.Now()
			if err := way(); err != nil {
				b.Fatal(err)
			}
			runs[i] = append(runs[i], time.Since(started))
		}
	}
	ours := median(runs[0])
	b.ReportMetric(ours*1000, "ms/doc")
	b.ReportMetric(median(runs[1])/ours, "x-wide")
	b.ReportMetric(median(runs[2])/ours, "x-gofpdf")
	b.ReportMetric(once.Seconds()*1000, "ms-once")
}

// median is in seconds; other work on the machine does not move it much.
func median(runs []time.Duration) float64 {
	slices.Sort(runs)
	return runs[len(runs)/2].Seconds()
}
