package sheet

import (
	"bytes"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"
)

// differences compares a sheet with what excelize's GetCellValue says of the
// same bytes: every cell of ours, and every cell of the top left corner. It is
// nil if excelize cannot read the file. Where the two are known to differ:
//
//   - a cell inside a merged range, other than its first, has the value of the
//     first in excelize and its own here;
//   - excelize gives numbers, booleans and errors with the blanks around them,
//     and booleans as stored (true or 1);
//   - excelize does not resolve _xHHHH_ in formula results and drops halves of
//     surrogate pairs; texts with such escapes are not compared.
func differences(data []byte, s *Sheet, corner int) []string {
	f, err := excelize.OpenReader(bytes.NewReader(data), excelize.Options{RawCellValue: true, UnzipSizeLimit: 64 << 20, UnzipXMLSizeLimit: 16 << 20})
	if err != nil {
		return nil
	}
	defer f.Close()
	var diffs []string
	compare := func(row, col int) bool {
		c := cellAt(s, row, col)
		theirs, err := f.GetCellValue(s.Name, Ref(row, col))
		if err != nil {
			return false
		}
		if !coveredByMerge(s, row, col) && !agree(c, theirs) {
			diffs = append(diffs, fmt.Sprintf("%s!%s: %+v, excelize %q", s.Name, c.Ref(row), c, theirs))
		}
		return true
	}
	for _, row := range s.Rows {
		for _, c := range row.Cells {
			if !compare(row.Number, c.Col) {
				return nil
			}
		}
	}
	for row := 1; row <= corner; row++ {
		for col := 1; col <= corner; col++ {
			if !compare(row, col) {
				return nil
			}
		}
	}
	return diffs
}

func coveredByMerge(s *Sheet, row, col int) bool {
	for _, m := range s.Merged {
		if row >= m.Top && row <= m.Bottom && col >= m.Left && col <= m.Right && (row != m.Top || col != m.Left) {
			return true
		}
	}
	return false
}

func agree(c Cell, theirs string) bool {
	switch {
	case strings.Contains(theirs, "_x") || strings.Contains(c.Text, "_x"):
		return true
	case c.Kind == Text:
		return c.Text == theirs || mayBeEscaped(c.Text)
	case c.Kind == Bool:
		b, ok := parseBool([]byte(theirs))
		return ok && b == (c.Text == "1")
	}
	return c.Text == strings.Trim(theirs, " \t\r\n")
}

// mayBeEscaped reports whether a text holds what is stored as an escape only.
func mayBeEscaped(text string) bool {
	return strings.ContainsFunc(text, func(r rune) bool { return r < 0x20 && r != '\t' && r != '\n' || r > 0xFFFF })
}

// assortedFile is a workbook made by excelize with cells of every type.
func assortedFile(t testing.TB) []byte {
	t.Helper()
	f := excelize.NewFile()
	defer f.Close()
	must := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	values := []any{
		"teks", "", " tepi ", "baris\nbaru", "a<b>&\"'", "é 東京 😀", "satu_xdua", "=1+1", "1.234,50", "87,5 %",
		0, 5, -7, 2.5, 1e-9, 1.0 / 3, 12345678901234567, true, false,
		time.Date(2026, 3, 16, 9, 30, 0, 0, time.UTC), 90 * time.Minute, nil,
	}
	for i, v := range values {
		must(f.SetCellValue("Sheet1", Ref(i+1, 1), v))
		must(f.SetCellValue("Sheet1", Ref(i+1, 2+i%5), v))
	}
	percent, err := f.NewStyle(&excelize.Style{NumFmt: 10})
	must(err)
	must(f.SetCellValue("Sheet1", "H1", 0.875))
	must(f.SetCellStyle("Sheet1", "H1", "H3", percent))
	format := "dd mmmm yyyy"
	date, err := f.NewStyle(&excelize.Style{CustomNumFmt: &format})
	must(err)
	must(f.SetCellValue("Sheet1", "H5", 45658))
	must(f.SetCellStyle("Sheet1", "H5", "H5", date))
	must(f.SetCellRichText("Sheet1", "I1", []excelize.RichTextRun{{Text: "tebal ", Font: &excelize.Font{Bold: true}}, {Text: " biasa"}}))
	must(f.SetCellFormula("Sheet1", "J1", "SUM(A11:A13)"))
	must(f.SetCellValue("Sheet1", "J2", 9))
	must(f.SetCellFormula("Sheet1", "J2", "A12*2"))
	must(f.SetCellFormula("Sheet1", "J3", `A1&"x"`))
	must(f.SetCellFormula("Sheet1", "J4", "1/0"))
	must(f.MergeCell("Sheet1", "L1", "M3"))
	must(f.SetCellValue("Sheet1", "L1", "gabungan"))
	must(f.SetRowVisible("Sheet1", 4, false))
	_, err = f.NewSheet("Lembar Dua")
	must(err)
	must(f.SetCellValue("Lembar Dua", "C300", "jauh"))
	must(f.SetSheetVisible("Lembar Dua", false))
	buf, err := f.WriteToBuffer()
	must(err)
	return buf.Bytes()
}

