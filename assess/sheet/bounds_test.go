package sheet

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"spotcheck/indicators/problem"
)

// TestLimits crosses each limit by one and stays just within it.
func TestLimits(t *testing.T) {
	rows := func(n int) string {
		var b strings.Builder
		for i := 1; i <= n; i++ {
			fmt.Fprintf(&b, `<row r="%d"><c r="A%d"><v>1</v></c></row><row r="%d"/>`, 2*i, 2*i, 2*i+1)
		}
		return b.String()
	}
	three := rows(3)
	sheetLen := int64(len(soundBook(three).body[sheetPart]))
	var total int64
	for _, name := range []string{"_rels/.rels", bookPart, bookRels, stringsPart, stylesPart, sheetPart} {
		total += int64(len(soundBook(three).body[name]))
	}
	long := func(n int) string {
		return `<row r="1"><c r="A1" t="str"><v>` + strings.Repeat("é", n) + `</v></c></row>`
	}
	tests := []struct {
		name string
		book *bookParts
		set  func(*Limits, int64)
		most int64 // the tightest limit that lets the book pass
	}{
		{"file", soundBook(three), func(l *Limits, n int64) { l.File = n }, int64(len(soundBook(three).zip()))},
		{"part", soundBook(three), func(l *Limits, n int64) { l.Part = n }, max(sheetLen, int64(len(soundBook("").body[bookRels])))},
		{"total", soundBook(three), func(l *Limits, n int64) { l.Total = n }, total},
		{"entries", soundBook(three), func(l *Limits, n int64) { l.Entries = int(n) }, 7},
		{"relations", soundBook(three).drop("[Content_Types].xml").replace(bookRels, "</Relationships>",
			strings.Join([]string{`<Relationship Id="a"/>`, `<Relationship Id="b"/>`, `<Relationship Id="c"/>`, `<Relationship Id="d"/></Relationships>`}, "")),
			func(l *Limits, n int64) { l.Entries = int(n) }, 7},
		{"sheets", soundBook(three).replace(bookPart, "</sheets>", `<sheet name="B" r:id="rId1"/></sheets>`), func(l *Limits, n int64) { l.Sheets = int(n) }, 2},
		{"rows", soundBook(three), func(l *Limits, n int64) { l.Rows = int(n) }, 3},
		{"cells", soundBook(rows(5)), func(l *Limits, n int64) { l.Cells = int(n) }, 5},
		{"shared texts", soundBook(""), func(l *Limits, n int64) { l.Cells = int(n) }, 3},
		{"merged ranges", soundBook("").replace(sheetPart, "</sheetData>", `</sheetData><mergeCells>`+strings.Repeat(`<mergeCell ref="A1:B2"/>`, 4)+`</mergeCells>`),
			func(l *Limits, n int64) { l.Cells = int(n) }, 4},
		{"text", soundBook(long(9)), func(l *Limits, n int64) { l.Text = int(n) }, 9},
		{"text beyond the basic plane", soundBook(`<row><c t="str"><v>a😀😀😀😀</v></c></row>`), func(l *Limits, n int64) { l.Text = int(n) }, 9},
		{"marks", soundBook(""), func(l *Limits, n int64) { l.Marks = int(n) }, int64(allMarks(soundBook("")))},
		{"inline text", soundBook(`<row><c t="inlineStr"><is><t>123456</t></is></c></row>`), func(l *Limits, n int64) { l.Text = int(n) }, 6},
		{"shared text", soundBook(""), func(l *Limits, n int64) { l.Text = int(n) }, 4},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			data := tt.book.zip()
			for less, want := range []problem.Code{"", "S108"} {
				lim := DefaultLimits()
				tt.set(&lim, tt.most-int64(less))
				if _, err := readIsi(data, lim); codeOf(t, err) != want {
					t.Errorf("limit %d: got %v, want %q", tt.most-int64(less), err, want)
				}
			}
		})
	}
}

// allMarks counts the marks in all parts that are read.
func allMarks(b *bookParts) (n int) {
	for name, body := range b.body {
		if name != "[Content_Types].xml" {
			n += marks([]byte(body))
		}
	}
	return n
}

// Who sent a text that is too long has to find it and shorten it, no more.
func TestTooLongTextIsNamed(t *testing.T) {
	lim := DefaultLimits()
	long := "Catatan rapat " + strings.Repeat("é", lim.Text)
	for name, book := range map[string]*bookParts{
		"in its cell": soundBook(`<row r="3"><c r="B3" t="str"><v>` + long + `</v></c></row>`),
		"shared":      soundBook("").replace(stringsPart, "satu", long),
	} {
		_, err := readIsi(book.zip(), lim)
		var p problem.Problem
		if !errors.As(err, &p) || p.Code != problem.TooLarge || p.Remedy != "Persingkat teks di sel itu, lalu simpan ulang" || !strings.HasPrefix(p.Value, "Catatan rapat é") {
			t.Errorf("%s: %v", name, err)
		}
		if want := map[string]string{"in its cell": "B3"}[name]; p.Cell != want {
			t.Errorf("%s: told of cell %q", name, p.Cell)
		}
	}
}
