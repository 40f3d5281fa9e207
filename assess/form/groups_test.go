package form_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"spotcheck/assess/form"
	"spotcheck/indicators/strictyaml"
)

const (
	usersSheet = "Pengguna layanan"
	staffSheet = "Pelaksana garda depan"
)

// groupSpec is a form of an instrument with two groups of people, counts with
// steps and secondary data.
func groupSpec(t testing.TB) form.Spec {
	s := spec(t)
	s.Instrument = parsed(t, "../answers/testdata/kelompok.yaml")
	return s
}

// fillGroups answers every kind of question of groupSpec.
func fillGroups(h hand) {
	h.put("Santunan", "Identitas", "Isian", "P1")
	h.put("pemohon, loket 1", "Identitas", "Isian", "R1")
	h.put("petugas loket 2", "Identitas", "Isian", "PG2")
	h.answer(12, "Penilaian", "K1")
	h.answer("TB", "Penilaian", "K2")
	h.note("nihil", "Penilaian", "K2")
	h.put("59,99", "Penilaian", "Hasil verifikasi", "K2")
	h.answer("3", "Produk", "D1", "P1")
	h.answer("4 = Sangat baik", usersSheet, "prosedur", "R1")
	h.answer("TB", usersSheet, "biaya", "R3")
	h.note("gratis", usersSheet, "biaya", "R3")
	h.answer("baik", staffSheet, "L1", "PG2")
}

const groupAnswers = `K1 | mandiri | 12 |  | 
K2 | mandiri | TB | nihil | 
K2 | verifikasi | 59.99 |  | 
D1 santunan | mandiri | 3 |  | 
prosedur R1 | mandiri | 4 |  | 
biaya R3 | mandiri | TB | gratis | 
L1 PG2 | mandiri | 3 |  | `

func TestGroupsRoundTrip(t *testing.T) {
	s := groupSpec(t)
	filled := edit(t, blankForm(t, s), fillGroups)
	for name, data := range map[string][]byte{
		"as filled": filled,
		"rows inserted": edit(t, filled, func(h hand) {
			h.ok(h.InsertRows(usersSheet, 6, 2))
			h.ok(h.InsertRows(staffSheet, 1, 1))
		}),
		"sheet names in another case": edit(t, filled, func(h hand) { h.ok(h.SetSheetName(usersSheet, "PENGGUNA  LAYANAN")) }),
	} {
		got, list := form.Read("f.xlsx", data, expect(s))
		if len(list) > 0 {
			t.Fatalf("%s: %v", name, list)
		}
		if d := cmp.Diff(groupAnswers, answers(got)); d != "" {
			t.Errorf("%s: %s", name, d)
		}
	}
}

