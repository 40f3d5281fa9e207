package systemic

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

// builtIn is a built-in instrument whose classes of effort all state their work.
func builtIn(t testing.TB, id string) *indicators.Instrument {
	t.Helper()
	in, list := library.Load(id)
	if in == nil {
		t.Fatal(list)
	}
	for i, e := range in.Efforts {
		e.Work = 1 + 3*i
	}
	return in
}

// someRound has units of two types, many best answers, and some silent units.
func someRound(rng *rand.Rand, in *indicators.Instrument) assess.Input {
	round := assess.Input{Instrument: in}
	types := []string{in.Types[0].Key, in.Types[len(in.Types)-1].Key}
	for i := range 1 + rng.IntN(7) {
		u := assess.Unit{ID: fmt.Sprintf("u%d", i), Type: types[rng.IntN(2)], Products: []assess.Product{{ID: "p"}, {ID: "q"}}}
		round.Units = append(round.Units, u)
		if rng.IntN(6) == 0 {
			continue
		}
		for _, n := range in.Indicators() {
			for _, key := range keys(n, u) {
				a := assess.Answer{Key: key, Layer: assess.Mandiri, State: assess.Answered, Value: n.Scale.Max}
				list := append(n.Scale.Stairs(), n.Scale.Min)
				switch dice := rng.IntN(10); {
				case n.Scope == indicators.PerEntity && i > 0, dice == 0:
					continue
				case dice == 1 && n.NA != "":
					a.State, a.Value = assess.NA, nil
				case dice < 5:
					a.Value = list[rng.IntN(len(list))]
				}
				round.Answers = append(round.Answers, a)
			}
		}
	}
	return round
}

// keys are the answers that an indicator takes in a unit.
func keys(n *indicators.Node, u assess.Unit) []assess.Key {
	switch n.Scope {
	case indicators.PerProduct:
		return []assess.Key{{Unit: u.ID, Indicator: n.ID, Product: "p"}, {Unit: u.ID, Indicator: n.ID, Product: "q"}}
	case indicators.PerRespondent:
		return []assess.Key{{Unit: u.ID, Indicator: n.ID, Respondent: n.Group.Code + "1"}}
	case indicators.PerEntity:
		return []assess.Key{{Indicator: n.ID}}
	}
	return []assess.Key{{Unit: u.ID, Indicator: n.ID}}
}

func rounds(t *testing.T, visit func(input assess.Input, m *gap.Map)) {
	t.Helper()
	for _, id := range []string{library.Default, "opini-2026", "kepatuhan-2022"} {
		in := builtIn(t, id)
		for seed := range uint64(15) {
			input := someRound(rand.New(rand.NewPCG(seed, 5)), in)
			visit(input, gap.New(assess.ScoreRound(input)))
			if t.Failed() {
				t.Fatalf("%s, seed %d", id, seed)
			}
		}
	}
}

// Every row counted again from the result, pair by pair.
func TestRows(t *testing.T) {
	seen := 0
	rounds(t, func(input assess.Input, m *gap.Map) {
		lists := map[string][]Row{"type": ByType(m)}
		for _, ty := range []string{Every, input.Instrument.Types[0].Key} {
			lists["branch/"+ty], lists["role/"+ty] = ByBranch(m, ty), ByRole(m, ty)
		}
		for name, list := range lists {
			for i, row := range list {
				seen++
				want := recount(m, func(u *assess.UnitResult, n *indicators.Node) bool {
					switch name[:4] {
					case "type":
						return u.Unit.Type == row.Key
					case "role":
						return n.Role.Key == row.Key && (name == "role/" || name == "role/"+u.Unit.Type)
					}
					return n.Within([]string{row.Key}) && (name == "branch/" || name == "branch/"+u.Unit.Type)
				})
				if row.Asked != want.Asked || row.Partly != want.Partly || row.Not != want.Not || row.Missing != want.Missing || row.Units != want.Units ||
					!slices.Equal(row.Failing, want.Failing) || row.Lost.Cmp(want.Lost) != 0 {
					t.Errorf("%s: %+v, counted again %+v", name, row, want)
				}
				if i > 0 && list[i-1].Lost.Cmp(row.Lost) < 0 {
					t.Errorf("%s: %s stands before %s", name, list[i-1].Key, row.Key)
				}
			}
		}
	})
	if seen < 500 {
		t.Errorf("only %d rows", seen)
	}
}

