package round

import (
	"cmp"
	"slices"
	"strings"

	"spotcheck/assess"
	"spotcheck/indicators"
	"spotcheck/indicators/problem"
)

// combine puts the answers of all files together, by key and layer. Sources that
// agree count once and keep what each notes; of sources that do not, none counts.
func combine(files []reading) ([]assess.Answer, problem.List) {
	var all []assess.Answer
	for _, f := range files {
		all = append(all, f.answers...)
	}
	slices.SortStableFunc(all, func(a, b assess.Answer) int {
		return cmp.Or(compareKeys(a, b), strings.Compare(a.At.File, b.At.File))
	})
	var out []assess.Answer
	var problems problem.List
	for len(all) > 0 {
		n := 1
		for n < len(all) && compareKeys(all[0], all[n]) == 0 {
			n++
		}
		same := all[:n]
		all = all[n:]
		if i := slices.IndexFunc(same, func(a assess.Answer) bool { return !agree(a, same[0]) }); i > 0 {
			problems = append(problems, contradiction(same[0], same[i]))
			continue
		}
		out = append(out, joined(same))
	}
	return out, problems
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
	return p.Seen(said(a) + " dan " + said(b))
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
