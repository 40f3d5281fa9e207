package form_test

import (
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"spotcheck/assess"
	"spotcheck/assess/form"
)

// mutation is one thing done to a blank form and all that Read should say.
type mutation struct {
	name string
	do   func(hand)
	want string // tell: answers, then problems by code, sheet!cell and message
}

// verifier signs the form for the inspektorat.
func verifier(h hand) { h.put("Rahmat", "Identitas", "Isian", "Nama verifikator") }

func check(t *testing.T, s form.Spec, cases []mutation) {
	t.Helper()
	blank := blankForm(t, s)
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			got, list := form.Read("f.xlsx", edit(t, blank, c.do), expect(s))
			if d := cmp.Diff(strings.TrimSpace(c.want), strings.TrimSpace(tell(got, list))); d != "" {
				t.Error(d)
			}
			for _, p := range list {
				if p.File != "f.xlsx" || p.Remedy == "" {
					t.Errorf("without file or remedy: %+v", p)
				}
			}
		})
	}
}

func TestRefusedForms(t *testing.T) {
	set := func(cell string, value any) func(hand) {
		return func(h hand) { h.ok(h.SetCellValue("_spotcheck", cell, value)) }
	}
	check(t, spec(t), []mutation{
		{"S201 no meta", func(h hand) { h.ok(h.DeleteSheet("_spotcheck")) },
			"refused\nS201 ! lembar tersembunyi \"_spotcheck\" hilang, sehingga tidak pasti formulir ini milik siapa; sebagian aplikasi ponsel dan layanan daring membuangnya"},
		{"S201 another workbook", func(h hand) { h.ok(h.DeleteSheet("_spotcheck")); h.ok(h.DeleteSheet("Identitas")) },
			"refused\nS201 ! buku kerja ini bukan formulir spotcheck; lembar tersembunyi \"_spotcheck\" tidak ada"},
		{"S201 schema", set("B1", "spotcheck/form/v9"),
			"refused\nS201 _spotcheck!B1 skema pada formulir \"spotcheck/form/v9\", yang diminta \"spotcheck/form/v1\""},
		{"S201 empty meta", func(h hand) { h.ok(h.RemoveCol("_spotcheck", "A")) },
			"refused\nS201 ! skema pada formulir \"\", yang diminta \"spotcheck/form/v1\""},
		{"S202", set("B2", "kepatuhan-2023"),
			"refused\nS202 _spotcheck!B2 instrumen pada formulir \"kepatuhan-2023\", yang diminta \"uji-formulir\""},
		{"S203 version", set("B3", "0.9"),
			"refused\nS203 _spotcheck!B3 versi instrumen pada formulir \"0.9\", yang diminta \"1.0\""},
		{"S203 digest", set("B4", "sha256:0"),
			"refused\nS203 _spotcheck!B4 isi instrumen pada formulir \"sha256:0\", yang diminta \"" + instrument(t).Digest + "\""},
		{"S213 and S204", func(h hand) { set("B5", "Kota Lain")(h); set("B6", 2025)(h) },
			"refused\nS213 _spotcheck!B5 pemerintah daerah pada formulir \"Kota Lain\", yang diminta \"Kabupaten Uji\"\n" +
				"S204 _spotcheck!B6 periode pada formulir \"2025\", yang diminta \"2026\""},
		{"S205", set("B7", "disdik"),
			"refused\nS205 _spotcheck!B7 unit \"disdik\" pada formulir tidak ada dalam daftar unit"},
		{"S205 on Identitas", func(h hand) { h.put("lain", "Identitas", "Isian", "Kode unit") },
			"refused\nS205 Identitas!B7 kode unit pada lembar Identitas \"lain\", yang diminta \"dinsos\""},
		{"S204 on Identitas", func(h hand) { h.put("2025", "Identitas", "Isian", "Periode") },
			"refused\nS204 Identitas!B6 periode pada lembar Identitas \"2025\", yang diminta \"2026\""},
	})
}

func TestRefusedFiles(t *testing.T) {
	s := spec(t)
	data := blankForm(t, s)
	for want, bytes := range map[string][]byte{
		"S102": []byte("%PDF-1.7"),
		"S106": data[:len(data)/2],
	} {
		got, list := form.Read("f.xlsx", bytes, expect(s))
		if got != nil || len(list) != 1 || string(list[0].Code) != want || list[0].File != "f.xlsx" {
			t.Errorf("%s: %v %v", want, got, list)
		}
	}
	e := expect(s)
	e.Limits.Cells = 20
	if got, list := form.Read("f.xlsx", data, e); got != nil || len(list) != 1 || list[0].Code != "S108" {
		t.Errorf("%v %v", got, list)
	}
}

