package xlsx

import (
	"slices"

	"github.com/xuri/excelize/v2"
)

// write makes the file of a workbook that is laid out.
func (b *book) write() (*excelize.File, error) {
	f := excelize.NewFile()
	if err := b.fill(f); err != nil {
		_ = f.Close()
		return nil, err
	}
	return f, nil
}

// fill does everything that looks at sheets before the first row is streamed: the
// library would read a streamed sheet again, row by row, for each later question.
func (b *book) fill(f *excelize.File) error {
	if err := setDefaults(f); err != nil {
		return err
	}
	styles, err := b.looks.register(f)
	if err != nil {
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
	if err := b.properties(f); err != nil {
		return err
	}
	for _, s := range b.sheets {
		if err := s.stream(f, styles); err != nil {
			return err
		}
	}
	return nil
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

// stream writes the rows of a sheet.
func (s *sheet) stream(f *excelize.File, styles []int) error {
	w, err := f.NewStreamWriter(s.name)
	if err != nil {
		return err
	}
	// From the last to the first: the library puts each new column before the others,
	// and the file wants them in order.
	for i, width := range slices.Backward(s.grid.widths) {
		if err := w.SetColWidth(i+1, i+1, min(width, excelize.MaxColumnWidth)); err != nil {
			return err
		}
	}
	cells, values := []excelize.Cell{}, []any{}
	for row, line := range s.lines {
		cells, values = cells[:0], values[:0]
		for _, c := range line.cells {
			for len(values) < c.col {
				values, cells = append(values, nil), append(cells, excelize.Cell{})
			}
			cells = append(cells, excelize.Cell{StyleID: styles[c.look], Formula: c.formula, Value: c.value()})
			values = append(values, nil)
		}
		for i := range line.cells {
			col := line.cells[i].col
			values[col] = &cells[col]
		}
		if err := w.SetRow(a1(point{0, row}), values, excelize.RowOpts{Height: line.height}); err != nil {
			return err
		}
	}
	for _, m := range s.merges {
		if err := w.MergeCell(a1(point{m.cols.from, m.rows.from}), a1(point{m.cols.to - 1, m.rows.to - 1})); err != nil {
			return err
		}
	}
	return w.Flush()
}

// value is what the cell shows: with a formula, its result.
func (c *cell) value() any {
	switch {
	case c.number != nil:
		return c.number.Value
	case c.text != "":
		return c.text
	}
	return nil
}
