package pdf

import (
	"fmt"

	"spotcheck/report"
)

// sample is a report as rich as a real one: every block, two orientations,
// seven units and forty-five indicators.
func sample(paper report.Paper) *report.Document {
	return &report.Document{
		Title:   "Laporan Hasil Penilaian Mandiri Standar Pelayanan Publik",
		Subject: "Pemerintah Kabupaten Sukamaju, periode 2026 (simulasi, bukan penilaian resmi)",
		Author:  "Inspektorat Kabupaten Sukamaju",
		Date:    "2026-03-16",
		Paper:   paper,
		Mark:    "SEMENTARA",
		Head: &report.Letterhead{
			Government: "PEMERINTAH KABUPATEN SUKAMAJU",
			Office:     "INSPEKTORAT DAERAH",
			Address:    "Jalan Merdeka Nomor 12, Kota Raya 45611",
			Contact:    "Telepon (0231) 555123, pos-el inspektorat@sukamaju.example",
		},
		Footer: "Hasil penilaian mandiri (simulasi); bukan nilai, opini, atau penilaian resmi Ombudsman RI. Instrumen uu25-2009 versi 2026.1.",
		Sections: []report.Section{
			summarySection(), heatSection(), findingsSection(), tableSection(),
		},
	}
}

func summarySection() report.Section {
	return report.Section{Title: "A. Ringkasan", Blocks: []report.Block{
		report.Fields{
			{Name: "Unit yang dinilai", Value: "7 perangkat daerah dan unit pelaksana teknis"},
			{Name: "Periode", Value: "1 Januari 2026 s.d. 16 Maret 2026"},
			{Name: "Dasar hukum", Value: "Undang-Undang Nomor 25 Tahun 2009 tentang Pelayanan Publik, Pasal 15, Pasal 20 s.d. Pasal 25, dan Pasal 34 sampai dengan Pasal 37"},
		},
		report.Paragraph{Style: report.Lead, Text: "Nilai sementara Kabupaten Sukamaju 74,31 (kategori C, zona kuning): 3,69 poin lagi menuju kategori B."},
		report.Figures{
			{Label: "Nilai penilaian mandiri", Value: "74,31", Note: "paling rendah 74,31, paling tinggi 78,02", Tone: report.Fair},
			{Label: "Kategori", Value: "C kuning", Note: "Kualitas Sedang", Tone: report.Fair},
			{Label: "Terisi", Value: "96%", Note: "302 dari 315 butir"},
			{Label: "Unit di zona merah", Value: "1", Note: "Puskesmas Karang Anyar", Tone: report.Bad},
		},
		report.Paragraph{Text: "Penilaian mandiri ini memotret pemenuhan standar pelayanan pada tujuh unit. Butir yang belum diisi dihitung sebagai pemenuhan terendah, sehingga nilai di atas adalah nilai sementara. Rincian cara menghitung tersedia pada bagian D, dan setiap angka dapat ditelusuri sampai ke sel pada formulir yang dikirimkan oleh unit."},
		report.Paragraph{Style: report.Notice, Text: "Tiga belas butir belum diisi. Selama masih ada butir kosong, laporan ini berstatus sementara dan tidak boleh dipakai sebagai dasar penetapan kategori."},
		report.Bars{
			Title: "Peringkat unit", Axis: "Nilai penilaian mandiri, 0 sampai 100", Max: 100,
			Items: []report.Bar{
				{Label: "Dinas Penanaman Modal dan Pelayanan Terpadu Satu Pintu", Value: 91.2, Text: "91,20  A hijau", Tone: report.Good},
				{Label: "RSUD Sukamaju", Value: 85.5, Text: "85,50  B hijau", Tone: report.Good},
				{Label: "Dinas Kependudukan dan Pencatatan Sipil", Value: 80.07, Text: "80,07  B hijau", Tone: report.Good},
				{Label: "Kecamatan Cibeureum", Value: 71.4, Text: "71,40  C kuning", Tone: report.Fair},
				{Label: "Dinas Sosial", Value: 69.9, Text: "69,90  C kuning", Tone: report.Fair},
				{Label: "SMP Negeri 2", Value: 64.1, Text: "64,10  C kuning", Tone: report.Fair},
				{Label: "Puskesmas Karang Anyar", Value: 48, Text: "48,00  D merah", Tone: report.Bad},
			},
			Limits: []report.Limit{{Value: 54, Label: "C mulai 54"}, {Value: 78, Label: "B mulai 78"}, {Value: 88, Label: "A mulai 88"}},
		},
		report.Heading{Level: 1, Text: "Yang paling menentukan"},
		report.List{Numbered: true, Items: []string{
			"Maklumat pelayanan belum dipasang di tiga unit (Pasal 22 UU 25/2009); mengembalikan 2,10 poin kabupaten.",
			"Sarana bagi penyandang disabilitas belum ada di Puskesmas Karang Anyar dan SMP Negeri 2.",
			"Hasil survei kepuasan masyarakat tahun 2025 belum diumumkan.",
		}},
		report.Heading{Level: 2, Text: "Posisi menurut variabel"},
		report.Strip{Title: "Rata-rata kabupaten", Items: []report.StripItem{
			{Label: "Standar pelayanan", Value: 82, Text: "82,00 terpenuhi", Tone: report.Good},
			{Label: "Maklumat pelayanan", Value: 57.1, Text: "57,14 sebagian", Tone: report.Fair},
			{Label: "Sistem informasi pelayanan publik", Value: 77, Text: "77,00 sebagian", Tone: report.Fair},
			{Label: "Sarana dan prasarana", Value: 43.3, Text: "43,33 kurang", Tone: report.Bad},
			{Label: "Pengelolaan pengaduan", Value: 0, Text: "belum diisi", Tone: report.Blank},
		}},
	}}
}

