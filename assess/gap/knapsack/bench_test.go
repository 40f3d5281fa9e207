package knapsack

import (
	"math/big"
	"math/rand/v2"
	"testing"
)

// government is 40 units of 40 indicators with five levels: 1,600 items, a tenth of
// which need another one of their unit.
func government() Problem {
	rng := rand.New(rand.NewPCG(40, 40))
	var p Problem
	for unit := range 40 {
		for i := range 40 {
			var it Item
			cost := []int{1, 5, 20}[rng.IntN(3)]
			weight := big.NewRat(int64(1+rng.IntN(30)), 40*40*15)
			for range rng.IntN(5) {
				it.Steps = append(it.Steps, Step{cost, new(big.Rat).Mul(weight, big.NewRat(25, 1))})
			}
			if i%10 == 9 {
				it.Needs = []int{unit*40 + i - 5}
			}
			p.Items = append(p.Items, it)
		}
	}
	return p
}

func BenchmarkGovernment(b *testing.B) {
	p := government()
	for name, part := range map[string]*big.Rat{"a tenth": big.NewRat(1, 10), "half": big.NewRat(1, 2), "nearly all": big.NewRat(95, 100)} {
		b.Run(name, func(b *testing.B) {
			target := new(big.Rat).Mul(p.Ceiling(), part)
			for b.Loop() {
				c, err := p.Cheapest(target)
				if err != nil || !c.Proven {
					b.Fatal(c, err)
				}
				b.ReportMetric(float64(c.Cost), "days")
			}
		})
	}
}
