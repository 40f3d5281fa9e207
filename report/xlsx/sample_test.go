package xlsx

import (
	"fmt"
	"strings"

	"spotcheck/report"
)

// sampleUnits, sampleGroups: a district of seven units, an instrument of 45
// indicators, answers that follow from their numbers.
var sampleUnits = []string{
	"Dinas Kependudukan dan Pencatatan Sipil", "Dinas Penanaman Modal dan PTSP", "Dinas Kesehatan",
	"RSUD dr. H. Andi Abdurrahman", "Puskesmas Simpang Empat", "Kecamatan Batulicin", "SMP Negeri 1 Kusan Hilir",
}

var sampleGroups = []struct {
	name   string
	titles []string
}{
	{"Standar pelayanan dan maklumat", []string{
		"Standar pelayanan ditetapkan", "Kelengkapan 14 komponen standar", "Masyarakat ikut menyusun standar",
		"Dasar hukum", "Persyaratan", "Sistem, mekanisme, dan prosedur", "Jangka waktu penyelesaian", "Biaya/tarif",
		"Produk pelayanan", "Penyelesaian sesuai jangka waktu", "Syarat dan biaya sesuai standar",
		"Isi maklumat pelayanan", "Publikasi maklumat pelayanan", "Jaminan pelayanan"}},
	{"Informasi dan kemudahan akses", []string{
		"Enam isi sistem informasi", "Informasi mudah diakses dan mutakhir", "Konsultasi dan penyuluhan", "Pelayanan terpadu"}},
	{"Sarana dan pelayanan khusus", []string{
		"Ruang tunggu", "Loket atau meja pelayanan", "Toilet pengguna", "Keamanan dan keselamatan",
		"Pemeliharaan dan laporan kondisi sarana", "Pengumuman perbaikan sarana", "Sarana bagi kelompok rentan",
		"Perlakuan khusus bagi kelompok rentan", "Sarana khusus dipakai yang berhak"}},
	{"Pelaksana pelayanan", []string{
		"Kompetensi pelaksana", "Jumlah pelaksana", "Evaluasi kinerja pelaksana", "Perilaku pelaksana menurut pengamatan",
		"Perilaku pelaksana menurut pengguna", "Visi, misi, dan moto pelayanan", "Tanda pengenal petugas"}},
	{"Pengelolaan pengaduan", []string{
		"Sarana pengaduan berfungsi", "Petugas pengaduan ditugaskan dan kompeten", "Pengumuman pengelola dan tata cara pengaduan",
		"Mekanisme pengaduan memuat sepuluh materi", "Register dan tanda terima pengaduan", "Tanggapan paling lambat 14 hari",
		"Keputusan paling lambat 60 hari"}},
	{"Pengawasan", []string{"Pengawasan oleh atasan langsung", "Pengawasan oleh pengawas fungsional"}},
	{"Kinerja dan peran serta", []string{
		"Penilaian kinerja pelayanan setiap tahun", "Survei kepuasan masyarakat"}},
}

var (
	sampleScores = []float64{91.4, 87.23, 79.05, 76.5, 63.18, 52.7, 31.02}
	sampleZones  = []string{"A hijau", "B hijau", "B hijau", "C kuning", "C kuning", "D merah", "E merah"}
	sampleTones  = []report.Tone{report.Good, report.Good, report.Good, report.Fair, report.Fair, report.Bad, report.Bad}
)

// sampleDocument uses every block, every tone, formulas over two sheets.
func sampleDocument() *report.Document {
	return &report.Document{
		Title:   "Laporan Penilaian Mandiri Standar Pelayanan Publik",
		Subject: "Kabupaten Tanah Bumbu, periode 2026 (simulasi; bukan nilai resmi Ombudsman RI)",
		Author:  "Inspektorat Daerah Kabupaten Tanah Bumbu", Date: "2026-03-16", Paper: report.F4, Mark: "SEMENTARA",
		Head: &report.Letterhead{Government: "PEMERINTAH KABUPATEN TANAH BUMBU", Office: "INSPEKTORAT DAERAH",
			Address: "Jalan Dharma Praja Nomor 5, Gunung Tinggi, Batulicin 72271", Contact: "Telepon (0518) 6070001 · inspektorat@tanahbumbukab.go.id"},
		Footer: "Penilaian mandiri (simulasi) Kabupaten Tanah Bumbu 2026",
		Sections: []report.Section{
			sampleSummary(), sampleMatrix(), sampleActions(), sampleUnit(), sampleProof(), sampleMethod(),
		},
	}
}

