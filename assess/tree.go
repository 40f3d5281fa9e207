package assess

import (
	"math/big"
	"slices"

	"spotcheck/indicators"
)

// branch is a node of the instrument as one round sees it: with its place among
// the nodes of a result, so that nobody has to look it up for every unit.
type branch struct {
	node     *indicators.Node
	place    int  // in Instrument.Nodes
	excluded bool // the round leaves it out, or something above it
	children []*branch
	weight   ratio
	value    evaluation      // at the unit that the book is opened at
	known    map[ratio]worth // what answers on its scale are worth
}

// worth is an answer as a fraction of its scale and on the result scale.
type worth struct {
	fraction ratio
	score    *big.Rat
}

// plant builds the branches for nodes, which are the children of one parent.
// Places are given in the order of Instrument.Nodes, parents before children.
func (b *book) plant(nodes []*indicators.Node, excluded bool) []*branch {
	out := make([]*branch, len(nodes))
	for i, n := range nodes {
		br := &branch{node: n, place: len(b.places), weight: ratioOf(n.Weight)}
		br.excluded = excluded || slices.Contains(b.in.Excluded, n.ID)
		b.places[n.ID] = br.place
		if n.Kind == indicators.Indicator {
			br.known = b.levels(n.Scale)
			b.leaves = append(b.leaves, br)
		}
		br.children = b.plant(n.Children, br.excluded)
		out[i] = br
	}
	return out
}

// levels is shared by all indicators that use the scale.
func (b *book) levels(s *indicators.Scale) map[ratio]worth {
	if b.scales[s] == nil {
		b.scales[s] = map[ratio]worth{}
	}
	return b.scales[s]
}

// worth is what an item counts in a view.
func (b *book) worth(br *branch, it *Item, v view) worth {
	if it.State == Missing {
		if v.missing == whole {
			return worth{whole, b.in.Instrument.Result.Max}
		}
		return worth{zero, b.in.Instrument.Result.Min}
	}
	value := ratioOf(it.Answer.Value)
	w, ok := br.known[value]
	if !ok {
		w.fraction = ratioOf(br.node.Scale.Fraction(it.Answer.Value))
		w.score = b.scaled(w.fraction)
		br.known[value] = w
	}
	return w
}
