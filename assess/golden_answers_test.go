package assess_test

import (
	"fmt"
	"math/big"
	"slices"
	"strings"
	"testing"

	"spotcheck/assess"
	"spotcheck/indicators"
)

// answers: raw answers to the built-in instrument give the score, exactly, of a
// node or of the total.
func (g *facts) answers(r row) (outcome, string) {
	in := g.builtIn(r["instrument"])
	if in == nil {
		return information, "no instrument"
	}
	round := assess.Input{Instrument: in, Units: []assess.Unit{{ID: "u", Type: in.Types[0].Key}}}
	for group := range strings.SplitSeq(r["answers"], ";") {
		who, list, _ := strings.Cut(group, "=")
		switch who {
		case "one":
			round.Answers = g.person(in, 1, strings.Split(list, ","))
		case "mean":
			round.Answers = g.sample(in, rat(list))
		default:
			round.Answers = append(round.Answers, g.worth(in.Node(who), strings.Split(list, ","))...)
		}
	}
	u := &assess.ScoreRound(round).Units[0]
	got, category := u.Exact, u.Band.Category
	if r["node"] != "" {
		got, category = u.Node(r["node"]).Score, ""
	}
	what := indicators.Exact(got) + " " + category
	if got.Cmp(rat(r["score"])) != 0 || r["category"] != "" && r["category"] != category {
		return differs, what
	}
	return reproduced, what
}

// person is one person's answers to all indicators, in order.
func (g *facts) person(in *indicators.Instrument, number int, list []string) []assess.Answer {
	g.t.Helper()
	if len(list) != len(in.Indicators()) {
		g.t.Fatalf("%d answers to %d indicators", len(list), len(in.Indicators()))
	}
	var out []assess.Answer
	for i, n := range in.Indicators() {
		v, ok := n.Scale.Parse(list[i])
		if !ok {
			g.t.Fatalf("%q is no answer to %s", list[i], n.ID)
		}
		k := assess.Key{Unit: "u", Indicator: n.ID, Respondent: fmt.Sprintf("%s%d", n.Group.Code, number)}
		out = append(out, assess.Answer{Key: k, Layer: assess.Mandiri, State: assess.Answered, Value: v})
	}
	return out
}

// sample is the least number of people whose answers have that mean everywhere.
func (g *facts) sample(in *indicators.Instrument, mean *big.Rat) []assess.Answer {
	people := mean.Denom().Int64()
	floor := new(big.Int).Quo(mean.Num(), mean.Denom()).Int64()
	above := mean.Num().Int64() - floor*people // how many answer one level higher
	var out []assess.Answer
	for i := range people {
		level := floor
		if i < above {
			level++
		}
		out = append(out, g.person(in, int(i+1), slices.Repeat([]string{fmt.Sprint(level)}, len(in.Indicators())))...)
	}
	return out
}

// worth are answers to the children of n that count as much as listed: a level, or
// the count that just reaches the step.
func (g *facts) worth(n *indicators.Node, list []string) []assess.Answer {
	g.t.Helper()
	if len(list) != len(n.Children) {
		g.t.Fatalf("%d answers under %s", len(list), n.ID)
	}
	var out []assess.Answer
	for i, c := range n.Children {
		var v *big.Rat
		for _, l := range c.Scale.Levels {
			if l.Value.Cmp(rat(list[i])) == 0 {
				v = l.Value
			}
		}
		for _, s := range c.Scale.Steps {
			if s.Value.Cmp(rat(list[i])) == 0 {
				v = s.From
			}
		}
		if v == nil || c.Scope != indicators.PerUnit {
			g.t.Fatalf("%s cannot be answered with %s", c.ID, list[i])
		}
		out = append(out, assess.Answer{Key: assess.Key{Unit: "u", Indicator: c.ID}, Layer: assess.Mandiri, State: assess.Answered, Value: v})
	}
	return out
}

// TestBetweenPrintedBands is the house rule for scores that fall between two
// printed ranges: rounded half up at the decimals of the instrument, then judged.
func TestBetweenPrintedBands(t *testing.T) {
	g := &facts{t: t, carriers: map[string]*indicators.Instrument{}}
	for _, tc := range []struct{ instrument, score, category string }{
		{"skm-2017", "64.994", "D"}, {"skm-2017", "64.995", "C"}, {"skm-2017", "76.605", "B"}, {"skm-2017", "88.305", "A"}, {"skm-2017", "88.304999", "B"},
		{"pekppp-2023", "4.505", "A"}, {"pekppp-2023", "4.504", "A-"}, {"pekppp-2023", "1.005", "E"},
		{"kepatuhan-2022", "87.994", "B"}, {"kepatuhan-2022", "87.995", "A"}, {"kepatuhan-2022", "77.995", "B"},
		{"kepatuhan-2021", "80.994", "K"}, {"kepatuhan-2021", "80.995", "H"}, {"kepatuhan-2017", "50.5", "M"}, {"kepatuhan-2017", "80.5", "K"},
		{"opini-2025", "77.994", "C"}, {"opini-2025", "77.995", "B"},
	} {
		if got := g.round(g.carrier(tc.instrument), []string{tc.score}, nil, "").Entity.Band.Category; got != tc.category {
			t.Errorf("%s under %s is %s, want %s", tc.score, tc.instrument, got, tc.category)
		}
	}
}
