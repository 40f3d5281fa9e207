package action

import "fmt"

// guideGrid is the sheet that explains the others.
func guideGrid(p *Plan) *grid {
	g := &grid{name: sheetGuide, widths: []float64{30, 118}}
	g.add(26, cell{style: styleTitle, text: "Rencana Aksi Perbaikan Pelayanan Publik"})
	g.add(18, cell{style: styleSubtitle, text: p.about()})
	for _, text := range append(p.Notes, "Poin dan nilai dalam buku kerja ini perkiraan: baru menjadi nilai setelah penilaian berikutnya memverifikasinya.") {
		g.add(0, cell{style: styleProse, text: text, span: 2}, cell{style: styleProse})
	}
	g.section("Cara mengisi")
	for n, text := range steps {
		g.pair(fmt.Sprintf("Langkah %d", n+1), text)
	}
	g.section("Status tindak lanjut")
	for _, s := range Statuses {
		g.pair(string(s), meanings[s])
	}
	g.section("Yang dibaca kembali")
	for _, r := range rules {
		g.pair(r[0], r[1])
	}
	return g
}

func (g *grid) section(title string) {
	g.add(6)
	g.add(20, cell{style: styleSection, text: title}, cell{style: styleSection})
}

func (g *grid) pair(sign, text string) {
	g.add(0, cell{style: styleSign, text: sign}, cell{style: styleProse, text: text})
}

var steps = [...]string{
	"Unit mengisi kolom kuning: Sebab, Diterima (ya atau tidak), Penanggung jawab, dan Tenggat yang disepakati. Yang dijawab ya adalah janji; perkiraan nilai menghitungnya.",
	"Sesudah dikerjakan, unit mengisi Tindak lanjut dan Bukti pada baris yang sama.",
	"Inspektorat mengisi kolom hijau: Status dan Tanggal penetapannya.",
	"Berkas ini, atau bagian milik satu unit, ditaruh di folder masuk/ dengan nama apa pun, di subfolder mana pun. Lalu jalankan spotcheck followup.",
}

var meanings = map[Status]string{
	Fulfilled:  "Tindak lanjut sesuai rekomendasi dan buktinya cukup. Perkiraan nilai menghitung indikatornya pada tingkat tertinggi.",
	Partly:     "Sudah ada tindak lanjut, tetapi belum sesuai rekomendasi.",
	Untouched:  "Belum ada tindak lanjut. Baris yang dikosongkan dihitung demikian.",
	Impossible: "Tidak dapat ditindaklanjuti dengan alasan yang sah; alasannya wajib ditulis di kolom Tindak lanjut.",
}

var rules = [...][2]string{
	{"Kunci baris", "Kode unit dan Kode. Baris boleh diurutkan, disaring, disembunyikan, atau dihapus; yang tidak ada berarti tidak ada isian."},
	{"Kolom terkunci", "Diisi spotcheck dan tidak dibaca kembali, tetapi Indikator, Kriteria, Rekomendasi, dan Upaya harus tetap seperti aslinya; baris yang berubah ditolak."},
	{"Tanggal", "Ditulis sebagai tanggal atau seperti 16 Maret 2026; tidak lebih awal daripada tanggal putaran."},
	{"Beberapa berkas", "Isian yang saling melengkapi digabung. Bila bertentangan, yang dipakai isian dengan Tanggal paling baru, asalkan semua isian lain bertanggal lebih lama; kalau tidak, tidak satu pun dipakai."},
}
