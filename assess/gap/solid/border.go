package solid

import (
	"cmp"
	"math/big"
	"slices"

	"spotcheck/indicators"
)

// Border is how far a total lies from the next better rung and from the loss of its own.
type Border struct {
	Up   *Edge // nil: it is on the best
	Down *Edge // nil: on the lowest
}

// Edge is one border, and the smallest set of answers that carries the total across it.
type Edge struct {
	To     *indicators.Band // just across
	At     *big.Rat         // where the better side begins, in what is shown
	Points *big.Rat         // exact: so many points reach it from below; more than so many lose it from above
	Flip   *Flip            // nil: not all answers together, each by one step
}

// Flip is a smallest set of answers that, each moved by one step, crosses a border.
type Flip struct {
	Answers []Answer // the largest effect first
	After   End
	Alone   int // answers each of which would do alone
}

// border looks at the present rung, which is all neighbouring bands of one name.
func (s *scene) border(name func(*indicators.Band) string) Border {
	bands := s.in.Bands.List
	now := s.end(s.score.Exact)
	top := slices.Index(bands, now.Band)
	bottom := top
	for top >= 0 && name(bands[top]) == name(now.Band) {
		top--
	}
	for bottom < len(bands) && name(bands[bottom]) == name(now.Band) {
		bottom++
	}
	var out Border
	if top >= 0 {
		at := bands[top].From
		need := new(big.Rat).Sub(indicators.Least(at, s.in.Result.Decimals), now.Exact)
		out.Up = &Edge{bands[top], at, need, s.flip(up, at)}
	}
	if bottom < len(bands) {
		at := bands[bottom-1].From
		room := new(big.Rat).Sub(now.Exact, indicators.Least(at, s.in.Result.Decimals))
		out.Down = &Edge{bands[bottom], at, room, s.flip(down, at)}
	}
	return out
}

// flip looks for the way across the border at at.
func (s *scene) flip(w way, at *big.Rat) *Flip {
	list := s.moved(w)
	n, alone := smallest(list, s.score.Exact, w, func(score *big.Rat) bool {
		return indicators.Round(score, s.in.Result.Decimals).Cmp(at) >= 0 == (w == up)
	})
	if n < 0 {
		return nil
	}
	return &Flip{list[:n:n], s.end(after(list[:n], s.score.Exact, w)), alone}
}

// moved are all answers that can be moved by one step, the largest effect first.
func (s *scene) moved(w way) []Answer {
	if s.sorted[w] != nil {
		return s.sorted[w]
	}
	var out []Answer
	for i := range s.answers {
		if a := &s.answers[i]; a.steps[w].to != nil {
			out = append(out, Answer{a.unit, a.node, a.item, a.steps[w].to, a.points[w]})
		}
	}
	s.sorted[w] = largest(out)
	return s.sorted[w]
}

// largest sorts by effect; equal ones stay in their order. Nearly all comparisons are
// decided by the nearest binary numbers, which never stand in another order than what
// they are nearest to.
func largest(list []Answer) []Answer {
	type weighed struct {
		at   int
		near float64
	}
	order := make([]weighed, len(list))
	for i, a := range list {
		near, _ := a.Points.Float64()
		order[i] = weighed{i, near}
	}
	slices.SortFunc(order, func(a, b weighed) int {
		if c := cmp.Compare(b.near, a.near); c != 0 {
			return c
		}
		return cmp.Or(list[b.at].Points.Cmp(list[a.at].Points), cmp.Compare(a.at, b.at))
	})
	out := make([]Answer, len(list))
	for i, w := range order {
		out[i] = list[w.at]
	}
	return out
}

// smallest is the least number of answers of list, the largest effect first, that take
// a score to where across holds, -1 if all do not; and how many would do alone.
//
// Effects add up, since one step of one answer changes nothing about what another is
// worth, and what holds at some score holds at every score beyond it. No n answers move
// the score further than the n largest effects do, so that the first n at which these
// cross is the least for which any set does.
func smallest(list []Answer, from *big.Rat, w way, across func(*big.Rat) bool) (n, alone int) {
	score := new(big.Rat).Set(from)
	for i, a := range list {
		score = w.moves(score, a.Points)
		if !across(score) {
			continue
		}
		for alone < len(list) && across(w.moves(from, list[alone].Points)) {
			alone++
		}
		return i + 1, alone
	}
	return -1, 0
}

// after is the score with all answers of list moved.
func after(list []Answer, score *big.Rat, w way) *big.Rat {
	for _, a := range list {
		score = w.moves(score, a.Points)
	}
	return score
}
