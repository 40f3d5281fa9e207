package gap_test

import (
	"fmt"
	"math/big"
	"math/rand/v2"
	"slices"
	"testing"

	"spotcheck/assess"
	"spotcheck/assess/gap"
	"spotcheck/indicators"
	"spotcheck/indicators/library"
)

// randomRound fills the built-in instrument at random: many best answers, some
// worse, some missing, TB where it is allowed, sometimes a dimension left out.
func randomRound(rng *rand.Rand, in *indicators.Instrument) assess.Input {
	round := assess.Input{Instrument: in}
	if rng.IntN(3) == 0 {
		round.Excluded = []string{in.Dimensions[rng.IntN(len(in.Dimensions))].ID}
	}
	for i := range 1 + rng.IntN(5) {
		u := assess.Unit{ID: fmt.Sprintf("u%d", i), Type: in.Types[rng.IntN(len(in.Types))].Key, Products: []assess.Product{{ID: "p"}, {ID: "q"}}}
		round.Units = append(round.Units, u)
		for _, n := range in.Indicators() {
			for j := range 2 {
				a := assess.Answer{Key: assess.Key{Unit: u.ID, Indicator: n.ID}, Layer: assess.Mandiri, State: assess.Answered, Value: n.Scale.Max}
				switch n.Scope {
				case indicators.PerProduct:
					a.Product = u.Products[j].ID
				case indicators.PerRespondent:
					a.Respondent = fmt.Sprintf("R%d", j+1)
				case indicators.PerUnit:
					if j > 0 {
						continue
					}
				}
				switch dice := rng.IntN(10); {
				case dice == 0:
					continue
				case dice == 1 && n.NA != "":
					a.State, a.Value = assess.NA, nil
				case dice < 5:
					a.Value = n.Scale.Levels[rng.IntN(len(n.Scale.Levels))].Value
				}
				round.Answers = append(round.Answers, a)
			}
		}
	}
	return round
}

func builtIn(t testing.TB) *indicators.Instrument {
	t.Helper()
	in, list := library.Load(library.Default)
	if in == nil {
		t.Fatal(list)
	}
	return in
}

// TestPointsAddUp: what is lost and what is scored make the best score, in every
// unit and in the whole; the systemic losses are those of the units.
func TestPointsAddUp(t *testing.T) {
	in := builtIn(t)
	for seed := range uint64(60) {
		r := assess.ScoreRound(randomRound(rand.New(rand.NewPCG(seed, 1)), in))
		m := gap.New(r)
		entity := new(big.Rat)
		for _, u := range m.Units {
			sum := new(big.Rat)
			for _, g := range u.Gaps {
				sum.Add(sum, g.Lost)
				entity.Add(entity, g.EntityLost)
			}
			if sum.Add(sum, u.Unit.Exact).Cmp(in.Result.Max) != 0 {
				t.Fatalf("seed %d %s: losses and score make %s", seed, u.Unit.Unit.ID, sum)
			}
		}
		systemic := new(big.Rat)
		for _, s := range m.Systemic {
			systemic.Add(systemic, s.Lost)
		}
		if systemic.Cmp(entity) != 0 || entity.Add(entity, r.Entity.Exact).Cmp(in.Result.Max) != 0 {
			t.Fatalf("seed %d: systemic losses %s, with the score %s", seed, systemic, entity)
		}
	}
}

