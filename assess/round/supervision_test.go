package round

import (
	"bytes"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"

	"spotcheck/assess/sheet"
	"spotcheck/assess/supervision"
)

const logText = "unit;tanggal;oleh;uraian;bukti\nPKM-1;2026-03-10;atasan;antrean;lembar\nPKM-1;2026-04-10;inspektorat;loket;LHP\n"

func TestSupervisionLog(t *testing.T) {
	const dated = "date: 2026-09-30\npengawasan: catatan.csv\n"
	for _, c := range []struct {
		name, settings, file, text string
		months                     int // that PKM-1 was supervised; -1: no log
		want                       []string
	}{
		{"none named", "date: 2026-09-30\n", "x", "", -1, nil},
		{"sound", dated, "catatan.csv", logText, 2, nil},
		{"bad rows beside good ones", dated, "catatan.csv", logText + "PKM-9;2026-05-10;atasan;x;y\nPKM-1;2026-05-10;atasan\n", 2, []string{"S832@catatan.csv|baris 4", "S401@catatan.csv|baris 5"}},
		{"absent", dated, "x", "", -1, []string{"S101@catatan.csv"}},
		{"empty", dated, "catatan.csv", "", -1, []string{"S831@catatan.csv"}},
		{"not text", dated, "catatan.csv", "unit;\xff\n", -1, []string{"S408@catatan.csv|baris 1"}},
		{"titles only", dated, "catatan.csv", "unit;tanggal;oleh;uraian;bukti\n", 0, nil},
		{"undated round", "pengawasan: catatan.csv\n", "catatan.csv", logText, -1, []string{"S831@catatan.csv"}},
		{"among the inputs", "date: 2026-09-30\npengawasan: masuk/catatan.csv\n", "masuk/catatan.csv", logText, -1, []string{"S831@masuk/catatan.csv"}},
		{"another kind of file", "date: 2026-09-30\npengawasan: catatan.docx\n", "catatan.docx", logText, -1, []string{"S831@catatan.docx"}},
		{"no workbook", "date: 2026-09-30\npengawasan: catatan.xlsx\n", "catatan.xlsx", logText, -1, []string{"S102@catatan.xlsx"}},
		{"examination going on", dated + "letters: {examined: {from: 2026-04-01}}\n", "catatan.csv", logText, 1, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			log, problems := load(t, small(t, c.settings, map[string]string{c.file: c.text})).SupervisionLog(sheet.Limits{})
			months := -1
			if log != nil {
				months = log.Unit("PKM-1").Count(supervision.Proven, supervision.Bys...)
			}
			if got := codes(problems); months != c.months || !slices.Equal(got, c.want) {
				t.Errorf("%d months, %v; want %d, %v", months, got, c.months, c.want)
			}
		})
	}
}

// logBook is a workbook as people keep one: days as days, texts and formulas.
func logBook(t *testing.T, change func(*excelize.File)) string {
	t.Helper()
	f := excelize.NewFile()
	defer func() { _ = f.Close() }()
	for cell, v := range map[string]any{
		"A1": "Catatan pengawasan 2026", "A3": "Unit", "B3": "Tanggal", "C3": "Oleh", "D3": "Uraian", "E3": "Bukti",
		"A4": "PKM-1", "B4": time.Date(2026, 3, 10, 0, 0, 0, 0, time.UTC), "C4": "atasan", "D4": "antrean", "E4": "lembar 3",
		"A6": "PKM-2", "B6": "10 April 2026", "C6": "inspektorat", "D6": "loket", "E6": 12,
	} {
		if err := f.SetCellValue("Sheet1", cell, v); err != nil {
			t.Fatal(err)
		}
	}
	change(f)
	var b bytes.Buffer
	if err := f.Write(&b); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestSupervisionLogFromAWorkbook(t *testing.T) {
	for _, c := range []struct {
		name   string
		change func(*excelize.File)
		want   []string
		days   []string
	}{
		{"days as days and as words", func(*excelize.File) {}, nil, []string{"2026-03-10", "2026-04-10"}},
		{"another sheet first", func(f *excelize.File) {
			_ = f.SetSheetName("Sheet1", "Pengawasan")
			_, _ = f.NewSheet("Awal")
			_ = f.MoveSheet("Awal", "Pengawasan")
		}, nil, []string{"2026-03-10", "2026-04-10"}},
		{"no text in a cell", func(f *excelize.File) { _ = f.SetCellBool("Sheet1", "D4", true) }, []string{"S831@catatan.xlsx|Sheet1!D4"}, []string{"2026-04-10"}},
		{"merged down", func(f *excelize.File) { _ = f.MergeCell("Sheet1", "A4", "A6") }, []string{"S831@catatan.xlsx|Sheet1!A4"}, nil},
		{"no unit of the round", func(f *excelize.File) { _ = f.SetCellStr("Sheet1", "A6", "PKM-7") }, []string{"S832@catatan.xlsx|Sheet1!A6"}, []string{"2026-03-10"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			log, problems := load(t, small(t, "date: 2026-09-30\npengawasan: catatan.xlsx\n", map[string]string{"catatan.xlsx": logBook(t, c.change)})).SupervisionLog(sheet.Limits{})
			var days []string
			if log != nil {
				for _, u := range log.Units {
					for _, r := range u.Records {
						days = append(days, r.Day)
					}
				}
			}
			if got := codes(problems); !slices.Equal(got, c.want) || !slices.Equal(days, c.days) {
				t.Errorf("%v, %v; want %v, %v", days, got, c.days, c.want)
			}
		})
	}
}

func TestIsSupervisionLog(t *testing.T) {
	dir := small(t, "date: 2026-09-30\npengawasan: catatan.csv\n", map[string]string{"catatan.csv": logText})
	r := load(t, dir)
	if !r.IsSupervisionLog(filepath.Join(dir, ".", "catatan.csv")) || r.IsSupervisionLog(filepath.Join(dir, "unit.csv")) || r.IsSupervisionLog(filepath.Join(dir, "lain.csv")) {
		t.Error("the log is not told from other files")
	}
}
