package round

import (
	"slices"

	"spotcheck/assess"
	"spotcheck/indicators"
	"spotcheck/indicators/problem"
)

// doubles are people whose answers stand in two files with the same words: one
// person counted twice, or two of the same number counted once.
type doubles []double

type double struct {
	unit, first, second string
	people              []string
}

// doublesShown bounds how many people are named.
const doublesShown = 5

// note keeps who answered in the files of answers that agree.
func (d *doubles) note(same []assess.Answer) {
	who := same[0].Respondent
	i := slices.IndexFunc(same, func(a assess.Answer) bool { return a.At.File != same[0].At.File })
	if who == "" || i < 0 {
		return
	}
	of := double{unit: same[0].Unit, first: same[0].At.File, second: same[i].At.File}
	at := slices.IndexFunc(*d, func(o double) bool { return o.unit == of.unit && o.first == of.first && o.second == of.second })
	if at < 0 {
		*d, at = append(*d, of), len(*d)
	}
	if pair := &(*d)[at]; !slices.Contains(pair.people, who) {
		pair.people = append(pair.people, who)
	}
}

// told is one warning for every pair of files of a unit.
func (d doubles) told() problem.List {
	var out problem.List
	for _, p := range d {
		names := indicators.And(p.people)
		if len(p.people) > doublesShown {
			names = indicators.And(append(slices.Clone(p.people[:doublesShown]), "lain-lain"))
		}
		out = append(out, problem.New(problem.DoubledRespondent, problem.Place{File: p.second}, "%d responden unit %s (%s) juga tercantum di %s dengan jawaban yang sama",
			len(p.people), p.unit, names, p.first).Of(p.unit))
	}
	return out
}