func sampleSummary() report.Section {
	var bars []report.Bar
	rank := report.Table{
		Title: "Peringkat unit", Note: "Nilai dibulatkan sekali, di akhir; kategori dan zona mengikuti nilai yang sudah dibulatkan.",
		Columns: []report.Column{{Title: "No", Width: 4, Align: report.Center}, {Title: "Unit layanan", Width: 40},
			{Title: "Jenis", Width: 14}, {Title: "Nilai", Width: 8, Align: report.Right}, {Title: "Zona", Width: 10, Align: report.Center}},
	}
	kinds := []string{"Dinas", "Dinas", "Dinas", "RSUD", "Puskesmas", "Kecamatan", "Sekolah"}
	for i, unit := range sampleUnits {
		bars = append(bars, report.Bar{Label: unit, Value: sampleScores[i], Tone: sampleTones[i],
			Text: strings.Replace(fmt.Sprintf("%.2f  %s", sampleScores[i], sampleZones[i]), ".", ",", 1)})
		rank.Rows = append(rank.Rows, report.Row{Cells: []report.Cell{
			{Text: fmt.Sprint(i + 1), Number: &report.Number{Value: float64(i + 1)}}, {Text: unit}, {Text: kinds[i]},
			number(sampleScores[i], 2), {Text: sampleZones[i], Tone: sampleTones[i]},
		}})
	}
	rank.Rows = append(rank.Rows, report.Row{Strong: true, Cells: []report.Cell{{}, {Text: "Rata-rata kabupaten"}, {}, number(68.73, 2), {Text: "C kuning", Tone: report.Fair}}})
	return report.Section{Title: "Ringkasan untuk Bupati", Sheet: "Ringkasan", Blocks: []report.Block{
		report.Paragraph{Style: report.Lead, Text: "Kabupaten Tanah Bumbu berada di zona kuning (68,73). Tiga dari tujuh unit sudah hijau; dua unit masih merah dan membutuhkan perbaikan sebelum 30 September 2026."},
		report.Figures{
			{Label: "Nilai kabupaten", Value: "68,73", Note: "kategori C, zona kuning", Tone: report.Fair},
			{Label: "Unit zona hijau", Value: "3 dari 7", Note: "Disdukcapil, DPMPTSP, Dinkes", Tone: report.Good},
			{Label: "Unit zona merah", Value: "2", Note: "Kecamatan Batulicin, SMPN 1 Kusan Hilir", Tone: report.Bad},
			{Label: "Jawaban terisi", Value: "97,14%", Note: "9 jawaban masih kosong"},
		},
		report.Paragraph{Style: report.Notice, Text: "Hasil sementara: masih ada 9 jawaban kosong yang dihitung sebagai nilai terendah. Bila semuanya terpenuhi, nilai kabupaten menjadi 71,90."},
		report.Bars{Title: "Nilai unit", Axis: "Nilai kepatuhan, 0–100", Max: 100, Items: bars,
			Limits: []report.Limit{{Value: 78, Label: "zona hijau mulai 78"}, {Value: 54, Label: "zona kuning mulai"}}},
		rank,
		report.Signatures{
			{Above: []string{"Mengetahui,", "Inspektur Daerah"}, Name: "Drs. H. Ahmad Fauzan, M.Si.", Rank: "Pembina Utama Muda (IV/c)", NIP: "196805121990031007"},
			{Above: []string{"Batulicin, 16 Maret 2026", "Ketua Tim Penilai"}, Name: "", Rank: "", NIP: ""},
		},
	}}
}

