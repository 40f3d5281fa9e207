package csvrows

import (
	"bytes"
	"fmt"
	"strings"
	"unicode/utf8"

	"spotcheck/indicators/problem"
)

// Limits bounds what one file may cost.
type Limits struct {
	Bytes    int // of the whole file
	Lines    int // rows with content or without
	Rows     int // with content
	Fields   int // in one row
	Cells    int // fields of all rows
	Line     int // bytes of one row, its quotes included
	Text     int // characters in one field, counted as Excel does
	Problems int // after that many the rest of the file is not looked at
}

// DefaultLimits suits the answers of a large round. Text is the most that Excel
// lets a cell hold; empty rows are what it writes below a table that was formatted
// to the bottom of its sheet.
func DefaultLimits() Limits {
	return Limits{
		Bytes: 16 << 20, Lines: 1_200_000, Rows: 100_000, Fields: 100, Cells: 1_500_000,
		Line: 1 << 20, Text: 32_767, Problems: 1_000,
	}
}

// Row is one row with content; Number is 1 for the first row of the file.
type Row struct {
	Number int
	Fields []string
}

// At is the place of a row in file.
func (r Row) At(file string) problem.Place { return Place(file, r.Number) }

// Place is the place of row number in file.
func Place(file string, number int) problem.Place {
	return problem.Place{File: file, Cell: fmt.Sprintf("baris %d", number)}
}

// Read gives the rows that have content. A file that is not text, too large or
// empty gives none; a damaged row is told and left out.
func Read(file string, data []byte, lim Limits) ([]Row, problem.List) {
	if len(data) > lim.Bytes {
		return nil, problem.List{problem.New(problem.TooLarge, problem.Place{File: file}, "berkas lebih dari %d bita", lim.Bytes).Fix(smaller)}
	}
	data = bytes.TrimPrefix(data, []byte("\ufeff"))
	if p, bad := notText(file, data); bad {
		return nil, problem.List{p}
	}
	text := string(data)
	r := &reader{file: file, lim: lim, parser: parser{src: text, comma: separator(text), lim: lim}}
	for r.next() {
	}
	return r.rows, r.problems
}

// notText tells what is not UTF-8, with the line where it starts to be wrong.
func notText(file string, data []byte) (problem.Problem, bool) {
	at := bytes.IndexByte(data, 0)
	if at < 0 && utf8.Valid(data) {
		return problem.Problem{}, false
	}
	line := 1
	for rest := data; ; line++ {
		text, after, more := bytes.Cut(rest, []byte("\n"))
		if !more || bytes.IndexByte(text, 0) >= 0 || !utf8.Valid(text) {
			return problem.New(problem.CSVNotUTF8, Place(file, line), "baris ini memuat bita yang bukan UTF-8"), true
		}
		rest = after
	}
}

// separator looks at the first line with content, outside quotes.
func separator(text string) byte {
	const enough = 64 << 10 // of a line, to know it
	line := strings.TrimLeft(text, "\r\n")
	line = line[:min(len(line), enough)]
	if end := strings.IndexAny(line, "\r\n"); end >= 0 {
		line = line[:end]
	}
	var commas, semicolons int
	quoted := false
	for _, c := range []byte(line) {
		switch {
		case c == '"':
			quoted = !quoted
		case quoted:
		case c == ',':
			commas++
		case c == ';':
			semicolons++
		}
	}
	if semicolons > commas {
		return ';'
	}
	return ','
}

// reader keeps the rows that are sound and tells of the others.
type reader struct {
	parser
	file     string
	lim      Limits
	rows     []Row
	cells    int
	problems problem.List
}

// next reads one row; false at the end of what can be read.
func (r *reader) next() bool {
	if len(r.problems) >= r.lim.Problems {
		last := r.problems[len(r.problems)-1]
		r.problems = append(r.problems, problem.New(problem.TooLarge, problem.Place{File: last.File, Cell: last.Cell}, "terlalu banyak kesalahan; baris sesudah ini tidak diperiksa"))
		return false
	}
	fields, fault := r.record()
	switch {
	case fault == atEnd:
		return false
	case r.number > r.lim.Lines:
		r.tell(problem.TooLarge, "lebih dari %d baris, yang kosong pun terhitung; baris ini dan sesudahnya tidak dibaca", r.lim.Lines)
		return false
	case fault == lostQuotes:
		r.tell(problem.CSVDamaged, "tanda kutip tidak ditutup sebagaimana mestinya; baris ini dan sesudahnya tidak dibaca")
		return false
	case fault == strayQuote:
		r.tell(problem.CSVDamaged, "tanda kutip di tengah kolom")
	case fault == tooLong, !r.short(fields):
		r.tell(problem.TooLarge, "baris lebih panjang daripada batas (%d kolom, %d huruf tiap kolom, %d bita seluruhnya)", r.lim.Fields, r.lim.Text, r.lim.Line)
	case blank(fields):
		return true
	case len(r.rows) == r.lim.Rows:
		r.tell(problem.TooLarge, "lebih dari %d baris; baris ini dan sesudahnya tidak dibaca", r.lim.Rows)
		return false
	case r.cells+len(fields) > r.lim.Cells:
		r.tell(problem.TooLarge, "lebih dari %d sel; baris ini dan sesudahnya tidak dibaca", r.lim.Cells)
		return false
	case len(r.rows) > 0 && len(fields) != len(r.rows[0].Fields):
		r.tell(problem.CSVDamaged, "baris berisi %d kolom, judulnya %d kolom", len(fields), len(r.rows[0].Fields))
	default:
		r.rows = append(r.rows, Row{r.number, r.keep()})
		r.cells += len(fields)
		return true
	}
	return len(r.rows) > 0 // without its header the rest means nothing
}

func (r *reader) tell(code problem.Code, format string, args ...any) {
	p := problem.New(code, Place(r.file, r.number), format, args...)
	if code == problem.TooLarge {
		p = p.Fix(smaller)
	}
	r.problems = append(r.problems, p)
}

// smaller is what to do about a CSV beyond a limit.
const smaller = "Persingkat teks di baris itu, atau bagi berkasnya menjadi beberapa berkas"

func (r *reader) short(fields []string) bool {
	for _, f := range fields {
		if len(f) > r.lim.Text && utf16Len(f) > r.lim.Text {
			return false
		}
	}
	return true
}

// utf16Len counts text as Excel does: emoji and their like are two.
func utf16Len(text string) (n int) {
	for _, r := range text {
		if n++; r > 0xFFFF {
			n++
		}
	}
	return n
}

// blank: rows that offices leave behind below a table.
func blank(fields []string) bool {
	for _, f := range fields {
		if strings.TrimSpace(f) != "" {
			return false
		}
	}
	return true
}
