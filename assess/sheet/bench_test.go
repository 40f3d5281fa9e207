package sheet

import (
	"fmt"
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
	// Without it openpyxl reads one cell.
	if err := f.SetSheetDimension("Sheet1", "A1:J121"); err != nil {
		tb.Fatal(err)
	}
	buf, err := f.WriteToBuffer()
	if err != nil {
		tb.Fatal(err)
	}
	return buf.Bytes()
}

// FormFile is formFile for the tests from outside.
var FormFile = formFile

// BenchmarkRead is for profiles; what it is worth beside others BenchmarkRatio tells.
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
