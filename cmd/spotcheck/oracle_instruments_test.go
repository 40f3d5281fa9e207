package main

import (
	"bytes"
	"fmt"
	"math/big"
	"math/rand/v2"
	"testing"

	"spotcheck/assess"
	"spotcheck/assess/gap"
	"spotcheck/indicators"
	"spotcheck/indicators/library"
	"spotcheck/report"
	"spotcheck/report/xlsx"
)

// The sheet Perhitungan of every instrument, recalculated by LibreOffice from the
// answers alone, gives what the engine gives: count scales, weights of nothing,
// equal parts, samples and result scales of any width.
func TestLibreOfficeRecalculatesEveryInstrument(t *testing.T) {
	tool := oracle(t, "libreoffice")
	rng := rand.New(rand.NewPCG(20, 25))
	for _, id := range library.IDs() {
		t.Run(id, func(t *testing.T) {
			inst, problems := library.Load(id)
			if inst == nil {
				t.Fatal(problems)
			}
			r := assess.ScoreRound(anyRound(rng, inst))
			in := report.NewInput(report.Frame{Date: "2026-09-30"}, gap.New(r), nil)
			var b bytes.Buffer
			if err := xlsx.Render(&b, in.Workbook()); err != nil {
				t.Fatal(err)
			}
			compareTotals(t, r, calculated(t, recalculate(t, tool, withoutCachedValues(t, b.Bytes()))))
			compareTotals(t, r, calculated(t, b.Bytes()))
		})
	}
}

// anyRound is a round of four units with some answers missing and some TB.
func anyRound(rng *rand.Rand, inst *indicators.Instrument) assess.Input {
	in := assess.Input{Instrument: inst, Entity: "Kabupaten Uji", Period: "2026"}
	add := func(k assess.Key, n *indicators.Node) {
		a := assess.Answer{Key: k, Layer: assess.Mandiri, State: assess.Answered}
		switch x := rng.IntN(12); {
		case x == 0:
			return
		case x == 1 && n.NA != "":
			a.State, a.Note = assess.NA, "tidak ada"
		default:
			a.Value = anyAnswer(rng, n.Scale)
		}
		in.Answers = append(in.Answers, a)
	}
	for i := range 4 {
		u := assess.Unit{ID: fmt.Sprintf("u%d", i), Name: fmt.Sprintf("Unit %d", i), Type: inst.Types[i%len(inst.Types)].Key}
		for p := range 1 + i {
			u.Products = append(u.Products, assess.Product{ID: fmt.Sprintf("p%d", p), Name: fmt.Sprintf("Produk %d", p)})
		}
		in.Units = append(in.Units, u)
		for _, n := range inst.Indicators() {
			for _, k := range askedOf(u, n, i == 0) {
				add(k, n)
			}
		}
	}
	return in
}

// askedOf are the keys of an indicator for a unit; the government is asked once.
func askedOf(u assess.Unit, n *indicators.Node, first bool) []assess.Key {
	k := assess.Key{Unit: u.ID, Indicator: n.ID}
	var out []assess.Key
	switch n.Scope {
	case indicators.PerEntity:
		if first {
			out = append(out, assess.Key{Indicator: n.ID})
		}
	case indicators.PerProduct:
		for _, p := range u.Products {
			k.Product = p.ID
			out = append(out, k)
		}
	case indicators.PerRespondent:
		for i := range n.Group.Min + 1 {
			k.Respondent = fmt.Sprintf("%s%d", n.Group.Code, i+1)
			out = append(out, k)
		}
	default:
		out = append(out, k)
	}
	return out
}

func anyAnswer(rng *rand.Rand, s *indicators.Scale) *big.Rat {
	if len(s.Levels) > 0 {
		return s.Levels[rng.IntN(len(s.Levels))].Value
	}
	part := new(big.Rat).Mul(new(big.Rat).Sub(s.Max, s.Min), big.NewRat(int64(rng.IntN(101)), 100))
	return indicators.Floor(part.Add(part, s.Min), s.Decimals)
}
