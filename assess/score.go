package assess

import (
	"math/big"
	"slices"
	"strings"

	"spotcheck/indicators"
)

// ScoreRound computes the result of in. Answers to unknown keys are ignored:
// whoever read them has already told so.
func ScoreRound(in Input) *Result {
	if in.Layer == "" {
		in.Layer = Mandiri
	}
	in.Units = slices.Clone(in.Units)
	slices.SortFunc(in.Units, func(a, b Unit) int { return strings.Compare(a.ID, b.ID) })
	b := newBook(in)
	r := &Result{Input: in, Units: make([]UnitResult, len(in.Units))}
	for i, u := range in.Units {
		r.Units[i] = b.unit(u)
	}
	r.entity()
	return r
}

// view is one way to count what is not known: missing answers and excluded
// nodes as a fraction of the scale; a nil excluded leaves the node out.
type view struct{ missing, excluded *big.Rat }

var (
	zero = new(big.Rat)
	one  = big.NewRat(1, 1)
)

// The first two views give Exact and Max, the other two Low and High.
var views = [...]view{{zero, nil}, {one, nil}, {zero, zero}, {one, one}}

// evaluation is a node's value under each view, as a fraction of the scale. Views
// that see the same share one number, which therefore nobody may change.
type evaluation [len(views)]*big.Rat

func (b *book) unit(u Unit) UnitResult {
	res := UnitResult{Unit: u, Nodes: make([]NodeResult, len(b.places)), places: b.places}
	for i, n := range b.in.Instrument.Nodes() {
		res.Nodes[i] = NodeResult{Node: n, Share: zero}
	}
	b.total(&res.Score, b.mean(&res, b.top))
	res.share(b.top, one)
	res.Refused = b.in.Refused[u.ID]
	for _, n := range b.in.Instrument.Indicators() {
		res.count(res.Node(n.ID))
	}
	for _, g := range b.in.Instrument.Gates {
		score, most := res.gated(g)
		res.Gates = append(res.Gates, GateResult{g, score, judge(g, score, most)})
	}
	res.Axis = b.in.axis(res.Score, res.Gates)
	return res
}

// count adds up the answers to an indicator. What the whole government is asked is
// no answer of the unit, but lacking where the score needs it.
func (u *UnitResult) count(nr *NodeResult) {
	if nr.Node.Scope == indicators.PerEntity {
		if nr.lacking() {
			u.Lacking++
		}
		return
	}
	u.Done += nr.Done
	u.Slots += len(nr.Items)
	for _, it := range nr.Items {
		if it.Answer != nil && it.Answer.Layer != Mandiri {
			u.Verified++
		}
	}
}

// lacking reports a number of the whole government that has a part in the score and
// is not there.
func (n *NodeResult) lacking() bool {
	return n.Asked && n.State == Missing && n.Node.Scope == indicators.PerEntity && n.Node.Counted()
}

// mean is the weighted mean over the branches that apply, under each view.
func (b *book) mean(res *UnitResult, branches []*branch) evaluation {
	evals := make([]evaluation, len(branches))
	for i, br := range branches {
		evals[i] = b.node(res, br)
	}
	var out evaluation
	for v := range out {
		if u := twin(evals, v); u < v {
			out[v] = out[u]
			continue
		}
		var m mean
		for i, br := range branches {
			m.add(br.node.Weight, evals[i][v])
		}
		out[v] = m.value()
	}
	return out
}

// twin is the first view that sees what view v sees. Mostly nothing is missing and
// nothing left out, and one mean does for all.
func twin(evals []evaluation, v int) int {
	for u := range v {
		if !slices.ContainsFunc(evals, func(e evaluation) bool { return e[u] != e[v] }) {
			return u
		}
	}
	return v
}

