package form

import (
	"fmt"

	"spotcheck/indicators"
)

// The columns of Identitas.
const (
	identityLabel = 1 + iota
	identityValue
	identityHint
)

// identitySheet makes the sheet Identitas.
type identitySheet struct {
	grid      grid
	described map[string]string // slot code -> absolute address of its name
}

func newIdentitySheet(s Spec, list []page) *identitySheet {
	b := &identitySheet{described: map[string]string{}}
	b.grid = grid{name: sheetIdentity, widths: []float64{27, 54, 67}, tab: "BF8F00", frozen: [2]int{3, 0}, repeat: [2]int{3, 3}}
	b.grid.add(24, cell{style: styleTitle, text: "Identitas — " + s.Instrument.Short})
	b.grid.add(17, cell{style: styleSubtitle, text: s.about() + ". Isi sel kuning."})
	b.grid.add(0, cell{style: styleHead, text: headField}, cell{style: styleHead, text: headValue}, cell{style: styleHead, text: headHint})
	b.section("Unit yang dinilai")
	for _, f := range fields {
		if !f.verifier {
			b.field(f, s)
		}
	}
	for _, p := range slotted(list) {
		b.slots(s, p)
	}
	return b
}

// finish writes what stands below the slots: the progress over the areas, and
// who verified.
func (b *identitySheet) finish(s Spec, sheets []*areaSheet) {
	b.section("Kemajuan pengisian (dihitung sendiri dari kolom Status)")
	b.progress(sheets)
	b.section("Tim verifikasi")
	for _, f := range fields {
		if f.verifier {
			b.field(f, s)
		}
	}
}

func (b *identitySheet) section(title string) {
	b.grid.add(20, cell{style: styleSection, text: title}, cell{style: styleSection}, cell{style: styleSection})
}

func (b *identitySheet) field(f field, s Spec) {
	style, value := styleFieldStrong, ""
	switch {
	case f.verifier:
		style = styleFieldVerify
	case f.take != nil:
		style = styleFieldInput
	}
	if f.value != nil {
		value = f.value(s)
	}
	b.grid.add(0, cell{style: styleField, text: f.label}, cell{style: style, text: value}, cell{style: styleHint, text: f.hint})
}

// slots lists the places of an area. Names known beforehand are locked and are
// not referred to by formulas.
func (b *identitySheet) slots(s Spec, p page) {
	title, hint := p.words(s.Instrument)
	b.section(title)
	for i, sl := range p.slots {
		c := cell{style: styleFieldInput}
		if sl.name != "" {
			c = cell{style: styleFieldStrong, text: sl.name}
		}
		about := ""
		switch {
		case sl.name != "":
			about = "Dari daftar unit; tidak diubah di sini."
		case i == 0:
			about = hint
		}
		row := b.grid.add(0, cell{style: styleFieldCode, text: sl.code}, c, cell{style: styleHint, text: about})
		if sl.name == "" {
			b.described[sl.code] = sheetIdentity + "!" + at(row, identityValue)
		}
	}
}

// words head the list of the slots of a page, and say how to fill it in.
func (p page) words(in *indicators.Instrument) (title, hint string) {
	if p.group == nil {
		return "Produk layanan yang dinilai", fmt.Sprintf("Nama produk layanan, satu produk satu baris; sedikitnya %d produk. Baris yang tidak dipakai dibiarkan kosong.", in.Products.Min)
	}
	example := "“pemohon KTP, loket 2”"
	if len(in.Respondents) > 1 {
		example = "jabatan atau keperluannya" // they are not all users
	}
	hint = fmt.Sprintf("Keterangan singkat, misalnya %s; sedikitnya %d orang. Jangan menulis nama, NIK, atau nomor telepon.", example, p.group.Min)
	if p.group.Sample {
		return p.group.Label + " yang disurvei", hint + " Yang tidak muat di sini dapat dikirim sebagai CSV."
	}
	return p.group.Label + " yang diwawancarai", hint
}

// progress shows how many questions of each area, and of all, are answered.
func (b *identitySheet) progress(sheets []*areaSheet) {
	var done, total string
	count := 0
	for i, a := range sheets {
		d, t := progress(inSheet(a.sheet, fixed(a.col[colStatus], a.first, a.last)))
		b.score("Lembar "+a.sheet, d, t, a.expected())
		if i > 0 {
			d, t = done+"+"+d, total+"+"+t
		}
		done, total, count = d, t, count+a.expected()
	}
	if len(sheets) == 0 {
		done, total = "0", "0" // the round leaves out all that the unit would be asked
	}
	b.score("Seluruhnya", done, total, count)
}

func (b *identitySheet) score(label, done, total string, blank int) {
	b.grid.add(0,
		cell{style: styleField, text: label},
		cell{
			style: styleFieldStrong, text: fmt.Sprintf("Terisi 0 dari %d", blank),
			formula: `"Terisi "&(` + done + `)&" dari "&(` + total + `)`,
		},
		cell{style: styleHint})
}

// expected counts the rows that a blank form shows as missing.
func (b *areaSheet) expected() int {
	n := 0
	for _, s := range b.slots {
		if s.required {
			n += len(b.asks)
		}
	}
	return n
}
