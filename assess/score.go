package assess

import (
	"math/big"
	"runtime"
	"slices"
	"strings"
	"sync"
	"sync/atomic"

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
	r := &Result{Input: in, Units: make([]UnitResult, len(in.Units))}
	r.scoreUnits()
	r.entity()
	return r
}

// batch is how many units a worker takes at once.
const batch = 64

// scoreUnits shares the units out to as many workers as there are processors.
func (r *Result) scoreUnits() {
	all := newRuns(r.Input.Answers)
	var next atomic.Int64
	var crew sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), 1+len(r.Units)/batch) {
		crew.Go(func() {
			b := newBook(r.Input, all)
			for from := 0; from < len(r.Units); {
				from = int(next.Add(batch)) - batch
				for i := from; i < min(from+batch, len(r.Units)); i++ {
					r.Units[i] = b.unit(r.Input.Units[i])
				}
			}
		})
	}
	crew.Wait()
}

// view is one way to count what is not known: missing answers and excluded
// nodes as a fraction of the scale; an excluded that is nothing leaves the node out.
type view struct{ missing, excluded ratio }

var (
	zero  = ratio{num: 0, den: 1}
	whole = ratio{num: 1, den: 1}
)

// The first two views give Exact and Max, the other two Low and High.
var views = [...]view{{zero, ratio{}}, {whole, ratio{}}, {zero, zero}, {whole, whole}}

// evaluation is a node's value under each view, as a fraction of the scale.
type evaluation [len(views)]ratio

func (b *book) unit(u Unit) UnitResult {
	b.open(u.ID)
	res := UnitResult{Unit: u, Nodes: make([]NodeResult, len(b.places)), places: b.places}
	for i, n := range b.in.Instrument.Nodes() {
		res.Nodes[i] = NodeResult{Node: n}
	}
	b.total(&res.Score, b.mean(&res, b.top))
	b.share(&res, b.top, whole)
	b.settle(&res)
	res.Refused = b.in.Refused[u.ID]
	for _, l := range b.leaves {
		res.count(&res.Nodes[l.place])
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
	return n.Node.Asking != nil && n.Node.Scope == indicators.PerEntity && n.Asked && n.State == Missing && n.Node.Counted()
}

// mean is the weighted mean over the branches that apply, under each view.
func (b *book) mean(res *UnitResult, branches []*branch) evaluation {
	for _, br := range branches {
		br.value = b.node(res, br)
	}
	var out evaluation
	for v := range out {
		if u := twin(branches, v); u < v {
			out[v] = out[u]
			continue
		}
		var m mean
		for _, br := range branches {
			m.add(br.weight, br.value[v])
		}
		out[v] = m.value()
	}
	return out
}

// twin is the first view that sees what view v sees. Mostly nothing is missing and
// nothing left out, and one mean does for all.
func twin(branches []*branch, v int) int {
	for u := range v {
		if !slices.ContainsFunc(branches, func(br *branch) bool { return br.value[u] != br.value[v] }) {
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
	nr.Score, nr.Max = b.scaled(e[0]), b.scaled(e[1])
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

func (b *book) itemsMean(items []Item, br *branch, v view) ratio {
	if len(items) == 1 && items[0].State != NA {
		return b.worth(br, &items[0], v).fraction
	}
	var m mean
	for i := range items {
		if items[i].State != NA {
			m.add(whole, b.worth(br, &items[i], v).fraction)
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
func (b *book) share(res *UnitResult, branches []*branch, part ratio) {
	var weights sum
	for _, br := range branches {
		if res.Nodes[br.place].Score != nil {
			weights.add(br.weight, whole)
		}
	}
	all := weights.value()
	for _, br := range branches {
		nr := &res.Nodes[br.place]
		own := zero
		if nr.Score != nil && all != zero {
			own = part.mul(br.weight).quo(all)
		}
		nr.Share = b.told(b.shares, own, ratio.rat)
		b.share(res, br.children, own)
	}
}

func (b *book) total(s *Score, e evaluation) {
	if e[0].none() {
		return
	}
	s.Exact, s.Max = b.scaled(e[0]), b.scaled(e[1])
	if len(b.in.Excluded) > 0 {
		s.Low, s.High = b.scaled(e[2]), b.scaled(e[3])
	}
	b.in.classify(s)
}

func (in Input) classify(s *Score) {
	s.Rounded = indicators.Round(s.Exact, in.Instrument.Result.Decimals)
	s.Band = in.Instrument.BandOf(s.Rounded)
}

// scaled moves a fraction onto the result scale; nothing becomes nil.
func (b *book) scaled(f ratio) *big.Rat {
	return b.told(b.scores, f, func(f ratio) *big.Rat {
		r := b.in.Instrument.Result
		out := new(big.Rat).Sub(r.Max, r.Min)
		return out.Add(out.Mul(out, f.rat()), r.Min)
	})
}

// told is how a number is told in the result. Units share most of their numbers, so
// that each is made once.
func (b *book) told(known map[ratio]*big.Rat, f ratio, made func(ratio) *big.Rat) *big.Rat {
	if f.none() {
		return nil
	}
	out, ok := known[f]
	if !ok {
		out = made(f)
		known[f] = out
	}
	return out
}
