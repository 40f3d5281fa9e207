package bookfile

import (
	"bufio"
	"fmt"
	"strconv"
	"unicode/utf16"

	"github.com/xuri/excelize/v2"
)

// longestText is how many UTF-16 units a cell holds.
const longestText = 32767

// Rows takes the rows of a sheet, one after the other.
type Rows struct {
	out   *bufio.Writer
	row   int
	names []string // of columns
	buf   []byte
	err   error
}

// Cell is what stands in a cell: a number, a text, or runs of text, each in a font of
// its own; or a formula and what it comes to. Style is one of the workbook; 0 is the
// common one.
type Cell struct {
	Style   int
	Text    string
	Number  *float64
	Formula string
	Runs    []Run
}

// Run is a piece of text. Font is its rPr element.
type Run struct{ Text, Font string }

// Row begins the next row. A height of 0 is left to the office program; so is a
// height that grows, once something is typed.
func (r *Rows) Row(height float64, grows bool) {
	r.end()
	r.row++
	r.buf = append(r.buf[:0], `<row r="`...)
	r.buf = strconv.AppendInt(r.buf, int64(r.row), 10)
	r.buf = append(r.buf, '"')
	if height > 0 {
		r.buf = append(r.buf, ` ht="`...)
		r.buf = strconv.AppendFloat(r.buf, height, 'f', -1, 64)
		r.buf = append(r.buf, '"')
		if !grows {
			r.buf = append(r.buf, ` customHeight="1"`...)
		}
	}
	r.buf = append(r.buf, '>')
}

// end closes the row that is open.
func (r *Rows) end() {
	if r.row > 0 {
		_, _ = r.out.Write(r.buf) // an error stays with the writer
		_, _ = r.out.WriteString("</row>")
	}
}

// Cell writes a cell of the row, columns counted from 1 and ascending.
func (r *Rows) Cell(col int, c Cell) {
	for len(r.names) < col {
		name, err := excelize.ColumnNumberToName(len(r.names) + 1)
		r.fail(err)
		r.names = append(r.names, name)
	}
	b := append(r.buf, `<c r="`...)
	b = append(b, r.names[col-1]...)
	b = strconv.AppendInt(b, int64(r.row), 10)
	b = append(b, '"')
	if c.Style != 0 {
		b = append(b, ` s="`...)
		b = strconv.AppendInt(b, int64(c.Style), 10)
		b = append(b, '"')
	}
	b = r.content(b, c)
	r.buf = append(b, `</c>`...)
	if n := c.length(); n > longestText {
		r.fail(fmt.Errorf("%s%d: teks %d karakter; satu sel memuat paling banyak %d", r.names[col-1], r.row, n, longestText))
	}
}

// fail keeps the first error.
func (r *Rows) fail(err error) {
	if r.err == nil {
		r.err = err
	}
}

// length of the text in UTF-16 units, as Excel counts; short ones are not counted
// closely, for a unit takes at least one byte of UTF-8.
func (c Cell) length() int {
	n := len(c.Text)
	for _, run := range c.Runs {
		n += len(run.Text)
	}
	if n <= longestText {
		return n
	}
	n = units(c.Text)
	for _, run := range c.Runs {
		n += units(run.Text)
	}
	return n
}

func units(text string) int {
	n := 0
	for _, r := range text {
		n += max(utf16.RuneLen(r), 1)
	}
	return n
}

// content is the type of a cell and what is in it.
func (r *Rows) content(b []byte, c Cell) []byte {
	switch {
	case c.Number != nil && c.Formula != "":
		b = append(b, `><f>`...)
		b = appendEscaped(b, c.Formula)
		b = append(b, `</f><v>`...)
		return append(strconv.AppendFloat(b, *c.Number, 'f', -1, 64), `</v>`...)
	case c.Number != nil:
		b = append(b, `><v>`...)
		return append(strconv.AppendFloat(b, *c.Number, 'f', -1, 64), `</v>`...)
	case c.Formula != "":
		b = append(b, ` t="str"><f>`...)
		b = appendEscaped(b, c.Formula)
		b = append(b, `</f>`...)
		if c.Text != "" {
			b = append(b, `<v>`...)
			b = appendText(b, c.Text)
			b = append(b, `</v>`...)
		}
		return b
	case len(c.Runs) > 0:
		b = append(b, ` t="inlineStr"><is>`...)
		for _, run := range c.Runs {
			b = append(b, `<r>`...)
			b = append(b, run.Font...)
			b = appendElement(b, run.Text, appendText)
			b = append(b, `</r>`...)
		}
		return append(b, `</is>`...)
	case c.Text != "":
		b = append(b, ` t="inlineStr"><is>`...)
		b = appendElement(b, c.Text, appendLines)
		return append(b, `</is>`...)
	}
	return append(b, '>')
}
