package assess_test

import (
	"math/big"
	"testing"

	"spotcheck/assess"
	"spotcheck/indicators"
)

// readmeInstrument is the worked example of README.md: a variable of weight 30 in
// a tree of 100, with two indicators of weights 60 and 40.
const readmeInstrument = `
schema: spotcheck/instrument/v1
id: contoh
version: "1"
title: Contoh README
short: Contoh
about: Contoh hitungan.
notice: Contoh.
origin: {provenance: own, reason: contoh}
wording: {provenance: own, reason: contoh}
result: {min: 0, max: 100, decimals: 2}
bands: {provenance: own, reason: contoh, list: [{category: A, from: 0, label: Semua, zone: hijau}]}
weights: {provenance: own, reason: contoh, total: 100}
scales:
  dua: {title: Dua, levels: [{value: 0, label: nol}, {value: 1, label: satu}, {value: 2, label: dua}]}
  tiga: {title: Tiga, levels: [{value: 0, label: nol}, {value: 1, label: satu}, {value: 2, label: dua}, {value: 3, label: tiga}]}
types: {dinas: Dinas}
roles: {kepala: Kepala}
efforts: {ringan: {label: Ringan, days: 1}}
tree:
  - {id: V, title: Variabel, weight: 30, children: [
      {id: V1, title: Satu, weight: 60, scope: product, scale: dua, question: q, levels: [a, b, c], legal_note: n, sanction_note: n, remedy: r, effort: ringan, role: kepala},
      {id: V2, title: Dua, weight: 40, scale: tiga, question: q, levels: [a, b, c, d], legal_note: n, sanction_note: n, remedy: r, effort: ringan, role: kepala, na: boleh}]}
  - {id: L, title: Lain, weight: 70, scale: dua, question: q, levels: [a, b, c], legal_note: n, sanction_note: n, remedy: r, effort: ringan, role: kepala}
`

func TestWorkedExampleOfTheReadme(t *testing.T) {
	in, problems := indicators.Parse("contoh.yaml", []byte(readmeInstrument))
	if in == nil {
		t.Fatal(problems)
	}
	score := func(second int64, v2 *assess.Answer) *assess.UnitResult {
		key := func(id, product string) assess.Key { return assess.Key{Unit: "u", Indicator: id, Product: product} }
		value := func(k assess.Key, v int64) assess.Answer {
			return assess.Answer{Key: k, Layer: assess.Mandiri, State: assess.Answered, Value: big.NewRat(v, 1)}
		}
		answers := []assess.Answer{value(key("V1", "a"), 2), value(key("V1", "b"), second), value(key("L", ""), 0)}
		if v2 == nil {
			two := value(key("V2", ""), 2)
			v2 = &two
		}
		r := assess.ScoreRound(assess.Input{Instrument: in, Answers: append(answers, *v2), Units: []assess.Unit{
			{ID: "u", Type: "dinas", Products: []assess.Product{{ID: "a"}, {ID: "b"}}},
		}})
		return &r.Units[0]
	}
	expect := func(name string, got *big.Rat, want string) {
		if w, _ := new(big.Rat).SetString(want); got.Cmp(w) != 0 {
			t.Errorf("%s is %s, the README says %s", name, got.RatString(), want)
		}
	}
	u := score(1, nil)
	expect("the first indicator", u.Node("V1").Score, "75")
	expect("the second indicator", u.Node("V2").Score, "200/3")
	expect("the variable", u.Node("V").Score, "215/3")
	expect("its points", u.Node("V").Contribution(), "43/2")
	expect("the gain", new(big.Rat).Sub(score(2, nil).Exact, u.Exact), "9/2")
	na := &assess.Answer{Key: assess.Key{Unit: "u", Indicator: "V2"}, Layer: assess.Mandiri, State: assess.NA, Note: "alasan"}
	expect("the variable with TB", score(1, na).Node("V").Score, "75")
}
