package form_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"spotcheck/assess/form"
	"spotcheck/indicators/oracle"
)

// resave lets LibreOffice open a workbook, compute it and save it anew.
func resave(t *testing.T, data []byte) []byte {
	t.Helper()
	office := oracle.Program(t, "soffice", "libreoffice")
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
	return saved
}

func TestLibreOfficeResave(t *testing.T) {
	s := spec(t)
	saved := resave(t, edit(t, blankForm(t, s), fillAll))
	got, list := form.Read("f.xlsx", saved, expect(s))
	if len(list) > 0 {
		t.Fatal(list)
	}
	if d := cmp.Diff(allAnswers, answers(got)); d != "" {
		t.Error(d)
	}
	edit(t, saved, func(h hand) { // LibreOffice has computed every formula by now
		for _, c := range []struct{ want, sheet, head, code, slot string }{
			{"terisi", "Penilaian", "Status", "A1.1", ""},
			{"TB", "Penilaian", "Status", "A1.2", ""},
			{"terisi", "Penilaian", "Status", "A1.3", ""},
			{"terisi", "Produk", "Status", "A2.2", "P2"},
			{"KOSONG", "Responden", "Status", "B1.2", "R1"},
			{"terisi", "Responden", "Status", "B1.2", "R2"},
			{"KOSONG", "Responden", "Status", "B1.1", "R2"},
			{"Santunan Kematian", "Produk", "Nama produk", "A2.1", "P1"},
			{"Terisi 10 dari 12", "Identitas", "Isian", "Seluruhnya", ""},
		} {
			key := []string{c.code}
			if c.slot != "" {
				key = append(key, c.slot)
			}
			shown, err := h.GetCellValue(c.sheet, h.find(c.sheet, c.head, key...))
			h.ok(err)
			if shown != c.want {
				t.Errorf("%v: LibreOffice computes %q", c, shown)
			}
		}
	})
}

// Names of sheets with spaces stand in formulas, and samples have a status of
// their own.
func TestLibreOfficeResaveGroups(t *testing.T) {
	s := groupSpec(t)
	saved := resave(t, edit(t, blankForm(t, s), fillGroups))
	got, list := form.Read("f.xlsx", saved, expect(s))
	if len(list) > 0 {
		t.Fatal(list)
	}
	if d := cmp.Diff(groupAnswers, answers(got)); d != "" {
		t.Error(d)
	}
	edit(t, saved, func(h hand) {
		for _, c := range []struct {
			want, sheet, head string
			key               []string
		}{
			{"terisi", usersSheet, "Status", []string{"prosedur", "R1"}},
			{"KOSONG", usersSheet, "Status", []string{"prosedur", "R2"}},
			{"–", usersSheet, "Status", []string{"prosedur", "R3"}},
			{"KOSONG", usersSheet, "Status", []string{"biaya", "R1"}},
			{"TB", usersSheet, "Status", []string{"biaya", "R3"}},
			{"pemohon, loket 1", usersSheet, "Keterangan responden", []string{"biaya", "R1"}},
			{"terisi", staffSheet, "Status", []string{"L1", "PG2"}},
			{"Terisi 2 dari 5", "Identitas", "Isian", []string{"Lembar " + usersSheet}},
			{"Terisi 1 dari 2", "Identitas", "Isian", []string{"Lembar " + staffSheet}},
			{"Terisi 6 dari 10", "Identitas", "Isian", []string{"Seluruhnya"}},
		} {
			shown, err := h.GetCellValue(c.sheet, h.find(c.sheet, c.head, c.key...))
			h.ok(err)
			if shown != c.want {
				t.Errorf("%v: LibreOffice computes %q", c, shown)
			}
		}
	})
}

