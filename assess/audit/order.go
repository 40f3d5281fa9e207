package audit

import (
	"context"
	"sort"

	"spotcheck/assess/audit/formula"
)

// span is some of the formulas of a column: those that one area holds.
type span struct{ formulas []int32 }

// needs lists the formulas that formula f refers to, as spans of columns.
func (b *book) needs(f *calc) []span {
	var out []span
	b.areas(f, func(at int, a formula.Area) {
		p := b.pages[at]
		first := sort.Search(len(p.columns), func(i int) bool { return p.columns[i].number >= a.Left })
		for i := first; i < len(p.columns) && p.columns[i].number <= a.Right; i++ {
			rows := p.columns[i].rows
			from := sort.Search(len(rows), func(k int) bool { return int(rows[k]) >= a.Top })
			to := sort.Search(len(rows), func(k int) bool { return int(rows[k]) > a.Bottom })
			b.work--
			if from < to {
				out = append(out, span{p.columns[i].formulas[from:to]})
			}
		}
	})
	return out
}

// frame is a formula whose needs are being put in order.
type frame struct {
	f    int32
	need []span
	next int // in need[0]
}

// sorter orders formulas after what they refer to and finds circles: strongly
// connected groups, by Tarjan's way, without recursion.
type sorter struct {
	*book
	number []int32 // in order of discovery, 0 for none yet
	low    []int32 // least number that can be reached
	open   []bool  // on the stack
	stack  []int32
	frames []frame
	last   int32
}

// sortFormulas fills order and marks circular formulas. Formulas that the work
// does not suffice for are not ordered.
func (b *book) sortFormulas(ctx context.Context) error {
	n := len(b.formulas)
	s := &sorter{book: b, number: make([]int32, n), low: make([]int32, n), open: make([]bool, n)}
	for i := range b.formulas {
		if s.number[i] > 0 {
			continue
		}
		if err := ctx.Err(); err != nil {
			return err
		}
		s.enter(int32(i))
		for len(s.frames) > 0 && b.work > 0 {
			s.step()
		}
		if b.work <= 0 {
			break
		}
	}
	return nil
}

func (s *sorter) enter(f int32) {
	s.last++
	s.number[f], s.low[f], s.open[f] = s.last, s.last, true
	s.stack = append(s.stack, f)
	s.frames = append(s.frames, frame{f: f, need: s.needs(&s.formulas[f])})
}

// step looks at the next need of the formula on top, or closes it.
func (s *sorter) step() {
	s.work--
	top := &s.frames[len(s.frames)-1]
	if len(top.need) == 0 {
		s.leave(top.f)
		return
	}
	g := top.need[0].formulas[top.next]
	if top.next++; top.next == len(top.need[0].formulas) {
		top.need, top.next = top.need[1:], 0
	}
	s.formulas[g].used = true
	switch {
	case g == top.f:
		s.formulas[g].circular = true
	case s.number[g] == 0:
		s.enter(g)
	case s.open[g]:
		s.low[top.f] = min(s.low[top.f], s.number[g])
	}
}

// leave closes a formula; the last of a group closes the group.
func (s *sorter) leave(f int32) {
	s.frames = s.frames[:len(s.frames)-1]
	if len(s.frames) > 0 {
		below := s.frames[len(s.frames)-1].f
		s.low[below] = min(s.low[below], s.low[f])
	}
	if s.low[f] != s.number[f] {
		return
	}
	from := len(s.stack) - 1
	for s.stack[from] != f {
		from--
	}
	group := s.stack[from:]
	for _, g := range group {
		s.open[g] = false
		s.formulas[g].circular = s.formulas[g].circular || len(group) > 1
		s.order = append(s.order, g)
	}
	if s.formulas[f].circular {
		s.circle(group)
	}
	s.stack = s.stack[:from]
}
