package xlsx

import "slices"

// grid is the columns of a sheet, by width.
type grid struct {
	widths []float64
	even   bool // narrow columns of one width, all blocks merge across them
}

// span is a run of columns, from the first to before the last.
type span struct{ from, to int }

func (s span) columns() int { return s.to - s.from }

// evenUnit is about the width of a column of an even grid.
const evenUnit = 3.0

// evenGrid fills a page of the given width.
func evenGrid(page float64) grid {
	n := int(page / evenUnit)
	return grid{widths: slices.Repeat([]float64{page / float64(n)}, n), even: true}
}

func (g grid) width(s span) float64 {
	sum := 0.0
	for _, w := range g.widths[s.from:s.to] {
		sum += w
	}
	return sum
}

func (g grid) all() span { return span{0, len(g.widths)} }

// upTo is the longest run from the first column that is no wider than limit, and
// at least one column.
func (g grid) upTo(limit float64) span {
	n, sum := 0, 0.0
	for n < len(g.widths) && (n == 0 || sum+g.widths[n] <= limit+0.01) {
		sum += g.widths[n]
		n++
	}
	return span{0, n}
}

// backTo is the column from which the last columns of at are as wide as asked.
func (g grid) backTo(at span, width float64) int {
	col := at.to
	for sum := 0.0; col > at.from && sum < width; {
		col--
		sum += g.widths[col]
	}
	return col
}

// cut splits within after the first columns that are together as wide as asked;
// both parts get at least one column. Where that would take most of within, the
// first part is the widest that does not.
func (g grid) cut(within span, width float64) (span, span) {
	const most = 0.7
	limit := most * g.width(within)
	col := within.from + 1
	for col < within.to-1 && g.width(span{within.from, col}) < width-0.5 && g.width(span{within.from, col + 1}) <= limit {
		col++
	}
	return span{within.from, col}, span{col, within.to}
}

// single gives each of the first n columns a span of its own.
func single(n int) []span {
	out := make([]span, n)
	for i := range out {
		out[i] = span{i, i + 1}
	}
	return out
}

// spread fits len(targets) neighbouring spans into within so that their widths
// come near the targets; a span too narrow is worse than one too wide. With fill
// the targets are scaled so that the spans use all of within. It needs at least as many
// columns as targets.
func (g grid) spread(within span, targets []float64, fill bool) []span {
	n, k := within.columns(), len(targets)
	if fill {
		targets = scaled(targets, g.width(within))
	}
	starts := g.starts(within)
	const never = 1e18
	cost := make([][]float64, k+1) // cost[i][j]: i spans over the first j columns
	from := make([][]int, k+1)
	for i := range cost {
		cost[i] = slices.Repeat([]float64{never}, n+1)
		from[i] = make([]int, n+1)
	}
	cost[0][0] = 0
	for i := 1; i <= k; i++ {
		for j := i; j <= n; j++ {
			for p := i - 1; p < j; p++ {
				c := cost[i-1][p] + misfit(starts[j]-starts[p], targets[i-1])
				if c < cost[i][j] {
					cost[i][j], from[i][j] = c, p
				}
			}
		}
	}
	end := n
	for j := k; j <= n && !fill; j++ {
		if cost[k][j] < cost[k][end] {
			end = j
		}
	}
	out := make([]span, k)
	for i := k; i > 0; i-- {
		out[i-1] = span{within.from + from[i][end], within.from + end}
		end = from[i][end]
	}
	return out
}

// starts is where each column of within begins, and where the last one ends.
func (g grid) starts(within span) []float64 {
	out := make([]float64, within.columns()+1)
	for i := range within.columns() {
		out[i+1] = out[i] + g.widths[within.from+i]
	}
	return out
}

func misfit(width, target float64) float64 {
	d := width - target
	if d < 0 {
		return 4 * d * d
	}
	return d * d
}

func scaled(targets []float64, total float64) []float64 {
	sum := 0.0
	for _, t := range targets {
		sum += t
	}
	out := make([]float64, len(targets))
	for i, t := range targets {
		out[i] = t * total / sum
	}
	return out
}

// equal splits within into k spans of about the same width. On an even grid a
// column stays free between them.
func (g grid) equal(within span, k int) []span {
	if !g.even {
		return g.spread(within, slices.Repeat([]float64{1}, k), true)
	}
	n := within.columns()
	out := make([]span, k)
	for i := range out {
		from, to := (n+1)*i/k, (n+1)*(i+1)/k
		out[i] = span{within.from + from, within.from + to - 1}
	}
	return out
}
