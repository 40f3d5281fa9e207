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
			if now := is[name]; !equal(now, old) && (now == nil || old == nil || now.Cmp(old) < 0) {
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
	for seed := range uint64(3 * rounds) {
		rng := rand.New(rand.NewPCG(seed, 5))
		trees := grow(rng)
		in := fill(rng, trees.parse(t))
		leaf := pick(rng, in.Instrument.Indicators())
		cut := trees.without(trees.find(leaf.ID))
		if leaf.Scope == indicators.PerRespondent || cut == nil || (reference{Input: in}).leftOut(leaf) {
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
		keys := []assess.Key{{Indicator: leaf.ID}}
		if leaf.Scope != indicators.PerEntity {
			keys = nil
			for _, u := range in.Units {
				keys = append(keys, slotKeys(u, leaf, 0)...)
			}
		}
		for _, k := range keys {
			na.Answers = append(na.Answers, assess.Answer{Key: k, Layer: assess.Mandiri, State: assess.NA})
		}
		was := numbers(assess.ScoreRound(na))
		for name, want := range numbers(assess.ScoreRound(without)) {
			if !equal(was[name], want) {
				t.Fatalf("seed %d, %s: %s is %v with TB, %v without the leaf", seed, leaf.ID, name, was[name], want)
			}
		}
	}
	if tried < rounds {
		t.Errorf("only %d rounds tried", tried)
	}
}

// equal compares two numbers, of which either may be nil.
func equal(a, b *big.Rat) bool {
	return (a == nil) == (b == nil) && (a == nil || a.Cmp(b) == 0)
}

func (f *forest) find(id string) *twig {
	for _, t := range f.all() {
		if t.id == id {
			return t
		}
	}
	return nil
}

// TestZeroWeightIsTold: what stands at or under a node that weighs nothing changes
// no number outside it, whatever is answered there, nor does its absence; and it
// still has a score of its own.
func TestZeroWeightIsTold(t *testing.T) {
	tried, told := 0, 0
	for seed := range uint64(4 * rounds) {
		rng := rand.New(rand.NewPCG(seed, 11))
		trees := grow(rng)
		in := fill(rng, trees.parse(t))
		i := slices.IndexFunc(trees.all(), func(t *twig) bool { return t.weight == "0" })
		if i < 0 {
			continue
		}
		tried++
		zero := trees.all()[i]
		below := func(id string) bool { return trees.find(id).within(zero) }
		want := assess.ScoreRound(in)
		other := in
		other.Answers = slices.Clone(in.Answers)
		for i := range other.Answers {
			if a := &other.Answers[i]; below(a.Indicator) && a.State == assess.Answered {
				a.Value = anyValue(rng, in.Instrument.Node(a.Indicator).Scale)
			}
		}
		sameOutside(t, seed, want, assess.ScoreRound(other), below)
		for _, u := range want.Units {
			if n := u.Node(zero.id); n.Score != nil && n.Share.Sign() == 0 && n.Lost(in.Instrument.Result.Max).Sign() == 0 {
				told++
			}
		}
		cut := trees.without(zero)
		if cut == nil || slices.ContainsFunc(trees.all(), func(t *twig) bool { return t.within(zero) && t.scope == string(indicators.PerRespondent) }) {
			continue // without its answers fewer people were asked
		}
		other = in
		other.Instrument = cut.parse(t)
		sameOutside(t, seed, want, assess.ScoreRound(other), below)
	}
	if tried < rounds || told < rounds {
		t.Errorf("only %d rounds tried, %d scores told", tried, told)
	}
}

// sameOutside compares all numbers of two results but those of the nodes below.
func sameOutside(t *testing.T, seed uint64, want, got *assess.Result, below func(string) bool) {
	t.Helper()
	is := numbers(got)
	for name, w := range numbers(want) {
		if id := nodeOf(want, name); id != "" && below(id) {
			continue
		}
		if !equal(is[name], w) {
			t.Fatalf("seed %d: %s was %v and is %v", seed, name, w, is[name])
		}
	}
}

// nodeOf is the node that a name of numbers is about; empty for a total.
func nodeOf(r *assess.Result, name string) string {
	for _, word := range strings.Fields(name) {
		if r.Input.Instrument.Node(word) != nil {
			return word
		}
	}
	return ""
}

// TestOpinionNeverOnGaps: whatever the answers, a gap or something left out keeps
// the opinion back, and so does any gate of its set that nobody can tell.
func TestOpinionNeverOnGaps(t *testing.T) {
	told := 0
	for seed := range uint64(2 * rounds) {
		rng := rand.New(rand.NewPCG(seed, 12))
		r := assess.ScoreRound(fill(rng, grow(rng).parse(t)))
		tells := func(where string, s assess.Score, gates []assess.GateResult, o *assess.Opinion) {
			if o == nil {
				return
			}
			clear := s.Complete() && len(r.Input.Excluded) == 0 && s.Band != nil
			fails := slices.ContainsFunc(gates, func(g assess.GateResult) bool {
				return g.Gate.Set == r.Input.Instrument.Opinions.Set && g.State == assess.GateFails
			})
			holds := !slices.ContainsFunc(gates, func(g assess.GateResult) bool {
				return g.Gate.Set == r.Input.Instrument.Opinions.Set && g.State != assess.GateHolds
			})
			if (o.State == assess.OpinionTold) != (o.Label != "") || o.Label != "" && !(clear && (holds || fails)) {
				t.Fatalf("seed %d: %s is told %q (%s) with %d of %d answers and gates %v", seed, where, o.Label, o.State, s.Done, s.Slots, gates)
			}
			if o.Label != "" {
				told++
			}
		}
		tells("the entity", r.Entity, r.Gates, r.Axis.Opinion)
		for _, u := range r.Units {
			tells(u.Unit.ID, u.Score, u.Gates, u.Axis.Opinion)
		}
	}
	if told < 20 {
		t.Errorf("only %d opinions told", told)
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
	tried := map[indicators.Scope]int{}
	for seed := range uint64(rounds) {
		rng := rand.New(rand.NewPCG(seed, 7))
		in := fill(rng, grow(rng).parse(t))
		in.Layer = assess.Final
		before := assess.ScoreRound(in)
		if before.Entity.Exact == nil {
			continue
		}
		for _, u := range before.Units {
			for _, n := range u.Nodes {
				for _, it := range n.Items {
					k := assess.Key{Unit: u.Unit.ID, Indicator: n.Node.ID, Product: it.Product.ID, Respondent: it.Respondent}
					if n.Node.Kind == indicators.Indicator && n.Node.Scope == indicators.PerEntity {
						k.Unit = ""
					}
					if it.State != assess.Missing || n.Node.Scope == indicators.PerProduct && k.Product == "" || rng.IntN(4) > 0 {
						continue
					}
					tried[n.Node.Scope]++
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
	if len(tried) != 4 {
		t.Errorf("answers were missing only in %v", tried)
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
		for _, n := range in.Instrument.Indicators() {
			if n.Scope == indicators.PerUnit { // asked of a unit, answered for the government
				in.Answers = append(in.Answers, assess.Answer{Key: assess.Key{Indicator: n.ID}, Layer: assess.Mandiri, State: assess.Answered, Value: best})
			}
		}
		if got := fileBytes(t, in); !bytes.Equal(got, want) {
			t.Fatalf("seed %d: stray answers give\n%s\nnot\n%s", seed, got, want)
		}
		if strings.Contains(string(want), "R77") {
			t.Fatal("the test uses a respondent that is really there")
		}
	}
}
