package solid

import (
	"fmt"
	"math/big"
	"math/rand/v2"
	"os"
	"slices"
	"strings"
	"testing"

	"spotcheck/assess"
	"spotcheck/indicators"
)

// grower writes an instrument: how its weights come about is one of four ways.
type grower struct {
	*rand.Rand
	strings.Builder
	kind   int // 0 all stated; 1 one split over sums; 2 a split per branch; 3 sums of stated ones
	leaves int
}

func someInstrument(t testing.TB, rng *rand.Rand) *indicators.Instrument {
	t.Helper()
	head, err := os.ReadFile("testdata/kepala.yaml")
	if err != nil {
		t.Fatal(err)
	}
	g := &grower{Rand: rng, kind: rng.IntN(4)}
	g.Write(head)
	lowest, zones := []int{0, 0, 25}[g.IntN(3)], g.IntN(2) == 0
	fmt.Fprintf(g, "result: {min: %d, max: 100, decimals: %d, rollup: unit}\nbands:\n  provenance: own\n  reason: uji\n  list:\n", lowest, g.IntN(3))
	for i, zone := range []string{"hijau", "hijau", "kuning", "merah"} {
		from := lowest
		if i < 3 {
			from = 85 - 20*i + g.IntN(15)
		}
		fmt.Fprintf(g, "    - {category: %c, from: %d, label: L%d", 'A'+i, from, i)
		if zones {
			fmt.Fprintf(g, ", zone: %s", zone)
		}
		g.WriteString("}\n")
	}
	fmt.Fprintf(g, "weights: {%s", g.mark())
	if g.kind == 1 {
		g.WriteString(", split: 100")
	}
	fmt.Fprintf(g, "}\ngates:\n  - {for: Inti, node: N0, title: Satu, min: %d, provenance: own, reason: uji}\n", lowest+g.IntN(50))
	fmt.Fprintf(g, "  - {for: Inti, title: Semua, min: %d, provenance: own, reason: uji}\ntree:\n", lowest+g.IntN(50))
	for i := range 1 + g.IntN(3) {
		g.node(fmt.Sprintf("N%d", i), "  ", 2)
	}
	in, list := indicators.Parse("instrumen.yaml", []byte(g.String()))
	if in == nil {
		t.Fatalf("%v\n%s", list, g.String())
	}
	return in
}

func (g *grower) mark() string {
	return "provenance: " + []string{indicators.Assumed, indicators.Assumed, indicators.Own}[g.IntN(3)] + ", reason: uji"
}

func (g *grower) node(id, indent string, depth int) {
	branch := depth > 0 && g.leaves < 6 && g.IntN(2) == 0
	fmt.Fprintf(g, "%s- id: %s\n%s  title: Butir %s\n", indent, id, indent, id)
	switch {
	case g.kind == 0, g.kind == 2 && depth == 2, g.kind == 3 && !branch:
		fmt.Fprintf(g, "%s  weight: %d\n%s  %s\n", indent, 1+g.IntN(9), indent, strings.Replace(g.mark(), ", ", "\n  "+indent, 1))
	}
	if !branch {
		g.leaf(indent)
		return
	}
	if g.kind == 2 && depth == 2 {
		fmt.Fprintf(g, "%s  split: {total: 100, %s}\n", indent, g.mark())
	}
	fmt.Fprintf(g, "%s  children:\n", indent)
	for i := range 1 + g.IntN(3) {
		g.node(fmt.Sprintf("%s%c", id, 'a'+i), indent+"    ", depth-1)
	}
}

func (g *grower) leaf(indent string) {
	g.leaves++
	scale := []string{"ada", "hitung", "angka"}[g.IntN(3)]
	fmt.Fprintf(g, "%s  scope: %s\n%s  scale: %s\n", indent, []string{"unit", "unit", "product", "respondent", "entity"}[g.IntN(5)], indent, scale)
	fmt.Fprintf(g, "%s  question: Q\n%s  remedy: R\n%s  legal: [uu25 Pasal 21]\n%s  effort: ringan\n%s  role: kepala\n", indent, indent, indent, indent, indent)
	if scale == "ada" {
		fmt.Fprintf(g, "%s  levels: [a, b, c]\n", indent)
	}
	if g.IntN(3) == 0 {
		fmt.Fprintf(g, "%s  na: Bila belum wajib\n", indent)
	}
	if g.IntN(5) == 0 {
		fmt.Fprintf(g, "%s  applies: {only: [dinas]}\n", indent)
	}
}

