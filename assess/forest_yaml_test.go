package assess_test

import (
	"fmt"
	"strings"
	"testing"

	"spotcheck/indicators"
)

// instrumentHead takes the keys result, bands, weights, products, respondents,
// gates and opinions with what they say; the tree follows.
const instrumentHead = `schema: spotcheck/instrument/v1
id: acak
version: "1"
title: Instrumen acak
short: Acak
about: Uji.
notice: Simulasi.
origin: {provenance: own, reason: uji}
wording: {provenance: own, reason: uji}
%s
scales:
  tiga: {title: Tiga, levels: [{value: 0, label: a}, {value: 1, label: b}, {value: 2, label: c}]}
  aneh: {title: Aneh, levels: [{value: -1, label: a}, {value: 0.5, label: b}, {value: 3, label: c}]}
  persen: {title: Persen, number: {min: 0, max: 100, decimals: 1}}
  tangga:
    title: Tangga
    number: {min: 0, max: 14, decimals: 0}
    steps: [{from: 0, value: 0, label: kurang dari lima}, {from: 5, value: 2, label: lima sampai sembilan}, {from: 10, value: 5, label: sepuluh ke atas}]
  lompat:
    title: Lompat
    number: {min: -5, max: 5, decimals: 1}
    steps: [{from: -5, value: -1, label: rendah}, {from: 0.5, value: 0, label: cukup}, {from: 5, value: 7.5, label: penuh}]
types: {dinas: Dinas, rsud: RSUD, sekolah: Sekolah}
roles: {kepala: Kepala}
efforts: {ringan: {label: Ringan, days: 14}}
tree:
`

// own is the provenance of everything in a made-up instrument.
const own = "provenance: own, reason: uji"

func (f *forest) parse(t testing.TB) *indicators.Instrument {
	t.Helper()
	yaml := f.yaml()
	in, list := indicators.Parse("acak.yaml", []byte(yaml))
	if in == nil {
		t.Fatalf("%v\n%s", list, yaml)
	}
	return in
}

func (f *forest) yaml() string {
	var tree strings.Builder
	for _, root := range f.roots {
		root.write(&tree, "  ")
	}
	head := []string{
		fmt.Sprintf("result: {min: %s, max: %s, decimals: %d, rollup: %s}", f.result.min, f.result.max, f.result.decimals, f.result.rollup),
		fmt.Sprintf("bands: {%s, list: [%s]}", own, strings.Join(f.bandList(), ", ")),
		"weights: {" + strings.Join(append(f.weightKeys(), own), ", ") + "}",
		fmt.Sprintf("products: {min: %d, slots: 9}", f.products),
		"respondents:",
	}
	for _, g := range f.groups {
		head = append(head, fmt.Sprintf("  %s: {code: %s, label: Orang %s, kind: %s, min: %d, slots: 9}", g.key, g.code, g.code, g.kind, g.min))
	}
	head = append(head, "gates:")
	for _, g := range f.gates {
		head = append(head, "  - {"+strings.Join(append(g.keys(), "title: Batas", own), ", ")+"}")
	}
	return fmt.Sprintf(instrumentHead, strings.Join(append(head, f.opinionLines()...), "\n")) + tree.String()
}

func (f *forest) bandList() []string {
	var out []string
	for i, from := range f.bands {
		zone := ""
		if f.zones {
			zone = ", zone: " + indicators.Zones[i*len(indicators.Zones)/len(f.bands)]
		}
		out = append(out, fmt.Sprintf("{category: %c, from: %s, label: Kelas %d%s}", 'A'+i, from, i, zone))
	}
	return out
}

func (f *forest) weightKeys() []string {
	var out []string
	if f.byParent {
		top := rat("0")
		for _, r := range f.roots {
			top.Add(top, f.weightOf(r))
		}
		out = append(out, "basis: parent", "total: "+indicators.Plain(top))
	}
	if f.split != "" {
		out = append(out, "split: "+f.split)
	}
	return out
}

func (g barrier) keys() []string {
	var out []string
	if g.set != "" {
		out = append(out, "for: "+g.set)
	}
	if g.node != "" {
		out = append(out, "node: "+g.node)
	}
	if g.points != "" {
		return append(out, "points: "+g.points)
	}
	return append(out, "min: "+g.min)
}

func (f *forest) opinionLines() []string {
	if f.opinions == nil {
		return nil
	}
	out := []string{fmt.Sprintf("opinions:\n  title: Opini\n  gates: %s\n  provenance: own\n  reason: uji\n  list:", f.opinions.set)}
	for i, l := range f.opinions.list {
		keys := []string{fmt.Sprintf("category: %c", 'A'+i)}
		for j, key := range []string{"holds", "fails"} {
			if l[j] != "" {
				keys = append(keys, key+": "+l[j])
			}
		}
		out = append(out, "    - {"+strings.Join(keys, ", ")+"}")
	}
	return out
}

func (t *twig) write(b *strings.Builder, indent string) {
	fmt.Fprintf(b, "%s- id: %s\n%s  title: Butir %s\n", indent, t.id, indent, t.id)
	for _, line := range t.lines() {
		fmt.Fprintf(b, "%s  %s\n", indent, line)
	}
	if t.kids != nil {
		fmt.Fprintf(b, "%s  children:\n", indent)
	}
	for _, k := range t.kids {
		k.write(b, indent+"    ")
	}
}

func (t *twig) lines() []string {
	var out []string
	add := func(key, value string) {
		if value != "" {
			out = append(out, key+": "+value)
		}
	}
	add("weight", t.weight)
	if t.split != "" {
		add("split", fmt.Sprintf("{total: %s, %s}", t.split, own))
	}
	if t.kids != nil {
		return out
	}
	add("scope", t.scope)
	add("scale", t.scale)
	add("applies", t.applies)
	if t.scope == string(indicators.PerRespondent) {
		add("respondent", t.group)
	}
	if t.scale == "tiga" || t.scale == "aneh" {
		add("levels", "[a, b, c]")
	}
	if t.mayNotApply {
		add("na", "Bila tidak ada")
	}
	return append(out, "question: Q", "remedy: R", "legal_note: L", "effort: ringan", "role: kepala")
}
