package assess_test

import (
	"fmt"
	"math/big"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"spotcheck/assess"
	"spotcheck/indicators"
)

// twig is one node of a random tree, kept apart from the model so that it can be
// pruned and written as YAML again.
type twig struct {
	id, weight           string
	kids                 []*twig
	scope, scale         string
	applies              string
	mayNotApply, hasGate bool
}

// forest is a random instrument.
type forest struct {
	roots                 []*twig
	result                string
	products, respondents int
}

var (
	scopes  = []string{"unit", "unit", "product", "respondent"}
	scales  = []string{"tiga", "aneh", "persen"}
	weights = []string{"1", "2", "10", "12.5", "0.1", "33.3333", "100", "7"}
	applies = []string{"", "", "", "{only: [rsud]}", "{except: [rsud]}", "{only: [dinas, rsud], except: [rsud]}"}
	results = []string{
		"{min: 0, max: 100, decimals: 2, rollup: unit}", "{min: 0, max: 100, decimals: 2, rollup: product}",
		"{min: 1, max: 5, decimals: 3, rollup: unit}", "{min: -2.5, max: 1000, decimals: 0, rollup: product}",
	}
	unitTypes = []string{"dinas", "rsud", "sekolah"}
)

func pick[T any](rng *rand.Rand, from []T) T { return from[rng.IntN(len(from))] }

// grow makes a tree of one to three floors.
func grow(rng *rand.Rand) *forest {
	f := &forest{result: pick(rng, results), products: 1 + rng.IntN(2), respondents: 1 + rng.IntN(3)}
	for i := range 1 + rng.IntN(3) {
		f.roots = append(f.roots, sprout(rng, string(rune('A'+i)), 1+rng.IntN(3)))
	}
	return f
}

func sprout(rng *rand.Rand, id string, floors int) *twig {
	t := &twig{id: id, weight: pick(rng, weights), hasGate: rng.IntN(8) == 0}
	if floors == 1 {
		t.scope, t.scale, t.applies, t.mayNotApply = pick(rng, scopes), pick(rng, scales), pick(rng, applies), rng.IntN(2) == 0
		return t
	}
	for i := range 1 + rng.IntN(4) {
		t.kids = append(t.kids, sprout(rng, fmt.Sprintf("%s%d", id, i+1), floors-1-rng.IntN(floors-1)))
	}
	return t
}

func (f *forest) parse(t testing.TB) *indicators.Instrument {
	t.Helper()
	var gates []string
	var tree strings.Builder
	for _, root := range f.roots {
		root.write(&tree, "  ", &gates)
	}
	lowest := strings.TrimPrefix(strings.Split(f.result, ",")[0], "{min: ")
	yaml := fmt.Sprintf(instrumentHead, f.result, lowest, f.products, f.respondents, strings.Join(gates, ", ")) + tree.String()
	in, list := indicators.Parse("acak.yaml", []byte(yaml))
	if in == nil {
		t.Fatalf("%v\n%s", list, yaml)
	}
	return in
}

func (tw *twig) write(b *strings.Builder, indent string, gates *[]string) {
	if tw.hasGate {
		*gates = append(*gates, fmt.Sprintf("{node: %s, min: 1, title: Batas, provenance: own, reason: uji}", tw.id))
	}
	fmt.Fprintf(b, "%s- id: %s\n%s  title: Butir %s\n%s  weight: %s\n", indent, tw.id, indent, tw.id, indent, tw.weight)
	if tw.kids != nil {
		fmt.Fprintf(b, "%s  children:\n", indent)
		for _, k := range tw.kids {
			k.write(b, indent+"    ", gates)
		}
		return
	}
	lines := []string{"scope: " + tw.scope, "scale: " + tw.scale, "question: Q", "remedy: R", "legal_note: L", "effort: ringan", "role: kepala"}
	if tw.scale != "persen" {
		lines = append(lines, "levels: [a, b, c]")
	}
	if tw.mayNotApply {
		lines = append(lines, "na: Bila tidak ada")
	}
	if tw.applies != "" {
		lines = append(lines, "applies: "+tw.applies)
	}
	for _, line := range lines {
		fmt.Fprintf(b, "%s  %s\n", indent, line)
	}
}

