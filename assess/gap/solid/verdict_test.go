package solid

import (
	"math/big"
	"math/rand/v2"
	"strings"
	"testing"

	"spotcheck/assess"
	"spotcheck/indicators"
)

// The verdict told again from the numbers, in the words of the issue.
func TestVerdict(t *testing.T) {
	seen := map[Verdict]int{}
	subjects(t, 300, func(_ *rand.Rand, s subject, r *assess.Result, got *Solid) {
		rung := func(b *indicators.Band) string { return b.Zone + "/" + b.Category }
		if s.input.Instrument.Zoned() {
			rung = func(b *indicators.Band) string { return b.Zone }
		}
		stays := func(i Interval) bool {
			return rung(i.Low.Band) == rung(got.Now.Band) && rung(i.High.Band) == rung(got.Now.Band)
		}
		one := func(e *Edge) bool { return e != nil && e.Flip != nil && len(e.Flip.Answers) == 1 }
		want := Cukup
		most := got.Rests.Points.Cmp(new(big.Rat).Sub(got.Rests.Of, got.Rests.Points)) > 0
		switch {
		case most && !stays(got.Claims):
			want = Rapuh
		case !stays(got.Missing) || one(got.Border().Up) || one(got.Border().Down):
			want = Rapuh
		case stays(got.Both) && stays(Interval{got.Weights.Low, got.Weights.High}):
			want = Kokoh
		}
		for _, c := range got.Reasons {
			if c.Verdict != want {
				t.Errorf("%s because of what makes it %s", want, c.Verdict)
			}
		}
		if got.Verdict != want || (len(got.Reasons) == 0) != (want == Kokoh) {
			t.Errorf("%s for %v, want %s", got.Verdict, got.Reasons, want)
		}
		seen[want]++
	})
	for _, v := range []Verdict{Kokoh, Cukup, Rapuh} {
		if seen[v] < 5 {
			t.Errorf("few are %s: %v", v, seen)
		}
	}
}

// The rule can be printed, and its clauses stand from the worst.
func TestRule(t *testing.T) {
	cukup := false
	for _, c := range Rule {
		if text := c.Words("zona"); !strings.Contains(text, "zona") || strings.Contains(text, "%") {
			t.Error(text)
		}
		if c.Verdict == Rapuh && cukup {
			t.Error("a milder clause stands first")
		}
		cukup = cukup || c.Verdict == Cukup
	}
}

// No score, no word about it.
func TestNothingApplies(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 7))
	r := assess.ScoreRound(assess.Input{Instrument: someInstrument(t, rng)})
	if got := OfEntity(r, Default); got != nil {
		t.Errorf("%+v", got)
	}
}
