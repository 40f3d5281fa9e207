package annotate_test

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"math/big"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"spotcheck/assess"
	"spotcheck/assess/annotate"
	"spotcheck/assess/form"
	"spotcheck/assess/sheet"
	"spotcheck/indicators"
	"spotcheck/indicators/problem"
)

var limits = sheet.DefaultLimits()

// spec is a form with every kind of question.
func spec(t testing.TB) form.Spec {
	t.Helper()
	const file = "../form/testdata/instrumen.yaml"
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	in, list := indicators.Parse(file, data)
	if in == nil {
		t.Fatal(list)
	}
	return form.Spec{
		Instrument: in, Entity: "Kabupaten Uji", Period: "2026", Office: "Inspektorat Daerah",
		Unit: assess.Unit{ID: "dinsos", Name: "Dinas Sosial & Keluarga", Type: "dinas"},
	}
}

func blank(t testing.TB) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := form.Write(&b, spec(t)); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func read(t testing.TB, data []byte) (*form.Filled, problem.List) {
	t.Helper()
	s := spec(t)
	return form.Read("f.xlsx", data, form.Expect{
		Instrument: s.Instrument, Entity: s.Entity, Period: s.Period, Units: []assess.Unit{s.Unit}, Limits: limits,
	})
}

// edit does with excelize what a person would do in Excel.
func edit(t testing.TB, data []byte, do func(*excelize.File) error) []byte {
	t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = f.Close() }()
	if err := do(f); err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := f.Write(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// put types values into cells, as "Penilaian!E7".
func put(t testing.TB, data []byte, values map[string]any) []byte {
	t.Helper()
	return edit(t, data, func(f *excelize.File) error {
		for at, v := range values {
			name, cell, _ := strings.Cut(at, "!")
			if text, ok := v.(string); ok && strings.HasPrefix(text, "rumus:") {
				if err := f.SetCellFormula(name, cell, text[len("rumus:"):]); err != nil {
					return err
				}
				continue
			}
			if err := f.SetCellValue(name, cell, v); err != nil {
				return err
			}
		}
		return nil
	})
}

// typed is a form with sound answers and with slips of many kinds.
var typed = map[string]any{
	"Identitas!B10": "Dra. Siti Aminah", "Identitas!B15": "Budi", "Identitas!B8": "Dinas Pendidikan",
	"Penilaian!E7": "9", "Penilaian!F7": "=1+1", "Penilaian!I7": "2", // an answer out of scale beside a verdict
	"Penilaian!E8":  "TB",                  // without a reason
	"Penilaian!E9":  87.4,                  // sound
	"Penilaian!I9":  "rumus:40+2",          // a formula without a value
	"Penilaian!G9":  "  spasi & <tanda>  ", // a note
	"Penilaian!A10": "A9.9", "Penilaian!E10": "1",
	"Identitas!B18": "KTP <el> & \"KK\"", "Produk!G7": "1", "Produk!G11": "0.5", "Produk!I8": "menyusul",
	"Responden!G7": "1",
}

func slips(t testing.TB) []byte { return put(t, blank(t), typed) }

// settled are slips that stay the same when an office calculates the form.
func settled(t testing.TB) []byte { return put(t, slips(t), map[string]any{"Penilaian!I9": 142}) }

func copied(t testing.TB, data []byte, list problem.List) []byte {
	t.Helper()
	out, err := annotate.Copy(data, annotate.About{Unit: "Dinas Sosial & Keluarga", File: "f.xlsx"}, list, limits)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// annotated checks a form and copies it.
func annotated(t testing.TB, data []byte) []byte {
	t.Helper()
	_, list := read(t, data)
	return copied(t, data, list)
}

var rationals = cmp.Comparer(func(a, b *big.Rat) bool {
	return a == nil && b == nil || a != nil && b != nil && a.Cmp(b) == 0
})

// same demands that two forms say the same in every respect.
func same(t *testing.T, a, b []byte) {
	t.Helper()
	first, firstList := read(t, a)
	second, secondList := read(t, b)
	if d := cmp.Diff(first, second, rationals); d != "" {
		t.Errorf("answers or identity (-original +copy):\n%s", d)
	}
	if d := cmp.Diff(firstList, secondList); d != "" {
		t.Errorf("problems (-original +copy):\n%s", d)
	}
}

// parts inflates a workbook.
func parts(t testing.TB, data []byte) map[string]string {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]string{}
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		text, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		out[f.Name] = string(text)
	}
	return out
}

// zipped packs parts in the order of their names.
func zipped(t testing.TB, parts map[string]string) []byte {
	t.Helper()
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for _, name := range sorted(parts) {
		p, err := w.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := io.WriteString(p, parts[name]); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// program finds a program to check against; without it the test is skipped, or
// fails where SPOTCHECK_ORACLES=1 asks for all of them.
func program(t testing.TB, candidates ...string) string {
	t.Helper()
	for _, c := range candidates {
		if path, err := exec.LookPath(c); err == nil {
			return path
		}
	}
	missing(t, candidates[0])
	return ""
}

func missing(t testing.TB, what string) {
	t.Helper()
	if os.Getenv("SPOTCHECK_ORACLES") == "1" {
		t.Fatalf("%s is not installed, but SPOTCHECK_ORACLES=1", what)
	}
	t.Skipf("%s is not installed", what)
}

// resaved lets LibreOffice open workbooks and save them anew.
func resaved(t testing.TB, list ...[]byte) [][]byte {
	t.Helper()
	office := program(t, "soffice", "libreoffice")
	dir := t.TempDir()
	args := []string{"-env:UserInstallation=file://" + filepath.Join(dir, "profile"), "--headless", "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", filepath.Join(dir, "out")}
	for i, data := range list {
		name := filepath.Join(dir, fmt.Sprintf("%d.xlsx", i))
		if err := os.WriteFile(name, data, 0o600); err != nil {
			t.Fatal(err)
		}
		args = append(args, name)
	}
	text, err := exec.Command(office, args...).CombinedOutput()
	if err != nil {
		t.Fatalf("%v: %s", err, text)
	}
	out := make([][]byte, len(list))
	for i := range list {
		if out[i], err = os.ReadFile(filepath.Join(dir, "out", fmt.Sprintf("%d.xlsx", i))); err != nil {
			t.Fatalf("%v: %s", err, text)
		}
	}
	return out
}

// python runs a script with openpyxl on a workbook; it prints, and saves what the
// script saves.
func python(t testing.TB, data []byte, script string) (saved []byte, printed string) {
	t.Helper()
	tool := program(t, "/usr/bin/python3", "python3")
	if exec.Command(tool, "-c", "import openpyxl").Run() != nil {
		missing(t, "openpyxl")
	}
	dir := t.TempDir()
	in, out := filepath.Join(dir, "in.xlsx"), filepath.Join(dir, "out.xlsx")
	if err := os.WriteFile(in, data, 0o600); err != nil {
		t.Fatal(err)
	}
	text, err := exec.Command(tool, "-c", "import sys, openpyxl\nbook = openpyxl.load_workbook(sys.argv[1])\n"+script+"\nbook.save(sys.argv[2])\n", in, out).CombinedOutput()
	if err != nil {
		t.Fatalf("%v: %s", err, text)
	}
	if saved, err = os.ReadFile(out); err != nil {
		t.Fatal(err)
	}
	return saved, string(text)
}
