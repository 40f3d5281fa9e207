package xlsx

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"math"
	"strconv"
	"strings"
	"text/template"

	"github.com/xuri/excelize/v2"

	"spotcheck/report"
)

// chart is a bar chart over cells of its own sheet.
type chart struct {
	at             area // what it covers
	title          string
	labels, values area
	points         []dot
	max            float64
	format         string
	bare           bool       // bars alone, without names, numbers and lines
	plot           [4]float64 // x, y, width, height of the bars, as parts of the whole
}

const emptyColumn, emptyRow = 64, 18

// dot is one bar of a chart.
type dot struct {
	label string
	value float64
	tone  report.Tone
}

func newChart(title string, most float64) chart {
	return chart{title: title, max: most, format: "0"}
}

// arrange leaves room for the names at the left, for the numbers at the ends of
// the bars, and for the axis below the height of the rows beside the chart.
func (c *chart) arrange(width, body float64) {
	longest := 0.0
	for _, p := range c.points {
		longest = max(longest, textPixels(p.label, chartFont, false))
	}
	left := min((longest+labelPadding)/width, 0.42)
	const right = 0.09
	c.plot = [4]float64{left, 0, 1 - left - right, body / (body + axisRow)}
}

// top is the end of the axis: the maximum, or the largest value when none is set.
func (c *chart) top() float64 {
	most := c.max
	if most <= 0 {
		for _, p := range c.points {
			most = max(most, p.value)
		}
	}
	if most <= 0 {
		return 1
	}
	return most
}

// whole reports a chart of whole numbers, such as counts.
func (c *chart) whole() bool {
	for _, p := range c.points {
		if p.value != math.Trunc(p.value) {
			return false
		}
	}
	return c.top() == math.Trunc(c.top())
}

// step is a round distance between the lines of an axis, for four to eight of them;
// whole numbers up to ten have a line each.
func step(top float64, whole bool) float64 {
	if whole && top <= 10 {
		return 1
	}
	size := math.Pow(10, math.Floor(math.Log10(top)))
	for _, part := range []float64{0.2, 0.5, 1} {
		if top/(size*part) <= 8 {
			return size * part
		}
	}
	return 2 * size
}

// addChart puts a chart on its sheet. The library makes the anchor and the parts;
// the drawing itself is written here, for the library's bars cannot have a colour
// each, nor its axis stand below bars that run from the top. The sheet being empty,
// it reckons with columns of 64 and rows of 18 pixels; multiples of these make the
// anchor end where the cells end, whatever their size becomes.
func addChart(f *excelize.File, s *sheet, c chart, number int) error {
	at := a1(point{c.at.cols.from, c.at.rows.from})
	err := f.AddChart(s.name, at, &excelize.Chart{
		Type:      excelize.Bar,
		Series:    []excelize.ChartSeries{{Categories: s.fixedRef(c.labels), Values: s.fixedRef(c.values)}},
		Format:    excelize.GraphicOptions{AltText: plain(c.title)},
		Dimension: excelize.ChartDimension{Width: uint(emptyColumn * c.at.cols.columns()), Height: uint(emptyRow * (c.at.rows.to - c.at.rows.from))},
	})
	if err != nil {
		return err
	}
	var out bytes.Buffer
	if err := chartXML.Execute(&out, c.view(s)); err != nil {
		return err
	}
	f.Pkg.Store(fmt.Sprintf("xl/charts/chart%d.xml", number), out.Bytes())
	return nil
}

func (s *sheet) fixedRef(a area) string { return quoted(s.name) + "!" + a.fixed() }

// chartView is what the template of a chart asks for.
type chartView struct {
	Labels, Values, Format, Ink, Rule, Solid, Max, Step string
	Bare                                                bool
	Gap                                                 int
	X, Y, W, H                                          string
	Points                                              []pointView
}

type pointView struct {
	Index               int
	Label, Value, Solid string
}

func (c *chart) view(s *sheet) chartView {
	v := chartView{
		Labels: escape(s.fixedRef(c.labels)), Values: escape(s.fixedRef(c.values)),
		Format: c.format, Ink: ink, Rule: "DDE3EA", Solid: report.PaintOf(report.None).Solid,
		Max: decimal(c.top()), Step: decimal(step(c.top(), c.whole())), Bare: c.bare, Gap: 45,
		X: decimal(c.plot[0]), Y: decimal(c.plot[1]), W: decimal(c.plot[2]), H: decimal(c.plot[3]),
	}
	for i, p := range c.points {
		v.Points = append(v.Points, pointView{i, escape(p.label), decimal(p.value), report.PaintOf(p.tone).Solid})
	}
	return v
}

func decimal(v float64) string { return strconv.FormatFloat(v, 'f', -1, 64) }

func escape(text string) string {
	var b strings.Builder
	_ = xml.EscapeText(&b, []byte(text)) // a Builder does not fail
	return b.String()
}

var chartXML = template.Must(template.New("chart").Parse(chartTemplate))
