package sheet

import (
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

// TestSavedByLibreOffice opens and saves the assorted file in LibreOffice.
func TestSavedByLibreOffice(t *testing.T) {
	office := oracle(t, "soffice", "libreoffice")
	dir := t.TempDir()
	in := filepath.Join(dir, "masuk.xlsx")
	if err := os.WriteFile(in, assortedFile(t), 0o600); err != nil {
		t.Fatal(err)
	}
	run(t, exec.Command(office, "-env:UserInstallation=file://"+filepath.Join(dir, "profile"), "--headless",
		"--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", filepath.Join(dir, "keluar"), in))
	data, err := os.ReadFile(filepath.Join(dir, "keluar", "masuk.xlsx"))
	if err != nil {
		t.Fatal(err)
	}
	checkAssorted(t, sameAsExcelize(t, data), true)
}

// TestSavedByOpenpyxl does the same with openpyxl, which does not compute.
func TestSavedByOpenpyxl(t *testing.T) {
	python := oracle(t, "/usr/bin/python3", "python3")
	if err := exec.Command(python, "-c", "import openpyxl").Run(); err != nil {
		absent(t, "openpyxl")
	}
	dir := t.TempDir()
	in, out := filepath.Join(dir, "masuk.xlsx"), filepath.Join(dir, "keluar.xlsx")
	if err := os.WriteFile(in, assortedFile(t), 0o600); err != nil {
		t.Fatal(err)
	}
	run(t, exec.Command(python, "-c", "import openpyxl,sys; openpyxl.load_workbook(sys.argv[1]).save(sys.argv[2])", in, out))
	data, err := os.ReadFile(out)
	if err != nil {
		t.Fatal(err)
	}
	checkAssorted(t, sameAsExcelize(t, data), false)
}

// oracle finds the first of several programs, or skips the test.
func oracle(t *testing.T, names ...string) string {
	t.Helper()
	for _, name := range names {
		if path, err := exec.LookPath(name); err == nil {
			return path
		}
	}
	absent(t, names[0])
	return ""
}

func absent(t *testing.T, what string) {
	t.Helper()
	if os.Getenv("SPOTCHECK_ORACLES") == "1" {
		t.Fatalf("%s is not installed, and SPOTCHECK_ORACLES=1 demands it", what)
	}
	t.Skipf("SKIPPED: %s is not installed", what)
}

func run(t *testing.T, c *exec.Cmd) {
	t.Helper()
	if out, err := c.CombinedOutput(); err != nil {
		t.Fatalf("%v: %v\n%s", c.Args, err, out)
	}
}
