package audit

import (
	"fmt"
	"regexp"
	"strings"

	"spotcheck/assess/audit/formula"
	"spotcheck/assess/sheet"
)

// numberText is a number as people type it here: with points or commas for
// decimals and thousands, a sign, a per cent.
var numberText = regexp.MustCompile(`^[+-]?(\d+([.,]\d+)?|\d{1,3}(\.\d{3})+(,\d+)?|\d{1,3}(,\d{3})+(\.\d+)?)\s*%?$`)

// looksNumber reports whether a text would be taken for a number by a reader.
func looksNumber(s string) bool {
	if len(s) > 40 {
		return false
	}
	s = strings.TrimSpace(strings.NewReplacer("\u00a0", " ", "\u202f", " ", "'", "", "\u2019", "").Replace(s))
	return numberText.MatchString(s)
}

// textNumbers finds numbers stored as text: those that a total passes over, and
// those among numbers.
func (b *book) textNumbers(at int) {
	passed := b.passedOver(at)
	p := b.pages[at]
	for _, col := range p.columns {
		for from := 0; from < len(col.cells); {
			to := from + 1
			for to < len(col.cells) && p.cells[col.cells[to]].row == p.cells[col.cells[to-1]].row+1 {
				to++
			}
			b.textsAmong(at, col.cells[from:to], passed)
			from = to
		}
	}
}

// textsAmong looks at a piece of a column without gaps.
func (b *book) textsAmong(at int, cells []int32, passed map[int32]int32) {
	p := b.pages[at]
	numbers, texts := 0, 0
	for _, i := range cells {
		switch c := &p.cells[i]; {
		case c.v.Sort == formula.Num || c.missing:
			numbers++
		case c.v.Sort == formula.Str && looksNumber(c.v.Text):
			texts++
		}
	}
	for _, i := range cells {
		c := &p.cells[i]
		if c.v.Sort != formula.Str || !looksNumber(c.v.Text) {
			continue
		}
		f := Finding{Kind: TextNumber, Found: fmt.Sprintf("teks %q", c.v.Text), Expected: "angka",
			Remedy: "Ubah menjadi angka (ketik ulang dengan koma desimal, tanpa spasi), lalu hitung ulang"}
		by, isPassed := passed[i]
		switch {
		case isPassed:
			f.Severity, f.Message = Wrong, fmt.Sprintf("Angka tersimpan sebagai teks; rumus di %s tidak menghitungnya", b.refOf(&b.formulas[by], at))
		case c.form == 0 && numbers >= 2 && numbers >= 2*texts:
			f.Severity, f.Message = Doubtful, "Angka tersimpan sebagai teks di antara angka"
		default:
			continue
		}
		if c.form > 0 {
			f.Formula = b.textOf(&b.formulas[c.form-1])
		}
		b.add(f, at, int(c.row), int(c.col))
	}
}

// passedOver lists the texts that look like numbers and lie in the range of a
// total that counts numbers only, with one such total each. A range that holds no
// number at all is no total of numbers.
func (b *book) passedOver(at int) map[int32]int32 {
	out := map[int32]int32{}
	p := b.pages[at]
	for i := range b.formulas {
		c := &b.formulas[i]
		if c.shape < 0 || b.work < 0 {
			continue
		}
		for _, t := range b.totalsOf(c) {
			if t.page != at || t.call.Text == "COUNTA" {
				continue
			}
			var texts []int32
			numbers := 0
			b.work -= p.between(t.area, func(d *cell) bool {
				if d.v.Sort == formula.Num || d.missing {
					numbers++
				} else if d.v.Sort == formula.Str && looksNumber(d.v.Text) {
					texts = append(texts, int32(p.find(int(d.row), int(d.col))))
				}
				return true
			})
			for _, k := range texts {
				if _, known := out[k]; !known && numbers > 0 {
					out[k] = int32(i)
				}
			}
		}
	}
	return out
}

// seen is a cell's address with its sheet.
func (b *book) seen(at, row, col int) string {
	return formula.QuoteSheet(b.pages[at].name) + "!" + sheet.Ref(row, col)
}
