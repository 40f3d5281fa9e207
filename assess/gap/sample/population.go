package sample

import (
	"math/big"
	"slices"
	"strings"

	"spotcheck/assess"
	"spotcheck/assess/gap"
	"spotcheck/indicators"
)

// Risk is why a unit deserves a visit. The first that applies is a unit's.
type Risk string

// The risks.
const (
	Inflated   Risk = "inflated"   // claims far more than was found, or than its peers
	Borderline Risk = "borderline" // near the edge of a band
	Unvisited  Risk = "unvisited"  // nothing of it was verified
	Ordinary   Risk = "ordinary"
)

// Risks in order.
var Risks = []Risk{Inflated, Borderline, Unvisited, Ordinary}

// Member is one unit of the population.
type Member struct {
	Unit  *assess.UnitResult // with what was found
	Claim *big.Rat           // its score by its own answers
	Over  *big.Rat           // claim less found; nil when nothing was verified
	Peers *big.Rat           // mean claim of the others of its type; nil when there are too few
	Edge  *big.Rat           // distance of its score from the nearest edge; nil where there is none
	Risks []Risk             // all that apply, never empty
}

// Risk is the one that counts.
func (m Member) Risk() Risk { return m.Risks[0] }

// Population sorts the units of found, a result that takes verdicts into account, by
// what they claim, the same answers at layer mandiri. Units that have not answered or
// have no score are no part of it.
func Population(found, claim *assess.Result, rules Rules) (members []Member, outside []*assess.UnitResult) {
	for i := range found.Units {
		u, own := &found.Units[i], &claim.Units[i]
		if gap.Silent(u) || u.Exact == nil || own.Exact == nil || own.Done == 0 {
			outside = append(outside, u)
			continue
		}
		m := Member{Unit: u, Claim: own.Exact, Edge: edge(u, found.Input.Instrument)}
		if Visited(u) {
			m.Over = new(big.Rat).Sub(own.Exact, u.Exact)
		}
		members = append(members, m)
	}
	for i := range members {
		m := &members[i]
		m.Peers = peers(members, i, rules.LeastPeers)
		m.Risks = m.risks(rules)
	}
	return members, outside
}

// Visited reports whether any answer of the unit itself was verified.
func Visited(u *assess.UnitResult) bool {
	return slices.ContainsFunc(u.Nodes, func(n assess.NodeResult) bool {
		return n.Node.Asking != nil && n.Node.Scope != indicators.PerEntity && slices.ContainsFunc(n.Items, verified)
	})
}

func verified(it assess.Item) bool { return it.Answer != nil && it.Answer.Layer != assess.Mandiri }

func edge(u *assess.UnitResult, in *indicators.Instrument) *big.Rat {
	var nearest *big.Rat
	for _, b := range in.Bands.List {
		if b.From.Cmp(in.Result.Min) == 0 {
			continue
		}
		d := new(big.Rat).Sub(u.Rounded, b.From)
		if d.Abs(d); nearest == nil || d.Cmp(nearest) < 0 {
			nearest = d
		}
	}
	return nearest
}

func peers(members []Member, self, least int) *big.Rat {
	sum, n := new(big.Rat), int64(0)
	for i, m := range members {
		if i != self && m.Unit.Unit.Type == members[self].Unit.Unit.Type {
			sum.Add(sum, m.Claim)
			n++
		}
	}
	if n < int64(max(least, 1)) {
		return nil
	}
	return sum.Quo(sum, big.NewRat(n, 1))
}

func (m *Member) risks(rules Rules) []Risk {
	var out []Risk
	abovePeers := m.Peers != nil && new(big.Rat).Sub(m.Claim, m.Peers).Cmp(rules.Peers) >= 0
	if abovePeers || m.Over != nil && m.Over.Cmp(rules.Inflated) >= 0 {
		out = append(out, Inflated)
	}
	if m.Edge != nil && m.Edge.Cmp(rules.Near) <= 0 {
		out = append(out, Borderline)
	}
	if m.Over == nil {
		out = append(out, Unvisited)
	}
	if len(out) == 0 {
		out = append(out, Ordinary)
	}
	return out
}

// strata groups the population; the cost of a visit goes by type.
func strata(members []Member, cost func(kind string) int) []Stratum {
	var out []Stratum
	for _, m := range members {
		u := m.Unit.Unit
		i := slices.IndexFunc(out, func(s Stratum) bool { return s.Type == u.Type && s.Risk == m.Risk() })
		if i < 0 {
			i = len(out)
			out = append(out, Stratum{Type: u.Type, Risk: m.Risk(), Cost: cost(u.Type)})
		}
		out[i].Units = append(out[i].Units, u.ID)
	}
	for _, s := range out {
		slices.Sort(s.Units)
	}
	slices.SortFunc(out, func(a, b Stratum) int {
		if c := strings.Compare(a.Type, b.Type); c != 0 {
			return c
		}
		return slices.Index(Risks, a.Risk) - slices.Index(Risks, b.Risk)
	})
	return out
}
