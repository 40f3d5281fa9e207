package assess_test

import (
	"fmt"
	"maps"
	"math/big"
	"slices"
	"strconv"
	"strings"
	"testing"

	"spotcheck/assess"
	"spotcheck/indicators"
)

// carrierTree has one number for a unit, its score, and one beside it that counts
// nothing: whether the products of supervision were followed up.
const carrierTree = `schema: spotcheck/instrument/v1
id: pembawa
version: "1"
title: Pembawa nilai
short: Pembawa
about: Uji.
notice: Simulasi.
origin: {provenance: own, reason: uji}
wording: {provenance: own, reason: uji}
result: {min: %[1]s, max: %[2]s}
bands: {provenance: own, reason: uji, list: [{category: A, from: %[1]s, label: Semua}]}
weights: {provenance: own, reason: uji}
scales:
  nilai: {title: Nilai, number: {min: %[1]s, max: %[2]s, decimals: 6}}
roles: {kepala: Kepala}
efforts: {ringan: {label: Ringan, days: 14}}
tree:
  - {id: N, title: Nilai, weight: 1, scale: nilai, question: Q, remedy: R, legal_note: L, effort: ringan, role: kepala}
  - {id: T, title: Tindak lanjut, weight: 0, scale: nilai, question: Q, remedy: R, legal_note: L, effort: ringan, role: kepala}
`

// carrier takes published scores as answers and judges them as the built-in
// instrument does: its scale, its rounding, its roll-up, its bands and opinions.
func (g *facts) carrier(id string) *indicators.Instrument {
	g.t.Helper()
	if in, ok := g.carriers[id]; ok {
		return in
	}
	of := g.builtIn(id)
	if of == nil {
		return nil
	}
	text := fmt.Sprintf(carrierTree, indicators.Plain(of.Result.Min), indicators.Plain(of.Result.Max))
	in, problems := indicators.Parse("pembawa.yaml", []byte(text))
	if in == nil {
		g.t.Fatal(problems)
	}
	in.Result, in.Bands, in.Opinions, in.ValidFrom, in.ValidTo = of.Result, of.Bands, of.Opinions, of.ValidFrom, of.ValidTo
	for _, gate := range of.Gates {
		if of.Opinions != nil && gate.Set == of.Opinions.Set {
			gate.Node = in.Node("T")
			in.Gates = append(in.Gates, gate)
		}
	}
	g.carriers[id] = in
	return in
}

// round scores units with published scores; products is how many each has, nil for
// none stated. A followed of "yes" or "no" answers T with the best or the worst.
func (g *facts) round(in *indicators.Instrument, scores []string, products []int, followed string) *assess.Result {
	g.t.Helper()
	round := assess.Input{Instrument: in}
	answer := func(unit, node, text string) {
		v, ok := in.Node(node).Scale.Parse(text)
		if !ok {
			g.t.Fatalf("%q is no score of %s", text, in.ID)
		}
		round.Answers = append(round.Answers, assess.Answer{Key: assess.Key{Unit: unit, Indicator: node}, Layer: assess.Mandiri, State: assess.Answered, Value: v})
	}
	for i, text := range scores {
		u := assess.Unit{ID: fmt.Sprintf("u%02d", i)}
		for p := range slices.Concat(products, make([]int, len(scores)))[i] {
			u.Products = append(u.Products, assess.Product{ID: strconv.Itoa(p)})
		}
		round.Units = append(round.Units, u)
		answer(u.ID, "N", text)
		switch followed {
		case "yes":
			answer(u.ID, "T", indicators.Plain(in.Result.Max))
		case "no":
			answer(u.ID, "T", indicators.Plain(in.Result.Min))
		}
	}
	return assess.ScoreRound(round)
}

// score: the category, label and zone of a published score, as far as they were
// published. A unit's bare score is reproduced when the total of its set is.
func (g *facts) score(r row) (outcome, string) {
	in := g.carrier(r["instrument"])
	told := r["category"] + r["label"] + r["zone"]
	switch {
	case in == nil || r["score"] == "":
		return information, "no instrument or no score"
	case told == "" && r["set"] != "":
		for _, s := range g.sets {
			if got, what := g.set(s); s["set"] == r["set"] && s["products"] == "any" && got == reproduced {
				return got, what
			}
		}
		return information, "no total"
	case told == "":
		return information, "nothing to compare with"
	case !validIn(in, r["year"]):
		return differs, "the instrument does not hold for that year"
	case g.restated(r):
		return differs, "stated otherwise elsewhere"
	}
	return matches(g.round(in, []string{r["score"]}, nil, "").Entity, r)
}

// matches compares what is told of a score with what comes out.
func matches(s assess.Score, r row) (outcome, string) {
	what := fmt.Sprintf("%s is %s, %s, %s", s.Rounded.FloatString(2), s.Band.Category, s.Band.Label, s.Band.Zone)
	for key, got := range map[string]string{"category": s.Band.Category, "label": s.Band.Label, "zone": s.Band.Zone} {
		if r[key] != "" && r[key] != got {
			return differs, what
		}
	}
	return reproduced, what
}

