package form

import (
	"fmt"
	"slices"

	"spotcheck/indicators"
)

// steps tells how to fill the form; list are the areas that have a sheet.
func steps(s Spec, list []page) []string {
	if len(list) == 0 {
		return []string{"Putaran ini tidak menanyakan apa pun kepada unit ini; formulir tidak perlu diisi."}
	}
	var sheets []string
	for _, p := range list {
		sheets = append(sheets, p.sheet)
	}
	office := s.Office
	if office == "" {
		office = "tim yang membagikan formulir ini"
	}
	out := []string{
		"Buka lembar " + sheetIdentity + " dan lengkapi sel kuning: " + indicators.And(yellowCells(list)) + ".",
		"Isi lembar " + indicators.And(sheets) + " baris demi baris. Baca Indikator, periksa keadaannya di lapangan, lalu bandingkan dengan Pilihan jawaban.",
	}
	out = append(out, groupSteps(list)...)
	return append(out,
		choosing(list),
		"Di kolom Bukti tulis nama atau nomor dokumen, atau lokasi foto. Siapkan buktinya untuk diperiksa tim verifikasi.",
		"TB (tidak berlaku) hanya tersedia pada indikator tertentu. Alasannya wajib ditulis di kolom Catatan pada baris yang sama; TB tanpa alasan dihitung kosong.",
		"Lihat kolom Status. Jawaban kosong dihitung sebagai nilai terendah; saring kolom Status untuk menemukan baris yang masih "+statusMissing+".",
		"Kolom hijau di sisi kanan diisi tim verifikasi; biarkan kosong. Jawaban unit dan hasil verifikasi disimpan terpisah.",
		"Simpan sebagai .xlsx (bukan PDF), lalu kembalikan kepada "+office+".",
	)
}

// yellowCells are the cells of Identitas that a unit fills in.
func yellowCells(list []page) []string {
	out := []string{"kepala unit", "narahubung", "tanggal pengisian"}
	for _, p := range list {
		if p.scope == indicators.PerProduct && p.slots[0].name == "" {
			out = append(out, "nama produk layanan")
		}
	}
	switch len(people(list)) {
	case 0:
		return out
	case 1:
		return append(out, "keterangan responden (tanpa nama orang)")
	}
	return append(out, "keterangan responden tiap kelompok (tanpa nama orang)")
}

// people are the pages of questions to people.
func people(list []page) []page {
	return slices.DeleteFunc(slices.Clone(list), func(p page) bool { return p.group == nil })
}

// groupSteps tells the groups of people apart, and how to treat a sample.
func groupSteps(list []page) []string {
	var out, names []string
	for _, p := range people(list) {
		where := ""
		if p.sheet != p.group.Label {
			where = " di lembar " + p.sheet
		}
		names = append(names, fmt.Sprintf("%s (%s, %s, …)%s", p.group.Label, slotCode(p.prefix, 0), slotCode(p.prefix, 1), where))
		if p.group.Sample {
			out = append(out, fmt.Sprintf("Pada lembar %s, pertanyaan yang tidak dijawab seorang responden dibiarkan kosong dan tidak dihitung, asalkan sedikitnya %d orang menjawabnya.", p.sheet, p.group.Min))
		}
	}
	if len(names) > 1 {
		out = slices.Insert(out, 0, "Setiap kelompok responden punya lembar sendiri: "+indicators.And(names)+". Seorang responden hanya menjawab lembar kelompoknya.")
	}
	return out
}

// choosing says how to answer: from lists, by numbers, or both.
func choosing(list []page) string {
	lists, numbers := false, false
	for _, p := range list {
		for _, n := range p.asks {
			lists, numbers = lists || len(n.Scale.Levels) > 0, numbers || len(n.Scale.Levels) == 0
		}
	}
	switch {
	case !lists:
		return "Di kolom Jawaban ketik angka seperti disebut di Pilihan jawaban. Isi yang benar-benar dapat dibuktikan; angka 0 juga jawaban."
	case numbers:
		return "Di kolom Jawaban klik panah, lalu pilih satu nilai dari daftar; yang tidak berdaftar diisi angka seperti disebut di Pilihan jawaban. Pilih yang benar-benar dapat dibuktikan; nilai 0 juga jawaban."
	}
	return "Di kolom Jawaban klik panah, lalu pilih satu nilai dari daftar. Pilih yang benar-benar dapat dibuktikan; nilai 0 juga jawaban."
}

// rules are what would make a form unreadable, and what would not.
func rules(list []page) []string {
	columns := []string{allColumns[colCode].head}
	for _, p := range list {
		if p.slot != "" && !slices.Contains(columns, p.slot) {
			columns = append(columns, p.slot)
		}
	}
	return append([]string{
		"Jangan mengubah isi kolom " + indicators.And(columns) + ", judul kolom, atau nama lembar, dan jangan menggabungkan sel jawaban.",
	}, lasting[:]...)
}

// lasting are the rules of every form.
var lasting = [...]string{
	"Baris boleh disisipkan, diurutkan, disaring, atau disembunyikan; lebar kolom dan tinggi baris boleh diubah. Jawaban dikenali dari Kode, bukan dari letak baris. Bila Excel menolak, buka proteksi lembar (tanpa kata sandi).",
	"Formulir ini hanya untuk unit dan periode yang tertulis di atas. Formulir unit lain tidak dapat dipakai, sekalipun isinya disalin ke sini.",
}
