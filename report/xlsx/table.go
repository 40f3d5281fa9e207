package xlsx

import "spotcheck/report"

// tallestFrozen is how much of the screen, in points, rows that do not scroll
// may take; widestFrozen the same for columns, in units.
const (
	tallestFrozen = 230.0
	widestFrozen  = 80.0
	shortRow      = 18
	roomToWrite   = 16.0
	fewestToRead  = 12 // rows of a table worth freezing its head for
)

// table draws a table; the main one of the sheet on the columns of the grid, any
// other on spans of it.
func (s *sheet) table(t report.Table, main bool) {
	spans := single(len(t.Columns))
	if !main {
		spans = s.fit(tableWidths(t))
	}
	s.caption(t.Title)
	first := s.tableHead(t, spans)
	s.tableRows(t, spans, main)
	s.lastTable = rows{first, s.next()}
	if main {
		s.headInSight(t, s.lastTable)
	}
	s.choices(t, spans, first+1)
	if t.Note != "" {
		s.gap(3)
		s.prose(s.text, prose().sized(smallSize).inked(muted), t.Note)
	}
}

// fit spreads widths over the grid: over the whole of an even one when they nearly
// fill it anyway.
func (s *sheet) fit(widths []float64) []span {
	const nearly = 0.6
	s.grow(len(widths), widths[len(widths)-1])
	total := 0.0
	for _, w := range widths {
		total += w
	}
	within := s.text
	if within.columns() < len(widths) {
		within = s.grid.all()
	}
	page := s.grid.width(within)
	return s.grid.spread(within, widths, s.grid.even && total >= nearly*page || total > page)
}

// caption is the title above a table, a chart or a matrix.
func (s *sheet) caption(title string) {
	if title != "" {
		s.prose(s.text, prose().sized(10.5).strong().inked(ink).placed("left", "center"), title)
		s.gap(2)
	}
}

// headLook is white on the colour of heads, dark enough for a grey print.
func headLook() look {
	return look{size: tableSize, bold: true, color: white, fill: accent().Solid, h: "center", v: "center", wrap: true}.boxed("8FA3BC")
}

func (s *sheet) tableHead(t report.Table, spans []span) int {
	pieces := make([]piece, len(spans))
	for i, c := range t.Columns {
		pieces[i] = piece{at: spans[i], look: headLook(), text: c.Title}
		if t.Filter { // the arrow sits at the right
			pieces[i].look = pieces[i].look.placed("left", "center").shifted(1)
		}
	}
	return s.add(20, pieces...)
}

func (s *sheet) tableRows(t report.Table, spans []span, main bool) {
	pieces := make([]piece, 0, len(spans))
	for i, r := range t.Rows {
		if len(r.Cells) > len(t.Columns) {
			s.book.fault("%s: baris %d tabel %q mempunyai %d sel untuk %d kolom", s.name, i+1, t.Title, len(r.Cells), len(t.Columns))
			return
		}
		if r.Group && onlyFirst(r) {
			s.groupRow(r, spans, main)
			continue
		}
		pieces = pieces[:0]
		for col := range spans {
			pieces = append(pieces, s.tableCell(t, r, col, spans[col]))
		}
		s.tableRow(pieces)
		if main && s.writable(r) {
			s.lines[s.next()-1].grows = true
		}
	}
}

// writable tells rows with a cell wide enough that a reader may write sentences in
// it. Cells of the main table are not merged, so Excel can fit their rows.
func (s *sheet) writable(r report.Row) bool {
	for i, c := range r.Cells {
		if c.Input && s.grid.widths[i] >= roomToWrite {
			return true
		}
	}
	return false
}

// tableRow centres the cells of a row of one line of text.
func (s *sheet) tableRow(pieces []piece) {
	one := rowHeight(1, tableSize)
	for _, p := range pieces {
		if s.needs(p) > one {
			s.add(0, pieces...)
			return
		}
	}
	for i := range pieces {
		pieces[i].look.v = "center"
	}
	s.add(shortRow, pieces...)
}

// onlyFirst tells rows with nothing but a text in the first cell.
func onlyFirst(r report.Row) bool {
	for i, c := range r.Cells {
		if i > 0 && (c.Text != "" || c.Number != nil || c.Formula != "") {
			return false
		}
	}
	return true
}

