package knapsack

import "slices"

// option is something that a part may do.
type option struct {
	cost int
	gain int64
}

// part is a choice of one among options, which rise in cost and gain. open tells how
// to carry out the one chosen.
type part struct {
	options []option
	carry   func(i int, steps []int)
}

// unreached marks costs at which the parts cannot be carried out.
const unreached = -1

// combine is all parts together as one part: at every cost up to limit the most that
// they gain, as far as it is more than at any lower cost and at least least. It has no
// options where nothing will do.
func combine(parts []part, limit int, least int64) part {
	best, next := make([]int64, limit+1), make([]int64, limit+1)
	empty(best)
	best[0] = 0
	chosen := make([][]uint16, len(parts))
	for i, p := range parts {
		chosen[i] = add(best, next, p)
		best, next = next, best
	}
	out := part{}
	for c, gain := range best {
		if gain >= least && (len(out.options) == 0 || gain > out.options[len(out.options)-1].gain) {
			out.options = append(out.options, option{c, gain})
		}
	}
	out.carry = func(i int, steps []int) {
		c := out.options[i].cost
		for j := len(parts) - 1; j >= 0; j-- {
			k := int(chosen[j][c])
			parts[j].carry(k, steps)
			c -= parts[j].options[k].cost
		}
	}
	return out
}

func empty(table []int64) {
	for c := range table {
		table[c] = unreached
	}
}

// add makes next the table of exact costs best with one more part, and tells which
// option of the part is taken at each cost.
func add(best, next []int64, p part) (chosen []uint16) {
	chosen = make([]uint16, len(best))
	if len(p.options) == 1 && p.options[0] == (option{}) {
		copy(next, best)
		return chosen
	}
	empty(next)
	for k, o := range p.options {
		if o.cost >= len(best) {
			break
		}
		under, into, taken := best[:len(best)-o.cost], next[o.cost:], chosen[o.cost:]
		for c, gain := range under {
			if gain != unreached && gain+o.gain > into[c] {
				into[c], taken[c] = gain+o.gain, uint16(k)
			}
		}
	}
	return chosen
}

// join is one part of the options of several, the best at each cost.
func join(list []part) part {
	type from struct{ part, option int }
	var options []option
	var origin []from
	for i, p := range list {
		for k, o := range p.options {
			options, origin = append(options, o), append(origin, from{i, k})
		}
	}
	order := make([]int, len(options))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int {
		if options[a].cost != options[b].cost {
			return options[a].cost - options[b].cost
		}
		return int(max(-1, min(1, options[b].gain-options[a].gain)))
	})
	out, kept := part{}, []from{}
	for _, i := range order {
		if len(out.options) == 0 || options[i].gain > out.options[len(out.options)-1].gain {
			out.options, kept = append(out.options, options[i]), append(kept, origin[i])
		}
	}
	out.carry = func(i int, steps []int) { list[kept[i].part].carry(kept[i].option, steps) }
	return out
}
