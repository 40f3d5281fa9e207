package audit

import (
	"cmp"
	"slices"

	"spotcheck/assess/sheet"
)

// gap is a cell without drop-down; up and below are how far the nearest with one
// are.
type gap struct{ row, col, up, below int }

// stretch is rows of a column that have a drop-down of one rule.
type stretch struct{ rule, col, top, bottom int }

// maxStretches bounds the columns of rules that are looked at.
const maxStretches = 100_000

// gaps finds one or two rows of a column between three or more that share a rule.
// Rules of equal type and source are one. Where gaps are as common as the rule,
// they are meant.
func gaps(rules []sheet.Validation) []gap {
	list := stretches(rules)
	var out []gap
	for from := 0; from < len(list); {
		to, held := from, 0
		for to < len(list) && list[to].rule == list[from].rule && list[to].col == list[from].col {
			held += list[to].bottom - list[to].top + 1
			to++
		}
		var found []gap
		for i := from + 1; i < to; i++ {
			above, below := list[i-1], list[i]
			n := below.top - above.bottom - 1
			if n < 1 || n > 2 || n == 2 && (above.top == above.bottom || below.top == below.bottom) || held < 3 {
				continue
			}
			for k := 1; k <= n; k++ {
				found = append(found, gap{above.bottom + k, above.col, k, n + 1 - k})
			}
		}
		if len(found) <= 2 || 3*len(found) <= held {
			out = append(out, found...)
		}
		from = to
	}
	return uncovered(out, list)
}

// stretches lists the columns of all list rules, by rule, column and row.
func stretches(rules []sheet.Validation) []stretch {
	type key struct{ kind, source string }
	number := map[key]int{}
	var out []stretch
	for _, v := range rules {
		if v.Type != "list" {
			continue
		}
		k := key{v.Type, v.Source}
		if _, ok := number[k]; !ok {
			number[k] = len(number)
		}
		for _, a := range v.Areas {
			for col := a.Left; col <= a.Right && len(out) < maxStretches; col++ {
				out = append(out, stretch{number[k], col, a.Top, a.Bottom})
			}
		}
	}
	slices.SortFunc(out, func(a, b stretch) int {
		return cmp.Or(a.rule-b.rule, a.col-b.col, a.top-b.top, a.bottom-b.bottom)
	})
	return out
}

// uncovered drops gaps in which another rule holds.
func uncovered(list []gap, rules []stretch) []gap {
	slices.SortFunc(rules, func(a, b stretch) int { return cmp.Or(a.col-b.col, a.top-b.top) })
	reach := make([]int, len(rules)) // the last row of all rules of the column so far
	for i, s := range rules {
		if reach[i] = s.bottom; i > 0 && rules[i-1].col == s.col {
			reach[i] = max(reach[i-1], s.bottom)
		}
	}
	return slices.DeleteFunc(list, func(g gap) bool {
		i, _ := slices.BinarySearchFunc(rules, g, func(s stretch, g gap) int { return cmp.Or(s.col-g.col, s.top-g.row-1) })
		return i > 0 && rules[i-1].col == g.col && reach[i-1] >= g.row
	})
}