func TestLibreOfficeResaveKeepsProblems(t *testing.T) {
	s := spec(t)
	bad := edit(t, blankForm(t, s), func(h hand) {
		h.answer(1.5, "Penilaian", "A1.1")
		h.answer("TB", "Penilaian", "A1.2")
		h.answer("1", "Produk", "A2.1", "P2")
		h.ok(h.SetCellFormula("Penilaian", "E9", "1/0"))
		h.ok(h.SetCellFormula("Penilaian", "I7", "1+1"))
		h.ok(h.SetCellStr("Penilaian", "A10", "A9.9"))
		h.answer("1", "Penilaian", "A9.9")
	})
	got, list := form.Read("f.xlsx", resave(t, bad), expect(s))
	const want = `Penilaian!I7 | A1.1 | verifikasi | 2 |  | 
S211 Penilaian!A4 1 baris tidak ada di lembar: A1.4
S301 Penilaian!E7 A1.1: jawaban tidak ada dalam skala
S305 Penilaian!I7 A1.1: jawaban dihitung oleh rumus
S303 Penilaian!E8 A1.2: TB (tidak berlaku) tanpa alasan; tulis alasannya di G8
S306 Penilaian!E9 A1.3: sel jawaban berisi galat
S209 Penilaian!A10 Kode "A9.9" tidak dikenal, padahal barisnya terisi
S308 Produk!G11 1 jawaban untuk P2, tetapi nama produk P2 di lembar Identitas kosong
`
	if d := cmp.Diff(want, tell(got, list)); d != "" {
		t.Error(d)
	}
}

// openpyxl, as scripts of others do, fills the form cell by cell.
const fillByPython = `
import sys, openpyxl
book = openpyxl.load_workbook(sys.argv[1])
def put(sheet, key, head, value):
    ws = book[sheet]
    cols = {}
    for row in ws.iter_rows():
        texts = [c.value for c in row]
        if head in texts and not cols:
            cols = {t: i for i, t in enumerate(texts)}
        elif cols and texts[:len(key)] == key:
            row[cols[head]].value = value
            return
    raise SystemExit("no row %r in %s" % (key, sheet))
put("Identitas", ["P1"], "Isian", "KTP")
put("Penilaian", ["A1.1"], "Jawaban", "2 = Lengkap")
put("Penilaian", ["A1.3"], "Jawaban", 87.4)
put("Penilaian", ["A1.2"], "Jawaban", "TB")
put("Penilaian", ["A1.2"], "Catatan / alasan TB", "nihil")
put("Penilaian", ["A1.1"], "Hasil verifikasi", 0)
put("Produk", ["A2.2", "P1"], "Jawaban", 0.5)
put("Responden", ["B1.1", "R1"], "Jawaban", "1")
book["Penilaian"].insert_rows(6)
ws = book["Penilaian"]
assert ws.protection.sheet and ws.protection.password is None
assert len(ws.data_validations.dataValidation) == 8, len(ws.data_validations.dataValidation)
assert ws.print_title_rows == "$3:$4", ws.print_title_rows
assert ws.page_setup.paperSize == 9 and ws.page_setup.orientation == "landscape" and ws.page_setup.fitToHeight == 0
assert ws.freeze_panes == "B5", ws.freeze_panes
assert ws.dimensions == "A1:J11", ws.dimensions
assert book["_spotcheck"].sheet_state == "veryHidden"
book.save(sys.argv[2])
`

func TestOpenpyxlFill(t *testing.T) {
	python := oracle.Program(t, "/usr/bin/python3", "python3")
	if exec.Command(python, "-c", "import openpyxl").Run() != nil {
		oracle.Missing(t, "openpyxl")
	}
	s, dir := spec(t), t.TempDir()
	in, out := filepath.Join(dir, "in.xlsx"), filepath.Join(dir, "out.xlsx")
	if err := os.WriteFile(in, blankForm(t, s), 0o600); err != nil {
		t.Fatal(err)
	}
	if text, err := exec.Command(python, "-c", fillByPython, in, out).CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, text)
	}
	saved, err := os.ReadFile(out)
	if err != nil {
		t.Fatal(err)
	}
	const want = `A1.1 | mandiri | 2 |  | 
A1.1 | verifikasi | 0 |  | 
A1.2 | mandiri | TB | nihil | 
A1.3 | mandiri | 87.4 |  | 
A2.2 ktp | mandiri | 0.5 |  | 
B1.1 R1 | mandiri | 1 |  | `
	got, list := form.Read("f.xlsx", saved, expect(s))
	if len(list) > 0 {
		t.Fatal(list)
	}
	if d := cmp.Diff(want, answers(got)); d != "" {
		t.Error(d)
	}
}