// Codes beside those of the form's own groups are nobody's slots.
func TestGroupSlots(t *testing.T) {
	const readPG2 = "Pelaksana garda depan!G8 | L1 PG2 | mandiri | 3 |  | \n"
	check(t, groupSpec(t), []mutation{
		{"rows of Identitas that only look like slots", func(h hand) {
			h.ok(h.SetSheetRow("Identitas", "A50", &[]any{"X1", "catatan"}))
			h.ok(h.SetSheetRow("Identitas", "A51", &[]any{"X1", "catatan"}))
			h.ok(h.SetSheetRow("Identitas", "A52", &[]any{"ABC12", "catatan"}))
			h.answer("3", staffSheet, "L1", "PG2")
		}, readPG2},
		{"S212 the same code twice", func(h hand) {
			h.ok(h.SetSheetRow("Identitas", "A50", &[]any{"pg2", "petugas"}))
			h.answer("3", staffSheet, "L1", "PG2")
		}, readPG2 + "S212 Identitas!B50 kode PG2 tercantum dua kali di lembar Identitas"},
		{"S212 a code of the other group", func(h hand) {
			h.answer("3", staffSheet, "L1", "PG2")
			h.put("R1", staffSheet, "Responden", "L1", "PG2")
		}, "S212 Pelaksana garda depan!B8 baris L1 berisi jawaban untuk \"R1\" yang tidak ada di lembar Identitas"},
		{"S209 Kode of the other group", func(h hand) {
			h.ok(h.SetSheetRow(staffSheet, "A30", &[]any{"biaya", "PG1", "", "", "", "", "3"}))
		}, "S209 Pelaksana garda depan!A30 Kode biaya bukan milik lembar Pelaksana garda depan"},
		{"S310 secondary data", func(h hand) {
			h.ok(h.SetSheetRow("Penilaian", "A30", &[]any{"OUT.IPM", "", "", "", 71.5}))
		}, "S310 Penilaian!A30 OUT.IPM tidak ditanyakan kepada unit; datanya satu untuk seluruh pemerintah daerah"},
		{"S207 the sheet of a group", func(h hand) { h.ok(h.DeleteSheet(staffSheet)) },
			"S207 ! lembar \"Pelaksana garda depan\" tidak ada; isinya tidak terbaca"},
	})
	s := groupSpec(t)
	_, list := form.Read("f.xlsx", edit(t, blankForm(t, s), func(h hand) {
		h.answer("3", staffSheet, "L1", "PG2")
		h.put("PG9", staffSheet, "Responden", "L1", "PG2")
	}), expect(s))
	if len(list) != 1 || list[0].Remedy != "Pakai kode responden (PG1, PG2, …) yang tercantum di lembar Identitas" {
		t.Errorf("%+v", list)
	}
}

// Without one of the groups its codes are plain text.
func TestGroupExcluded(t *testing.T) {
	s := groupSpec(t)
	e := expect(s)
	e.Excluded = []string{"L1"}
	data := edit(t, blankForm(t, s), func(h hand) {
		h.put("PG2", "Identitas", "Butir", "PG1")
		h.answer("3", staffSheet, "L1", "PG1")
		h.answer("3", usersSheet, "biaya", "R2")
	})
	got, list := form.Read("f.xlsx", data, e)
	const want = "Pengguna layanan!G10 | biaya R2 | mandiri | 3 |  | \n" +
		"S310 Pelaksana garda depan!G6 lembar \"Pelaksana garda depan\" tidak ditanyakan dalam putaran ini; jawabannya tidak dibaca\n"
	if d := cmp.Diff(want, tell(got, list)); d != "" {
		t.Error(d)
	}
	s.Excluded = e.Excluded
	if _, asked := kodes(t, blankForm(t, s))[staffSheet]; asked {
		t.Error("the sheet of a group that is left out is written")
	}
}

