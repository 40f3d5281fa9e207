package xlsx

import (
	"testing"

	"spotcheck/report"
)

// small is one document with every block, small enough to be read as a golden.
func small() *report.Document {
	half := &report.Number{Value: 0.5, Percent: true}
	return &report.Document{
		Title: "Laporan", Subject: "Kabupaten Contoh", Author: "Inspektorat Daerah", Date: "2026-03-16",
		Paper: report.A4, Mark: "CONTOH", Footer: "Kaki & catatan",
		Head: &report.Letterhead{Government: "PEMERINTAH KABUPATEN CONTOH", Office: "INSPEKTORAT", Address: "Jalan Contoh 1"},
		Sections: []report.Section{
			{Title: "Ringkasan", Blocks: []report.Block{
				report.Heading{Level: 1, Text: "Bagian satu"},
				report.Paragraph{Text: "Biasa."}, report.Paragraph{Text: "Utama.", Style: report.Lead},
				report.Paragraph{Text: "Kecil.", Style: report.Small}, report.Paragraph{Text: "Awas.", Style: report.Notice},
				report.Heading{Level: 2, Text: "Bagian dua"},
				report.List{Numbered: true, Items: []string{"pertama", "kedua"}}, report.List{Items: []string{"butir"}},
				report.Fields{{Name: "Unit", Value: "Dinas Contoh"}, {Name: "NIP", Value: "196805121990031007"}},
				report.Figures{{Label: "Nilai", Value: "87,23", Note: "kategori B", Tone: report.Good}, {Label: "Kosong", Value: "3"}},
				report.Bars{Title: "Nilai unit", Axis: "0–100", Max: 100, Limits: []report.Limit{{Value: 78, Label: "hijau"}},
					Items: []report.Bar{{Label: "Dinas A", Value: 87.5, Text: "87,50  B hijau", Tone: report.Good}, {Label: "Dinas B", Value: 20, Text: "20,00  E merah", Tone: report.Bad}}},
				report.Strip{Title: "Dimensi", Items: []report.StripItem{{Label: "Standar", Value: 60, Text: "60,00 kuning", Tone: report.Fair}}},
				report.Card{Code: "A1", Title: "Maklumat", Badge: "+3,20 poin", Tone: report.Bad, Fields: []report.Field{{Name: "Kewajiban", Value: "Pasal 22"}}},
				report.Table{Title: "Kecil", Columns: []report.Column{{Title: "Uraian", Width: 20}, {Title: "Nilai", Width: 8, Align: report.Right}},
					Rows: []report.Row{{Cells: []report.Cell{{Text: "Dari lembar lain"}, {Number: &report.Number{Value: 2.5, Decimals: 1}, Formula: "{total}"}}}}},
				report.Signatures{{Above: []string{"Mengetahui,", "Inspektur"}, Name: "Ani", Rank: "Pembina", NIP: "1"}, {Above: []string{"Ketua Tim"}}},
			}},
			{Title: "Peta", Landscape: true, Blocks: []report.Block{report.Heat{
				Title: "Peta", Corner: "Unit",
				Columns: []report.HeatColumn{{Code: "A1.1", Title: "Maklumat", Group: "Standar"}, {Code: "A1.2", Title: "Biaya", Group: "Standar"}, {Code: "B1", Group: "Informasi"}},
				Rows: []report.HeatRow{{Label: "Dinas A", Lead: []report.Cell{{Text: "87,50", Number: &report.Number{Value: 87.5, Decimals: 2}, Tone: report.Good}},
					Cells: []report.HeatCell{{Letter: "M", Tone: report.Good}, {Letter: "?", Tone: report.Blank}, {}}}},
				Legend: []report.Legend{{Letter: "M", Meaning: "memenuhi", Tone: report.Good}, {Letter: "?", Meaning: "kosong", Tone: report.Blank}},
			}}},
			{Title: "Rencana aksi", Blocks: []report.Block{report.Table{
				Title: "Aksi", Note: "Catatan kaki.", Frozen: 1, Filter: true,
				Columns: []report.Column{{Title: "Simpul", Width: 20}, {Title: "Bobot", Width: 8, Align: report.Right}, {Title: "Status", Width: 12, Align: report.Center, Choices: []string{"Ya, sebagian", "Tidak"}}},
				Rows: []report.Row{
					{Group: true, Cells: []report.Cell{{Text: "Kelompok"}}},
					{Level: 1, Cells: []report.Cell{{Text: "A"}, {Text: "1,50", Number: &report.Number{Value: 1.5, Decimals: 2}, Name: "a"}, {Text: "Tidak", Input: true}}},
					{Level: 1, Cells: []report.Cell{{Text: "B", Tone: report.Fair}, {Number: &report.Number{Value: 1}, Name: "b"}, {}}},
					{Group: true, Cells: []report.Cell{{Text: "Separuh"}, {Number: half}}},
					{Strong: true, Cells: []report.Cell{{Text: "Jumlah"}, {Number: &report.Number{Value: 2.5, Decimals: 2}, Name: "total", Formula: "SUM({a}:{b})"}, {Text: "ya", Formula: `IF({total}>2,"ya","tidak")`}}},
				},
			}}},
		},
	}
}

func TestGolden(t *testing.T) {
	golden(t, "small.txt", dump(t, open(t, render(t, small()))))
}

// A document without sections, and sections without blocks, are workbooks too.
func TestEmpty(t *testing.T) {
	golden(t, "empty.txt", dump(t, open(t, render(t, &report.Document{})))+
		dump(t, open(t, render(t, &report.Document{Title: "Judul", Sections: []report.Section{{}, {Title: "B"}}}))))
}

// Blocks with nothing in them leave nothing behind.
func TestEmptyBlocks(t *testing.T) {
	f, sheet := workbook(t, report.Heading{}, report.Paragraph{}, report.List{}, report.Fields{}, report.Figures{}, report.Bars{},
		report.Table{}, report.Heat{}, report.Strip{}, report.Card{}, report.Signatures{}, report.Paragraph{Text: "isi"})
	rows, err := f.GetRows(sheet)
	if err != nil {
		t.Fatal(err)
	}
	if n := len(rows); n > 6 {
		t.Errorf("%d rows for one paragraph: %q", n, rows)
	}
}
