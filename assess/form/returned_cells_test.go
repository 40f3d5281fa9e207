package form_test

import (
	"time"

	"github.com/xuri/excelize/v2"
)

// formatted gives a cell of Penilaian a value and a number format.
func formatted(cell string, v any, format string) func(hand) {
	return func(h hand) {
		id, err := h.NewStyle(&excelize.Style{CustomNumFmt: &format})
		h.ok(err)
		h.ok(h.SetCellStyle("Penilaian", cell, cell, id))
		h.ok(h.SetCellValue("Penilaian", cell, v))
	}
}

// formula gives a cell of Penilaian a formula, with no result until a program
// computes it.
func formula(cell, f string) func(hand) {
	return func(h hand) {
		h.ok(h.SetCellValue("Penilaian", cell, nil))
		h.ok(h.SetCellFormula("Penilaian", cell, f))
	}
}

// The known answers in the cells that are changed here: E7 is A1.1, 2 of 0, 1, 2;
// E8 is A1.2, TB with its reason in G8; E9 is A1.3, a share of 6.4 per cent.
const (
	lostA11 = "; tanpa A1.1"
	lostA12 = "S311 @ Penilaian!G8; tanpa A1.2"
	lostA13 = "; tanpa A1.3"
)

// returnedCells: what stands in answer cells that are no plain texts.
var returnedCells = []variation{
	{name: "number 2", by: everyMaker, want: "dibaca", edit: cells("E7", 2)},
	{name: "number 2.0 as a float", by: everyMaker, want: "dibaca", edit: cells("E7", 2.0)},
	{name: "number 2.5", by: textMakers, want: "S301 @ Penilaian!E7; tanpa A1.1", edit: cells("E7", 2.5)},
	{name: "number 3", by: textMakers, want: "S301 @ Penilaian!E7; tanpa A1.1", edit: cells("E7", 3)},
	{name: "number -2", by: textMakers, want: "S301 @ Penilaian!E7; tanpa A1.1", edit: cells("E7", -2)},
	{name: "number that is almost 2", by: textMakers, want: "S301 @ Penilaian!E7; tanpa A1.1", edit: cells("E7", 1.9999999999)},
	{name: "number 6.4 with a comma in the format", by: everyMaker, want: "dibaca", edit: formatted("E9", 6.4, "#,##0.00")},
	{name: "number rounded by its format", by: textMakers, want: "S301 @ Penilaian!E7; tanpa A1.1", edit: formatted("E7", 1.6, "0")},
	{name: "number with a unit in its format", by: everyMaker, want: "dibaca", edit: formatted("E7", 2, `0" poin"`)},
	{name: "number in a currency format", by: everyMaker, want: "dibaca", edit: formatted("E9", 6.4, `"Rp"#,##0.00`)},
	{name: "number in a text format", by: everyMaker, want: "dibaca", edit: formatted("E7", 2, "@")},
	{name: "number as a fraction", by: everyMaker, want: "dibaca", edit: formatted("E9", 6.4, "# ?/?")},
	{name: "number in thousands", by: everyMaker, want: "S301 @ Penilaian!E9, S311 @ Penilaian!F9; tanpa A1.3", edit: formatted("E9", 6.4, "0.0,")},
	{name: "number that its format hides", by: everyMaker, want: "S301 @ Penilaian!E7; tanpa A1.1", edit: formatted("E7", 2, ";;;")},
	{name: "number shown as words", by: everyMaker, want: "S301 @ Penilaian!E7; tanpa A1.1", edit: formatted("E7", 2, `"Sebagian"`)},
	{name: "share in a percent format", by: textMakers, want: "S301 @ Penilaian!E9, S311 @ Penilaian!F9; tanpa A1.3", edit: formatted("E9", 0.064, "0.0%")},
	{name: "level in a percent format", by: textMakers, want: "S301 @ Penilaian!E7; tanpa A1.1", edit: formatted("E7", 2, "0%")},
	{name: "date by the program", by: everyMaker, want: "S307 @ Penilaian!E7; tanpa A1.1", edit: cells("E7", time.Date(2026, 2, 1, 0, 0, 0, 0, time.UTC))},
	{name: "number in a date format", by: everyMaker, want: "S307 @ Penilaian!E7; tanpa A1.1", edit: formatted("E7", 2, "d-mmm")},
	{name: "number in an Indonesian date format", by: everyMaker, want: "S307 @ Penilaian!E7; tanpa A1.1", edit: formatted("E7", 2, `[$-421]dd\ mmmm\ yyyy;@`)},
	{name: "number in a time format", by: everyMaker, want: "S307 @ Penilaian!E7; tanpa A1.1", edit: formatted("E7", 2, "[h]:mm")},
	{name: "number in a locale's plain format", by: everyMaker, want: "dibaca", edit: formatted("E7", 2, "[$-421]0")},
	{name: "date in a note", by: everyMaker, want: "menjadi A1.1 = 2 |  | 2026-03-16", edit: cells("F7", time.Date(2026, 3, 16, 0, 0, 0, 0, time.UTC))},
	{name: "logical value", by: textMakers, want: "S301 @ Penilaian!E7; tanpa A1.1", edit: cells("E7", true)},
	{name: "logical value where 1 is an answer", by: textMakers, want: "S301 @ Penilaian!E8, S311 @ Penilaian!G8; tanpa A1.2", edit: cells("E8", true)},

	{name: "formula without a result", by: []maker{byExcelize, byOpenpyxl}, want: "S304 @ Penilaian!E7; tanpa A1.1", edit: formula("E7", "1+1")},
	{name: "formula that is computed", by: []maker{byOffice}, want: "dibaca; S305 @ Penilaian!E7", edit: formula("E7", "1+1")},
	{name: "formula with a text", by: []maker{byOffice}, want: "dibaca; S305 @ Penilaian!E7", edit: formula("E7", `"2 = "&"Lengkap"`)},
	{name: "formula that fails", by: []maker{byOffice}, want: "S306 @ Penilaian!E7; tanpa A1.1", edit: formula("E7", "1/0")},
	{name: "formula on another sheet", by: []maker{byOffice}, want: "dibaca; S305 @ Penilaian!E7", edit: formula("E7", "_daftar!A3")},
	{name: "formula on another file", by: []maker{byExcelize, byOpenpyxl}, want: "S304 @ Penilaian!E7; tanpa A1.1", edit: formula("E7", "[1]Rekap!A3")},
	{name: "formula with an empty text", by: []maker{byOffice}, gone: true, want: "tanpa A1.1; tanpa masalah", edit: formula("E7", `IF(1=1,"","")`)},
	{name: "formula with nought from an empty cell", by: []maker{byOffice}, want: "S305 @ Penilaian!E7; menjadi A1.1 = 0", edit: formula("E7", "F7")},
	{name: "formula in a note", by: []maker{byOffice}, want: "menjadi A1.1 = 2 |  | SK 12", edit: formula("F7", `"SK "&12`)},
	{name: "formula in a note without a result", by: []maker{byExcelize, byOpenpyxl}, want: "dibaca; S304 @ Penilaian!F7", edit: formula("F7", `"SK "&12`)},
	{name: "formula in Kode", by: []maker{byOffice}, want: "dibaca", edit: formula("A7", `"A1."&1`)},
	{name: "formula in Kode without a result", by: []maker{byExcelize, byOpenpyxl}, want: "S211 @ Penilaian!A4, S209 @ Penilaian!E7; tanpa A1.1, A1.1 verifikasi", edit: formula("A7", `"A1."&1`)},
	{name: "values pasted over formulas", by: []maker{byOpenpyxl}, do: "values_only", of: everyShape, want: "dibaca"},
	{name: "error typed in", by: []maker{byHand, byOpenpyxl, byXlsxwriter, byOffice}, want: "S306 @ Penilaian!E7; tanpa A1.1", xml: storing("E7", `t="e"><v>#N/A</v>`)},
	{name: "cached error", by: []maker{byHand}, want: "S306 @ Penilaian!E7; tanpa A1.1", xml: storing("E7", `t="e"><f>VLOOKUP(1,Z1:Z2,1,0)</f><v>#N/A</v>`)},
	{name: "cached number", by: []maker{byHand}, want: "dibaca; S305 @ Penilaian!E7", xml: storing("E7", `><f>SUM(Z1:Z2)</f><v>2</v>`)},
	{name: "cached text", by: []maker{byHand}, want: "dibaca; S305 @ Penilaian!E7", xml: storing("E7", `t="str"><f>Z1</f><v>2 = Lengkap</v>`)},
	{name: "array formula", by: []maker{byHand}, want: "dibaca; S305 @ Penilaian!E7", xml: storing("E7", `><f t="array" ref="E7">MAX(Z1:Z2)</f><v>2</v>`)},
	{name: "shared formula", by: []maker{byHand}, want: "dibaca; S305 @ Penilaian!E7", xml: storing("E7", `><f t="shared" si="0" ref="E7:E8">Z1</f><v>2</v>`)},

	{name: "stored 2.0", by: []maker{byHand, byOpenpyxl, byXlsxwriter, byOffice}, want: "dibaca", xml: storing("E7", `><v>2.0</v>`)},
	{name: "stored 2E0", by: []maker{byHand, byOpenpyxl, byXlsxwriter, byOffice}, want: "dibaca", xml: storing("E7", `><v>2E0</v>`)},
	{name: "stored 2.0000000000000000000", by: []maker{byHand}, want: "dibaca", xml: storing("E7", `><v>2.0000000000000000000</v>`)},
	{name: "stored +2", by: []maker{byHand}, want: "dibaca", xml: storing("E7", `><v>+2</v>`)},
	{name: "stored -0", by: []maker{byHand, byOpenpyxl, byXlsxwriter, byOffice}, want: "menjadi A1.1 = 0", xml: storing("E7", `><v>-0</v>`)},
	{name: "stored 6.4000000000000004", by: []maker{byHand, byOpenpyxl, byOffice}, want: "dibaca", xml: storing("E9", `><v>6.4000000000000004</v>`)},
	{name: "stored with a comma", by: []maker{byHand}, want: "ditolak S115 @ Penilaian!E9", xml: storing("E9", `><v>6,4</v>`)},
	{name: "stored without a number", by: []maker{byHand}, gone: true, want: "tanpa A1.1; tanpa masalah", xml: storing("E7", `><v></v>`)},
	{name: "stored as NaN", by: []maker{byHand}, want: "ditolak S115 @ Penilaian!E7", xml: storing("E7", `><v>NaN</v>`)},
	{name: "stored as an ISO date", by: []maker{byHand}, want: "S307 @ Penilaian!E7; tanpa A1.1", xml: storing("E7", `t="d"><v>2026-02-01</v>`)},
	{name: "stored as an ISO date with time", by: []maker{byHand}, want: "S307 @ Penilaian!E7; tanpa A1.1", xml: storing("E7", `t="d"><v>2026-02-01T00:00:00Z</v>`)},
	{name: "stored inline", by: []maker{byHand, byOpenpyxl, byXlsxwriter, byOffice}, want: "dibaca", xml: storing("E7", `t="inlineStr"><is><t>2 = Lengkap</t></is>`)},
	{name: "stored as a result without formula", by: []maker{byHand, byOpenpyxl, byXlsxwriter, byOffice}, want: "dibaca", xml: storing("E7", `t="str"><v>2 = Lengkap</v>`)},
	{name: "stored in runs", by: []maker{byHand, byOpenpyxl, byXlsxwriter, byOffice}, want: "dibaca",
		xml: storing("E7", `t="inlineStr"><is><r><t>2 </t></r><r><rPr><b/></rPr><t xml:space="preserve">= Leng</t></r><r><t>kap</t></r></is>`)},
	{name: "stored in runs by xlsxwriter", by: []maker{byXlsxwriter}, do: "rich", want: "dibaca", keep: []maker{byXlsxwriter}},
	{name: "stored with phonetic hints", by: []maker{byHand, byOpenpyxl, byOffice}, want: "dibaca",
		xml: storing("E7", `t="inlineStr"><is><t>2 = Lengkap</t><rPh sb="0" eb="1"><t>ni</t></rPh><phoneticPr fontId="0"/></is>`)},
	{name: "stored with a shared string that is not there", by: []maker{byHand}, want: "ditolak S112 @ Penilaian!E7", xml: storing("E7", `t="s"><v>99999</v>`)},
	{name: "stored twice", by: []maker{byHand}, want: "ditolak S111 @ Penilaian!E7", xml: storing("E7", `><v>2</v></c><c r="E7"><v>1</v>`)},
	{name: "stored in a cell image", by: []maker{byHand}, want: "S306 @ Penilaian!E7; tanpa A1.1", xml: storing("E7", `t="e" vm="1"><v>#VALUE!</v>`)},
	{name: "stored as an unknown type", by: []maker{byHand}, want: "ditolak S115 @ Penilaian!E7", xml: storing("E7", `t="z"><v>2</v>`)},
}
