package workbook_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"spotcheck/indicators/library"
	"spotcheck/indicators/oracle"
)

// through lets another program read a workbook and write it anew.
func through(t *testing.T, data []byte, command func(dir, in, out string) *exec.Cmd) []byte {
	t.Helper()
	dir := t.TempDir()
	in, out := filepath.Join(dir, "f.xlsx"), filepath.Join(dir, "out", "f.xlsx")
	if err := os.Mkdir(filepath.Dir(out), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(in, data, 0o600); err != nil {
		t.Fatal(err)
	}
	if text, err := command(dir, in, out).CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, text)
	}
	return file(t, out)
}

// A workbook that LibreOffice saved anew holds the same instrument.
func TestLibreOfficeResave(t *testing.T) {
	office := oracle.Program(t, "soffice", "libreoffice")
	sources := map[string][]byte{full: file(t, full), variant: file(t, variant)}
	sources[library.Default], _ = library.Source(library.Default)
	for name, source := range sources {
		book := write(t, value(t, source))
		saved := through(t, book, func(dir, in, out string) *exec.Cmd {
			return exec.Command(office, "-env:UserInstallation=file://"+filepath.Join(dir, "profile"),
				"--headless", "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", filepath.Dir(out), in)
		})
		want, list := imported(t, book)
		if want == "" {
			t.Fatal(list)
		}
		got, list := imported(t, saved)
		if d := cmp.Diff(want, got); d != "" || len(list) > 0 {
			t.Errorf("%s: %v\n%s", name, list, d)
		}
	}
}

// A script of somebody else changes one cell.
const changeOneCell = `
import sys, openpyxl
book = openpyxl.load_workbook(sys.argv[1])
ws = book["Simpul"]
heads = [c.value for c in ws[1]]
for row in ws.iter_rows(min_row=2):
    if row[heads.index("Kode")].value == "A2":
        row[heads.index("Pertanyaan")].value = "=Berapa (baru)?"
        row[heads.index("Pertanyaan")].data_type = "s"
assert ws.freeze_panes == "D2", ws.freeze_panes
assert len(ws.data_validations.dataValidation) > 5, ws.data_validations.dataValidation
assert ws.dimensions.startswith("A1:"), ws.dimensions
assert all(ws.row_dimensions[r].height for r in range(2, 7)), "no heights"
book.save(sys.argv[2])
`

func TestOpenpyxlEdit(t *testing.T) {
	python := oracle.Program(t, "/usr/bin/python3", "python3")
	if exec.Command(python, "-c", "import openpyxl").Run() != nil {
		oracle.Missing(t, "openpyxl")
	}
	saved := through(t, write(t, value(t, file(t, full))), func(_, in, out string) *exec.Cmd {
		return exec.Command(python, "-c", changeOneCell, in, out)
	})
	want := strings.Replace(string(file(t, full)), `"Berapa?"`, `"=Berapa (baru)?"`, 1)
	got, list := imported(t, saved)
	if d := cmp.Diff(want, got); d != "" || len(list) > 0 {
		t.Errorf("%v\n%s", list, d)
	}
}
