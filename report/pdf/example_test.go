package pdf

import (
	"context"
	"testing"

	"spotcheck/assess"
	"spotcheck/assess/gap"
	"spotcheck/assess/round"
	"spotcheck/report"
)

// exampleInput is the example round, scored, as the builders of reports want it.
func exampleInput(t testing.TB) *report.Input {
	t.Helper()
	r, problems, err := round.Load(context.Background(), "../../examples/bangka-barat")
	if err != nil || r == nil {
		t.Fatal(err, problems)
	}
	taken, err := r.Intake(context.Background(), round.IntakeOptions{})
	if err != nil {
		t.Fatal(err)
	}
	frame := report.Frame{
		Office: r.Config.Letterhead.Office, Date: r.Config.Date, Place: r.Config.Place, Example: r.Config.Example,
		Head:      &report.Letterhead{Government: r.Config.Letterhead.Government, Office: r.Config.Letterhead.Office},
		Inspector: report.Signatory{Title: "Inspektur"},
	}
	return report.NewInput(frame, gap.New(assess.ScoreRound(taken.Input(r, ""))), taken.Problems)
}
