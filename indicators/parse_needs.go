package indicators

import (
	"slices"
	"strings"

	"spotcheck/indicators/problem"
	"spotcheck/indicators/strictyaml"
)

// waiting is an indicator whose needs are still names.
type waiting struct {
	node  *Node
	names []strictyaml.Item
}

// resolveNeeds ties indicators to those that have to be met before them.
func (p *parser) resolveNeeds() {
	for _, w := range p.waiting {
		for _, it := range w.names {
			n := find(p, p.in.nodes, it, "indikator")
			if n == nil {
				continue
			}
			if why := unfit(w.node, n); why != "" {
				p.doc.Add(problem.BadNeeds, it.Pos, "%s tidak dapat menunggu %s: %s", w.node.ID, n.ID, why)
				continue
			}
			w.node.Needs = append(w.node.Needs, n)
		}
	}
	clear := map[*Node]bool{}
	for _, w := range p.waiting {
		if circle := circleFrom(w.node, nil, clear); circle != nil {
			p.doc.Add(problem.BadNeeds, w.names[0].Pos, "%s saling menunggu", strings.Join(circle, " → "))
			return
		}
	}
}

// unfit says why n cannot have to be met before of; empty if it can. Only what a
// unit can do itself has an order.
func unfit(of, n *Node) string {
	steerable := func(n *Node) bool { return n.Scope == PerUnit || n.Scope == PerProduct }
	switch {
	case n == of:
		return "itu indikator yang sama"
	case n.Asking == nil:
		return "itu cabang, bukan indikator"
	case slices.Contains(of.Needs, n):
		return "sudah disebut"
	case !steerable(n) || !steerable(of):
		return "hanya indikator unit dan produk yang punya urutan"
	}
	return ""
}

// circleFrom is a way from n that meets itself; nil if there is none, and then n and
// all it leads to are clear.
func circleFrom(n *Node, path []string, clear map[*Node]bool) []string {
	if i := slices.Index(path, n.ID); i >= 0 {
		return append(path[i:], n.ID)
	}
	if clear[n] {
		return nil
	}
	for _, need := range n.Needs {
		if circle := circleFrom(need, append(path, n.ID), clear); circle != nil {
			return circle
		}
	}
	clear[n] = true
	return nil
}
