package plan

import (
	"slices"

	"spotcheck/assess"
)

// job is a visit that has no place yet.
type job struct {
	unit assess.Unit
	days int
}

// assignment says which team does which jobs, and which nobody does.
type assignment struct {
	teams [][]job
	out   []job
}

// assign gives jobs, longest first, to teams that have room days each: to the team
// that is free earliest, or, where that leaves more of them out, to the first with
// room.
func assign(jobs []job, teams, room int) assignment {
	even := list(jobs, teams, room, leastLoaded)
	if len(even.out) == 0 {
		return even
	}
	if tight := list(jobs, teams, room, firstFit); len(tight.out) < len(even.out) {
		return tight
	}
	return even
}

// list goes through the jobs once; choose names the team for one, given the days
// that each has taken, or -1.
func list(jobs []job, teams, room int, choose func(loads []int, days, room int) int) assignment {
	a := assignment{teams: make([][]job, teams)}
	loads := make([]int, teams)
	for _, j := range jobs {
		team := choose(loads, j.days, room)
		if team < 0 {
			a.out = append(a.out, j)
			continue
		}
		a.teams[team] = append(a.teams[team], j)
		loads[team] += j.days
	}
	return a
}

// leastLoaded is the first of the teams with the fewest days; nobody else has room
// where it has none.
func leastLoaded(loads []int, days, room int) int {
	team := slices.Index(loads, slices.Min(loads))
	if loads[team]+days > room {
		return -1
	}
	return team
}

func firstFit(loads []int, days, room int) int {
	return slices.IndexFunc(loads, func(load int) bool { return load+days <= room })
}

// bound is the length below which no schedule is: the longest job, and the days of
// all shared evenly.
func bound(jobs []job, teams int) int {
	longest, sum := 0, 0
	for _, j := range jobs {
		longest, sum = max(longest, j.days), sum+j.days
	}
	return max(longest, (sum+teams-1)/teams)
}
