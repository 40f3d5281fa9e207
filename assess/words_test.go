package assess_test

import (
	"bytes"
	"math/big"
	"math/rand/v2"
	"testing"

	"spotcheck/assess"
	"spotcheck/indicators"
)

// heavier multiplies every weight by one fraction that no machine word holds, until
// the weights are put back. It changes no number of a result, but drives the engine
// out of its words.
func heavier(in *indicators.Instrument) (back func()) {
	huge, _ := new(big.Rat).SetString("170141183460469231731687303715884105727/618970019642690137449562111")
	were := make([]*big.Rat, len(in.Nodes()))
	for i, n := range in.Nodes() {
		were[i], n.Weight = n.Weight, new(big.Rat).Mul(n.Weight, huge)
	}
	return func() {
		for i, n := range in.Nodes() {
			n.Weight = were[i]
		}
	}
}

// TestWordsOrNot: a result is the same, to the byte, whether its numbers are worked
// out in machine words or not.
func TestWordsOrNot(t *testing.T) {
	for seed := range uint64(rounds) {
		rng := rand.New(rand.NewPCG(seed, 9))
		in := fill(rng, grow(rng).parse(t))
		want := fileBytes(t, in)
		back := heavier(in.Instrument)
		r := assess.ScoreRound(in)
		back()
		got, err := r.File(nil).Bytes()
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(got, want) {
			t.Fatalf("seed %d: out of words\n%s\nin words\n%s", seed, got, want)
		}
	}
}

// TestManyWorkers: with more units than one worker takes at once, every unit still
// gets the numbers that it gets alone.
func TestManyWorkers(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 10))
	one := fill(rng, grow(rng).parse(t))
	many := one
	many.Units, many.Answers = nil, nil
	for i := range 400 {
		for _, u := range one.Units {
			u.ID += suffix(i)
			many.Units = append(many.Units, u)
		}
		for _, a := range one.Answers {
			if a.Unit != "" {
				a.Unit += suffix(i)
			} else if i > 0 {
				continue
			}
			many.Answers = append(many.Answers, a)
		}
	}
	want, got := assess.ScoreRound(one), assess.ScoreRound(shuffled(rng, many))
	if len(got.Units) != 400*len(one.Units) {
		t.Fatalf("%d units", len(got.Units))
	}
	alone := map[string]*assess.UnitResult{}
	for i := range want.Units {
		alone[want.Units[i].Unit.ID] = &want.Units[i]
	}
	for i := range got.Units {
		u := &got.Units[i]
		like := alone[u.Unit.ID[:len(u.Unit.ID)-len(suffix(0))]]
		if !equal(u.Exact, like.Exact) || !equal(u.Max, like.Max) || u.Done != like.Done || u.Slots != like.Slots || u.Verified != like.Verified {
			t.Fatalf("%s: %v of %d/%d, want %v of %d/%d", u.Unit.ID, u.Exact, u.Done, u.Slots, like.Exact, like.Done, like.Slots)
		}
		for j := range u.Nodes {
			if !equal(u.Nodes[j].Score, like.Nodes[j].Score) || !equal(u.Nodes[j].Share, like.Nodes[j].Share) || len(u.Nodes[j].Items) != len(like.Nodes[j].Items) {
				t.Fatalf("%s: %s differs", u.Unit.ID, u.Nodes[j].Node.ID)
			}
		}
	}
	if !equal(got.Entity.Exact, want.Entity.Exact) {
		t.Fatalf("the mean of equals is %v, want %v", got.Entity.Exact, want.Entity.Exact)
	}
}

// suffix tells the copies of a unit apart; all are of one length.
func suffix(i int) string { return "-" + string(rune('a'+i/26)) + string(rune('a'+i%26)) }
