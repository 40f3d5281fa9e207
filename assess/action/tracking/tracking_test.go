package tracking_test

import (
	"math/big"
	"math/rand/v2"
	"slices"
	"testing"

	"spotcheck/assess"
	"spotcheck/assess/action"
	"spotcheck/assess/action/tracking"
)

// Scoring again gives what adding up the points of the gaps gives, which the code
// never does; and all gaps closed give the best score there is.
func TestRescoreGivesThePoints(t *testing.T) {
	forecasts := 0
	for _, id := range builtIn {
		in := load(t, id)
		for seed := range uint64(12) {
			rng := rand.New(rand.NewPCG(seed, 5))
			r := assess.ScoreRound(someRound(rng, in))
			if r.Entity.Exact == nil {
				continue
			}
			p := planOf(r)
			met, all, want := map[action.Key]bool{}, map[action.Key]bool{}, new(big.Rat).Set(r.Entity.Exact)
			for _, i := range p.Items {
				all[i.Key] = true
				if rng.IntN(3) == 0 {
					met[i.Key] = true
					want.Add(want, i.EntityLost)
				}
			}
			if got := tracking.Rescore(r, met).Entity.Exact; got.Cmp(want) != 0 {
				t.Fatalf("%s seed %d: scored again %s, added up %s", id, seed, got, want)
			}
			if got := tracking.Rescore(r, all).Entity.Exact; got.Cmp(in.Result.Max) != 0 {
				t.Fatalf("%s seed %d: with every gap closed %s", id, seed, got)
			}
			forecasts++
		}
	}
	if forecasts < 60 {
		t.Fatalf("only %d forecasts", forecasts)
	}
}

// Nothing met is the round as it was, to the last unit.
func TestRescoreOfNothing(t *testing.T) {
	for _, id := range builtIn {
		r := assess.ScoreRound(someRound(rand.New(rand.NewPCG(9, 9)), load(t, id)))
		again := tracking.Rescore(r, nil)
		for i := range r.Units {
			if a, b := r.Units[i].Exact, again.Units[i].Exact; (a == nil) != (b == nil) || a != nil && a.Cmp(b) != 0 {
				t.Errorf("%s %s: %v became %v", id, r.Units[i].Unit.ID, a, b)
			}
		}
	}
}

// One more row Sesuai never lowers a forecast, of the government or of any unit.
func TestOneMoreNeverLowers(t *testing.T) {
	for _, id := range builtIn {
		in := load(t, id)
		for seed := range uint64(4) {
			rng := rand.New(rand.NewPCG(seed, 6))
			r := assess.ScoreRound(someRound(rng, in))
			if r.Entity.Exact == nil {
				continue
			}
			p := planOf(r)
			filled := someEntries(rng, p)
			before := tracking.New(r, p, filled, "2026-12-31")
			for range 5 {
				i := rng.IntN(max(1, len(filled.Entries)))
				if len(filled.Entries) == 0 {
					break
				}
				more := &action.Filled{Entries: slices.Clone(filled.Entries)}
				more.Entries[i].Status, more.Entries[i].Accepted = action.Fulfilled, action.Accepted
				after := tracking.New(r, p, more, "2026-12-31")
				for _, pair := range [][2]*assess.Result{{before.Done, after.Done}, {before.Kept, after.Kept}} {
					lower := pair[1].Entity.Exact.Cmp(pair[0].Entity.Exact) < 0
					for j := range pair[0].Units {
						a, b := pair[0].Units[j].Exact, pair[1].Units[j].Exact
						lower = lower || a != nil && b.Cmp(a) < 0
					}
					if lower {
						t.Fatalf("%s seed %d: %v Sesuai lowers a forecast", id, seed, more.Entries[i].Key)
					}
				}
			}
		}
	}
}

func someEntries(rng *rand.Rand, p *action.Plan) *action.Filled {
	out := &action.Filled{}
	for _, i := range p.Items {
		if rng.IntN(2) == 0 {
			continue
		}
		e := action.Entry{Key: i.Key, Accepted: []action.Consent{"", action.Accepted, action.Declined}[rng.IntN(3)]}
		if e.Accepted != action.Declined {
			e.Status = append(action.Statuses[:], "")[rng.IntN(5)]
		}
		out.Entries = append(out.Entries, e)
	}
	return out
}

