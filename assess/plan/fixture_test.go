package plan

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"spotcheck/assess"
	"spotcheck/assess/calendar"
	"spotcheck/indicators/problem"
)

func teams(n int) []Team {
	out := make([]Team, n)
	for i := range out {
		out[i] = Team{Name: fmt.Sprintf("Tim %d", i+1), Members: []Member{
			{InCharge, "Inspektur"}, {Controller, "Irban"}, {Leader, fmt.Sprintf("Ketua %d", i+1)}, {Fellow, fmt.Sprintf("Anggota %d", i+1)},
		}}
	}
	return out
}

func unit(id, kind string) assess.Unit { return assess.Unit{ID: id, Name: "Unit " + id, Type: kind} }

// terms are a sound plan of a month and a half.
func terms(nteams int, units ...assess.Unit) Terms {
	days, stages := Defaults()
	return Terms{
		Start: "2026-03-02", End: "2026-05-29", Calendar: calendar.New(nil), Days: days, Stages: stages,
		Teams: teams(nteams), Units: units, At: problem.Place{File: "spotcheck.yaml", Cell: "9:1"}, EndAt: problem.Place{File: "spotcheck.yaml", Cell: "11:8"},
	}
}

func planned(t *testing.T, tm Terms) *Plan {
	t.Helper()
	p, problems := New(tm)
	if p == nil {
		t.Fatal(problems)
	}
	return p
}

// random are terms of any kind: periods with holidays in them, own ones too, teams,
// units of all types, stages of any length.
func random(r *rand.Rand) Terms {
	tm := terms(1 + r.IntN(4))
	first := calendar.New(nil).Add("2026-01-01", 1+r.IntN(250))
	var own []calendar.Holiday
	for range r.IntN(8) {
		own = append(own, calendar.Holiday{Day: tm.Calendar.Add(first, r.IntN(60)), Name: "libur", Kind: calendar.Local})
	}
	tm.Calendar = calendar.New(own)
	tm.Start, tm.End = first, tm.Calendar.Add(first, 1+r.IntN(60))
	for i := range tm.Stages {
		tm.Stages[i].Days = r.IntN(4)
	}
	kinds := []string{"dinas", "puskesmas", "rsud", "sekolah"}
	for i := range r.IntN(30) {
		tm.Units = append(tm.Units, unit(fmt.Sprintf("u%02d", i), kinds[r.IntN(len(kinds))]))
	}
	tm.Days["sekolah"] = 1 + r.IntN(6)
	return tm
}
