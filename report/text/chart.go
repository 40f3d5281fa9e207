package text

import (
	"math"
	"strings"

	"spotcheck/report"
)

// barMost is the length of the longest bar.
const barMost = 40

// bars is a bar chart of number signs; limits stand in the bars as strokes.
func (p *printer) bars(b report.Bars) {
	p.caption(b.Title)
	end := b.Max
	if !(end > 0) || math.IsInf(end, 0) { // a chart that names no end has its longest bar
		end = longestBar(b.Items)
	}
	var names []string
	var marks []float64
	for _, limit := range b.Limits {
		if limit.Value >= 0 && limit.Value <= end {
			marks = append(marks, limit.Value/end)
			names = append(names, "| "+flat(limit.Label))
		}
	}
	p.chart(b.Items, end, marks)
	if len(names) > 0 {
		p.wrapped("", strings.Join(names, ", "))
	}
	if axis := flat(b.Axis); axis != "" {
		p.wrapped("", "("+axis+")")
	}
}

// strip is a bar chart from 0 to 100.
func (p *printer) strip(s report.Strip) {
	p.caption(s.Title)
	items := make([]report.Bar, len(s.Items))
	for i, item := range s.Items {
		items[i] = report.Bar(item)
	}
	p.chart(items, 100, nil)
}

func longestBar(items []report.Bar) float64 {
	end := 0.0
	for _, item := range items {
		if item.Value > end && !math.IsInf(item.Value, 0) {
			end = item.Value
		}
	}
	if end == 0 {
		return 1
	}
	return end
}

// chart writes a line for each bar: label, bar, text.
func (p *printer) chart(items []report.Bar, end float64, marks []float64) {
	columns := make([]column, 3)
	for _, item := range items {
		columns[0].width = max(columns[0].width, longest(clean(item.Label)))
		columns[2].width = max(columns[2].width, longest(clean(item.Text)))
	}
	columns[1].width = barMost
	if p.width > 0 {
		room := p.width - 2*between
		columns[0].width = min(columns[0].width, room/3)
		columns[2].width = min(columns[2].width, room/3)
		columns[1].width = min(barMost, room-columns[0].width-columns[2].width)
	}
	for _, item := range items {
		bar := drawBar(item.Value/end, columns[1].width, marks)
		p.row(columns, []string{clean(item.Label), bar, clean(item.Text)})
	}
}

// drawBar is a bar of some length with marks where limits are; shares are from 0
// to 1.
func drawBar(share float64, length int, marks []float64) string {
	if !(share > 0) {
		share = 0
	}
	full := int(math.Round(min(share, 1) * float64(length)))
	bar := []byte(strings.Repeat("#", full) + strings.Repeat(".", length-full))
	for _, mark := range marks {
		bar[min(int(mark*float64(length)), length-1)] = '|'
	}
	return string(bar)
}

// caption is a title above a block.
func (p *printer) caption(text string) {
	if text = clean(text); text != "" {
		p.wrapped("", text)
	}
}
