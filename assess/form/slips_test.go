package form_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"spotcheck/assess"
	"spotcheck/assess/form"
)

// Words beside an answer that is empty or refused are told: nobody reads them.
func TestNotesWithoutAnswers(t *testing.T) {
	const unused = "catatan atau bukti tanpa jawaban tidak dipakai"
	put := func(text, head string) func(hand) {
		return func(h hand) { h.put(text, "Penilaian", head, "A1.2") }
	}
	const note, evidence, remark, verdict = "Catatan / alasan TB", "Bukti", "Catatan verifikasi", "Hasil verifikasi"
	all := func(list ...func(hand)) func(hand) {
		return func(h hand) {
			for _, do := range list {
				do(h)
			}
		}
	}
	check(t, spec(t), []mutation{
		{"S311 empty answer", all(put("menyusul", note), put("foto", evidence), put("cek ulang", remark)),
			"S311 Penilaian!F8 A1.2: " + unused + "\nS311 Penilaian!G8 A1.2: " + unused + "\nS311 Penilaian!J8 A1.2: " + unused},
		{"S311 refused answer", all(put("3", "Jawaban"), put("menyusul", note)),
			"S301 Penilaian!E8 A1.2: jawaban tidak ada dalam skala\nS311 Penilaian!G8 A1.2: " + unused},
		{"fillers are no notes", all(put("-", note), put("0", evidence), put("n/a", remark)), ""},
		{"the reason of a verdict is used", all(verifier, put("TB", verdict), put("tidak ada loket", note)),
			"Penilaian!I8 | A1.2 | verifikasi | TB | tidak ada loket | "},
		{"S311 a verdict with a reason of its own", all(verifier, put("TB", verdict), put("tidak ada loket", note), put("loket tutup", remark)),
			"Penilaian!I8 | A1.2 | verifikasi | TB | loket tutup | \nS311 Penilaian!G8 A1.2: " + unused},
		{"a filler is not the verdict's reason", all(verifier, put("TB", verdict), put("tidak ada loket", note), put("-", remark)),
			"Penilaian!I8 | A1.2 | verifikasi | TB | tidak ada loket | "},
		{"S311 of products and respondents", func(h hand) {
			h.note("belum ada", "Produk", "A2.1", "P2")
			h.note("pulang", "Responden", "B1.1", "R2")
		}, "S311 Produk!I11 A2.1 untuk P2: " + unused + "\nS311 Responden!I11 B1.1 untuk R2: " + unused},
		{"S303 a filler is no reason", all(put("TB", "Jawaban"), put("-", note)),
			"S303 Penilaian!E8 A1.2: TB (tidak berlaku) tanpa alasan; tulis alasannya di G8"},
		{"S303 nor is nought", func(h hand) { h.answer("TB", "Penilaian", "A1.2"); h.note(0, "Penilaian", "A1.2") },
			"S303 Penilaian!E8 A1.2: TB (tidak berlaku) tanpa alasan; tulis alasannya di G8"},
	})
	s := spec(t)
	_, list := form.Read("f.xlsx", edit(t, blankForm(t, s), put("menyusul", note)), expect(s))
	if len(list) != 1 || list[0].Value != "menyusul" || list.Errors() > 0 {
		t.Errorf("%+v", list)
	}
}

// A form filled for another unit than the one it was made for.
func TestUnitName(t *testing.T) {
	rename := func(to string) func(hand) {
		return func(h hand) { h.put(to, "Identitas", "Isian", "Nama unit"); h.answer("1", "Penilaian", "A1.1") }
	}
	const read = "Penilaian!E7 | A1.1 | mandiri | 1 |  | "
	check(t, spec(t), []mutation{
		{"S217", rename("Dinas Pendidikan"), read + "\nS217 Identitas!B8 nama unit pada lembar Identitas \"Dinas Pendidikan\", dalam daftar unit \"Dinas Sosial & Keluarga\""},
		{"case and spacing do not count", rename(" dinas  sosial & KELUARGA"), read},
		{"nor does an empty name", rename(""), read},
	})
}

// Two products that change places on Identitas, while the rows keep the names.
func TestProductsSwapped(t *testing.T) {
	s := spec(t)
	s.Unit.Products = []assess.Product{{ID: "ktp", Name: "KTP"}, {ID: "kk", Name: "KK"}}
	swap := func(h hand) {
		h.put("KK", "Identitas", "Isian", "P1")
		h.put(" ktp", "Identitas", "Isian", "P2")
	}
	check(t, s, []mutation{
		{"S215 where there is an answer", func(h hand) {
			swap(h)
			h.answer("1", "Produk", "A2.1", "P1")
			h.note("menyusul", "Produk", "A2.2", "P2")
		}, "S215 Produk!C7 baris A2.1 untuk P1 menyebut produk \"KTP\", padahal P1 di lembar Identitas \"KK\"; isinya tidak dipakai\n" +
			"S215 Produk!C12 baris A2.2 untuk P2 menyebut produk \"KK\", padahal P2 di lembar Identitas \"ktp\"; isinya tidak dipakai"},
		{"nothing to lose", swap, ""},
		{"swapped on both sheets", func(h hand) {
			swap(h)
			for _, id := range []string{"A2.1", "A2.2"} {
				h.put("kk", "Produk", "Nama produk", id, "P1")
				h.put("KTP", "Produk", "Nama produk", id, "P2")
			}
			h.answer("1", "Produk", "A2.1", "P1")
		}, "Produk!G7 | A2.1 kk | mandiri | 1 |  | "},
		{"no names in the rows", func(h hand) {
			swap(h)
			h.put("", "Produk", "Nama produk", "A2.1", "P1")
			h.answer("1", "Produk", "A2.1", "P1")
		}, "Produk!G7 | A2.1 kk | mandiri | 1 |  | "},
		{"a formula without a value", func(h hand) {
			swap(h)
			cell := h.put(nil, "Produk", "Nama produk", "A2.1", "P1")
			h.ok(h.SetCellFormula("Produk", cell, "Identitas!B18"))
			h.answer("1", "Produk", "A2.1", "P1")
		}, "Produk!G7 | A2.1 kk | mandiri | 1 |  | "},
		{"no column of names", func(h hand) {
			swap(h)
			h.ok(h.SetCellValue("Produk", "C4", "Layanan"))
			h.answer("1", "Produk", "A2.1", "P1")
		}, "Produk!G7 | A2.1 kk | mandiri | 1 |  | "},
	})
	got, list := form.Read("f.xlsx", edit(t, blankForm(t, s), func(h hand) { h.answer("1", "Produk", "A2.1", "P2") }), expect(s))
	if d := cmp.Diff("Produk!G11 | A2.1 kk | mandiri | 1 |  | ", strings.TrimSuffix(tell(got, list), "\n")); d != "" {
		t.Errorf("nobody touched the names: %s", d)
	}
}
