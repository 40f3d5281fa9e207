package xlsx

import (
	"slices"

	"spotcheck/report"
)

const (
	footMargin  = 17.0 // millimetres
	headMargin  = 14.0
	markMargin  = 19.0 // with a mark above the page
	fewRows     = 4    // of a table that stay with its head
	doubtful    = 0.08 // of a page
	shortTable  = 0.65 // of a page, up to which tables are kept whole
	cautiousFit = 0.97 // of a page, since printers reckon a little differently
)

// hold notes which rows belong on one page: those of a drawing or of signatures, a
// heading and what begins below it, the head of a table and its first rows. It
// returns the row of a heading that still waits for its block.
func (s *sheet) hold(block report.Block, from, heading int) int {
	to := s.next()
	start := from
	if heading >= 0 {
		start = heading
	}
	switch block.(type) {
	case report.Heading:
		return start
	case report.Figures, report.Bars, report.Strip, report.Card, report.Signatures, report.Heat:
	default:
		if s.heightTo(to)-s.heightTo(from) > shortTable*s.pageHeight() {
			to = min(to, from+fewRows)
		}
	}
	s.keeps = append(s.keeps, rows{start, to})
	return -1
}

// breaks are the rows before which a page should end too early.
func (s *sheet) breaks() []int {
	var out []int
	for _, p := range s.pages() {
		if p.early {
			out = append(out, p.row)
		}
	}
	return out
}

// pageStart is the first row of a page; early when the page before still had room.
type pageStart struct {
	row   int
	early bool
}

// pages reckons the pages of the sheet from the heights of its rows. Where rows to
// be kept together follow close on the end of a page, that end is set too: the
// true page may be a little longer and hold their beginning.
func (s *sheet) pages() []pageStart {
	page := s.pageHeight()
	repeated := s.heightTo(s.heads.to) - s.heightTo(s.heads.from)
	together := map[int]float64{} // height of what is kept, by its first row
	for _, k := range s.keeps {
		together[k.from] = max(together[k.from], s.heightTo(k.to)-s.heightTo(k.from))
	}
	out := []pageStart{{}}
	used, room := 0.0, page
	for row, l := range s.lines {
		kept := together[row]
		if kept > 0 && used < doubtful*page {
			out[len(out)-1].early = len(out) > 1
		}
		torn := used > 0 && kept <= room && used+kept > room
		if torn || used > 0 && used+l.height > room {
			out = append(out, pageStart{row, torn})
			used, room = 0, page
			if row >= s.heads.to {
				room -= repeated
			}
		}
		used += l.height
	}
	return out
}

// onePage tells whether all rows of at are on one page.
func (s *sheet) onePage(at rows) bool {
	return !slices.ContainsFunc(s.pages(), func(p pageStart) bool { return p.row > at.from && p.row < at.to })
}

// pageHeight is the height of the rows on one page, in points, at the scale at
// which the sheet is printed.
func (s *sheet) pageHeight() float64 {
	width, height := s.book.doc.Paper.Size()
	if s.landscape {
		height = width
	}
	scale := min(1, float64(s.pagesAcross())*s.printable()/(s.grid.width(s.grid.all())*unitPixels))
	return (height - s.topMargin() - footMargin) / 25.4 * 72 / scale * cautiousFit
}

func (s *sheet) topMargin() float64 {
	if s.book.doc.Mark != "" {
		return markMargin
	}
	return headMargin
}