func TestSheetsAndHeads(t *testing.T) {
	check(t, spec(t), []mutation{
		{"renamed in case and spacing only", func(h hand) {
			h.answer("1", "Penilaian", "A1.1")
			h.ok(h.SetSheetName("Penilaian", "PENILAIAN "))
		}, "PENILAIAN !E7 | A1.1 | mandiri | 1 |  | "},
		{"S207", func(h hand) {
			h.put("KTP", "Identitas", "Isian", "P1")
			h.answer("1", "Produk", "A2.1", "P1")
			h.ok(h.SetSheetName("Penilaian", "Nilai kita"))
		}, "Produk!G7 | A2.1 ktp | mandiri | 1 |  | \nS207 ! lembar \"Penilaian\" tidak ada; isinya tidak terbaca"},
		{"S207 Identitas: what needs its slots is not read", func(h hand) {
			h.answer("1", "Penilaian", "A1.1")
			h.answer("1", "Produk", "A2.1", "P1")
			h.ok(h.DeleteSheet("Identitas"))
		}, "Penilaian!E7 | A1.1 | mandiri | 1 |  | \nS207 ! lembar \"Identitas\" tidak ada; isinya, juga semua jawaban produk dan responden, tidak terbaca"},
		{"S208 no heads", func(h hand) { h.ok(h.RemoveRow("Penilaian", 4)) },
			"S208 Penilaian!A1 baris judul kolom tidak ditemukan di lembar ini"},
		{"S208 input column gone", func(h hand) {
			h.answer("1", "Penilaian", "A1.1")
			h.put("Catatan saya", "Penilaian", "Catatan / alasan TB", "Kode")
		}, "Penilaian!E7 | A1.1 | mandiri | 1 |  | \nS208 Penilaian!A4 kolom \"Catatan / alasan TB\" tidak ada; isinya tidak terbaca"},
		{"S208 slot column gone", func(h hand) { h.ok(h.SetCellValue("Produk", "B4", "Layanan")) },
			"S208 Produk!A4 kolom \"Produk\" tidak ada; isinya tidak terbaca"},
		{"S208 head twice", func(h hand) { h.ok(h.SetCellValue("Penilaian", "L4", "jawaban ")) },
			"S208 Penilaian!E4 kolom \"Jawaban\" ada dua; tidak jelas mana yang dipakai"},
		{"S216", func(h hand) {
			_, err := h.NewSheet("Penilaian (2)")
			h.ok(err)
			h.ok(h.SetSheetRow("Penilaian (2)", "A1", &[]any{"Kode", "Jawaban"}))
			h.ok(h.SetSheetRow("Penilaian (2)", "A2", &[]any{"A1.1", ""}))
			h.ok(h.SetSheetRow("Penilaian (2)", "A3", &[]any{"A1.2", "1"}))
		}, "S216 Penilaian (2)!B3 lembar \"Penilaian (2)\" bukan bagian formulir; jawabannya tidak dibaca"},
		{"other sheets are nobody's business", func(h hand) {
			_, err := h.NewSheet("Catatan rapat")
			h.ok(err)
			h.ok(h.SetSheetRow("Catatan rapat", "A1", &[]any{"Kode", "Hal"}))
		}, ""},
	})
}