func sampleMatrix() report.Section {
	h := report.Heat{Title: "Peta kepatuhan tujuh unit atas 45 indikator", Corner: "Unit layanan (nilai, zona)",
		Legend: []report.Legend{{Letter: "Y", Meaning: "Terpenuhi", Tone: report.Good}, {Letter: "S", Meaning: "Sebagian", Tone: report.Fair}, {Letter: "T", Meaning: "Tidak terpenuhi", Tone: report.Bad},
			{Letter: "?", Meaning: "Belum dijawab", Tone: report.Blank}, {Letter: "–", Meaning: "Tidak berlaku", Tone: report.Quiet}}}
	for g, group := range sampleGroups {
		for i, title := range group.titles {
			h.Columns = append(h.Columns, report.HeatColumn{Code: fmt.Sprintf("%d.%02d", g+1, i+1), Title: title, Group: group.name})
		}
	}
	letters := []report.HeatCell{{Letter: "Y", Tone: report.Good}, {Letter: "S", Tone: report.Fair}, {Letter: "T", Tone: report.Bad}, {Letter: "?", Tone: report.Blank}, {Letter: "–", Tone: report.Quiet}, {}}
	for u, unit := range sampleUnits {
		row := report.HeatRow{Label: unit, Lead: []report.Cell{number(sampleScores[u], 2), {Text: sampleZones[u], Tone: sampleTones[u]}}}
		for i := range h.Columns {
			row.Cells = append(row.Cells, letters[sampleAnswer(u, i)])
		}
		h.Rows = append(h.Rows, row)
	}
	return report.Section{Title: "Peta kepatuhan", Sheet: "Peta", Landscape: true, Blocks: []report.Block{
		h,
		report.Paragraph{Style: report.Small, Text: "Warna mengikuti huruf; peta tetap terbaca bila dicetak hitam putih."},
	}}
}

// sampleAnswer spreads the answers so that better units have more green.
func sampleAnswer(unit, indicator int) int {
	mix := (unit*31 + indicator*17 + unit*indicator) % 23
	switch {
	case mix < 18-2*unit:
		return 0
	case mix < 21-unit:
		return 1
	case mix == 21:
		return 3
	case mix == 22:
		return 4 + unit%2
	}
	return 2
}

func sampleActions() report.Section {
	t := report.Table{Title: "Rencana aksi perbaikan", Frozen: 2, Filter: true,
		Note: "Isi kolom kuning; status dipilih dari daftar. Nilai kabupaten di lembar Perhitungan tidak berubah oleh isian ini.",
		Columns: []report.Column{{Title: "No", Width: 5, Align: report.Center}, {Title: "Unit", Width: 24}, {Title: "Indikator", Width: 26}, {Title: "Tindakan", Width: 46},
			{Title: "Poin unit", Width: 8, Align: report.Right}, {Title: "Penanggung jawab", Width: 20}, {Title: "Tenggat", Width: 16},
			{Title: "Status", Width: 16, Align: report.Center, Choices: []string{"Belum mulai", "Berjalan, ada hambatan", "Selesai"}}}}
	acts := []string{
		"Pasang maklumat pelayanan yang ditandatangani kepala unit di ruang tunggu dan unggah ke laman unit; cantumkan kesanggupan, sanksi, dan kontak pengaduan.",
		"Tetapkan petugas pengelola pengaduan dengan surat keputusan dan umumkan namanya.",
		"Sediakan jalur landai, kursi prioritas, dan toilet untuk penyandang disabilitas.",
		"Susun register pengaduan dan beri tanda terima kepada setiap pengadu.",
	}
	for g := range 3 {
		t.Rows = append(t.Rows, report.Row{Group: true, Cells: []report.Cell{{Text: []string{
			"Prioritas 1: cepat dan bernilai besar (selesai dalam 30 hari)", "Prioritas 2: perlu anggaran kecil", "Prioritas 3: perlu perencanaan"}[g]}}})
		for i := range 5 {
			n := g*5 + i
			t.Rows = append(t.Rows, report.Row{Cells: []report.Cell{
				number(float64(n+1), 0), {Text: sampleUnits[6-n%7]}, {Text: sampleGroups[n%5].titles[n%4]}, {Text: acts[n%4]},
				{Text: "+3,20", Number: &report.Number{Value: 3.2 - float64(n)*0.13, Decimals: 2}}, {Input: true},
				{Text: "30 April 2026"}, {Text: "Belum mulai", Input: true},
			}})
		}
	}
	return report.Section{Title: "Rencana aksi", Landscape: true, Blocks: []report.Block{t}}
}

