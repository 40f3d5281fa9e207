package plan

import (
	"fmt"
	"math/rand/v2"
	"testing"
)

// shortest tries every way to give the jobs to the teams.
func shortest(jobs []job, loads []int) int {
	if len(jobs) == 0 {
		longest := 0
		for _, load := range loads {
			longest = max(longest, load)
		}
		return longest
	}
	best := -1
	for team := range loads {
		loads[team] += jobs[0].days
		if n := shortest(jobs[1:], loads); best < 0 || n < best {
			best = n
		}
		loads[team] -= jobs[0].days
	}
	return best
}

func draw(r *rand.Rand) []job {
	tm := Terms{Days: map[string]int{}}
	for i := range 1 + r.IntN(8) {
		kind := fmt.Sprint(i)
		tm.Units, tm.Days[kind] = append(tm.Units, unit("u"+kind, kind)), 1+r.IntN(6)
	}
	return tm.jobs()
}

func length(a assignment) int {
	longest := 0
	for _, jobs := range a.teams {
		days := 0
		for _, j := range jobs {
			days += j.days
		}
		longest = max(longest, days)
	}
	return longest
}

// With room for all, no schedule is shorter than the bound, the best is never longer
// than ours, and ours at most 4/3 - 1/(3m) of it.
func TestScheduleAgainstAllSchedules(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 6))
	equal, longer := 0, 0
	for range 1500 {
		jobs, m := draw(r), 1+r.IntN(3)
		a := assign(jobs, m, 1000)
		ours, best := length(a), shortest(jobs, make([]int, m))
		if len(a.out) > 0 || bound(jobs, m) > best || best > ours || 3*m*ours > (4*m-1)*best {
			t.Fatalf("%d teams, %v: ours %d, best %d, bound %d", m, jobs, ours, best, bound(jobs, m))
		}
		if ours == best {
			equal++
		} else {
			longer++
		}
	}
	if equal < 1000 || longer == 0 {
		t.Fatalf("%d as short as can be, %d longer", equal, longer)
	}
}

// Where there is too little room, whoever is left out fits nowhere any more, and no
// team exceeds its room.
func TestTightSchedules(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 8))
	rescued := 0
	for range 3000 {
		jobs, m := draw(r), 1+r.IntN(3)
		room := max(1, bound(jobs, m)-1+r.IntN(3))
		a := assign(jobs, m, room)
		if length(a) > room {
			t.Fatalf("%d days in a room of %d", length(a), room)
		}
		free := 0
		for _, team := range a.teams {
			days := 0
			for _, j := range team {
				days += j.days
			}
			free = max(free, room-days)
		}
		for _, j := range a.out {
			if j.days <= free {
				t.Fatalf("%v is left out with %d days free", j, free)
			}
		}
		if len(a.out) == 0 && len(list(jobs, m, room, leastLoaded).out) > 0 {
			rescued++
		}
	}
	if rescued == 0 {
		t.Error("the second try never helps")
	}
}