func validIn(in *indicators.Instrument, year string) bool {
	return in.ValidFrom[:4] <= year && (in.ValidTo == "" || year <= in.ValidTo[:4])
}

// restated: another row that stands has another score for the same.
func (g *facts) restated(r row) bool {
	return slices.ContainsFunc(g.scores, func(o row) bool {
		same := o["body"] == r["body"] && o["unit"] == r["unit"] && o["year"] == r["year"] && o["instrument"] == r["instrument"]
		return same && o["class"] == string(reproduced) && rat(o["score"]).Cmp(rat(r["score"])) != 0
	})
}

// set: the published total of the published scores of all units.
func (g *facts) set(r row) (outcome, string) {
	in := g.carrier(r["instrument"])
	var scores []string
	for _, s := range g.scores {
		if s["set"] == r["set"] && s["unit"] != "" {
			scores = append(scores, s["score"])
		}
	}
	if len(scores) < 2 || in == nil {
		g.t.Fatalf("set %s has %d units", r["set"], len(scores))
	}
	if r["total"] == "" || r["complete"] != "yes" {
		return information, "no total, or not all units"
	}
	got := g.round(in, scores, g.products(r["products"], len(scores)), "").Entity
	what := fmt.Sprintf("total %s of %v", indicators.Exact(got.Exact), scores)
	if off := new(big.Rat).Sub(got.Exact, rat(r["total"])); r["within"] != "" && off.Abs(off).Cmp(rat(r["within"])) > 0 {
		return "off", what
	}
	if got.Rounded.Cmp(rat(r["total"])) != 0 {
		return differs, what
	}
	return reproduced, what
}

// products are how many each unit of a set has: a list; "any" for numbers that must
// not matter; nothing when they are not known.
func (g *facts) products(text string, units int) []int {
	g.t.Helper()
	var out []int
	switch text {
	case "":
	case "any":
		for i := range units {
			out = append(out, i+1)
		}
	default:
		for _, p := range parts(text) {
			out = append(out, int(p.Num().Int64()))
		}
		if len(out) != units {
			g.t.Fatalf("%s products in %d units", text, units)
		}
	}
	return out
}

// band: a printed range is exactly what the instrument calls so, from its first to
// its last score as finely as they are printed.
func (g *facts) band(r row) (outcome, string) {
	in := g.carrier(r["instrument"])
	if in == nil || r["category"]+r["label"]+r["zone"] == "" {
		return information, "no instrument or nothing to compare with"
	}
	inside, outside := []*big.Rat{rat(r["from"]), rat(r["to"])}, []*big.Rat{}
	if below := new(big.Rat).Sub(rat(r["from"]), grain(r["from"])); below.Cmp(in.Result.Min) >= 0 {
		outside = append(outside, below)
	}
	if above := new(big.Rat).Add(rat(r["to"]), grain(r["to"])); above.Cmp(in.Result.Max) <= 0 {
		outside = append(outside, above)
	}
	for i, score := range slices.Concat(inside, outside) {
		got, what := matches(g.round(in, []string{indicators.Plain(score)}, nil, "").Entity, r)
		if (got == reproduced) != (i < len(inside)) {
			return differs, what
		}
	}
	return reproduced, "all ends"
}

// grain is one in the last place of a printed number.
func grain(text string) *big.Rat {
	_, decimals, _ := strings.Cut(text, ".")
	return rat("1e-" + strconv.Itoa(len(decimals)))
}

// opinion: the label that a score, or a category, earns with the products of
// supervision followed up or not. Without either, the label is at least known.
func (g *facts) opinion(r row) (outcome, string) {
	in := g.carrier(r["instrument"])
	var got string
	switch {
	case in == nil:
		return information, "no instrument"
	case r["score"] != "":
		o := g.round(in, []string{r["score"]}, nil, r["followed_up"]).Axis.Opinion
		got = o.Label
	case r["category"] != "":
		got = in.Opinions.Of(r["category"], r["followed_up"] == "yes")
	case slices.ContainsFunc(in.Opinions.List, func(o indicators.Opinion) bool { return r["opinion"] == o.Holds || r["opinion"] == o.Fails }):
		return information, "no score"
	}
	if got == r["opinion"] {
		return reproduced, got
	}
	return differs, got
}

// TestOpinionLabelsArePublished: the built-in instrument tells exactly the labels
// that were published, and no other.
func TestOpinionLabelsArePublished(t *testing.T) {
	g := &facts{t: t, carriers: map[string]*indicators.Instrument{}}
	published, told := map[string]bool{}, map[string]bool{}
	for _, r := range readRows(t, "opini") {
		published[r["opinion"]] = true
		for _, o := range g.carrier(r["instrument"]).Opinions.List {
			for _, label := range []string{o.Holds, o.Fails} {
				if label != "" {
					told[label] = true
				}
			}
		}
	}
	if !maps.Equal(published, told) {
		t.Errorf("published %v, told %v", slices.Sorted(maps.Keys(published)), slices.Sorted(maps.Keys(told)))
	}
}
