package solid

import (
	"math/big"

	"spotcheck/assess"
	"spotcheck/indicators"
)

// Terms are what is assumed.
type Terms struct {
	Weights *big.Rat // an assumed weight may be this many times as much, or as little; at least 1
	Number  *big.Rat // one step of a plain number, as a part of its range
}

// Default is assumed where nobody says otherwise: our own choice.
var Default = Terms{Weights: big.NewRat(2, 1), Number: big.NewRat(1, 10)}

// Solid is all that can be said about one total.
type Solid struct {
	Now      End
	Missing  Interval // what is missing may be anything
	Claims   Interval // every claim may be one step lower
	Both     Interval
	Zone     *Border // nil: the instrument knows no zones
	Category Border
	Sets     []Break // of every set of gates that holds
	Rests    Rests
	Weights  Range
	Verdict  Verdict
	Reasons  []Clause // of the rule, that hold and say so; none for Kokoh
}

// End is a score as it would be told.
type End struct {
	Exact, Rounded *big.Rat
	Band           *indicators.Band
}

// Interval is the lowest and the highest score that there may be.
type Interval struct{ Low, High End }

// Rests is how much of a total rests on claims.
type Rests struct {
	Claims, Done, Slots int      // answers: claims, "tidak berlaku" among them; given; asked of units
	Points, Of          *big.Rat // above the lowest score: from claims, and in all
}

// OfUnit looks at the total of one unit; nil where it has none.
func OfUnit(r *assess.Result, u *assess.UnitResult, t Terms) *Solid {
	if u.Exact == nil {
		return nil
	}
	s := &scene{in: r.Input.Instrument, terms: t, score: u.Score}
	s.add(u, big.NewRat(1, 1))
	out := s.solid()
	out.Sets = s.breaks(u)
	out.Weights = s.sensitivity([]*assess.UnitResult{u}, []*big.Rat{big.NewRat(1, 1)})
	return out.judged()
}

// OfEntity looks at the total of the government; nil where it has none. Its sets of
// gates hold where they hold in every unit, so that they break in the weakest one.
func OfEntity(r *assess.Result, t Terms) *Solid {
	if r.Entity.Exact == nil {
		return nil
	}
	s := &scene{in: r.Input.Instrument, terms: t, score: r.Entity}
	var units []*assess.UnitResult
	var shares []*big.Rat
	for i := range r.Units {
		if u := &r.Units[i]; u.Exact != nil {
			units, shares = append(units, u), append(shares, r.EntityShare(u))
			s.add(u, shares[len(shares)-1])
		}
	}
	out := s.solid()
	out.Sets = s.weakest(r)
	out.Weights = s.sensitivity(units, shares)
	return out.judged()
}

// solid is everything but gates, weights and the verdict.
func (s *scene) solid() *Solid {
	now := s.score.Exact
	low, points := new(big.Rat).Set(now), new(big.Rat)
	for i := range s.answers {
		if a := &s.answers[i]; a.claim() {
			low.Sub(low, a.points[down])
			points.Add(points, a.earned())
		}
	}
	out := &Solid{
		Now:      s.end(now),
		Missing:  Interval{s.end(now), s.end(s.score.Max)},
		Claims:   Interval{s.end(low), s.end(now)},
		Both:     Interval{s.end(low), s.end(s.score.Max)},
		Category: s.border(func(b *indicators.Band) string { return b.Category }),
		Rests:    Rests{Done: s.score.Done, Slots: s.score.Slots, Claims: s.score.Done - s.verified, Points: points},
	}
	if s.in.Zoned() {
		zone := s.border(func(b *indicators.Band) string { return b.Zone })
		out.Zone = &zone
	}
	out.Rests.Of = new(big.Rat).Sub(now, s.in.Result.Min)
	return out
}

// end tells a score as the engine does.
func (s *scene) end(exact *big.Rat) End {
	rounded := indicators.Round(exact, s.in.Result.Decimals)
	return End{exact, rounded, s.in.BandOf(rounded)}
}

// Border is that of the rung: the zone, or the category where there are no zones.
func (s *Solid) Border() *Border {
	if s.Zone != nil {
		return s.Zone
	}
	return &s.Category
}
