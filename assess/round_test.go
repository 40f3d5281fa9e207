package assess_test

import (
	"fmt"
	"math/big"
	"slices"
	"strings"
	"testing"

	"spotcheck/assess"
	"spotcheck/indicators"
)

// smallTree: one leaf of each scope, the first with a gate.
const smallTree = `  - {id: A, title: Unit, weight: 50, scope: unit, scale: tiga, question: Q, levels: [a, b, c], remedy: R, legal_note: L, effort: ringan, role: kepala, na: Bila}
  - {id: B, title: Produk, weight: 30, scope: product, scale: tiga, question: Q, levels: [a, b, c], remedy: R, legal_note: L, effort: ringan, role: kepala}
  - {id: C, title: Responden, weight: 20, scope: respondent, scale: tiga, question: Q, levels: [a, b, c], remedy: R, legal_note: L, effort: ringan, role: kepala}
`

// smallInstrument has one group of people who are interviewed, and the set LULUS
// of one gate, by which opinions are told.
func smallInstrument(t testing.TB, result string, products, respondents int) *indicators.Instrument {
	t.Helper()
	head := fmt.Sprintf(`result: %s
bands: {provenance: own, reason: uji, list: [{category: A, from: 0, label: Semua, zone: hijau}]}
weights: {provenance: own, reason: uji}
products: {min: %d, slots: 9}
respondents: {pengguna: {code: R, label: Pengguna, min: %d, slots: 9}}
gates: [{for: LULUS, node: A, min: 50, title: Batas A, provenance: own, reason: uji}]
opinions: {title: Opini, gates: LULUS, provenance: own, reason: uji, list: [{category: A, holds: Bersih}]}`, result, products, respondents)
	in, list := indicators.Parse("kecil.yaml", fmt.Appendf(nil, instrumentHead+smallTree, head))
	if in == nil {
		t.Fatal(list)
	}
	return in
}

const percent = "{min: 0, max: 100, decimals: 2, rollup: unit}"

// answers reads "unit indicator[/slot] layer value" lines; TB is not applicable.
func answers(t testing.TB, in *indicators.Instrument, text string) []assess.Answer {
	t.Helper()
	var out []assess.Answer
	for _, line := range strings.Split(strings.TrimSpace(text), "\n") {
		f := strings.Fields(line)
		id, slot, _ := strings.Cut(f[1], "/")
		a := assess.Answer{Key: assess.Key{Unit: f[0], Indicator: id}, Layer: assess.Layer(f[2]), State: assess.NA}
		switch in.Node(id).Scope {
		case indicators.PerProduct:
			a.Product = slot
		case indicators.PerRespondent:
			a.Respondent = slot
		}
		if v, ok := in.Node(id).Scale.Parse(f[3]); ok {
			a.State, a.Value = assess.Answered, v
		}
		out = append(out, a)
	}
	return out
}

// TestLayersFallBack: each layer hears itself first and those below it after that.
func TestLayersFallBack(t *testing.T) {
	in := smallInstrument(t, percent, 1, 1)
	round := assess.Input{Instrument: in, Units: []assess.Unit{{ID: "u", Products: []assess.Product{{ID: "p"}, {ID: "q"}}}}}
	round.Answers = answers(t, in, `
		u A mandiri 2
		u A verifikasi 1
		u A final 0
		u B/p mandiri 2
		u B/p verifikasi 1
		u B/q mandiri 2
		u B/q final 1
		u C/R1 mandiri 2
		u C/R2 verifikasi 0`)
	for _, tc := range []struct {
		layer    assess.Layer
		exact    string
		verified int
		slots    int
	}{
		{"", "100", 0, 4},
		{assess.Mandiri, "100", 0, 4},
		{assess.Verifikasi, "115/2", 3, 5}, // 25 + 30*3/4 + 20*1/2
		{assess.Final, "25", 4, 5},         // 0 + 15 + 10
	} {
		round.Layer = tc.layer
		r := assess.ScoreRound(round)
		u := r.Units[0]
		if got := indicators.Exact(u.Exact); got != tc.exact || u.Verified != tc.verified || u.Slots != tc.slots || u.Done != tc.slots {
			t.Errorf("%q: %s, %d verified, %d/%d slots; want %s, %d, %d", tc.layer, got, u.Verified, u.Done, u.Slots, tc.exact, tc.verified, tc.slots)
		}
		if want, _ := assess.ParseLayer(string(tc.layer)); r.Input.Layer != want {
			t.Errorf("%q: the result names layer %q", tc.layer, r.Input.Layer)
		}
	}
	if l, ok := assess.ParseLayer("inspektorat"); ok {
		t.Errorf("an unknown layer is read as %q", l)
	}
}