func TestRows(t *testing.T) {
	check(t, spec(t), []mutation{
		{"S209 Kode changed: the old one is S211", func(h hand) {
			h.answer("1", "Penilaian", "A1.1")
			h.put("A1.9", "Penilaian", "Kode", "A1.1")
		}, "S211 Penilaian!A4 1 baris tidak ada di lembar: A1.1\nS209 Penilaian!A7 Kode \"A1.9\" tidak dikenal, padahal barisnya terisi"},
		{"S209 no Kode", func(h hand) { h.ok(h.SetCellValue("Penilaian", "E20", "2")) },
			"S209 Penilaian!E20 baris 20 berisi jawaban atau catatan tanpa Kode"},
		{"S209 note in a heading", func(h hand) { h.ok(h.SetCellValue("Penilaian", "G6", "lihat lampiran")) },
			"S209 Penilaian!G6 baris 6 berisi jawaban atau catatan tanpa Kode"},
		{"S209 of another sheet", func(h hand) { h.ok(h.SetSheetRow("Penilaian", "A12", &[]any{"A2.1", "", "", "", "1"})) },
			"S209 Penilaian!A12 Kode A2.1 bukan milik lembar Penilaian"},
		{"text without answers is ignored", func(h hand) { h.ok(h.SetSheetRow("Penilaian", "A12", &[]any{"catatan:", "rapat Senin"})) }, ""},
		{"S210", func(h hand) {
			h.answer("1", "Penilaian", "A1.1")
			h.ok(h.SetSheetRow("Penilaian", "A12", &[]any{"A1.1", "", "", "", "2"}))
		}, "S210 Penilaian!A12 A1.1 sudah ada di baris 7; keduanya tidak dipakai"},
		{"S211 one problem for all", func(h hand) { h.ok(h.RemoveRow("Penilaian", 7)); h.ok(h.RemoveRow("Penilaian", 8)) },
			"S211 Penilaian!A4 2 baris tidak ada di lembar: A1.1 dan A1.3"},
		{"S211 only where slots are in use", func(h hand) { h.ok(h.RemoveRow("Produk", 11)); h.ok(h.RemoveRow("Produk", 8)) },
			"S211 Produk!A4 1 baris tidak ada di lembar: A2.2 untuk P1"},
		{"S310", func(h hand) { h.ok(h.SetSheetRow("Penilaian", "A12", &[]any{"B1.3", "", "", "", "1"})) },
			"S310 Penilaian!A12 B1.3 tidak ditanyakan kepada jenis unit \"Dinas\""},
		{"S214 over rows", func(h hand) {
			h.answer("1", "Penilaian", "A1.1")
			h.answer("1", "Penilaian", "A1.3")
			h.ok(h.MergeCell("Penilaian", "E7", "E8"))
		}, "Penilaian!E9 | A1.3 | mandiri | 1 |  | \nS214 Penilaian!E7 sel E7:E8 digabung; jawaban di dalamnya tidak dapat dipastikan"},
		{"S214 from the left", func(h hand) { h.ok(h.MergeCell("Penilaian", "D9", "E9")) },
			"S214 Penilaian!E9 sel D9:E9 digabung; jawaban di dalamnya tidak dapat dipastikan"},
		{"S214 verdict", func(h hand) { h.ok(h.MergeCell("Penilaian", "I7", "I10")) },
			"S214 Penilaian!I7 sel I7:I10 digabung; jawaban di dalamnya tidak dapat dipastikan"},
		{"merged to the right is as it looks", func(h hand) {
			h.answer("1", "Penilaian", "A1.1")
			h.ok(h.MergeCell("Penilaian", "E7", "F7"))
		}, "Penilaian!E7 | A1.1 | mandiri | 1 |  | "},
	})
}

