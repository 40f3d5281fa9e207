package form

import (
	"fmt"
	"slices"
	"strings"

	"spotcheck/assess/sheet"
	"spotcheck/indicators"
)

// guideSheet makes the sheet Petunjuk.
type guideSheet struct{ grid grid }

func newGuideSheet(s Spec, list []page) *guideSheet {
	b := &guideSheet{grid{name: sheetGuide, widths: []float64{5, 17, 121}, tab: inkGrey}}
	b.grid.add(26, cell{style: styleTitle, text: s.Instrument.Title})
	b.grid.add(18, cell{style: styleSubtitle, text: s.about()})
	b.section("Tentang formulir ini")
	b.wide(s.Instrument.About, styleGuide)
	b.wide(s.Instrument.Notice, styleGuideStrong)
	b.section("Cara mengisi")
	for i, step := range steps(s, asked(list)) {
		b.step(fmt.Sprintf("%d.", i+1), step)
	}
	b.section("Arti warna dan tanda")
	b.legend()
	b.section("Skala jawaban")
	for _, k := range scalesOf(list) {
		b.pair(cell{style: styleGuideStrong, text: k.scale.Title}, strings.Join(allowedAnswers(k), "\n"))
	}
	b.section("Yang tidak boleh diubah")
	for _, text := range rules {
		b.step("•", text)
	}
	return b
}

// about names the unit that a form is for.
func (s Spec) about() string { return s.Unit.Name + " · " + s.Entity + " · periode " + s.Period }

func (b *guideSheet) section(title string) {
	b.grid.add(6)
	b.grid.add(20, cell{style: styleSection, text: title}, cell{style: styleSection}, cell{style: styleSection})
}

// step writes a sign and a text over the rest of the width.
func (b *guideSheet) step(sign, text string) {
	b.grid.add(0, cell{style: styleStep, text: sign}, cell{style: styleGuide, text: text, span: 2}, cell{style: styleGuide})
}

// pair explains a label.
func (b *guideSheet) pair(label cell, text string) {
	label.span = 2
	b.grid.add(0, label, cell{style: label.style}, cell{style: styleGuide, text: text})
}

// wide writes a paragraph over the whole width.
func (b *guideSheet) wide(text string, style styleID) {
	b.grid.add(0, cell{style: style, text: text, span: 3}, cell{style: style}, cell{style: style})
}

// steps tells how to fill the form; list are the areas that have a sheet.
func steps(s Spec, list []page) []string {
	if len(list) == 0 {
		return []string{"Putaran ini tidak menanyakan apa pun kepada unit ini; formulir tidak perlu diisi."}
	}
	var sheets, identity []string
	identity = append(identity, "kepala unit", "narahubung", "tanggal pengisian")
	for _, p := range list {
		sheets = append(sheets, p.sheet)
		switch {
		case p.scope == indicators.PerProduct && p.slots[0].name == "":
			identity = append(identity, "nama produk layanan")
		case p.scope == indicators.PerRespondent:
			identity = append(identity, "keterangan responden (tanpa nama orang)")
		}
	}
	office := s.Office
	if office == "" {
		office = "tim yang membagikan formulir ini"
	}
	return []string{
		"Buka lembar " + sheetIdentity + " dan lengkapi sel kuning: " + indicators.And(identity) + ".",
		"Isi lembar " + indicators.And(sheets) + " baris demi baris. Baca Indikator, periksa keadaannya di lapangan, lalu bandingkan dengan Pilihan jawaban.",
		"Di kolom Jawaban klik panah, lalu pilih satu nilai dari daftar. Pilih yang benar-benar dapat dibuktikan; nilai 0 juga jawaban.",
		"Di kolom Bukti tulis nama atau nomor dokumen, atau lokasi foto. Siapkan buktinya untuk diperiksa tim verifikasi.",
		"TB (tidak berlaku) hanya tersedia pada indikator tertentu. Alasannya wajib ditulis di kolom Catatan pada baris yang sama; TB tanpa alasan dihitung kosong.",
		"Lihat kolom Status. Jawaban kosong dihitung sebagai nilai terendah; saring kolom Status untuk menemukan baris yang masih " + statusMissing + ".",
		"Kolom hijau di sisi kanan diisi tim verifikasi; biarkan kosong. Jawaban unit dan hasil verifikasi disimpan terpisah.",
		"Simpan sebagai .xlsx (bukan PDF), lalu kembalikan kepada " + office + ".",
	}
}

// rules are what would make a form unreadable, and what would not.
var rules = [...]string{
	"Jangan mengubah isi kolom Kode, Produk, dan Responden, judul kolom, atau nama lembar, dan jangan menggabungkan sel jawaban.",
	"Baris boleh disisipkan, diurutkan, disaring, atau disembunyikan; lebar kolom dan tinggi baris boleh diubah. Jawaban dikenali dari Kode, bukan dari letak baris. Bila Excel menolak, buka proteksi lembar (tanpa kata sandi).",
	"Formulir ini hanya untuk unit dan periode yang tertulis di atas. Formulir unit lain tidak dapat dipakai, sekalipun isinya disalin ke sini.",
}

// legend shows every colour with its meaning.
func (b *guideSheet) legend() {
	b.pair(cell{style: styleFieldInput, text: "sel kuning"}, "Diisi unit.")
	b.pair(cell{style: styleFieldVerify, text: "sel hijau"}, "Diisi tim verifikasi Inspektorat.")
	b.pair(cell{style: styleFieldStrong, text: "sel abu-abu"}, "Terkunci; sudah diisi sebelumnya atau dihitung sendiri.")
	first := b.grid.next()
	for _, m := range marks {
		b.pair(cell{style: styleLegend, text: m.word}, m.about)
	}
	b.grid.statuses = sheet.Ref(first, 1) + ":" + sheet.Ref(b.grid.next()-1, 2)
}

// scalesOf lists every scale asked, once, in its widest form.
func scalesOf(list []page) []kindOfAnswer {
	var out []kindOfAnswer
	for _, p := range list {
		for _, n := range p.asks {
			i := slices.IndexFunc(out, func(k kindOfAnswer) bool { return k.scale == n.Scale })
			if i < 0 {
				i = len(out)
				out = append(out, kindOfAnswer{scale: n.Scale})
			}
			out[i].na = out[i].na || n.NA != ""
		}
	}
	return out
}
