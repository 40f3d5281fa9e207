package round

import (
	"strings"
	"testing"

	"spotcheck/indicators/problem"
)

// Two files with the same numbers of people: whoever says the same in both is
// counted once, and told.
func TestDoubledRespondents(t *testing.T) {
	k := intake(t, grouped(t, "", map[string]string{
		"masuk/a.csv": "unit,respondent,prosedur,biaya\nDINKES,R1,4,4\nDINKES,R2,3,4\n",
		"masuk/b.csv": "unit,respondent,prosedur,biaya\nDINKES,R2,3,4\nDINKES,R3,1,1\n",
	}))
	var told []string
	for _, p := range k.Problems {
		if p.Code == problem.DoubledRespondent {
			told = append(told, p.File+": "+p.Message)
		}
	}
	if len(told) != 1 || told[0] != "masuk/b.csv: 1 responden unit DINKES (R2) juga tercantum di masuk/a.csv dengan jawaban yang sama" {
		t.Errorf("%q of %v", told, k.Problems)
	}
	if strings.Count(k.Problems.Error(), "S309") > 0 {
		t.Errorf("answers that agree were refused: %v", k.Problems)
	}
}

// One person in two files with different answers is a contradiction, not a double.
func TestRespondentOfTwoParts(t *testing.T) {
	k := intake(t, grouped(t, "", map[string]string{
		"masuk/a.csv": "unit,respondent,prosedur\nDINKES,R1,4\n",
		"masuk/b.csv": "unit,respondent,biaya\nDINKES,R1,2\n",
	}))
	if got := only(codes(k.Problems), "S309", "S410"); len(got) > 0 {
		t.Errorf("%v", got)
	}
}

// Answers that were given and could not be used leave their unit unfinished, also
// where a survey goes by those who answered.
func TestRefusedAnswersAreCounted(t *testing.T) {
	dir := grouped(t, "", map[string]string{
		"masuk/a.csv": "unit,respondent,prosedur,biaya\nDINKES,R1,4,4\nDINKES,R2,3,4\nDINKES,R3,9,0\nPKM-1,R1,4,4\n",
	})
	in := intake(t, dir).Input(load(t, dir), "")
	if in.Refused["DINKES"] != 2 || in.Refused["PKM-1"] != 0 {
		t.Errorf("%v", in.Refused)
	}
}
