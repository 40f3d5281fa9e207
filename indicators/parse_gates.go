package indicators

import (
	"math/big"
	"slices"

	"spotcheck/indicators/problem"
	"spotcheck/indicators/strictyaml"
)

// maxGates bounds the minimums: every unit is judged by each, and reports list them.
const maxGates = 200

func (p *parser) gates(m *strictyaml.Map) {
	list := m.Maps("gates")
	if len(list) > maxGates {
		p.doc.Add(problem.BadGate, m.At("gates"), "ada %d syarat, paling banyak %d", len(list), maxGates)
		return
	}
	for _, gm := range list {
		g := Gate{Set: gm.Optional("for"), Title: gm.Text("title"), Provenance: p.provenance(gm, nil)}
		if gm.Has("node") {
			g.Node = find(p, p.in.nodes, ref(gm, "node"), "simpul")
		} else {
			gm.Optional("node")
		}
		p.minimum(&g, gm)
		gm.Done()
		p.in.Gates = append(p.in.Gates, g)
	}
}

// minimum reads what a gate demands: on the result scale, or in points of the
// weight of its node.
func (p *parser) minimum(g *Gate, m *strictyaml.Map) {
	if !m.Has("points") {
		m.Optional("points")
		if g.Min = m.Decimal("min"); g.Min != nil && (g.Min.Cmp(p.in.Result.Min) < 0 || g.Min.Cmp(p.in.Result.Max) > 0) {
			p.doc.Add(problem.BadGate, m.At("min"), "syarat %s di luar skala hasil", Comma(g.Min))
		}
		return
	}
	g.Points = m.Decimal("points")
	if m.Has("min") || g.Node == nil || !p.weights.byParent {
		m.Optional("min")
		p.doc.Add(problem.BadGate, m.At("points"), "points perlu node dan basis: parent, dan tidak bersama min")
		return
	}
	if g.Points == nil || g.Node.Weight == nil {
		return
	}
	if g.Points.Sign() < 0 || g.Points.Cmp(g.Node.Weight) > 0 || g.Node.Weight.Sign() == 0 {
		p.doc.Add(problem.BadGate, m.At("points"), "syarat %s poin di luar bobot %s (%s)", Comma(g.Points), g.Node.ID, Comma(g.Node.Weight))
		return
	}
	r := p.in.Result
	g.Min = new(big.Rat).Quo(g.Points, g.Node.Weight)
	g.Min.Mul(g.Min, new(big.Rat).Sub(r.Max, r.Min)).Add(g.Min, r.Min)
}

// opinions reads the labels that a category and a set of gates earn.
func (p *parser) opinions(m *strictyaml.Map) {
	if m == nil {
		return
	}
	o := &Opinions{Title: m.Text("title"), Set: m.Text("gates"), Provenance: p.provenance(m, nil)}
	if sets := p.in.GateSets(); o.Set != "" && !slices.Contains(sets, o.Set) {
		p.doc.Add(problem.UnknownName, m.At("gates"), "tidak ada syarat (gates) dengan for %q%s", o.Set, strictyaml.Hint(o.Set, sets))
	}
	for _, om := range m.Maps("list") {
		l := Opinion{om.Text("category"), om.Optional("holds"), om.Optional("fails")}
		om.Done()
		known := slices.ContainsFunc(p.in.Bands.List, func(b *Band) bool { return b.Category == l.Category })
		if l.Category != "" && !known {
			p.doc.Add(problem.UnknownName, om.At("category"), "kategori %q tidak ada dalam bands", l.Category)
		}
		if slices.ContainsFunc(o.List, func(old Opinion) bool { return old.Category == l.Category }) {
			p.doc.Add(problem.DuplicateID, om.At("category"), "kategori %q sudah punya opini", l.Category)
		}
		o.List = append(o.List, l)
	}
	m.Done()
	p.in.Opinions = o
}
