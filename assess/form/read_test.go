package form_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"spotcheck/assess"
	"spotcheck/assess/form"
)

// fillAll answers every kind of question, the way people do.
func fillAll(h hand) {
	h.put("Dra. Siti Aminah, M.Si.", "Identitas", "Isian", "Kepala unit")
	h.put("196801011990032001", "Identitas", "Isian", "NIP")
	h.put("16 Maret 2026", "Identitas", "Isian", "Tanggal pengisian")
	h.put("Budi, staf umum", "Identitas", "Isian", "Diisi oleh")
	h.put("Santunan Kematian", "Identitas", "Isian", "P1")
	h.put("santunan-kematian (lansia)", "Identitas", "Isian", "P2")
	h.put("pemohon santunan, loket 1", "Identitas", "Isian", "R1")
	h.put("Rahmat", "Identitas", "Isian", "Nama verifikator")

	h.answer("2 = Lengkap", "Penilaian", "A1.1")
	h.put("Foto IMG_01;\nSK 12/2025", "Penilaian", "Bukti", "A1.1")
	h.answer("tb", "Penilaian", "A1.2")
	h.note("  tidak ada loket ", "Penilaian", "A1.2")
	h.answer(87.4, "Penilaian", "A1.3")
	h.answer("TB = Tidak berlaku", "Penilaian", "A1.4")
	h.note("nihil", "Penilaian", "A1.4")
	h.put("1 = Sebagian", "Penilaian", "Hasil verifikasi", "A1.1")
	h.put("papan buram", "Penilaian", "Catatan verifikasi", "A1.1")
	h.put("Tidak Berlaku", "Penilaian", "Hasil verifikasi", "A1.2")

	h.answer(0, "Produk", "A2.1", "P1")
	h.answer("0,5", "Produk", "A2.2", "P1")
	h.answer("lengkap", "Produk", "A2.1", "P2")
	h.answer("Ya, seluruhnya", "Produk", "A2.2", "P2")
	h.answer("2", "Responden", "B1.1", "R1")
	h.answer("1 = Ya", "Responden", "B1.2", "R2")
}

const allAnswers = `A1.1 | mandiri | 2 |  | Foto IMG_01; SK 12/2025
A1.1 | verifikasi | 1 | papan buram | 
A1.2 | mandiri | TB | tidak ada loket | 
A1.2 | verifikasi | TB | tidak ada loket | 
A1.3 | mandiri | 87.4 |  | 
A1.4 | mandiri | TB | nihil | 
A2.1 santunan-kematian | mandiri | 0 |  | 
A2.2 santunan-kematian | mandiri | 0.5 |  | 
A2.1 santunan-kematian-lansia | mandiri | 2 |  | 
A2.2 santunan-kematian-lansia | mandiri | 1 |  | 
B1.1 R1 | mandiri | 2 |  | 
B1.2 R2 | mandiri | 1 |  | `

func TestRoundTrip(t *testing.T) {
	s := spec(t)
	got, list := form.Read("dinsos.xlsx", edit(t, blankForm(t, s), fillAll), expect(s))
	if len(list) > 0 {
		t.Fatal(list)
	}
	if d := cmp.Diff(allAnswers, answers(got)); d != "" {
		t.Error(d)
	}
	want := &form.Filled{
		Unit: assess.Unit{
			ID: "dinsos", Name: "Dinas Sosial & Keluarga", Type: "dinas", Parent: "setda",
			Head: "Dra. Siti Aminah, M.Si.", NIP: "196801011990032001",
			Products: []assess.Product{
				{ID: "santunan-kematian", Name: "Santunan Kematian"},
				{ID: "santunan-kematian-lansia", Name: "santunan-kematian (lansia)"},
			},
		},
		FilledOn: "16 Maret 2026", FilledBy: "Budi, staf umum", Verifier: "Rahmat",
	}
	answersOf := got.Answers
	got.Answers = nil
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
	for _, a := range answersOf {
		if a.At.File != "dinsos.xlsx" || a.At.Sheet == "" || a.At.Cell == "" || a.Unit != "dinsos" {
			t.Errorf("answer without its place: %+v", a)
		}
	}
}

func TestBlankFormHasNoAnswersAndNoProblems(t *testing.T) {
	s := spec(t)
	got, list := form.Read("kosong.xlsx", blankForm(t, s), expect(s))
	if len(list) > 0 || len(got.Answers) > 0 || len(got.Unit.Products) > 0 {
		t.Errorf("%+v\n%s", got, list)
	}
}

func TestPrefilledProductsKeepTheirIDs(t *testing.T) {
	s := spec(t)
	s.Unit.Products = []assess.Product{{ID: "ktp", Name: "KTP-el"}, {ID: "kk", Name: "Kartu Keluarga"}, {ID: "kia", Name: "KIA"}}
	data := edit(t, blankForm(t, s), func(h hand) {
		h.answer("1", "Produk", "A2.1", "P3")
		h.answer("0.5", "Produk", "A2.2", "P1")
	})
	e := expect(s)
	e.Units[1].Products = []assess.Product{{ID: "kia", Name: "kia"}, {ID: "kk", Name: "Kartu  Keluarga"}, {ID: "ktp", Name: "KTP-EL"}}
	got, list := form.Read("f.xlsx", data, e)
	if d := cmp.Diff("A2.2 ktp | mandiri | 0.5 |  | \nA2.1 kia | mandiri | 1 |  | ", answers(got)); d != "" || len(list) > 0 {
		t.Error(d, list)
	}
}

// The indicators that a unit type is not asked have no rows; the sheets of which
// nothing is asked are left out.
func TestOnlyWhatIsAsked(t *testing.T) {
	s := spec(t)
	s.Unit.Type = "puskesmas"
	data := edit(t, blankForm(t, s), func(h hand) { h.answer("1 = Ya", "Penilaian", "B1.3") })
	got, list := form.Read("f.xlsx", data, expect(s))
	if d := cmp.Diff("B1.3 | mandiri | 1 |  | ", answers(got)); d != "" || len(list) > 0 {
		t.Error(d, list)
	}
}

// Excel writes 87.4 with 17 digits; that is the same number, 0.1+0.2 is not 0.3.
func TestNumbersAsExcelStoresThem(t *testing.T) {
	s := spec(t)
	for stored, want := range map[string]string{
		"87.400000000000006":   "87.4",
		"8.7400000000000006E1": "87.4",
		"1E2":                  "100",
		"0":                    "0",
		"1.1000000000000001":   "1.1",
		"0.30000000000000004":  "",
		"87.456":               "",
		"100.01":               "",
		"-1":                   "",
	} {
		data := edit(t, blankForm(t, s), func(h hand) {
			h.ok(h.SetCellDefault("Penilaian", h.find("Penilaian", "Jawaban", "A1.3"), stored))
		})
		got, list := form.Read("f.xlsx", data, expect(s))
		switch {
		case want == "" && (len(got.Answers) > 0 || len(list) != 1 || list[0].Code != "S301"):
			t.Errorf("%s: want S301, got %s", stored, tell(got, list))
		case want != "" && (len(list) > 0 || len(got.Answers) != 1 || value(got.Answers[0]) != want):
			t.Errorf("%s: want %s, got %s", stored, want, tell(got, list))
		}
	}
}
