package assess

import (
	"math/big"

	"spotcheck/indicators"
)

// branch is a node of the instrument as one round sees it: with its place among
// the nodes of a result, so that nobody has to look it up for every unit.
type branch struct {
	node     *indicators.Node
	place    int  // in Instrument.Nodes
	excluded bool // the round leaves it out, or something above it
	children []*branch
	known    map[*big.Rat]worth // what the levels of its scale are worth
}

// worth is an answer as a fraction of its scale and on the result scale.
type worth struct{ fraction, score *big.Rat }

// plant builds the branches for nodes, which are the children of one parent.
// Places are given in the order of Instrument.Nodes, parents before children.
func (b *book) plant(nodes []*indicators.Node, excluded bool) []*branch {
	out := make([]*branch, len(nodes))
	for i, n := range nodes {
		br := &branch{node: n, place: len(b.places), excluded: excluded || b.excluded[n.ID]}
		b.places[n.ID] = br.place
		if n.Kind == indicators.Indicator {
			br.known = b.levels(n.Scale)
		}
		br.children = b.plant(n.Children, br.excluded)
		out[i] = br
	}
	return out
}

// levels works out what the steps of a scale are worth, once for all indicators
// that use it. Answers carry the very value of the level, so its address finds it.
func (b *book) levels(s *indicators.Scale) map[*big.Rat]worth {
	known := b.scales[s]
	if known == nil {
		known = make(map[*big.Rat]worth, len(s.Levels))
		for _, l := range s.Levels {
			f := s.Fraction(l.Value)
			known[l.Value] = worth{f, b.scaled(f)}
		}
		b.scales[s] = known
	}
	return known
}

// worth is what an item counts in a view.
func (b *book) worth(br *branch, it *Item, v view) worth {
	if it.State == Missing {
		if v.missing == one {
			return worth{one, b.in.Instrument.Result.Max}
		}
		return worth{zero, b.in.Instrument.Result.Min}
	}
	if w, ok := br.known[it.Answer.Value]; ok {
		return w
	}
	f := br.node.Scale.Fraction(it.Answer.Value) // a free number, or a copy of a level's value
	return worth{f, b.scaled(f)}
}
