package pdf

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"spotcheck/report"
)

// axis is the scale below a chart and what it measures.
func (ch chart) axis(title string) band {
	const tickRoom = 4.0
	st := tinyStyle
	var titles []string
	if title != "" {
		titles = st.wrapAtMost(title, ch.area, 3)
	}
	height := tickRoom + float64(len(titles))*st.leading()
	return band{height: height, paint: func(c *canvas, x, y float64) {
		c.stroke(x+ch.at(0), y, x+ch.at(ch.end), y, 0.3, rule)
		free := 0.0
		for _, tick := range ch.ticks {
			label := decimalComma(tick)
			at, half := x+ch.at(tick), st.width(label)/2
			c.stroke(at, y, at, y+0.8, 0.3, rule)
			if at-half >= free {
				c.line(at-half, y+0.7, 2*half, label, st, left)
				free = at + half + 1.5
			}
		}
		c.text(x+ch.at(0), y+tickRoom, ch.area, titles, st, center)
	}}
}

// niceTicks are about five round values from 0 up to the end. A chart of whole
// numbers has only whole ones, and all of them up to ten.
func niceTicks(end float64, whole bool) []float64 {
	power := math.Pow(10, math.Floor(math.Log10(end/5)))
	step := 10 * power
	for _, nice := range []float64{1, 2, 2.5, 5} {
		if end/(nice*power) <= 5.001 && !(whole && nice*power != math.Trunc(nice*power)) {
			step = nice * power
			break
		}
	}
	if whole && end <= 10 {
		step = 1
	}
	var ticks []float64
	for i := range 11 {
		if tick := float64(i) * step; tick <= end*1.0001 {
			ticks = append(ticks, tick)
		}
	}
	return ticks
}

// isWhole reports a chart of whole numbers, such as counts.
func isWhole(items []report.Bar, end float64) bool {
	for _, item := range items {
		if item.Value != math.Trunc(item.Value) {
			return false
		}
	}
	return end == math.Trunc(end)
}

// decimalComma writes a tick the Indonesian way.
func decimalComma(value float64) string {
	return strings.Replace(strconv.FormatFloat(value, 'g', 10, 64), ".", ",", 1)
}

// reachable are the limits inside the chart, from left to right.
func reachable(limits []report.Limit, end float64) []report.Limit {
	var inside []report.Limit
	for _, limit := range limits {
		if limit.Value >= 0 && limit.Value <= end {
			inside = append(inside, limit)
		}
	}
	slices.SortStableFunc(inside, func(a, b report.Limit) int {
		switch {
		case a.Value < b.Value:
			return -1
		case a.Value > b.Value:
			return 1
		}
		return 0
	})
	return inside
}

// brief keeps only the first word of every name where there are so many that whole
// names would stand above each other like stairs.
func brief(limits []report.Limit) []report.Limit {
	const most = 5
	if len(limits) <= most {
		return limits
	}
	short := slices.Clone(limits)
	for i := range short {
		short[i].Label, _, _ = strings.Cut(strings.TrimSpace(short[i].Label), " ")
	}
	return short
}

// flag is the name of a limit, to the right of its line.
type flag struct {
	at, x float64 // of the line and of the text, from the left of the chart
	row   int     // 0 is next to the bars
	lines []string
}

// limitNames is the band above the bars. Flags that would touch stand above each
// other, the left one higher: then no line runs through a name.
func (ch chart) limitNames() band {
	st := tinyStyle.in(ink)
	flags, rowHeights := ch.placeFlags(st)
	total := 0.0
	for _, h := range rowHeights {
		total += h
	}
	return band{keep: true, height: total + 0.6, paint: func(c *canvas, x, y float64) {
		bottom := y + total + 0.6
		for _, fl := range flags {
			top := y
			for _, h := range rowHeights[fl.row+1:] {
				top += h
			}
			c.text(x+fl.x, top, ch.area, fl.lines, st, left)
			c.dashed(x+fl.at, top+0.4, x+fl.at, bottom, 0.3, ink)
		}
	}}
}

func (ch chart) placeFlags(st style) (flags []flag, rowHeights []float64) {
	width := ch.label + ch.area + ch.text + 2*chartGap
	var rowStarts []float64 // where the leftmost flag of each row begins
	for _, limit := range slices.Backward(ch.limits) {
		fl := flag{at: ch.at(limit.Value), lines: st.wrapAtMost(limit.Label, ch.area*0.6, 3)}
		long := 0.0
		for _, line := range fl.lines {
			long = max(long, st.width(line))
		}
		fl.x = min(fl.at+0.8, width-long)
		// the lines of the rows above run down through a row, so it must end before all of them
		for fl.row < len(rowStarts) && fl.x+long+1.5 > slices.Min(rowStarts[fl.row:]) {
			fl.row++
		}
		if fl.row == len(rowStarts) {
			rowStarts, rowHeights = append(rowStarts, 0), append(rowHeights, 0)
		}
		rowStarts[fl.row] = fl.x
		rowHeights[fl.row] = max(rowHeights[fl.row], float64(len(fl.lines))*st.leading())
		flags = append(flags, fl)
	}
	return flags, rowHeights
}
