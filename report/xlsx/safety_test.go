package xlsx

import (
	"bytes"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"spotcheck/indicators/problem"
	"spotcheck/report"
)

// Whatever a user's text looks like, the cell holds that text, not a formula.
func TestTextStaysText(t *testing.T) {
	texts := []string{
		"=1+1", "=HYPERLINK(\"http://contoh\";\"klik\")", "+62 812", "-5", "@SUM(A1)", "\t=1+1", " =1", "'=1", "=cmd|' /C calc'!A0",
		"_x0041_", "_x005F_x0041_", "a_x000D_b", "<b>&amp;\"", "1e5", "007", "TRUE", "#N/A", "ujung spasi ", "dua\nbaris", "é ≥ ✓ 漢 😀",
	}
	var rows []report.Row
	for _, text := range texts {
		rows = append(rows, report.Row{Cells: []report.Cell{{Text: text}}})
	}
	f, sheet := workbook(t, report.Table{Columns: []report.Column{{Title: "=Judul"}}, Rows: rows, Filter: true})
	first := 0
	for r := 1; first == 0; r++ {
		if v, _ := f.GetCellValue(sheet, a1(point{0, r - 1})); v == "=Judul" {
			first = r
		}
	}
	for i, text := range texts {
		at := a1(point{0, first + i})
		if formula, _ := f.GetCellFormula(sheet, at); formula != "" {
			t.Errorf("%q became the formula %q", text, formula)
		}
		if got, _ := f.GetCellValue(sheet, at); got != clean(text) {
			t.Errorf("%q reads back as %q", text, got)
		}
	}
}

func TestClean(t *testing.T) {
	for in, want := range map[string]string{
		"biasa":              "biasa",
		"a\x00b\x1fc\x7fd":   "abcd",
		"satu\r\ndua\rtiga":  "satu\ndua\ntiga",
		"\tawal":             " awal",
		"rusak\xff\xfe":      "rusak",
		"balik\u202ekanan":   "balikkanan",
		"\uffff\ufffebatas":  "batas",
		"C1\u0085\u009b-nya": "C1-nya",
	} {
		if got := clean(in); got != want {
			t.Errorf("clean(%q) = %q, want %q", in, got, want)
		}
	}
}

// A text that does not fit a table goes on in the rows below, whole.
func TestLongText(t *testing.T) {
	letters := func(n int) string {
		var b strings.Builder
		for i := 0; b.Len() < n; i++ {
			fmt.Fprintf(&b, "%d ", i)
		}
		return b.String()[:n]
	}
	for name, tt := range map[string]struct {
		text string
		rows int
	}{
		"fits":                                  {strings.Repeat("a", longestText), 1},
		"one more":                              {strings.Repeat("é", longestText+1), 2},
		"100,000":                               {letters(100_000), 4},
		"pairs that fit":                        {strings.Repeat("😀", longestText/2), 1},
		"one pair more":                         {strings.Repeat("😀", longestText/2+1), 2},
		"a pair at the cut":                     {"a" + strings.Repeat("😀", longestText), 3},
		"looks like a formula where it goes on": {strings.Repeat("=1+1 ", 10_000), 2},
	} {
		other := letters(40_000)
		f, sheet := workbook(t, report.Table{Columns: []report.Column{{Title: "Kode"}, {Title: "Catatan"}, {Title: "Bukti"}},
			Rows: []report.Row{{Cells: []report.Cell{{Text: "A1"}, {Text: tt.text}, {Text: "b"}}}, {Cells: []report.Cell{{Text: "A2"}, {Text: "c"}, {Text: other}}}}})
		rows, err := f.GetRows(sheet)
		if err != nil {
			t.Fatal(err)
		}
		first := slices.IndexFunc(rows, func(r []string) bool { return len(r) > 0 && r[0] == "A1" })
		var notes, evidence strings.Builder
		told := 0
		for _, r := range rows[first:] {
			r = append(r, "", "", "")
			notes.WriteString(strings.TrimSuffix(r[1], goesOn))
			evidence.WriteString(strings.TrimSuffix(r[2], goesOn))
			for _, text := range r {
				if utf16Len(text) > longestText {
					t.Errorf("%s: a cell of %d", name, utf16Len(text))
				}
			}
			if r[0] == goingOn {
				told++
			}
		}
		if notes.String() != tt.text+"c" || evidence.String() != "b"+other || told != tt.rows {
			t.Errorf("%s: %d and %d bytes came back of %d and %d, with %d rows more", name, notes.Len(), evidence.Len(), len(tt.text)+1, len(other)+1, told)
		}
	}
}