func heatSection() report.Section {
	groups := []struct {
		title string
		size  int
	}{
		{"Standar pelayanan", 14}, {"Maklumat", 3}, {"Sistem informasi pelayanan publik", 8},
		{"Sarana, prasarana, fasilitas", 9}, {"Pelaksana", 4}, {"Pengaduan", 6}, {"Penilaian kinerja", 1},
	}
	var columns []report.HeatColumn
	for g, group := range groups {
		for i := range group.size {
			code := fmt.Sprintf("%c%d.%d", 'A'+g/3, g%3+1, i+1)
			columns = append(columns, report.HeatColumn{Code: code, Title: "Butir nomor " + code + " tentang " + group.title, Group: group.title})
		}
	}
	letters := []report.HeatCell{{Letter: "P", Tone: report.Good}, {Letter: "S", Tone: report.Fair}, {Letter: "T", Tone: report.Bad},
		{Letter: "–", Tone: report.Quiet}, {Letter: "?", Tone: report.Blank}, {}}
	units := []string{"DPMPTSP", "RSUD Sukamaju", "Dinas Kependudukan dan Pencatatan Sipil", "Kecamatan Cibeureum", "Dinas Sosial", "SMP Negeri 2", "Puskesmas Karang Anyar"}
	zones := []report.Tone{report.Good, report.Good, report.Good, report.Fair, report.Fair, report.Fair, report.Bad}
	var rows []report.HeatRow
	for u, unit := range units {
		row := report.HeatRow{Label: unit, Lead: []report.Cell{
			{Text: fmt.Sprintf("%d,%d0", 92-6*u, u)}, {Text: string("ABBCCCD"[u]), Tone: zones[u]}}}
		for i := range columns {
			pick := (i*7 + u*u*3 + i*u) % 23
			kind := 0
			switch {
			case pick > 21:
				kind = 5
			case pick > 20:
				kind = 4
			case pick > 18:
				kind = 3
			case pick > 15-u:
				kind = 2
			case pick > 11-u:
				kind = 1
			}
			row.Cells = append(row.Cells, letters[kind])
		}
		rows = append(rows, row)
	}
	return report.Section{Title: "B. Peta pemenuhan", Landscape: true, Blocks: []report.Block{
		report.Paragraph{Text: "Setiap kotak adalah satu butir pada satu unit. Baca mendatar untuk melihat satu unit, menurun untuk melihat butir yang lemah di banyak unit."},
		report.Heat{Title: "Peta pemenuhan 7 unit dan 45 butir", Corner: "Unit", Columns: columns, Rows: rows, Legend: []report.Legend{
			{Letter: "P", Meaning: "terpenuhi", Tone: report.Good}, {Letter: "S", Meaning: "sebagian", Tone: report.Fair},
			{Letter: "T", Meaning: "tidak terpenuhi", Tone: report.Bad}, {Letter: "–", Meaning: "tidak berlaku", Tone: report.Quiet},
			{Letter: "?", Meaning: "belum diisi", Tone: report.Blank}}},
	}}
}