// Whatever the groups are called, the form has a sheet for each of them, and
// reads.
func TestGroupSheets(t *testing.T) {
	for _, c := range []struct{ first, second, want string }{
		{"Pemohon", "Petugas (loket)", "Pemohon|Petugas (loket)"},
		{"Ülker & Söhne", "a", "Ülker & Söhne|a"},
		{"Responden", "Responden PG", "Responden|Responden PG"},
		{"Produk", "Petugas", "Responden R|Responden PG"},
		{"Petugas", "petunjuk", "Responden R|Responden PG"},
		{"Responden PG", " IDENTITAS", "Responden R|Responden PG"},
		{"Penilaian", "_daftar", "Responden R|Responden PG"},
		{"Orang", "orang ", "Responden R|Responden PG"},
		{"Jum'at", "Sabtu", "Responden R|Responden PG"},
		{"History", "Sabtu", "Responden R|Responden PG"},
		{"a/b", "Sabtu", "Responden R|Responden PG"},
		{"a\nb", "Sabtu", "Responden R|Responden PG"},
		{strings.Repeat("😀", 16), "Sabtu", "Responden R|Responden PG"},
		{"", "Sabtu", "Responden R|Responden PG"},
	} {
		s := groupSpec(t)
		s.Instrument.Respondents[0].Label, s.Instrument.Respondents[1].Label = c.first, c.second
		data := blankForm(t, s)
		var sheets []string
		edit(t, data, func(h hand) { sheets = h.GetSheetList() })
		if got := strings.Join(sheets[4:6], "|"); got != c.want {
			t.Errorf("%q and %q: sheets %s", c.first, c.second, got)
			continue
		}
		filled := edit(t, data, func(h hand) {
			h.answer("3", sheets[4], "biaya", "R2")
			h.answer("1", sheets[5], "L1", "PG1")
		})
		got, list := form.Read("f.xlsx", filled, expect(s))
		if d := cmp.Diff("biaya R2 | mandiri | 3 |  | \nL1 PG1 | mandiri | 1 |  | ", answers(got)); d != "" || len(list) > 0 {
			t.Errorf("%q and %q: %s %v", c.first, c.second, d, list)
		}
		edit(t, filled, func(h hand) {
			shown, err := h.CalcCellValue("Identitas", h.find("Identitas", "Isian", "Lembar "+sheets[4]))
			if err != nil || shown != "Terisi 1 dari 4" {
				t.Errorf("%q: %s, %v", sheets[4], shown, err)
			}
		})
	}
}

// Of a sample a question is missed only where too few answered it.
func TestStatusOfSamples(t *testing.T) {
	s := groupSpec(t) // two of three are wanted
	for _, c := range []struct {
		answered string // slots that answer biaya
		want     string // status of biaya in R1, R2, R3
		progress string
	}{
		{"", "KOSONG KOSONG –", "Terisi 0 dari 4"},
		{"R1", "terisi KOSONG –", "Terisi 1 dari 4"},
		{"R1 R2", "terisi terisi –", "Terisi 2 dari 4"},
		{"R1 R2 R3", "terisi terisi terisi", "Terisi 3 dari 5"},
		{"R2 R3", "– terisi terisi", "Terisi 2 dari 4"},
	} {
		edit(t, blankForm(t, s), func(h hand) {
			h.put("pemohon", "Identitas", "Isian", "R3")
			for _, slot := range strings.Fields(c.answered) {
				h.answer("3", usersSheet, "biaya", slot)
			}
			var got []string
			for _, slot := range []string{"R1", "R2", "R3"} {
				status, err := h.CalcCellValue(usersSheet, h.find(usersSheet, "Status", "biaya", slot))
				h.ok(err)
				got = append(got, status)
			}
			progress, err := h.CalcCellValue("Identitas", h.find("Identitas", "Isian", "Lembar "+usersSheet))
			h.ok(err)
			if strings.Join(got, " ") != c.want || progress != c.progress {
				t.Errorf("%q: %v, %s", c.answered, got, progress)
			}
		})
	}
}

