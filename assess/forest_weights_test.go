package assess_test

import (
	"math/big"
	"math/rand/v2"
	"slices"
	"testing"

	"spotcheck/indicators"
)

// weigh gives weights to some twigs and leaves others to splits and sums.
func (f *forest) weigh(rng *rand.Rand) {
	if !f.byParent && rng.IntN(3) == 0 {
		f.split = "1"
	}
	f.weighAll(rng, f.roots, f.split != "")
	if f.split != "" {
		f.split = f.settle(rng, nil)
	}
}

// weighAll weighs siblings; leaves may stay without when they stand in a split.
func (f *forest) weighAll(rng *rand.Rand, group []*twig, shared bool) {
	for _, t := range group {
		if may := shared || t.kids != nil; !may || rng.IntN(2) == 0 {
			t.weight = pick(rng, weights)
		}
		if t.kids == nil {
			continue
		}
		if rng.IntN(4) == 0 {
			t.split = "1"
		}
		f.weighAll(rng, t.kids, t.split != "" || shared && t.weight == "")
		if t.split != "" {
			t.split = f.settle(rng, t)
		}
	}
	if !slices.ContainsFunc(group, func(t *twig) bool { return t.weight != "0" }) {
		group[0].weight = "3"
	}
	for _, t := range group {
		if f.byParent && t.kids != nil && t.weight != "" && t.weight != "0" {
			t.weight = indicators.Plain(f.sum(t))
		}
	}
}

// settle is what the sharers of the split of t, or of the whole forest, sum to: some
// more than what is stated. Nobody to share it: no split.
func (f *forest) settle(rng *rand.Rand, t *twig) string {
	stated, unstated := f.sharers(t)
	if len(unstated) == 0 {
		return ""
	}
	left := rat(pick(rng, []string{"100", "7.5", "1"}))
	if f.byParent { // where sums are checked, every part is a decimal
		left.Mul(left, big.NewRat(int64(len(unstated)), 1))
	}
	for _, s := range stated {
		left.Add(left, s.part())
	}
	return indicators.Plain(left)
}

// part is what a twig takes of the split that it stands in: its weight, or what its
// own split comes to.
func (t *twig) part() *big.Rat {
	if t.weight != "" {
		return rat(t.weight)
	}
	return rat(t.split)
}

// sharers are what stands in the split of t, nil for that of the whole forest: the
// leaves, and the branches with a weight or a split of their own in place of what is
// below.
func (f *forest) sharers(t *twig) (stated, unstated []*twig) {
	for _, s := range f.all() {
		switch holder, any := s.holder(); {
		case !any || holder != t:
		case s.weight != "" || s.split != "":
			stated = append(stated, s)
		case s.kids == nil:
			unstated = append(unstated, s)
		}
	}
	return stated, unstated
}

// holder is whose split a twig stands in: that of the nearest branch above with
// one, or of the forest (nil). A branch with a weight of its own stands between.
func (t *twig) holder() (holder *twig, any bool) {
	for p := t.parent; p != nil; p = p.parent {
		if p.split != "" {
			return p, true
		}
		if p.weight != "" {
			return nil, false
		}
	}
	return nil, true
}

// paper is what every twig weighs, worked out one by one.
func (f *forest) paper() map[*twig]*big.Rat {
	out := map[*twig]*big.Rat{}
	for _, t := range f.all() {
		out[t] = f.weightOf(t)
	}
	return out
}

func (f *forest) weightOf(t *twig) *big.Rat {
	switch {
	case t.weight != "":
		return rat(t.weight)
	case t.kids != nil:
		return f.sum(t)
	}
	holder, _ := t.holder()
	total := f.split
	if holder != nil {
		total = holder.split
	}
	left := rat(total)
	stated, unstated := f.sharers(holder)
	for _, s := range stated {
		left.Sub(left, s.part())
	}
	return left.Mul(left, big.NewRat(1, int64(len(unstated))))
}

func (f *forest) sum(t *twig) *big.Rat {
	out := new(big.Rat)
	for _, k := range t.kids {
		out.Add(out, f.weightOf(k))
	}
	return out
}

// TestWeights: every node weighs what it does on paper, and says how it came by it;
// what stands in a split sums to its total exactly, children to a summed branch.
func TestWeights(t *testing.T) {
	seen := map[indicators.Weighing]int{}
	for seed := range uint64(rounds) {
		f := grow(rand.New(rand.NewPCG(seed, 10)))
		in := f.parse(t)
		for _, tw := range f.all() {
			n := in.Node(tw.id)
			seen[n.Weighing]++
			how := indicators.Stated
			switch {
			case tw.weight == "" && tw.kids == nil:
				how = indicators.Split
			case tw.weight == "":
				how = indicators.Summed
			}
			if want := f.weightOf(tw); n.Weight.Cmp(want) != 0 || n.Weighing != how {
				t.Fatalf("seed %d: %s weighs %s (%q), on paper %s (%q)", seed, n.ID, n.Weight, n.Weighing, want, how)
			}
			if tw.split != "" {
				f.sharesSum(t, in, tw, tw.split)
			}
		}
		if f.split != "" {
			f.sharesSum(t, in, nil, f.split)
		}
	}
	if len(seen) != 3 {
		t.Errorf("not every way of weighing was drawn: %v", seen)
	}
}

func (f *forest) sharesSum(t *testing.T, in *indicators.Instrument, holder *twig, total string) {
	t.Helper()
	stated, unstated := f.sharers(holder)
	sum := new(big.Rat)
	for _, l := range slices.Concat(stated, unstated) {
		sum.Add(sum, in.Node(l.id).Weight)
	}
	for _, l := range unstated {
		if in.Node(l.id).Weight.Cmp(in.Node(unstated[0].id).Weight) != 0 {
			t.Fatalf("%s and %s share unequally", l.id, unstated[0].id)
		}
	}
	if sum.Cmp(rat(total)) != 0 {
		t.Fatalf("what stands in a split of %s sums to %s", total, sum)
	}
}
