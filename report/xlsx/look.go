package xlsx

import "spotcheck/report"

// look is everything about a cell but its content. It is comparable: equal looks
// share one style of the workbook.
type look struct {
	size                      float64
	bold, italic, under, wrap bool
	color, fill               string // "RRGGBB"; fill "" is no fill
	h, v                      string // Excel's names; "" is Excel's default
	indent, turn              int
	format                    string // of numbers; "" is General
	edges                     edges
}

// edge is one border of a cell: Excel's line number and "RRGGBB"; 0 is no line.
type edge struct {
	line  int
	color string
}

type edges struct{ left, right, top, bottom edge }

// Excel's line numbers.
const (
	thin   = 1
	medium = 2
	thick  = 5
	double = 6
)

// The colours that are not a Tone: text, small print, rules between cells, quiet
// backgrounds, and what the reader may change.
const (
	ink       = "1F2933"
	muted     = "5B6875"
	rule      = "C5CED8"
	white     = "FFFFFF"
	totalBg   = "E9EDF2"
	bandBg    = "EEF3F9"
	boxBg     = "F4F6F8"
	noticeBg  = "FFF6DB"
	inputBg   = "FFFBE0"
	inputInk  = "0B3FB5"
	inputRule = "D1B54A"
)

const (
	bodySize  = 10.0
	tableSize = 10.0
	smallSize = 9.0
)

func accent() report.Paint { return report.PaintOf(report.Accent) }

// prose is wrapped running text.
func prose() look { return look{size: bodySize, color: ink, wrap: true, v: "top", h: "left"} }

func (l look) sized(size float64) look    { l.size = size; return l }
func (l look) strong() look               { l.bold = true; return l }
func (l look) inked(color string) look    { l.color = color; return l }
func (l look) filled(fill string) look    { l.fill = fill; return l }
func (l look) placed(h, v string) look    { l.h, l.v = h, v; return l }
func (l look) unwrapped() look            { l.wrap = false; return l }
func (l look) shifted(indent int) look    { l.indent = indent; return l }
func (l look) turned(degrees int) look    { l.turn = degrees; return l }
func (l look) formatted(code string) look { l.format = code; return l }

// boxed draws thin lines around the cell.
func (l look) boxed(color string) look {
	e := edge{thin, color}
	l.edges = edges{e, e, e, e}
	return l
}

// barred draws a thick line at the left, the mark of boxes and cards.
func (l look) barred(color string) look {
	l.edges.left = edge{thick, color}
	return l
}

// underlined draws a line below the cell.
func (l look) underlined(line int, color string) look {
	l.edges.bottom = edge{line, color}
	return l
}

// toned paints the cell in the pale fill and the text colour of a tone; None
// leaves the look as it is.
func (l look) toned(t report.Tone) look {
	if t == report.None {
		return l
	}
	p := report.PaintOf(t)
	l.fill, l.color = p.Pale, p.Text
	return l
}

// align is Excel's word for an alignment.
func align(a report.Align) string {
	if a == report.Left {
		return "left"
	}
	return string(a)
}
