package form

import (
	"strings"

	"spotcheck/assess/sheet"
	"spotcheck/indicators"
)

// The rows above the questions of an area.
const (
	rowGroup = 3 // who fills which columns
	rowHeads = 4
	rowFirst = 5
)

// areaSheet makes the sheet of one page.
type areaSheet struct {
	page
	grid        grid
	col         [columnCount]int // position of each column, 0: absent
	columns     []column
	first, last int               // rows of questions
	described   map[string]string // slot code -> cell in Identitas that names it
	cells       map[kindOfAnswer][]int
	order       []kindOfAnswer
	values      map[*indicators.Scale][]string // of its levels, as people read them
}

// newAreaSheet lays out the page; described tells where Identitas names slots.
func newAreaSheet(s Spec, p page, described map[string]string) *areaSheet {
	b := &areaSheet{page: p, columns: p.columns(), described: described, cells: map[kindOfAnswer][]int{}, values: map[*indicators.Scale][]string{}}
	b.grid = grid{name: p.sheet, tab: fillHead, frozen: [2]int{rowHeads, 1}, repeat: [2]int{rowGroup, rowHeads}}
	for i, c := range b.columns {
		b.col[c.id] = i + 1
		width := c.plain
		if p.prefix != "" {
			width = c.slots
			b.grid.frozen[1] = 2
		}
		if c.id == colCode {
			width = max(width, codeWidth(s.Instrument))
		}
		b.grid.widths = append(b.grid.widths, width)
	}
	b.first, b.last = rowFirst, rowFirst+b.height()-1
	b.top(s)
	for _, sl := range p.slots {
		b.slot(sl)
	}
	for _, id := range []columnID{colName, colTitle, colLook, colLevels} {
		if b.col[id] > 0 {
			b.grid.widen(b.col[id] - 1)
		}
	}
	b.grid.filter = "A4:" + sheet.Ref(b.last, len(b.columns))
	b.grid.statuses = down(b.col[colStatus], b.first, b.last)
	if p.prefix != "" {
		b.grid.unused = "A5:" + sheet.Ref(b.last, len(b.columns))
	}
	return b
}

// codeWidth is what the longest Kode needs to stay in one line; the same in all
// areas, so that they print alike.
func codeWidth(in *indicators.Instrument) float64 {
	most := 0.0
	for _, n := range in.Indicators() {
		most = max(most, textWidth(n.ID, looks[styleCode].size, true)/unitPoints+paddingUnits)
	}
	return most
}

// height is the number of rows below the heads.
func (b *areaSheet) height() int {
	sections := 0
	b.sections(func(*indicators.Node) { sections++ }, func(*indicators.Node) {})
	per := sections + len(b.asks)
	if b.prefix != "" {
		per++ // the slot's own heading
	}
	return per * len(b.slots)
}

// sections walks the questions of one slot with the titles above them: every
// dimension and variable where it begins; only variables where slots repeat.
func (b *areaSheet) sections(title, ask func(*indicators.Node)) {
	var open []*indicators.Node
	for _, n := range b.asks {
		var path []*indicators.Node
		for up := n.Parent; up != nil; up = up.Parent {
			if b.prefix == "" || up == n.Parent {
				path = append([]*indicators.Node{up}, path...)
			}
		}
		for i, t := range path {
			if i >= len(open) || open[i] != t {
				open = nil
				title(t)
			}
		}
		open = path
		ask(n)
	}
}

// top writes the titles and heads.
func (b *areaSheet) top(s Spec) {
	g := &b.grid
	g.add(24, cell{style: styleTitle, text: b.sheet + " — " + s.Instrument.Short})
	g.add(17, cell{style: styleSubtitle, text: s.about() + ". Isi kolom kuning; kolom hijau untuk tim verifikasi."})
	group, heads := b.row(styleGroup, styleGroupEdge), b.row(styleHead, styleHeadEdge)
	group[b.col[colVerdictNote]-1].style = styleGroupVerify
	group[b.col[colTitle]-1].text = "Pertanyaan"
	group[b.col[colAnswer]-1].text = "Diisi unit"
	verify := &group[b.col[colVerdict]-1]
	verify.text, verify.span = "Diisi tim verifikasi Inspektorat", 2
	for i, c := range b.columns {
		heads[i].text = c.head
	}
	heads[b.col[colVerdictNote]-1].style = styleHeadVerify
	g.add(0, group...)
	g.add(0, heads...)
}

// row is a row of empty cells of one style, edge at the first column of the
// inspektorat.
func (b *areaSheet) row(s, edge styleID) []cell {
	out := make([]cell, len(b.columns))
	for i, c := range b.columns {
		out[i].style = s
		if c.id == colVerdict {
			out[i].style = edge
		}
	}
	return out
}

// slot writes all rows of one slot.
func (b *areaSheet) slot(s slot) {
	if s.code != "" {
		row := b.row(styleSection, styleSectionEdge)
		row[1] = b.heading(s)
		b.grid.add(20, row...)
	}
	b.sections(
		func(t *indicators.Node) { b.title(t) },
		func(n *indicators.Node) { b.ask(s, n) },
	)
}

// heading names the slot above its rows.
func (b *areaSheet) heading(s slot) cell {
	out := cell{style: styleSection, text: s.code + " – " + s.name}
	if s.name == "" {
		missing := "(" + strings.ToLower(b.name) + " belum diisi di lembar " + sheetIdentity + ")"
		ref := b.described[s.code]
		out.text = s.code + " – " + missing
		out.formula = quote(s.code+" – ") + "&" + choose(blank(ref), quote(missing), ref)
	}
	return out
}

// title writes the title of a dimension or variable; it has no Kode.
func (b *areaSheet) title(t *indicators.Node) {
	style, edge, height := styleSubsection, styleSubsectionEdge, 18.0
	if t.Kind == indicators.Dimension && b.prefix == "" {
		style, edge, height = styleSection, styleSectionEdge, 20
	}
	row := b.row(style, edge)
	row[1].text = t.ID + "  " + t.Title
	b.grid.add(height, row...)
}
