package gap

import (
	"cmp"
	"math/big"
	"slices"
	"strings"

	"spotcheck/assess"
	"spotcheck/indicators"
)

// Status is how one indicator stands in one unit.
type Status string

// A unit meets an indicator at the best level, partly between, not at the worst.
// Missing as soon as one of its answers is.
const (
	Met      Status = "met"
	Partly   Status = "partly"
	Not      Status = "not"
	NA       Status = "na"
	Missing  Status = "missing"
	NotAsked Status = "not-asked"
	Told     Status = "told" // answered, with no part in the score
)

// Statuses in the order of a legend.
var Statuses = [...]Status{Met, Partly, Not, Missing, NA, Told, NotAsked}

// Map is the whole gap map of a result.
type Map struct {
	Result   *assess.Result
	Units    []Unit               // by unit id, like Result.Units
	Systemic []Systemic           // most points lost to the entity first
	Ranking  []Rank               // best first; without the silent units
	Silent   []*assess.UnitResult // units that have not answered at all, by id
}

// Unit is one row of the map.
type Unit struct {
	Unit  *assess.UnitResult
	Cells []Cell // in the order of Instrument.Indicators
	Gaps  []Gap  // most points first
}

// Silent reports that the unit was asked and has not answered anything: nothing is
// known of it, and it takes part in neither the ranking nor the systemic gaps.
func Silent(u *assess.UnitResult) bool { return u.Done == 0 && u.Slots > 0 }

// Cell is one indicator of one unit.
type Cell struct {
	Node   *assess.NodeResult
	Status Status
}

// Gap is one indicator with points to regain.
type Gap struct {
	Cell
	Lost       *big.Rat // points of the unit's total
	EntityLost *big.Rat // points of the entity's total
}

// Systemic is an indicator seen across the units.
type Systemic struct {
	Node                 *indicators.Node
	Asked                int      // units it applies to; N/A and silent units not counted
	Partly, Not, Missing int      // of these, units of that status
	Lost                 *big.Rat // points of the entity's total
	Units                []string // ids of the failing units
}

// Failing counts the units that do not fully meet it.
func (s Systemic) Failing() int { return s.Partly + s.Not + s.Missing }

// Widespread reports that at least half of the units asked fail, and at least two.
func (s Systemic) Widespread() bool { return s.Failing() >= 2 && 2*s.Failing() >= s.Asked }

// Rank is a unit's place. Units of equal rounded score share a place.
type Rank struct {
	Place int
	Unit  *assess.UnitResult
}

// New builds the map of r.
func New(r *assess.Result) *Map {
	m := &Map{Result: r}
	leaves := r.Input.Instrument.Indicators()
	systemic := make([]Systemic, len(leaves))
	places := make(map[*indicators.Node]int, len(leaves))
	for i, n := range leaves {
		systemic[i], places[n] = Systemic{Node: n, Lost: new(big.Rat)}, i
	}
	for i := range r.Units {
		u := unit(r, &r.Units[i], leaves)
		m.Units = append(m.Units, u)
		if Silent(u.Unit) {
			m.Silent = append(m.Silent, u.Unit)
			continue
		}
		for j, c := range u.Cells {
			systemic[j].count(u.Unit.Unit.ID, c.Status)
		}
		for _, g := range u.Gaps {
			s := &systemic[places[g.Node.Node]]
			s.Lost.Add(s.Lost, g.EntityLost)
		}
	}
	for _, s := range systemic {
		if s.Failing() > 0 && s.Node.Counted() {
			m.Systemic = append(m.Systemic, s)
		}
	}
	slices.SortFunc(m.Systemic, func(a, b Systemic) int {
		return cmp.Or(b.Lost.Cmp(a.Lost), cmp.Compare(b.Failing(), a.Failing()), strings.Compare(a.Node.ID, b.Node.ID))
	})
	m.Ranking = ranking(r)
	return m
}

func (s *Systemic) count(unit string, st Status) {
	switch st {
	case NA, NotAsked, Told:
		return
	case Partly:
		s.Partly++
	case Not:
		s.Not++
	case Missing:
		s.Missing++
	}
	s.Asked++
	if st != Met {
		s.Units = append(s.Units, unit)
	}
}

func unit(r *assess.Result, u *assess.UnitResult, leaves []*indicators.Node) Unit {
	out := Unit{Unit: u, Cells: make([]Cell, len(leaves))}
	best, part := r.Input.Instrument.Result.Max, r.EntityShare(u)
	for i, n := range leaves {
		nr := u.Node(n.ID)
		out.Cells[i] = Cell{nr, status(nr, best, r.Input.Instrument.Result.Min)}
		if lost := nr.Lost(best); lost.Sign() > 0 {
			out.Gaps = append(out.Gaps, Gap{out.Cells[i], lost, new(big.Rat).Mul(lost, part)})
		}
	}
	slices.SortFunc(out.Gaps, func(a, b Gap) int {
		return cmp.Or(b.Lost.Cmp(a.Lost), strings.Compare(a.Node.Node.ID, b.Node.Node.ID))
	})
	return out
}

func status(n *assess.NodeResult, best, worst *big.Rat) Status {
	switch {
	case !n.Asked:
		return NotAsked
	case n.State == assess.NA:
		return NA
	case n.State == assess.Missing:
		return Missing
	case !n.Node.Counted():
		return Told
	case n.Score.Cmp(best) == 0:
		return Met
	case n.Score.Cmp(worst) == 0:
		return Not
	}
	return Partly
}

func ranking(r *assess.Result) []Rank {
	var out []Rank
	for i := range r.Units {
		if u := &r.Units[i]; u.Exact != nil && !Silent(u) {
			out = append(out, Rank{Unit: u})
		}
	}
	slices.SortFunc(out, func(a, b Rank) int {
		return cmp.Or(b.Unit.Rounded.Cmp(a.Unit.Rounded), strings.Compare(a.Unit.Unit.ID, b.Unit.Unit.ID))
	})
	for i := range out {
		out[i].Place = i + 1
		if i > 0 && out[i].Unit.Rounded.Cmp(out[i-1].Unit.Rounded) == 0 {
			out[i].Place = out[i-1].Place
		}
	}
	return out
}
