package indicators

import (
	"math/big"
	"slices"

	"spotcheck/indicators/problem"
	"spotcheck/indicators/strictyaml"
)

// weighting is what the file says of all weights.
type weighting struct {
	Provenance
	total, tolerance *big.Rat // declared sum of sibling weights, nil: none
	byParent         bool     // children sum to their parent's weight
}

// What the weights of siblings sum to: the declared total in every group, or the
// weight of what they stand under.
const (
	basisGroup  = "group"
	basisParent = "parent"
)

// split is a group whose indicators without a weight share what the others leave
// over of total, equally.
type split struct {
	Provenance
	total *big.Rat
	at    strictyaml.Pos
}

func (p *parser) readWeights(m *strictyaml.Map) {
	p.weights.tolerance = new(big.Rat)
	if m == nil {
		return
	}
	p.weights.Provenance = p.provenance(m, nil)
	p.in.Weights = p.weights.Provenance
	if m.Has("total") {
		p.weights.total = m.Decimal("total")
	}
	if m.Has("tolerance") {
		if t := m.Decimal("tolerance"); t != nil {
			p.weights.tolerance = t
		}
	}
	p.weights.byParent = m.OneOf("basis", basisGroup, basisGroup, basisParent) == basisParent
	if p.weights.byParent && p.weights.total == nil {
		m.Required("total")
	}
	if m.Has("split") {
		p.splits[nil] = &split{p.weights.Provenance, m.Decimal("split"), m.At("split")}
	}
	m.Done()
}

// readSplit reads the split of a branch.
func (p *parser) readSplit(n *Node, m *strictyaml.Map) *split {
	sm := m.Map("split")
	if sm == nil {
		return nil
	}
	s := &split{p.provenance(sm, &p.weights.Provenance), sm.Decimal("total"), sm.Pos}
	sm.Done()
	p.splits[n] = s
	return s
}

// weight reads the weight of a node, which a variant may have replaced.
func (p *parser) weight(n *Node, m *strictyaml.Map) {
	if m.Has("weight") {
		n.Weight = m.Decimal("weight")
	} else {
		m.Optional("weight")
	}
	if w, ok := p.override[n.ID]; ok {
		n.Weight = w
	}
	if n.Weight != nil && n.Weight.Sign() < 0 {
		p.doc.Add(problem.BadNumber, m.At("weight"), "bobot %s tidak boleh negatif", n.ID)
	}
}

// maxSiblings is how many nodes the formula of their mean holds in a workbook, wherever
// they stand; with maxNodes a report takes a few seconds and stays readable.
const (
	maxSiblings = 100
	maxNodes    = 1_000
)

// bound refuses trees that no report could show.
func (p *parser) bound(at strictyaml.Pos) {
	if n := len(p.in.preorder); n > maxNodes {
		p.doc.Add(problem.TooManyNodes, at, "instrumen memuat %d simpul, paling banyak %d", n, maxNodes)
	}
	siblings := func(parent *Node, nodes []*Node, at strictyaml.Pos) {
		if n := len(nodes); n > maxSiblings {
			p.doc.Add(problem.TooManyNodes, at, "%s berjumlah %d, paling banyak %d", under(parent), n, maxSiblings)
		}
	}
	siblings(nil, p.in.Dimensions, at)
	for _, n := range p.in.preorder {
		siblings(n, n.Children, p.places[n].At("children"))
	}
}

// weigh bounds the tree and gives a weight to every node that states none, then checks
// the sums. Each step needs the one before: what was not read would be told again as a
// wrong sum.
func (p *parser) weigh(at strictyaml.Pos) {
	for _, step := range []func(){func() { p.bound(at) }, p.shareAll, p.sumAll, func() { p.totals(at) }} {
		if p.doc.Problems().Errors() == 0 {
			step()
		}
	}
}

func (p *parser) shareAll() {
	if s := p.splits[nil]; s != nil {
		p.share(p.in.Dimensions, s)
	}
	for _, n := range p.in.preorder {
		if s := p.splits[n]; s != nil {
			p.share(n.Children, s)
		}
	}
}

