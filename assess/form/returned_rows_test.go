package form_test

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// questionSheets are the sheets of questions in sight.
func (h hand) questionSheets() []string {
	return slices.DeleteFunc(h.GetSheetList(), func(name string) bool {
		return slices.Contains([]string{"Petunjuk", "Identitas", "_daftar", "_spotcheck"}, name)
	})
}

// each does something to every sheet of questions.
func each(do func(h hand, name string) error) func(hand) {
	return func(h hand) {
		for _, name := range h.questionSheets() {
			h.ok(do(h, name))
		}
	}
}

// cells sets cells of Penilaian.
func cells(list ...any) func(hand) {
	return func(h hand) {
		for i := 0; i < len(list); i += 2 {
			h.ok(h.SetCellValue("Penilaian", list[i].(string), list[i+1]))
		}
	}
}

// questionParts are the numbers of the parts of sheets of questions, of any shape.
var questionParts = regexp.MustCompile(`^xl/worksheets/sheet[3-9]\.xml$`)

// eachPart changes the parts of the sheets of questions; those without heads stay.
func eachPart(do func(string) string) func(bookParts) {
	return func(p bookParts) {
		for name, content := range p.parts {
			if questionParts.MatchString(name) && strings.Contains(content, `<c r="A4"`) {
				p.parts[name] = do(content)
			}
		}
	}
}

var rowPattern = regexp.MustCompile(`(?s)<row r="(\d+)".*?</row>`)

// reversed turns the rows below the heads upside down, all their cells with them.
func reversed(sheet string) string {
	last := 0
	for _, m := range rowPattern.FindAllStringSubmatch(sheet, -1) {
		last, _ = strconv.Atoi(m[1])
	}
	return rowPattern.ReplaceAllStringFunc(sheet, func(row string) string {
		n := rowPattern.FindStringSubmatch(row)[1]
		if i, _ := strconv.Atoi(n); i > 4 {
			row = renumbered(row, n, strconv.Itoa(last+5-i))
		}
		return row
	})
}

func renumbered(row, from, to string) string {
	row = strings.Replace(row, `<row r="`+from+`"`, `<row r="`+to+`"`, 1)
	return regexp.MustCompile(`<c r="([A-Z]+)`+from+`"`).ReplaceAllString(row, `<c r="${1}`+to+`"`)
}

// exchanged swaps two columns.
func exchanged(x, y string) func(string) string {
	pattern := regexp.MustCompile(`<c r="(` + x + `|` + y + `)(\d+)"`)
	return func(sheet string) string {
		return pattern.ReplaceAllStringFunc(sheet, func(c string) string {
			m := pattern.FindStringSubmatch(c)
			to := x
			if m[1] == x {
				to = y
			}
			return fmt.Sprintf(`<c r="%s%s"`, to, m[2])
		})
	}
}