// Counts add up, groups share out all rows, and the order of entries does not matter.
func TestTalliesAddUp(t *testing.T) {
	in := load(t, "uu25-2009")
	for seed := range uint64(10) {
		rng := rand.New(rand.NewPCG(seed, 7))
		r := assess.ScoreRound(someRound(rng, in))
		p := planOf(r)
		filled := someEntries(rng, p)
		s := tracking.New(r, p, filled, "2026-12-31")
		sum := 0
		for _, c := range action.Statuses {
			sum += s.All.Of(c)
		}
		if sum != s.All.Counted() || s.All.Rows != len(p.Items) || s.All.Told != len(filled.Entries) {
			t.Fatalf("seed %d: %+v", seed, s.All)
		}
		for _, groups := range [][]tracking.Group{s.Units, s.Roles} {
			rows, gained := 0, new(big.Rat)
			for _, g := range groups {
				rows += g.Rows
				gained.Add(gained, g.Gained)
			}
			if rows != s.All.Rows || gained.Cmp(s.All.Gained) != 0 {
				t.Fatalf("seed %d: groups hold %d rows of %d", seed, rows, s.All.Rows)
			}
		}
		if gained := new(big.Rat).Sub(s.Done.Entity.Exact, r.Entity.Exact); gained.Cmp(s.All.Gained) != 0 {
			t.Fatalf("seed %d: gained %s, told %s", seed, gained, s.All.Gained)
		}
		rng.Shuffle(len(filled.Entries), func(i, j int) {
			filled.Entries[i], filled.Entries[j] = filled.Entries[j], filled.Entries[i]
		})
		if again := tracking.New(r, p, filled, "2026-12-31"); again.All.Class != s.All.Class || again.Kept.Entity.Exact.Cmp(s.Kept.Entity.Exact) != 0 {
			t.Fatalf("seed %d: the order of entries matters", seed)
		}
	}
}

func TestRows(t *testing.T) {
	item := func(due string) action.Item {
		return action.Item{Key: action.Key{Unit: "dinkes", Indicator: "A"}, Due: due, Role: "Sekretaris", EntityLost: big.NewRat(1, 2)}
	}
	for _, c := range []struct {
		name     string
		due      string
		entry    *action.Entry
		class    action.Status
		late     int
		promised bool
	}{
		{"nobody said", "2026-10-30", nil, action.Untouched, 62, false},
		{"due on the day", "2026-12-31", nil, action.Untouched, 0, false},
		{"no due day", "", nil, action.Untouched, 0, false},
		{"another day agreed", "2026-10-30", &action.Entry{Accepted: action.Accepted, Agreed: "2027-01-15"}, action.Untouched, 0, true},
		{"agreed earlier", "2027-10-30", &action.Entry{Accepted: action.Accepted, Agreed: "2026-12-30"}, action.Untouched, 1, true},
		{"under way", "2026-10-30", &action.Entry{Status: action.Partly}, action.Partly, 62, false},
		{"done", "2026-10-30", &action.Entry{Accepted: action.Accepted, Status: action.Fulfilled}, action.Fulfilled, 0, false},
		{"cannot be done", "2026-10-30", &action.Entry{Accepted: action.Accepted, Status: action.Impossible}, action.Impossible, 0, false},
		{"declined", "2026-10-30", &action.Entry{Accepted: action.Declined}, action.Untouched, 0, false},
	} {
		p := &action.Plan{Items: []action.Item{item(c.due)}}
		filled := &action.Filled{}
		if c.entry != nil {
			c.entry.Key = p.Items[0].Key
			filled.Entries = []action.Entry{*c.entry}
		}
		r := assess.ScoreRound(assess.Input{Instrument: load(t, "uu25-2009")})
		s := tracking.New(r, p, filled, "2026-12-31")
		row := s.Rows[0]
		if row.Class != c.class || row.Late != c.late || row.Promised != c.promised || len(s.Overdue()) != min(c.late, 1) {
			t.Errorf("%s: %+v", c.name, row)
		}
		if none := tracking.New(r, p, filled, ""); none.All.Overdue != 0 {
			t.Errorf("%s: overdue without a day", c.name)
		}
	}
}
