package main

import (
	"archive/zip"
	"bytes"
	"cmp"
	"encoding/csv"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"spotcheck/assess/answers/csvrows"
	"spotcheck/assess/round"
	"spotcheck/assess/sheet"
)

// risky are texts that a spreadsheet program takes for more than text.
var risky = []string{
	`=HYPERLINK("http://contoh.id","klik")`, `=cmd|' /C calc'!A0`, `+62 812 3456`, `-1+1`, `@SUM(A1:A9)`, "\t=1+1", `'=1+1`, `=1+1`,
}

// TestTextsAreNoFormulas fills a round with such texts wherever a person may write,
// and looks for formulas in every workbook and every CSV that comes of it.
func TestTextsAreNoFormulas(t *testing.T) {
	dir := riskyRound(t)
	must := func(want int, args ...string) string {
		t.Helper()
		var out, talk bytes.Buffer
		if code := run(t.Context(), newApp(strings.NewReader(""), &out, &talk), args); code != want {
			t.Fatalf("%v: code %d, want %d\n%s", args, code, want, talk.String())
		}
		return out.String()
	}
	must(exitDone, "form", dir)
	must(exitDone, "report", dir)
	result := filepath.Join(dir, round.ReportDir, "hasil.json")
	data, err := os.ReadFile(result)
	if err != nil {
		t.Fatal(err)
	}
	other := filepath.Join(dir, "lain.json")
	if err := os.WriteFile(other, bytes.ReplaceAll(data, []byte("Kabupaten Bangka Barat"), []byte("=cmd|Lain")), 0o666); err != nil {
		t.Fatal(err)
	}
	must(exitDone, "compare", result, other, "--output", filepath.Join(dir, "banding.xlsx"))
	must(exitDone, "instruments", "export", "uu25-2009", "--format", "xlsx", "--output", filepath.Join(dir, "instrumen.xlsx"))
	must(exitDone, "check", filepath.Join(dir, round.FormsDir, "dinkes.xlsx"), "--annotate", "--output", filepath.Join(dir, "kirim"))

	live := map[string]bool{"rekap.xlsx/Perhitungan": true, "rekap.xlsx/Perhitungan unit": true}
	for _, sheet := range []string{"Identitas", "Produk", "Penilaian", "Responden"} { // how far a form is filled
		for _, name := range []string{"dinkes", "dinsospmd", "disdikpora", "disdukcapil", "dpmptsp", "pkm-sekar-biru", "pkm-simpang-teritip", "dinkes-diperiksa"} {
			live[name+".xlsx/"+sheet] = true
		}
	}
	books, seen := 0, 0
	err = filepath.WalkDir(dir, func(path string, _ fs.DirEntry, err error) error {
		if err != nil || filepath.Ext(path) != ".xlsx" || filepath.Base(filepath.Dir(path)) == round.InputDir {
			return err
		}
		books++
		formulas, texts := lookInto(t, path)
		for sheet, list := range formulas {
			key := filepath.Base(path) + "/" + sheet
			if (len(list) > 0) != live[key] {
				t.Errorf("%s: %d formulas", key, len(list))
			}
			if i := slices.IndexFunc(list, ours); i >= 0 {
				t.Errorf("%s: the formula %q", key, list[i])
			}
		}
		if slices.ContainsFunc(texts, func(text string) bool { return strings.HasPrefix(text, "=cmd|") }) {
			seen++
		}
		return nil
	})
	if err != nil || books < 11 || seen < 3 {
		t.Errorf("%d workbooks, such texts in %d of them, %v", books, seen, err)
	}

	input := filepath.Join(dir, round.InputDir)
	if err := os.WriteFile(filepath.Join(input, "=1+1.xlsx"), []byte("x"), 0o666); err != nil {
		t.Fatal(err)
	}
	for _, args := range [][]string{{"score", dir, "--format", "csv"}, {"check", dir, "--format", "csv"}} {
		rows, problems := csvrows.Read("keluaran.csv", []byte(must(exitPartly, args...)), csvrows.DefaultLimits())
		if len(rows) < 2 || len(problems) > 0 {
			t.Errorf("%v: %d rows, %v", args, len(rows), problems)
		}
		for _, row := range rows {
			for _, text := range row.Fields {
				if csvrows.Guard(text) != text && !strings.HasPrefix(text, "'") {
					t.Errorf("%v: %q", args, text)
				}
			}
		}
	}
}

