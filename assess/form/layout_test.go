package form_test

import (
	"math/rand/v2"
	"testing"

	"github.com/google/go-cmp/cmp"

	"spotcheck/assess/form"
	"spotcheck/assess/sheet"
)

// block reads the cells of rows from to to of a sheet.
func (h hand) block(name string, from, to int) [][]string {
	h.t.Helper()
	var out [][]string
	for row := from; row <= to; row++ {
		var cells []string
		for col := 1; col <= 14; col++ {
			text, err := h.GetCellValue(name, sheet.Ref(row, col))
			h.ok(err)
			cells = append(cells, text)
		}
		out = append(out, cells)
	}
	return out
}

func (h hand) paste(name string, from int, block [][]string) {
	h.t.Helper()
	for i, cells := range block {
		for j, text := range cells {
			h.ok(h.SetCellStr(name, sheet.Ref(from+i, j+1), text))
		}
	}
}

// What people do to sheets changes where answers stand, never what they say.
func TestLayoutDoesNotMatter(t *testing.T) {
	s := spec(t)
	filled := edit(t, blankForm(t, s), fillAll)
	for name, do := range map[string]func(hand){
		"rows inserted above the heads": func(h hand) {
			h.ok(h.InsertRows("Penilaian", 1, 7))
			h.ok(h.SetCellStr("Penilaian", "A2", "Catatan rapat: Jawaban sementara"))
		},
		"rows inserted between": func(h hand) {
			for _, row := range []int{10, 8, 6} {
				h.ok(h.InsertRows("Penilaian", row, 2))
				h.ok(h.InsertRows("Produk", row, 1))
			}
		},
		"rows of Identitas inserted": func(h hand) { h.ok(h.InsertRows("Identitas", 12, 3)); h.ok(h.InsertRows("Identitas", 2, 1)) },
		"columns inserted": func(h hand) {
			for _, col := range []string{"I", "E", "B", "A"} {
				h.ok(h.InsertCols("Penilaian", col, 1))
				h.ok(h.InsertCols("Responden", col, 2))
			}
			h.ok(h.InsertCols("Identitas", "B", 1))
		},
		"rows sorted and shuffled": func(h hand) {
			for _, name := range []string{"Penilaian", "Produk", "Responden"} {
				block := h.block(name, 5, 12)
				rand.New(rand.NewPCG(1, 2)).Shuffle(len(block), func(i, j int) { block[i], block[j] = block[j], block[i] })
				h.paste(name, 5, block)
			}
		},
		"rows and columns hidden": func(h hand) {
			for row := 5; row <= 9; row++ {
				h.ok(h.SetRowVisible("Penilaian", row, false))
				h.ok(h.SetRowVisible("Produk", row, false))
			}
			h.ok(h.SetColVisible("Penilaian", "C:E", false))
		},
		"columns moved": func(h hand) {
			block := h.block("Produk", 4, 12)
			for _, row := range block {
				row[0], row[1], row[6], row[8], row[10] = row[6], row[10], row[8], row[0], row[1]
			}
			h.paste("Produk", 4, block)
		},
		"heads in another case and spacing": func(h hand) {
			h.ok(h.SetCellStr("Penilaian", "A4", " KODE"))
			h.ok(h.SetCellStr("Penilaian", "G4", "Catatan /\nalasan TB "))
			h.ok(h.SetCellStr("Penilaian", "I4", "hasil  Verifikasi"))
		},
		"columns that nobody reads removed": func(h hand) { h.ok(h.RemoveCol("Penilaian", "H")); h.ok(h.RemoveCol("Penilaian", "C")) },
		"sheets in another order":           func(h hand) { h.ok(h.MoveSheet("_spotcheck", "Petunjuk")); h.ok(h.MoveSheet("Responden", "Identitas")) },
		"hidden sheets shown and the guide deleted": func(h hand) {
			h.ok(h.SetSheetVisible("_spotcheck", true))
			h.ok(h.DeleteSheet("Petunjuk"))
		},
	} {
		t.Run(name, func(t *testing.T) {
			got, list := form.Read("f.xlsx", edit(t, filled, do), expect(s))
			if len(list) > 0 {
				t.Fatal(list)
			}
			if d := cmp.Diff(allAnswers, answers(got)); d != "" {
				t.Error(d)
			}
		})
	}
}
