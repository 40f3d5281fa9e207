package pdf

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"time"

	"github.com/jung-kurt/gofpdf"

	"spotcheck/report"
)

// undated stands in the PDF of a document without a date, because the time of
// printing would make equal documents differ.
var undated = time.Date(2009, time.July, 18, 0, 0, 0, 0, time.UTC)

// Render writes the document as a PDF. Equal documents give equal bytes; nothing
// is written unless the whole PDF could be made. A document that holds a block of
// a type unknown here is refused, no text is.
func Render(w io.Writer, d *report.Document) (err error) {
	if d == nil {
		return errors.New("report/pdf: no document")
	}
	// gofpdf is archived and panics where it should return errors.
	defer func() {
		if cause := recover(); cause != nil {
			err = fmt.Errorf("report/pdf: %v", cause)
		}
	}()
	pages, err := layOut(d)
	if err != nil {
		return err
	}
	if err := finish(w, drawn(d, pages)); err != nil {
		return fmt.Errorf("report/pdf: %w", err)
	}
	return nil
}

// finish writes a PDF that is drawn.
func finish(w io.Writer, pdf *gofpdf.Fpdf) error {
	var raw bytes.Buffer
	if err := pdf.Output(&raw); err != nil {
		return err
	}
	return pack(w, raw.Bytes())
}

// drawn draws the pages in narrow faces, or in wide ones when the first prove too
// narrow: what is drawn decides.
func drawn(d *report.Document, pages []*page) *gofpdf.Fpdf {
	narrow := &narrowPen{Fpdf: open(d)}
	addNarrow(narrow.Fpdf)
	if draw(narrow, d, pages, beginner(narrow.Fpdf, d.Paper)); !narrow.lacks {
		return narrow.Fpdf
	}
	return drawnWide(d, pages)
}

// drawnWide draws the pages in wide faces.
func drawnWide(d *report.Document, pages []*page) *gofpdf.Fpdf {
	wide := open(d)
	addWide(wide)
	draw(wide, d, pages, beginner(wide, d.Paper))
	return wide
}

// beginner starts pages of a PDF.
func beginner(pdf *gofpdf.Fpdf, paper report.Paper) func(landscape bool) {
	width, height := paper.Size()
	return func(landscape bool) {
		orientation := "P"
		if landscape {
			orientation = "L"
		}
		pdf.AddPageFormat(orientation, gofpdf.SizeType{Wd: width, Ht: height})
	}
}

// open starts a PDF with its properties, still without faces.
func open(d *report.Document) *gofpdf.Fpdf {
	width, height := d.Paper.Size()
	pdf := gofpdf.NewCustom(&gofpdf.InitType{
		OrientationStr: "P", UnitStr: "mm", Size: gofpdf.SizeType{Wd: width, Ht: height},
	})
	pdf.SetAutoPageBreak(false, 0)
	pdf.SetCatalogSort(true)
	pdf.SetCompression(false) // pack does it
	date := documentDate(d.Date)
	pdf.SetCreationDate(date)
	pdf.SetModificationDate(date)
	pdf.SetTitle(cleanLine(d.Title), true)
	pdf.SetSubject(cleanLine(d.Subject), true)
	pdf.SetAuthor(cleanLine(d.Author), true)
	pdf.SetCreator("spotcheck", true)
	return pdf
}

func documentDate(iso string) time.Time {
	date, err := time.Parse(time.DateOnly, iso)
	if err != nil || date.IsZero() { // gofpdf takes the clock for a zero time
		return undated
	}
	return date
}

// layOut measures every block and places it on a page. There is at least one page.
func layOut(d *report.Document) ([]*page, error) {
	var flow flow
	opening := true
	for i, section := range d.Sections {
		room := roomOf(d.Paper, section.Landscape)
		if last := flow.last(); last == nil || section.NewPage || last.landscape != section.Landscape {
			flow.turn(section.Landscape, room.height)
		}
		var bands []band
		if opening {
			bands, opening = room.opening(d), false
		}
		chapter, err := room.section(section)
		if err != nil {
			return nil, fmt.Errorf("report/pdf: section %d: %w", i+1, err)
		}
		flow.place(append(bands, chapter...))
	}
	if opening {
		room := roomOf(d.Paper, false)
		flow.turn(false, room.height)
		flow.place(room.opening(d))
	}
	return flow.pages, nil
}

// draw puts the pages on paper; begin starts each of them.
func draw(p pen, d *report.Document, pages []*page, begin func(landscape bool)) {
	_, lastHeight := pageSize(d.Paper, pages[len(pages)-1].landscape)
	for i, page := range pages {
		width, height := pageSize(d.Paper, page.landscape)
		begin(page.landscape)
		// gofpdf measures bookmarks on the height of the last page.
		c := &canvas{pen: p, width: width, height: height, outlineShift: lastHeight - height}
		for _, b := range page.bands {
			b.paint(c, marginLeft, marginTop+b.y)
		}
		c.mark(d.Mark)
		c.footer(d, i+1, len(pages))
	}
}
