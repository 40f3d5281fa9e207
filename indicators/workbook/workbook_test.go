package workbook_test

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"spotcheck/indicators"
	"spotcheck/indicators/format"
	"spotcheck/indicators/library"
	"spotcheck/indicators/problem"
	"spotcheck/indicators/workbook"
)

const (
	full    = "../format/testdata/lengkap.yaml" // every key of the format
	variant = "../format/testdata/variasi.yaml"
)

func file(t testing.TB, name string) []byte {
	t.Helper()
	data, err := os.ReadFile(filepath.FromSlash(name))
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func value(t testing.TB, yaml []byte) format.Value {
	t.Helper()
	v, list := format.Read("f.yaml", yaml)
	if len(list) > 0 {
		t.Fatal(list)
	}
	return format.Trim(v)
}

func write(t testing.TB, v format.Value) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := workbook.Write(&out, "f.yaml", v); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// imported is what Import makes of a workbook, with the fixture in the library.
func imported(t testing.TB, data []byte) (string, problem.List) {
	base := file(t, full)
	yaml, list := workbook.Import("f.xlsx", data, func(name string, yaml []byte) problem.List {
		_, list := indicators.Library(func(id string) ([]byte, bool) { return base, id == "uji-format" }).Parse(name, yaml)
		return list
	})
	return string(yaml), list
}

// Both ways nothing is lost, for every instrument that there is.
func TestRoundTrip(t *testing.T) {
	files := map[string][]byte{}
	for _, name := range []string{full, variant, "../testdata/full.yaml", "../testdata/minimal.yaml"} {
		files[name] = file(t, name)
	}
	for _, id := range library.IDs() {
		files[id], _ = library.Source(id)
	}
	for name, data := range files {
		v := value(t, data)
		book := write(t, v)
		back, list := workbook.Read("f.xlsx", book)
		if len(list) > 0 || string(format.Encode(format.Trim(back))) != string(format.Encode(v)) {
			t.Errorf("%s: %v", name, list)
		}
		if !bytes.Equal(write(t, back), book) {
			t.Errorf("%s: the same instrument gives other bytes", name)
		}
	}
	for _, name := range []string{full, variant} {
		if yaml, list := imported(t, write(t, value(t, file(t, name)))); len(list) > 0 || yaml != string(file(t, name)) {
			t.Errorf("%s: %v\n%s", name, list, cmp.Diff(string(file(t, name)), yaml))
		}
	}
}

// hand edits a workbook as a person would.
type hand struct {
	*excelize.File
	t *testing.T
}

func (h hand) ok(err error) {
	h.t.Helper()
	if err != nil {
		h.t.Fatal(err)
	}
}

// cell finds the cell under a head in the row that begins with key, or has it in
// the second column.
func (h hand) cell(sheet, head, key string) string {
	h.t.Helper()
	all, err := h.GetRows(sheet)
	h.ok(err)
	col := slices.Index(all[0], head) + 1
	for i, r := range all[1:] {
		if len(r) > 0 && (r[0] == key || len(r) > 1 && sheet == "Simpul" && r[1] == key) && col > 0 {
			name, err := excelize.CoordinatesToCellName(col, i+2)
			h.ok(err)
			return name
		}
	}
	h.t.Fatalf("no cell %s of %s in %s", head, key, sheet)
	return ""
}

func (h hand) set(sheet, head, key string, v any) {
	h.t.Helper()
	h.ok(h.SetCellValue(sheet, h.cell(sheet, head, key), v))
}

func edit(t *testing.T, data []byte, change func(hand)) []byte {
	t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	change(hand{f, t})
	var out bytes.Buffer
	if err := f.Write(&out); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// What people do to a workbook arrives in the YAML, and nothing else does.
func TestEditsArrive(t *testing.T) {
	for _, tc := range []struct {
		name      string
		change    func(hand)
		old, want string
	}{
		{"a number", func(h hand) { h.set("Simpul", "Bobot", "A2", 12.5) }, "weight: 40", "weight: 12.5"},
		{"a number with binary dust", func(h hand) { h.set("Simpul", "Bobot", "A2", 12.220000000000001) }, "weight: 40", "weight: 12.22"},
		{"a sum", func(h hand) { h.set("Simpul", "Bobot", "A2", 0.1+0.2) }, "weight: 40", "weight: 0.3"},
		{"a number as text", func(h hand) { h.set("Simpul", "Bobot", "A2", "12,5") }, "weight: 40", "weight: 12.5"},
		{"a number in a text", func(h hand) { h.set("Instrumen", "Isi", "version", 2027.1) }, `"2026.1"`, `"2027.1"`},
		{"a formula as text", func(h hand) { h.set("Instrumen", "Isi", "notice", "=1+1") }, `"Simulasi."`, `"=1+1"`},
		{"white space", func(h hand) { h.set("Instrumen", "Isi", "notice", "\n  Baru. \u00a0") }, `"Simulasi."`, `"Baru."`},
		{"a date", func(h hand) {
			at := h.cell("Instrumen", "Isi", "valid.to")
			id, err := h.NewStyle(&excelize.Style{NumFmt: 14})
			h.ok(err)
			h.ok(h.SetCellStyle("Instrumen", at, at, id))
			h.ok(h.SetCellValue("Instrumen", at, 46387))
		}, "to: 2026-12-31", "to: 2026-12-31"},
		{"a longer list", func(h hand) { h.set("Simpul", "Bukti", "A1.1", "Foto papan\n\n Berita acara\n  bertanggal ") },
			`["Foto papan", "Tangkapan layar\nyang dua baris"]`, `["Foto papan", "Berita acara\nbertanggal"]`},
		{"another column order", func(h hand) { h.ok(h.InsertCols("Simpul", "A", 3)); h.ok(h.RemoveCol("Simpul", "B")) }, "", ""},
		{"blank rows", func(h hand) { h.ok(h.InsertRows("Simpul", 3, 4)); h.ok(h.InsertRows("Skala", 1, 2)) }, "", ""},
		{"heads in another case", func(h hand) { h.ok(h.SetCellStr("Simpul", "A1", " INDUK ")) }, "", ""},
		{"a renamed sheet", func(h hand) { h.ok(h.SetSheetName("Jenis unit", "JENIS  UNIT")) }, "", ""},
		{"no guide", func(h hand) { h.ok(h.DeleteSheet("Petunjuk")) }, "", ""},
		{"a node at the end", func(h hand) {
			for i, text := range []string{"A", "A3", "Baru"} {
				at, _ := excelize.CoordinatesToCellName(i+1, 20)
				h.ok(h.SetCellStr("Simpul", at, text))
			}
			for head, text := range map[string]string{"Bobot": "0", "Skala": "ada", "Pertanyaan": "Ada?", "Teks tingkat": "a\nb\nc", "Rujukan hukum": "uu25 Pasal 34", "Perbaikan": "x", "Upaya": "ringan", "Peran": "kepala"} {
				h.set("Simpul", head, "A3", text)
			}
		}, "  - id: B\n", `      - id: A3
        title: "Baru"
        weight: 0
        scale: ada
        question: "Ada?"
        levels: ["a", "b", "c"]
        legal: ["uu25 Pasal 34"]
        remedy: "x"
        effort: ringan
        role: kepala
  - id: B
`},
	} {
		t.Run(tc.name, func(t *testing.T) {
			data := edit(t, write(t, value(t, file(t, full))), tc.change)
			yaml, list := imported(t, data)
			if yaml == "" && list.Errors() > 0 && strings.HasPrefix(tc.name, "a number") || tc.name == "a sum" {
				v, _ := workbook.Read("f.xlsx", data) // the weight no longer adds up
				yaml = string(format.Encode(format.Trim(v)))
			} else if len(list) > 0 {
				t.Fatal(list)
			}
			want := strings.Replace(string(file(t, full)), tc.old, tc.want, 1)
			if d := cmp.Diff(want, yaml); d != "" {
				t.Error(d)
			}
		})
	}
}

// Whoever deletes a sheet, a column or a key drops a part of the instrument: none is
// taken to be empty.
func TestNothingMayBeMissing(t *testing.T) {
	base := write(t, value(t, file(t, full)))
	book, err := excelize.OpenReader(bytes.NewReader(base))
	if err != nil {
		t.Fatal(err)
	}
	type deletion struct {
		name   string
		code   problem.Code
		change func(hand)
	}
	var list []deletion
	for _, sheet := range book.GetSheetList()[1:] { // after the guide
		list = append(list, deletion{sheet, problem.BookSheet, func(h hand) { h.ok(h.DeleteSheet(sheet)) }},
			deletion{"the rows of " + sheet, problem.BookHead, func(h hand) {
				rows, err := h.GetRows(sheet)
				h.ok(err)
				for i := range rows {
					for j := range rows[i] {
						at, _ := excelize.CoordinatesToCellName(j+1, i+1)
						h.ok(h.SetCellValue(sheet, at, nil))
					}
				}
			}})
		heads, err := book.GetRows(sheet)
		if err != nil {
			t.Fatal(err)
		}
		for i, head := range heads[0] {
			if column, _ := excelize.ColumnNumberToName(i + 1); head != "Keterangan" && (sheet == "Simpul" && i%3 == 0 || i == len(heads[0])-1) {
				list = append(list, deletion{sheet + "!" + head, problem.BookHead, func(h hand) { h.ok(h.RemoveCol(sheet, column)) }})
			}
		}
	}
	for _, row := range []int{2, 5, 9, 16, 20} {
		list = append(list, deletion{fmt.Sprint("key ", row), problem.BookHead, func(h hand) { h.ok(h.RemoveRow("Instrumen", row)) }})
	}
	if len(list) < 50 {
		t.Fatalf("only %d parts", len(list))
	}
	for _, tc := range list {
		yaml, told := imported(t, edit(t, base, tc.change))
		if yaml != "" || !slices.ContainsFunc(told, func(p problem.Problem) bool { return p.Code == tc.code }) {
			t.Errorf("%s: told %v", tc.name, told)
		}
	}
}

// Every fault is told at the cell where it is.
func TestProblems(t *testing.T) {
	style := func(h hand, sheet, at string, format int, v any) {
		id, err := h.NewStyle(&excelize.Style{NumFmt: format})
		h.ok(err)
		h.ok(h.SetCellStyle(sheet, at, at, id))
		h.ok(h.SetCellValue(sheet, at, v))
	}
	for _, tc := range []struct {
		name, want string
		change     func(hand)
	}{
		{"unknown sheet", "S116 Catatan", func(h hand) { _, err := h.NewSheet("Catatan"); h.ok(err) }},
		{"no sheet Instrumen", "S116 ", func(h hand) { h.ok(h.DeleteSheet("Instrumen")) }},
		{"sheet of a variant", "S116 Bobot pengganti", func(h hand) {
			_, err := h.NewSheet("Bobot pengganti")
			h.ok(err)
			h.ok(h.SetCellStr("Bobot pengganti", "A1", "Kunci"))
			h.ok(h.SetCellStr("Bobot pengganti", "A2", "A"))
		}},
		{"unknown head", "S117 Simpul!A1, S117 Simpul!C1", func(h hand) { h.ok(h.SetCellStr("Simpul", "C1", "Judull")) }},
		{"head twice", "S117 Simpul!AO1", func(h hand) { h.ok(h.SetCellStr("Simpul", "AO1", "Judul")) }},
		{"no head", "S117 Simpul!AO3", func(h hand) { h.ok(h.SetCellStr("Simpul", "AO3", "catatan saya")) }},
		{"missing column", "S117 Simpul!A1", func(h hand) { h.ok(h.RemoveCol("Simpul", "A")) }},
		{"unknown key", "S117 Instrumen, S117 Instrumen!A4", func(h hand) { h.ok(h.SetCellStr("Instrumen", "A4", "versi")) }},
		{"key twice", "S117 Instrumen, S610 Instrumen!A9", func(h hand) { h.ok(h.SetCellStr("Instrumen", "A9", "id")) }},
		{"unknown parent", "S118 Simpul!A4", func(h hand) { h.ok(h.SetCellStr("Simpul", "A4", "Z")) }},
		{"circle", "S118 Simpul!A2, S118 Simpul!A3", func(h hand) { h.ok(h.SetCellStr("Simpul", "A2", "A1")) }},
		{"level of no scale", "S118 Tingkat skala!A2", func(h hand) { h.ok(h.SetCellStr("Tingkat skala", "A2", "adaa")) }},
		{"level of a number", "S118 Tingkat skala!A2", func(h hand) { h.ok(h.SetCellStr("Tingkat skala", "A2", "hitung")) }},
		{"question of a branch", "S118 Simpul", func(h hand) { h.set("Simpul", "Pertanyaan", "A1", "Apa?") }},
		{"entry without a name", "S118 Skala!A2", func(h hand) { h.ok(h.SetCellStr("Skala", "A2", "")) }},
		{"name twice", "S610 Skala!A3", func(h hand) { h.ok(h.SetCellStr("Skala", "A3", "ada")) }},
		{"name too long", "S609 Skala!A3", func(h hand) { h.ok(h.SetCellStr("Skala", "A3", strings.Repeat("x", 2000))) }},
		{"merged", "S214 Simpul!A4", func(h hand) { h.ok(h.MergeCell("Simpul", "A4", "A5")) }},
		{"percent", "S115 Simpul!D6", func(h hand) { style(h, "Simpul", "D6", 9, 0.4) }},
		{"date in a text", "S115 Simpul!C6", func(h hand) { style(h, "Simpul", "C6", 14, 46000) }},
		{"truth", "S115 Simpul!C6", func(h hand) { h.ok(h.SetCellBool("Simpul", "C6", true)) }},
		{"two readings", "S115 Simpul!D6", func(h hand) { h.ok(h.SetCellStr("Simpul", "D6", "1.234")) }},
		{"formula without result", "S304 Simpul!D7", func(h hand) { h.ok(h.SetCellFormula("Simpul", "D7", "20+20")) }},
		{"empty id", "S606 Simpul!B6", func(h hand) { h.ok(h.SetCellStr("Simpul", "B6", "")) }},
		{"empty question", "S606 Simpul", func(h hand) { h.set("Simpul", "Pertanyaan", "A2", "") }},
		{"empty title of the file", "S606 Instrumen!B5", func(h hand) { h.ok(h.SetCellStr("Instrumen", "B5", "")) }},
		{"empty name of a type", "S616 Jenis unit!A2", func(h hand) { h.ok(h.SetCellStr("Jenis unit", "B2", "")) }},
		{"no nodes", "S606 Simpul", func(h hand) {
			for range 7 {
				h.ok(h.RemoveRow("Simpul", 2))
			}
		}},
		{"no such number", "S608 Simpul!D6", func(h hand) { h.ok(h.SetCellStr("Simpul", "D6", "empat")) }},
		{"no such scale", "S611 Simpul", func(h hand) { h.set("Simpul", "Skala", "A2", "adaa") }},
		{"no such choice", "S611 Instrumen!B", func(h hand) { h.set("Instrumen", "Isi", "result.rollup", "kota") }},
		{"id twice", "S610 Simpul!B5", func(h hand) { h.ok(h.SetCellStr("Simpul", "B5", "A1.1")) }},
		{"bad citation", "S614 Simpul", func(h hand) { h.set("Simpul", "Rujukan hukum", "A1.1", "uu25 Pasal 21 huruf b\nPasal") }},
		{"too few levels", "S616 Simpul", func(h hand) { h.set("Simpul", "Teks tingkat", "A1.1", "satu\ndua") }},
		{"unknown source", "S611 Kategori", func(h hand) { h.ok(h.SetCellStr("Kategori", "F3", "tiada")) }},
	} {
		t.Run(tc.name, func(t *testing.T) {
			yaml, list := imported(t, edit(t, write(t, value(t, file(t, full))), tc.change))
			var told []string
			for _, p := range list {
				told = append(told, fmt.Sprintf("%s %s", p.Code, problem.Place{Sheet: p.Sheet, Cell: p.Cell}))
				if p.File != "f.xlsx" || p.Remedy == "" {
					t.Errorf("%+v", p)
				}
			}
			if yaml != "" || !strings.HasPrefix(strings.Join(told, ", "), tc.want) || tc.want == "S116 " && told[0] != tc.want {
				t.Errorf("told %v, want %s\n%v", told, tc.want, list)
			}
		})
	}
}

// Of a circle it is not said that its nodes are not there.
func TestCircleIsCalledOne(t *testing.T) {
	_, list := imported(t, edit(t, write(t, value(t, file(t, full))), func(h hand) { h.ok(h.SetCellStr("Simpul", "A2", "A1")) }))
	if len(list) == 0 || list[0].Message != `dari Induk "A1" tidak ada jalan ke simpul teratas: induknya berputar atau tidak ada` {
		t.Errorf("%v", list)
	}
}

// A warning is told at its cell, and the YAML comes all the same.
func TestWarnings(t *testing.T) {
	yaml, list := imported(t, edit(t, write(t, value(t, file(t, full))), func(h hand) {
		h.ok(h.SetSheetRow("Sumber", "A4", &[]any{"lain", "Tidak dirujuk"}))
	}))
	if len(list) != 1 || list[0].Code != problem.Unreachable || list[0].Where() != "f.xlsx: Sumber!A4" || !strings.Contains(yaml, "Tidak dirujuk") {
		t.Errorf("%v\n%s", list, yaml)
	}
}

func TestKeysOfTheOtherSort(t *testing.T) {
	data := edit(t, write(t, value(t, file(t, variant))), func(h hand) {
		h.ok(h.SetCellStr("Instrumen", "A30", "bands.reason"))
		h.ok(h.SetCellStr("Instrumen", "A31", "result.min"))
		h.ok(h.SetCellInt("Instrumen", "B31", 0))
	})
	_, list := imported(t, data)
	if len(list) != 1 || list[0].Code != problem.BookHead || list[0].Cell != "A31" {
		t.Errorf("%v", list)
	}
}

// What a workbook would not give back is not written.
func TestWriteRefusesWhatItWouldLose(t *testing.T) {
	long, whole := strings.Repeat("x", 40_000), string(file(t, full))
	for name, change := range map[string][2]string{
		"too long": {`notice: "Simulasi."`, `notice: "` + long + `"`},
		"id twice": {"id: B", "id: A"}, "no id": {"id: A1.1\n", "id: \"\"\n"}, "name with spaces": {"  uu25: {", "  \" uu25\": {"}, "deep": {whole[strings.Index(whole, "tree:"):], deep()},
	} {
		if !strings.Contains(whole, change[0]) {
			t.Fatalf("%s: nothing to change", name)
		}
		v := value(t, []byte(strings.Replace(whole, change[0], change[1], 1)))
		var out bytes.Buffer
		err := workbook.Write(&out, "f.yaml", v)
		var p problem.Problem
		switch {
		case name == "no id": // told by the parser, and not lost
			if err != nil {
				t.Errorf("%s: %v", name, err)
			}
		case !errors.As(err, &p) || p.Code != problem.BookLossy || p.File != "f.yaml" || out.Len() > 0:
			t.Errorf("%s: %v", name, err)
		}
	}
}

// deep is a tree with too many nodes below each other.
func deep() string {
	var b strings.Builder
	b.WriteString("tree:\n")
	for i := range 28 {
		fmt.Fprintf(&b, "%s- id: N%d\n%s  title: x\n%s  children:\n", strings.Repeat("  ", 2*i), i, strings.Repeat("  ", 2*i), strings.Repeat("  ", 2*i))
	}
	fmt.Fprintf(&b, "%s- id: X\n%s  title: x\n", strings.Repeat("  ", 56), strings.Repeat("  ", 56))
	return b.String()
}

// Heads and sheets have names of their own: they are what cells are found by.
func TestNamesAreDistinct(t *testing.T) {
	for _, name := range []string{full, variant} {
		f, err := excelize.OpenReader(bytes.NewReader(write(t, value(t, file(t, name)))))
		if err != nil {
			t.Fatal(err)
		}
		for _, s := range f.GetSheetList() {
			if len([]rune(s)) > 31 {
				t.Errorf("sheet %q", s)
			}
			all, err := f.GetRows(s)
			if err != nil {
				t.Fatal(err)
			}
			seen := map[string]bool{}
			for _, h := range all[0] {
				if h = strings.ToLower(h); seen[h] {
					t.Errorf("%s: head %q twice", s, h)
				}
				seen[h] = true
			}
		}
	}
}

// Rows grow with what people type: no height counts as chosen by hand.
func TestHeightsGrow(t *testing.T) {
	book := write(t, value(t, file(t, full)))
	z, err := zip.NewReader(bytes.NewReader(book), int64(len(book)))
	if err != nil {
		t.Fatal(err)
	}
	heights := 0
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		part, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		heights += bytes.Count(part, []byte(` ht="`))
		if strings.HasPrefix(f.Name, "xl/worksheets/") && bytes.Contains(part, []byte("customHeight")) {
			t.Errorf("%s has heights chosen by hand", f.Name)
		}
	}
	if heights < 100 {
		t.Errorf("only %d rows have a height", heights)
	}
}

// A workbook may be made to cost much; it is refused before it does.
func TestHostileWorkbooks(t *testing.T) {
	base := write(t, value(t, file(t, full)))
	for name, tc := range map[string]struct {
		want   problem.Code
		change func(hand)
	}{
		"a chain of nodes": {problem.BookRow, func(h hand) {
			for i := range 4000 {
				h.ok(h.SetSheetRow("Simpul", fmt.Sprint("A", i+8), &[]any{fmt.Sprint("N", i), fmt.Sprint("N", i+1), "x"}))
			}
			h.ok(h.SetSheetRow("Simpul", "A7", &[]any{"", "N0", "x"}))
		}},
		"too many rows": {problem.TooLarge, func(h hand) {
			for i := range 6000 {
				h.ok(h.SetCellInt("Simpul", fmt.Sprint("D", i+8), 1))
			}
		}},
		"too much text": {problem.YAMLTooLarge, func(h hand) {
			for i := range 40 {
				h.ok(h.SetSheetRow("Sumber", fmt.Sprint("A", i+4), &[]any{fmt.Sprint("s", i), strings.Repeat("x", 32_000)}))
			}
		}},
		"wrong in every row": {problem.BadCellValue, func(h hand) {
			for i := range 3000 {
				h.ok(h.SetCellBool("Simpul", fmt.Sprint("C", i+8), true))
			}
		}},
	} {
		data := edit(t, base, tc.change)
		yaml, list := imported(t, data)
		if yaml != "" || len(list) == 0 || len(list) > 250 || !slices.ContainsFunc(list, func(p problem.Problem) bool { return p.Code == tc.want }) {
			t.Errorf("%s: %d problems, the first %v", name, len(list), list[:min(3, len(list))])
		}
	}
}
