package assess_test

import (
	"fmt"
	"math/big"
	"math/rand/v2"
	"slices"

	"spotcheck/indicators"
)

// forest is a random instrument, kept apart from the model so that it can be
// weighed by hand, pruned and written as YAML again.
type forest struct {
	roots    []*twig
	split    string // what leaves without a weight share; empty: nothing
	byParent bool   // children weigh as much together as their parent
	result   span
	products int
	groups   []people
	bands    []string // where each begins, best first
	zones    bool
	gates    []barrier
	opinions *labels // nil: none
}

// twig is one node.
type twig struct {
	id     string
	weight string // empty: a part of a split, or the sum of the kids
	split  string // what leaves below share; empty: nothing
	parent *twig
	kids   []*twig
	leaf
}

type leaf struct {
	scope, group, scale, applies string
	mayNotApply                  bool
}

type span struct {
	min, max string
	decimals int
	rollup   string
}

type people struct {
	key, code, kind string
	min             int
}

// barrier is a gate; an empty node is the total, an empty points means min.
type barrier struct{ set, node, min, points string }

// labels are the opinions: two for each band, empty for none.
type labels struct {
	set  string
	list [][2]string
}

var (
	scopes  = []string{"unit", "unit", "product", "respondent", "respondent", "entity"}
	scales  = []string{"tiga", "aneh", "persen", "tangga", "lompat"}
	weights = []string{"1", "2", "10", "12.5", "0.1", "33.3333", "100", "7", "0"}
	applies = []string{"", "", "", "{only: [rsud]}", "{except: [rsud]}", "{only: [dinas, rsud], except: [rsud]}"}
	results = []span{
		{"0", "100", 2, "unit"}, {"0", "100", 2, "product"}, {"0", "5", 2, "unit"}, {"0", "5", 4, "product"},
		{"25", "100", 2, "unit"}, {"25", "100", 1, "product"}, {"1", "5", 3, "unit"}, {"-2.5", "1000", 0, "product"},
	}
	kinds     = []string{"interview", "sample"}
	codes     = []string{"R", "K", "PJ"}
	gateSets  = []string{"", "WBK", "WBK", "LULUS"}
	shares    = []*big.Rat{rat("0"), rat("0.25"), rat("0.5"), rat("0.6"), rat("0.75"), rat("1")}
	unitTypes = []string{"dinas", "rsud", "sekolah"}
)

func pick[T any](rng *rand.Rand, from []T) T { return from[rng.IntN(len(from))] }

// rat reads a decimal of a test.
func rat(text string) *big.Rat {
	r, ok := new(big.Rat).SetString(text)
	if !ok {
		panic("not a number: " + text)
	}
	return r
}

// at is the place on the scale that lies share of the way up.
func (s span) at(share *big.Rat) *big.Rat {
	out := new(big.Rat).Sub(rat(s.max), rat(s.min))
	return out.Add(out.Mul(out, share), rat(s.min))
}

// grow makes a tree of one to three floors with all that stands beside it.
func grow(rng *rand.Rand) *forest {
	f := &forest{result: pick(rng, results), products: 1 + rng.IntN(2), byParent: rng.IntN(3) == 0, zones: rng.IntN(2) == 0}
	for _, code := range codes[:1+rng.IntN(len(codes))] {
		f.groups = append(f.groups, people{"orang-" + code, code, pick(rng, kinds), 1 + rng.IntN(3)})
	}
	for i := range 1 + rng.IntN(3) {
		f.roots = append(f.roots, f.sprout(rng, nil, string(rune('A'+i)), 1+rng.IntN(3)))
	}
	f.weigh(rng)
	f.judge(rng)
	return f
}

func (f *forest) sprout(rng *rand.Rand, parent *twig, id string, floors int) *twig {
	t := &twig{id: id, parent: parent}
	if floors == 1 {
		t.leaf = leaf{pick(rng, scopes), pick(rng, f.groups).key, pick(rng, scales), pick(rng, applies), rng.IntN(2) == 0}
		t.mayNotApply = t.mayNotApply && f.result.rollup == indicators.RollUpUnit
		return t
	}
	for i := range 1 + rng.IntN(4) {
		t.kids = append(t.kids, f.sprout(rng, t, fmt.Sprintf("%s%d", id, i+1), floors-1-rng.IntN(floors-1)))
	}
	return t
}

// judge sets the bands, gates and opinions.
func (f *forest) judge(rng *rand.Rand) {
	for _, share := range []string{"0.9", "0.7", "0.45", "0.2"}[rng.IntN(5):] {
		f.bands = append(f.bands, indicators.Plain(f.result.at(rat(share))))
	}
	f.bands = append(f.bands, f.result.min)
	paper := f.paper()
	for range rng.IntN(6) {
		g := barrier{set: pick(rng, gateSets), min: indicators.Plain(f.result.at(pick(rng, shares)))}
		if t := pick(rng, f.all()); rng.IntN(3) > 0 {
			g.node = t.id
			if f.byParent && paper[t].Sign() > 0 && rng.IntN(2) == 0 {
				g.points = indicators.Plain(new(big.Rat).Mul(paper[t], pick(rng, shares)))
			}
		}
		f.gates = append(f.gates, g)
	}
	for _, g := range f.gates {
		if g.set == "" || f.opinions != nil || rng.IntN(5) == 0 {
			continue
		}
		f.opinions = &labels{set: g.set}
		for range f.bands {
			f.opinions.list = append(f.opinions.list, [2]string{pick(rng, []string{"", "Tanpa", "Bersih"}), pick(rng, []string{"", "Biasa"})})
		}
	}
}

// all are the twigs, parents before children.
func (f *forest) all() []*twig {
	var out []*twig
	var walk func([]*twig)
	walk = func(group []*twig) {
		for _, t := range group {
			out = append(out, t)
			walk(t.kids)
		}
	}
	walk(f.roots)
	return out
}

// within reports whether t is top or stands under it.
func (t *twig) within(top *twig) bool {
	for ; t != nil; t = t.parent {
		if t == top {
			return true
		}
	}
	return false
}

// without is the forest with that twig cut, and every branch that it leaves bare.
// The rest weighs what it weighed; gates and opinions are dropped. It is nil when
// nothing remains, or nothing that weighs anything.
func (f *forest) without(cut *twig) *forest {
	out := *f
	out.split, out.byParent, out.gates, out.opinions = "", false, nil, nil
	out.roots = prune(f.roots, cut, nil, f.paper())
	groups := [][]*twig{out.roots}
	for _, t := range out.all() {
		groups = append(groups, t.kids)
	}
	for i, g := range groups {
		if (len(g) > 0 || i == 0) && !slices.ContainsFunc(g, func(t *twig) bool { return t.weight != "0" }) {
			return nil
		}
	}
	return &out
}

// prune copies twigs with the weights of paper, which it states as whole numbers:
// among siblings only their proportion counts.
func prune(from []*twig, cut, parent *twig, paper map[*twig]*big.Rat) []*twig {
	whole := big.NewInt(1)
	for _, t := range from {
		whole.Mul(whole, new(big.Int).Quo(paper[t].Denom(), new(big.Int).GCD(nil, nil, whole, paper[t].Denom())))
	}
	var out []*twig
	for _, t := range from {
		c := *t
		c.parent, c.split = parent, ""
		c.weight = new(big.Rat).Mul(paper[t], new(big.Rat).SetInt(whole)).RatString()
		c.kids = prune(t.kids, cut, &c, paper)
		if t != cut && (t.kids == nil || c.kids != nil) {
			out = append(out, &c)
		}
	}
	return out
}
