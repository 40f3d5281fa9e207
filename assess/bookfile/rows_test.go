package bookfile

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
)

// texts are what has tripped writers of workbooks before.
var texts = []string{
	"", "Biasa", "dua\nbaris", " di tepi ", "tab\takhir\r", "a < b & c > \"d\" 'e'", "é – “kutip” 😀", "=1+1", "\n",
	"_x0041_", "_x005F_", "_x005F_x0041_", "a_x00e9_b", "_x12_", "__x0041__", "_x", "_xyz", "\x01\xff",
}

// sheetXML is the sheet of a workbook of one sheet.
func sheetXML(t *testing.T, data []byte) string {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	part, err := z.Open("xl/worksheets/sheet1.xml")
	if err != nil {
		t.Fatal(err)
	}
	xml, err := io.ReadAll(part)
	if err != nil {
		t.Fatal(err)
	}
	return string(xml)
}

func written(t *testing.T, fill func(*Rows)) []byte {
	t.Helper()
	f := excelize.NewFile()
	defer f.Close()
	if err := Frame(f, "Sheet1", []float64{20, 30}, []Merge{{"B2", "C2"}}); err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	if err := Write(&out, f, []func(*Rows){fill}); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// streamed is the same by the library's own writer of rows.
func streamed(t *testing.T, fill func(*excelize.StreamWriter)) []byte {
	t.Helper()
	f := excelize.NewFile()
	defer f.Close()
	w, err := f.NewStreamWriter("Sheet1")
	if err != nil {
		t.Fatal(err)
	}
	for _, col := range []int{2, 1} {
		if err := w.SetColWidth(col, col, float64(10+10*col)); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.MergeCell("B2", "C2"); err != nil {
		t.Fatal(err)
	}
	fill(w)
	if err := w.Flush(); err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	if err := f.Write(&out); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// TestRowsAgreeWithTheLibrary: the sheet is to the byte what the library writes, but
// that it never writes more than its fifteen digits, and takes some texts for codes.
func TestRowsAgreeWithTheLibrary(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	heights := []float64{0, 15, 20.5, 409}
	font := excelize.Font{Family: "Arial", Size: 10, Color: "1F2A3C"}
	const fontXML = `<rPr><rFont val="Arial"></rFont><family val="2"></family><color rgb="FF1F2A3C"></color><sz val="10"></sz></rPr>`
	type place struct {
		row, col int
		Cell
	}
	var cells []place
	for row := range 300 {
		for col := range 1 + r.IntN(30) {
			text := texts[r.IntN(len(texts))]
			if strings.Contains(text, "_x005F_") || strings.Contains(text, "\x01") {
				text = "lain"
			}
			number := []float64{0, 1, -2.5, 0.1, 1e15, 87.23, 1e-7, 123456789.125}[r.IntN(8)]
			c := Cell{Style: r.IntN(3)}
			switch r.IntN(7) {
			case 0:
				continue
			case 1:
				c.Text = text
			case 2:
				c.Number = &number
			case 3:
				c.Formula, c.Number = `A1&"<x>"`, &number
			case 4:
				c.Formula, c.Text = "SUM(A1:A2)", strings.Trim(text, " \t\r\n")
			case 5:
				c.Runs = []Run{{text, fontXML}, {"dan", fontXML}}
			}
			cells = append(cells, place{row, col, c})
		}
	}
	ours := written(t, func(rows *Rows) {
		at := 0
		for row := range 300 {
			rows.Row(heights[row%4], false)
			for ; at < len(cells) && cells[at].row == row; at++ {
				rows.Cell(cells[at].col+1, cells[at].Cell)
			}
		}
	})
	theirs := streamed(t, func(w *excelize.StreamWriter) {
		at := 0
		for row := range 300 {
			values := make([]any, 30)
			for ; at < len(cells) && cells[at].row == row; at++ {
				c := cells[at].Cell
				cell := excelize.Cell{StyleID: c.Style, Formula: c.Formula}
				switch {
				case c.Number != nil:
					cell.Value = *c.Number
				case c.Text != "":
					cell.Value = c.Text
				case len(c.Runs) > 0:
					var runs []excelize.RichTextRun
					for _, run := range c.Runs {
						runs = append(runs, excelize.RichTextRun{Text: run.Text, Font: &font})
					}
					cell.Value = runs
				}
				values[cells[at].col] = cell
			}
			if err := w.SetRow(fmt.Sprintf("A%d", row+1), values, excelize.RowOpts{Height: heights[row%4]}); err != nil {
				t.Fatal(err)
			}
		}
	})
	a, b := sheetXML(t, ours), sheetXML(t, theirs)
	if len(cells) < 3000 || len(a) < 100_000 {
		t.Fatalf("only %d cells", len(cells))
	}
	if a != b {
		i := 0
		for i < min(len(a), len(b)) && a[i] == b[i] {
			i++
		}
		t.Errorf("here  %.200s\nthere %.200s", a[max(i-80, 0):], b[max(i-80, 0):])
	}
}

// TestTextsComeBack: every text is read as it was written, where XML can hold it.
func TestTextsComeBack(t *testing.T) {
	data := written(t, func(rows *Rows) {
		for _, text := range texts {
			rows.Row(0, false)
			rows.Cell(1, Cell{Text: text})
			rows.Cell(2, Cell{Runs: []Run{{text, ""}, {"!", ""}}})
		}
	})
	f, err := excelize.OpenReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	for i, text := range texts {
		want := strings.NewReplacer("\x01", "\uFFFD", "\xff", "\uFFFD").Replace(text)
		got, err := f.GetCellValue("Sheet1", fmt.Sprintf("A%d", i+1))
		if err != nil || got != want {
			t.Errorf("%q came back as %q, %v", text, got, err)
		}
		if got, _ := f.GetCellValue("Sheet1", fmt.Sprintf("B%d", i+1)); got != want+"!" {
			t.Errorf("%q in a run came back as %q", text, got)
		}
	}
}

func TestTooLongIsRefused(t *testing.T) {
	for n, refused := range map[int]bool{longestText: false, longestText + 1: true} {
		for name, c := range map[string]Cell{
			"text": {Text: strings.Repeat("é", n)}, "wide": {Text: strings.Repeat("😀", n/2) + strings.Repeat("a", n%2)},
			"runs": {Runs: []Run{{strings.Repeat("a", n-5), ""}, {"lima!", ""}}},
		} {
			f := excelize.NewFile()
			if err := Frame(f, "Sheet1", nil, nil); err != nil {
				t.Fatal(err)
			}
			err := Write(io.Discard, f, []func(*Rows){func(rows *Rows) { rows.Row(0, false); rows.Row(0, false); rows.Cell(28, c) }})
			if (err != nil) != refused || refused && !strings.Contains(err.Error(), "sheet1.xml: AB2: teks 32768 karakter") {
				t.Errorf("%s of %d: %v", name, n, err)
			}
		}
	}
}