// TestAgainstBruteForce counts again from the answers, indicator by indicator.
func TestAgainstBruteForce(t *testing.T) {
	in := builtIn(t)
	for seed := range uint64(60) {
		r := assess.ScoreRound(randomRound(rand.New(rand.NewPCG(seed, 2)), in))
		m := gap.New(r)
		failures := 0
		for i, n := range in.Indicators() {
			var asked int
			var failing []string
			for j := range r.Units {
				status := bruteStatus(r.Units[j].Node(n.ID))
				if got := m.Units[j].Cells[i].Status; got != status {
					t.Fatalf("seed %d %s %s: %s, by its answers %s", seed, r.Units[j].Unit.ID, n.ID, got, status)
				}
				gapped := slices.ContainsFunc(m.Units[j].Gaps, func(g gap.Gap) bool { return g.Node.Node == n })
				fails := status == gap.Partly || status == gap.Not || status == gap.Missing
				if gapped != fails {
					t.Fatalf("seed %d %s %s: status %s, among the gaps %v", seed, r.Units[j].Unit.ID, n.ID, status, gapped)
				}
				if r.Units[j].Done == 0 && r.Units[j].Slots > 0 {
					continue // a silent unit says nothing about the others
				}
				if fails {
					failing = append(failing, r.Units[j].Unit.ID)
				}
				if fails || status == gap.Met {
					asked++
				}
			}
			k := slices.IndexFunc(m.Systemic, func(s gap.Systemic) bool { return s.Node == n })
			if (k >= 0) != (len(failing) > 0) {
				t.Fatalf("seed %d %s: fails in %v, systemic %v", seed, n.ID, failing, k >= 0)
			}
			if k < 0 {
				continue
			}
			failures++
			if s := m.Systemic[k]; s.Asked != asked || s.Failing() != len(failing) || !slices.Equal(s.Units, failing) {
				t.Fatalf("seed %d: %+v, counted again %d asked, failing %v", seed, s, asked, failing)
			}
		}
		if failures != len(m.Systemic) {
			t.Fatalf("seed %d: %d systemic, counted again %d", seed, len(m.Systemic), failures)
		}
		falling(t, m)
	}
}

// bruteStatus looks at the answers alone.
func bruteStatus(n *assess.NodeResult) gap.Status {
	var answered, best, worst int
	for _, it := range n.Items {
		switch {
		case it.State == assess.Missing:
			return gap.Missing
		case it.State == assess.NA:
			continue
		case it.Answer.Value.Cmp(n.Node.Scale.Max) == 0:
			best++
		case it.Answer.Value.Cmp(n.Node.Scale.Min) == 0:
			worst++
		}
		answered++
	}
	switch {
	case len(n.Items) == 0:
		return gap.NotAsked
	case answered == 0:
		return gap.NA
	case best == answered:
		return gap.Met
	case worst == answered:
		return gap.Not
	}
	return gap.Partly
}

// falling: the most points first, in all lists.
func falling(t *testing.T, m *gap.Map) {
	t.Helper()
	for i := 1; i < len(m.Systemic); i++ {
		a, b := m.Systemic[i-1], m.Systemic[i]
		if c := a.Lost.Cmp(b.Lost); c < 0 || c == 0 && (a.Failing() < b.Failing() || a.Failing() == b.Failing() && a.Node.ID > b.Node.ID) {
			t.Fatalf("%s stands before %s", a.Node.ID, b.Node.ID)
		}
	}
	for _, u := range m.Units {
		for i := 1; i < len(u.Gaps); i++ {
			a, b := u.Gaps[i-1], u.Gaps[i]
			if c := a.Lost.Cmp(b.Lost); c < 0 || c == 0 && a.Node.Node.ID > b.Node.Node.ID {
				t.Fatalf("%s: %s stands before %s", u.Unit.Unit.ID, a.Node.Node.ID, b.Node.Node.ID)
			}
		}
	}
}

// A province with its schools must not take the square of its units.
func BenchmarkNew(b *testing.B) {
	in := builtIn(b)
	for _, units := range []int{100, 2000} {
		round := assess.Input{Instrument: in}
		for i := range units {
			round.Units = append(round.Units, assess.Unit{ID: fmt.Sprintf("u%d", i), Type: "dinas"})
		}
		r := assess.ScoreRound(round)
		b.Run(fmt.Sprintf("units=%d", units), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				gap.New(r)
			}
		})
	}
}