func TestAnswers(t *testing.T) {
	put := func(value any, key ...string) func(hand) {
		return func(h hand) { h.answer(value, "Penilaian", key...) }
	}
	formula := func(text, value string) func(hand) {
		return func(h hand) {
			if value != "" {
				h.ok(h.SetCellDefault("Penilaian", "E7", value))
			}
			h.ok(h.SetCellFormula("Penilaian", "E7", text))
		}
	}
	style := func(num int, value any) func(hand) {
		return func(h hand) {
			id, err := h.NewStyle(&excelize.Style{NumFmt: num})
			h.ok(err)
			h.ok(h.SetCellStyle("Penilaian", "E9", "E9", id))
			h.ok(h.SetCellValue("Penilaian", "E9", value))
		}
	}
	check(t, spec(t), []mutation{
		{"blank and white space", func(h hand) { put("", "A1.1")(h); put(" \u00a0\n", "A1.2")(h) }, ""},
		{"S301 number between levels", put(1.5, "A1.1"), "S301 Penilaian!E7 A1.1: jawaban tidak ada dalam skala"},
		{"S301 text", put("ya", "A1.1"), "S301 Penilaian!E7 A1.1: jawaban tidak ada dalam skala"},
		{"S301 bool", put(true, "A1.2"), "S301 Penilaian!E8 A1.2: sel jawaban berisi nilai logika (TRUE/FALSE)"},
		{"S301 per cent", style(10, 0.875), "S301 Penilaian!E9 A1.3: sel jawaban berformat persen"},
		{"S301 too many decimals", put("87,456", "A1.3"), "S301 Penilaian!E9 A1.3: jawaban tidak ada dalam skala"},
		{"S302", put("TB", "A1.1"), "S302 Penilaian!E7 A1.1: indikator ini tidak dapat dijawab TB (tidak berlaku)"},
		{"S303", put("TB", "A1.2"), "S303 Penilaian!E8 A1.2: TB (tidak berlaku) tanpa alasan; tulis alasannya di G8"},
		{"S303 blank reason", func(h hand) { put("tidak berlaku", "A1.2")(h); h.note("  ", "Penilaian", "A1.2") },
			"S303 Penilaian!E8 A1.2: TB (tidak berlaku) tanpa alasan; tulis alasannya di G8"},
		{"S304", formula("1+1", ""), "S304 Penilaian!E7 A1.1: sel jawaban berisi rumus yang disimpan tanpa hasil"},
		{"S305", formula("1+1", "2"), "Penilaian!E7 | A1.1 | mandiri | 2 |  | \nS305 Penilaian!E7 A1.1: jawaban dihitung oleh rumus"},
		{"S307", style(14, time.Date(2026, 2, 1, 0, 0, 0, 0, time.UTC)), "S307 Penilaian!E9 A1.3: sel jawaban berisi tanggal"},
		{"verdict alone", func(h hand) { verifier(h); h.put("2", "Penilaian", "Hasil verifikasi", "A1.1") },
			"Penilaian!I7 | A1.1 | verifikasi | 2 |  | "},
		{"S314 verdict alone, of nobody", func(h hand) { h.put("2", "Penilaian", "Hasil verifikasi", "A1.1") },
			"Penilaian!I7 | A1.1 | verifikasi | 2 |  | \nS314 Penilaian!I7 1 baris berisi Hasil verifikasi tanpa Jawaban, sedangkan Nama verifikator kosong: I7"},
		{"verdict S301", func(h hand) { put("2", "A1.1")(h); h.put("baik", "Penilaian", "Hasil verifikasi", "A1.1") },
			"Penilaian!E7 | A1.1 | mandiri | 2 |  | \nS301 Penilaian!I7 A1.1: jawaban tidak ada dalam skala"},
		{"verdict S303", func(h hand) { verifier(h); h.put("TB", "Penilaian", "Hasil verifikasi", "A1.2") },
			"S303 Penilaian!I8 A1.2: TB (tidak berlaku) tanpa alasan; tulis alasannya di J8"},
		{"dates and numbers in notes read as shown", func(h hand) {
			put("1", "A1.1")(h)
			id, err := h.NewStyle(&excelize.Style{NumFmt: 14})
			h.ok(err)
			h.ok(h.SetCellStyle("Penilaian", "F7", "F7", id))
			h.ok(h.SetCellValue("Penilaian", "F7", 46097))
			h.ok(h.SetCellValue("Penilaian", "G7", 12.5))
		}, "Penilaian!E7 | A1.1 | mandiri | 1 | 12,5 | 2026-03-16"},
	})
}

// Cells that excelize cannot write: errors, and what other programs store.
func TestCellsAsStored(t *testing.T) {
	s := spec(t)
	blank := blankForm(t, s)
	for _, c := range []struct{ cell, stored, want string }{
		{"E7", `t="e"><v>#N/A</v>`, "S306 Penilaian!E7 A1.1: sel jawaban berisi galat"},
		{"E7", `t="e"><f>1/0</f><v>#DIV/0!</v>`, "S306 Penilaian!E7 A1.1: sel jawaban berisi galat"},
		{"G7", `t="e"><v>#REF!</v>`, "S306 Penilaian!G7 catatan atau bukti tidak terbaca"},
		{"F7", `><f>A1</f>`, "S304 Penilaian!F7 catatan atau bukti tidak terbaca"},
		{"E7", `t="str"><f>IF(1=1,"")</f><v></v>`, ""}, // it shows nothing
		{"E7", `t="str"><f>IF(1=1," ")</f><v xml:space="preserve"> </v>`, ""},
		{"E7", `t="d"><v>2026-02-01</v>`, "S307 Penilaian!E7 A1.1: sel jawaban berisi tanggal"},
		{"E7", `t="n"><v>2.0</v>`, "Penilaian!E7 | A1.1 | mandiri | 2 |  | "},
	} {
		got, list := form.Read("f.xlsx", patch(t, blank, c.cell, c.stored), expect(s))
		if d := cmp.Diff(c.want, strings.TrimSuffix(tell(got, list), "\n")); d != "" {
			t.Errorf("%s %s: %s", c.cell, c.stored, d)
		}
	}
}

