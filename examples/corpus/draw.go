package main

import (
	"fmt"
	"math/big"
	"math/rand/v2"
	"strings"

	"spotcheck/assess"
	"spotcheck/indicators"
)

// drawn is what one unit says, and how its program writes it.
type drawn struct {
	unit    assess.Unit
	shape   shape
	period  string
	id      string
	replies map[slotKey]reply
	cells   map[target]value // what stands in the form
}

// reply is what stands in one row: the unit's own answer and what the inspektorat
// found. A said that is nothing leaves the cell empty.
type reply struct{ own, found said }

// said is an answer; na is TB.
type said struct {
	na    bool
	value *big.Rat
}

func (s said) nothing() bool { return !s.na && s.value == nil }

// draw answers the questions of the unit's form: most of them, by some quality of
// the unit; two units in five have been verified.
func draw(rng *rand.Rand, in *indicators.Instrument, s *stencil, u assess.Unit) *drawn {
	d := &drawn{unit: u, shape: shape(rng.IntN(shapes)), period: period, id: u.ID, replies: map[slotKey]reply{}, cells: map[target]value{}}
	quality, verified := rng.Float64(), rng.IntN(5) < 2
	people := map[*indicators.Respondents]int{}
	for _, g := range in.Respondents {
		people[g] = min(rng.IntN(g.Min+3), g.Slots)
	}
	for _, row := range s.rows {
		n := in.Node(row.indicator)
		if n.Scope == indicators.PerRespondent && number(row.slot, n.Group.Code) > people[n.Group] ||
			n.Scope == indicators.PerProduct && number(row.slot, "P") > len(u.Products) {
			continue
		}
		r := reply{own: drawAnswer(rng, n, quality)}
		if verified && rng.IntN(8) > 0 {
			r.found = r.own
			if rng.IntN(6) == 0 || r.own.nothing() {
				r.found = drawAnswer(rng, n, quality/2)
			}
		}
		d.say(rng, n, row, r)
	}
	d.identity(rng, verified)
	return d
}

// number is the one in P2 or R14.
func number(slot, code string) int {
	n := 0
	_, _ = fmt.Sscanf(strings.TrimPrefix(slot, code), "%d", &n)
	return n
}

func drawAnswer(rng *rand.Rand, n *indicators.Node, quality float64) said {
	switch {
	case rng.IntN(25) == 0:
		return said{}
	case n.NA != "" && rng.IntN(15) == 0:
		return said{na: true}
	}
	high := rng.Float64() < quality
	if s := n.Scale; len(s.Levels) > 0 {
		i := rng.IntN(len(s.Levels))
		if high {
			i = len(s.Levels) - 1
		}
		return said{value: s.Levels[i].Value}
	}
	return said{value: drawNumber(rng, n.Scale, high)}
}

// drawNumber is a number that the scale allows, at its upper end if high.
func drawNumber(rng *rand.Rand, s *indicators.Scale, high bool) *big.Rat {
	if high {
		return s.Max
	}
	grain := big.NewRat(1, 1)
	for range s.Decimals {
		grain.Mul(grain, big.NewRat(1, 10))
	}
	span := new(big.Rat).Sub(s.Max, s.Min)
	span.Quo(span, grain)
	steps := new(big.Int).Quo(span.Num(), span.Denom()).Int64()
	v := new(big.Rat).SetInt64(rng.Int64N(steps + 1))
	return v.Add(v.Mul(v, grain), s.Min)
}

// say writes a reply into the cells of its row, with the notes that people add.
func (d *drawn) say(rng *rand.Rand, n *indicators.Node, row formRow, r reply) {
	d.replies[row.slotKey] = r
	put := func(head string, v value) { d.cells[target{row.slotKey, head}] = v }
	for _, c := range []struct {
		said       said
		head, note string
	}{{r.own, headAnswer, headNote}, {r.found, headVerdict, headRemark}} {
		if c.said.nothing() {
			continue
		}
		put(c.head, written(rng, n, c.said))
		switch {
		case c.said.na:
			put(c.note, text(fmt.Sprintf("Tidak berlaku: layanan ini tidak ada di sini (%d)", rng.IntN(50))))
		case rng.IntN(6) == 0:
			put(c.note, text(fmt.Sprintf("Catatan %d: papan & alur < 2 lembar,\nlihat foto", rng.IntN(50))))
		}
	}
	if !r.own.nothing() && row.cells[headEvidence] != "" && rng.IntN(3) == 0 {
		put(headEvidence, text(fmt.Sprintf("https://contoh.go.id/bukti/%d?a=1&b=2", rng.IntN(1000))))
	}
}

// identity fills in who answered, and who verified.
func (d *drawn) identity(rng *rand.Rand, verified bool) {
	put := func(label, words string) { d.cells[target{slotKey{indicator: label}, headField}] = text(words) }
	put("Kepala unit", "Nama Kepala (karangan)")
	put("Narahubung (PIC)", fmt.Sprintf("Narahubung %d (karangan)", rng.IntN(90)))
	put("Tanggal pengisian", "16 Maret 2026")
	put("Diisi oleh", "Nama Pengisi (karangan)")
	if verified {
		put("Nama verifikator", "Nama Verifikator (karangan)")
		put("Tanggal verifikasi", "2 April 2026")
	}
}