// groupRow is a subheading. In the main table it is not merged, so that the table
// can still be sorted and filtered; its text runs over the empty cells beside it.
func (s *sheet) groupRow(r report.Row, spans []span, main bool) {
	whole := span{spans[0].from, spans[len(spans)-1].to}
	p := piece{at: whole, look: groupLook(r).placed("left", "center")}
	if len(r.Cells) > 0 {
		p.text, p.name = r.Cells[0].Text, r.Cells[0].Name
	}
	if main && s.wraps(p) == 1 {
		p.loose, p.look = true, p.look.unwrapped()
	}
	s.add(17, p)
}

func groupLook(r report.Row) look {
	l := prose().sized(tableSize).strong().inked(accent().Text).shifted(1 + indentOf(r, 0))
	fill := accent().Pale
	if r.Level > 0 {
		fill = bandBg
	}
	return l.filled(fill).edged(rule)
}

// edged draws lines above and below.
func (l look) edged(color string) look {
	l.edges.top, l.edges.bottom = edge{thin, color}, edge{thin, color}
	return l
}

func (s *sheet) tableCell(t report.Table, r report.Row, col int, at span) piece {
	var c report.Cell
	if col < len(r.Cells) {
		c = r.Cells[col]
	}
	l := look{size: tableSize, color: ink, wrap: true, h: align(t.Columns[col].Align), v: "top"}.boxed(rule)
	switch {
	case r.Group:
		l = groupLook(r).placed(l.h, "center")
	case r.Strong:
		l = l.strong().filled(totalBg)
		l.edges.top = edge{thin, muted}
	}
	if l.h == "left" { // off the line; LibreOffice loses indents at the right
		l.indent = 1 + indentOf(r, col)
	}
	return s.cellPiece(c, l.toned(c.Tone), at)
}

// cellPiece is a cell of the document in its place.
func (s *sheet) cellPiece(c report.Cell, l look, at span) piece {
	if c.Input {
		l.fill, l.color = inputBg, inputInk
		l = l.boxed(inputRule)
	}
	if c.Number != nil {
		l = l.formatted(format(*c.Number)).unwrapped()
		need, have := units(textPixels(shown(*c.Number), l.size, l.bold)), s.grid.width(at)-1.3*float64(l.indent)
		if need > have { // else Excel shows ###
			l.size = max(5, float64(int(l.size*have/need*2))/2)
		}
	}
	return piece{at: at, look: l, text: c.Text, number: c.Number, formula: c.Formula, name: c.Name}
}

// headInSight keeps the head of the main table on the screen and on every page.
func (s *sheet) headInSight(t report.Table, at rows) {
	s.heads = rows{at.from, at.from + 1}
	frozen := min(max(t.Frozen, 0), len(t.Columns))
	if s.pagesAcross() > 1 {
		s.leading = frozen
	}
	s.freeze(frozen, at.from+1, at.to-at.from > fewestToRead || t.Frozen > 0 || t.Filter)
	if t.Filter && at.to > at.from+1 {
		s.filter = area{span{0, len(t.Columns)}, at}
	}
}

// freeze holds columns and the rows above row, as long as enough of the screen
// still scrolls.
func (s *sheet) freeze(cols, row int, head bool) {
	for cols > 0 && s.before(cols) > widestFrozen {
		cols--
	}
	s.frozen.col = cols
	if head && s.heightTo(row) <= tallestFrozen {
		s.frozen.row = row
	}
}

// choices sets the drop-downs of a table whose first row is first.
func (s *sheet) choices(t report.Table, spans []span, first int) {
	for i, c := range t.Columns {
		if len(c.Choices) == 0 {
			continue
		}
		var runs []rows
		for n, r := range t.Rows {
			at := first + n
			switch {
			case r.Group:
			case len(runs) > 0 && runs[len(runs)-1].to == at:
				runs[len(runs)-1].to++
			default:
				runs = append(runs, rows{at, at + 1})
			}
		}
		if len(runs) > 0 {
			s.lists = append(s.lists, dropdown{spans[i].from, runs, s.book.list(c.Choices)})
		}
	}
}
