package assess_test

import (
	"fmt"
	"maps"
	"math/big"
	"slices"

	"spotcheck/assess"
	"spotcheck/indicators"
)

// hundredth is the finest step of a published minimum.
var hundredth = big.NewRat(1, 100)

// gate: the instrument has the published minimum, and in a round of its own answers
// the gate and its set hold exactly there and fail a hundredth of a point below,
// with everything else as good as can be.
func (g *facts) gate(r row) (outcome, string) {
	in := g.builtIn(r["instrument"])
	if in == nil {
		return information, "no instrument"
	}
	i := slices.IndexFunc(in.Gates, func(x indicators.Gate) bool { return x.Set == r["set"] && x.Of() == r["node"] })
	if i < 0 {
		return differs, "no such gate"
	}
	gate := in.Gates[i]
	stated := gate.Points
	if r["unit"] == "percent" || gate.Node == nil {
		stated = gate.Min
	}
	if stated == nil || stated.Cmp(rat(r["min"])) != 0 {
		return differs, fmt.Sprintf("minimum %v", stated)
	}
	shares := g.exactly(in, gate)
	if got := g.judged(in, shares, i, r["set"]); got != "holds, set holds" {
		return differs, "at the minimum: " + got
	}
	g.lower(in, gate, shares)
	if got := g.judged(in, shares, i, r["set"]); got != "fails, set fails" {
		return differs, "below the minimum: " + got
	}
	return reproduced, "held at and below"
}

// judged scores one unit whose answers are shares of their scales.
func (g *facts) judged(in *indicators.Instrument, shares map[*indicators.Node]*big.Rat, gate int, set string) string {
	g.t.Helper()
	round := assess.Input{Instrument: in, Units: []assess.Unit{{ID: "u", Type: in.Types[0].Key}}}
	for n, share := range shares {
		round.Answers = append(round.Answers, assess.Answer{Key: assess.Key{Unit: "u", Indicator: n.ID}, Layer: assess.Mandiri, State: assess.Answered, Value: g.entered(n, share)})
	}
	r := assess.ScoreRound(round)
	if !r.Entity.Complete() {
		g.t.Fatalf("%s is not answered in full", in.ID)
	}
	at := slices.IndexFunc(r.Axis.Sets, func(s assess.SetResult) bool { return s.Set == set })
	return fmt.Sprintf("%s, set %s", r.Gates[gate].State, r.Axis.Sets[at].State)
}

// entered is the answer that lies share of the way up; nil when the scale has not
// enough decimals for it.
func (g *facts) entered(n *indicators.Node, share *big.Rat) *big.Rat {
	v := new(big.Rat).Sub(n.Scale.Max, n.Scale.Min)
	v.Add(v.Mul(v, share), n.Scale.Min)
	if got, ok := n.Scale.Parse(indicators.Plain(v)); !ok || got.Cmp(v) != 0 {
		return nil
	}
	return v
}

// exactly gives every leaf a share of its best so that the node of gate stands
// exactly at its minimum: what is not under it is best; what is under it begins at
// the minimum of the gate nearest above it and is then raised, leaf by leaf.
func (g *facts) exactly(in *indicators.Instrument, gate indicators.Gate) map[*indicators.Node]*big.Rat {
	g.t.Helper()
	start, all := map[*indicators.Node]*big.Rat{}, in.Indicators()
	var inside []*indicators.Node
	for _, n := range all {
		if start[n] = big.NewRat(1, 1); gate.Node == nil || under(n, gate.Node) {
			start[n] = nearestMinimum(in, gate.Set, n)
			inside = append(inside, n)
		}
	}
	for range inside { // some order of raising ends on an answer that can be entered
		shares := maps.Clone(start)
		need := new(big.Rat).Sub(pointsOf(in, gate), earned(inside, shares))
		for _, n := range inside {
			more := new(big.Rat).Mul(n.Weight, new(big.Rat).Sub(big.NewRat(1, 1), shares[n]))
			if more.Cmp(need) > 0 {
				more.Set(need)
			}
			need.Sub(need, more)
			shares[n] = new(big.Rat).Add(shares[n], more.Quo(more, n.Weight))
		}
		if need.Sign() == 0 && !slices.ContainsFunc(all, func(n *indicators.Node) bool { return g.entered(n, shares[n]) == nil }) {
			return shares
		}
		inside = append(inside[1:], inside[0])
	}
	g.t.Fatalf("no answers put %q of %s exactly at its minimum", gate.Title, in.ID)
	return nil
}

// lower takes a hundredth of a point from some leaf under the gate.
func (g *facts) lower(in *indicators.Instrument, gate indicators.Gate, shares map[*indicators.Node]*big.Rat) {
	g.t.Helper()
	for _, n := range in.Indicators() {
		less := new(big.Rat).Sub(shares[n], new(big.Rat).Quo(hundredth, n.Weight))
		if (gate.Node == nil || under(n, gate.Node)) && less.Sign() >= 0 && g.entered(n, less) != nil {
			shares[n] = less
			return
		}
	}
	g.t.Fatalf("no answer under %q of %s can be lowered", gate.Title, in.ID)
}

// pointsOf is what a gate demands, in points of the weights of an instrument whose
// children sum to their parents.
func pointsOf(in *indicators.Instrument, gate indicators.Gate) *big.Rat {
	weight := new(big.Rat)
	if gate.Node != nil {
		weight.Set(gate.Node.Weight)
	} else {
		for _, n := range in.Dimensions {
			weight.Add(weight, n.Weight)
		}
	}
	return weight.Mul(weight, wayUp(in, gate.Min))
}

func wayUp(in *indicators.Instrument, score *big.Rat) *big.Rat {
	up := new(big.Rat).Sub(score, in.Result.Min)
	return up.Quo(up, new(big.Rat).Sub(in.Result.Max, in.Result.Min))
}

func earned(leaves []*indicators.Node, shares map[*indicators.Node]*big.Rat) *big.Rat {
	out := new(big.Rat)
	for _, n := range leaves {
		out.Add(out, new(big.Rat).Mul(n.Weight, shares[n]))
	}
	return out
}

// nearestMinimum is the share that the gate nearest above n demands.
func nearestMinimum(in *indicators.Instrument, set string, n *indicators.Node) *big.Rat {
	for p := n; p != nil; p = p.Parent {
		for _, x := range in.Gates {
			if x.Set == set && x.Node == p {
				return wayUp(in, x.Min)
			}
		}
	}
	return new(big.Rat)
}
