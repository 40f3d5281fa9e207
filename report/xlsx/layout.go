package xlsx

import (
	"slices"

	"spotcheck/report"
)

// blockGap is the space between two blocks, in points.
const blockGap = 9.0

// section lays out one sheet.
func (b *book) section(section report.Section, name string) {
	s := &sheet{book: b, index: len(b.sheets), name: name, landscape: section.Landscape}
	blocks := slices.DeleteFunc(slices.Clone(section.Blocks), empty)
	s.main = mainOf(blocks)
	s.grid = s.columns(blocks)
	s.text = s.grid.upTo(min(max(s.page(), narrowText), widestText) * textLeeway)
	b.sheets = append(b.sheets, s)
	s.opening(section)
	heading := -1 // row of the headings just above
	for i, block := range blocks {
		if i > 0 && !joined(blocks[i-1], block) {
			s.gap(blockGap)
		}
		from := s.next()
		s.block(block, i == s.main)
		heading = s.hold(block, from, heading)
	}
	s.repeatHead()
}

// repeatHead prints the head of the last table, or of the main one, on every page
// that the table runs to, but not above another table.
func (s *sheet) repeatHead() {
	last := s.lastTable
	switch {
	case s.main < 0 && !s.onePage(last):
		s.heads = rows{last.from, last.from + 1}
	case s.main >= 0 && last.from > s.heads.from && s.onePage(rows{s.heads.from, last.from}):
		s.heads, s.leading = rows{}, 0
	}
}

// joined tells blocks that stand close: whatever follows a heading, and a heading,
// which brings its own space.
func joined(before, block report.Block) bool {
	_, after := before.(report.Heading)
	_, heading := block.(report.Heading)
	return after || heading
}

// empty tells blocks that have nothing to show.
func empty(block report.Block) bool {
	switch b := block.(type) {
	case report.Heading:
		return b.Text == ""
	case report.Paragraph:
		return b.Text == ""
	case report.List:
		return len(b.Items) == 0
	case report.Fields:
		return len(b) == 0
	case report.Figures:
		return len(b) == 0
	case report.Bars:
		return len(b.Items) == 0
	case report.Table:
		return len(b.Columns) == 0
	case report.Heat:
		return len(b.Columns) == 0 && len(b.Rows) == 0
	case report.Strip:
		return len(b.Items) == 0
	case report.Card:
		return b.Code == "" && b.Title == "" && len(b.Fields) == 0
	case report.Signatures:
		return len(b) == 0
	}
	return false
}

func (s *sheet) block(block report.Block, main bool) {
	switch b := block.(type) {
	case report.Heading:
		s.heading(b)
	case report.Paragraph:
		s.paragraph(b)
	case report.List:
		s.list(b)
	case report.Fields:
		s.fields(b)
	case report.Figures:
		s.figures(b)
	case report.Bars:
		s.bars(b)
	case report.Table:
		s.table(b, main)
	case report.Heat:
		s.heat(b, main)
	case report.Strip:
		s.strip(b)
	case report.Card:
		s.card(b)
	case report.Signatures:
		s.signatures(b)
	default:
		s.book.fault("%s: blok %T tidak dikenal", s.name, block)
	}
}
