package knapsack

import "slices"

// blocks are the items in groups that have nothing to do with each other: those tied
// by needs together; where there are floors, all of them.
func (s *solver) blocks() [][]int {
	of := make([]int, len(s.Items))
	for i := range of {
		of[i] = i
	}
	merge := func(a, b int) {
		a, b = of[a], of[b]
		for i := range of {
			if of[i] == b {
				of[i] = a
			}
		}
	}
	for i, it := range s.Items {
		for _, n := range it.Needs {
			merge(n, i)
		}
		if i > 0 && len(s.Floors) > 0 {
			merge(0, i)
		}
	}
	at := map[int]int{}
	var out [][]int
	for i, b := range of {
		if _, ok := at[b]; !ok {
			at[b] = len(out)
			out = append(out, nil)
		}
		out[at[b]] = append(out[at[b]], i)
	}
	return out
}

// block is a group of items as one part. Items that others need are decided first:
// raised fully or not, in every combination that its own needs allow.
func (s *solver) block(items []int, limit int) (part, error) {
	hubs := s.hubs(items)
	if len(hubs) > maxHubs {
		return part{}, ErrTooLarge
	}
	if len(hubs) == 0 {
		return s.decided(items, nil, limit), nil
	}
	var list []part
	for set := range 1 << len(hubs) {
		full := map[int]bool{}
		for i, h := range hubs {
			full[h] = set>>i&1 == 1
		}
		sound := !slices.ContainsFunc(hubs, func(h int) bool { return full[h] && !s.ready(h, full) })
		if sound {
			list = append(list, s.decided(items, full, limit))
		}
	}
	return join(list), nil
}

// hubs are the items that others need and that are not yet as high as they go.
func (s *solver) hubs(items []int) []int {
	var out []int
	for _, i := range items {
		for _, n := range s.Items[i].Needs {
			if s.open(n) && !s.Items[n].Short && !slices.Contains(out, n) {
				out = append(out, n)
			}
		}
	}
	slices.Sort(out)
	return out
}

// ready: everything that the item needs is or will be raised fully.
func (s *solver) ready(item int, full map[int]bool) bool {
	return !slices.ContainsFunc(s.Items[item].Needs, func(n int) bool { return s.open(n) && !full[n] })
}

// open: the item is not as high as it goes.
func (s *solver) open(item int) bool { return len(s.Items[item].Steps) > 0 || s.Items[item].Short }

// decided is a group of items, of which full says which hubs are raised fully.
func (s *solver) decided(items []int, full map[int]bool, limit int) part {
	parts := map[int]part{}
	for _, i := range items {
		parts[i] = s.item(i, full)
	}
	return s.grouped(items, parts, limit)
}

// item is one item as a part.
func (s *solver) item(i int, full map[int]bool) part {
	steps := s.Items[i].Steps
	from, to := 0, len(steps)
	isFull, isHub := full[i]
	switch {
	case isHub && isFull:
		from = to
	case isHub:
		to--
	}
	if !s.ready(i, full) {
		to = 0
	}
	var p part
	var counts []int // of steps, by option
	sum := option{}
	for n := 0; n <= to; n++ {
		if n > 0 {
			sum = option{sum.cost + steps[n-1].Cost, sum.gain + s.gains[i][n-1]}
		}
		switch last := len(p.options) - 1; {
		case n < from, last >= 0 && p.options[last].gain == sum.gain:
		case last >= 0 && p.options[last].cost == sum.cost:
			p.options[last], counts[last] = sum, n
		default:
			p.options, counts = append(p.options, sum), append(counts, n)
		}
	}
	p.carry = func(k int, out []int) { out[i] = counts[k] }
	return p
}

// grouped combines items under the floors they lie under, the innermost first.
func (s *solver) grouped(items []int, parts map[int]part, limit int) part {
	order := make([]int, len(s.Floors))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return len(s.Floors[a].Items) - len(s.Floors[b].Items) })
	top := map[int]int{} // item -> the item under which its part is kept
	for _, i := range items {
		top[i] = i
	}
	for _, f := range order {
		if len(s.Floors[f].Items) == 0 {
			if s.least[f] > 0 {
				return part{}
			}
			continue
		}
		var inside []int
		for _, i := range s.Floors[f].Items {
			if !slices.Contains(inside, top[i]) {
				inside = append(inside, top[i])
			}
		}
		var group []part
		for _, i := range inside {
			group = append(group, parts[i])
		}
		parts[inside[0]] = combine(group, limit, max(0, s.least[f]))
		for i, t := range top {
			if slices.Contains(inside, t) {
				top[i] = inside[0]
			}
		}
	}
	var rest []part
	for _, i := range items {
		if top[i] == i {
			rest = append(rest, parts[i])
		}
	}
	if len(rest) == 1 {
		return rest[0]
	}
	return combine(rest, limit, 0)
}
