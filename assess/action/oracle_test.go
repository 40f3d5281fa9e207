package action_test

import (
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"spotcheck/assess/action"
	"spotcheck/indicators/oracle"
)

// LibreOffice opens the workbook and saves it anew, and the same is read.
func TestLibreOfficeResave(t *testing.T) {
	office := oracle.Program(t, "soffice", "libreoffice")
	p := plan(t)
	entries := someEntries(rand.New(rand.NewPCG(4, 4)), p)
	data := edit(t, blank(t, p), func(h hand) {
		for _, e := range entries {
			h.reply(e)
		}
	})
	dir := t.TempDir()
	in, out := filepath.Join(dir, "f.xlsx"), filepath.Join(dir, "out")
	if err := os.WriteFile(in, data, 0o600); err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(office, "-env:UserInstallation=file://"+filepath.Join(dir, "profile"),
		"--headless", "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", out, in)
	if text, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, text)
	}
	saved, err := os.ReadFile(filepath.Join(out, "f.xlsx"))
	if err != nil {
		t.Fatal(err)
	}
	got, list := action.Read("f.xlsx", saved, expect(p))
	if len(entries) < 2 || len(list) > 0 {
		t.Fatal(len(entries), list)
	}
	if d := cmp.Diff(told(&action.Filled{Entries: entries}, nil), told(got, nil)); d != "" {
		t.Error(d)
	}
}

// openpyxl, as scripts of others do, looks at the workbook and fills it cell by cell.
const fillByPython = `
import sys, datetime, openpyxl
book = openpyxl.load_workbook(sys.argv[1])
ws = book["Rencana aksi"]
heads = {c.value: c.column for c in ws[5]}
def put(unit, code, head, value):
    for row in ws.iter_rows(min_row=6):
        if row[0].value == unit and row[2].value == code:
            row[heads[head] - 1].value = value
            return
    raise SystemExit("no row %s %s" % (unit, code))
assert ws.protection.sheet and ws.protection.password is None
assert not ws.cell(6, heads["Status"]).protection.locked and ws.cell(6, heads["Kondisi"]).protection.locked
assert not ws.cell(6, heads["Sebab"]).protection.locked and ws.cell(6, heads["Kode unit"]).protection.locked
assert len(ws.data_validations.dataValidation) == 4, len(ws.data_validations.dataValidation)
lists = [v.formula1 for v in ws.data_validations.dataValidation if v.type == "list"]
assert lists == ['"ya,tidak"', '"Sesuai,Belum sesuai,Belum ditindaklanjuti,Tidak dapat ditindaklanjuti"'], lists
assert ws.print_title_rows == "$4:$5" and ws.print_title_cols == "$A:$D", (ws.print_title_rows, ws.print_title_cols)
assert ws.page_setup.paperSize == 9 and ws.page_setup.orientation == "landscape"
assert [b.id for b in ws.col_breaks.brk] == [12], ws.col_breaks
assert ws.freeze_panes == "E6", ws.freeze_panes
assert ws.cell(6, heads["Tenggat"]).value == datetime.datetime(2026, 10, 30), ws.cell(6, heads["Tenggat"]).value
assert ws.cell(6, heads["Hari kerja"]).value == u"\u2013" and ws.cell(7, heads["Hari kerja"]).value == 1
assert abs(ws.cell(6, heads["Poin unit"]).value - 3.2) < 1e-12
assert book["_spotcheck"].sheet_state == "veryHidden"
put("DINKES", sys.argv[3], "Diterima", "ya")
put("DINKES", sys.argv[3], "Tenggat yang disepakati", datetime.date(2026, 12, 1))
put("PKM-1", sys.argv[3], "Status", "Tidak dapat ditindaklanjuti")
put("PKM-1", sys.argv[3], "Tindak lanjut", "Layanannya ditutup")
ws.insert_rows(3)
book.save(sys.argv[2])
`

func TestOpenpyxlFill(t *testing.T) {
	python := oracle.Program(t, "/usr/bin/python3", "python3")
	if exec.Command(python, "-c", "import openpyxl").Run() != nil {
		oracle.Missing(t, "openpyxl")
	}
	p, dir := plan(t), t.TempDir()
	in, out := filepath.Join(dir, "in.xlsx"), filepath.Join(dir, "out.xlsx")
	if err := os.WriteFile(in, blank(t, p), 0o600); err != nil {
		t.Fatal(err)
	}
	if text, err := exec.Command(python, "-c", fillByPython, in, out, p.Items[0].Indicator).CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, text)
	}
	saved, err := os.ReadFile(out)
	if err != nil {
		t.Fatal(err)
	}
	got, list := action.Read("f.xlsx", saved, expect(p))
	if len(list) > 0 {
		t.Fatal(list)
	}
	const want = "DINKES A1||ya||2026-12-01||||\nPKM-1 A1|||||Layanannya ditutup||Tidak dapat ditindaklanjuti|\n"
	if d := cmp.Diff(want, told(got, nil)); d != "" {
		t.Error(d)
	}
}
