package assess_test

import (
	"fmt"
	"math/big"
	"math/rand/v2"
	"testing"
	"time"

	"spotcheck/assess"
	"spotcheck/indicators"
	"spotcheck/indicators/library"
)

// BenchmarkScoreRound scores filled rounds of the built-in instrument: one unit,
// a regency, a province with all its schools, and the nation's offices.
func BenchmarkScoreRound(b *testing.B) {
	in := builtIn(b)
	for _, units := range []int{1, 80, 2000, 41000} {
		round := filledRound(in, units, nil)
		b.Run(fmt.Sprintf("units=%d", units), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				assess.ScoreRound(round)
			}
		})
	}
	left := filledRound(in, 80, []string{in.Dimensions[0].ID})
	b.Run("units=80,excluded", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			assess.ScoreRound(left)
		}
	})
}

// BenchmarkRatio tells how many times faster the engine is in machine words than
// out of them, and how many times faster than the reference works out nothing but the totals, both in one run.
func BenchmarkRatio(b *testing.B) {
	b.Run("out-of-words", func(b *testing.B) {
		round := filledRound(builtIn(b), 2000, nil)
		var words, wide time.Duration
		for b.Loop() {
			words += timed(func() { assess.ScoreRound(round) })
			back := heavier(round.Instrument)
			wide += timed(func() { assess.ScoreRound(round) })
			back()
		}
		b.ReportMetric(float64(wide)/float64(words), "times")
	})
	b.Run("reference", func(b *testing.B) {
		round := filledRound(builtIn(b), 8, nil)
		r := reference{round, map[string]*big.Rat{}, worst, nil, nil}
		for _, n := range round.Instrument.Nodes() {
			r.paper[n.ID] = n.Weight
		}
		var engine, paper time.Duration
		for b.Loop() {
			engine += timed(func() { assess.ScoreRound(round) })
			paper += timed(func() {
				for _, u := range round.Units {
					r.score(u, nil)
				}
			})
		}
		b.ReportMetric(float64(paper)/float64(engine), "times")
	})
}

func timed(do func()) time.Duration {
	start := time.Now()
	do()
	return time.Since(start)
}

func builtIn(b *testing.B) *indicators.Instrument {
	b.Helper()
	in, problems := library.Load(library.Default)
	if in == nil {
		b.Fatal(problems)
	}
	return in
}

// filledRound answers everything that is asked of units dinas with two products
// and three respondents each.
func filledRound(in *indicators.Instrument, units int, excluded []string) assess.Input {
	rng := rand.New(rand.NewPCG(1, uint64(units)))
	round := assess.Input{Instrument: in, Entity: "Kabupaten Contoh", Period: "2026", Excluded: excluded}
	for i := range units {
		u := assess.Unit{ID: fmt.Sprintf("U%04d", i), Type: "dinas", Products: []assess.Product{{ID: "a", Name: "A"}, {ID: "b", Name: "B"}}}
		round.Units = append(round.Units, u)
		for _, n := range in.Indicators() {
			if !n.Applies(u.Type) {
				continue
			}
			for _, k := range slotKeys(u, n, 3) {
				round.Answers = append(round.Answers, assess.Answer{
					Key: k, Layer: assess.Mandiri, State: assess.Answered,
					Value: anyValue(rng, n.Scale),
				})
			}
		}
	}
	return round
}

// slotKeys are the keys under which n is asked of u, with R1, R2, ... for people;
// none when it is asked of the whole government.
func slotKeys(u assess.Unit, n *indicators.Node, respondents int) []assess.Key {
	key := assess.Key{Unit: u.ID, Indicator: n.ID}
	var keys []assess.Key
	switch n.Scope {
	case indicators.PerProduct:
		for _, p := range u.Products {
			key.Product = p.ID
			keys = append(keys, key)
		}
	case indicators.PerRespondent:
		for i := range respondents {
			key.Respondent = fmt.Sprintf("%s%d", n.Group.Code, i+1)
			keys = append(keys, key)
		}
	case indicators.PerUnit:
		keys = []assess.Key{key}
	}
	return keys
}
