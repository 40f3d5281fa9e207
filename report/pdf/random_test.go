package pdf

import (
	"math"
	"math/rand/v2"
	"strings"
	"testing"

	"spotcheck/report"
)

// dice makes random documents out of a seed.
type dice struct{ *rand.Rand }

func (d dice) upTo(n int) int { return d.IntN(n + 1) }
func (d dice) tone() report.Tone {
	return pick(d, "", "", report.Good, report.Fair, report.Bad, report.Blank, report.Quiet)
}
func (d dice) field() report.Field { return report.Field{Name: d.text(3), Value: d.text(40)} }
func (d dice) cell() report.Cell   { return report.Cell{Text: d.text(8), Tone: d.tone()} }

func pick[T any](d dice, from ...T) T { return from[d.IntN(len(from))] }

func some[T any](d dice, most int, make func() T) []T {
	var all []T
	for range d.upTo(most) {
		all = append(all, make())
	}
	return all
}

// text is up to so many words, most of them ordinary.
func (d dice) text(most int) string {
	words := some(d, most, func() string {
		if d.IntN(60) == 0 {
			return pick(d, "", "\n", "😀", "WWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWW", "nama.berkas/yang-panjang_sekali.xlsx", "\u200b", "Pasal\u00a022")
		}
		return pick(d, "di", "dan", "pelayanan", "standar", "penyelenggaraan", "87,23", "B", "pertanggungjawaban", "biaya/tarif")
	})
	return strings.Join(words, " ")
}

func (d dice) value() float64 {
	return pick(d, 0, 12.5, 50, 99.99, 100, 1e9, -3, math.NaN(), math.Inf(1), d.Float64()*100)
}

func (d dice) block() report.Block {
	switch d.IntN(12) {
	case 0:
		return report.Heading{Level: d.upTo(3), Text: d.text(9)}
	case 1, 2:
		return report.Paragraph{Text: d.text(150), Style: pick(d, report.Plain, report.Lead, report.Small, report.Notice)}
	case 3:
		return report.List{Numbered: d.IntN(2) == 0, Items: some(d, 12, func() string { return d.text(25) })}
	case 4:
		return report.Fields(some(d, 8, d.field))
	case 5:
		return report.Figures(some(d, 9, func() report.Figure {
			return report.Figure{Label: d.text(5), Value: d.text(2), Note: d.text(8), Tone: d.tone()}
		}))
	case 6:
		return d.bars()
	case 7:
		return d.table()
	case 8:
		return d.heat()
	case 9:
		return report.Strip{Title: d.text(6), Items: some(d, 12, func() report.StripItem {
			return report.StripItem{Label: d.text(5), Value: d.value(), Text: d.text(3), Tone: d.tone()}
		})}
	case 10:
		return report.Card{Code: d.text(1), Title: d.text(20), Badge: d.text(2), Tone: d.tone(), Fields: some(d, 6, d.field)}
	}
	return report.Signatures(some(d, 4, func() report.Signature {
		return report.Signature{Above: some(d, 3, func() string { return d.text(4) }), Name: d.text(4), Rank: d.text(3), NIP: d.text(1)}
	}))
}

func (d dice) bars() report.Bars {
	return report.Bars{Title: d.text(6), Axis: d.text(6), Max: d.value(),
		Items: some(d, 30, func() report.Bar {
			return report.Bar{Label: d.text(6), Value: d.value(), Text: d.text(3), Tone: d.tone()}
		}),
		Limits: some(d, 4, func() report.Limit { return report.Limit{Value: d.value(), Label: d.text(3)} })}
}

func (d dice) table() report.Table {
	n := d.upTo(pick(d, 6, 12, 30))
	table := report.Table{Title: d.text(8), Note: d.text(20), Frozen: d.upTo(2)}
	for range n {
		table.Columns = append(table.Columns, report.Column{Title: d.text(3), Width: d.value(), Align: pick(d, report.Left, report.Center, report.Right)})
	}
	table.Rows = some(d, 50, func() report.Row {
		row := report.Row{Group: d.IntN(8) == 0, Strong: d.IntN(8) == 0, Level: d.upTo(3)}
		for range d.upTo(n) {
			row.Cells = append(row.Cells, d.cell())
		}
		return row
	})
	return table
}

func (d dice) heat() report.Heat {
	h := report.Heat{Title: d.text(6), Corner: d.text(2)}
	n := d.upTo(pick(d, 10, 50, 130))
	group := ""
	for range n {
		if d.IntN(6) == 0 {
			group = d.text(4)
		}
		h.Columns = append(h.Columns, report.HeatColumn{Code: pick(d, "A1.1", "B", "A1.12", ""), Title: d.text(8), Group: group})
	}
	lead := d.upTo(2)
	h.Rows = some(d, 40, func() report.HeatRow {
		row := report.HeatRow{Label: d.text(5)}
		for range lead {
			row.Lead = append(row.Lead, report.Cell{Text: pick(d, "87,23", "B", "Kualitas Tertinggi"), Tone: d.tone()})
		}
		for range d.upTo(n) {
			row.Cells = append(row.Cells, report.HeatCell{Letter: pick(d, "P", "S", "T", "–", "", "lengkap"), Tone: d.tone()})
		}
		return row
	})
	h.Legend = some(d, 6, func() report.Legend {
		return report.Legend{Letter: pick(d, "P", "S"), Meaning: d.text(4), Tone: d.tone()}
	})
	return h
}

func (d dice) document() *report.Document {
	doc := &report.Document{Title: d.text(12), Subject: d.text(20), Mark: pick(d, "", "SEMENTARA"), Footer: d.text(25), Paper: pick(d, report.A4, report.F4)}
	if d.IntN(2) == 0 {
		doc.Head = &report.Letterhead{Government: d.text(4), Office: d.text(4), Address: d.text(8), Contact: d.text(8)}
	}
	doc.Sections = some(d, 3, func() report.Section {
		return report.Section{Title: d.text(6), Landscape: d.IntN(3) == 0, NewPage: d.IntN(2) == 0, Blocks: some(d, 8, d.block)}
	})
	return doc
}

// TestRandomDocuments lays out documents that nobody would write by hand.
func TestRandomDocuments(t *testing.T) {
	for seed := range uint64(300) {
		checkRandom(t, seed)
	}
}

func FuzzLayout(f *testing.F) {
	f.Add(uint64(1))
	f.Fuzz(func(t *testing.T, seed uint64) { checkRandom(t, seed) })
}

func checkRandom(t *testing.T, seed uint64) {
	t.Helper()
	d := dice{rand.New(rand.NewPCG(seed, 1))}
	checkLayout(t, "seed", d.document())
	if t.Failed() {
		t.Fatalf("seed %d", seed)
	}
}