// recount looks at scores alone.
func recount(m *gap.Map, in func(*assess.UnitResult, *indicators.Node) bool) Row {
	out := Row{Lost: new(big.Rat)}
	for i := range m.Result.Units {
		u := &m.Result.Units[i]
		asked, fails := false, false
		for j := range u.Nodes {
			n := &u.Nodes[j]
			if u.Done == 0 || n.Node.Asking == nil || !n.Node.Counted() || n.Score == nil || !in(u, n.Node) {
				continue
			}
			asked = true
			out.Asked++
			best, worst := m.Result.Input.Instrument.Result.Max, m.Result.Input.Instrument.Result.Min
			switch {
			case n.State == assess.Missing:
				out.Missing++
			case n.Score.Cmp(worst) == 0:
				out.Not++
			case n.Score.Cmp(best) != 0:
				out.Partly++
			default:
				continue
			}
			fails = true
			out.Lost.Add(out.Lost, new(big.Rat).Mul(n.Lost(best), m.Result.EntityShare(u)))
		}
		if asked {
			out.Units++
		}
		if fails {
			out.Failing = append(out.Failing, u.Unit.ID)
		}
	}
	return out
}

// The rows of a kind share out what the systemic gaps lose.
func TestRowsAddUp(t *testing.T) {
	rounds(t, func(_ assess.Input, m *gap.Map) {
		want := new(big.Rat)
		for _, s := range m.Systemic {
			want.Add(want, s.Lost)
		}
		tops := slices.DeleteFunc(ByBranch(m, Every), func(r Row) bool { return r.Node.Parent != nil })
		for name, list := range map[string][]Row{"branch": tops, "role": ByRole(m, Every), "type": ByType(m)} {
			sum := new(big.Rat)
			for _, r := range list {
				sum.Add(sum, r.Lost)
			}
			if sum.Cmp(want) != 0 {
				t.Errorf("%s: %s of %s", name, sum, want)
			}
		}
	})
}

// Every fix carried out and scored again; its steps climbed one by one.
func TestFixes(t *testing.T) {
	seen := 0
	rounds(t, func(input assess.Input, m *gap.Map) { seen += checkFixes(t, input, m) })
	if seen < 200 {
		t.Errorf("only %d fixes", seen)
	}
}

func FuzzFixes(f *testing.F) {
	for seed := range uint64(8) {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, seed uint64) {
		input := someRound(rand.New(rand.NewPCG(seed, 9)), builtIn(t, library.Default))
		checkFixes(t, input, gap.New(assess.ScoreRound(input)))
	})
}

// checkFixes returns how many it checked.
func checkFixes(t *testing.T, input assess.Input, m *gap.Map) int {
	t.Helper()
	fixes := Fixes(m)
	for i, f := range fixes {
		after, all, most := carried(input, f)
		if got := new(big.Rat).Sub(assess.ScoreRound(after).Entity.Exact, m.Result.Entity.Exact); got.Cmp(f.Points) != 0 {
			t.Errorf("%s, %s: scored again %s points, told %s", f.Node.ID, f.Type, got, f.Points)
		}
		work := f.Node.Effort.Work
		if f.Each != work*all || f.Once != work*most || f.Rate.Cmp(new(big.Rat).Quo(f.Points, big.NewRat(int64(work*most), 1))) != 0 {
			t.Errorf("%s, %s: %d and %d steps, told %+v", f.Node.ID, f.Type, all, most, f)
		}
		if i > 0 && fixes[i-1].Rate.Cmp(f.Rate) < 0 {
			t.Errorf("%s stands before %s", fixes[i-1].Node.ID, f.Node.ID)
		}
	}
	if want := candidates(m); want != len(fixes) {
		t.Errorf("%d fixes, %d candidates", len(fixes), want)
	}
	return len(fixes)
}