func sampleUnit() report.Section {
	var strip []report.StripItem
	for i, g := range sampleGroups {
		v := 92.5 - 11.3*float64(i)
		strip = append(strip, report.StripItem{Label: g.name, Value: v, Tone: sampleTones[i], Text: strings.Replace(fmt.Sprintf("%.2f  %s", v, strings.Fields(sampleZones[i])[1]), ".", ",", 1)})
	}
	card := func(code, title, badge string, tone report.Tone) report.Card {
		return report.Card{Code: code, Title: title, Badge: badge, Tone: tone, Fields: []report.Field{
			{Name: "Kewajiban", Value: "UU 25/2009 Pasal 22 ayat (1) dan (2): penyelenggara wajib menyusun, menetapkan, dan memublikasikan maklumat pelayanan secara jelas dan luas."},
			{Name: "Yang terlihat", Value: "Maklumat ada di ruang kepala kantor, tidak terlihat dari ruang tunggu; laman unit memuat maklumat tahun 2021."},
			{Name: "Yang dilakukan", Value: "Cetak ukuran A1, pasang di ruang tunggu, dan ganti yang ada di laman."},
		}}
	}
	return report.Section{Title: "Kecamatan Batulicin: kartu perbaikan", Sheet: "Kecamatan Batulicin", Blocks: []report.Block{
		report.Fields{{Name: "Unit", Value: "Kecamatan Batulicin"}, {Name: "Kepala unit", Value: "Rahmadi, S.STP., M.AP."}, {Name: "Narahubung", Value: "Sekretaris Camat"}, {Name: "Tanggal pemeriksaan", Value: "9 Maret 2026"}},
		report.Heading{Level: 1, Text: "Di mana kita berdiri"},
		report.Strip{Title: "Nilai per dimensi", Items: strip},
		report.Heading{Level: 1, Text: "Yang pertama diperbaiki"},
		card("1.13", "Publikasi maklumat pelayanan", "+3,20 poin", report.Bad),
		card("5.02", "Petugas pengaduan ditugaskan dan kompeten", "+2,40 poin", report.Fair),
		card("3.01", "Ruang tunggu", "", report.None),
		report.Heading{Level: 2, Text: "Langkah minggu ini"},
		report.List{Numbered: true, Items: []string{"Rapat internal memakai lembar ini.", "Pasang maklumat yang baru di ruang tunggu dan di laman; foto pemasangannya dikirim ke Inspektorat sebagai bukti paling lambat 23 Maret 2026, bersama surat keputusan penetapannya.", "Laporkan ke Inspektorat."}},
		report.List{Items: []string{"=HYPERLINK(\"http://contoh\") tetap teks", "+62 812 0000 0000 tetap teks"}},
	}}
}

// sampleProof has live formulas: contributions, sums, a share and a text, over
// two sheets.
func sampleProof() report.Section {
	t := report.Table{Title: "Dari jawaban ke nilai", Frozen: 2, Columns: []report.Column{
		{Title: "Kode", Width: 10}, {Title: "Simpul", Width: 44}, {Title: "Bobot", Width: 9, Align: report.Right}, {Title: "Nilai", Width: 9, Align: report.Right},
		{Title: "Kontribusi", Width: 12, Align: report.Right}, {Title: "Bagian", Width: 9, Align: report.Right}, {Title: "Zona", Width: 10, Align: report.Center}}}
	total, weights := 0.0, 0.0
	var sums, ws []string
	for g, group := range sampleGroups {
		t.Rows = append(t.Rows, report.Row{Group: true, Cells: []report.Cell{{Text: fmt.Sprintf("%d  %s", g+1, group.name)}}})
		for i, title := range group.titles {
			w, v := float64(2+(g+i)%3), []float64{100, 50, 0}[min(2, sampleAnswer(5, g*7+i))]
			id := fmt.Sprintf("i%d_%d", g, i)
			total, weights = total+w*v, weights+w
			sums, ws = append(sums, "{w_"+id+"}*{v_"+id+"}"), append(ws, "{w_"+id+"}")
			t.Rows = append(t.Rows, report.Row{Level: 1, Cells: []report.Cell{
				{Text: fmt.Sprintf("%d.%02d", g+1, i+1)}, {Text: title},
				{Number: &report.Number{Value: w}, Name: "w_" + id}, {Number: &report.Number{Value: v}, Name: "v_" + id, Input: true},
				{Number: &report.Number{Value: w * v, Decimals: 2}, Name: "k_" + id, Formula: "{w_" + id + "}*{v_" + id + "}"},
				{Number: &report.Number{Value: v / 100, Percent: true}, Formula: "{v_" + id + "}/100"},
				{Text: map[bool]string{true: "penuh", false: "belum"}[v == 100], Formula: `IF({v_` + id + `}=100,"penuh","belum")`},
			}})
		}
	}
	last := len(sampleGroups) - 1
	lastID := fmt.Sprintf("i%d_%d", last, len(sampleGroups[last].titles)-1)
	t.Rows = append(t.Rows, report.Row{Strong: true, Cells: []report.Cell{{}, {Text: "Jumlah"},
		{Number: &report.Number{Value: weights}, Name: "sum_w", Formula: "SUM({w_i0_0}:{w_" + lastID + "})"}, {},
		{Number: &report.Number{Value: total, Decimals: 2}, Name: "sum_k", Formula: "SUM({k_i0_0}:{k_" + lastID + "})"}, {}, {}}})
	score := total / weights
	summary := report.Table{Columns: []report.Column{{Title: "Hasil", Width: 40}, {Title: "Nilai", Width: 12, Align: report.Right}}, Rows: []report.Row{
		{Cells: []report.Cell{{Text: "Nilai unit"}, {Number: &report.Number{Value: score, Decimals: 2}, Name: "score", Formula: "{sum_k}/{sum_w}"}}},
		{Cells: []report.Cell{{Text: "Nilai unit, dijumlah satu demi satu"}, {Number: &report.Number{Value: score, Decimals: 2},
			Formula: "(" + strings.Join(sums, "+") + ")/(" + strings.Join(ws, "+") + ")"}}},
		{Cells: []report.Cell{{Text: "Zona"}, {Text: "merah", Tone: report.Bad, Formula: `=IF({score}>=78,"hijau",IF({score}>=54,"kuning","merah"))`}}},
	}}
	return report.Section{Title: "Perhitungan: Kecamatan Batulicin", Sheet: "Perhitungan", Blocks: []report.Block{t, summary}}
}

