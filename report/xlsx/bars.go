package xlsx

import (
	"math"
	"strings"

	"spotcheck/report"
)

const (
	barRow       = 21.0 // height of the row of one bar
	axisRow      = 24.0 // of the row beside the numbers of the axis
	leastChart   = 36.0 // width below which a chart goes under its table
	chartFont    = 8.5
	labelPadding = 26.0 // pixels between the names and the bars
)

// bars is a small table with a chart at its right, each bar on the line of its row;
// where the grid is too narrow, the chart stands below.
func (s *sheet) bars(b report.Bars) {
	s.caption(b.Title)
	if text := joinParts(b.Axis, limits(b)); text != "" {
		s.prose(s.text, prose().sized(smallSize).inked(muted), text)
	}
	c := newChart(b.Title, b.Max)
	for _, item := range b.Items {
		c.points = append(c.points, dot{plain(item.Label), item.Value, item.Tone})
	}
	c.format = format(barNumber(b, 0))
	spans, beside := s.barSpans(b)
	at := rows{s.next(), 0}
	s.barRows(b, spans)
	at.to = s.next()
	c.labels, c.values = area{span{spans[0].from, spans[0].from + 1}, at}, area{span{spans[1].from, spans[1].from + 1}, at}
	body := s.heightTo(at.to) - s.heightTo(at.from)
	if beside {
		c.at.cols = spans[3]
	} else {
		c.at.cols = s.broad()
		at.from = s.next() + 1
		s.gap(4)
		for range b.Items {
			s.gap(barRow)
		}
		body = float64(len(b.Items)) * barRow
	}
	s.gap(axisRow)
	c.at.rows = rows{at.from, s.next()}
	c.arrange(s.grid.width(c.at.cols)*unitPixels, body)
	s.charts = append(s.charts, c)
}

// barSpans are the label, the number, its meaning and, when there is room, the
// chart.
func (s *sheet) barSpans(b report.Bars) ([]span, bool) {
	const columns = 4
	s.grow(columns, 2*leastChart/columns)
	within := s.broad()
	if within.columns() < columns {
		within = s.grid.all()
	}
	total := s.grid.width(within)
	label, text := 14.0, 8.0
	for i, item := range b.Items {
		label = max(label, units(textPixels(item.Label, tableSize, false))+1)
		text = max(text, units(textPixels(meaning(b, i), tableSize, true))+1.5)
	}
	label, text = min(label, 0.3*total), min(text, 26)
	const number = 8.5
	out := make([]span, columns)
	out[0], out[3] = s.grid.cut(within, label)
	out[1], out[3] = s.grid.cut(out[3], number)
	out[2], out[3] = s.grid.cut(out[3], text)
	if s.grid.width(out[3]) >= leastChart {
		return out, true
	}
	out[2].to = s.reach(out[2].from, text)
	return out, false
}

// barRows are equally high, so that the bars stay beside their rows.
func (s *sheet) barRows(b report.Bars, spans []span) {
	cellLook := look{size: tableSize, color: ink, wrap: true, v: "center"}.underlined(thin, rule)
	lines := make([][]piece, len(b.Items))
	height := barRow
	for i, item := range b.Items {
		n := barNumber(b, i)
		lines[i] = []piece{
			{at: spans[0], look: cellLook.placed("left", "center"), text: item.Label},
			s.cellPiece(report.Cell{Number: &n}, cellLook.placed("right", "center").strong(), spans[1]),
			{at: spans[2], look: cellLook.placed("left", "center").strong().toned(item.Tone).shifted(1), text: meaning(b, i)},
		}
		for _, p := range lines[i] {
			height = max(height, s.needs(p))
		}
	}
	for _, line := range lines {
		s.add(height, line...)
	}
}

// barNumber is the value of a bar; whole numbers are shown as such when all are.
func barNumber(b report.Bars, i int) report.Number {
	n := report.Number{Value: b.Items[i].Value}
	for _, item := range b.Items {
		if item.Value != math.Trunc(item.Value) {
			n.Decimals = 2
		}
	}
	return n
}

// meaning is the text of a bar without the number that has a column of its own.
func meaning(b report.Bars, i int) string {
	text := plain(b.Items[i].Text)
	for _, d := range []int{2, 0} {
		n := report.Number{Value: b.Items[i].Value, Decimals: d}
		if rest, ok := strings.CutPrefix(text, shown(n)); ok && (rest == "" || rest[0] == ' ') {
			return strings.TrimSpace(rest)
		}
	}
	return text
}

// limits names the thresholds, which the chart itself does not draw.
func limits(b report.Bars) string {
	var parts []string
	for _, l := range b.Limits {
		value := strings.TrimSuffix(shown(report.Number{Value: l.Value, Decimals: 2}), ",00")
		switch {
		case l.Label == "":
			parts = append(parts, value)
		case strings.Contains(l.Label, value):
			parts = append(parts, l.Label)
		default:
			parts = append(parts, l.Label+" "+value)
		}
	}
	if len(parts) == 0 {
		return ""
	}
	return "Batas: " + strings.Join(parts, "; ")
}

// strip is a bar for each variable between its name and its text. The values lie
// in the cells under the chart, with a format that does not show them.
func (s *sheet) strip(b report.Strip) {
	const columns = 3
	s.caption(b.Title)
	s.grow(columns, 24)
	within := s.broad()
	if within.columns() < columns {
		within = s.grid.all()
	}
	label, text := 14.0, 10.0
	for _, item := range b.Items {
		label = max(label, units(textPixels(item.Label, tableSize, false))+1)
		text = max(text, units(textPixels(item.Text, tableSize, true))+evenUnit)
	}
	total := s.grid.width(within)
	label, text = min(label, 0.4*total), min(text, 0.3*total)
	first, rest := s.grid.cut(within, label)
	spans := append([]span{first}, s.grid.spread(rest, []float64{max(s.grid.width(rest)-text, 10), text}, true)...)
	c := newChart(b.Title, 100)
	c.bare = true
	at := rows{s.next(), s.next() + len(b.Items)}
	c.at = area{spans[1], at}
	c.labels, c.values = area{span{spans[0].from, spans[0].from + 1}, at}, area{span{spans[1].from, spans[1].from + 1}, at}
	c.plot = [4]float64{0, 0, 1, 1}
	for _, item := range b.Items {
		c.points = append(c.points, dot{plain(item.Label), item.Value, item.Tone})
	}
	s.stripRows(b, spans)
	s.charts = append(s.charts, c)
}

func (s *sheet) stripRows(b report.Strip, spans []span) {
	const unseen = ";;;"
	base := look{size: tableSize, color: ink, wrap: true, v: "center"}.underlined(thin, rule)
	lines := make([][]piece, len(b.Items))
	height := barRow
	for i, item := range b.Items {
		lines[i] = []piece{
			{at: spans[0], look: base.placed("left", "center"), text: item.Label},
			{at: spans[1], look: base.formatted(unseen), number: &report.Number{Value: item.Value}},
			{at: spans[2], look: base.placed("left", "center").strong().toned(item.Tone).shifted(1), text: item.Text},
		}
		for _, p := range lines[i] {
			height = max(height, s.needs(p))
		}
	}
	for _, line := range lines {
		s.add(height, line...)
	}
}
