package round

import (
	"encoding/csv"
	"fmt"
	"io"

	"github.com/xuri/excelize/v2"

	"spotcheck/assess/sheet"
	"spotcheck/indicators"
)

// The sheets of a blank register. registerName is also how one is found again.
const (
	registerName = "Unit"
	guideName    = "Petunjuk"
)

// sampleRows is how far down the blank register is prepared for typing.
const sampleRows = 1_000

// samples are two units to be overwritten; the second belongs to the first. The
// types are usual ones where the instrument knows them.
func samples(in *indicators.Instrument) [][]string {
	kind := func(wanted string, fallback int) string {
		for _, t := range in.Types {
			if t.Key == wanted {
				return t.Title
			}
		}
		if len(in.Types) == 0 {
			return wanted
		}
		return in.Types[min(fallback, len(in.Types)-1)].Title
	}
	return [][]string{
		{"CONTOH-1", "Dinas Contoh (ganti baris ini)", kind("dinas", 0), "", "", "Kepala Dinas", "", "", "", "Layanan Contoh A; Layanan Contoh B"},
		{"CONTOH-2", "Puskesmas Contoh (ganti baris ini)", kind("puskesmas", 1), "CONTOH-1", "", "Kepala Puskesmas", "", "", "", ""},
	}
}

// titles head the columns; mark follows those that every unit needs.
func titles(mark string) []string {
	out := make([]string, len(columns))
	for i, c := range columns {
		out[i] = c.titles[0]
		if c.required {
			out[i] += mark
		}
	}
	return out
}

// writeRegisterCSV: with a byte-order mark and semicolons, as Excel with
// Indonesian settings expects it.
func writeRegisterCSV(w io.Writer, in *indicators.Instrument) error {
	if _, err := io.WriteString(w, "\ufeff"); err != nil {
		return err
	}
	c := csv.NewWriter(w)
	c.Comma, c.UseCRLF = ';', true
	return c.WriteAll(append([][]string{titles("")}, samples(in)...))
}

// writeRegisterXLSX: the sheet Unit to fill in, the sheet Petunjuk to read.
func writeRegisterXLSX(w io.Writer, in *indicators.Instrument) (err error) {
	b := &blankBook{File: excelize.NewFile()}
	defer func() {
		if cerr := b.Close(); err == nil {
			err = cerr
		}
	}()
	b.try(b.SetSheetName("Sheet1", registerName))
	_, serr := b.NewSheet(guideName)
	b.try(serr)
	b.try(b.SetDocProps(&excelize.DocProperties{Creator: "spotcheck", Title: "Daftar unit", Created: "2000-01-01T00:00:00Z", Modified: "2000-01-01T00:00:00Z"}))
	b.guide(in)
	b.units(in)
	if b.err != nil {
		return fmt.Errorf("daftar unit: %w", b.err)
	}
	return b.Write(w)
}

// blankBook keeps the first error, so that the layout reads as a layout.
type blankBook struct {
	*excelize.File
	err error
}

func (b *blankBook) try(err error) {
	if b.err == nil {
		b.err = err
	}
}

func (b *blankBook) row(name string, number int, texts []string) {
	for i, text := range texts {
		b.try(b.SetCellStr(name, sheet.Ref(number, i+1), text))
	}
}

// look is how a kind of cell appears: dark heads, plain text, grey samples. All
// are text to Excel, or it would turn a NIP into a rounded number and a code
// into a date.
func (b *blankBook) look(font excelize.Font, fill string) int {
	const textFormat = 49
	font.Family, font.Size = "Calibri", 11
	s := &excelize.Style{NumFmt: textFormat, Font: &font, Alignment: &excelize.Alignment{Vertical: "top", WrapText: true}}
	for _, side := range []string{"left", "right", "top", "bottom"} {
		s.Border = append(s.Border, excelize.Border{Type: side, Color: "BFBFBF", Style: 1})
	}
	if fill != "" {
		s.Fill = excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{fill}}
	}
	id, err := b.NewStyle(s)
	b.try(err)
	return id
}

