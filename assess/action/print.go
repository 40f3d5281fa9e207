package action

import (
	"math"

	"github.com/xuri/excelize/v2"

	"spotcheck/assess/sheet"
)

// Excel's numbers of paper sizes; the F4 of offices is its folio.
const (
	paperA4    = 9
	paperFolio = 14
)

// The width of the papers on their side, in points, and the margin at each side in
// inches.
const (
	wideA4    = 842
	wideFolio = 936
	margin    = 0.3
	inch      = 72
)

// printing sets the page. Most sheets are as wide as one page. The plan is as wide as
// two: the findings, and what is done about them, each with the keys of its rows; on
// one page it could not be read.
func (p *pen) printing(g *grid) {
	fit := g.split == 0
	p.do(p.SetSheetProps(g.name, &excelize.SheetPropsOptions{FitToPage: &fit}))
	paper, wide, high, across := paperA4, 1, 0, "landscape"
	if p.plan.Folio {
		paper = paperFolio
	}
	page := &excelize.PageLayoutOptions{Size: &paper, Orientation: &across}
	if fit {
		page.FitToWidth, page.FitToHeight = &wide, &high
	} else {
		scale, order := g.scale(p.plan.Folio), "overThenDown"
		page.AdjustTo = &scale
		page.PageOrder = &order
		p.do(p.InsertPageBreak(g.name, sheet.Ref(1, g.split)))
	}
	p.do(p.SetPageLayout(g.name, page))
	side, top, bottom, foot, centred := margin, 0.4, 0.55, 0.25, fit
	p.do(p.SetPageMargins(g.name, &excelize.PageLayoutMarginsOptions{
		Left: &side, Right: &side, Top: &top, Bottom: &bottom, Header: &foot, Footer: &foot, Horizontally: &centred,
	}))
	p.do(p.SetHeaderFooter(g.name, &excelize.HeaderFooterOptions{OddFooter: p.footer()}))
}

// scale is how many per cent of its size a sheet of two parts is printed at. Office
// programs differ a little in how wide a column is, hence the slack.
func (g *grid) scale(folio bool) uint {
	const slack, least, most = 0.92, 45, 100
	keys, first, second := 0.0, 0.0, 0.0
	for i, w := range g.widths {
		if i < g.keys {
			keys += w
		}
		if i < g.split-1 {
			first += w
		} else {
			second += w
		}
	}
	room := float64(wideA4)
	if folio {
		room = wideFolio
	}
	room -= 2 * margin * inch
	scale := math.Floor(100 * slack * room / (max(first, keys+second) * unitPoints))
	return uint(min(max(scale, least), most))
}
