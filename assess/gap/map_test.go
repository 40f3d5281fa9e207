package gap_test

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"spotcheck/assess"
	"spotcheck/assess/gap"
	"spotcheck/indicators"
)

func instrument(t testing.TB) *indicators.Instrument {
	t.Helper()
	data, err := os.ReadFile("testdata/instrumen.yaml")
	if err != nil {
		t.Fatal(err)
	}
	in, list := indicators.Parse("instrumen.yaml", data)
	if in == nil {
		t.Fatal(list)
	}
	return in
}

// mapOf scores units that are written as "id type A1 A2 B p q": the last two are
// the answers of C for the products p and q; "-" is missing, "TB" not applicable.
func mapOf(t testing.TB, in *indicators.Instrument, excluded []string, lines ...string) *gap.Map {
	t.Helper()
	round := assess.Input{Instrument: in, Excluded: excluded}
	for _, line := range lines {
		f := strings.Fields(line)
		u := assess.Unit{ID: f[0], Type: f[1], Products: []assess.Product{{ID: "p"}, {ID: "q"}}}
		round.Units = append(round.Units, u)
		keys := []assess.Key{{Indicator: "A1"}, {Indicator: "A2"}, {Indicator: "B"}, {Indicator: "C", Product: "p"}, {Indicator: "C", Product: "q"}}
		for i, k := range keys {
			k.Unit = u.ID
			a := assess.Answer{Key: k, Layer: assess.Mandiri, State: assess.NA}
			if v, ok := in.Node(k.Indicator).Scale.Parse(f[2+i]); ok {
				a.State, a.Value = assess.Answered, v
			}
			if f[2+i] != "-" {
				round.Answers = append(round.Answers, a)
			}
		}
	}
	return gap.New(assess.ScoreRound(round))
}

func TestStatuses(t *testing.T) {
	in := instrument(t)
	for _, tc := range []struct {
		unit     string
		excluded []string
		want     string // of A1, A2, B, C
	}{
		{"u rsud 2 1 0 2 2", nil, "met partly not met"},
		{"u rsud TB - 2 TB TB", nil, "na missing met na"},
		{"u dinas 2 2 - 2 0", nil, "met met not-asked partly"},
		{"u dinas 2 2 - TB 2", nil, "met met not-asked met"},
		{"u dinas 2 2 - TB 0", nil, "met met not-asked not"},
		{"u dinas 2 2 - 2 -", nil, "met met not-asked missing"},
		{"u dinas 2 2 - TB -", nil, "met met not-asked missing"},
		{"u rsud 2 2 2 0 0", []string{"A"}, "not-asked not-asked met not"},
		{"u rsud 2 2 2 0 0", []string{"A2", "C"}, "met not-asked met not-asked"},
	} {
		m := mapOf(t, in, tc.excluded, tc.unit)
		var got []string
		for _, c := range m.Units[0].Cells {
			got = append(got, string(c.Status))
			if !slices.Contains(gap.Statuses[:], c.Status) {
				t.Errorf("%q is not in the legend", c.Status)
			}
		}
		if strings.Join(got, " ") != tc.want {
			t.Errorf("%s without %v: %q, want %q", tc.unit, tc.excluded, got, tc.want)
		}
	}
}

func TestGapsInOrderOfPoints(t *testing.T) {
	in := instrument(t)
	for _, tc := range []struct{ unit, want string }{
		{"u rsud 2 2 2 2 2", ""},
		{"u rsud 0 1 0 2 2", "A1 30, B 20, A2 15"},
		{"u rsud 1 1 2 0 0", "C 20, A1 15, A2 15"},       // equal points: by id
		{"u dinas TB 1 - 2 0", "A2 37.5, C 12.5"},        // A and C share what B leaves; A2 has all of A
		{"u dinas - - - - -", "A1 37.5, A2 37.5, C 25"},  // missing counts as worst
		{"u dinas TB 2 - TB TB", ""},                     // one leaf is left, and met
		{"u dinas TB - - TB TB", "A2 100"},               // one leaf is left, and missing
		{"u rsud 2 2 2 1 -", "C 15"},                     // (1/2 + 0) / 2 of 20 points
		{"u rsud 0 0 0 0 0", "A1 30, A2 30, B 20, C 20"}, // everything
		{"u dinas 0 0 - 0 0", "A1 37.5, A2 37.5, C 25"},  // everything that is asked
		{"u rsud TB 0 0 TB 0", "A2 60, B 20, C 20"},      // TB of one product leaves the other
		{"u rsud TB 0 0 TB TB", "A2 75, B 25"},           // TB of both leaves C
		{"u rsud TB 1 TB TB TB", "A2 50"},                // (B may not be TB; whoever reads answers refuses it)
		{"u rsud 2 1 2 TB 1", "A2 15, C 10"},             // (1/2) of 30, (1/2) of 20
		{"u rsud 2 1 1 2 1", "A2 15, B 10, C 5"},         // in falling order
		{"u dinas 1 2 - 2 2", "A1 18.75"},                // (1/2) of 37.5
		{"u rsud - 2 2 2 2", "A1 30"},                    // missing
		{"u rsud 2 - 2 - -", "A2 30, C 20"},              // missing
		{"u rsud 2 2 1 2 2", "B 10"},                     // partly
		{"u rsud 2 2 0 2 2", "B 20"},                     // not
	} {
		m := mapOf(t, in, nil, tc.unit)
		var got []string
		for _, g := range m.Units[0].Gaps {
			got = append(got, g.Node.Node.ID+" "+indicators.Plain(g.Lost))
			if g.EntityLost.Cmp(g.Lost) != 0 {
				t.Errorf("%s: the only unit loses %s, its government %s", tc.unit, g.Lost, g.EntityLost)
			}
		}
		if strings.Join(got, ", ") != tc.want {
			t.Errorf("%s: %q, want %q", tc.unit, strings.Join(got, ", "), tc.want)
		}
	}
}