// Counts are whole numbers within the scale, in the cell as in the reader.
func TestCounts(t *testing.T) {
	s := groupSpec(t)
	edit(t, blankForm(t, s), func(h hand) {
		for _, head := range []string{"Jawaban", "Hasil verifikasi"} {
			v := validation(h, "Penilaian", h.find("Penilaian", head, "K1"))
			if v.Type != "whole" || v.Operator != "between" || v.Formula1 != "0" || v.Formula2 != "14" {
				t.Errorf("%+v", v)
			}
			if v.Error == nil || *v.Error != "Isi angka bulat 0 sampai 14, tanpa tanda persen atau satuan." {
				t.Errorf("%v", v.Error)
			}
		}
		want := "Isi angka bulat 0 sampai 14; nilainya dihitung sendiri:\n" +
			"0 sampai 9 (kurang dari sepuluh komponen) = 0\n" +
			"10 sampai 13 komponen = 2,5\n" +
			"14 (semua komponen) = 5"
		shown, err := h.GetCellValue("Penilaian", h.find("Penilaian", "Pilihan jawaban", "K1"))
		h.ok(err)
		if d := cmp.Diff(want, shown); d != "" {
			t.Error(d)
		}
	})
	put := func(value any, id string) func(hand) {
		return func(h hand) { h.answer(value, "Penilaian", id) }
	}
	check(t, s, []mutation{
		{"the ends", func(h hand) { put(0, "K1")(h); put("100,00", "K2")(h) }, "Penilaian!E5 | K1 | mandiri | 0 |  | \nPenilaian!E6 | K2 | mandiri | 100 |  | "},
		{"in words of a program", put("14.0", "K1"), "Penilaian!E5 | K1 | mandiri | 14 |  | "},
		{"S301 half a component", put(9.5, "K1"), "S301 Penilaian!E5 K1: jawaban tidak ada dalam skala"},
		{"S301 beyond", put(15, "K1"), "S301 Penilaian!E5 K1: jawaban tidak ada dalam skala"},
		{"S301 the words of a step", put("semua komponen", "K1"), "S301 Penilaian!E5 K1: jawaban tidak ada dalam skala"},
		{"S301 three decimals", put("59,999", "K2"), "S301 Penilaian!E6 K2: jawaban tidak ada dalam skala"},
	})
	_, list := form.Read("f.xlsx", edit(t, blankForm(t, s), put("9,5", "K1")), expect(s))
	if len(list) != 1 || list[0].Allowed != "angka bulat 0 sampai 14" || list[0].Remedy != "Ketik ulang angkanya di sel itu, tanpa tanda persen atau satuan" {
		t.Errorf("%+v", list)
	}
}

// Steps are told with the numbers that reach them, whatever they are.
func TestStepsInWords(t *testing.T) {
	s := groupSpec(t)
	scale := s.Instrument.Node("K1").Scale
	for _, c := range []struct {
		froms    string
		max      int64
		decimals int
		want     []string
	}{
		{"0 1 2", 9, 0, []string{"0", "1", "2 ke atas"}},
		{"-3 0.5", 9, 0, []string{"-3 sampai kurang dari 0,5", "0,5 ke atas"}},
		{"0 0.01 60 100", 100, 2, []string{"0", "0,01 sampai 59,99", "60 sampai 99,99", "100"}},
		{"0 60.005", 100, 2, []string{"0 sampai kurang dari 60,005", "60,005 ke atas"}},
	} {
		step := scale.Steps[0]
		scale.Steps, scale.Decimals = nil, c.decimals
		scale.Max.SetInt64(c.max)
		for _, from := range strings.Fields(c.froms) {
			step.From, _ = strictyaml.ParseDecimal(from)
			scale.Steps = append(scale.Steps, step)
		}
		edit(t, blankForm(t, s), func(h hand) {
			shown, err := h.GetCellValue("Penilaian", h.find("Penilaian", "Pilihan jawaban", "K1"))
			h.ok(err)
			var got []string
			for _, line := range strings.Split(shown, "\n")[1:] {
				reach, _, _ := strings.Cut(line, " (")
				got = append(got, reach)
			}
			if !slices.Equal(got, c.want) {
				t.Errorf("%s: %q", c.froms, got)
			}
		})
	}
}

// A Kode is never broken over lines; short ones leave the columns as they were.
func TestCodesStayInOneLine(t *testing.T) {
	for _, s := range []form.Spec{spec(t), groupSpec(t)} {
		edit(t, blankForm(t, s), func(h hand) {
			for sheet, ids := range kodes(t, blankForm(t, s)) {
				width, err := h.GetColWidth(sheet, "A")
				h.ok(err)
				longest := 0
				for _, n := range s.Instrument.Indicators() {
					longest = max(longest, len(n.ID))
				}
				if longest <= 5 && width != 6.5 || longest > 5 && width < float64(longest) {
					t.Errorf("%s: width %v for %v", sheet, width, ids)
				}
			}
		})
	}
}