func sampleMethod() report.Section {
	long := strings.Repeat("Setiap nilai dapat ditelusuri sampai ke sel jawabannya, dan setiap jumlah dapat dihitung ulang dengan kalkulator. ", 45)
	return report.Section{Title: "Metode: asal-usul angka / catatan", Blocks: []report.Block{
		report.Heading{Level: 1, Text: "Cara menghitung"},
		report.Paragraph{Text: "Nilai simpul adalah rata-rata tertimbang anak-anaknya yang berlaku. Nilai kabupaten adalah rata-rata unit."},
		report.List{Numbered: true, Items: []string{"Jawaban diubah menjadi nilai 0–100 menurut skala indikator.", "Nilai dikalikan bobot, lalu dijumlahkan.", "Pembulatan dilakukan sekali, di akhir."}},
		report.Paragraph{Text: long, Style: report.Small},
		report.Table{Title: "Sumber bobot", Columns: []report.Column{{Title: "Sumber"}, {Title: "Status"}}, Rows: []report.Row{
			{Cells: []report.Cell{{Text: "Undang-Undang Nomor 25 Tahun 2009 tentang Pelayanan Publik"}, {Text: "pasti"}}},
			{Cells: []report.Cell{{Text: "Bobot disusun sendiri"}, {Text: "asumsi", Tone: report.Blank}}},
		}},
		report.Paragraph{}, report.Table{}, report.Figures{}, report.Bars{}, report.Strip{}, report.Heat{}, report.Card{}, report.List{}, report.Fields{}, report.Signatures{},
		report.Table{Title: "Nilai lembar lain", Columns: []report.Column{{Title: "Uraian", Width: 30}, {Title: "Nilai", Width: 10}}, Rows: []report.Row{
			{Cells: []report.Cell{{Text: "Bobot seluruhnya"}, {Number: &report.Number{Value: sampleWeight()}, Formula: "{sum_w}"}}},
			{Cells: []report.Cell{{Text: "Selisih dari 100"}, {Number: &report.Number{Value: 100 - sampleWeight()}, Formula: "100-SUM({w_i0_0}:{w_i6_1})"}}},
		}},
	}}
}

func sampleWeight() float64 {
	sum := 0
	for g, group := range sampleGroups {
		for i := range group.titles {
			sum += 2 + (g+i)%3
		}
	}
	return float64(sum)
}

func number(v float64, decimals int) report.Cell {
	n := report.Number{Value: v, Decimals: decimals}
	return report.Cell{Text: shown(n), Number: &n}
}
