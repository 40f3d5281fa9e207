package form_test

import (
	"strings"

	"github.com/xuri/excelize/v2"
)

// textMakers are enough for a text that is refused: to all of them a text is a text.
var textMakers = []maker{byExcelize, byXlsxwriter}

// unsigned takes the name of the inspektorat off a form.
func unsigned(h hand) { h.put("", "Identitas", "Isian", "Nama verifikator") }

// returnedTexts: what people type into answer cells and beside them.
var returnedTexts = []variation{
	{name: "text 2", by: everyMaker, want: "dibaca", edit: cells("E7", "2")},
	{name: "text 2 with an apostrophe", by: anyEditor, want: "dibaca", edit: func(h hand) {
		id, err := h.NewStyle(&excelize.Style{NumFmt: 49})
		h.ok(err)
		h.ok(h.SetCellStyle("Penilaian", "E7", "E7", id))
		cells("E7", "2")(h)
	}, xml: func(p bookParts) { p.all(partStyles, `<xf numFmtId="49"`, `<xf quotePrefix="1" numFmtId="49"`) }},
	{name: "text '2", by: textMakers, want: "S301 @ Penilaian!E7; tanpa A1.1", edit: cells("E7", "'2")},
	{name: "text 2,0", by: everyMaker, want: "dibaca", edit: cells("E7", "2,0")},
	{name: "text 2.0", by: everyMaker, want: "dibaca", edit: cells("E7", "2.0")},
	{name: "text 2,5", by: textMakers, want: "S301 @ Penilaian!E7; tanpa A1.1", edit: cells("E7", "2,5")},
	{name: "text 6,4", by: everyMaker, want: "dibaca", edit: cells("E9", "6,4")},
	{name: "text 6.40", by: everyMaker, want: "dibaca", edit: cells("E9", "6.40")},
	{name: "text 6,4%", by: textMakers, want: "S301 @ Penilaian!E9, S311 @ Penilaian!F9; tanpa A1.3", edit: cells("E9", "6,4%")},
	{name: "text 6,4 persen", by: textMakers, want: "S301 @ Penilaian!E9, S311 @ Penilaian!F9; tanpa A1.3", edit: cells("E9", "6,4 persen")},
	{name: "text 1.234,50", by: textMakers, want: "S301 @ Penilaian!E9, S311 @ Penilaian!F9; tanpa A1.3", edit: cells("E9", "1.234,50")},
	{name: "text 2E0", by: textMakers, want: "S301 @ Penilaian!E7; tanpa A1.1", edit: cells("E7", "2E0")},
	{name: "text +2", by: textMakers, want: "S301 @ Penilaian!E7; tanpa A1.1", edit: cells("E7", "+2")},
	{name: "text 1/2", by: textMakers, want: "S301 @ Penilaian!E7; tanpa A1.1", edit: cells("E7", "1/2")},
	{name: "text 1-2", by: textMakers, want: "S301 @ Penilaian!E7; tanpa A1.1", edit: cells("E7", "1-2")},
	{name: "text 1 atau 2", by: textMakers, want: "S301 @ Penilaian!E7; tanpa A1.1", edit: cells("E7", "1 atau 2")},
	{name: "two answers on two lines", by: textMakers, want: "S301 @ Penilaian!E7; tanpa A1.1", edit: cells("E7", "1\n2")},
	{name: "two answers with a semicolon", by: textMakers, want: "S301 @ Penilaian!E7; tanpa A1.1", edit: cells("E7", "1;2")},
	{name: "label", by: everyMaker, want: "dibaca", edit: cells("E7", "Lengkap")},
	{name: "label in capitals", by: everyMaker, want: "dibaca", edit: cells("E7", "LENGKAP")},
	{name: "label with a full stop", by: textMakers, want: "S301 @ Penilaian!E7; tanpa A1.1", edit: cells("E7", "Lengkap.")},
	{name: "label cut short", by: textMakers, want: "S301 @ Penilaian!E7; tanpa A1.1", edit: cells("E7", "Leng")},
	{name: "text 2 - Lengkap", by: textMakers, want: "S301 @ Penilaian!E7; tanpa A1.1", edit: cells("E7", "2 - Lengkap")},
	{name: "text 2 Lengkap", by: textMakers, want: "S301 @ Penilaian!E7; tanpa A1.1", edit: cells("E7", "2 Lengkap")},
	{name: "text 2=lengkap", by: everyMaker, want: "dibaca", edit: cells("E7", "2=lengkap")},
	{name: "number and label that differ", by: textMakers, want: "S301 @ Penilaian!E7; tanpa A1.1", edit: cells("E7", "2 = Sebagian")},
	{name: "text ya", by: textMakers, want: "S301 @ Penilaian!E7; tanpa A1.1", edit: cells("E7", "ya")},
	{name: "text ya where it is a label", by: everyMaker, want: "menjadi A1.2 = 1 | tidak ada loket", edit: cells("E8", "ya")},
	{name: "a tick", by: textMakers, want: "S301 @ Penilaian!E7; tanpa A1.1", edit: cells("E7", "✓")},
	{name: "a cross", by: textMakers, want: "S301 @ Penilaian!E7; tanpa A1.1", edit: cells("E7", "x")},
	{name: "a dash", by: textMakers, want: "S301 @ Penilaian!E7; tanpa A1.1", edit: cells("E7", "-")},
	{name: "blanks around", by: everyMaker, want: "dibaca", edit: cells("E7", "  2 = Lengkap \t")},
	{name: "non-breaking blanks", by: everyMaker, want: "dibaca", edit: cells("E7", "\u00a02\u00a0=\u202fLengkap\u00a0")},
	{name: "line ends", by: everyMaker, want: "dibaca", edit: cells("E7", "2 =\nLengkap\n")},
	{name: "carriage returns stored as escapes", by: []maker{byHand, byOffice}, want: "dibaca", xml: storing("E7", inline("2 = Lengkap_x000D_\n"))},
	{name: "carriage returns in openpyxl", by: []maker{byOpenpyxl}, want: "dibaca", xml: storing("E7", inline("2 = Lengkap_x000D_\n"))},
	{name: "zero-width blanks", by: everyMaker, want: "dibaca", edit: cells("E7", "\u200b2 = Lengkap\ufeff")},
	{name: "zero-width joiners", by: textMakers, want: "S301 @ Penilaian!E7; tanpa A1.1", edit: cells("E7", "2\u200d")},
	{name: "marks of direction", by: textMakers, want: "S301 @ Penilaian!E7; tanpa A1.1", edit: cells("E7", "\u200e2")},
	{name: "soft hyphen", by: textMakers, want: "S301 @ Penilaian!E7; tanpa A1.1", edit: cells("E7", "Leng\u00adkap")},
	{name: "full-width digit", by: textMakers, want: "S301 @ Penilaian!E7; tanpa A1.1", edit: cells("E7", "２")},
	{name: "digit of another script", by: textMakers, want: "S301 @ Penilaian!E7; tanpa A1.1", edit: cells("E7", "٢")},
	{name: "letter o for nought", by: textMakers, want: "S301 @ Penilaian!E7; tanpa A1.1", edit: cells("E7", "O")},
	{name: "small l for one", by: textMakers, want: "S301 @ Penilaian!E7; tanpa A1.1", edit: cells("E7", "l")},
	{name: "emoji", by: textMakers, want: "S301 @ Penilaian!E7; tanpa A1.1", edit: cells("E7", "👍")},
	{name: "emoji digit", by: textMakers, want: "S301 @ Penilaian!E7; tanpa A1.1", edit: cells("E7", "2️⃣")},
	{name: "control character", by: []maker{byHand}, want: "S301 @ Penilaian!E7; tanpa A1.1", xml: storing("E7", inline("2_x0007_"))},
	{name: "text of an error", by: []maker{byExcelize, byOpenpyxl, byXlsxwriter}, want: "S301 @ Penilaian!E7; tanpa A1.1", edit: cells("E7", "#N/A!")},
	{name: "text of a formula", by: []maker{byExcelize}, want: "S301 @ Penilaian!E7; tanpa A1.1", edit: cells("E7", "=1+1")},
	{name: "only blanks", by: textMakers, gone: true, want: "tanpa A1.1; tanpa masalah", edit: cells("E7", " \u00a0 ")},

	{name: "TB in small letters", by: everyMaker, want: "dibaca", edit: cells("E8", "tb")},
	{name: "TB in full", by: everyMaker, want: "dibaca", edit: cells("E8", "TB = TIDAK BERLAKU")},
	{name: "TB as words", by: everyMaker, want: "dibaca", edit: cells("E8", "tidak  berlaku")},
	{name: "TB with stops", by: textMakers, want: "S301 @ Penilaian!E8, S311 @ Penilaian!G8; tanpa A1.2", edit: cells("E8", "T.B.")},
	{name: "TB in look-alike letters", by: textMakers, want: "S301 @ Penilaian!E8, S311 @ Penilaian!G8; tanpa A1.2", edit: cells("E8", "ТВ")},
	{name: "TB half in look-alike letters", by: textMakers, want: "S301 @ Penilaian!E8, S311 @ Penilaian!G8; tanpa A1.2", edit: cells("E8", "TВ")},
	{name: "N/A", by: textMakers, want: "S301 @ Penilaian!E8, S311 @ Penilaian!G8; tanpa A1.2", edit: cells("E8", "N/A")},
	{name: "TB with its reason in the cell", by: textMakers, want: "S301 @ Penilaian!E8; tanpa A1.2", edit: cells("E8", "TB, tidak ada loket", "G8", nil)},
	{name: "TB without a reason", by: textMakers, want: "S303 @ Penilaian!E8; tanpa A1.2", edit: cells("G8", nil)},
	{name: "TB with a dash for a reason", by: textMakers, want: "S303 @ Penilaian!E8; tanpa A1.2", edit: cells("G8", "-")},
	{name: "TB where it is not allowed", by: textMakers, want: "S302 @ Penilaian!E7, S311 @ Penilaian!G7; tanpa A1.1", edit: cells("E7", "TB", "G7", "sebab")},

	{name: "very long note", by: everyMaker, want: "dibaca", of: []string{"panjang"}},
	{name: "note beyond what a cell holds", by: []maker{byHand}, want: "ditolak S108 @ Penilaian!G7", xml: storing("G7", inline(strings.Repeat("panjang ", 4097)))},
	{name: "emoji in a note", by: everyMaker, want: "menjadi A1.1 = 2 | 👍🏽 sudah", edit: cells("G7", "👍🏽 sudah")},
	{name: "note like a formula", by: []maker{byExcelize, byOffice}, want: "menjadi A1.1 = 2 | =HYPERLINK(1)", edit: func(h hand) { h.ok(h.SetCellStr("Penilaian", "G7", "=HYPERLINK(1)")) }},
	{name: "note with markup", by: everyMaker, want: "menjadi A1.1 = 2 | <b>&amp; \"x\"", edit: cells("G7", "<b>&amp; \"x\"")},

	{name: "answer in the column before", by: everyMaker, want: "S312 @ Penilaian!D7; tanpa A1.1", edit: cells("E7", nil, "D7", "2")},
	{name: "answer in the column behind", by: everyMaker, want: "S311 @ Penilaian!F7; tanpa A1.1", edit: cells("E7", nil, "F7", "2")},
	{name: "answer in Status", by: []maker{byExcelize, byOpenpyxl}, want: "S312 @ Penilaian!H7; tanpa A1.1", edit: cells("E7", nil, "H7", "2")},
	{name: "answer behind the table", by: everyMaker, want: "S312 @ Penilaian!K7; tanpa A1.1", edit: cells("E7", nil, "K7", "2 = Lengkap")},
	{name: "answers behind the table beside the others", by: everyMaker, want: "dibaca; S313 @ Penilaian!K7", edit: cells("K7", "0", "L9", 3)},
	{name: "remark behind the table", by: everyMaker, want: "dibaca; S313 @ Penilaian!K7", edit: cells("K7", "tanya Bu Siti")},
	{name: "an answer among those of the inspektorat", by: everyMaker, want: "S311 @ Penilaian!F9, S314 @ Penilaian!I9; tanpa A1.3, verifikator; menjadi A1.3 verifikasi = 6.4",
		edit: func(h hand) { unsigned(h); cells("E9", nil, "I9", 6.4)(h) }},
	{name: "all answers among those of the inspektorat", by: []maker{byHand, byOpenpyxl, byOffice}, want: "S314 @ Penilaian!I8, S311 @ Penilaian!F9, S314 @ Produk!K7, S311 @ Responden!H7, S314 @ Responden!K7, S311 @ Responden!H12; tanpa 10 isian; menjadi 9 isian", edit: unsigned, xml: eachPart(exchangedBelow)},
	{name: "a verdict on what the unit left open", by: textMakers, want: "S311 @ Penilaian!F9; tanpa A1.3; menjadi A1.3 verifikasi = 6.4", edit: cells("E9", nil, "I9", 6.4)},
	{name: "answer one row too low", by: everyMaker, want: "S209 @ Penilaian!E11; tanpa A1.4", edit: cells("E10", nil, "E11", 9.4)},
}
