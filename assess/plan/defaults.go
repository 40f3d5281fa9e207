package plan

import (
	_ "embed" // the defaults

	"spotcheck/indicators/strictyaml"
)

//go:embed defaults.yaml
var defaults []byte

// Field is the id of the stage in which the teams visit; the plan says how long it is.
const Field = "lapangan"

// Stage is a run of working days of the whole round.
type Stage struct {
	ID, Title string
	Letter    string // in the chart of the days
	Days      int    // 0 for the field stage
}

// Defaults are the days of a visit by type of unit, and the stages in order; the
// caller owns both.
func Defaults() (days map[string]int, stages []Stage) {
	doc := strictyaml.Parse("defaults.yaml", defaults)
	m := doc.Root()
	m.OneOf("provenance", "", "own")
	m.Text("reason")
	days = map[string]int{}
	if dm := m.Map("days"); dm != nil {
		for _, key := range m.Keys("days") {
			days[key.Text] = dm.Int(key.Text, 0)
		}
		dm.Done()
	}
	for _, sm := range m.Maps("stages") {
		stages = append(stages, Stage{sm.Text("id"), sm.Text("title"), sm.Text("letter"), sm.Int("days", 0)})
		sm.Done()
	}
	m.Done()
	if problems := doc.Problems(); len(problems) > 0 {
		panic(problems.Error()) // a test reads the file
	}
	return days, stages
}
