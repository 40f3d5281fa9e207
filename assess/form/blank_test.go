package form_test

import (
	"testing"

	"spotcheck/assess/form"
	"spotcheck/assess/sheet"
)

func TestBlank(t *testing.T) {
	blank := blankForm(t, spec(t))
	for _, c := range []struct {
		name string
		do   func(hand)
		want bool
	}{
		{"saved again", func(hand) {}, true},
		{"of another instrument", func(h hand) { h.ok(h.SetCellValue("_spotcheck", "B4", "sha256:0")) }, true},
		{"names", func(h hand) { h.put("Ani", "Identitas", "Isian", "Diisi oleh") }, true},
		{"spaces", func(h hand) { h.answer("  ", "Penilaian", "A1.1") }, true},
		{"an answer", func(h hand) { h.answer("1", "Penilaian", "A1.1") }, false},
		{"an answer of another instrument", func(h hand) {
			h.ok(h.SetCellValue("_spotcheck", "B4", "sha256:0"))
			h.answer(0, "Produk", "A2.1", "P2")
		}, false},
		{"a note", func(h hand) { h.note("menyusul", "Penilaian", "A1.1") }, false},
		{"a verdict", func(h hand) { h.put("1", "Penilaian", "Hasil verifikasi", "A1.1") }, false},
		{"no Kode beside it", func(h hand) {
			h.answer("1", "Penilaian", "A1.1")
			h.put("", "Penilaian", "Kode", "A1.1")
		}, false},
		{"heads gone", func(h hand) { h.ok(h.SetCellValue("Penilaian", "A4", "")) }, false},
		{"under another head", func(h hand) {
			h.ok(h.SetCellValue("Penilaian", h.note("menyusul", "Penilaian", "A1.1")[:1]+"4", "Keterangan"))
		}, false},
		{"not ours", func(h hand) { h.ok(h.DeleteSheet("_spotcheck")) }, false},
	} {
		if got := form.Blank(edit(t, blank, c.do), sheet.DefaultLimits()); got != c.want {
			t.Errorf("%s: blank %v", c.name, got)
		}
	}
	if !form.Blank(blank, sheet.DefaultLimits()) || form.Blank([]byte("sudah diisi"), sheet.DefaultLimits()) {
		t.Error("a blank form is not blank, or a text is")
	}
}
