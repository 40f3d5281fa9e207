package sheet

import (
	"errors"
	"slices"

	"spotcheck/indicators/problem"
)

// Read reads the sheet of exactly this name. The error is a problem.Problem
// without a file name. Every call inflates the sheet anew and counts towards
// Limits.Total.
func (w *Workbook) Read(name string) (*Sheet, error) { return w.read(name, nil) }

// read reads a sheet, and with an inspector what else its part says.
func (w *Workbook) read(name string, in *inspector) (*Sheet, error) {
	i := slices.IndexFunc(w.sheets, func(s entry) bool { return s.Name == name })
	at := problem.Place{Sheet: name}
	if i < 0 {
		return nil, problem.New(problem.MissingPart, at, "lembar %q tidak ada di dalam buku kerja", name)
	}
	src, err := w.archive.part(w.sheets[i].part)
	if err != nil {
		return nil, inSheet(err, name)
	}
	r := &cellReader{
		scanner:   newScanner(w.sheets[i].part, src, at),
		book:      w,
		sheet:     &Sheet{Name: name},
		inspector: in,
	}
	r.worksheet()
	if in != nil {
		r.settle()
	}
	if err := r.finish(); err != nil {
		return nil, err
	}
	slices.SortFunc(r.sheet.Rows, func(a, b Row) int { return a.Number - b.Number })
	return r.sheet, nil
}

// inSheet adds the sheet to a problem with its part.
func inSheet(err error, name string) error {
	var p problem.Problem
	if !errors.As(err, &p) {
		return err
	}
	p.Sheet = name
	return p
}

// cellReader turns a worksheet part into a Sheet.
type cellReader struct {
	*scanner
	book  *Workbook
	sheet *Sheet

	row, col int // number of the row and column being read, or read last
	rows     numberSet
	cols     numberSet
	sorted   bool   // the cells of the row have come in order so far
	inOrder  bool   // and the rows of the sheet
	cells    []Cell // of the row being read
	chunk    []Cell // memory for the cells of finished rows
	count    int    // cells kept so far

	inspector *inspector // nil for Read
}

func (r *cellReader) worksheet() {
	r.root(mainSpace, "worksheet")
	data := 0
	for r.child() {
		switch {
		case r.is("sheetData"):
			data++
			r.sheetData()
		case r.is("mergeCells"):
			r.mergeCells()
		default:
			r.beyond()
		}
	}
	if data != 1 {
		r.damaged("lembar memuat %d tabel sel (sheetData), seharusnya satu", data)
	}
}

func (r *cellReader) sheetData() {
	r.inOrder = true
	for r.child() {
		if r.is("row") {
			r.readRow()
		} else {
			r.unexpected()
		}
	}
}

// unexpected handles an element among rows or cells that is neither. Only
// extensions may be passed over: anything else could hold cells.
func (r *cellReader) unexpected() {
	if !r.is("extLst") {
		r.damaged("unsur <%s> di antara baris atau sel", r.name)
	}
	r.skip()
}

// readRow reads one <row> and keeps it if it has content.
func (r *cellReader) readRow() {
	r.nextRow(r.attr("r"))
	row := Row{Number: r.row, Hidden: r.flag("hidden")}
	r.cells, r.col, r.sorted = r.cells[:0], 0, true
	r.cols.reset()
	for r.child() {
		if r.is("c") {
			r.readCell()
		} else {
			r.unexpected()
		}
	}
	if r.err != nil || len(r.cells) == 0 {
		return
	}
	if !r.sorted {
		slices.SortFunc(r.cells, func(a, b Cell) int { return a.Col - b.Col })
	}
	row.Cells = r.keep()
	r.sheet.Rows = append(r.sheet.Rows, row)
	if len(r.sheet.Rows) > r.book.lim.Rows {
		r.record(raiseRows.tooLarge(r.at, "lebih dari %d baris berisi", r.book.lim.Rows))
	}
}

// keep moves the cells of the row into memory that stays.
func (r *cellReader) keep() []Cell {
	const chunkLen = 256 // small sheets are common
	n := len(r.cells)
	if cap(r.chunk)-len(r.chunk) < n {
		r.chunk = make([]Cell, 0, max(n, chunkLen))
	}
	start := len(r.chunk)
	r.chunk = append(r.chunk, r.cells...)
	return r.chunk[start:len(r.chunk):len(r.chunk)]
}

// nextRow sets the number of the row that begins: as stated, or the one after
// the last if nothing is. The latter needs rows in order.
func (r *cellReader) nextRow(stated []byte) {
	last := r.row
	r.row++
	if stated != nil {
		var ok bool
		if r.row, ok = parseInt(stated, maxRow); !ok || r.row == 0 {
			r.fail(problem.BadReference, "nomor baris %q tidak sah", stated)
			return
		}
		r.inOrder = r.inOrder && r.row > last
	} else if r.row > maxRow || !r.inOrder {
		r.fail(problem.BadReference, "baris tanpa nomor sesudah baris %d", last)
		return
	}
	if !r.rows.add(r.row) {
		r.fail(problem.DuplicateCell, "baris %d tercatat dua kali", r.row)
	}
}

// nextCell does for the column of a cell what nextRow does for a row.
func (r *cellReader) nextCell(stated []byte) {
	last := r.col
	r.col++
	if stated != nil {
		row, col, ok := parseRef(stated)
		if !ok || row != r.row {
			r.fail(problem.BadReference, "alamat sel %q tidak sah di baris %d", stated, r.row)
			return
		}
		r.col = col
		r.sorted = r.sorted && col > last
	} else if r.col > maxCol || !r.sorted {
		r.fail(problem.BadReference, "sel tanpa alamat sesudah %s", Ref(r.row, last))
		return
	}
	if !r.cols.add(r.col) {
		r.cellFail(problem.DuplicateCell, "sel tercatat dua kali")
	}
}

func (r *cellReader) mergeCells() {
	for r.child() {
		if r.is("mergeCell") {
			merged, ok := parseRange(r.attr("ref"))
			if !ok {
				r.fail(problem.BadReference, "gabungan sel %q tidak sah", r.attr("ref"))
			}
			r.sheet.Merged = append(r.sheet.Merged, merged)
		}
		if len(r.sheet.Merged) > r.book.lim.Cells {
			r.record(raiseRows.tooLarge(r.at, "lebih dari %d gabungan sel", r.book.lim.Cells))
		}
		r.skip()
	}
}

// cellFail records an error at the cell being read.
func (r *cellReader) cellFail(code problem.Code, format string, args ...any) {
	r.at.Cell = Ref(r.row, r.col)
	r.fail(code, format, args...)
}
