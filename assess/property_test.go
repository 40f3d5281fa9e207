package assess_test

import (
	"bytes"
	"fmt"
	"math/big"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"spotcheck/assess"
	"spotcheck/indicators"
)

func fileBytes(t *testing.T, in assess.Input) []byte {
	t.Helper()
	data, err := assess.ScoreRound(in).File(nil).Bytes()
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func TestOrderChangesNothing(t *testing.T) {
	for seed := range uint64(rounds) {
		rng := rand.New(rand.NewPCG(seed, 3))
		in := fill(rng, grow(rng).parse(t))
		units := slices.Clone(in.Units)
		if a, b := fileBytes(t, in), fileBytes(t, shuffled(rng, in)); !bytes.Equal(a, b) {
			t.Fatalf("seed %d: another order gives\n%s\nnot\n%s", seed, b, a)
		}
		if !slices.EqualFunc(units, in.Units, func(a, b assess.Unit) bool { return a.ID == b.ID }) {
			t.Fatalf("seed %d: the caller's units were moved", seed)
		}
	}
}

// TestRaisingNeverLowers raises one answer and looks at every number of the result.
func TestRaisingNeverLowers(t *testing.T) {
	for seed := range uint64(rounds) {
		rng := rand.New(rand.NewPCG(seed, 4))
		in := fill(rng, grow(rng).parse(t))
		before := assess.ScoreRound(in)
		in.Answers = slices.Clone(in.Answers)
		for range 5 {
			if len(in.Answers) == 0 {
				break
			}
			a := &in.Answers[rng.IntN(len(in.Answers))]
			if a.State == assess.Answered {
				a.Value = higher(rng, in.Instrument.Node(a.Indicator).Scale, a.Value)
			}
		}
		was, is := numbers(before), numbers(assess.ScoreRound(in))
		for name, old := range was {
			if now := is[name]; (now == nil) != (old == nil) || old != nil && now.Cmp(old) < 0 {
				t.Fatalf("seed %d: %s fell from %v to %v", seed, name, old, now)
			}
		}
	}
}

// higher is value or a better answer on s.
func higher(rng *rand.Rand, s *indicators.Scale, value *big.Rat) *big.Rat {
	for range 10 {
		if v := anyValue(rng, s); v.Cmp(value) > 0 {
			return v
		}
	}
	return value
}

// numbers are all scores of a result by name.
func numbers(r *assess.Result) map[string]*big.Rat {
	out := map[string]*big.Rat{"exact": r.Entity.Exact, "max": r.Entity.Max, "low": r.Entity.Low, "high": r.Entity.High}
	for _, n := range r.Nodes {
		out[n.Node.ID] = n.Score
	}
	for _, u := range r.Units {
		id := u.Unit.ID + " "
		out[id+"exact"], out[id+"max"], out[id+"low"], out[id+"high"] = u.Exact, u.Max, u.Low, u.High
		for _, n := range u.Nodes {
			out[id+n.Node.ID], out[id+n.Node.ID+" max"] = n.Score, n.Max
			for i, it := range n.Items {
				out[fmt.Sprint(id, n.Node.ID, " item ", i)] = it.Score
			}
		}
	}
	return out
}

// TestNotApplicableIsAbsent: a leaf that is TB everywhere weighs nothing, just as
// if the instrument did not have it.
func TestNotApplicableIsAbsent(t *testing.T) {
	tried := 0
	for seed := range uint64(2 * rounds) {
		rng := rand.New(rand.NewPCG(seed, 5))
		trees := grow(rng)
		in := fill(rng, trees.parse(t))
		leaf := pick(rng, in.Instrument.Indicators())
		cut := trees.without(leaf.ID)
		if leaf.Scope == indicators.PerRespondent || len(cut.roots) == 0 || (reference{Input: in}).leftOut(leaf) {
			continue // without its answers fewer people were asked; what is left out is not answered
		}
		if leaf.Scope == indicators.PerProduct && slices.ContainsFunc(in.Units, func(u assess.Unit) bool { return len(u.Products) < in.Instrument.Products.Min }) {
			continue // a product still to be named cannot be TB
		}
		tried++
		without := in
		without.Instrument = cut.parse(t)
		without.Answers = slices.DeleteFunc(slices.Clone(in.Answers), func(a assess.Answer) bool { return a.Indicator == leaf.ID })
		na := in
		na.Answers = slices.Clone(without.Answers)
		for _, u := range in.Units {
			for _, k := range slotKeys(u, leaf, 0) {
				na.Answers = append(na.Answers, assess.Answer{Key: k, Layer: assess.Mandiri, State: assess.NA})
			}
		}
		was := numbers(assess.ScoreRound(na))
		for name, want := range numbers(assess.ScoreRound(without)) {
			if got := was[name]; (got == nil) != (want == nil) || want != nil && got.Cmp(want) != 0 {
				t.Fatalf("seed %d, %s: %s is %v with TB, %v without the leaf", seed, leaf.ID, name, got, want)
			}
		}
	}
	if tried < rounds*3/4 {
		t.Errorf("only %d rounds tried", tried)
	}
}

// TestLayersAbove: what higher layers say is unheard below them; the highest layer
// that speaks is heard as if it were the only one.
func TestLayersAbove(t *testing.T) {
	for seed := range uint64(rounds) {
		rng := rand.New(rand.NewPCG(seed, 6))
		in := fill(rng, grow(rng).parse(t))
		for top, layer := range assess.Layers {
			in.Layer = layer
			heard := map[assess.Key]assess.Answer{}
			for _, l := range assess.Layers[:top+1] {
				for _, a := range in.Answers {
					if a.Layer == l {
						heard[a.Key] = a
					}
				}
			}
			only := in
			only.Answers = nil
			for _, a := range heard {
				only.Answers = append(only.Answers, a)
			}
			if a, b := fileBytes(t, in), fileBytes(t, only); !bytes.Equal(a, b) {
				t.Fatalf("seed %d: at %s\n%s\nwith only what is heard there\n%s", seed, layer, a, b)
			}
		}
	}
}

// TestMissingIsWorst: answering what was missing with the worst level moves Max
// alone, with the best level lifts Exact to at most the old Max.
func TestMissingIsWorst(t *testing.T) {
	for seed := range uint64(rounds) {
		rng := rand.New(rand.NewPCG(seed, 7))
		in := fill(rng, grow(rng).parse(t))
		in.Layer = assess.Final
		before := assess.ScoreRound(in)
		for _, u := range before.Units {
			for _, n := range u.Nodes {
				for _, it := range n.Items {
					k := assess.Key{Unit: u.Unit.ID, Indicator: n.Node.ID, Product: it.Product.ID, Respondent: it.Respondent}
					if it.State != assess.Missing || n.Node.Scope != indicators.PerUnit {
						continue
					}
					for _, v := range []*big.Rat{n.Node.Scale.Min, n.Node.Scale.Max} {
						now := in
						now.Answers = append(slices.Clone(in.Answers), assess.Answer{Key: k, Layer: assess.Final, State: assess.Answered, Value: v})
						after := assess.ScoreRound(now)
						if v == n.Node.Scale.Min && after.Entity.Exact.Cmp(before.Entity.Exact) != 0 || after.Entity.Max.Cmp(before.Entity.Max) > 0 {
							t.Fatalf("seed %d %v: %s of %s became %s of %s", seed, k, before.Entity.Exact, before.Entity.Max, after.Entity.Exact, after.Entity.Max)
						}
					}
				}
			}
		}
	}
}

// Answers about things that the round or the instrument does not have, or that
// nobody is asked, change nothing.
func TestStrayAnswersAreIgnored(t *testing.T) {
	for seed := range uint64(rounds) {
		rng := rand.New(rand.NewPCG(seed, 8))
		in := fill(rng, grow(rng).parse(t))
		want := fileBytes(t, in)
		in.Answers = slices.Clone(in.Answers)
		for _, n := range in.Instrument.Nodes() {
			k := assess.Key{Unit: in.Units[0].ID, Indicator: n.ID, Product: "lain"}
			if n.Kind != indicators.Indicator || n.Scope != indicators.PerRespondent {
				k.Respondent = "R77"
			}
			in.Answers = append(in.Answers, assess.Answer{Key: k, Layer: assess.Mandiri, State: assess.Answered, Value: best})
		}
		in.Answers = append(in.Answers,
			assess.Answer{Key: assess.Key{Unit: in.Units[0].ID, Indicator: "Z9", Respondent: "R78"}, Layer: assess.Mandiri, State: assess.Answered, Value: best},
			assess.Answer{Key: assess.Key{Unit: "lain", Indicator: in.Instrument.Indicators()[0].ID}, Layer: assess.Mandiri, State: assess.Answered, Value: best})
		if got := fileBytes(t, in); !bytes.Equal(got, want) {
			t.Fatalf("seed %d: stray answers give\n%s\nnot\n%s", seed, got, want)
		}
		if strings.Contains(string(want), "R77") {
			t.Fatal("the test uses a respondent that is really there")
		}
	}
}