// ours reports whether a formula is one of the risky texts.
func ours(formula string) bool {
	return slices.ContainsFunc(risky, func(text string) bool { return strings.Contains(formula, strings.TrimLeft(text, "'\t=+-@")) })
}

// riskyRound is a copy of the example with such texts for the names of units, people
// and products, in notes and evidence, and for the name of an input.
func riskyRound(t *testing.T) string {
	t.Helper()
	dir, _ := rounds(t)
	products := map[string]string{}
	n := 0
	next := func() string { n++; return risky[n%len(risky)] }
	change(t, filepath.Join(dir, "unit.csv"), filepath.Join(dir, "unit.csv"), func(title, text string) string {
		switch title {
		case "nama", "kepala", "jabatan", "narahubung":
			return strings.TrimSpace(next()) + " " + text
		case "produk":
			list := strings.Split(text, "; ")
			for i, name := range list {
				products[name] = "=" + name
				list[i] = products[name]
			}
			return strings.Join(list, "; ")
		}
		return text
	})
	input := filepath.Join(dir, round.InputDir)
	if err := os.RemoveAll(input); err != nil {
		t.Fatal(err)
	}
	if err := os.Mkdir(input, 0o777); err != nil {
		t.Fatal(err)
	}
	change(t, filepath.Join(dir, "sumber", "jawaban.csv"), filepath.Join(input, "=jawaban.csv"), func(title, text string) string {
		switch title {
		case "note", "evidence":
			return csvrows.Guard(next())
		case "product":
			return cmp.Or(products[text], text)
		}
		return text
	})
	return dir
}

// change copies a CSV with every field below its title changed.
func change(t *testing.T, from, to string, field func(title, text string) string) {
	t.Helper()
	data, err := os.ReadFile(from)
	if err != nil {
		t.Fatal(err)
	}
	rows, err := csv.NewReader(bytes.NewReader(data)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range rows[1:] {
		for i := range row {
			row[i] = field(rows[0][i], row[i])
		}
	}
	var out bytes.Buffer
	w := csv.NewWriter(&out)
	if err := w.WriteAll(rows); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(to, out.Bytes(), 0o666); err != nil {
		t.Fatal(err)
	}
}

var formulaTag = regexp.MustCompile(`<(\w+:)?f[ >/]`)

// lookInto gives the formulas of each sheet, after counting them in the file itself,
// and the texts of all cells.
func lookInto(t *testing.T, path string) (formulas map[string][]string, texts []string) {
	t.Helper()
	f, err := excelize.OpenFile(path)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = f.Close() }()
	formulas = map[string][]string{}
	z, err := zip.OpenReader(path)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = z.Close() }()
	stored := 0
	for _, part := range z.File {
		if strings.Contains(part.Name, "externalLink") {
			t.Errorf("%s has %s", path, part.Name)
		}
		if !strings.HasPrefix(part.Name, "xl/worksheets/sheet") {
			continue
		}
		r, err := part.Open()
		if err != nil {
			t.Fatal(err)
		}
		data, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		stored += len(formulaTag.FindAll(data, -1))
	}
	seen := 0
	for _, name := range f.GetSheetList() {
		rows, err := f.GetRows(name)
		if err != nil {
			t.Fatal(err)
		}
		formulas[name] = nil
		for y, row := range rows {
			texts = append(texts, row...)
			for x := range row {
				if formula, err := f.GetCellFormula(name, sheet.Ref(y+1, x+1)); err == nil && formula != "" {
					formulas[name] = append(formulas[name], formula)
					seen++
				}
			}
		}
	}
	if seen != stored {
		t.Errorf("%s: %d formulas in the file, %d in its cells", path, stored, seen)
	}
	return formulas, texts
}
