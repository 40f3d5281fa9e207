package form_test

import (
	"testing"

	"spotcheck/assess"
	"spotcheck/assess/form"
)

// A dash where there is nothing to write is no product, and nobody's name.
func TestFillers(t *testing.T) {
	name := func(slot, text string) func(hand) {
		return func(h hand) { h.put(text, "Identitas", "Isian", slot) }
	}
	check(t, spec(t), []mutation{
		{"S308 answers all the same", func(h hand) {
			name("P2", "–")(h)
			h.answer("1", "Produk", "A2.1", "P2")
		}, "S308 Produk!G11 1 jawaban untuk P2, tetapi nama produk P2 di lembar Identitas kosong"},
		{"names in other scripts are names", func(h hand) {
			name("P1", "٢")(h)
			h.answer("1", "Produk", "A2.1", "P1")
		}, "Produk!G7 | A2.1 produk-537dcdbc | mandiri | 1 |  | "},
	})
	s := spec(t)
	s.Unit.Head, s.Unit.NIP = "Dra. Siti Aminah", "196801011990032001"
	got, list := form.Read("f.xlsx", edit(t, blankForm(t, s), func(h hand) {
		name("Kepala unit", "-")(h)
		name("NIP", "–")(h)
		name("Diisi oleh", ".")(h)
		name("P1", "KTP")(h)
		name("P2", " - ")(h)
	}), expect(s))
	if len(list) > 0 || got.Unit.Head != s.Unit.Head || got.Unit.NIP != s.Unit.NIP || got.FilledBy != "" || len(got.Unit.Products) != 1 {
		t.Errorf("%+v %v", got.Unit, list)
	}
}

// Messages show what stands in the cell, and remedies fit.
func TestWordsOfRows(t *testing.T) {
	check(t, spec(t), []mutation{
		{"S212 without a code", func(h hand) {
			h.answer("1", "Produk", "A2.1", "P2")
			h.put("", "Produk", "Produk", "A2.1", "P2")
		}, "S212 Produk!B11 baris A2.1 berisi jawaban, tetapi kolom Produk kosong"},
		{"S212 as typed", func(h hand) {
			h.answer("1", "Produk", "A2.1", "P2")
			h.put("Akta lahir", "Produk", "Produk", "A2.1", "P2")
		}, "S212 Produk!B11 baris A2.1 berisi jawaban untuk \"Akta lahir\" yang tidak ada di lembar Identitas"},
	})
	s := spec(t)
	e := expect(s)
	e.Units = sorted(append(e.Units, assess.Unit{ID: "disdik", Name: "Dinas Pendidikan", Type: "dinas"})...)
	_, list := form.Read("f.xlsx", edit(t, blankForm(t, s), func(h hand) { h.put("disdik", "Identitas", "Isian", "Kode unit") }), e)
	if len(list) != 1 || list[0].Remedy != "Pakai formulir milik unit itu sendiri; satu formulir hanya untuk satu unit" {
		t.Errorf("%+v", list)
	}
}