func TestSlots(t *testing.T) {
	name := func(slot, text string) func(hand) {
		return func(h hand) { h.put(text, "Identitas", "Isian", slot) }
	}
	check(t, spec(t), []mutation{
		{"S308 once per product", func(h hand) {
			h.answer("1", "Produk", "A2.1", "P2")
			h.answer("1", "Produk", "A2.2", "P2")
		}, "S308 Produk!G11 2 jawaban untuk P2, tetapi nama produk P2 di lembar Identitas kosong"},
		{"S212 slot unknown", func(h hand) {
			h.answer("1", "Produk", "A2.1", "P2")
			h.put("P7", "Produk", "Produk", "A2.1", "P2")
		}, "S212 Produk!B11 baris A2.1 berisi jawaban untuk \"P7\" yang tidak ada di lembar Identitas"},
		{"S212 product twice", func(h hand) {
			name("P1", "KTP")(h)
			name("P2", " ktp")(h)
			h.answer("1", "Produk", "A2.1", "P1")
			h.answer("2", "Produk", "A2.1", "P2")
		}, "Produk!G7 | A2.1 ktp | mandiri | 1 |  | \nS212 Identitas!B19 produk \"ktp\" sudah tercantum sebagai P1"},
		{"S212 code twice", func(h hand) { h.put("P1", "Identitas", "Butir", "P2") },
			"S212 Identitas!B19 kode P1 tercantum dua kali di lembar Identitas"},
		{"a slot added by hand", func(h hand) {
			h.ok(h.SetSheetRow("Identitas", "A40", &[]any{"P3", "KIA"}))
			h.ok(h.SetSheetRow("Produk", "A40", &[]any{"A2.1", "P3", "", "", "", "", "2"}))
			h.ok(h.SetSheetRow("Produk", "A41", &[]any{"A2.2", "P3"}))
		}, "Produk!G40 | A2.1 kia | mandiri | 2 |  | "},
		{"slugs are unique", func(h hand) {
			name("P1", "KTP-el")(h)
			name("P2", "KTP (el)")(h)
			h.answer("1", "Produk", "A2.1", "P1")
			h.answer("2", "Produk", "A2.1", "P2")
		}, "Produk!G7 | A2.1 ktp-el | mandiri | 1 |  | \nProduk!G11 | A2.1 ktp-el-p2 | mandiri | 2 |  | "},
		{"respondent described, not asked: no answers", name("R2", "pemohon"), ""},
		{"respondent asked, not described", func(h hand) { h.answer("2", "Responden", "B1.1", "R2") },
			"Responden!G11 | B1.1 R2 | mandiri | 2 |  | "},
	})
	s := spec(t)
	s.Unit.Products = []assess.Product{{ID: "ktp", Name: "KTP"}, {ID: "kk", Name: "KK"}}
	check(t, s, []mutation{
		{"S215", func(h hand) {
			name("P2", "Akta")(h)
			h.answer("1", "Produk", "A2.1", "P1")
			h.answer("1", "Produk", "A2.1", "P2")
		}, "Produk!G7 | A2.1 ktp | mandiri | 1 |  | \n" +
			"S215 Identitas!A3 produk \"KK\" dari daftar unit tidak ada di formulir\n" +
			"S215 Identitas!B19 produk P2 tidak ada dalam daftar unit; jawabannya tidak dipakai"},
	})
}

// What a problem says besides its message: the value seen and those allowed.
func TestProblemsNameValues(t *testing.T) {
	s := spec(t)
	data := edit(t, blankForm(t, s), func(h hand) { h.answer(2.5, "Penilaian", "A1.2") })
	_, list := form.Read("f.xlsx", data, expect(s))
	if len(list) != 1 || list[0].Value != "2,5" || list[0].Allowed != "0 = Tidak, 1 = Ya, TB = Tidak berlaku" {
		t.Errorf("%+v", list)
	}
}