// sameAsExcelize reads all sheets of data and compares them with excelize.
func sameAsExcelize(t *testing.T, data []byte) *Workbook {
	t.Helper()
	w, err := Open(data, DefaultLimits())
	if err != nil {
		t.Fatal(err)
	}
	cells := 0
	for _, info := range w.Sheets() {
		s, err := w.Read(info.Name)
		if err != nil {
			t.Fatal(err)
		}
		for _, d := range differences(data, s, 30) {
			t.Error(d)
		}
		for _, row := range s.Rows {
			cells += len(row.Cells)
		}
	}
	if cells == 0 {
		t.Error("no cell to compare")
	}
	return w
}

func TestSameAsExcelize(t *testing.T) {
	for name, data := range map[string][]byte{"assorted": assortedFile(t), "form": formFile(t)} {
		t.Run(name, func(t *testing.T) { sameAsExcelize(t, data) })
	}
}

// TestAssorted says what the kinds of the assorted file are, which excelize
// does not tell; after other programs saved it, they must be the same.
func TestAssorted(t *testing.T) { checkAssorted(t, sameAsExcelize(t, assortedFile(t)), false) }

func checkAssorted(t *testing.T, w *Workbook, computed bool) {
	t.Helper()
	s, err := w.Read("Sheet1")
	if err != nil {
		t.Fatal(err)
	}
	want := map[string]Cell{
		"A1": {Kind: Text, Text: "teks"}, "A3": {Kind: Text, Text: " tepi "}, "A4": {Kind: Text, Text: "baris\nbaru"},
		"A5": {Kind: Text, Text: "a<b>&\"'"}, "A6": {Kind: Text, Text: "é 東京 😀"}, "A7": {Kind: Text, Text: "satu_xdua"},
		"A8": {Kind: Text, Text: "=1+1"}, "A9": {Kind: Text, Text: "1.234,50"}, "A12": {Kind: Number, Text: "5"},
		"A18": {Kind: Bool, Text: "1"}, "A19": {Kind: Bool, Text: "0"}, "A20": {Kind: Date}, "A22": {},
		"H1": {Kind: Percent, Text: "0.875"}, "H5": {Kind: Date, Text: "45658"}, "I1": {Kind: Text, Text: "tebal  biasa"},
		"J1": {Kind: NoValue, Formula: true}, "L1": {Kind: Text, Text: "gabungan"}, "M2": {},
	}
	if computed {
		// LibreOffice has no logical values, only formulas that are shown as such.
		want["A18"] = Cell{Kind: Bool, Text: "1", Formula: true}
		want["A19"] = Cell{Kind: Bool, Text: "0", Formula: true}
		want["J1"] = Cell{Kind: Number, Text: "-2", Formula: true}
		want["J3"] = Cell{Kind: Text, Text: "teksx", Formula: true}
		want["J4"] = Cell{Kind: Error, Text: "#DIV/0!", Formula: true}
	}
	for ref, c := range want {
		row, col, ok := parseRef([]byte(ref))
		if !ok {
			t.Fatalf("bad address %s", ref)
		}
		got := cellAt(s, row, col)
		if got.Kind != c.Kind || got.Formula != c.Formula || (c.Text != "" && got.Text != c.Text) {
			t.Errorf("%s = %+v, want %+v", ref, got, c)
		}
	}
	for _, row := range s.Rows {
		if row.Hidden != (row.Number == 4) {
			t.Errorf("row %d: Hidden = %v", row.Number, row.Hidden)
		}
	}
	if len(s.Merged) != 1 || s.Merged[0] != (Range{1, 12, 3, 13}) {
		t.Errorf("Merged = %v", s.Merged)
	}
	if got := w.Sheets(); len(got) != 2 || got[1] != (Info{"Lembar Dua", true}) {
		t.Errorf("Sheets() = %v", got)
	}
}
