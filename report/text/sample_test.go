package text

import "spotcheck/report"

// small is a document with every block.
func small() *report.Document {
	return &report.Document{
		Title: "Laporan Penilaian Mandiri", Subject: "Kabupaten Sukamaju 2026", Mark: "SEMENTARA",
		Head:   &report.Letterhead{Government: "PEMERINTAH KABUPATEN SUKAMAJU", Office: "INSPEKTORAT", Address: "Jalan Merdeka 12", Contact: "0231"},
		Footer: "Simulasi; bukan penilaian resmi.",
		Sections: []report.Section{
			{Title: "Ringkasan", Blocks: []report.Block{
				report.Paragraph{Style: report.Lead, Text: "Nilai sementara 74,31."},
				report.Fields{{Name: "Unit", Value: "7"}, {Name: "Dasar hukum", Value: "UU 25/2009 tentang Pelayanan Publik, Pasal 15 dan Pasal 20 sampai dengan Pasal 25"}},
				report.Figures{{Label: "Nilai", Value: "74,31", Note: "kategori C"}, {Label: "Terisi", Value: "96%"}},
				report.Paragraph{Style: report.Notice, Text: "Tiga belas butir belum diisi. Selama masih ada butir kosong, nilai ini sementara."},
				report.Bars{Title: "Peringkat", Axis: "Nilai 0 sampai 100", Max: 100,
					Items:  []report.Bar{{Label: "Dinas Kependudukan dan Pencatatan Sipil", Value: 91.2, Text: "91,20 A hijau"}, {Label: "Dinas Sosial", Value: 40, Text: "40,00 D merah"}},
					Limits: []report.Limit{{Value: 78, Label: "B mulai 78"}}},
				report.Heading{Level: 1, Text: "Yang menentukan"},
				report.List{Numbered: true, Items: []string{"Maklumat belum dipasang di tiga unit, padahal wajib menurut Pasal 22.", "Survei."}},
				report.Heading{Level: 2, Text: "Posisi"},
				report.Strip{Title: "Variabel", Items: []report.StripItem{{Label: "Standar", Value: 82, Text: "82,00"}, {Label: "Pengaduan", Value: 0, Text: "belum diisi"}}},
			}},
			{Title: "Rincian", Blocks: []report.Block{
				report.Table{Title: "Perhitungan", Note: "Dibulatkan sekali.",
					Columns: []report.Column{{Title: "Butir"}, {Title: "Uraian"}, {Title: "Bobot", Align: report.Right}, {Title: "Nilai", Align: report.Right}},
					Rows: []report.Row{
						{Group: true, Cells: []report.Cell{{Text: "Dimensi A"}}},
						{Level: 1, Cells: []report.Cell{{Text: "A1"}, {Text: "Sarana, prasarana, dan fasilitas bagi pengguna layanan berkebutuhan khusus"}, {Text: "4,25"}, {Text: "100,00"}}},
						{Level: 1, Cells: []report.Cell{{Text: "A2"}, {Text: "Biaya"}, {Text: "12,00"}, {Text: "–"}}},
						{Strong: true, Cells: []report.Cell{{Text: "Jumlah"}, {}, {Text: "16,25"}, {Text: "87,23"}}},
					}},
				report.Heat{Title: "Peta", Corner: "Unit",
					Columns: []report.HeatColumn{{Code: "A1", Title: "Persyaratan", Group: "Standar"}, {Code: "A10", Title: "Biaya", Group: "Standar"}, {Code: "B1", Title: "Loket", Group: "Sarana"}},
					Rows: []report.HeatRow{
						{Label: "Dinas Sosial", Lead: []report.Cell{{Text: "92,00"}, {Text: "A"}}, Cells: []report.HeatCell{{Letter: "P"}, {}, {Letter: "T"}}},
						{Label: "RSUD", Lead: []report.Cell{{Text: "9,50"}, {Text: "B"}}, Cells: []report.HeatCell{{Letter: "S"}, {Letter: "–"}}}},
					Legend: []report.Legend{{Letter: "P", Meaning: "terpenuhi"}, {Letter: "T", Meaning: "tidak terpenuhi"}}},
				report.Card{Code: "A2.1", Title: "Maklumat dipasang", Badge: "+3,20 poin", Fields: []report.Field{
					{Name: "Menurut hukum", Value: "Wajib memublikasikan maklumat (Pasal 22 UU 25/2009)."}, {Name: "Tenggat", Value: "30 Maret 2026"}}},
				report.Paragraph{Style: report.Small, Text: "Catatan kecil."},
				report.List{Items: []string{"satu", "dua"}},
				report.Signatures{{Above: []string{"Kota Raya, 16 Maret 2026", "Inspektur"}, Name: "Siti Rahmawati", Rank: "Pembina", NIP: "1974"}, {Above: []string{"Kepala"}}},
			}},
		},
	}
}
