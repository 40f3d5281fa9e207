package round

import (
	"cmp"
	"slices"
	"strings"

	"spotcheck/assess"
	"spotcheck/indicators"
	"spotcheck/indicators/problem"
)

// said is what the settings and all files say.
func (r *Round) said(files []reading) []assess.Answer {
	n := len(r.data)
	for _, f := range files {
		n += len(f.answers)
	}
	all := append(make([]assess.Answer, 0, n), r.data...)
	for _, f := range files {
		all = append(all, f.answers...)
	}
	return all
}

// combine puts answers together, by key and layer, in the place of all. Sources that agree
// count once and keep what each notes; of sources that do not, none counts.
func combine(all []assess.Answer) ([]assess.Answer, problem.List) {
	slices.SortStableFunc(all, func(a, b assess.Answer) int {
		return cmp.Or(compareKeys(a, b), compareSources(a, b))
	})
	out := all[:0] // what is put together is never more than what was read
	var problems problem.List
	var both doubles
	disputed := map[assess.Key]bool{} // of the settings
	for len(all) > 0 {
		n := 1
		for n < len(all) && compareKeys(all[0], all[n]) == 0 {
			n++
		}
		same := all[:n]
		all = all[n:]
		if i := slices.IndexFunc(same, func(a assess.Answer) bool { return !agree(a, same[0]) }); i > 0 {
			problems = append(problems, contradiction(same[0], same[i]))
			disputed[same[0].Key] = disputed[same[0].Key] || fromSettings(same[len(same)-1])
			continue
		}
		both.note(same)
		out = append(out, joined(same))
	}
	problems = append(problems, both.told()...)
	// An entry of data speaks at two layers with one voice: disputed at one, it
	// counts at neither.
	out = slices.DeleteFunc(out, func(a assess.Answer) bool { return fromSettings(a) && disputed[a.Key] })
	return out, problems
}

func fromSettings(a assess.Answer) bool { return a.At.File == ConfigFile }

// compareSources puts files in order and the settings last.
func compareSources(a, b assess.Answer) int {
	switch inA, inB := fromSettings(a), fromSettings(b); {
	case inA && !inB:
		return 1
	case inB && !inA:
		return -1
	}
	return strings.Compare(a.At.File, b.At.File)
}

func compareKeys(a, b assess.Answer) int {
	return cmp.Or(
		strings.Compare(a.Unit, b.Unit), strings.Compare(a.Indicator, b.Indicator), strings.Compare(a.Product, b.Product),
		cmp.Compare(len(a.Respondent), len(b.Respondent)), strings.Compare(a.Respondent, b.Respondent), // R2 before R10
		cmp.Compare(slices.Index(assess.Layers[:], a.Layer), slices.Index(assess.Layers[:], b.Layer)))
}

func agree(a, b assess.Answer) bool {
	return a.State == b.State && (a.State != assess.Answered || a.Value.Cmp(b.Value) == 0)
}

func contradiction(a, b assess.Answer) problem.Problem {
	words := slices.DeleteFunc([]string{a.Unit, a.Indicator, a.Product, a.Respondent, string(a.Layer)}, func(s string) bool { return s == "" })
	p := problem.New(problem.AnswerConflict, a.At, "jawaban %s di sini lain daripada di %s; tidak satu pun dipakai", strings.Join(words, " / "), b.At.String())
	return p.Seen(said(a) + " dan " + said(b)).Of(a.Unit)
}

func said(a assess.Answer) string {
	if a.State != assess.Answered {
		return assess.NAText
	}
	return indicators.Comma(a.Value)
}

// joined is the first of answers that agree, with the notes and evidence of all.
func joined(same []assess.Answer) assess.Answer {
	out := same[0]
	for _, a := range same[1:] {
		out.Note, out.Evidence = append2(out.Note, a.Note), append2(out.Evidence, a.Evidence)
	}
	return out
}

func append2(text, more string) string {
	switch {
	case more == "" || text == more:
		return text
	case text == "":
		return more
	}
	return text + "; " + more
}
