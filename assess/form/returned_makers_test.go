package form_test

import (
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"spotcheck/indicators/oracle"
)

// maker is a program that saves forms, with what it saves them as.
type maker string

const (
	byExcelize   maker = "excelize"
	byHand       maker = "hand-edited XML"
	byOpenpyxl   maker = "openpyxl"
	byXlsxwriter maker = "xlsxwriter"
	byOffice     maker = "LibreOffice xlsx"
	byOfficeXLSM maker = "LibreOffice xlsm"
	byOfficeXLTX maker = "LibreOffice xltx"
	byOfficeODS  maker = "LibreOffice ods"
	byOfficeFODS maker = "LibreOffice fods"
	byOfficeXLS  maker = "LibreOffice xls"
	byOfficeCSV  maker = "LibreOffice csv"
	byOfficeHTML maker = "LibreOffice html"
	byOfficePDF  maker = "LibreOffice pdf"
)

var (
	everyMaker = []maker{byExcelize, byOpenpyxl, byXlsxwriter, byOffice}
	anyEditor  = []maker{byExcelize, byOpenpyxl, byOffice}
)

// job is one form for a maker, and what it does to it besides saving.
type job struct {
	data []byte
	do   string
}

// filters are what LibreOffice calls its formats.
var filters = map[maker]struct{ ending, filter string }{
	byOffice:     {"xlsx", "Calc MS Excel 2007 XML"},
	byOfficeXLSM: {"xlsm", "Calc MS Excel 2007 VBA XML"},
	byOfficeXLTX: {"xltx", "Calc MS Excel 2007 XML Template"},
	byOfficeODS:  {"ods", "calc8"},
	byOfficeFODS: {"fods", "OpenDocument Spreadsheet Flat XML"},
	byOfficeXLS:  {"xls", "MS Excel 97"},
	byOfficeCSV:  {"csv", "Text - txt - csv (StarCalc)"},
	byOfficeHTML: {"html", "HTML (StarCalc)"},
	byOfficePDF:  {"pdf", "calc_pdf_Export"},
}

// save lets the maker save all the jobs, in one go: programs start slowly. The
// profile is where LibreOffice keeps its settings.
func (m maker) save(t *testing.T, profile string, jobs []job) [][]byte {
	t.Helper()
	switch {
	case m == byExcelize, m == byHand:
		out := make([][]byte, len(jobs))
		for i, j := range jobs {
			out[i] = j.data
		}
		return out
	case m == byOpenpyxl, m == byXlsxwriter:
		return savePython(t, string(m), jobs)
	}
	return saveOffice(t, profile, filters[m].ending, filters[m].filter, jobs)
}

func saveOffice(t *testing.T, profile, ending, filter string, jobs []job) [][]byte {
	t.Helper()
	office := oracle.Program(t, "soffice", "libreoffice")
	dir := t.TempDir()
	args := []string{"-env:UserInstallation=file://" + profile, "--headless",
		"--convert-to", ending + ":" + filter, "--outdir", filepath.Join(dir, "out")}
	run(t, exec.Command(office, append(args, written(t, dir, jobs)...)...))
	return collected(t, filepath.Join(dir, "out"), ending, len(jobs))
}

// savePython runs testdata/kembali/save_NAME.py with a list of jobs: files in and out,
// and what to do besides.
func savePython(t *testing.T, name string, jobs []job) [][]byte {
	t.Helper()
	python := oracle.Program(t, "/usr/bin/python3", "python3")
	for _, module := range []string{"openpyxl", name} { // xlsxwriter cannot read
		if exec.Command(python, "-c", "import "+module).Run() != nil {
			oracle.Missing(t, module)
		}
	}
	dir := t.TempDir()
	var list [][3]string
	for i, in := range written(t, dir, jobs) {
		list = append(list, [3]string{in, filepath.Join(dir, "out", fmt.Sprintf("%04d.xlsx", i)), jobs[i].do})
	}
	if err := os.Mkdir(filepath.Join(dir, "out"), 0o700); err != nil {
		t.Fatal(err)
	}
	text, err := json.Marshal(list)
	if err != nil {
		t.Fatal(err)
	}
	run(t, exec.Command(python, "testdata/kembali/save_"+name+".py", string(text)))
	return collected(t, filepath.Join(dir, "out"), "xlsx", len(jobs))
}

func run(t *testing.T, c *exec.Cmd) {
	t.Helper()
	if text, err := c.CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, text)
	}
}

// written writes the jobs as files.
func written(t *testing.T, dir string, jobs []job) []string {
	t.Helper()
	out := make([]string, len(jobs))
	for i, j := range jobs {
		out[i] = filepath.Join(dir, fmt.Sprintf("%04d.xlsx", i))
		if err := os.WriteFile(out[i], j.data, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return out
}

// collected reads the files that came out.
func collected(t *testing.T, dir, ending string, n int) [][]byte {
	t.Helper()
	out := make([][]byte, n)
	for i := range out {
		data, err := os.ReadFile(filepath.Join(dir, fmt.Sprintf("%04d.%s", i, ending)))
		if err != nil {
			t.Fatal(err)
		}
		out[i] = data
	}
	return out
}