// instrumentHead takes the result, its lowest score, the products and
// respondents asked at least, and the gates; the tree follows.
const instrumentHead = `schema: spotcheck/instrument/v1
id: acak
version: "1"
title: Instrumen acak
short: Acak
about: Uji.
notice: Simulasi.
result: %s
bands: {provenance: own, reason: uji, list: [{category: A, from: %s, label: Semua, zone: hijau}]}
weights: {provenance: own, reason: uji}
scales:
  tiga: {title: Tiga, levels: [{value: 0, label: a}, {value: 1, label: b}, {value: 2, label: c}]}
  aneh: {title: Aneh, levels: [{value: -1, label: a}, {value: 0.5, label: b}, {value: 3, label: c}]}
  persen: {title: Persen, number: {min: 0, max: 100, decimals: 1}}
products: {min: %d, slots: 9}
respondents: {label: Pengguna, min: %d, slots: 9, provenance: own, reason: uji}
types: {dinas: Dinas, rsud: RSUD, sekolah: Sekolah}
roles: {kepala: Kepala}
efforts: {ringan: {label: Ringan, days: 14}}
gates: [%s]
tree:
`

// without is the forest with that leaf cut, and every branch that it leaves bare;
// gates are dropped.
func (f *forest) without(id string) *forest {
	cut := *f
	cut.roots = prune(f.roots, id)
	return &cut
}

func prune(from []*twig, id string) []*twig {
	var out []*twig
	for _, tw := range from {
		c := *tw
		c.hasGate = false
		c.kids = prune(tw.kids, id)
		if tw.id != id && (tw.kids == nil || c.kids != nil) {
			out = append(out, &c)
		}
	}
	return out
}

// fill makes a random round of in: units with none to four products, answers in
// any layer, gaps, TB where the leaf allows it, nodes left out.
func fill(rng *rand.Rand, in *indicators.Instrument) assess.Input {
	round := assess.Input{Instrument: in, Entity: "Kabupaten Contoh", Period: "2026", Layer: pick(rng, append(assess.Layers[:], ""))}
	for i := range 1 + rng.IntN(4) {
		u := assess.Unit{ID: fmt.Sprintf("u%d", i), Name: fmt.Sprintf("Unit %d", i), Type: pick(rng, unitTypes)}
		for j := range rng.IntN(5) {
			u.Products = append(u.Products, assess.Product{ID: fmt.Sprintf("p%d", j), Name: fmt.Sprintf("Produk %d", j)})
		}
		round.Units = append(round.Units, u)
		for _, n := range in.Indicators() {
			for _, k := range slotKeys(u, n, rng.IntN(6)) {
				round.Answers = append(round.Answers, say(rng, n, k)...)
			}
		}
	}
	for _, n := range in.Nodes() {
		if rng.IntN(12) == 0 {
			round.Excluded = append(round.Excluded, n.ID)
		}
	}
	return round
}

// say is what the layers answer under one key: nothing, the same or other things.
func say(rng *rand.Rand, n *indicators.Node, k assess.Key) []assess.Answer {
	var out []assess.Answer
	for i, layer := range assess.Layers {
		if rng.IntN(10) < 2+3*min(i, 1) {
			continue
		}
		a := assess.Answer{Key: k, Layer: layer, State: assess.Answered, Value: anyValue(rng, n.Scale), Note: "catatan"}
		if n.NA != "" && rng.IntN(5) == 0 {
			a.State, a.Value = assess.NA, nil
		}
		out = append(out, a)
	}
	return out
}

func anyValue(rng *rand.Rand, s *indicators.Scale) *big.Rat {
	if len(s.Levels) > 0 {
		return pick(rng, s.Levels).Value
	}
	return big.NewRat(int64(rng.IntN(1001)), 10)
}

// shuffled is the same round told in another order.
func shuffled(rng *rand.Rand, in assess.Input) assess.Input {
	in.Units, in.Answers = slices.Clone(in.Units), slices.Clone(in.Answers)
	rng.Shuffle(len(in.Units), func(i, j int) { in.Units[i], in.Units[j] = in.Units[j], in.Units[i] })
	rng.Shuffle(len(in.Answers), func(i, j int) { in.Answers[i], in.Answers[j] = in.Answers[j], in.Answers[i] })
	return in
}
