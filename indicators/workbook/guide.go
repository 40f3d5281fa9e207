package workbook

import (
	"strings"

	"spotcheck/assess/sheet"
)

// howTo is what the sheet Petunjuk says first.
var howTo = []string{
	"Buku kerja ini memuat satu instrumen. Ubah isinya di sini, lalu jalankan: spotcheck instruments import BERKAS.xlsx --output instrumen.yaml",
	"Lembar Instrumen memuat hal yang hanya ada satu. Lembar lain memuat daftar, satu baris per butir; urutan baris adalah urutan dalam formulir dan laporan. " +
		"Lembar Simpul memuat satu baris per dimensi, variabel, atau indikator, dengan kode simpul di atasnya pada kolom Induk.",
	"Kolom dicari menurut judulnya: kolom boleh dipindahkan, tetapi judulnya jangan diubah, dan lembar, kolom, atau kunci di lembar Instrumen jangan dihapus; isinya boleh kosong bila tidak wajib. Judul berwarna gelap berarti wajib. Baris kosong dilewati.",
	"Bila satu sel memuat beberapa butir (sumber, teks tingkat, bukti, rujukan), tulis satu butir per baris; Alt+Enter memulai baris baru. " +
		"Baris yang diawali dua spasi melanjutkan butir di atasnya.",
	"Angka diketik biasa, misalnya 12,5, tanpa tanda persen. Jangan menggabungkan sel. Komentar dalam berkas YAML tidak ikut ke buku kerja ini.",
}

// guide writes the sheet Petunjuk: how to use the workbook, and what each column of
// the other sheets means.
func (p *pen) guide(all []*section) {
	widths := []float64{18, 30, 22, 96}
	wide := 0.0
	for _, w := range widths {
		wide += w
	}
	number := 1
	p.row(guideSheet, number, []float64{wide}, item{"Instrumen dalam buku kerja", false, styleTitle})
	for _, text := range howTo {
		number++
		p.row(guideSheet, number, []float64{wide}, item{text, false, styleProse})
		p.do(p.MergeCell(guideSheet, sheet.Ref(number, 1), sheet.Ref(number, len(widths))))
	}
	number += 2
	p.row(guideSheet, number, widths, item{"Lembar", false, styleNeeded}, item{"Kolom", false, styleNeeded}, item{"Kunci YAML", false, styleNeeded}, item{"Isi", false, styleNeeded})
	for _, s := range inReadingOrder(all)[1:] {
		for _, c := range s.columns {
			number++
			key := strings.Trim(c.name, ownerColumn+nameColumn+textColumn)
			p.row(guideSheet, number, widths, item{s.sheet, false, styleNote}, item{c.head, false, styleNote}, item{key, false, styleNote}, item{c.hint, false, styleNote})
		}
	}
	p.finish(guideSheet, 0, number, widths)
}
