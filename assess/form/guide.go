package form

import (
	"fmt"
	"slices"
	"strings"

	"spotcheck/assess/sheet"
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
	b.legend(slices.ContainsFunc(asked(list), page.sample))
	b.section("Skala jawaban")
	for _, k := range scalesOf(list) {
		b.pair(cell{style: styleGuideStrong, text: k.scale.Title}, strings.Join(explained(k), "\n"))
	}
	b.section("Yang tidak boleh diubah")
	for _, text := range rules(asked(list)) {
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

// legend shows every colour with its meaning; sample: some questions may stay
// open.
func (b *guideSheet) legend(sample bool) {
	b.pair(cell{style: styleFieldInput, text: "sel kuning"}, "Diisi unit.")
	b.pair(cell{style: styleFieldVerify, text: "sel hijau"}, "Diisi tim verifikasi Inspektorat.")
	b.pair(cell{style: styleFieldStrong, text: "sel abu-abu"}, "Terkunci; sudah diisi sebelumnya atau dihitung sendiri.")
	first := b.grid.next()
	for _, m := range marks {
		about := m.about
		if sample && m.word == statusUnused {
			about = "Produk atau responden ini tidak dipakai, atau pertanyaan ini tidak dijawab seorang responden sampel; biarkan kosong."
		}
		b.pair(cell{style: styleLegend, text: m.word}, about)
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
