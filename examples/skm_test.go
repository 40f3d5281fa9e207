package examples_test

import (
	"encoding/csv"
	"math/big"
	"os"
	"testing"

	"spotcheck/assess"
	"spotcheck/indicators"
)

// The survey's raw rows give what the regulation's formula gives, worked out here
// from the file by itself: the mean of every element over those who answered it,
// a ninth each, times 25.
func TestSurveyFromRawRows(t *testing.T) {
	r, k := opened(t, "skm")
	if len(k.Problems) > 0 {
		t.Fatal(k.Problems)
	}
	res := assess.ScoreRound(k.Input(r, ""))
	want := ikm(t, "skm/masuk/responden.csv")
	if len(want) != 2 || len(res.Units) != len(want) {
		t.Fatalf("%d units, %d in the file", len(res.Units), len(want))
	}
	for i := range res.Units {
		if u := &res.Units[i]; u.Exact.Cmp(want[u.Unit.ID]) != 0 {
			t.Errorf("%s: %s, by the formula %s", u.Unit.ID, u.Exact, want[u.Unit.ID])
		}
	}
	if got := indicators.Exact(res.Units[0].Exact) + " " + summary(res.Units[0].Score); got != "5575/66 84.47 B  105/105" {
		t.Errorf("first unit %q", got)
	}
}

// ikm is the index of every unit in a file of one row per person.
func ikm(t *testing.T, file string) map[string]*big.Rat {
	t.Helper()
	f, err := os.Open(file)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = f.Close() }()
	rows, err := csv.NewReader(f).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	type element struct{ unit, name string }
	sums, counts := map[element]*big.Rat{}, map[element]int64{}
	for _, row := range rows[1:] {
		for i, v := range row[2:] {
			answer, ok := new(big.Rat).SetString(v)
			if !ok {
				continue
			}
			e := element{row[0], rows[0][i+2]}
			if sums[e] == nil {
				sums[e] = new(big.Rat)
			}
			sums[e].Add(sums[e], answer)
			counts[e]++
		}
	}
	out := map[string]*big.Rat{}
	for e, sum := range sums {
		if out[e.unit] == nil {
			out[e.unit] = new(big.Rat)
		}
		out[e.unit].Add(out[e.unit], sum.Mul(sum, big.NewRat(25, 9*counts[e])))
	}
	return out
}
