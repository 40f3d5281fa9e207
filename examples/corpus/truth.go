package main

import (
	"math/big"
	"slices"

	"spotcheck/assess"
	"spotcheck/indicators"
)

// layers are those that the answers are given at.
var layers = [...]assess.Layer{assess.Mandiri, assess.Verifikasi}

// scores are the ones at every layer; nil where nothing applies.
type scores [len(layers)]*big.Rat

// truth works out the scores as on paper: down the tree with the drawn answers at
// hand, in plain fractions. It fills in those of the units and gives the whole
// government's.
func (c *corpus) truth() scores {
	var sum, count, all scores
	for l, layer := range layers {
		sum[l], count[l] = new(big.Rat), new(big.Rat)
		for i := range c.wants {
			w := &c.wants[i]
			w.score[l] = (&paper{c.instrument, w.drawn, layer}).score()
			if w.score[l] == nil {
				continue
			}
			times := big.NewRat(1, 1)
			if c.instrument.Result.RollUp == indicators.RollUpProduct {
				times.SetInt64(int64(max(len(w.unit.Products), c.instrument.Products.Min)))
			}
			count[l].Add(count[l], times)
			sum[l].Add(sum[l], times.Mul(times, w.score[l]))
		}
		if count[l].Sign() > 0 {
			all[l] = new(big.Rat).Quo(sum[l], count[l])
		}
	}
	return all
}

// paper is the sheet on which one unit is worked out at one layer.
type paper struct {
	instrument *indicators.Instrument
	*drawn
	layer assess.Layer
}

func (p *paper) score() *big.Rat {
	part := p.mean(p.instrument.Dimensions)
	if part == nil {
		return nil
	}
	r := p.instrument.Result
	span := new(big.Rat).Sub(r.Max, r.Min)
	return span.Add(span.Mul(span, part), r.Min)
}

// mean is the weighted mean of those nodes that count, from 0 to 1.
func (p *paper) mean(nodes []*indicators.Node) *big.Rat {
	sum, weight := new(big.Rat), new(big.Rat)
	for _, n := range nodes {
		value := p.value(n)
		if value == nil {
			continue
		}
		weight.Add(weight, n.Weight)
		sum.Add(sum, new(big.Rat).Mul(n.Weight, value))
	}
	if weight.Sign() == 0 {
		return nil
	}
	return sum.Quo(sum, weight)
}

func (p *paper) value(n *indicators.Node) *big.Rat {
	switch {
	case n.Kind != indicators.Indicator:
		return p.mean(n.Children)
	case slices.Contains(n.Except, p.unit.Type) || len(n.Only) > 0 && !slices.Contains(n.Only, p.unit.Type):
		return nil
	}
	sum, count := new(big.Rat), int64(0)
	for _, s := range p.slots(n) {
		if s.na {
			continue
		}
		count++
		if s.value != nil {
			sum.Add(sum, height(n.Scale, s.value))
		}
	}
	if count == 0 {
		return nil
	}
	return sum.Quo(sum, big.NewRat(count, 1))
}

// slots are the answers asked for; one that is nothing is missing, and counts zero.
func (p *paper) slots(n *indicators.Node) []said {
	var out []said
	switch n.Scope {
	case indicators.PerEntity: // the settings give no numbers of the whole government
		return []said{{}}
	case indicators.PerProduct:
		for i := range p.unit.Products {
			out = append(out, p.at(n, "P", i+1))
		}
		for len(out) < p.instrument.Products.Min {
			out = append(out, said{})
		}
		return out
	case indicators.PerRespondent:
		return p.people(n)
	}
	return []said{p.at(n, "", 0)}
}

// people: who answered anything is to answer everything, unless they are a sample,
// of whom only those count who did; and there have to be enough.
func (p *paper) people(n *indicators.Node) []said {
	var out []said
	for i := 1; i <= n.Group.Slots; i++ {
		here := slices.ContainsFunc(p.instrument.Indicators(), func(m *indicators.Node) bool {
			return m.Group == n.Group && !p.at(m, n.Group.Code, i).nothing()
		})
		if s := p.at(n, n.Group.Code, i); here && !(s.nothing() && n.Group.Sample) {
			out = append(out, s)
		}
	}
	for len(out) < n.Group.Min {
		out = append(out, said{})
	}
	return out
}

// at is what counts at the layer: what was found where anything was, or the unit's
// own answer.
func (p *paper) at(n *indicators.Node, code string, number int) said {
	k := slotKey{indicator: n.ID}
	if code != "" {
		k.slot = code + big.NewInt(int64(number)).String()
	}
	r := p.replies[k]
	if p.layer == assess.Verifikasi && !r.found.nothing() {
		return r.found
	}
	return r.own
}

// height is how far up its scale a value is. A count is worth what the last step is
// worth that it does not fall short of.
func height(s *indicators.Scale, value *big.Rat) *big.Rat {
	low, high := s.Min, s.Max
	if n := len(s.Levels); n > 0 {
		low, high = s.Levels[0].Value, s.Levels[n-1].Value
	}
	if n := len(s.Steps); n > 0 {
		low, high = s.Steps[0].Value, s.Steps[n-1].Value
		count := value
		for _, step := range s.Steps {
			if count.Cmp(step.From) >= 0 {
				value = step.Value
			}
		}
	}
	above := new(big.Rat).Sub(value, low)
	return above.Quo(above, new(big.Rat).Sub(high, low))
}
