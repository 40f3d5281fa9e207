package round

import (
	"slices"
	"strings"

	"spotcheck/assess"
	"spotcheck/indicators"
	"spotcheck/indicators/problem"
	"spotcheck/indicators/strictyaml"
)

// column is one fact about a unit: its titles in a register (Indonesian first),
// whether every unit needs it, its key in spotcheck.yaml, where it goes, and
// what the blank register says about it.
type column struct {
	key      string
	titles   []string
	required bool
	list     bool // products: several values
	set      func(*assess.Unit, string)
	hint     string
	width    float64
}

var columns = [...]column{
	{key: "id", titles: []string{"Kode", "id"}, required: true, width: 14,
		set:  func(u *assess.Unit, s string) { u.ID = s },
		hint: "Kode singkat unit, huruf di depan, tanpa spasi; dipakai sebagai nama berkas formulir. Contoh: PKM-KOTA"},
	{key: "name", titles: []string{"Nama", "name"}, required: true, width: 38,
		set:  func(u *assess.Unit, s string) { u.Name = s },
		hint: "Nama unit seperti pada papan namanya"},
	{key: "type", titles: []string{"Jenis", "type"}, required: true, width: 18,
		set:  func(u *assess.Unit, s string) { u.Type = s },
		hint: "Pilih dari daftar; jenis menentukan indikator yang ditanyakan"},
	{key: "parent", titles: []string{"Induk", "parent"}, width: 14,
		set:  func(u *assess.Unit, s string) { u.Parent = s },
		hint: "Kode unit induk, misalnya dinas yang membawahkan puskesmas; boleh kosong"},
	{key: "head", titles: []string{"Kepala", "head"}, width: 28,
		set:  func(u *assess.Unit, s string) { u.Head = s },
		hint: "Nama kepala unit; boleh kosong"},
	{key: "head_title", titles: []string{"Jabatan", "head_title"}, width: 24,
		set:  func(u *assess.Unit, s string) { u.HeadTitle = s },
		hint: "Jabatan kepala unit, misalnya Kepala Dinas; boleh kosong"},
	{key: "nip", titles: []string{"NIP"}, width: 22,
		set:  func(u *assess.Unit, s string) { u.NIP = s },
		hint: "NIP kepala unit, ditulis sebagai teks; boleh kosong"},
	{key: "pic", titles: []string{"Narahubung", "pic"}, width: 24,
		set:  func(u *assess.Unit, s string) { u.PIC = s },
		hint: "Pegawai yang dihubungi; boleh kosong, unit dapat mengisinya di formulir"},
	{key: "contact", titles: []string{"Kontak", "contact"}, width: 20,
		set:  func(u *assess.Unit, s string) { u.Contact = s },
		hint: "Telepon kantor atau surel narahubung; boleh kosong"},
	{key: "products", titles: []string{"Produk", "products"}, list: true, width: 48,
		hint: "Produk layanan yang dinilai, dipisahkan titik koma; boleh kosong, unit dapat mengisinya di formulir"},
}

// ignored are titles that people put beside the columns; nothing hangs on them.
var ignored = []string{"no", "no.", "nomor", "keterangan", "catatan"}

// requiredMark follows the titles of required columns in a blank register.
const requiredMark = " *"

// columnOf finds the column of a title in any case and spacing, with or without
// the mark; -1 if none.
func columnOf(title string) int {
	name := strings.TrimSuffix(indicators.Squash(title), requiredMark)
	return slices.IndexFunc(columns[:], func(c column) bool {
		return slices.ContainsFunc(c.titles, func(t string) bool { return strings.EqualFold(t, name) })
	})
}

// columnTitles are all titles, for hints.
func columnTitles() []string {
	var out []string
	for _, c := range columns {
		for _, t := range c.titles {
			out = append(out, strings.ToLower(t))
		}
	}
	return out
}

// entry is one unit as somebody wrote it down, not judged yet.
type entry struct {
	at       problem.Place
	unit     assess.Unit
	products []string
}

// inlineEntry reads a unit that stands in spotcheck.yaml.
func inlineEntry(m *strictyaml.Map) entry {
	e := entry{at: problem.Place{File: ConfigFile, Cell: m.Pos.String()}}
	for _, c := range columns {
		if !c.list {
			c.set(&e.unit, indicators.Squash(m.Optional(c.key)))
			continue
		}
		for _, it := range m.List(c.key) {
			e.products = append(e.products, indicators.Squash(it.Text))
		}
	}
	m.Done()
	return e
}
