package xlsx

import (
	"math"
	"strings"
	"time"

	"github.com/xuri/excelize/v2"
)

// prepare sets everything of a sheet but its rows.
func (s *sheet) prepare(f *excelize.File, charts *int) error {
	if last := len(s.lines); last > 0 {
		whole := area{s.grid.all(), rows{0, last}}
		if err := f.SetSheetDimension(s.name, whole.loose()); err != nil {
			return err
		}
		// Codes such as 1.01 are texts on purpose: no warning in their corners.
		if err := f.AddIgnoredErrors(s.name, whole.loose(), excelize.IgnoredErrorsNumberStoredAsText); err != nil {
			return err
		}
	}
	if s.hidden {
		return nil
	}
	for _, step := range []func(*excelize.File, *sheet) error{filters, view, printSetup, panes, dropdowns, comments, pageBreaks} {
		if err := step(f, s); err != nil {
			return err
		}
	}
	for _, c := range s.charts {
		*charts++
		if err := addChart(f, s, c, *charts); err != nil {
			return err
		}
	}
	return nil
}

// view hides the lines between cells, which a report does not want, and shows wide
// sheets smaller.
func view(f *excelize.File, s *sheet) error {
	const screen = 1330.0 // pixels that a small laptop leaves for cells
	lines, fit := false, true
	zoom := math.Floor(screen/(s.grid.width(s.grid.all())*unitPixels)*20) * 5
	zoom = min(100, max(zoom, 75))
	if err := f.SetSheetProps(s.name, &excelize.SheetPropsOptions{FitToPage: &fit}); err != nil {
		return err
	}
	return f.SetSheetView(s.name, 0, &excelize.ViewOptions{ShowGridLines: &lines, ZoomScale: &zoom})
}

func panes(f *excelize.File, s *sheet) error {
	if s.frozen == (point{}) {
		return nil
	}
	active := "bottomRight"
	switch {
	case s.frozen.col == 0:
		active = "bottomLeft"
	case s.frozen.row == 0:
		active = "topRight"
	}
	return f.SetPanes(s.name, &excelize.Panes{
		Freeze: true, XSplit: s.frozen.col, YSplit: s.frozen.row, TopLeftCell: a1(s.frozen), ActivePane: active,
	})
}

// dropdowns take their choices from the hidden sheet.
func dropdowns(f *excelize.File, s *sheet) error {
	for _, d := range s.lists {
		var cells []string
		for _, r := range d.rows {
			cells = append(cells, area{span{d.col, d.col + 1}, r}.loose())
		}
		from := area{span{d.list, d.list + 1}, rows{0, len(s.book.choices[d.list])}}
		v := excelize.NewDataValidation(true)
		v.Sqref = strings.Join(cells, " ")
		v.SetSqrefDropList(quoted(listSheet) + "!" + from.fixed())
		v.SetError(excelize.DataValidationErrorStyleStop, "Pilihan tidak dikenal", "Pilih salah satu dari daftar di sel ini.")
		if err := f.AddDataValidation(s.name, v); err != nil {
			return err
		}
	}
	return nil
}

// filters comes first: the library replaces the properties of the sheet.
func filters(f *excelize.File, s *sheet) error {
	if s.filter == (area{}) {
		return nil
	}
	return f.AutoFilter(s.name, s.filter.loose(), nil)
}

// comments carry the titles of the indicators above their codes.
func comments(f *excelize.File, s *sheet) error {
	for _, n := range s.notes {
		text := clean(n.text)
		lines := wrapped(text, 38, 9, false)
		err := f.AddComment(s.name, excelize.Comment{
			Cell: a1(n.at), Author: "spotcheck", Width: 290, Height: uint(24 + 18*lines),
			Paragraph: []excelize.RichTextRun{{Text: text, Font: &excelize.Font{Family: face, Size: 9, Color: ink}}},
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// pageBreaks sets breaks before rows that would be torn apart by the end of a page.
func pageBreaks(f *excelize.File, s *sheet) error {
	for _, row := range s.breaks() {
		if err := f.InsertPageBreak(s.name, a1(point{0, row})); err != nil {
			return err
		}
	}
	return nil
}

// created is the date of the document as its properties write it; documents
// without a date share one, for the clock must not enter the file.
func created(date string) string {
	day, err := time.Parse(time.DateOnly, date)
	if err != nil {
		day = time.Date(2026, time.January, 1, 0, 0, 0, 0, time.UTC)
	}
	return day.Format(time.RFC3339)
}
