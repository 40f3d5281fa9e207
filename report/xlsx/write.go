package xlsx

import (
	"io"

	"github.com/xuri/excelize/v2"

	"spotcheck/assess/bookfile"
)

// write writes a workbook that is laid out.
func (b *book) write(w io.Writer) error {
	f := excelize.NewFile()
	defer f.Close()
	if err := b.prepare(f); err != nil {
		return err
	}
	styles, err := b.looks.register(f)
	if err != nil {
		return err
	}
	rows := make([]func(*bookfile.Rows), len(b.sheets))
	for i, s := range b.sheets {
		if err := bookfile.Frame(f, s.name, s.grid.widths, s.merged()); err != nil {
			return err
		}
		rows[i] = func(out *bookfile.Rows) { s.rows(out, styles) }
	}
	return bookfile.Write(w, f, rows)
}

// prepare does everything but the rows and what frames them.
func (b *book) prepare(f *excelize.File) error {
	if err := setDefaults(f); err != nil {
		return err
	}
	if err := b.makeSheets(f); err != nil {
		return err
	}
	charts := 0
	for _, s := range b.sheets {
		if err := s.prepare(f, &charts); err != nil {
			return err
		}
	}
	return b.properties(f)
}

func (b *book) makeSheets(f *excelize.File) error {
	for i, s := range b.sheets {
		if i == 0 {
			if err := f.SetSheetName(f.GetSheetName(0), s.name); err != nil {
				return err
			}
			continue
		}
		if _, err := f.NewSheet(s.name); err != nil {
			return err
		}
	}
	f.SetActiveSheet(0)
	for _, s := range b.sheets {
		if s.hidden {
			if err := f.SetSheetVisible(s.name, false); err != nil {
				return err
			}
		}
	}
	return nil
}

// properties says who made the workbook and when, from the document alone, and
// asks for a calculation when it is opened.
func (b *book) properties(f *excelize.File) error {
	d, when := b.doc, created(b.doc.Date)
	err := f.SetDocProps(&excelize.DocProperties{
		Title: plain(d.Title), Subject: plain(d.Subject), Creator: plain(d.Author), LastModifiedBy: plain(d.Author),
		Created: when, Modified: when, Language: "id-ID",
	})
	if err != nil {
		return err
	}
	if err := f.SetAppProps(&excelize.AppProperties{Application: "spotcheck", AppVersion: "1.0"}); err != nil {
		return err
	}
	yes := true
	return f.SetCalcProps(&excelize.CalcPropsOptions{FullCalcOnLoad: &yes})
}

// rows writes the rows of a sheet.
func (s *sheet) rows(out *bookfile.Rows, styles []int) {
	for _, l := range s.lines {
		out.Row(l.height, l.grows)
		for i := range l.cells {
			c := &l.cells[i]
			content := bookfile.Cell{Style: styles[c.look], Text: c.text, Formula: c.formula}
			if c.number != nil { // with a formula, its result
				content.Number = &c.number.Value
			}
			out.Cell(c.col+1, content)
		}
	}
}

func (s *sheet) merged() []bookfile.Merge {
	out := make([]bookfile.Merge, len(s.merges))
	for i, m := range s.merges {
		out[i] = bookfile.Merge{First: a1(point{m.cols.from, m.rows.from}), Last: a1(point{m.cols.to - 1, m.rows.to - 1})}
	}
	return out
}
