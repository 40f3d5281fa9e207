package systemic

import (
	"cmp"
	"math/big"
	"slices"
	"strings"

	"spotcheck/assess"
	"spotcheck/assess/gap"
	"spotcheck/indicators"
)

// Row is how a group of pairs stands.
type Row struct {
	Key, Title           string           // id of a node, key of a role or of a type of unit
	Node                 *indicators.Node // nil unless the row is about one
	Asked                int              // pairs
	Partly, Not, Missing int              // of these, pairs of that status
	Units                int              // with any such pair
	Failing              []string         // ids of those where any pair fails
	Lost                 *big.Rat         // points of the entity's total
}

// Fails counts the pairs that are not fully met.
func (r Row) Fails() int { return r.Partly + r.Not + r.Missing }

// Widespread reports that at least half of the pairs fail, in at least two units.
func (r Row) Widespread() bool { return len(r.Failing) >= 2 && 2*r.Fails() >= r.Asked }

// Every is all types of unit.
const Every = ""

// ByBranch is a row for every node above an indicator, and for indicators that have
// none above them, in units of a type: what is below a node counts in each above it.
func ByBranch(m *gap.Map, unitType string) []Row {
	return rows(m, unitType, func(_ *assess.UnitResult, n *indicators.Node) []Row {
		if n.Parent == nil {
			return []Row{{Key: n.ID, Title: n.Title, Node: n}}
		}
		var out []Row
		for n = n.Parent; n != nil; n = n.Parent {
			out = append(out, Row{Key: n.ID, Title: n.Title, Node: n})
		}
		return out
	})
}

// ByRole is a row for every role, in units of a type.
func ByRole(m *gap.Map, unitType string) []Row {
	return rows(m, unitType, func(_ *assess.UnitResult, n *indicators.Node) []Row {
		return []Row{{Key: n.Role.Key, Title: n.Role.Title}}
	})
}

// ByType is a row for every type of unit.
func ByType(m *gap.Map) []Row {
	return rows(m, Every, func(u *assess.UnitResult, _ *indicators.Node) []Row {
		return []Row{{Key: u.Unit.Type, Title: m.Result.Input.Instrument.TypeTitle(u.Unit.Type)}}
	})
}

// rows groups all pairs of a type of unit and sorts the groups in which any fails: most
// points first.
func rows(m *gap.Map, unitType string, groups func(*assess.UnitResult, *indicators.Node) []Row) []Row {
	known := map[string]*tally{}
	for _, p := range pairs(m, unitType) {
		for _, row := range groups(p.unit, p.node.Node) {
			t := known[row.Key]
			if t == nil {
				t = &tally{Row: row}
				t.Lost = new(big.Rat)
				known[row.Key] = t
			}
			t.count(p)
		}
	}
	var out []Row
	for _, t := range known {
		if t.Fails() > 0 {
			out = append(out, t.Row)
		}
	}
	slices.SortFunc(out, func(a, b Row) int {
		return cmp.Or(b.Lost.Cmp(a.Lost), cmp.Compare(b.Fails(), a.Fails()), strings.Compare(a.Key, b.Key))
	})
	return out
}

// tally counts pairs, unit after unit.
type tally struct {
	Row
	last *assess.UnitResult
}

func (t *tally) count(p pair) {
	if t.last != p.unit {
		t.last = p.unit
		t.Units++
	}
	t.Asked++
	switch p.status {
	case gap.Met:
		return
	case gap.Partly:
		t.Partly++
	case gap.Not:
		t.Not++
	case gap.Missing:
		t.Missing++
	}
	t.Lost.Add(t.Lost, p.lost)
	if id := p.unit.Unit.ID; len(t.Failing) == 0 || t.Failing[len(t.Failing)-1] != id {
		t.Failing = append(t.Failing, id)
	}
}

// pair is one indicator that counts in one unit that has answered.
type pair struct {
	unit   *assess.UnitResult
	node   *assess.NodeResult
	status gap.Status
	lost   *big.Rat // points of the entity's total
}

// pairs stand in the order of units and instrument.
func pairs(m *gap.Map, unitType string) []pair {
	var out []pair
	for _, u := range m.Units {
		if gap.Silent(u.Unit) || unitType != Every && u.Unit.Unit.Type != unitType {
			continue
		}
		lost := map[*indicators.Node]*big.Rat{}
		for _, g := range u.Gaps {
			lost[g.Node.Node] = g.EntityLost
		}
		for _, c := range u.Cells {
			switch c.Status {
			case gap.Met, gap.Partly, gap.Not, gap.Missing:
				if n := c.Node.Node; n.Counted() {
					p := pair{u.Unit, c.Node, c.Status, lost[n]}
					if p.lost == nil {
						p.lost = new(big.Rat)
					}
					out = append(out, p)
				}
			}
		}
	}
	return out
}