func (b *blankBook) header() int { return b.look(excelize.Font{Bold: true, Color: "FFFFFF"}, "1F4E79") }

// units lays out the sheet to fill in.
func (b *blankBook) units(in *indicators.Instrument) {
	text, sample := b.look(excelize.Font{}, ""), b.look(excelize.Font{Italic: true, Color: "7F7F7F"}, "")
	last := sheet.Ref(1, len(columns))
	for i, c := range columns {
		name := sheet.ColumnName(i + 1)
		b.try(b.SetColWidth(registerName, name, name, c.width))
		b.try(b.SetColStyle(registerName, name, text))
		b.validation(name, i, in)
	}
	b.row(registerName, 1, titles(requiredMark))
	b.try(b.SetCellStyle(registerName, "A1", last, b.header()))
	b.try(b.SetRowHeight(registerName, 1, 22))
	rows := samples(in)
	for i, row := range rows {
		b.row(registerName, i+2, row)
	}
	b.try(b.SetCellStyle(registerName, "A2", sheet.Ref(len(rows)+1, len(columns)), sample))
	b.try(b.SetPanes(registerName, &excelize.Panes{Freeze: true, XSplit: 2, YSplit: 1, TopLeftCell: "C2", ActivePane: "bottomRight"}))
	b.try(b.SetSheetDimension(registerName, "A1:"+sheet.Ref(len(rows)+1, len(columns))))
	b.printable(registerName, "landscape")
	b.SetActiveSheet(0)
}

// validation shows a column's hint beside the cell, and the list of types.
func (b *blankBook) validation(name string, i int, in *indicators.Instrument) {
	c := columns[i]
	dv := excelize.NewDataValidation(true)
	dv.Sqref = fmt.Sprintf("%s2:%s%d", name, name, sampleRows)
	dv.SetInput(c.titles[0], c.hint)
	if c.key == "type" && len(in.Types) > 0 {
		dv.SetSqrefDropList(fmt.Sprintf("%s!$A$%d:$A$%d", guideName, typesRow+1, typesRow+len(in.Types)))
		dv.SetError(excelize.DataValidationErrorStyleStop, "Jenis unit", "Pilih jenis unit dari daftar.")
	}
	b.try(b.AddDataValidation(registerName, dv))
}

// typesRow is the row of the guide above the list of types.
const typesRow = len(columns) + 3

func (b *blankBook) guide(in *indicators.Instrument) {
	wrap := b.look(excelize.Font{}, "")
	b.try(b.SetColWidth(guideName, "A", "A", 30))
	b.try(b.SetColWidth(guideName, "B", "B", 90))
	b.row(guideName, 1, []string{"Kolom (* wajib diisi)", "Cara mengisi"})
	for i, title := range titles(requiredMark) {
		b.row(guideName, i+2, []string{title, columns[i].hint})
	}
	b.row(guideName, typesRow, []string{"Jenis unit", "Kode jenis (boleh dipakai di CSV)"})
	for i, t := range in.Types {
		b.row(guideName, typesRow+1+i, []string{t.Title, t.Key})
	}
	end := sheet.Ref(typesRow+len(in.Types), 2)
	b.try(b.SetCellStyle(guideName, "A1", end, wrap))
	b.printable(guideName, "portrait")
	for _, row := range []int{1, typesRow} {
		b.try(b.SetCellStyle(guideName, sheet.Ref(row, 1), sheet.Ref(row, 2), b.header()))
	}
	b.try(b.SetSheetDimension(guideName, "A1:"+end))
}

// printable makes a sheet as wide as one page.
func (b *blankBook) printable(name, orientation string) {
	const a4 = 9
	b.try(b.SetPageLayout(name, &excelize.PageLayoutOptions{Size: ptr(a4), Orientation: &orientation, FitToWidth: ptr(1), FitToHeight: ptr(0)}))
	b.try(b.SetSheetProps(name, &excelize.SheetPropsOptions{FitToPage: ptr(true)}))
}

func ptr[T any](v T) *T { return &v }