// candidates counts the indicators and types that fail twice.
func candidates(m *gap.Map) int {
	out := 0
	for _, s := range m.Systemic {
		types := map[string]int{}
		for i := range m.Result.Units {
			if u := &m.Result.Units[i]; slices.Contains(s.Units, u.Unit.ID) {
				types[u.Unit.Type]++
			}
		}
		for _, n := range types {
			if n >= 2 && (s.Node.Scope == indicators.PerUnit || s.Node.Scope == indicators.PerProduct) {
				out++
			}
		}
	}
	return out
}

// carried is the round with the answers of a fix at their best, and the steps to there.
func carried(input assess.Input, f Fix) (out assess.Input, all, most int) {
	out = input
	out.Answers = slices.Clone(input.Answers)
	for _, u := range input.Units {
		if !slices.Contains(f.Units, u.ID) {
			continue
		}
		for _, key := range keys(f.Node, u) {
			at := slices.IndexFunc(out.Answers, func(a assess.Answer) bool { return a.Key == key })
			if at < 0 {
				at = len(out.Answers)
				out.Answers = append(out.Answers, assess.Answer{Key: key, Layer: assess.Mandiri, State: assess.Answered, Value: f.Node.Scale.Min})
			}
			if out.Answers[at].State == assess.NA {
				continue
			}
			steps := 0
			for v := out.Answers[at].Value; ; steps++ {
				next := above(f.Node.Scale, v)
				if next == nil {
					break
				}
				v = next
			}
			out.Answers[at].Value = f.Node.Scale.Max
			all, most = all+steps, max(most, steps)
		}
	}
	return out, all, most
}

// above is the nearest value that is worth more; nil at the best.
func above(s *indicators.Scale, value *big.Rat) *big.Rat {
	var best *big.Rat
	for _, v := range append(s.Stairs(), s.Max) {
		if s.Fraction(v).Cmp(s.Fraction(value)) > 0 && (best == nil || s.Fraction(v).Cmp(s.Fraction(best)) < 0) {
			best = v
		}
	}
	return best
}

// A class of effort that does not state its work gives no days and no rate, and such
// fixes stand last.
func TestNoWorkStated(t *testing.T) {
	in := builtIn(t, library.Default)
	in.Efforts[0].Work = 0
	with, without := 0, 0
	for seed := range uint64(20) {
		last := false
		for _, f := range Fixes(gap.New(assess.ScoreRound(someRound(rand.New(rand.NewPCG(seed, 5)), in)))) {
			stated := f.Node.Effort != in.Efforts[0]
			if (f.Rate != nil) != stated || (f.Once > 0) != stated || (f.Each > 0) != stated || stated && last {
				t.Fatalf("seed %d: %+v", seed, f)
			}
			if stated {
				with++
			} else {
				without++
				last = true
			}
		}
	}
	if with == 0 || without == 0 {
		t.Errorf("%d state their work, %d do not", with, without)
	}
}

// What a fix waits for is what one of its units does not meet yet.
func TestWaits(t *testing.T) {
	in := builtIn(t, library.Default)
	leaves := in.Indicators()
	for i, n := range leaves {
		n.Needs = []*indicators.Node{leaves[(i+7)%len(leaves)]}
	}
	waiting, ready := 0, 0
	for seed := range uint64(20) {
		r := assess.ScoreRound(someRound(rand.New(rand.NewPCG(seed, 5)), in))
		for _, f := range Fixes(gap.New(r)) {
			want := false
			for i := range r.Units {
				u := &r.Units[i]
				n := u.Node(f.Node.Needs[0].ID)
				want = want || slices.Contains(f.Units, u.Unit.ID) && n.Score != nil && (n.State == assess.Missing || n.Score.Cmp(in.Result.Max) < 0)
			}
			if want != (len(f.Waits) == 1) {
				t.Fatalf("seed %d: %+v, want %v", seed, f, want)
			}
			if want {
				waiting++
			} else {
				ready++
			}
		}
	}
	if waiting == 0 || ready == 0 {
		t.Errorf("%d wait, %d do not", waiting, ready)
	}
}