func (b *book) node(res *UnitResult, br *branch) evaluation {
	nr := &res.Nodes[br.place]
	var e evaluation
	if br.node.Kind == indicators.Indicator {
		e = b.indicator(res.Unit, nr, br)
	} else {
		e = b.mean(res, br.children)
		nr.State, nr.Asked = res.branchState(br)
	}
	nr.Score, nr.Max = b.scaledPair(e[0], e[1])
	return e
}

// branchState sums up the states below br.
func (u *UnitResult) branchState(br *branch) (State, bool) {
	state, asked := NA, false
	for _, c := range br.children {
		cr := &u.Nodes[c.place]
		asked = asked || cr.Asked
		switch {
		case cr.State == Missing:
			state = Missing
		case cr.State == Answered && state == NA:
			state = Answered
		}
	}
	return state, asked
}

// indicator is the mean over the items that apply.
func (b *book) indicator(u Unit, nr *NodeResult, br *branch) evaluation {
	nr.State = NA
	var e evaluation
	if !nr.Node.Applies(u.Type) {
		return e
	}
	if br.excluded {
		for v := range views {
			e[v] = views[v].excluded
		}
		return e
	}
	nr.Asked = true
	nr.Items = b.items(u, nr.Node)
	for i := range nr.Items {
		it := &nr.Items[i]
		if it.State != Missing {
			nr.Done++
		}
		if it.State != NA {
			it.Score = b.worth(br, it, views[0]).score
		}
	}
	nr.State = itemsState(nr.Items)
	for v := range e {
		switch {
		case v > 0 && nr.State != Missing:
			e[v] = e[0]
		case v > 1:
			e[v] = e[v-2] // no part of an indicator is left out
		default:
			e[v] = b.itemsMean(nr.Items, br, views[v])
		}
	}
	return e
}

func (b *book) itemsMean(items []Item, br *branch, v view) *big.Rat {
	var m mean
	for i := range items {
		if items[i].State != NA {
			m.add(one, b.worth(br, &items[i], v).fraction)
		}
	}
	return m.value()
}

func itemsState(items []Item) State {
	state := NA
	for _, it := range items {
		if it.State == Missing {
			return Missing
		}
		if it.State == Answered {
			state = Answered
		}
	}
	return state
}

// share spreads part over the branches that apply, by weight.
func (u *UnitResult) share(branches []*branch, part *big.Rat) {
	sum := new(big.Rat)
	for _, br := range branches {
		if u.Nodes[br.place].Score != nil {
			sum.Add(sum, br.node.Weight)
		}
	}
	for _, br := range branches {
		nr := &u.Nodes[br.place]
		if nr.Score == nil || sum.Sign() == 0 {
			continue
		}
		nr.Share = new(big.Rat).Mul(part, br.node.Weight)
		nr.Share.Quo(nr.Share, sum)
		u.share(br.children, nr.Share)
	}
}

func (b *book) total(s *Score, e evaluation) {
	if e[0] == nil {
		return
	}
	s.Exact, s.Max = b.scaledPair(e[0], e[1])
	if len(b.excluded) > 0 {
		s.Low, s.High = b.scaledPair(e[2], e[3])
	}
	b.classify(s)
}

func (b *book) classify(s *Score) {
	s.Rounded = indicators.Round(s.Exact, b.in.Instrument.Result.Decimals)
	s.Band = b.in.Instrument.BandOf(s.Rounded)
}

// scaled moves a fraction onto the result scale.
func (b *book) scaled(f *big.Rat) *big.Rat {
	r := b.in.Instrument.Result
	out := new(big.Rat).Sub(r.Max, r.Min)
	return out.Add(out.Mul(out, f), r.Min)
}

// scaledPair scales two values that are often one; nil stays nil.
func (b *book) scaledPair(lo, hi *big.Rat) (*big.Rat, *big.Rat) {
	if lo == nil {
		return nil, nil
	}
	first := b.scaled(lo)
	if lo == hi {
		return first, first
	}
	return first, b.scaled(hi)
}
