package sheet

import (
	"spotcheck/indicators/problem"
)

// cellType is the attribute t of a cell: how its value is stored.
type cellType uint8

const (
	storedNumber cellType = iota
	storedShared          // index of a shared string
	storedText            // the text itself, as computed by a formula
	storedInline          // a rich text in the cell
	storedBool
	storedError
	storedDate // ISO 8601
)

// cellTypeOf reads the attribute t, which is nil for a number.
func cellTypeOf(t []byte) (cellType, bool) {
	switch string(t) {
	case "n":
		return storedNumber, true
	case "s":
		return storedShared, true
	case "str":
		return storedText, true
	case "inlineStr":
		return storedInline, true
	case "b":
		return storedBool, true
	case "e":
		return storedError, true
	case "d":
		return storedDate, true
	}
	return storedNumber, t == nil
}

// readCell reads one <c> and keeps it if it has content.
func (r *cellReader) readCell() {
	r.nextCell(r.attr("r"))
	t, known := cellTypeOf(r.attr("t"))
	if !known {
		r.cellFail(problem.BadCellValue, "jenis isi sel %q tidak dikenal", r.attr("t"))
	}
	cell := Cell{Col: r.col}
	numberKind := r.numberKind(r.attr("s"))
	seen := 0 // value elements
	for r.child() {
		switch {
		case r.is("v"):
			seen++
			r.value(&cell, t, numberKind)
		case r.is("is"):
			seen++
			r.inline(&cell, t)
		case r.is("f"):
			cell.Formula = true
			r.formula()
		default:
			r.unexpected()
		}
	}
	if seen > 1 {
		r.cellFail(problem.DamagedXML, "sel memuat dua nilai")
	}
	r.add(cell)
}

// add keeps a cell that says something. A formula always does: without a
// result it is NoValue, unlike a formula whose result is an empty text.
func (r *cellReader) add(cell Cell) {
	switch {
	case r.err != nil:
		return
	case cell.Formula && cell.Kind == Empty:
		cell.Kind = NoValue
	case cell.Kind == Empty, cell.Kind == Text && cell.Text == "" && !cell.Formula:
		return
	}
	r.cells = append(r.cells, cell)
	if r.count++; r.count > r.book.lim.Cells {
		r.at.Cell = Ref(r.row, r.col)
		r.record(raiseRows.tooLarge(r.at, "lebih dari %d sel berisi", r.book.lim.Cells))
	}
}

// numberKind is what a number under cell format s is, with the mask. A format that does not
// exist leaves open whether the number is a date, unless there are no formats.
func (r *cellReader) numberKind(s []byte) Kind {
	if s == nil || len(r.book.formats) == 0 {
		return Number
	}
	i, ok := parseInt(s, maxFormats)
	if !ok || i >= len(r.book.formats) {
		r.cellFail(problem.BadReference, "format sel %q tidak ada", s)
		return Number
	}
	return r.book.formats[i]
}

// value reads <v>.
func (r *cellReader) value(cell *Cell, t cellType, numberKind Kind) {
	raw := r.text()
	if r.err != nil {
		return
	}
	switch t {
	case storedText:
		cell.Kind, cell.Text = Text, r.string(appendUnescaped(r.rich[:0], raw))
	case storedShared:
		cell.Kind, cell.Text = Text, r.sharedText(trim(raw))
	case storedNumber:
		if raw = trim(raw); len(raw) == 0 {
			return // some programs write <v/> for an empty cell
		}
		cell.Kind, cell.Masked, cell.Text = numberKind&^mask, numberKind&mask != 0, string(raw)
		r.check(isNumber(raw), raw, "sel angka tidak berisi angka")
	case storedBool:
		b, ok := parseBool(raw)
		cell.Kind, cell.Text = Bool, "0"
		if b {
			cell.Text = "1"
		}
		r.check(ok, raw, "sel logika tidak berisi benar atau salah")
	case storedError:
		cell.Kind, cell.Text = Error, string(trim(raw))
		r.check(cell.Text != "", raw, "sel galat tanpa nama galat")
	case storedDate:
		cell.Kind, cell.Text = Date, string(trim(raw))
		r.check(isISODate(cell.Text), raw, "sel tanggal tidak berisi tanggal")
	case storedInline:
		r.check(len(trim(raw)) == 0, raw, "teks sel tidak pada tempatnya")
	}
}

// inline reads <is>.
func (r *cellReader) inline(cell *Cell, t cellType) {
	text := r.richText()
	if t != storedInline {
		r.check(len(text) == 0, text, "teks sel tidak pada tempatnya")
		return
	}
	cell.Kind, cell.Text = Text, r.string(text)
}

// check records a value that its cell's type does not allow.
func (r *cellReader) check(ok bool, raw []byte, message string) {
	if ok {
		return
	}
	r.at.Cell = Ref(r.row, r.col)
	r.record(problem.New(problem.BadCellValue, r.at, "%s", message).Seen(string(raw)))
}

// string copies a text within the limit.
func (r *cellReader) string(text []byte) string {
	if tooLong(text, r.book.lim.Text) {
		r.at.Cell = Ref(r.row, r.col)
		r.record(textTooLong(r.at, r.book.lim.Text, text))
		return ""
	}
	return string(text)
}

// sharedText finds a shared string.
func (r *cellReader) sharedText(index []byte) string {
	i, ok := parseInt(index, len(r.book.shared))
	if !ok || i == len(r.book.shared) {
		r.cellFail(problem.BadSharedString, "sel merujuk teks nomor %q; tersedia %d teks", index, len(r.book.shared))
		return ""
	}
	return r.book.shared[i]
}
