package assess_test

import (
	"math/big"
	"testing"

	"spotcheck/assess"
	"spotcheck/indicators"
	"spotcheck/indicators/library"
)

// Refused answers lower the progress only of what would be complete without them:
// elsewhere they are missing already.
func TestProgressOfRefused(t *testing.T) {
	for _, tc := range []struct {
		score assess.Score
		want  *big.Rat
	}{
		{assess.Score{}, big.NewRat(1, 1)},
		{assess.Score{Done: 1, Slots: 2}, big.NewRat(1, 2)},
		{assess.Score{Done: 1, Slots: 2, Refused: 1}, big.NewRat(1, 2)},
		{assess.Score{Done: 2, Slots: 2, Refused: 1}, big.NewRat(2, 3)},
		{assess.Score{Done: 2, Slots: 2, Lacking: 2}, big.NewRat(1, 2)},
		{assess.Score{Done: 2, Slots: 2}, big.NewRat(1, 1)},
	} {
		if got := tc.score.Progress(); got.Cmp(tc.want) != 0 || tc.score.Complete() != (got.Cmp(big.NewRat(1, 1)) == 0) {
			t.Errorf("%+v: progress %s, complete %v", tc.score, got.RatString(), tc.score.Complete())
		}
	}
}

// A number of the whole government lacks once, however many units need it.
func TestLackingCountsOnce(t *testing.T) {
	in, problems := library.Load("opini-2025")
	if in == nil {
		t.Fatal(problems)
	}
	want := 0
	for _, n := range in.Indicators() {
		if n.Scope == indicators.PerEntity && n.Counted() && n.Applies("dinas") {
			want++
		}
	}
	r := assess.ScoreRound(assess.Input{Instrument: in, Units: []assess.Unit{{ID: "a", Type: "dinas"}, {ID: "b", Type: "dinas"}, {ID: "c", Type: "dinas"}}})
	if want == 0 || r.Entity.Lacking != want || r.Units[0].Lacking != want {
		t.Errorf("the government lacks %d, a unit %d, of %d", r.Entity.Lacking, r.Units[0].Lacking, want)
	}
}
