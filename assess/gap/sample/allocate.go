package sample

import (
	"cmp"
	"slices"
)

// allocate says how many units of each stratum are visited for budget person-days.
func allocate(list []Stratum, budget int) []int {
	take := make([]int, len(list))
	left := budget
	for _, i := range firstOrder(list) {
		if list[i].Cost <= left {
			take[i], left = 1, left-list[i].Cost
		}
	}
	for {
		best := -1
		for i, s := range list {
			if take[i] == 0 || take[i] == len(s.Units) || s.Cost > left {
				continue
			}
			// size/(2 × taken + 1), compared without dividing
			if best < 0 || len(s.Units)*(2*take[best]+1) > len(list[best].Units)*(2*take[i]+1) {
				best = i
			}
		}
		if best < 0 {
			return take
		}
		take[best]++
		left -= list[best].Cost
	}
}

// firstOrder is the order in which strata get their first unit.
func firstOrder(list []Stratum) []int {
	order := make([]int, len(list))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int {
		return cmp.Or(slices.Index(Risks, list[a].Risk)-slices.Index(Risks, list[b].Risk), len(list[b].Units)-len(list[a].Units))
	})
	return order
}
