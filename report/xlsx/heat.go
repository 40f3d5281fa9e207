package xlsx

import (
	"math"

	"spotcheck/report"
)

const (
	letterColumn = 3.7 // width of a column of letters
	roomyColumn  = 5.5 // the same when there are few
	fewColumns   = 16
	letterRow    = 20.0
	tallestBand  = 200.0
	headSize     = 8.5
)

// heatWidths is the width of each column of a matrix: labels, leads, letters.
func heatWidths(h report.Heat) []float64 {
	label := units(longestWord(h.Corner, tableSize, true))
	for _, r := range h.Rows {
		label = max(label, units(textPixels(r.Label, tableSize, false))+2)
	}
	widths := []float64{max(16, min(label, 40))}
	for i := range leads(h) {
		wide := 6.0
		for _, r := range h.Rows {
			if i < len(r.Lead) {
				wide = max(wide, leadWidth(r.Lead[i]))
			}
		}
		widths = append(widths, min(wide, 15))
	}
	letter := letterColumn
	if len(h.Columns) <= fewColumns {
		letter = roomyColumn
	}
	for range h.Columns {
		widths = append(widths, letter)
	}
	return widths
}

func leadWidth(c report.Cell) float64 {
	text := c.Text
	if c.Number != nil {
		text = shown(*c.Number)
	}
	return units(textPixels(text, tableSize, true)) + 1
}

// leads is how many cells stand before the matrix.
func leads(h report.Heat) int {
	n := 0
	for _, r := range h.Rows {
		n = max(n, len(r.Lead))
	}
	return n
}

// heat draws the matrix: bands of groups, codes, letters, then what they mean.
func (s *sheet) heat(h report.Heat, main bool) {
	widths := heatWidths(h)
	spans := single(len(widths))
	if !main {
		s.grow(len(widths), letterColumn)
		spans = s.grid.spread(s.grid.all(), widths, false)
	}
	s.caption(h.Title)
	before := 1 + leads(h)
	head := rows{s.next(), 0}
	s.heatHead(h, spans[:before], spans[before:])
	head.to = s.next()
	looks := letterLooks{}
	for i, r := range h.Rows {
		if len(r.Cells) > len(h.Columns) {
			s.book.fault("%s: baris %d matriks %q mempunyai %d sel untuk %d kolom", s.name, i+1, h.Title, len(r.Cells), len(h.Columns))
			return
		}
		s.heatRow(h, r, spans[:before], spans[before:], looks)
	}
	if main {
		s.heads, s.leading = head, before
		s.freeze(before, head.to, true)
	}
	s.legend(h.Legend, spans[before:])
	s.keys(h.Columns, span{0, spans[len(spans)-1].to})
}

// heatHead is one line of bands, where there are groups, and one of codes. The
// corner covers both.
func (s *sheet) heatHead(h report.Heat, before, letters []span) {
	corner := piece{
		at: span{before[0].from, before[len(before)-1].to}, text: h.Corner,
		look: headLook().placed("left", "bottom").shifted(1),
	}
	codes := s.codePieces(h.Columns, letters)
	bands := bandsOf(h.Columns)
	if len(bands) == 0 {
		s.add(s.codeHeight(h.Columns, letters), append([]piece{corner}, codes...)...)
	} else {
		corner.deep = 2
		pieces, height := s.bandPieces(h.Columns, bands, letters)
		s.add(height, append([]piece{corner}, pieces...)...)
		corner.deep, corner.covered, corner.text = 0, true, ""
		s.add(s.codeHeight(h.Columns, letters), append([]piece{corner}, codes...)...)
	}
	for i, c := range h.Columns {
		if c.Title != "" {
			s.notes = append(s.notes, note{point{letters[i].from, s.next() - 1}, joinParts(c.Code, c.Title)})
		}
	}
}

func (s *sheet) codePieces(columns []report.HeatColumn, letters []span) []piece {
	var out []piece
	l := headLook().sized(headSize).filled(accent().Pale).inked(accent().Text)
	if s.codesTurn(columns, letters) {
		l = l.turned(90).unwrapped()
	}
	for i, c := range columns {
		out = append(out, piece{at: letters[i], look: groupEdge(l, columns, i), text: c.Code})
	}
	return out
}

