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
// whole list; weights come from the forest, not from the parser.
type reference struct {
	assess.Input
	paper map[string]*big.Rat // weights by node id
	// missing and excluded are what such a leaf counts, from 0 to 1; with a nil
	// excluded it does not count.
	missing, excluded *big.Rat
	// only is the one product that is looked at, counted from 0; nil: all of them.
	only *int
}

func newReference(in assess.Input, f *forest, missing, excluded *big.Rat) reference {
	r := reference{in, map[string]*big.Rat{}, missing, excluded, nil}
	for t, w := range f.paper() {
		r.paper[t.id] = w
	}
	return r
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

// people are those of a group who answered anything that it is asked.
func (r reference) people(u assess.Unit, g *indicators.Respondents) []string {
	var out []string
	for _, a := range r.Answers {
		if a.Unit != u.ID || a.Respondent == "" || !slices.Contains(r.layers(), a.Layer) || slices.Contains(out, a.Respondent) {
			continue
		}
		for _, n := range r.Instrument.Indicators() {
			if n.ID == a.Indicator && n.Group == g {
				out = append(out, a.Respondent)
			}
		}
	}
	return out
}

// slots are the answers asked of u for leaf n; nil stands for a missing one.
func (r reference) slots(u assess.Unit, n *indicators.Node) []*assess.Answer {
	if !r.asked(u, n) {
		return nil
	}
	switch n.Scope {
	case indicators.PerEntity:
		return []*assess.Answer{r.answer(assess.Key{Indicator: n.ID})}
	case indicators.PerProduct:
		return r.ofProducts(u, n)
	case indicators.PerRespondent:
		return r.ofPeople(u, n)
	}
	return []*assess.Answer{r.answer(assess.Key{Unit: u.ID, Indicator: n.ID})}
}

func (r reference) ofProducts(u assess.Unit, n *indicators.Node) []*assess.Answer {
	var out []*assess.Answer
	for i := range r.products(u) {
		if r.only != nil && *r.only != i {
			continue
		}
		var a *assess.Answer
		if i < len(u.Products) {
			a = r.answer(assess.Key{Unit: u.ID, Indicator: n.ID, Product: u.Products[i].ID})
		}
		out = append(out, a)
	}
	return out
}

// products is how many products a unit has, or should have.
func (r reference) products(u assess.Unit) int {
	if len(u.Products) > r.Instrument.Products.Min {
		return len(u.Products)
	}
	return r.Instrument.Products.Min
}

// ofPeople: everybody in an interview is to answer everything; of a sample those
// who did not answer are left out, down to the least number.
func (r reference) ofPeople(u assess.Unit, n *indicators.Node) []*assess.Answer {
	var said, silent []*assess.Answer
	for _, person := range r.people(u, n.Group) {
		if a := r.answer(assess.Key{Unit: u.ID, Indicator: n.ID, Respondent: person}); a != nil {
			said = append(said, a)
		} else if !n.Group.Sample {
			silent = append(silent, nil)
		}
	}
	for len(said)+len(silent) < n.Group.Min {
		silent = append(silent, nil)
	}
	return append(said, silent...)
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
			sum.Add(sum, height(n.Scale, a.Value))
		}
		count++
	}
	if count == 0 {
		return nil
	}
	return sum.Mul(sum, big.NewRat(1, count))
}

// height is how far up its scale a value is, from 0 to 1. A count is worth what the
// last step is worth that it does not fall short of.
func height(s *indicators.Scale, value *big.Rat) *big.Rat {
	lowest, highest := s.Min, s.Max
	if len(s.Steps) > 0 {
		count := value
		lowest, highest = s.Steps[0].Value, s.Steps[len(s.Steps)-1].Value
		for _, step := range s.Steps {
			if count.Cmp(step.From) < 0 {
				break
			}
			value = step.Value
		}
	}
	above := new(big.Rat).Sub(value, lowest)
	return above.Quo(above, new(big.Rat).Sub(highest, lowest))
}

// counts reports whether n has a score: a leaf that applies, or a branch over one
// that weighs something.
func (r reference) counts(u assess.Unit, n *indicators.Node) bool {
	if n.Kind == indicators.Indicator {
		return r.leaf(u, n) != nil
	}
	return slices.ContainsFunc(n.Children, func(c *indicators.Node) bool { return r.paper[c.ID].Sign() > 0 && r.counts(u, c) })
}

// effective is the share of top's score that rests on n; a nil top is the total.
func (r reference) effective(u assess.Unit, n, top *indicators.Node) *big.Rat {
	share := big.NewRat(1, 1)
	for ; n != top; n = n.Parent {
		if r.paper[n.ID].Sign() == 0 || !r.counts(u, n) {
			return new(big.Rat)
		}
		siblings := r.Instrument.Dimensions
		if n.Parent != nil {
			siblings = n.Parent.Children
		}
		sum := new(big.Rat)
		for _, s := range siblings {
			if r.counts(u, s) {
				sum.Add(sum, r.paper[s.ID])
			}
		}
		share.Mul(share, r.paper[n.ID])
		share.Quo(share, sum)
	}
	return share
}

// score is the score of n, of the whole unit for a nil n; nil when nothing counts.
func (r reference) score(u assess.Unit, n *indicators.Node) *big.Rat {
	sum, whole := new(big.Rat), new(big.Rat)
	for _, leaf := range r.Instrument.Indicators() {
		if n != nil && !under(leaf, n) || !r.counts(u, leaf) {
			continue
		}
		part := r.effective(u, leaf, n)
		whole.Add(whole, part)
		sum.Add(sum, part.Mul(part, r.leaf(u, leaf)))
	}
	if whole.Sign() == 0 {
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

// entity is the mean of the scores for n: of all units that have one, or, product
// by product, of all products that have one.
func (r reference) entity(n *indicators.Node) *big.Rat {
	sum, count := new(big.Rat), int64(0)
	for _, u := range r.Units {
		times := 1
		if r.Instrument.Result.RollUp == indicators.RollUpProduct {
			times = r.products(u)
		}
		for i := range times {
			one := r
			if r.Instrument.Result.RollUp == indicators.RollUpProduct {
				one.only = &i
			}
			if s := one.score(u, n); s != nil {
				sum.Add(sum, s)
				count++
			}
		}
	}
	if count == 0 {
		return nil
	}
	return sum.Mul(sum, big.NewRat(1, count))
}

// complete: no slot of any unit is without an answer.
func (r reference) complete(units ...assess.Unit) bool {
	return !slices.ContainsFunc(units, func(u assess.Unit) bool {
		done, slots := r.answers(u)
		return done < slots || slices.ContainsFunc(r.Instrument.Indicators(), func(n *indicators.Node) bool {
			return n.Scope == indicators.PerEntity && weighs(n) && slices.Contains(r.slots(u, n), nil)
		})
	})
}

// answers counts what the unit itself is asked, and what of it is answered.
func (r reference) answers(u assess.Unit) (done, slots int) {
	for _, n := range r.Instrument.Indicators() {
		if n.Scope != indicators.PerEntity {
			_, d, s := r.state(u, n)
			done, slots = done+d, slots+s
		}
	}
	return done, slots
}

// weighs: nothing from n up to the top weighs nothing.
func weighs(n *indicators.Node) bool {
	return n == nil || n.Weight.Sign() > 0 && weighs(n.Parent)
}
