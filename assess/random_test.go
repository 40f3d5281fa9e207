package assess_test

import (
	"fmt"
	"math/big"
	"math/rand/v2"
	"slices"

	"spotcheck/assess"
	"spotcheck/indicators"
)

// fill makes a random round of in: units with none to four products, answers in
// any layer, gaps, TB where the leaf allows it, nodes left out. One round in three
// is whole: everybody answers everything and nothing is left out.
func fill(rng *rand.Rand, in *indicators.Instrument) assess.Input {
	round := assess.Input{Instrument: in, Entity: "Kabupaten Contoh", Period: "2026", Layer: pick(rng, append(assess.Layers[:], ""))}
	whole := rng.IntN(3) == 0
	for i := range 1 + rng.IntN(4) {
		u := assess.Unit{ID: fmt.Sprintf("u%d", i), Name: fmt.Sprintf("Unit %d", i), Type: pick(rng, unitTypes)}
		for j := range rng.IntN(5) {
			u.Products = append(u.Products, assess.Product{ID: fmt.Sprintf("p%d", j), Name: fmt.Sprintf("Produk %d", j)})
		}
		if whole {
			u.Products = append(u.Products, assess.Product{ID: "q0"}, assess.Product{ID: "q1"})
		}
		round.Units = append(round.Units, u)
		for _, n := range in.Indicators() {
			people := rng.IntN(6)
			if whole {
				people = 3
			}
			for _, k := range slotKeys(u, n, people) {
				round.Answers = append(round.Answers, say(rng, n, k, whole)...)
			}
		}
	}
	for _, n := range in.Indicators() {
		if n.Scope == indicators.PerEntity {
			round.Answers = append(round.Answers, say(rng, n, assess.Key{Indicator: n.ID}, whole)...)
		}
	}
	for _, n := range in.Nodes() {
		if !whole && rng.IntN(20) == 0 {
			round.Excluded = append(round.Excluded, n.ID)
		}
	}
	return round
}

// say is what the layers answer under one key: nothing, the same or other things.
func say(rng *rand.Rand, n *indicators.Node, k assess.Key, whole bool) []assess.Answer {
	var out []assess.Answer
	for i, layer := range assess.Layers {
		if silent := rng.IntN(10) < 2+3*min(i, 1); silent && !(whole && i == 0) {
			continue
		}
		a := assess.Answer{Key: k, Layer: layer, State: assess.Answered, Value: anyValue(rng, n.Scale), Note: "catatan"}
		if n.NA != "" && rng.IntN(5) == 0 {
			a.State, a.Value = assess.NA, nil
		}
		out = append(out, a)
	}
	return out
}

// anyValue is a random answer on s, often one on which a step begins or ends.
func anyValue(rng *rand.Rand, s *indicators.Scale) *big.Rat {
	if len(s.Levels) > 0 {
		v := pick(rng, s.Levels).Value
		if rng.IntN(4) == 0 {
			return new(big.Rat).Set(v) // not the very number of the level
		}
		return v
	}
	grain := big.NewRat(1, 1)
	for range s.Decimals {
		grain.Mul(grain, big.NewRat(1, 10))
	}
	if len(s.Steps) > 0 && rng.IntN(3) == 0 {
		from := pick(rng, s.Steps).From
		if below := new(big.Rat).Sub(from, grain); rng.IntN(2) == 0 && below.Cmp(s.Min) >= 0 {
			return below
		}
		return from
	}
	grains := new(big.Rat).Quo(new(big.Rat).Sub(s.Max, s.Min), grain)
	up := big.NewRat(rng.Int64N(grains.Num().Int64()+1), 1)
	return up.Add(up.Mul(up, grain), s.Min)
}

// shuffled is the same round told in another order.
func shuffled(rng *rand.Rand, in assess.Input) assess.Input {
	in.Units, in.Answers = slices.Clone(in.Units), slices.Clone(in.Answers)
	rng.Shuffle(len(in.Units), func(i, j int) { in.Units[i], in.Units[j] = in.Units[j], in.Units[i] })
	rng.Shuffle(len(in.Answers), func(i, j int) { in.Answers[i], in.Answers[j] = in.Answers[j], in.Answers[i] })
	return in
}
