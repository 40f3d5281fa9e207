package csvrows

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"spotcheck/indicators/problem"
)

// Limits bounds what one file may cost.
type Limits struct {
	Bytes    int // of the whole file
	Rows     int // with content
	Fields   int // in one row
	Line     int // bytes of one row, its quotes included
	Text     int // characters in one field
	Problems int // after that many the rest of the file is not looked at
}

// DefaultLimits suits the answers of a large round. Text is the most that Excel
// lets a cell hold.
func DefaultLimits() Limits {
	return Limits{Bytes: 16 << 20, Rows: 100_000, Fields: 100, Line: 1 << 20, Text: 32_767, Problems: 1_000}
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
		return nil, problem.List{problem.New(problem.TooLarge, problem.Place{File: file}, "berkas lebih dari %d bita", lim.Bytes)}
	}
	data = bytes.TrimPrefix(data, []byte("\ufeff"))
	if p, bad := notText(file, data); bad {
		return nil, problem.List{p}
	}
	// A lone carriage return ends no line for the csv package, but does for people.
	data = bytes.ReplaceAll(bytes.ReplaceAll(data, []byte("\r\n"), []byte("\n")), []byte("\r"), []byte("\n"))
	r := &reader{file: file, lim: lim, csv: csv.NewReader(bytes.NewReader(data))}
	r.csv.Comma = separator(data)
	r.csv.FieldsPerRecord = -1
	for r.next() {
	}
	return r.rows, r.problems
}

// notText tells what is not UTF-8, with the row where it starts to be wrong.
func notText(file string, data []byte) (problem.Problem, bool) {
	for line, rest := 1, data; ; line++ {
		text, after, more := bytes.Cut(rest, []byte("\n"))
		if bytes.IndexByte(text, 0) >= 0 || !utf8.Valid(text) {
			p := problem.New(problem.CSVNotUTF8, Place(file, line), "baris ini memuat bita yang bukan UTF-8")
			return p, true
		}
		if !more {
			return problem.Problem{}, false
		}
		rest = after
	}
}

// separator looks at the first line with content, outside quotes.
func separator(data []byte) rune {
	line, _, _ := bytes.Cut(bytes.TrimLeft(data, "\n"), []byte("\n"))
	var commas, semicolons int
	quoted := false
	for _, c := range line {
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

// reader turns the records of the csv package into numbered rows.
type reader struct {
	file     string
	lim      Limits
	csv      *csv.Reader
	rows     []Row
	problems problem.List
	folded   int   // line breaks inside fields so far: lines minus rows
	offset   int64 // where the record before ended
}

// next reads one record; false at the end of what can be read.
func (r *reader) next() bool {
	if len(r.problems) >= r.lim.Problems {
		last := r.problems[len(r.problems)-1]
		r.problems = append(r.problems, problem.New(problem.TooLarge, problem.Place{File: last.File, Cell: last.Cell}, "terlalu banyak kesalahan; baris sesudah ini tidak diperiksa"))
		return false
	}
	fields, err := r.csv.Read()
	if errors.Is(err, io.EOF) {
		return false
	}
	if err != nil {
		return r.damaged(err)
	}
	line, _ := r.csv.FieldPos(0)
	row := Row{Number: line - r.folded, Fields: fields}
	last, _ := r.csv.FieldPos(len(fields) - 1)
	r.folded += last + strings.Count(fields[len(fields)-1], "\n") - line
	length := r.csv.InputOffset() - r.offset
	r.offset = r.csv.InputOffset()
	switch {
	case blank(fields):
		return true
	case len(r.rows) == r.lim.Rows:
		r.tell(problem.TooLarge, row.Number, "lebih dari %d baris; baris ini dan sesudahnya tidak dibaca", r.lim.Rows)
		return false
	case len(fields) > r.lim.Fields || length > int64(r.lim.Line) || !r.short(fields):
		r.tell(problem.TooLarge, row.Number, "baris lebih panjang daripada batas (%d kolom, %d huruf tiap kolom, %d bita seluruhnya)", r.lim.Fields, r.lim.Text, r.lim.Line)
	case len(r.rows) > 0 && len(fields) != len(r.rows[0].Fields):
		r.tell(problem.CSVDamaged, row.Number, "baris berisi %d kolom, judulnya %d kolom", len(fields), len(r.rows[0].Fields))
	default:
		r.rows = append(r.rows, row)
		return true
	}
	return len(r.rows) > 0 // without its header the rest means nothing
}

// damaged tells an error of the csv package. A stray quote inside a field
// spoils its row alone; after a quoted field that does not end as it should,
// nobody knows where the rows begin, so reading stops.
func (r *reader) damaged(err error) bool {
	var parse *csv.ParseError
	if !errors.As(err, &parse) {
		r.tell(problem.NotReadable, len(r.rows)+1, "baris tidak dapat dibaca")
		return false
	}
	number := parse.StartLine - r.folded
	if errors.Is(err, csv.ErrBareQuote) && parse.StartLine == parse.Line {
		r.tell(problem.CSVDamaged, number, "tanda kutip di tengah kolom")
		r.offset = r.csv.InputOffset()
		return len(r.rows) > 0
	}
	r.tell(problem.CSVDamaged, number, "tanda kutip tidak ditutup sebagaimana mestinya; baris ini dan sesudahnya tidak dibaca")
	return false
}

func (r *reader) tell(code problem.Code, number int, format string, args ...any) {
	r.problems = append(r.problems, problem.New(code, Place(r.file, number), format, args...))
}

func (r *reader) short(fields []string) bool {
	for _, f := range fields {
		if len(f) > r.lim.Text && utf8.RuneCountInString(f) > r.lim.Text {
			return false
		}
	}
	return true
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
