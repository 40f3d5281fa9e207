package tracking_test

import (
	"fmt"
	"math/big"
	"math/rand/v2"
	"testing"

	"spotcheck/assess"
	"spotcheck/assess/action"
	"spotcheck/assess/action/tracking"
	"spotcheck/assess/gap"
	"spotcheck/indicators"
	"spotcheck/indicators/library"
)

// builtIn are instruments with products, samples, data of the whole government, counts
// and a roll-up by product.
var builtIn = []string{"uu25-2009", "kepatuhan-2021", "kepatuhan-2022", "opini-2025", "opini-2026", "skm-2017", "pekppp-2023", "zi-2021"}

func load(t testing.TB, id string) *indicators.Instrument {
	t.Helper()
	in, list := library.Load(id)
	if in == nil {
		t.Fatal(list)
	}
	return in
}

// someRound has units with no product or up to three, answers of all kinds, and many
// missing.
func someRound(rng *rand.Rand, in *indicators.Instrument) assess.Input {
	round := assess.Input{Instrument: in, Entity: "Kabupaten Uji", Period: "2026", Layer: assess.Layers[rng.IntN(3)]}
	if rng.IntN(3) == 0 {
		round.Excluded = []string{in.Dimensions[rng.IntN(len(in.Dimensions))].ID}
	}
	say := func(n *indicators.Node, k assess.Key) {
		layer := assess.Layers[rng.IntN(3)]
		a := assess.Answer{Key: k, Layer: layer, State: assess.Answered, Value: anyValue(rng, n.Scale)}
		switch dice := rng.IntN(8); {
		case dice == 0:
			return
		case dice == 1 && n.NA != "":
			a.State, a.Value = assess.NA, nil
		}
		round.Answers = append(round.Answers, a)
	}
	for i := range 1 + rng.IntN(4) {
		u := assess.Unit{ID: fmt.Sprintf("u%d", i), Name: fmt.Sprintf("Unit %d", i)}
		if len(in.Types) > 0 {
			u.Type = in.Types[rng.IntN(len(in.Types))].Key
		}
		for j := range rng.IntN(4) {
			u.Products = append(u.Products, assess.Product{ID: fmt.Sprintf("p%d", j), Name: fmt.Sprint("Produk ", j)})
		}
		round.Units = append(round.Units, u)
		for _, n := range in.Indicators() {
			k := assess.Key{Unit: u.ID, Indicator: n.ID}
			switch n.Scope {
			case indicators.PerProduct:
				for _, p := range u.Products {
					k.Product = p.ID
					say(n, k)
				}
			case indicators.PerRespondent:
				for j := range rng.IntN(4) {
					k.Respondent = fmt.Sprint(n.Group.Code, 1+2*j)
					say(n, k)
				}
			case indicators.PerUnit:
				say(n, k)
			}
		}
	}
	for _, n := range in.Indicators() {
		if n.Scope == indicators.PerEntity {
			say(n, assess.Key{Indicator: n.ID})
		}
	}
	return round
}

func anyValue(rng *rand.Rand, s *indicators.Scale) *big.Rat {
	if len(s.Levels) > 0 {
		return s.Levels[rng.IntN(len(s.Levels))].Value
	}
	part := new(big.Rat).Mul(new(big.Rat).Sub(s.Max, s.Min), big.NewRat(int64(rng.IntN(11)), 10))
	return indicators.Floor(part.Add(part, s.Min), s.Decimals)
}

// planOf has an item for every gap, as reports make it.
func planOf(r *assess.Result) *action.Plan {
	p := &action.Plan{Instrument: r.Input.Instrument, Entity: r.Input.Entity, Period: r.Input.Period, Date: "2026-09-30"}
	at := map[action.Key]int{}
	for _, u := range gap.New(r).Units {
		for _, g := range u.Gaps {
			k := tracking.KeyOf(u.Unit.Unit.ID, g.Node.Node)
			if i, ok := at[k]; ok {
				p.Items[i].EntityLost = new(big.Rat).Add(p.Items[i].EntityLost, g.EntityLost)
				continue
			}
			at[k] = len(p.Items)
			p.Items = append(p.Items, action.Item{Key: k, Role: g.Node.Node.Role.Title, Due: "2026-10-30", Lost: g.Lost, EntityLost: g.EntityLost})
		}
	}
	return p
}