// returnedRows: rows, columns and sheets are inserted, moved, hidden and lost.
var returnedRows = []variation{
	{name: "as filled", by: everyMaker, of: everyShape, want: "dibaca", keep: everyMaker[1:]},

	{name: "rows inserted above, between and below", by: everyMaker, of: everyShape, want: "dibaca",
		edit: each(func(h hand, s string) error {
			h.ok(h.InsertRows(s, 8, 1))
			h.ok(h.InsertRows(s, 5, 2))
			return h.InsertRows(s, 1, 3)
		})},
	{name: "rows inserted by openpyxl itself", by: []maker{byOpenpyxl}, do: "insert_rows", of: everyShape, want: "dibaca"},
	{name: "rows upside down", by: handAndPrograms, of: mainShapes, want: "dibaca", xml: eachPart(reversed)},
	{name: "rows sorted by Kode", by: []maker{byOpenpyxl}, do: "sort_rows", of: everyShape, want: "dibaca"},
	{name: "heads sorted below the rows", by: []maker{byHand, byOpenpyxl, byOffice}, of: mainShapes, want: "dibaca", xml: eachPart(headsLast)},
	{name: "rows hidden", by: everyMaker, of: mainShapes, want: "dibaca",
		edit: each(func(h hand, s string) error {
			h.ok(h.SetRowVisible(s, 7, false))
			return h.SetRowVisible(s, 4, false)
		})},
	{name: "rows filtered", by: []maker{byOpenpyxl}, do: "filtered", want: "dibaca"},
	{name: "rows and columns grouped and folded", by: []maker{byOpenpyxl}, do: "grouped", want: "dibaca"},
	{name: "columns hidden, Kode and Jawaban too", by: everyMaker, of: mainShapes, want: "dibaca",
		edit: each(func(h hand, s string) error { return h.SetColVisible(s, "A:H", false) })},
	{name: "columns inserted", by: everyMaker, of: mainShapes, want: "dibaca",
		edit: each(func(h hand, s string) error {
			h.ok(h.InsertCols(s, "G", 1))
			return h.InsertCols(s, "A", 2)
		})},
	{name: "columns inserted by openpyxl itself", by: []maker{byOpenpyxl}, do: "insert_columns", of: everyShape, want: "dibaca"},
	{name: "a column of the unit's own", by: everyMaker, want: "dibaca",
		edit: func(h hand) {
			h.ok(h.InsertCols("Penilaian", "F", 1))
			cells("F4", "PJ internal", "F7", "Bu Siti", "F8", "seksi umum")(h)
		}},
	{name: "columns exchanged", by: handAndPrograms, of: mainShapes, want: "dibaca", xml: eachPart(exchanged("B", "J"))},
	{name: "the column of answers moved to the end", by: []maker{byOpenpyxl}, do: "move_column", of: everyShape, want: "dibaca"},

	{name: "an empty heading deleted", by: everyMaker, want: "dibaca", edit: func(h hand) { h.ok(h.RemoveRow("Penilaian", 6)) }},
	{name: "a row deleted", by: everyMaker, want: "S211 @ Penilaian!A4; tanpa A1.1, A1.1 verifikasi",
		edit: func(h hand) { h.ok(h.RemoveRow("Penilaian", 7)) }},
	{name: "a row emptied", by: everyMaker, want: "S211 @ Penilaian!A4; tanpa A1.1, A1.1 verifikasi",
		edit: func(h hand) {
			for _, col := range "ABCDEFGHIJ" {
				h.ok(h.SetCellValue("Penilaian", string(col)+"7", nil))
			}
		}},
	{name: "a row of a product deleted", by: everyMaker, want: "S211 @ Produk!A4; tanpa A2.1 santunan-kematian",
		edit: func(h hand) { h.ok(h.RemoveRow("Produk", 7)) }},
	{name: "the column of codes deleted", by: []maker{byOpenpyxl}, do: "delete_codes", want: "S208 @ Penilaian!A1; tanpa 5 isian"},
	{name: "the column of slots deleted", by: everyMaker, want: "S208 @ Produk!A4; tanpa 5 isian", edit: func(h hand) { h.ok(h.RemoveCol("Produk", "B")) }},
	{name: "the column of answers deleted", by: everyMaker, of: []string{"uu25"}, want: "S208 @ Penilaian!A1; tanpa 46 isian",
		edit: func(h hand) { h.ok(h.RemoveCol("Penilaian", "E")) }},
	{name: "the column of notes deleted", by: []maker{byOpenpyxl}, do: "delete_columns", want: "S208 @ Penilaian!A4; menjadi A1.1 verifikasi = 2"},
	{name: "the heads deleted", by: everyMaker, want: "S208 @ Penilaian!A1; tanpa 5 isian", edit: func(h hand) { h.ok(h.RemoveRow("Penilaian", 4)) }},
	{name: "a head in other words", by: everyMaker, want: "S208 @ Penilaian!A1; tanpa 5 isian", edit: cells("E4", "Jawaban kami")},
	{name: "heads in capitals with line breaks", by: everyMaker, want: "dibaca", edit: cells("A4", " KODE ", "E4", "JAWABAN\n", "I4", "Hasil\nverifikasi")},
	{name: "the heads repeated further down", by: everyMaker, want: "dibaca",
		edit: func(h hand) {
			h.ok(h.InsertRows("Penilaian", 9, 1))
			cells("A9", "Kode", "B9", "Indikator", "E9", "Jawaban", "F9", "Bukti", "G9", "Catatan / alasan TB", "I9", "Hasil verifikasi", "J9", "Catatan verifikasi")(h)
		}},
	{name: "totals below the table", by: everyMaker, want: "dibaca; S209 @ Penilaian!E11", edit: cells("B11", "Jumlah", "E11", 99)},
	{name: "totals with a code of their own", by: everyMaker, want: "dibaca; S209 @ Penilaian!A12", edit: cells("A12", "JUMLAH", "E12", 99)},
	{name: "a signature below the table", by: everyMaker, want: "dibaca", edit: cells("B13", "Muntok, 16 Maret 2026", "B17", "Kepala Dinas")},
	{name: "a row twice", by: everyMaker, want: "S210 @ Penilaian!A12; tanpa A1.1, A1.1 verifikasi", edit: func(h hand) { h.ok(h.DuplicateRowTo("Penilaian", 7, 12)) }},
	{name: "a Kode in small letters", by: everyMaker, want: "S211 @ Penilaian!A4, S209 @ Penilaian!A7; tanpa A1.1, A1.1 verifikasi", edit: cells("A7", "a1.1")},
	{name: "a Kode with blanks", by: everyMaker, want: "dibaca", edit: cells("A7", " A1.1\u00a0")},
	{name: "a Kode that does not fit the question beside it", by: everyMaker, want: "S221 @ Penilaian!A9, S221 @ Penilaian!A10; tanpa A1.3, A1.4",
		edit: func(h hand) { cells("A9", "A1.4", "A10", "A1.3")(h) }},

	{name: "sheets in capitals and with blanks", by: everyMaker, want: "dibaca",
		edit: func(h hand) {
			h.ok(h.SetSheetName("Penilaian", "PENILAIAN "))
			h.ok(h.SetSheetName("Identitas", "identitas"))
		}},
	{name: "a sheet with another name", by: everyMaker, want: "S207, S216 @ Penilaian Dinsos!E7; tanpa 5 isian", edit: func(h hand) { h.ok(h.SetSheetName("Penilaian", "Penilaian Dinsos")) }},
	{name: "a sheet copied", by: []maker{byOpenpyxl}, do: "copy_sheet", want: "dibaca; S216 @ Penilaian (2)!E7"},
	{name: "a sheet copied and filled further", by: []maker{byExcelize, byOffice}, want: "dibaca; S216 @ Penilaian (2)!E7",
		edit: func(h hand) {
			i, err := h.NewSheet("Penilaian (2)")
			h.ok(err)
			from, err := h.GetSheetIndex("Penilaian")
			h.ok(err)
			h.ok(h.CopySheet(from, i))
		}},
	{name: "sheets in another order", by: everyMaker, of: mainShapes, want: "dibaca",
		edit: func(h hand) {
			for _, name := range h.questionSheets() {
				h.ok(h.MoveSheet(name, "Petunjuk"))
			}
		}},
	{name: "sheets hidden", by: anyEditor, of: mainShapes, want: "dibaca",
		edit: each(func(h hand, s string) error { return h.SetSheetVisible(s, false) })},
	{name: "hidden sheets shown", by: everyMaker, of: mainShapes, want: "dibaca",
		edit: func(h hand) { h.ok(h.SetSheetVisible("_spotcheck", true)); h.ok(h.SetSheetVisible("_daftar", true)) }},
	{name: "a sheet deleted", by: everyMaker, want: "S207; tanpa 5 isian", edit: func(h hand) { h.ok(h.DeleteSheet("Produk")) }},
	{name: "Identitas deleted", by: everyMaker, want: "S207; tanpa 14 isian", edit: func(h hand) { h.ok(h.DeleteSheet("Identitas")) }},
	{name: "Petunjuk and the lists deleted", by: everyMaker, of: mainShapes, want: "dibaca",
		edit: func(h hand) { h.ok(h.DeleteSheet("Petunjuk")); h.ok(h.DeleteSheet("_daftar")) }},
	{name: "the hidden identity deleted", by: everyMaker, of: mainShapes, want: "ditolak S201", edit: func(h hand) { h.ok(h.DeleteSheet("_spotcheck")) }},
	{name: "hidden sheets lost in an app", by: []maker{byOpenpyxl}, do: "only_questions", of: everyShape, want: "ditolak S201", keep: []maker{byOpenpyxl}},
	{name: "hidden sheets not written", by: []maker{byXlsxwriter}, do: "visible_only", want: "ditolak S201"},
	{name: "the hidden identity emptied", by: everyMaker, want: "ditolak S205", edit: func(h hand) { h.ok(h.SetCellValue("_spotcheck", "B7", nil)) }},
	{name: "an extra sheet with answers", by: everyMaker, want: "dibaca; S216 @ Tambahan!B2", edit: func(h hand) {
		_, err := h.NewSheet("Tambahan")
		h.ok(err)
		h.ok(h.SetSheetRow("Tambahan", "A1", &[]any{"Kode", "Jawaban"}))
		h.ok(h.SetSheetRow("Tambahan", "A2", &[]any{"A1.1", "0"}))
	}},
	{name: "an extra sheet of figures", by: everyMaker, want: "dibaca", edit: func(h hand) {
		_, err := h.NewSheet("Rekap")
		h.ok(err)
		h.ok(h.SetSheetRow("Rekap", "A1", &[]any{"Bulan", "Jumlah"}))
		h.ok(h.SetSheetRow("Rekap", "A2", &[]any{"Januari", 12}))
	}},

	{name: "answers merged over two rows", by: anyEditor, want: "S214 @ Penilaian!E7; tanpa A1.1, A1.1 verifikasi, A1.2", edit: func(h hand) { h.ok(h.MergeCell("Penilaian", "E7", "E8")) }},
	{name: "an answer merged with the column before", by: anyEditor, want: "S214 @ Penilaian!E7; tanpa A1.1, A1.1 verifikasi", edit: func(h hand) { h.ok(h.MergeCell("Penilaian", "D7", "E7")) }},
	{name: "an answer merged with the column behind", by: anyEditor, want: "dibaca", edit: func(h hand) { h.ok(h.MergeCell("Penilaian", "E7", "F7")) }},
	{name: "notes merged over two rows", by: anyEditor, want: "S303 @ Penilaian!E8; tanpa A1.2", edit: func(h hand) { h.ok(h.MergeCell("Penilaian", "G7", "G8")) }},
	{name: "codes merged over two rows", by: anyEditor, want: "S211 @ Penilaian!A4, S209 @ Penilaian!E8; tanpa A1.2", edit: func(h hand) { h.ok(h.MergeCell("Penilaian", "A7", "A8")) }},
	{name: "titles merged", by: anyEditor, of: mainShapes, want: "dibaca", edit: func(h hand) { h.ok(h.MergeCell("Penilaian", "A1", "J1")); h.ok(h.MergeCell("Penilaian", "B6", "J6")) }},
	{name: "heads merged", by: anyEditor, want: "S208 @ Penilaian!A4, S313 @ Penilaian!F9; menjadi A1.3 = 6.4", edit: func(h hand) { h.ok(h.MergeCell("Penilaian", "E4", "F4")) }},
}

// headsLast puts the row of heads below all others, as sorting everything does.
func headsLast(sheet string) string {
	last := 0
	for _, m := range rowPattern.FindAllStringSubmatch(sheet, -1) {
		last, _ = strconv.Atoi(m[1])
	}
	head := ""
	sheet = rowPattern.ReplaceAllStringFunc(sheet, func(row string) string {
		if rowPattern.FindStringSubmatch(row)[1] != "4" {
			return row
		}
		head = renumbered(row, "4", strconv.Itoa(last+1))
		return ""
	})
	return strings.Replace(sheet, "</sheetData>", head+"</sheetData>", 1)
}

// exchangedBelow swaps the cells of the two layers below their heads.
func exchangedBelow(sheet string) string {
	answers, verdicts := "E", "I"
	if strings.Contains(sheet, `<c r="L4"`) {
		answers, verdicts = "G", "K"
	}
	return rowPattern.ReplaceAllStringFunc(sheet, func(row string) string {
		if n, _ := strconv.Atoi(rowPattern.FindStringSubmatch(row)[1]); n <= 4 {
			return row
		}
		return exchanged(answers, verdicts)(row)
	})
}
