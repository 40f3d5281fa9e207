package main

import (
	"context"
	"fmt"
	"slices"

	"spotcheck/assess"
	"spotcheck/assess/gap"
	"spotcheck/assess/round"
	"spotcheck/assess/sheet"
	"spotcheck/indicators/problem"
	"spotcheck/report"
)

// scored is a round from its folder to its result.
type scored struct {
	round    *round.Round
	intake   *round.Intake
	result   *assess.Result
	problems problem.List
}

// scoreRound reads the folder and scores it at the layer given, or at the one its
// settings name.
func scoreRound(ctx context.Context, a *app, dir string, layer assess.Layer, lim sheet.Limits) (*scored, error) {
	r, err := openRound(ctx, a, dir)
	if err != nil {
		return nil, err
	}
	tell, end := a.counting("Membaca masukan")
	taken, err := r.Intake(ctx, round.IntakeOptions{Progress: tell, Limits: lim})
	end()
	if err != nil {
		return nil, err
	}
	answered := slices.ContainsFunc(taken.Files, func(f round.FileState) bool { return f.Answers > 0 })
	if !answered && taken.Problems.Errors() > 0 { // what spotcheck.yaml itself says is no answer of a unit
		return nil, taken.Problems
	}
	return &scored{r, taken, assess.ScoreRound(taken.Input(r, layer)), taken.Problems}, nil
}

// openRound loads the settings and tells their warnings.
func openRound(ctx context.Context, a *app, dir string) (*round.Round, error) {
	r, problems, err := round.Load(ctx, dir)
	if err != nil {
		return nil, err
	}
	if r == nil {
		return nil, problems
	}
	a.tell(problems)
	return r, nil
}

// input is the scored round as the report builders want it.
func (s *scored) input() *report.Input {
	in := report.NewInput(frame(s.round), gap.New(s.result), s.problems)
	if s.result.Input.Layer != assess.Mandiri {
		in.Claim = assess.ScoreRound(s.intake.Input(s.round, assess.Mandiri))
	}
	in.Forms = map[string]report.FormFacts{}
	for _, f := range s.intake.Files {
		if f.Unit != "" && f.Fate == round.Used {
			in.Forms[f.Unit] = report.FormFacts{Path: f.Path, FilledBy: f.FilledBy, FilledOn: f.FilledOn, Verifier: f.Verifier, VerifiedOn: f.VerifiedOn}
		}
	}
	return in
}

// file is the result for other programs.
func (s *scored) file() *assess.File {
	f := s.result.File(s.problems)
	f.Example = s.round.Config.Example
	return f
}

// ended is how a command closes that used all sound inputs: 5 when some were
// refused.
func (s *scored) ended() error {
	n := s.problems.Errors()
	if n == 0 {
		return nil
	}
	return outcome{exitPartly, fmt.Sprintf("Selesai untuk sebagian masukan: %d isian atau berkas ditolak, lihat daftar di atas.", n)}
}

func frame(r *round.Round) report.Frame {
	c := r.Config
	f := report.Frame{
		Office: c.Letterhead.Office, Date: c.Date, Place: c.Place, Paper: report.Paper(c.Paper),
		Example: c.Example, ExcludedWhy: c.Exclude.Reason,
		Inspector: report.Signatory{Title: "Inspektur"},
	}
	if l := c.Letterhead; l.Government != "" || l.Office != "" {
		f.Head = &report.Letterhead{Government: l.Government, Office: l.Office, Address: l.Address, Contact: l.Contact}
	}
	for _, m := range c.Team {
		f.Team = append(f.Team, report.Person(m))
	}
	if s := c.Signatories.Inspektur; s != nil {
		f.Inspector = report.Signatory(*s)
	}
	if s := c.Signatories.Mengetahui; s != nil {
		w := report.Signatory(*s)
		f.Witness = &w
	}
	return f
}
