package bookfile

import (
	"archive/zip"
	"bytes"
	"errors"
	"io"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
)

// drawnBook is a workbook of three sheets, with what the library writes in a random
// order: several sheets, charts and comments.
func drawnBook(t *testing.T) []byte {
	t.Helper()
	f := excelize.NewFile()
	defer f.Close()
	var rows []func(*Rows)
	for i, name := range []string{"Sheet1", "Dua", "Tiga"} {
		if _, err := f.NewSheet(name); err != nil {
			t.Fatal(err)
		}
		chart := &excelize.Chart{Type: excelize.Bar, Series: []excelize.ChartSeries{{Values: name + "!$A$1:$A$3"}}}
		if err := f.AddChart(name, "C1", chart); err != nil {
			t.Fatal(err)
		}
		if err := f.AddComment(name, excelize.Comment{Cell: "A1", Text: "catatan"}); err != nil {
			t.Fatal(err)
		}
		if err := Frame(f, name, []float64{10}, nil); err != nil {
			t.Fatal(err)
		}
		rows = append(rows, func(out *Rows) {
			for n := range 3 {
				value := float64(10*i + n)
				out.Row(15, n == 1)
				out.Cell(1, Cell{Number: &value})
			}
		})
	}
	var out bytes.Buffer
	if err := Write(&out, f, rows); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func TestWrite(t *testing.T) {
	data := drawnBook(t)
	for range 8 {
		if !bytes.Equal(data, drawnBook(t)) {
			t.Fatal("equal workbooks give other bytes")
		}
	}
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	if !slices.IsSortedFunc(z.File, func(a, b *zip.File) int { return strings.Compare(a.Name, b.Name) }) || z.File[0].Name != contentTypes {
		t.Error("the parts are not in order")
	}
	part, err := z.Open(contentTypes)
	if err != nil {
		t.Fatal(err)
	}
	types, err := io.ReadAll(part)
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, piece := range strings.Split(string(types), `PartName="`)[1:] {
		names = append(names, piece[:strings.IndexByte(piece, '"')])
	}
	if len(names) < 12 || !slices.IsSorted(names) {
		t.Errorf("content types: %q", names)
	}
	if rows := sheetXML(t, data); !strings.Contains(rows, `<row r="1" ht="15" customHeight="1">`) || !strings.Contains(rows, `<row r="2" ht="15">`) {
		t.Error("the heights are not as asked")
	}
	f, err := excelize.OpenReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	for sheet, want := range map[string]string{"Sheet1": "2", "Dua": "12", "Tiga": "22"} {
		if got, err := f.GetCellValue(sheet, "A3"); got != want || err != nil {
			t.Errorf("%s!A3 is %q, want %q, %v", sheet, got, want, err)
		}
	}
}

// TestWriteRefuses: what cannot be written whole is not begun.
func TestWriteRefuses(t *testing.T) {
	one := func(out *Rows) { out.Row(0, false); out.Cell(1, Cell{Text: "satu"}) }
	framed := func(f *excelize.File) error { return Frame(f, "Sheet1", nil, nil) }
	filled := func(f *excelize.File) error { return f.SetCellStr("Sheet1", "A1", "ada") }
	for name, test := range map[string]struct {
		make func(*excelize.File) error
		fill func(*Rows)
		want string
	}{
		"no frame":    {filled, one, "the sheet has rows already"},
		"far columns": {framed, func(out *Rows) { out.Row(0, false); out.Cell(16385, Cell{}) }, "column"},
		"long text":   {framed, func(out *Rows) { out.Row(0, false); out.Cell(2, Cell{Text: strings.Repeat("a", 32768)}) }, "B1: teks 32768 karakter"},
	} {
		f := excelize.NewFile()
		if err := test.make(f); err != nil {
			t.Fatal(err)
		}
		var out bytes.Buffer
		if err := Write(&out, f, []func(*Rows){test.fill}); err == nil || !strings.Contains(err.Error(), test.want) || out.Len() > 0 {
			t.Errorf("%s: %v, %d bytes", name, err, out.Len())
		}
	}
	full := errors.New("disk full")
	f := excelize.NewFile()
	if err := framed(f); err != nil {
		t.Fatal(err)
	}
	if err := Write(failing{full}, f, []func(*Rows){one}); !errors.Is(err, full) {
		t.Errorf("failing writer: %v", err)
	}
}

type failing struct{ err error }

func (w failing) Write([]byte) (int, error) { return 0, w.err }

func TestAdvance(t *testing.T) {
	for r, want := range map[rune][2]int{' ': {278, 278}, 'A': {667, 722}, 'i': {222, 278}, '~': {584, 584}, 'é': {600, 600}, '→': {1000, 1000}, '\n': {0, 0}} {
		if got := [2]int{Advance(r, false), Advance(r, true)}; got != want {
			t.Errorf("%q is %v wide, want %v", r, got, want)
		}
	}
}