// TestSlotsDemanded: products and people that are wanting stand as missing, and no
// two slots bear one name.
func TestSlotsDemanded(t *testing.T) {
	in := smallInstrument(t, percent, 2, 3)
	for _, tc := range []struct {
		name, products, text string
		slots                []string
		exact                string
	}{
		{"nothing at all", "", "u A mandiri 0", []string{"A", "B/:missing", "B/:missing", "C/R1:missing", "C/R2:missing", "C/R3:missing"}, "0"},
		{"one product", "p", "u B/p mandiri 2", []string{"A:missing", "B/p", "B/:missing", "C/R1:missing", "C/R2:missing", "C/R3:missing"}, "15"},
		{"three products", "p q r", "u B/q mandiri 2", []string{"A:missing", "B/p:missing", "B/q", "B/r:missing", "C/R1:missing", "C/R2:missing", "C/R3:missing"}, "10"},
		{"the second person alone", "p q", "u C/R2 mandiri 2", []string{"A:missing", "B/p:missing", "B/q:missing", "C/R2", "C/R1:missing", "C/R3:missing"}, "20/3"},
		{"people four and five", "p q", "u C/R5 mandiri 1\nu C/R4 mandiri 1", []string{"A:missing", "B/p:missing", "B/q:missing", "C/R4", "C/R5", "C/R1:missing"}, "20/3"},
		{"four people", "p q", "u C/R4 mandiri 2\nu C/R1 mandiri 2\nu C/R3 mandiri 2\nu C/R2 mandiri 2", []string{"A:missing", "B/p:missing", "B/q:missing", "C/R1", "C/R2", "C/R3", "C/R4"}, "20"},
	} {
		u := assess.Unit{ID: "u"}
		for _, id := range strings.Fields(tc.products) {
			u.Products = append(u.Products, assess.Product{ID: id})
		}
		got := assess.ScoreRound(assess.Input{Instrument: in, Units: []assess.Unit{u}, Answers: answers(t, in, tc.text)}).Units[0]
		var slots []string
		for _, n := range got.Nodes {
			for _, it := range n.Items {
				name := n.Node.ID
				if n.Node.Scope != indicators.PerUnit {
					name += "/" + it.Product.ID + it.Respondent
				}
				if it.State == assess.Missing {
					name += ":missing"
				}
				slots = append(slots, name)
			}
		}
		if !slices.Equal(slots, tc.slots) || indicators.Exact(got.Exact) != tc.exact {
			t.Errorf("%s: %s from %q, want %s from %q", tc.name, indicators.Exact(got.Exact), slots, tc.exact, tc.slots)
		}
	}
}

// TestRollUps: a unit counts once, or as often as it has products.
func TestRollUps(t *testing.T) {
	three := []assess.Product{{ID: "p"}, {ID: "q"}, {ID: "r"}}
	units := []assess.Unit{{ID: "a", Products: three}, {ID: "b", Products: three[:1]}, {ID: "c"}, {ID: "d", Type: "rsud"}}
	for _, tc := range []struct{ result, exact, part string }{
		{percent, "50/3", "1/3"},
		{"{min: 0, max: 100, decimals: 2, rollup: product}", "30", "3/5"}, // (50*3 + 0 + 0) / 5: c counts as the one product it should have
	} {
		in := smallInstrument(t, tc.result, 1, 1)
		r := assess.ScoreRound(assess.Input{Instrument: in, Units: units[:3], Answers: answers(t, in, "a A mandiri 2\nb A mandiri 0\nc A mandiri 0")})
		if got := indicators.Exact(r.Entity.Exact); got != tc.exact {
			t.Errorf("%s: %s, want %s", tc.result, got, tc.exact)
		}
		if got := indicators.Exact(r.EntityShare(&r.Units[0])); got != tc.part {
			t.Errorf("%s: the part of a is %s, want %s", tc.result, got, tc.part)
		}
	}
}

// TestNothingApplies: no score, no band, no part of the total, no division by zero.
func TestNothingApplies(t *testing.T) {
	in := smallInstrument(t, percent, 1, 1)
	round := assess.Input{Instrument: in, Units: []assess.Unit{{ID: "u"}}, Excluded: []string{"A", "B", "C"}}
	r := assess.ScoreRound(round)
	u := &r.Units[0]
	if u.Exact != nil || u.Band != nil || r.Entity.Exact != nil || u.Low != nil || r.EntityShare(u).Sign() != 0 || u.Gates[0].State != assess.GateVoid || u.Axis.Sets[0].State != assess.GateVoid {
		t.Errorf("%+v", r)
	}
	if u.Progress().Cmp(big.NewRat(1, 1)) != 0 || !u.Complete() {
		t.Errorf("progress %s of nothing", u.Progress())
	}
	f := r.File(nil)
	if f.Score != "" || f.Exact != "" || f.Category != "" || f.Units[0].Nodes[0].State != assess.NA {
		t.Errorf("%+v", f)
	}
	if u.Node("Z") != nil {
		t.Error("a node that the instrument does not have")
	}
	if empty := assess.ScoreRound(assess.Input{Instrument: in}); empty.Entity.Exact != nil || len(empty.Nodes) != 3 {
		t.Errorf("a round without units: %+v", empty)
	}
}

func TestGates(t *testing.T) {
	in := smallInstrument(t, percent, 1, 1)
	for _, tc := range []struct {
		text         string
		unit, entity assess.GateState
	}{
		{"a A mandiri 1\nb A mandiri 1", assess.GateHolds, assess.GateHolds},
		{"a A mandiri 0\nb A mandiri 2", assess.GateFails, assess.GateHolds},
		{"a A mandiri 0\nb A mandiri 1", assess.GateFails, assess.GateFails},
		{"b A mandiri 0", assess.GateOpen, assess.GateOpen},  // the best that a can do is enough
		{"b A mandiri 2", assess.GateOpen, assess.GateHolds}, // whatever a does
		{"a A mandiri TB\nb A mandiri 0", assess.GateVoid, assess.GateFails},
	} {
		r := assess.ScoreRound(assess.Input{Instrument: in, Units: []assess.Unit{{ID: "a"}, {ID: "b"}}, Answers: answers(t, in, tc.text)})
		if r.Units[0].Gates[0].State != tc.unit || r.Gates[0].State != tc.entity {
			t.Errorf("%q: unit %s, entity %s; want %s, %s", tc.text, r.Units[0].Gates[0].State, r.Gates[0].State, tc.unit, tc.entity)
		}
	}
}
