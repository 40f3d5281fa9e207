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

// Fix is one act that may serve all units of a type that fail an indicator.
type Fix struct {
	Node    *indicators.Node
	Type    string             // of units
	Asked   int                // units of the type that it is asked of
	Units   []string           // ids of those that fail it: two at least
	Missing int                // of these, units that have left it open
	Points  *big.Rat           // of the entity's total, once all of them meet it fully
	Each    int                // person-days if every unit works by itself: work of its class times level steps
	Once    int                // person-days if it is done once for all: an assumption, see OnceOrigin
	Rate    *big.Rat           // points per day of Once; nil where the class states no work
	Waits   []*indicators.Node // of what it needs first, what some of the units do not meet
}

// OnceOrigin is how far Fix.Once may be trusted.
var OnceOrigin = indicators.Provenance{
	Mark:   indicators.Assumed,
	Reason: "Dianggap satu kali kerja, sebesar kerja unit yang paling tertinggal untuk satu jawaban, dapat dipakai semua unit sejenis; kerja tiap unit untuk menerapkannya tidak dihitung.",
}

// Fixes are all acts that would serve two units or more, most points per day first.
// Answers of people and secondary data are nothing that an act brings about.
func Fixes(m *gap.Map) []Fix {
	type place struct{ node, unitType string }
	known := map[place]*Fix{}
	for _, p := range pairs(m, Every) {
		if n := p.node.Node; n.Scope != indicators.PerUnit && n.Scope != indicators.PerProduct {
			continue
		}
		at := place{p.node.Node.ID, p.unit.Unit.Type}
		if known[at] == nil {
			known[at] = &Fix{Node: p.node.Node, Type: at.unitType, Points: new(big.Rat)}
		}
		known[at].count(p)
	}
	var out []Fix
	for _, f := range known {
		if len(f.Units) >= 2 {
			out = append(out, f.rated())
		}
	}
	slices.SortFunc(out, func(a, b Fix) int {
		return cmp.Or(b.rate().Cmp(a.rate()), b.Points.Cmp(a.Points), strings.Compare(a.Node.ID, b.Node.ID), strings.Compare(a.Type, b.Type))
	})
	return out
}

func (f *Fix) count(p pair) {
	f.Asked++
	if p.status == gap.Met {
		return
	}
	if p.status == gap.Missing {
		f.Missing++
	}
	f.Units = append(f.Units, p.unit.Unit.ID)
	f.Points.Add(f.Points, p.lost)
	all, most := climb(p.node)
	f.Each += f.Node.Effort.Work * all
	f.Once = max(f.Once, f.Node.Effort.Work*most)
	for _, need := range f.Node.Needs {
		if open, _ := climb(p.unit.Node(need.ID)); open > 0 && !slices.Contains(f.Waits, need) {
			f.Waits = append(f.Waits, need)
		}
	}
}

func (f *Fix) rated() Fix {
	if f.Once > 0 {
		f.Rate = new(big.Rat).Mul(f.Points, big.NewRat(1, int64(f.Once)))
	}
	return *f
}

// rate stands for no work stated below any other.
func (f Fix) rate() *big.Rat {
	if f.Rate == nil {
		return big.NewRat(-1, 1)
	}
	return f.Rate
}

// climb is how many level steps all answers of an indicator are short of the best, and
// how many the one furthest behind. A missing answer stands at the worst.
func climb(n *assess.NodeResult) (all, most int) {
	for _, it := range n.Items {
		steps := 0
		if it.State != assess.NA {
			steps = short(n.Node.Scale, it.Answer)
		}
		all, most = all+steps, max(most, steps)
	}
	return all, most
}

func short(s *indicators.Scale, a *assess.Answer) int {
	stairs := s.Stairs()
	switch {
	case len(stairs) > 0 && a == nil:
		return len(stairs) - 1
	case len(stairs) > 0:
		return len(stairs) - 1 - s.StairOf(a.Value)
	case a == nil || a.Value.Cmp(s.Max) < 0:
		return 1 // a plain number is raised in one step
	}
	return 0
}
