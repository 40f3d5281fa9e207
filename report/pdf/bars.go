package pdf

import (
	"math"

	"spotcheck/report"
)

// chart is a horizontal bar chart, measured: columns for label, bar and text.
type chart struct {
	end               float64 // the value at the right end
	thick, pad        float64 // of a bar, and of the room above and below it
	label, area, text float64 // widths of the columns
	limits            []report.Limit
	ticks             []float64
}

const chartGap = 3.0 // between the columns of a chart

var chartStyle = style{size: 8.5, color: ink}

// bars is a chart with an axis, and limits named above it.
func (f frame) bars(b report.Bars) []band {
	ch := f.measureChart(b.Items, b.Max)
	ch.thick, ch.limits, ch.ticks = 3.4, brief(reachable(b.Limits, ch.end)), niceTicks(ch.end, isWhole(b.Items, ch.end))
	bands := f.caption(b.Title)
	var head *band
	if len(ch.limits) > 0 {
		named := ch.limitNames()
		head = &named
		bands = append(bands, named)
	}
	for _, item := range b.Items {
		row := ch.row(item)
		row.head = head
		bands = append(bands, row)
	}
	if len(b.Items) > 0 {
		bands[len(bands)-1].keep = true
		bands = append(bands, ch.axis(b.Axis))
	}
	return spaced(gapBlock, f.together(0.55, bands))
}

// strip is a compact chart of the variables of one unit, from 0 to 100.
func (f frame) strip(s report.Strip) []band {
	items := make([]report.Bar, len(s.Items))
	for i, item := range s.Items {
		items[i] = report.Bar(item)
	}
	ch := f.measureChart(items, 100)
	ch.thick, ch.pad, ch.ticks = 2.6, 0.15, []float64{0, 50, 100}
	bands := f.caption(s.Title)
	for _, item := range items {
		bands = append(bands, ch.row(item))
	}
	return spaced(gapBlock, f.together(0.55, bands))
}

// measureChart gives labels and texts the room they need, and the bars the rest,
// which is at least a third.
func (f frame) measureChart(items []report.Bar, end float64) chart {
	const least = 3.5
	labels, texts := make([]string, len(items)), make([]string, len(items))
	longest := 0.0
	for i, item := range items {
		labels[i], texts[i] = item.Label, item.Text
		if !math.IsInf(item.Value, 0) {
			longest = math.Max(longest, item.Value)
		}
	}
	if !(end > 0) || math.IsInf(end, 0) { // a chart that names no end has its longest bar
		end = longest
	}
	if !(end > 0) {
		end = 1
	}
	ch := chart{end: end, pad: 1}
	ch.label = min(max(chartStyle.natural(labels...), least)+0.5, 0.4*f.width)
	ch.text = min(max(chartStyle.natural(texts...), least)+0.5, 0.28*f.width)
	ch.area = f.width - ch.label - ch.text - 2*chartGap
	return ch
}

// at is where a value stands, from the left of the chart.
func (ch chart) at(value float64) float64 {
	share := value / ch.end
	if !(share > 0) {
		share = 0
	}
	return ch.label + chartGap + min(share, 1)*ch.area
}

// row is one bar with its label and its text.
func (ch chart) row(item report.Bar) band {
	const most = 4
	labels := chartStyle.wrapAtMost(item.Label, ch.label, most)
	texts := chartStyle.wrapAtMost(item.Text, ch.text, most)
	lines := float64(max(len(labels), len(texts)))
	height := max(lines*chartStyle.leading(), ch.thick) + 2*ch.pad
	tone := paintOf(item.Tone)
	return band{height: height, paint: func(c *canvas, x, y float64) {
		start := x + ch.at(0)
		ch.grid(c, x, y, height)
		top := y + (height-ch.thick)/2
		c.fill(start, top, ch.area, ch.thick, faint)
		c.fill(start, top, x+ch.at(item.Value)-start, ch.thick, tone.solid)
		ch.limitLines(c, x, y, height)
		c.text(x, middle(y, height, labels), ch.label, labels, chartStyle, left)
		c.text(start+ch.area+chartGap, middle(y, height, texts), ch.text, texts, chartStyle, left)
	}}
}

// middle is where lines begin to stand in the middle of a band.
func middle(y, height float64, lines []string) float64 {
	return y + (height-float64(len(lines))*chartStyle.leading())/2
}

func (ch chart) grid(c *canvas, x, y, height float64) {
	for _, tick := range ch.ticks {
		c.stroke(x+ch.at(tick), y, x+ch.at(tick), y+height, 0.15, rule)
	}
}

func (ch chart) limitLines(c *canvas, x, y, height float64) {
	for _, limit := range ch.limits {
		c.dashed(x+ch.at(limit.Value), y, x+ch.at(limit.Value), y+height, 0.3, ink)
	}
}
