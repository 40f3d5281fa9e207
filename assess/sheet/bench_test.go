package sheet

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"testing"

	"github.com/xuri/excelize/v2"
)

// formFile is a filled form as a unit would send it: 120 rows by 10 columns of
// mixed kinds, and two small sheets.
func formFile(tb testing.TB) []byte {
	tb.Helper()
	f := excelize.NewFile()
	defer f.Close()
	for row := 1; row <= 121; row++ {
		values := []any{
			fmt.Sprintf("1.%d.%d", row/10, row%10),
			fmt.Sprintf("Apakah standar pelayanan nomor %d tersedia dan diumumkan kepada masyarakat?", row),
			"Ya", row % 5, float64(row) / 7, fmt.Sprintf("Catatan %d", row%40), "https://contoh.go.id/bukti", row%2 == 0, "Belum", 45658 + row,
		}
		if err := f.SetSheetRow("Sheet1", fmt.Sprintf("A%d", row), &values); err != nil {
			tb.Fatal(err)
		}
	}
	for _, name := range []string{"Identitas", "Petunjuk"} {
		if _, err := f.NewSheet(name); err != nil {
			tb.Fatal(err)
		}
		for row := 1; row <= 10; row++ {
			if err := f.SetCellValue(name, fmt.Sprintf("A%d", row), fmt.Sprintf("%s %d", name, row)); err != nil {
				tb.Fatal(err)
			}
		}
	}
	buf, err := f.WriteToBuffer()
	if err != nil {
		tb.Fatal(err)
	}
	return buf.Bytes()
}

// BenchmarkRead and the benchmarks below it read the same file; compare them
// within one run. Ours should take at most 2.6 times Inflate, and Excelize at
// least 5 times ours.
func BenchmarkRead(b *testing.B) {
	data := formFile(b)
	b.ReportAllocs()
	for b.Loop() {
		w, err := Open(data, DefaultLimits())
		if err != nil {
			b.Fatal(err)
		}
		for _, info := range w.Sheets() {
			if _, err := w.Read(info.Name); err != nil {
				b.Fatal(err)
			}
		}
	}
}

// BenchmarkInflate only inflates the parts that Read needs.
func BenchmarkInflate(b *testing.B) {
	data := formFile(b)
	needed := map[string]bool{
		"_rels/.rels": true, bookPart: true, bookRels: true, stringsPart: true, stylesPart: true,
		sheetPart: true, "xl/worksheets/sheet2.xml": true, "xl/worksheets/sheet3.xml": true,
	}
	b.ReportAllocs()
	for b.Loop() {
		z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
		if err != nil {
			b.Fatal(err)
		}
		parts := 0
		for _, f := range z.File {
			if !needed[f.Name] {
				continue
			}
			parts++
			r, err := f.Open()
			if err != nil {
				b.Fatal(err)
			}
			if _, err := io.Copy(io.Discard, r); err != nil {
				b.Fatal(err)
			}
		}
		if parts != len(needed) {
			b.Fatalf("inflated %d parts, want %d", parts, len(needed))
		}
	}
}

func BenchmarkExcelizeRaw(b *testing.B) { benchmarkExcelize(b, excelize.Options{RawCellValue: true}) }

func BenchmarkExcelizeDefault(b *testing.B) { benchmarkExcelize(b, excelize.Options{}) }

func benchmarkExcelize(b *testing.B, opts excelize.Options) {
	data := formFile(b)
	b.ReportAllocs()
	for b.Loop() {
		f, err := excelize.OpenReader(bytes.NewReader(data))
		if err != nil {
			b.Fatal(err)
		}
		for _, name := range f.GetSheetList() {
			if _, err := f.GetRows(name, opts); err != nil {
				b.Fatal(err)
			}
		}
		f.Close()
	}
}
