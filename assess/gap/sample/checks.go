package sample

import (
	"cmp"
	"math/big"
	"slices"
	"strings"

	"spotcheck/assess"
	"spotcheck/indicators"
)

// Doubt is how an indicator fared where it was verified in this round: verdicts, and
// how many of them lowered what the unit said.
type Doubt struct{ Lowered, Verdicts int }

// Rate is the share of claims expected to fall, (lowered + 1)/(verdicts + 2): a half
// while nothing is known.
func (d Doubt) Rate() *big.Rat { return big.NewRat(int64(d.Lowered+1), int64(d.Verdicts+2)) }

// Doubts counts the verdicts of a result by id of indicator.
func Doubts(found *assess.Result) map[string]Doubt {
	said := map[assess.Key]*big.Rat{}
	for _, a := range found.Input.Answers {
		if a.Layer == assess.Mandiri && a.State == assess.Answered {
			said[a.Key] = a.Value
		}
	}
	out := map[string]Doubt{}
	for i := range found.Units {
		for _, n := range found.Units[i].Nodes {
			for _, it := range n.Items {
				if n.Node.Scope == indicators.PerEntity || !verified(it) || it.State != assess.Answered || said[it.Answer.Key] == nil {
					continue
				}
				d := out[n.Node.ID]
				d.Verdicts++
				if it.Answer.Value.Cmp(said[it.Answer.Key]) < 0 {
					d.Lowered++
				}
				out[n.Node.ID] = d
			}
		}
	}
	return out
}

// Check is a claim to look at on site: an indicator of a unit, for one product where
// it is asked per product. Points of the unit's score stand on it; Weight is these
// times the rate at which the claim is expected to fall.
type Check struct {
	Node           *indicators.Node
	Product        assess.Product
	People         int // respondents whose answers it rests on; 0 unless people are asked
	Points, Weight *big.Rat
	Doubt          Doubt
	Claim          *assess.Answer // of one respondent where there are many
}

// Checks are the claims of a unit that nobody has verified and that its score rests
// on, the heaviest first.
func Checks(u *assess.UnitResult, in *indicators.Instrument, doubts map[string]Doubt) []Check {
	var out []Check
	for i := range u.Nodes {
		n := &u.Nodes[i]
		if n.Node.Asking == nil || n.Node.Scope == indicators.PerEntity || n.Score == nil {
			continue
		}
		out = append(out, checksOf(n, in.Result.Min, doubts[n.Node.ID])...)
	}
	order := map[string]int{}
	for i, n := range in.Indicators() {
		order[n.ID] = i
	}
	slices.SortFunc(out, func(a, b Check) int {
		return cmp.Or(b.Weight.Cmp(a.Weight), order[a.Node.ID]-order[b.Node.ID], strings.Compare(a.Product.ID, b.Product.ID))
	})
	return out
}

// checksOf are the checks of one indicator: one for each product, or one in all.
func checksOf(n *assess.NodeResult, worst *big.Rat, doubt Doubt) []Check {
	count := int64(0)
	for _, it := range n.Items {
		if it.Score != nil {
			count++
		}
	}
	var out []Check
	for _, it := range n.Items {
		if it.State != assess.Answered || verified(it) || it.Score == nil || it.Score.Cmp(worst) <= 0 {
			continue
		}
		points := new(big.Rat).Sub(it.Score, worst)
		points.Mul(points, n.Share).Quo(points, big.NewRat(count, 1))
		if points.Sign() == 0 {
			continue
		}
		if it.Respondent == "" || len(out) == 0 {
			out = append(out, Check{Node: n.Node, Product: it.Product, Points: new(big.Rat), Doubt: doubt, Claim: it.Answer})
		}
		c := &out[len(out)-1]
		c.Points.Add(c.Points, points)
		c.Weight = new(big.Rat).Mul(c.Points, doubt.Rate())
		if it.Respondent != "" {
			c.People++
		}
	}
	return out
}
