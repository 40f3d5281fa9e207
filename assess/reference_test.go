package assess_test

import (
	"math/big"
	"slices"

	"spotcheck/assess"
	"spotcheck/indicators"
)

// reference scores a round the slow and obvious way, as one would on paper: every
// leaf gets its effective weight (its share among those siblings that count, times
// its parent's, and so on up), and a score is the sum of effective weight times
// answer. Nothing is kept between two questions; every answer is looked for in the
// whole list.
type reference struct {
	assess.Input
	// missing and excluded are what such a leaf counts, from 0 to 1; with a nil
	// excluded it does not count.
	missing, excluded *big.Rat
}

// answer is what the highest layer allowed says under k; nil when none speaks.
func (r reference) answer(k assess.Key) *assess.Answer {
	for _, layer := range slices.Backward(r.layers()) {
		for i := range r.Answers {
			if a := &r.Answers[i]; a.Key == k && a.Layer == layer {
				return a
			}
		}
	}
	return nil
}

// layers are those that may speak.
func (r reference) layers() []assess.Layer {
	switch r.Layer {
	case assess.Final:
		return []assess.Layer{assess.Mandiri, assess.Verifikasi, assess.Final}
	case assess.Verifikasi:
		return []assess.Layer{assess.Mandiri, assess.Verifikasi}
	}
	return []assess.Layer{assess.Mandiri}
}

// people are the respondents who answered anything that people are asked.
func (r reference) people(u assess.Unit) []string {
	var out []string
	for _, a := range r.Answers {
		if a.Unit == u.ID && a.Respondent != "" && slices.Contains(r.layers(), a.Layer) && !slices.Contains(out, a.Respondent) {
			out = append(out, a.Respondent)
		}
	}
	return out
}

// slots are the answers asked of u for leaf n; nil stands for a missing one.
func (r reference) slots(u assess.Unit, n *indicators.Node) []*assess.Answer {
	if !r.asked(u, n) {
		return nil
	}
	var out []*assess.Answer
	key, least := assess.Key{Unit: u.ID, Indicator: n.ID}, 1
	switch n.Scope {
	case indicators.PerUnit:
		return []*assess.Answer{r.answer(key)}
	case indicators.PerProduct:
		least = r.Instrument.Products.Min
		for _, p := range u.Products {
			key.Product = p.ID
			out = append(out, r.answer(key))
		}
	case indicators.PerRespondent:
		least = r.Instrument.Respondents.Min
		for _, person := range r.people(u) {
			key.Respondent = person
			out = append(out, r.answer(key))
		}
	}
	for len(out) < least {
		out = append(out, nil)
	}
	return out
}

func (r reference) leftOut(n *indicators.Node) bool {
	return n != nil && (slices.Contains(r.Excluded, n.ID) || r.leftOut(n.Parent))
}

func (r reference) concerns(u assess.Unit, n *indicators.Node) bool {
	return !slices.Contains(n.Except, u.Type) && (len(n.Only) == 0 || slices.Contains(n.Only, u.Type))
}

func (r reference) asked(u assess.Unit, n *indicators.Node) bool {
	return r.concerns(u, n) && !r.leftOut(n)
}

// leaf is the mean of its answers from 0 to 1; nil when it does not count.
func (r reference) leaf(u assess.Unit, n *indicators.Node) *big.Rat {
	if r.concerns(u, n) && r.leftOut(n) {
		return r.excluded
	}
	sum, count := new(big.Rat), int64(0)
	for _, a := range r.slots(u, n) {
		switch {
		case a == nil:
			sum.Add(sum, r.missing)
		case a.State == assess.NA:
			continue
		default:
			above := new(big.Rat).Sub(a.Value, n.Scale.Min)
			sum.Add(sum, above.Quo(above, new(big.Rat).Sub(n.Scale.Max, n.Scale.Min)))
		}
		count++
	}
	if count == 0 {
		return nil
	}
	return sum.Mul(sum, big.NewRat(1, count))
}

// counts reports whether any leaf at or under n counts.
func (r reference) counts(u assess.Unit, n *indicators.Node) bool {
	if n.Kind == indicators.Indicator {
		return r.leaf(u, n) != nil
	}
	return slices.ContainsFunc(n.Children, func(c *indicators.Node) bool { return r.counts(u, c) })
}

// effective is the share of top's score that rests on n; a nil top is the total.
func (r reference) effective(u assess.Unit, n, top *indicators.Node) *big.Rat {
	share := big.NewRat(1, 1)
	for ; n != top; n = n.Parent {
		siblings := r.Instrument.Dimensions
		if n.Parent != nil {
			siblings = n.Parent.Children
		}
		sum := new(big.Rat)
		for _, s := range siblings {
			if r.counts(u, s) {
				sum.Add(sum, s.Weight)
			}
		}
		share.Mul(share, n.Weight)
		share.Quo(share, sum)
	}
	return share
}

// score is the score of n, of the whole unit for a nil n; nil when nothing counts.
func (r reference) score(u assess.Unit, n *indicators.Node) *big.Rat {
	sum, any := new(big.Rat), false
	for _, leaf := range r.Instrument.Indicators() {
		if n != nil && !under(leaf, n) || !r.counts(u, leaf) {
			continue
		}
		any = true
		sum.Add(sum, new(big.Rat).Mul(r.effective(u, leaf, n), r.leaf(u, leaf)))
	}
	if !any {
		return nil
	}
	lo, hi := r.Instrument.Result.Min, r.Instrument.Result.Max
	out := new(big.Rat).Mul(hi, sum)
	return out.Add(out, new(big.Rat).Mul(lo, sum.Sub(big.NewRat(1, 1), sum)))
}

func under(n, top *indicators.Node) bool {
	for ; n != nil; n = n.Parent {
		if n == top {
			return true
		}
	}
	return false
}

// state sums up the slots of all leaves under n, and counts them.
func (r reference) state(u assess.Unit, n *indicators.Node) (state assess.State, done, slots int) {
	state = assess.NA
	for _, leaf := range r.Instrument.Indicators() {
		if n != nil && !under(leaf, n) {
			continue
		}
		for _, a := range r.slots(u, leaf) {
			slots++
			switch {
			case a == nil:
				state = assess.Missing
				continue
			case a.State == assess.Answered && state == assess.NA:
				state = assess.Answered
			}
			done++
		}
	}
	return state, done, slots
}

// entity is the mean over the units that have a score for n, by the roll-up.
func (r reference) entity(n *indicators.Node) *big.Rat {
	sum, weight := new(big.Rat), new(big.Rat)
	for _, u := range r.Units {
		times := int64(1)
		if r.Instrument.Result.RollUp == indicators.RollUpProduct {
			times = max(int64(len(u.Products)), int64(r.Instrument.Products.Min))
		}
		if s := r.score(u, n); s != nil {
			sum.Add(sum, new(big.Rat).Mul(big.NewRat(times, 1), s))
			weight.Add(weight, big.NewRat(times, 1))
		}
	}
	if weight.Sign() == 0 {
		return nil
	}
	return sum.Quo(sum, weight)
}
