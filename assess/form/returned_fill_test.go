package form_test

import (
	"fmt"
	"math/big"
	"slices"
	"strings"
	"sync"
	"testing"

	"spotcheck/assess"
	"spotcheck/assess/form"
	"spotcheck/indicators"
)

// filled is a form with known answers.
type filled struct {
	data    []byte
	expect  form.Expect
	answers map[string]string // statements
}

// shapes are the kinds of forms: every kind of question; counts, shares, two
// groups of people and data of the whole government; the built-in instrument with
// products from the register; a survey; and the first again with long notes.
var shapes = map[string]struct {
	file     string
	products []assess.Product
}{
	"uji":      {file: "testdata/instrumen.yaml"},
	"kelompok": {file: "../answers/testdata/kelompok.yaml"},
	"uu25":     {"../../indicators/library/uu25-2009.yaml", []assess.Product{{ID: "slhs", Name: "Sertifikat Laik Higiene"}, {ID: "klinik", Name: "Izin Klinik"}}},
	"skm":      {file: "../../indicators/library/skm-2017.yaml"},
	"panjang":  {file: "testdata/instrumen.yaml"},
}

var (
	everyShape = []string{"uji", "kelompok", "uu25", "skm"}
	mainShapes = []string{"uji", "uu25"}
)

var filledShapes = struct {
	sync.Mutex
	byName map[string]filled
}{byName: map[string]filled{}}

// filledShape is the form of a shape, filled in once.
func filledShape(t *testing.T, name string) filled {
	t.Helper()
	filledShapes.Lock()
	defer filledShapes.Unlock()
	if f, ok := filledShapes.byName[name]; ok {
		return f
	}
	s := spec(t)
	s.Instrument = parsed(t, shapes[name].file)
	s.Unit.Products = shapes[name].products
	f := filled{expect: expect(s), answers: map[string]string{}}
	f.data = edit(t, blankForm(t, s), func(h hand) { (&filler{hand: h, spec: s, known: f.answers, long: name == "panjang"}).fill() })
	filledShapes.byName[name] = f
	return f
}

// filler fills a form in all the ways in which people answer, and writes down
// what that means.
type filler struct {
	hand
	spec  form.Spec
	known map[string]string
	n     int  // rows filled so far
	long  bool // evidence fills its cell to the last character
}

func (f *filler) fill() {
	for _, c := range []struct{ label, text, name string }{
		{"Kepala unit", "Dra. Siti Aminah, M.Si.", "kepala"}, {"Diisi oleh", "Budi, staf umum", "pengisi"},
		{"Tanggal pengisian", "16 Maret 2026", "tanggal"}, {"Nama verifikator", "Rahmat", "verifikator"},
	} {
		f.put(c.text, "Identitas", "Isian", c.label)
		f.known[c.name] = c.text
	}
	products := f.spec.Unit.Products
	if products == nil && slices.ContainsFunc(f.spec.Instrument.Indicators(), func(n *indicators.Node) bool { return n.Scope == indicators.PerProduct }) {
		products = []assess.Product{{ID: "santunan-kematian", Name: "Santunan Kematian"}, {ID: "panti", Name: "Panti"}}
		f.put("Santunan Kematian", "Identitas", "Isian", "P1")
		f.put("Panti", "Identitas", "Isian", "P2")
	}
	for _, name := range f.GetSheetList() {
		f.sheet(name, products)
	}
}

// sheet answers every row of one sheet of questions.
func (f *filler) sheet(name string, products []assess.Product) {
	rows, err := f.GetRows(name)
	f.ok(err)
	cols := map[string]int{}
	for i, row := range rows {
		if cols["Jawaban"] == 0 {
			if slices.Contains(row, "Kode") && slices.Contains(row, "Jawaban") {
				for j, text := range row {
					cols[text] = j + 1
				}
			}
			continue
		}
		ask := slices.IndexFunc(f.spec.Instrument.Indicators(), func(n *indicators.Node) bool { return n.ID == row[0] })
		if ask < 0 {
			continue
		}
		n, about := f.spec.Instrument.Indicators()[ask], row[0]
		switch n.Scope {
		case indicators.PerProduct:
			about += " " + products[row[1][1]-'1'].ID
		case indicators.PerRespondent:
			about += " " + row[1]
		}
		f.row(n, about, func(head string, v any) {
			cell := fmt.Sprintf("%c%d", 'A'+cols[head]-1, i+1)
			f.ok(f.SetCellValue(name, cell, v))
		})
	}
}

// row answers one row; put writes under a head.
func (f *filler) row(n *indicators.Node, about string, put func(string, any)) {
	f.n++
	note, evidence := "", ""
	if f.n%3 == 0 {
		evidence = fmt.Sprintf("Foto IMG_%02d; SK 12/2025", f.n)
		if f.long {
			evidence += strings.Repeat(" dan", (32_766-len(evidence))/4) + "…" // the last characters of 32,767
		}
		put("Bukti", evidence)
	}
	if n.NA != "" && f.n%6 == 2 {
		note = "tidak ada loket"
		put("Jawaban", []any{"TB", "tb", "TB = Tidak berlaku"}[f.n%5%3])
		put("Catatan / alasan TB", note)
		f.know(about, "TB", note, evidence)
		return
	}
	typed, v := f.typed(n)
	put("Jawaban", typed)
	f.know(about, v, note, evidence)
	if f.n%5 == 1 {
		typed, v := f.typed(n)
		put("Hasil verifikasi", typed)
		put("Catatan verifikasi", "dicek di loket")
		f.know(about+" verifikasi", v, "dicek di loket", "")
	}
}

func (f *filler) know(about, value, note, evidence string) {
	f.known[about] = strings.TrimRight(strings.Join([]string{value, note, evidence}, " | "), " |")
}

// typed is an answer as somebody types it, and its value.
func (f *filler) typed(n *indicators.Node) (any, string) {
	if len(n.Scale.Levels) == 0 {
		return f.typedNumber(n.Scale)
	}
	last := len(n.Scale.Levels) - 1
	l := n.Scale.Levels[last-f.n/2%(last+1)]
	number, _ := l.Value.Float64()
	plain := indicators.Plain(l.Value)
	return []any{l.Option(), number, l.Label, strings.Replace(plain, ".", ",", 1), plain}[(f.n-1)%5], plain
}

func (f *filler) typedNumber(s *indicators.Scale) (any, string) {
	v := new(big.Rat).Add(s.Min, big.NewRat(int64(3+f.n%9), 1))
	if s.Decimals > 0 {
		v.Add(v, big.NewRat(4, 10))
	}
	number, _ := v.Float64()
	plain := indicators.Plain(v)
	return []any{number, strings.Replace(plain, ".", ",", 1), plain}[f.n%3], plain
}
