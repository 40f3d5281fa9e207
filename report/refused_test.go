package report_test

import (
	"strings"
	"testing"

	"spotcheck/assess"
	"spotcheck/indicators"
	"spotcheck/indicators/problem"
	"spotcheck/report"
)

// The unit reads what of its form could not be used, where, and what to do; the
// others do not.
func TestRefusedAnswersStandInTheUnitsReport(t *testing.T) {
	in := input(t, units(2), func(u assess.Unit, n *indicators.Node) *assess.Answer {
		if n.ID == "A1.1" && u.ID == "unit-00" {
			return nil
		}
		return best(u, n)
	})
	for range 8 {
		p := problem.New(problem.ValueNotInScale, problem.Place{File: "masuk/a.xlsx", Sheet: "Penilaian", Cell: "G9"}, "jawaban A1.1 di luar skala")
		in.Problems = append(in.Problems, p.Seen("9", "0", "1").Of("unit-00"))
	}
	odd := problem.New(problem.FormulaAnswer, problem.Place{File: "masuk/b.xlsx", Sheet: "Penilaian", Cell: "G8"}, "jawaban berasal dari rumus")
	in.Problems = append(in.Problems, odd.Of("unit-00")) // a warning: the answer counts
	expect(t, textOf(in.Unit(in.Map.Units[0], report.UnitRows)), nil, []string{"b.xlsx"})
	for i, want := range []bool{true, false} {
		var b strings.Builder
		eachText(in.Unit(in.Map.Units[i], report.UnitRows), func(s string) { b.WriteString(s + "\n") })
		text := b.String()
		if got := strings.Contains(text, "a.xlsx, Penilaian!G9") && strings.Contains(text, "2 isian lain yang ditolak"); got != want {
			t.Errorf("unit %d: told %v\n%s", i, got, text)
		}
	}
}
