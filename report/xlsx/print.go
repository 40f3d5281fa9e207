package xlsx

import (
	"fmt"
	"math"
	"strings"

	"github.com/xuri/excelize/v2"

	"spotcheck/report"
)

// Excel's numbers of paper sizes. The F4 of Indonesian offices (215 x 330 mm) is
// the folio of Excel: 8.5 x 13 inches, 215.9 x 330.2 mm.
const (
	paperA4    = 9
	paperFolio = 14
)

const (
	millimetre    = 1 / 25.4 // in inches
	smallestScale = 0.5      // below it a sheet is printed on pages side by side
	longestFoot   = 255      // Excel's limit for the head or the foot of a page
)

// printSetup is the paper, the scale, the heads that repeat, and the head and foot
// of the pages of a sheet.
func printSetup(f *excelize.File, s *sheet) error {
	if err := f.SetPageLayout(s.name, s.pageLayout()); err != nil {
		return err
	}
	if err := f.SetPageMargins(s.name, s.margins()); err != nil {
		return err
	}
	d := s.book.doc
	head := excelize.HeaderFooterOptions{OddHeader: pageHead(d.Mark), OddFooter: pageFoot(d.Footer)}
	// The first page has the mark beside its title. LibreOffice takes only the first
	// page of the workbook for one; the other sheets then show the mark twice.
	if d.Mark != "" {
		head.DifferentFirst, head.FirstFooter = true, head.OddFooter
	}
	err := f.SetHeaderFooter(s.name, &head)
	if err != nil || s.heads == (rows{}) {
		return err
	}
	return f.SetDefinedName(&excelize.DefinedName{
		Name: "_xlnm.Print_Titles", Scope: s.name, RefersTo: s.printTitles(),
	})
}

func (s *sheet) pageLayout() *excelize.PageLayoutOptions {
	size, orientation := paperA4, "portrait"
	if s.book.doc.Paper == report.F4 {
		size = paperFolio
	}
	if s.landscape {
		orientation = "landscape"
	}
	wide := s.pagesAcross()
	tall := 0 // as many as it takes
	return &excelize.PageLayoutOptions{Size: &size, Orientation: &orientation, FitToWidth: &wide, FitToHeight: &tall}
}

// pagesAcross is 1 unless the print would become too small to read.
func (s *sheet) pagesAcross() int {
	return int(max(1, math.Ceil(s.grid.width(s.grid.all())*smallestScale/s.page())))
}

func (s *sheet) margins() *excelize.PageLayoutMarginsOptions {
	side, head, foot, edge := sideMargin*millimetre, s.topMargin()*millimetre, footMargin*millimetre, 8*millimetre
	centred := true
	return &excelize.PageLayoutMarginsOptions{
		Horizontally: &centred,
		Left:         &side, Right: &side, Top: &head, Bottom: &foot, Header: &edge, Footer: &edge,
	}
}

// pageHead is the mark, big and pale in the middle, on all pages but the first.
func pageHead(mark string) string {
	if mark == "" {
		return ""
	}
	const style = `&C&20&"Arial,Bold"&KD9BDB9`
	return style + footText(mark, longestFoot-len(style))
}

// pageFoot is the document's own foot and the number of the page.
func pageFoot(text string) string {
	const style, pages = `&8&"Arial,Regular"&K5B6875`, `Halaman &P dari &N`
	right := "&R" + style + pages
	if text == "" {
		return right
	}
	left := "&L" + style
	return left + footText(text, longestFoot-len(left)-len(right)) + right
}

// footText doubles the ampersand, which begins a code there, and keeps within
// Excel's limit.
func footText(text string, room int) string {
	text = plain(text)
	for n := room; ; n-- {
		if out := strings.ReplaceAll(shorten(text, n), "&", "&&"); utf16Len(out) <= room {
			return out
		}
	}
}

func (s *sheet) printTitles() string {
	name := quoted(s.name)
	out := fmt.Sprintf("%s!$%d:$%d", name, s.heads.from+1, s.heads.to)
	if s.leading > 0 {
		out = fmt.Sprintf("%s!$A:$%s,%s", name, columnName(s.leading-1), out)
	}
	return out
}
