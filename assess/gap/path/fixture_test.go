package path

import (
	"math/big"
	"math/rand/v2"
	"os"
	"slices"
	"testing"

	"spotcheck/assess"
	"spotcheck/indicators"
)

func instrument(t testing.TB) *indicators.Instrument {
	t.Helper()
	data, err := os.ReadFile("testdata/instrumen.yaml")
	if err != nil {
		t.Fatal(err)
	}
	in, list := indicators.Parse("instrumen.yaml", data)
	if in == nil || len(list) > 0 {
		t.Fatal(list)
	}
	return in
}

// values are what an indicator's answer may be raised through.
func values(n *indicators.Node) []*big.Rat {
	var out []*big.Rat
	for _, l := range n.Scale.Levels {
		out = append(out, l.Value)
	}
	for _, s := range n.Scale.Steps {
		out = append(out, s.From)
	}
	if len(out) == 0 {
		out = []*big.Rat{n.Scale.Min, n.Scale.Max}
	}
	return out
}

// someRound has units of both types with one or two products, answers of all kinds,
// and some missing.
func someRound(in *indicators.Instrument, rng *rand.Rand, units int) assess.Input {
	input := assess.Input{Instrument: in, Entity: "Kabupaten Uji", Period: "2026"}
	for i := range units {
		u := assess.Unit{ID: string(rune('a' + i)), Name: "Unit", Type: []string{"dinas", "puskesmas"}[rng.IntN(2)], Products: []assess.Product{{ID: "p", Name: "p"}, {ID: "q", Name: "q"}}[:1+rng.IntN(2)]}
		input.Units = append(input.Units, u)
		say := func(n *indicators.Node, product, respondent string) {
			a := assess.Answer{Key: assess.Key{Unit: u.ID, Indicator: n.ID, Product: product, Respondent: respondent}, Layer: assess.Mandiri, State: assess.Answered}
			switch list := values(n); {
			case rng.IntN(7) == 0:
				return
			case rng.IntN(7) == 0 && n.NA != "":
				a.State = assess.NA
			default:
				a.Value = list[rng.IntN(len(list))]
			}
			input.Answers = append(input.Answers, a)
		}
		for _, n := range in.Indicators() {
			switch {
			case !n.Applies(u.Type):
			case n.Scope == indicators.PerProduct:
				for _, p := range u.Products {
					say(n, p.ID, "")
				}
			case n.Scope == indicators.PerRespondent:
				say(n, "", "R1")
			default:
				say(n, "", "")
			}
		}
	}
	return input
}

// raised are the answers of a round with those of a path in their place.
func raised(input assess.Input, changes map[assess.Key]*big.Rat) assess.Input {
	input.Answers = slices.DeleteFunc(slices.Clone(input.Answers), func(a assess.Answer) bool { return changes[a.Key] != nil })
	for key, v := range changes {
		input.Answers = append(input.Answers, assess.Answer{Key: key, Layer: assess.Mandiri, State: assess.Answered, Value: v})
	}
	return input
}

func keyOf(u *assess.UnitResult, n *assess.NodeResult, it *assess.Item) assess.Key {
	return assess.Key{Unit: u.Unit.ID, Indicator: n.Node.ID, Product: it.Product.ID, Respondent: it.Respondent}
}