// codesTurn tells whether a code is too wide to stand upright.
func (s *sheet) codesTurn(columns []report.HeatColumn, letters []span) bool {
	for i, c := range columns {
		if units(textPixels(c.Code, headSize, true)) > s.grid.width(letters[i]) {
			return true
		}
	}
	return false
}

func (s *sheet) codeHeight(columns []report.HeatColumn, letters []span) float64 {
	longest := 0.0
	for _, c := range columns {
		longest = max(longest, textPixels(c.Code, headSize, true)*72/96)
	}
	if !s.codesTurn(columns, letters) {
		longest = 0
	}
	return min(max(longest+10, 18), tallestBand)
}

// bandsOf is the runs of columns of one group; none when no column has a group.
func bandsOf(columns []report.HeatColumn) []span {
	var out []span
	any := false
	for i, c := range columns {
		any = any || c.Group != ""
		if i > 0 && columns[i-1].Group == c.Group {
			out[len(out)-1].to++
			continue
		}
		out = append(out, span{i, i + 1})
	}
	if !any {
		return nil
	}
	return out
}

// bandPieces are the names of the groups, turned upright where a word would break,
// and the height that they need.
func (s *sheet) bandPieces(columns []report.HeatColumn, bands, letters []span) ([]piece, float64) {
	var out []piece
	height := 18.0
	for _, b := range bands {
		at := span{letters[b.from].from, letters[b.to-1].to}
		l := groupEdge(headLook().sized(headSize), columns, b.from)
		text := columns[b.from].Group
		width := s.grid.width(at)
		if units(longestWord(text, headSize, true)) <= width {
			height = max(height, rowHeight(wrapped(text, width, headSize, true), headSize))
		} else {
			l = l.turned(90)
			lines := max(1, math.Floor((width*unitPixels-4)/(headSize*lineFactor*96/72)))
			word := longestWord(text, headSize, true)
			height = max(height, max(textPixels(text, headSize, true)/lines*1.15, word)*72/96+10)
		}
		out = append(out, piece{at: at, look: l, text: text})
	}
	return out, min(height, tallestBand)
}

// groupEdge draws a dark line where a group of columns begins.
func groupEdge(l look, columns []report.HeatColumn, i int) look {
	if i > 0 && columns[i-1].Group != columns[i].Group {
		l.edges.left = edge{thin, ink}
	}
	return l
}

// letterLooks are the looks of letters, which a matrix has by the ten thousand and of
// a few kinds only.
type letterLooks map[letterKind]piece

type letterKind struct {
	tone report.Tone
	edge edge // at the left
}

// letter is the empty piece for a letter in column i.
func (s *sheet) letter(all letterLooks, columns []report.HeatColumn, i int, t report.Tone) piece {
	kind := letterKind{t, groupEdge(look{}, columns, i).edges.left}
	p, known := all[kind]
	if !known {
		l := heatLook().sized(9).strong().placed("center", "center").unwrapped().toned(t)
		p.look = groupEdge(l, columns, i)
		p.known = s.book.looks.id(p.look) + 1
		all[kind] = p
	}
	return p
}

func heatLook() look {
	return look{size: tableSize, color: ink, wrap: true, v: "center"}.boxed(rule)
}

func (s *sheet) heatRow(h report.Heat, r report.HeatRow, before, letters []span, looks letterLooks) {
	pieces := make([]piece, 0, len(before)+len(letters))
	pieces = append(pieces, piece{at: before[0], look: heatLook().placed("left", "center").shifted(1), text: r.Label})
	for i, at := range before[1:] {
		var c report.Cell
		if i < len(r.Lead) {
			c = r.Lead[i]
		}
		pieces = append(pieces, s.cellPiece(c, heatLook().placed("center", "center").strong().toned(c.Tone), at))
	}
	for i, at := range letters {
		var c report.HeatCell
		if i < len(r.Cells) {
			c = r.Cells[i]
		}
		p := s.letter(looks, h.Columns, i, c.Tone)
		p.at, p.text = at, c.Letter
		pieces = append(pieces, p)
	}
	s.add(letterRow, pieces...)
}
