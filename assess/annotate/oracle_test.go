package annotate_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"
)

// Every answer, note and identity of the copy is the original's, whatever saved
// the original, and whatever saves the copy.
func TestCopiesOfOtherPrograms(t *testing.T) {
	originals := map[string][]byte{"LibreOffice": resaved(t, settled(t))[0]}
	originals["openpyxl"], _ = python(t, settled(t), "")
	originals["LibreOffice and openpyxl"], _ = python(t, originals["LibreOffice"], "book['Penilaian'].insert_rows(6)")
	var copies [][]byte
	for _, name := range sorted(originals) {
		data := originals[name]
		if _, list := read(t, data); len(list) < 8 {
			t.Fatalf("%s: only %d problems: %v", name, len(list), list)
		}
		marked := annotated(t, data)
		same(t, data, marked)
		saved, _ := python(t, marked, "")
		same(t, data, saved)
		copies = append(copies, marked)
	}
	saved := resaved(t, copies...)
	for i, name := range sorted(originals) {
		same(t, originals[name], saved[i])
	}
}

// listCells prints every cell of every sheet but the list with its style, as
// openpyxl sees them.
const listCells = `
for ws in book:
    if ws.title != "Masalah":
        for row in ws.iter_rows():
            for c in row:
                print(ws.title, c.coordinate, repr(c.value), c.number_format, c.fill.fgColor.rgb, c.font.b, c.protection.locked, c.alignment.wrap_text)
        print(ws.title, ws.protection.sheet, ws.freeze_panes, ws.print_title_rows, ws.auto_filter.ref, ws.sheet_state, len(ws.data_validations.dataValidation))
`

func TestOpenpyxlSeesTheSameCells(t *testing.T) {
	for name, data := range map[string][]byte{"excelize": slips(t), "LibreOffice": resaved(t, slips(t))[0]} {
		_, before := python(t, data, listCells)
		_, after := python(t, annotated(t, data), listCells)
		if d := cmp.Diff(before, after); d != "" || len(before) < 1000 {
			t.Errorf("%s: %s", name, d)
		}
	}
}

func TestOpenpyxlSeesTheMarks(t *testing.T) {
	_, got := python(t, annotated(t, slips(t)), `
ws = book["Penilaian"]
print(book.active.title, [w.title for w in book if w.sheet_view.tabSelected])
print(repr(ws["E7"].comment.text), ws["E7"].comment.author)
for area in ws.conditional_formatting:
    for rule in area.rules:
        if rule.formula == ['N("spotcheck")=0']:
            print(area.sqref, rule.dxf.fill.bgColor.rgb, rule.dxf.border.left.style)
ws = book["Masalah"]
print(ws["C10"].value, ws["C10"].hyperlink.location, ws["D10"].value, ws.freeze_panes, ws.page_setup.orientation, ws.dimensions)
`)
	const want = `Masalah ['Masalah']
'spotcheck S301 (galat)\nA1.1: jawaban tidak ada dalam skala.\nPerbaikan: Pilih jawaban dari daftar pilihan di sel itu. Yang diterima: 0 = Tidak ada, 1 = Sebagian, 2 = Lengkap.' spotcheck
A4 E7 E8 I9 A10 FFFFC7CE thin
F7 FFFFE699 thin
E7 'Penilaian'!E7 9 A8 landscape A1:F16
`
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
}

// LibreOffice draws the notes at their cells and paints the colours.
func TestLibreOfficeKeepsTheMarks(t *testing.T) {
	marked := annotated(t, slips(t))
	edit(t, resaved(t, marked)[0], func(f *excelize.File) error {
		notes, err := f.GetComments("Penilaian")
		if err != nil {
			return err
		}
		var got []string
		for _, n := range notes {
			first, _, _ := strings.Cut(strings.TrimSpace(words(n)), "\n")
			got = append(got, fmt.Sprint(n.Cell, " ", first))
		}
		want := []string{"A4 spotcheck S211 (galat)", "A10 spotcheck S209 (galat)", "E7 spotcheck S301 (galat)", "E8 spotcheck S303 (galat)",
			"F7 spotcheck S311 (peringatan)", "I9 spotcheck S304 (galat)"}
		if d := cmp.Diff(want, got); d != "" {
			t.Error(d)
		}
		if got := coloured(t, f, "Penilaian"); len(got) == 0 {
			t.Error("no colours")
		}
		if linked, target, err := f.GetCellHyperLink("Masalah", "C10"); !linked || err != nil || !strings.Contains(target, "Penilaian") {
			t.Errorf("link %q, %v", target, err)
		}
		return nil
	})
}