func (p *parser) sumAll() {
	for _, n := range slices.Backward(p.in.preorder) { // children before parents
		if n.Weight == nil {
			p.sumUp(n)
		}
	}
}

func (p *parser) totals(at strictyaml.Pos) {
	p.total(nil, p.in.Dimensions, at)
	for _, n := range p.in.preorder {
		p.total(n, n.Children, p.places[n].At("children"))
	}
}

// share gives the indicators of a split what the others leave over.
func (p *parser) share(nodes []*Node, s *split) {
	rest, known := []*Node{}, new(big.Rat)
	for _, n := range p.sharing(nodes) {
		switch {
		case n.Weight != nil:
			known.Add(known, n.Weight)
		case p.splits[n] != nil:
			known.Add(known, p.splits[n].total) // what it will weigh
		case n.Kind == Indicator:
			rest = append(rest, n)
		}
	}
	left := new(big.Rat).Sub(s.total, known)
	if len(rest) == 0 && new(big.Rat).Abs(left).Cmp(p.weights.tolerance) <= 0 {
		return
	}
	if len(rest) == 0 || left.Sign() <= 0 {
		p.doc.Add(problem.WeightTotal, s.at, "bobot yang disebut berjumlah %s dari %s; sisanya tidak dapat dibagi kepada %d indikator lain", Comma(known), Comma(s.total), len(rest))
		return
	}
	each := left.Quo(left, new(big.Rat).SetInt64(int64(len(rest))))
	for _, n := range rest {
		n.Weight, n.Weighing = each, Split
	}
}

// sharing are the nodes among which a split is shared out: indicators, and in their
// stead the branches that state a weight or have a split of their own.
func (p *parser) sharing(nodes []*Node) []*Node {
	var out []*Node
	for _, n := range nodes {
		if n.Kind == Indicator || n.Weight != nil || p.splits[n] != nil {
			out = append(out, n)
		} else {
			out = append(out, p.sharing(n.Children)...)
		}
	}
	return out
}

// sumUp weighs a branch by its children.
func (p *parser) sumUp(n *Node) {
	if n.Kind == Indicator {
		p.doc.Add(problem.BadTree, p.places[n].Pos, "%s tanpa bobot (weight), dan tidak ada split di atasnya", n.ID)
		n.Weight = new(big.Rat)
		return
	}
	n.Weight, n.Weighing = new(big.Rat), Summed
	for _, c := range n.Children {
		n.Weight.Add(n.Weight, c.Weight)
	}
}

// total checks what the weights of siblings sum to.
func (p *parser) total(parent *Node, nodes []*Node, at strictyaml.Pos) {
	want := p.weights.total
	if p.weights.byParent && parent != nil {
		want = parent.Weight
	}
	summed := parent != nil && parent.Weighing == Summed
	if s := p.splits[parent]; s != nil && !summed && want != nil && want.Sign() > 0 && p.off(s.total, want) {
		p.doc.Add(problem.WeightTotal, s.at, "yang dibagi kepada %s %s, seharusnya %s", under(parent), Comma(s.total), Comma(want))
		return
	}
	sum, stated := new(big.Rat), len(nodes) > 0
	for _, n := range nodes {
		sum.Add(sum, n.Weight)
		stated = stated && n.Weighing == Stated
	}
	if len(nodes) > 0 && sum.Sign() == 0 {
		p.doc.Add(problem.WeightTotal, at, "semua bobot %s nol", under(parent))
		return
	}
	if !stated || summed || want == nil || want.Sign() == 0 && p.weights.byParent {
		return // shares and sums are right by themselves
	}
	if p.off(sum, want) {
		p.doc.Add(problem.WeightTotal, at, "bobot %s berjumlah %s, seharusnya %s", under(parent), Comma(sum), Comma(want))
	}
}

// off reports a sum that differs by more than the file lets pass.
func (p *parser) off(sum, want *big.Rat) bool {
	diff := new(big.Rat).Sub(sum, want)
	return diff.Abs(diff).Cmp(p.weights.tolerance) > 0
}

func under(parent *Node) string {
	if parent == nil {
		return "cabang teratas"
	}
	return "anak " + parent.ID
}
