package solid

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"spotcheck/assess"
	"spotcheck/indicators/library"
)

// A government of the built-in instrument, answered at random.
func BenchmarkOfEntity(b *testing.B) {
	in, _ := library.Load(library.Default)
	for _, units := range []int{40, 1000} {
		r := assess.ScoreRound(someRound(in, rand.New(rand.NewPCG(3, 7)), units))
		b.Run(fmt.Sprintf("units=%d", units), func(b *testing.B) {
			for b.Loop() {
				OfEntity(r, Default)
			}
			b.ReportMetric(float64(r.Entity.Slots), "answers")
		})
	}
}

func BenchmarkOfUnit(b *testing.B) {
	in, _ := library.Load(library.Default)
	r := assess.ScoreRound(someRound(in, rand.New(rand.NewPCG(3, 7)), 1))
	for b.Loop() {
		OfUnit(r, &r.Units[0], Default)
	}
}
