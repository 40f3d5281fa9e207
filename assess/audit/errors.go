package audit

import (
	"fmt"

	"spotcheck/assess/audit/formula"
)

// errorWords explain the errors that a cell may show.
var errorWords = map[string]struct{ what, remedy string }{
	"#REF!":   {"Sel yang dirujuk telah dihapus", "Tulis ulang rujukannya"},
	"#DIV/0!": {"Membagi dengan nol atau sel kosong", "Isi pembaginya, atau beri syarat IF bila memang boleh kosong"},
	"#N/A":    {"Nilai yang dicari tidak ditemukan", "Samakan ejaan kunci dengan tabel acuannya"},
	"#NAME?":  {"Nama fungsi atau rentang tidak dikenal", "Perbaiki nama fungsinya"},
	"#VALUE!": {"Jenis isinya tidak cocok, misalnya teks dihitung sebagai angka", "Periksa sel yang dirujuk: angka harus tersimpan sebagai angka"},
	"#NUM!":   {"Hasilnya di luar jangkauan", "Periksa angka yang dirujuk"},
	"#NULL!":  {"Rentangnya tidak beririsan", "Periksa spasi di antara rujukan"},
}

// spot is a cell of the workbook.
type spot struct {
	page int
	cell int32
}

// errorCells notes cells that show an error and are not followers of one.
func (b *book) errorCells(r *Report) {
	roots := map[spot]int{} // finding of an error cell, its own or its root's
	for at, p := range b.pages {
		for i := range p.cells {
			if c := &p.cells[i]; c.form == 0 && c.v.Sort == formula.Err {
				roots[spot{at, int32(i)}] = b.add(errorAt(c.v.Text, ""), at, int(c.row), int(c.col))
			}
		}
	}
	seen := make([]bool, len(b.formulas))
	for _, f := range b.order {
		seen[f] = true
		b.errorFormula(r, &b.formulas[f], roots)
	}
	for i := range b.formulas {
		if !seen[i] {
			b.errorFormula(r, &b.formulas[i], roots)
		}
	}
}

func (b *book) errorFormula(r *Report, c *calc, roots map[spot]int) {
	at := b.cellOf(c)
	shown := at.v
	if at.missing && c.known {
		shown = c.value
	}
	own := spot{c.page, c.cell}
	if shown.Sort != formula.Err {
		if b.lostReference(c) {
			b.add(Finding{Severity: Doubtful, Kind: ErrorCell, Formula: b.textOf(c), Found: shown.Show(),
				Message: "Rumus memuat #REF!: sel yang dirujuk telah dihapus, walau galatnya tidak tampak", Remedy: "Tulis ulang rujukannya"}, c.page, int(at.row), int(at.col))
		}
		return
	}
	if root, ok := b.errorRoot(c, roots); ok {
		roots[own] = root
		b.follow(root)
		r.Followers++
		return
	}
	f := errorAt(shown.Text, b.textOf(c))
	if c.known && c.value.Sort != formula.Err {
		f.Expected = c.value.Show()
	}
	roots[own] = b.add(f, c.page, int(at.row), int(at.col))
}

func errorAt(name, text string) Finding {
	w, ok := errorWords[name]
	if !ok {
		w.what, w.remedy = "Sel menampilkan galat", "Periksa rumusnya"
	}
	f := Finding{Severity: Wrong, Kind: ErrorCell, Formula: text, Found: name, Message: w.what, Remedy: w.remedy}
	if text == "" {
		f.Message, f.Remedy = fmt.Sprintf("Galat %s diketik atau ditempel sebagai nilai", name), "Isi nilai yang benar"
	}
	return f
}

// errorRoot is the finding of the first error that a formula refers to; ok is
// false if there is none.
func (b *book) errorRoot(c *calc, roots map[spot]int) (found int, ok bool) {
	b.areas(c, func(page int, a formula.Area) {
		if ok || b.work < 0 {
			return
		}
		p := b.pages[page]
		b.work -= p.between(a, func(d *cell) bool {
			if d.v.Sort == formula.Err || d.missing {
				found, ok = roots[spot{page, int32(p.find(int(d.row), int(d.col)))}]
			}
			return !ok
		})
	})
	return found, ok
}

// lostReference reports whether a formula holds #REF!.
func (b *book) lostReference(c *calc) bool {
	lost := false
	if c.shape >= 0 {
		b.trees[c.shape].Walk(func(n *formula.Node) bool {
			lost = lost || n.Op == formula.ErrorValue && n.Text == "#REF!"
			return !lost
		})
	}
	return lost
}
