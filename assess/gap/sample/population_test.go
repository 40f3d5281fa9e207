package sample

import (
	"math/big"
	"os"
	"slices"
	"strings"
	"testing"

	"spotcheck/assess"
	"spotcheck/indicators"
)

type sceneOf struct {
	found, claim *assess.Result
	rules        Rules
}

// lines are units: "id type A1 A2 B p q", the last two the answers of C for two
// products; "-" is missing, and "2>0" says 2 and was found to be 0.
var lines = []string{
	"a dinas 2 2 - 2 2", "b dinas 1 1 - 1 1", "c dinas 0 1 - 1 1", "d dinas 1 0 - 1 1", "e dinas 1 0 - 0 0",
	"f dinas 2>0 2 - 0 0", "g dinas 1>1 1 - 0 0", "h dinas 1>0 1 - 0 0", "r rsud 1 1 1 1 1", "s rsud 0 0 0 0 0", "silent dinas - - - - -",
}

func scene(t testing.TB) sceneOf {
	t.Helper()
	data, err := os.ReadFile("../testdata/instrumen.yaml")
	if err != nil {
		t.Fatal(err)
	}
	in, list := indicators.Parse("instrumen.yaml", data)
	if in == nil {
		t.Fatal(list)
	}
	input := assess.Input{Instrument: in, Entity: "Kabupaten Uji", Period: "2026", Layer: assess.Verifikasi}
	for _, line := range lines {
		f := strings.Fields(line)
		input.Units = append(input.Units, assess.Unit{ID: f[0], Name: "Unit " + f[0], Type: f[1], Products: []assess.Product{{ID: "p", Name: "P"}, {ID: "q", Name: "Q"}}})
		for i, k := range []assess.Key{{Indicator: "A1"}, {Indicator: "A2"}, {Indicator: "B"}, {Indicator: "C", Product: "p"}, {Indicator: "C", Product: "q"}} {
			k.Unit = f[0]
			for j, text := range strings.Split(f[2+i], ">") {
				if v, ok := new(big.Rat).SetString(text); ok {
					input.Answers = append(input.Answers, assess.Answer{Key: k, Layer: assess.Layers[j], State: assess.Answered, Value: v})
				}
			}
		}
	}
	own := input
	own.Layer = assess.Mandiri
	return sceneOf{assess.ScoreRound(input), assess.ScoreRound(own), RulesFor(in)}
}

func TestRulesFollowTheScale(t *testing.T) {
	in := &indicators.Instrument{}
	in.Result.Min, in.Result.Max = big.NewRat(1, 1), big.NewRat(5, 1)
	r := RulesFor(in)
	if r.Inflated.RatString() != "1/5" || r.Peers.RatString() != "2/5" || r.Near.RatString() != "2/25" || r.LeastPeers != 3 || r.Persons != 2 {
		t.Errorf("%+v", r)
	}
}

func TestPopulation(t *testing.T) {
	s := scene(t)
	members, outside := Population(s.found, s.claim, s.rules)
	want := map[string][]Risk{
		"a": {Inflated, Unvisited}, // 100, the others of its type 40
		"b": {Borderline, Unvisited}, "c": {Unvisited}, "d": {Unvisited}, "e": {Unvisited},
		"f": {Inflated}, "g": {Ordinary}, "h": {Inflated}, // found lower, or as said
		"r": {Borderline, Unvisited}, "s": {Unvisited}, // one other rsud is no peers
	}
	for _, m := range members {
		if id := m.Unit.Unit.ID; !slices.Equal(m.Risks, want[id]) {
			t.Errorf("%s: %v, want %v", id, m.Risks, want[id])
		}
	}
	if len(members) != len(want) || len(outside) != 1 || Visited(members[0].Unit) || !Visited(members[5].Unit) {
		t.Error(len(members), outside)
	}
	if f := members[5]; f.Over.RatString() != "75/2" || f.Claim.RatString() != "75" || f.Edge.RatString() != "25/2" || members[8].Peers != nil {
		t.Errorf("%+v", f)
	}
	var got []string
	for _, s := range strata(members, func(string) int { return 1 }) {
		got = append(got, s.Type+" "+string(s.Risk)+" "+strings.Join(s.Units, ""))
	}
	if !slices.Equal(got, []string{"dinas inflated afh", "dinas borderline b", "dinas unvisited cde", "dinas ordinary g", "rsud borderline r", "rsud unvisited s"}) {
		t.Error(got)
	}
}

func TestChecks(t *testing.T) {
	s := scene(t)
	doubts := Doubts(s.found)
	if len(doubts) != 1 || doubts["A1"] != (Doubt{2, 3}) || doubts["A1"].Rate().RatString() != "3/5" || doubts["A2"].Rate().RatString() != "1/2" {
		t.Errorf("%v", doubts)
	}
	for unit, want := range map[int]string{
		0: "A1 75/2 45/2, A2 75/2 75/4, Cp 25/2 25/4, Cq 25/2 25/4",
		5: "A2 75/2 75/4", // A1 was verified, the products claim nothing
		9: "",
	} {
		var got []string
		for _, c := range Checks(&s.found.Units[unit], s.found.Input.Instrument, doubts) {
			got = append(got, c.Node.ID+c.Product.ID+" "+c.Points.RatString()+" "+c.Weight.RatString())
		}
		if text := strings.Join(got, ", "); text != want {
			t.Errorf("%s: %s; want %s", s.found.Units[unit].Unit.ID, text, want)
		}
	}
}

// The points on the checks of a unit nobody has visited are its score, counted from
// the worst.
func TestChecksAddUp(t *testing.T) {
	s := scene(t)
	for i := range s.found.Units {
		u := &s.found.Units[i]
		if Visited(u) {
			continue
		}
		sum := new(big.Rat)
		for _, c := range Checks(u, s.found.Input.Instrument, nil) {
			sum.Add(sum, c.Points)
		}
		if sum.Cmp(u.Exact) != 0 {
			t.Errorf("%s: checks %s, score %s", u.Unit.ID, sum, u.Exact)
		}
	}
}

// An estimate waits for all verdicts; then it is the mean of what was found.
func TestEstimateFrom(t *testing.T) {
	s := scene(t)
	d := &Design{Strata: []Stratum{
		{Type: "dinas", Risk: Inflated, Cost: 1, Take: 2, Units: []string{"a", "f", "h"}, Chosen: []string{"f", "h"}},
		{Type: "dinas", Risk: Ordinary, Cost: 1, Take: 1, Units: []string{"g"}, Chosen: []string{"g"}},
	}}
	e := d.EstimateFrom(s.found, s.claim)
	// f 75 to 37.5, h 37.5 to 18.75, g 37.5 and as said
	if len(e.Missing) > 0 || e.Verified.Value.RatString() != "975/32" || e.Inflation.Value.RatString() != "675/32" || e.Verified.Low == nil || len(e.Single) > 0 {
		t.Errorf("%+v %s %s", e, e.Verified.Value, e.Inflation.Value)
	}
	d.Strata[0].Take, d.Strata[0].Chosen = 1, []string{"h"}
	if e = d.EstimateFrom(s.found, s.claim); len(e.Single) != 1 || e.Verified.Low != nil || e.Verified.Value == nil {
		t.Errorf("%+v", e)
	}
	d.Strata[0].Chosen = []string{"a"}
	if e = d.EstimateFrom(s.found, s.claim); !slices.Equal(e.Missing, []string{"a"}) || e.Verified.Value != nil {
		t.Errorf("%+v", e)
	}
}