func findingsSection() report.Section {
	fields := []report.Field{
		{Name: "Menurut hukum", Value: "Penyelenggara wajib menyusun dan memublikasikan maklumat pelayanan (Pasal 22 ayat (1) UU 25/2009)."},
		{Name: "Yang ditemukan", Value: "Maklumat ada pada berkas surat keputusan tetapi tidak terpasang di ruang pelayanan; petugas loket tidak mengetahui isinya."},
		{Name: "Yang dilakukan", Value: "Cetak maklumat yang sudah ditandatangani, pasang di pintu masuk dan di situs web, lalu kirim fotonya."},
		{Name: "Tenggat", Value: "30 Maret 2026 (ringan, 14 hari)"},
	}
	cards := []report.Block{
		report.Heading{Level: 1, Text: "Puskesmas Karang Anyar"},
		report.Card{Code: "A2.1", Title: "Maklumat pelayanan dipasang dan mudah dilihat", Badge: "+3,20 poin", Tone: report.Bad, Fields: fields},
		report.Card{Code: "B1.7", Title: "Ruang tunggu memadai dan tersedia jalur landai, toilet, serta kursi prioritas bagi penyandang disabilitas, lanjut usia, dan ibu hamil", Badge: "+1,85 poin", Tone: report.Fair, Fields: fields},
		report.Card{Code: "B3.2", Title: "Pengaduan dijawab tepat waktu", Badge: "+0,90 poin", Tone: report.Blank, Fields: fields[:3]},
		report.Card{Title: "Temuan tanpa kode dan tanpa nilai", Tone: report.Quiet, Fields: fields[1:]},
	}
	cards = append(cards,
		report.Paragraph{Style: report.Small, Text: "Poin dihitung pada nilai unit; poin kabupaten seperenam sampai sepertujuh dari angka itu."},
		report.Signatures{
			{Above: []string{"Mengetahui,", "Bupati Sukamaju"}, Name: "Dr. H. Ahmad Suryana, M.Si."},
			{Above: []string{"Kota Raya, 16 Maret 2026", "Inspektur Daerah", "selaku penanggung jawab"}, Name: "Siti Rahmawati, S.E., M.Ak.", Rank: "Pembina Tingkat I, IV/b", NIP: "19740512 200003 2 001"},
		},
		report.Signatures{{Above: []string{"Kepala Puskesmas"}}},
	)
	return report.Section{Title: "C. Temuan dan tindak lanjut", NewPage: true, Blocks: cards}
}

func tableSection() report.Section {
	table := report.Table{
		Title: "Cara nilai dihitung", Note: "Bobot dan nilai dibulatkan hanya pada kolom terakhir.",
		Columns: []report.Column{{Title: "Butir", Width: 10}, {Title: "Uraian", Width: 40}, {Title: "Bobot", Width: 8, Align: report.Right},
			{Title: "Jawaban", Width: 14, Align: report.Center}, {Title: "Nilai", Width: 8, Align: report.Right}, {Title: "Sumbangan", Width: 10, Align: report.Right}},
	}
	words := []string{"Persyaratan", "Sistem, mekanisme, dan prosedur", "Jangka waktu penyelesaian", "Biaya/tarif", "Produk pelayanan", "Sarana, prasarana, dan/atau fasilitas yang disediakan bagi pengguna layanan berkebutuhan khusus"}
	tones := []report.Tone{report.Good, report.Fair, report.Bad, report.Quiet, report.Blank}
	answers := []string{"Lengkap", "Sebagian", "Tidak ada", "Tidak berlaku", "Kosong"}
	for g := range 4 {
		table.Rows = append(table.Rows, report.Row{Group: true, Cells: []report.Cell{{Text: fmt.Sprintf("Dimensi %c: Masukan", 'A'+g)}}})
		for i := range 14 {
			table.Rows = append(table.Rows, report.Row{Level: 1, Cells: []report.Cell{
				{Text: fmt.Sprintf("%c1.%d", 'A'+g, i+1)}, {Text: words[i%len(words)]}, {Text: "4,25"},
				{Text: answers[i%5], Tone: tones[i%5]}, {Text: "100,00"}, {Text: fmt.Sprintf("%d,%02d", i, g)}}})
		}
		table.Rows = append(table.Rows, report.Row{Strong: true, Cells: []report.Cell{{}, {Text: "Jumlah dimensi"}, {Text: "25,00"}, {}, {}, {Text: "20,17"}}})
	}
	return report.Section{Title: "D. Lampiran", NewPage: true, Blocks: []report.Block{
		report.Heading{Level: 1, Text: "Perhitungan"}, table,
		report.Table{Title: "Sumber", Columns: []report.Column{{Title: "Kunci", Width: 8}, {Title: "Judul", Width: 30}, {Title: "Status", Width: 10}},
			Rows: []report.Row{{Cells: []report.Cell{{Text: "uu25"}, {Text: "Undang-Undang Nomor 25 Tahun 2009"}, {Text: "terkonfirmasi", Tone: report.Good}}}}},
	}}
}