// Where there is no row below, a text that does not fit is refused with its place,
// all of them at once, and nothing is written.
func TestLongTextElsewhere(t *testing.T) {
	long := strings.Repeat("é", longestText+1)
	var out bytes.Buffer
	err := Render(&out, &report.Document{Sections: []report.Section{{Title: "Isi", Blocks: []report.Block{
		report.Paragraph{Text: long}, report.Table{Columns: []report.Column{{Title: long}}},
	}}}})
	if err == nil || out.Len() > 0 {
		t.Fatalf("err %v, %d bytes written", err, out.Len())
	}
	var p problem.Problem
	if !errors.As(err, &p) || p.Code != problem.TextTooLong || p.Sheet != "Isi" || p.Cell == "" {
		t.Errorf("no problem that names the cell: %v", err)
	}
	if n := strings.Count(err.Error(), string(problem.TextTooLong)); n != 2 {
		t.Errorf("%d problems told, want 2", n)
	}
}

func TestSheetNames(t *testing.T) {
	long := strings.Repeat("Panjang ", 8)
	var sections []report.Section
	for _, title := range []string{
		"A/B: [C]*?\\", "Sama", "sama", "SAMA", long, long, "'kutip'", "History", "Daftar", "", "\x00\n", "Kecamatan Jum'at", "😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀",
	} {
		sections = append(sections, report.Section{Title: title, Blocks: []report.Block{report.Table{
			Columns: []report.Column{{Title: "n", Choices: []string{"x"}}}, Rows: []report.Row{{Cells: []report.Cell{{Text: "x"}}}}}}})
	}
	sections[1].Sheet = "Lembar pilihan"
	f := open(t, render(t, &report.Document{Sections: sections}))
	golden(t, "names.txt", strings.Join(f.GetSheetList(), "\n")+"\n")
	seen := map[string]bool{}
	for _, name := range f.GetSheetList() {
		if utf16Len(name) > longestName || strings.ContainsAny(name, `[]:*?/\`) || seen[strings.ToLower(name)] {
			t.Errorf("illegal or repeated: %q", name)
		}
		seen[strings.ToLower(name)] = true
	}
}

func TestRefused(t *testing.T) {
	nan := 0.0
	nan /= nan
	cell := func(c ...report.Cell) report.Block {
		return report.Table{Columns: make([]report.Column, 2), Rows: []report.Row{{Cells: c}}}
	}
	for name, c := range map[string]struct {
		block report.Block
		want  string
	}{
		"unknown name":  {cell(report.Cell{Formula: "{tidak}+1"}), `nama sel "tidak"`},
		"open brace":    {cell(report.Cell{Name: "a", Formula: "{a"}), "kurung kurawal"},
		"name twice":    {cell(report.Cell{Name: "a"}, report.Cell{Name: "a"}), "dua kali"},
		"not a number":  {cell(report.Cell{Number: &report.Number{Value: nan}}), "tidak dapat ditulis"},
		"too many":      {cell(report.Cell{}, report.Cell{}, report.Cell{}), "3 sel untuk 2 kolom"},
		"too many heat": {report.Heat{Rows: []report.HeatRow{{Cells: make([]report.HeatCell, 1)}}}, "1 sel untuk 0 kolom"},
		"long formula":  {cell(report.Cell{Formula: "1" + strings.Repeat("+1", longestFormula)}), "paling banyak 8192"},
	} {
		err := Render(&bytes.Buffer{}, &report.Document{Sections: []report.Section{{Title: "S", Blocks: []report.Block{c.block}}}})
		if err == nil || !strings.Contains(err.Error(), c.want) || !strings.Contains(err.Error(), "S") {
			t.Errorf("%s: %v, want %q", name, err, c.want)
		}
	}
}

// FuzzText renders any text in a cell, a sheet name, a head and a foot; the cell
// reads back as the cleaned text.
func FuzzText(f *testing.F) {
	for _, seed := range []string{"biasa", "=1+1", "a\x00\r\n\t b", "_x0041_", "&P&&", "😀'[]", "\xff", strings.Repeat("w", 300)} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		d := &report.Document{Title: text, Footer: text, Mark: text, Author: text, Sections: []report.Section{
			{Title: text, Blocks: []report.Block{report.Table{Frozen: 1, Columns: []report.Column{{Title: "T", Choices: []string{text, "b"}}}, Rows: []report.Row{{Cells: []report.Cell{{Text: text, Name: "n"}}}}}}},
			{Title: text, Blocks: []report.Block{report.Table{Frozen: 1, Columns: []report.Column{{}}, Rows: []report.Row{{Cells: []report.Cell{{Text: text, Formula: "{n}"}}}}}}},
		}}
		var out bytes.Buffer
		if err := Render(&out, d); err != nil {
			if utf16Len(clean(text)) > longestText/2 {
				t.Skip() // titles join it with other text
			}
			t.Fatal(err)
		}
		book := open(t, out.Bytes())
		sheet := book.GetSheetName(0)
		rows, err := book.Rows(sheet)
		if err != nil {
			t.Fatal(err)
		}
		last := ""
		for rows.Next() {
			cells, err := rows.Columns()
			if err != nil {
				t.Fatal(err)
			}
			last = strings.Join(cells, "")
		}
		if want := clean(text); last != want {
			t.Errorf("%q reads back as %q", want, last)
		}
	})
}