// values are some that an answer may have.
func values(s *indicators.Scale) []*big.Rat {
	if len(s.Levels)+len(s.Steps) > 0 {
		return s.Stairs()
	}
	return []*big.Rat{s.Min, big.NewRat(1, 2), big.NewRat(37, 10), big.NewRat(95, 10), s.Max}
}

// someRound has answers of all kinds and of two layers, and some missing.
func someRound(in *indicators.Instrument, rng *rand.Rand, units int) assess.Input {
	input := assess.Input{Instrument: in, Entity: "Kabupaten Uji", Period: "2026", Layer: []assess.Layer{assess.Mandiri, assess.Verifikasi}[rng.IntN(2)]}
	say := func(unit string, n *indicators.Node, product, respondent string) {
		for _, layer := range assess.Layers[:2] {
			a := assess.Answer{Key: assess.Key{Unit: unit, Indicator: n.ID, Product: product, Respondent: respondent}, Layer: layer, State: assess.Answered}
			switch list := values(n.Scale); {
			case rng.IntN(6) == 0, layer == assess.Verifikasi && rng.IntN(2) == 0:
				continue
			case rng.IntN(7) == 0 && n.NA != "":
				a.State = assess.NA
			default:
				a.Value = list[rng.IntN(len(list))]
			}
			input.Answers = append(input.Answers, a)
		}
	}
	for i := range units {
		u := assess.Unit{ID: string(rune('a' + i)), Name: "Unit", Type: []string{"dinas", "puskesmas"}[rng.IntN(2)], Products: []assess.Product{{ID: "p", Name: "p"}, {ID: "q", Name: "q"}}[:1+rng.IntN(2)]}
		input.Units = append(input.Units, u)
		for _, n := range in.Indicators() {
			switch {
			case n.Scope == indicators.PerEntity && i == 0:
				say("", n, "", "")
			case !n.Applies(u.Type) || n.Scope == indicators.PerEntity:
			case n.Scope == indicators.PerProduct:
				for _, p := range u.Products {
					say(u.ID, n, p.ID, "")
				}
			case n.Scope == indicators.PerRespondent:
				say(u.ID, n, "", "R1")
			default:
				say(u.ID, n, "", "")
			}
		}
	}
	return input
}

// effective are the places of the answers that a result is made of.
func effective(input assess.Input) []int {
	at := map[assess.Key]int{}
	for i, a := range input.Answers {
		if a.Layer == assess.Mandiri || a.Layer == input.Layer {
			at[a.Key] = i // the higher layer comes later
		}
	}
	var out []int
	for i, a := range input.Answers {
		if at[a.Key] == i && (a.Layer == assess.Mandiri || a.Layer == input.Layer) {
			out = append(out, i)
		}
	}
	return out
}

// stepped is the value one step away by looking for the nearest that is worth more or
// less; nil at the end.
func stepped(s *indicators.Scale, value *big.Rat, w way) *big.Rat {
	if len(s.Levels)+len(s.Steps) == 0 {
		to := w.moves(value, big.NewRat(1, 1)) // a tenth of 0 to 10
		if to.Cmp(s.Min) < 0 {
			to = s.Min
		}
		if to.Cmp(s.Max) > 0 {
			to = s.Max
		}
		return to
	}
	var best *big.Rat
	now := s.Fraction(value)
	for _, v := range s.Stairs() {
		f := s.Fraction(v)
		if w == up && f.Cmp(now) > 0 && (best == nil || f.Cmp(s.Fraction(best)) < 0) || w == down && f.Cmp(now) < 0 && (best == nil || f.Cmp(s.Fraction(best)) > 0) {
			best = v
		}
	}
	return best
}

// changed is the round with answers, by place, replaced.
func changed(input assess.Input, to map[int]*big.Rat) assess.Input {
	input.Answers = slices.Clone(input.Answers)
	for i, v := range to {
		input.Answers[i].Value = v
	}
	return input
}
