package form_test

import (
	"archive/zip"
	"bytes"
	"flag"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"spotcheck/assess"
	"spotcheck/assess/form"
	"spotcheck/assess/sheet"
)

var update = flag.Bool("update", false, "write the golden files")

// structure is the form as a person reads it: sheet by sheet, row by row.
func structure(t *testing.T, data []byte) string {
	t.Helper()
	book, err := sheet.Open(data, sheet.DefaultLimits())
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	for _, info := range book.Sheets() {
		s, err := book.Read(info.Name)
		if err != nil {
			t.Fatal(err)
		}
		fmt.Fprintf(&b, "== %s hidden=%v merged=%d\n", info.Name, info.Hidden, len(s.Merged))
		for _, row := range s.Rows {
			fmt.Fprintf(&b, "%d", row.Number)
			for _, c := range row.Cells {
				text := strings.ReplaceAll(c.Text, "\n", " / ")
				if c.Formula {
					text = "{" + text + "}"
				}
				fmt.Fprintf(&b, " | %s: %s", sheet.ColumnName(c.Col), text)
			}
			b.WriteString("\n")
		}
	}
	return b.String()
}

func TestStructure(t *testing.T) {
	prefilled := spec(t)
	prefilled.Unit.Type, prefilled.Office = "puskesmas", ""
	prefilled.Unit.Head, prefilled.Unit.PIC = "dr. Ani", "Joko"
	prefilled.Unit.Products = []assess.Product{{ID: "kia", Name: "Pelayanan KIA"}}
	for name, s := range map[string]form.Spec{"kosong": spec(t), "terisi": prefilled, "kelompok": groupSpec(t)} {
		got := structure(t, blankForm(t, s))
		golden := "testdata/" + name + ".golden.txt"
		if *update {
			if err := os.WriteFile(golden, []byte(got), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(golden)
		if err != nil {
			t.Fatal(err)
		}
		if d := cmp.Diff(string(want), got); d != "" {
			t.Errorf("%s (run with -update if intended):\n%s", name, d)
		}
	}
}

func TestEqualSpecsGiveEqualBytes(t *testing.T) {
	first := blankForm(t, spec(t))
	for range 8 {
		if !bytes.Equal(first, blankForm(t, spec(t))) {
			t.Fatal("two forms of one spec differ")
		}
	}
	other := spec(t)
	other.Period = "2027"
	if bytes.Equal(first, blankForm(t, other)) {
		t.Error("the period does not show in the bytes")
	}
}

// The parts are sorted, so that no order of excelize's maps shows.
func TestPartsAreSorted(t *testing.T) {
	data := blankForm(t, spec(t))
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, f := range z.File {
		names = append(names, f.Name)
	}
	if !slices.IsSorted(names) || names[0] != "[Content_Types].xml" {
		t.Error(names)
	}
}

// Programs that do not compute see the text that the formula would give.
func TestCachedValuesAreWhatTheFormulasGive(t *testing.T) {
	edit(t, blankForm(t, spec(t)), func(h hand) {
		formulas := 0
		for _, name := range h.GetSheetList() {
			rows, err := h.Rows(name)
			h.ok(err)
			for row := 1; rows.Next(); row++ {
				for col := 1; col <= 12; col++ {
					cell := sheet.Ref(row, col)
					formula, err := h.GetCellFormula(name, cell)
					h.ok(err)
					if formula == "" {
						continue
					}
					formulas++
					cached, err := h.GetCellValue(name, cell)
					h.ok(err)
					if got, err := h.CalcCellValue(name, cell); err != nil || got != cached {
						t.Errorf("%s!%s: %q is cached, %s gives %q (%v)", name, cell, cached, formula, got, err)
					}
				}
			}
		}
		if formulas < 25 {
			t.Errorf("only %d formulas found", formulas)
		}
	})
}

func TestStatus(t *testing.T) {
	type put struct {
		value      any
		head, code string
	}
	for _, c := range []struct {
		sheet, code, slot string
		puts              []put
		want              string
	}{
		{"Penilaian", "A1.1", "", nil, "KOSONG"},
		{"Penilaian", "A1.1", "", []put{{"2 = Lengkap", "Jawaban", ""}}, "terisi"},
		{"Penilaian", "A1.1", "", []put{{" ", "Jawaban", ""}}, "KOSONG"},
		{"Penilaian", "A1.1", "", []put{{"TB", "Jawaban", ""}}, "PERIKSA"},
		{"Penilaian", "A1.3", "", []put{{0, "Jawaban", ""}}, "terisi"},
		{"Penilaian", "A1.2", "", []put{{"TB = Tidak berlaku", "Jawaban", ""}}, "ALASAN?"},
		{"Penilaian", "A1.2", "", []put{{"TB", "Jawaban", ""}, {"nihil", "Catatan / alasan TB", ""}}, "TB"},
		{"Produk", "A2.1", "P1", nil, "KOSONG"},
		{"Produk", "A2.1", "P2", nil, "–"},
		{"Produk", "A2.1", "P2", []put{{"2", "Jawaban", ""}}, "NAMA?"},
		{"Produk", "A2.1", "P2", []put{{"KTP", "Isian", "P2"}}, "KOSONG"},
		{"Produk", "A2.1", "P2", []put{{"KTP", "Isian", "P2"}, {"2", "Jawaban", ""}}, "terisi"},
		{"Responden", "B1.1", "R1", nil, "KOSONG"},
		{"Responden", "B1.1", "R2", nil, "–"},
		{"Responden", "B1.1", "R2", []put{{"pemohon", "Isian", "R2"}}, "KOSONG"},
		{"Responden", "B1.1", "R2", []put{{"1", "Jawaban", ""}}, "terisi"},
	} {
		edit(t, blankForm(t, spec(t)), func(h hand) {
			key := []string{c.code}
			if c.slot != "" {
				key = append(key, c.slot)
			}
			for _, p := range c.puts {
				if p.head == "Isian" {
					h.put(p.value, "Identitas", p.head, p.code)
				} else {
					h.put(p.value, c.sheet, p.head, key...)
				}
			}
			got, err := h.CalcCellValue(c.sheet, h.find(c.sheet, "Status", key...))
			h.ok(err)
			if got != c.want {
				t.Errorf("%+v: status %q", c, got)
			}
		})
	}
}

func TestProgressCountsAnswers(t *testing.T) {
	edit(t, blankForm(t, spec(t)), func(h hand) {
		h.answer("1", "Penilaian", "A1.1")
		h.put("KTP", "Identitas", "Isian", "P2")
		h.answer("1", "Produk", "A2.1", "P2")
		for label, want := range map[string]string{
			"Lembar Penilaian": "Terisi 1 dari 4", "Lembar Produk": "Terisi 1 dari 4",
			"Lembar Responden": "Terisi 0 dari 2", "Seluruhnya": "Terisi 2 dari 10",
		} {
			got, err := h.CalcCellValue("Identitas", h.find("Identitas", "Isian", label))
			h.ok(err)
			if got != want {
				t.Errorf("%s: %q, want %q", label, got, want)
			}
		}
	})
}

// Every answer cell has a validation, and every list offers what its scale has,
// with TB only where it may be answered.
func TestListsOfferTheScale(t *testing.T) {
	s := spec(t)
	edit(t, blankForm(t, s), func(h hand) {
		ranges := map[string]string{}
		for _, n := range h.GetDefinedName() {
			ranges[n.Name] = n.RefersTo
		}
		for _, n := range s.Instrument.Indicators() {
			place := map[string][]string{"unit": {"Penilaian", n.ID}, "product": {"Produk", n.ID, "P2"}, "respondent": {"Responden", n.ID, "R2"}}[string(n.Scope)]
			if !n.Applies("dinas") {
				continue
			}
			for _, head := range []string{"Jawaban", "Hasil verifikasi"} {
				v := validation(h, place[0], h.find(place[0], head, place[1:]...))
				if len(n.Scale.Levels) == 0 {
					if v.Type != "decimal" && n.NA == "" || v.Type != "custom" && n.NA != "" {
						t.Errorf("%s: validation %s", n.ID, v.Type)
					}
					continue
				}
				want := n.Scale.Options()
				if n.NA != "" {
					want = append(want, "TB = Tidak berlaku")
				}
				if d := cmp.Diff(want, listed(h, ranges[v.Formula1])); d != "" {
					t.Errorf("%s %s: %s", n.ID, head, d)
				}
			}
		}
	})
}

func validation(h hand, name, cell string) *excelize.DataValidation {
	h.t.Helper()
	all, err := h.GetDataValidations(name)
	h.ok(err)
	col, row, err := excelize.CellNameToCoordinates(cell)
	h.ok(err)
	for _, v := range all {
		for _, part := range strings.Fields(v.Sqref) {
			first, last, ranged := strings.Cut(part, ":")
			if !ranged {
				last = first
			}
			c1, r1, err := excelize.CellNameToCoordinates(first)
			h.ok(err)
			_, r2, err := excelize.CellNameToCoordinates(last)
			h.ok(err)
			if c1 == col && r1 <= row && row <= r2 {
				return v
			}
		}
	}
	h.t.Fatalf("%s!%s has no validation", name, cell)
	return nil
}

// listed reads the cells of a range such as _daftar!$A$1:$A$3.
func listed(h hand, ref string) []string {
	h.t.Helper()
	name, cells, _ := strings.Cut(strings.ReplaceAll(ref, "$", ""), "!")
	first, last, _ := strings.Cut(cells, ":")
	col, from, err := excelize.CellNameToCoordinates(first)
	h.ok(err)
	_, to, err := excelize.CellNameToCoordinates(last)
	h.ok(err)
	var out []string
	for row := from; row <= to; row++ {
		text, err := h.GetCellValue(name, sheet.Ref(row, col))
		h.ok(err)
		out = append(out, text)
	}
	return out
}

// Only what people fill is unlocked, and the hidden sheets are out of reach.
func TestLockedButForInputs(t *testing.T) {
	edit(t, blankForm(t, spec(t)), func(h hand) {
		locked := func(name, cell string) bool {
			id, err := h.GetCellStyle(name, cell)
			h.ok(err)
			style, err := h.GetStyle(id)
			h.ok(err)
			return style.Protection == nil || style.Protection.Locked
		}
		for head, want := range map[string]bool{
			"Kode": true, "Indikator": true, "Pilihan jawaban": true, "Status": true,
			"Jawaban": false, "Bukti": false, "Catatan / alasan TB": false, "Hasil verifikasi": false, "Catatan verifikasi": false,
		} {
			for _, key := range [][]string{{"Penilaian", "A1.1"}, {"Penilaian", "A1.3"}, {"Produk", "A2.1", "P2"}} {
				if got := locked(key[0], h.find(key[0], head, key[1:]...)); got != want {
					t.Errorf("%v %s: locked %v", key, head, got)
				}
			}
		}
		for label, want := range map[string]bool{"Kode unit": true, "Kepala unit": false, "P1": false, "Seluruhnya": true, "Nama verifikator": false} {
			if got := locked("Identitas", h.find("Identitas", "Isian", label)); got != want {
				t.Errorf("%s: locked %v", label, got)
			}
		}
		for _, name := range h.GetSheetList() {
			p, err := h.GetSheetProtection(name)
			h.ok(err)
			if p.Password != "" || p.AlgorithmName != "" {
				t.Errorf("%s has a password", name)
			}
		}
	})
}

// Names of any length and with any sign make a form that is recognised again.
func TestOddNames(t *testing.T) {
	for _, name := range []string{strings.Repeat("&", 300), "=1+1", `<Dinas> "A" & B`, "Dinas _x0031_ Ω", strings.Repeat("Dinas yang namanya panjang ", 20)} {
		s := spec(t)
		s.Entity, s.Unit.Name, s.Unit.Head = name, name, name
		s.Unit.Products = []assess.Product{{ID: "p", Name: name}}
		data := edit(t, blankForm(t, s), func(h hand) { h.answer("1", "Produk", "A2.1", "P1") })
		got, list := form.Read("f.xlsx", data, expect(s))
		if len(list) > 0 || len(got.Answers) != 1 || got.Answers[0].Product != "p" {
			t.Errorf("%.20q: %s", name, list)
		}
	}
}