func TestSystemic(t *testing.T) {
	m := mapOf(t, instrument(t), nil,
		"a rsud 0 2 0 2 2",
		"b dinas 1 2 - 2 2",
		"c dinas 2 2 - 2 0",
		"d dinas TB 2 - TB TB",
	)
	type row struct {
		id             string
		failing, asked int
		wide           bool
		units          string
		lost           string
	}
	want := []row{
		{"A1", 2, 3, true, "a b", "12.1875"}, // 30/4 + (1/2)*37.5/4
		{"B", 1, 1, false, "a", "5"},         // alone is not widespread
		{"C", 1, 3, false, "c", "3.125"},     // (1/2)*25/4
	}
	var got []row
	for _, s := range m.Systemic {
		got = append(got, row{s.Node.ID, s.Failing(), s.Asked, s.Widespread(), strings.Join(s.Units, " "), indicators.Plain(s.Lost)})
	}
	if !slices.Equal(got, want) {
		t.Errorf("got  %v\nwant %v", got, want)
	}
}

func TestWidespread(t *testing.T) {
	for _, tc := range []struct {
		failing, asked int
		want           bool
	}{
		{0, 0, false}, {0, 5, false}, {1, 1, false}, {1, 2, false}, {2, 2, true}, {2, 4, true}, {2, 5, false}, {3, 6, true}, {3, 7, false}, {4, 7, true},
	} {
		s := gap.Systemic{Not: tc.failing, Asked: tc.asked}
		if s.Widespread() != tc.want {
			t.Errorf("%d of %d: %v", tc.failing, tc.asked, !tc.want)
		}
	}
}

// TestRanking: units of equal rounded score share a place, and the next place
// counts them all; units without a score are not ranked.
func TestRanking(t *testing.T) {
	in := instrument(t)
	for _, tc := range []struct {
		units []string
		want  string
	}{
		{nil, ""},
		{[]string{"a rsud 2 2 2 2 2"}, "1a"},
		{[]string{"b rsud 2 2 2 2 2", "a rsud 2 2 2 2 2", "c rsud 0 2 2 2 2"}, "1a 1b 3c"},
		{[]string{"c rsud 2 2 2 2 2", "b rsud 1 2 2 2 2", "a rsud 2 1 2 2 2", "d rsud 0 0 2 2 2"}, "1c 2a 2b 4d"},
		{[]string{"a dinas 2 2 - 2 2", "b dinas TB TB - TB TB", "c dinas - - - - -"}, "1a"}, // c is silent
	} {
		m := mapOf(t, in, nil, tc.units...)
		var got []string
		for _, r := range m.Ranking {
			got = append(got, fmt.Sprint(r.Place, r.Unit.Unit.ID))
		}
		if strings.Join(got, " ") != tc.want {
			t.Errorf("%v: %v, want %s", tc.units, got, tc.want)
		}
	}
}

// Exact scores that differ where nobody sees it still share a place.
func TestRankingTakesRoundedScores(t *testing.T) {
	in := instrument(t)
	in.Result.Decimals = 0
	in.Node("A1").Weight.SetFrac64(501, 10) // 50.1 and 50 of 100.1 for A1 and A2
	m := mapOf(t, in, nil, "b rsud 1 2 2 2 2", "a rsud 2 1 2 2 2")
	first, second := m.Ranking[0], m.Ranking[1]
	if first.Unit.Exact.Cmp(second.Unit.Exact) <= 0 && second.Unit.Exact.Cmp(first.Unit.Exact) <= 0 {
		t.Fatalf("both score %s", first.Unit.Exact)
	}
	if first.Place != 1 || second.Place != 1 || first.Unit.Unit.ID != "a" {
		t.Errorf("%d %s, %d %s", first.Place, first.Unit.Unit.ID, second.Place, second.Unit.Unit.ID)
	}
}

// A unit that sent nothing is neither ranked nor held against an indicator.
func TestSilentUnits(t *testing.T) {
	m := mapOf(t, instrument(t), nil, "a rsud 2 2 2 2 2", "b rsud - - - - -")
	if len(m.Silent) != 1 || m.Silent[0].Unit.ID != "b" || len(m.Ranking) != 1 || len(m.Systemic) != 0 {
		t.Errorf("silent %v, ranking %v, systemic %v", m.Silent, m.Ranking, m.Systemic)
	}
	if len(m.Units) != 2 || m.Units[1].Cells[0].Status != gap.Missing {
		t.Error("the silent unit has left the map")
	}
}
