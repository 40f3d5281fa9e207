package indicators

import (
	"slices"
	"strings"

	"spotcheck/indicators/problem"
	"spotcheck/indicators/strictyaml"
)

// reach tells what nothing leads to: a node that no type of unit is asked, and
// names that are defined and never used. Where anything is wrong, that may be why.
func (p *parser) reach(m *strictyaml.Map) {
	if p.doc.Problems().Errors() > 0 {
		return
	}
	for _, n := range p.in.preorder {
		if pm := p.places[n]; pm != nil && !p.reachable(n) && (n.Parent == nil || p.reachable(n.Parent)) {
			p.doc.Add(problem.Unreachable, pm.Pos, "%s tidak ditanyakan kepada jenis unit mana pun", n.ID)
		}
	}
	unused(p, m, "sources", p.sources)
	unused(p, m, "scales", p.scales)
	unused(p, m, "respondents", p.groups)
	unused(p, m, "roles", p.roles)
	unused(p, m, "efforts", p.efforts)
	unused(p, m, "sanctions", p.sanctions)
}

func (p *parser) reachable(n *Node) bool {
	if n.Kind != Indicator {
		return slices.ContainsFunc(n.Children, p.reachable)
	}
	if len(p.in.Types) == 0 {
		return true
	}
	return slices.ContainsFunc(p.in.Types, func(t Name) bool { return n.Applies(t.Key) })
}

// unused tells the names under key that nothing refers to.
func unused[T comparable](p *parser, m *strictyaml.Map, key string, known map[string]T) {
	names := m.Keys(key)
	for _, n := range names {
		if v, ok := known[n.Text]; ok && !p.used[v] {
			p.doc.Add(problem.Unreachable, n.Pos, "%s: %q tidak dipakai di mana pun", key, n.Text)
		}
	}
}

// distinct tells an id that differs from an earlier one in case alone: sheets and
// files would mix them up.
func (p *parser) distinct(n *Node, m *strictyaml.Map) {
	low := strings.ToLower(n.ID)
	if old, ok := p.folded[low]; ok && old != n.ID {
		p.doc.Add(problem.DuplicateID, m.At("id"), "kode %q hanya berbeda huruf besar-kecil dari %q", n.ID, old)
	}
	p.folded[low] = n.ID
}
