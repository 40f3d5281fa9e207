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
	s := &scored{r, taken, assess.ScoreRound(taken.Input(r, layer)), taken.Problems}
	if e := s.result.Entity; e.Done == 0 && e.Slots > 0 {
		return nil, s.unanswered()
	}
	return s, nil
}

// unanswered tells why nothing is reported: no unit has said anything. What
// spotcheck.yaml itself says is no answer of a unit.
func (s *scored) unanswered() problem.List {
	if slices.ContainsFunc(s.problems, func(p problem.Problem) bool { return p.Code == problem.NoInputs }) {
		return s.problems
	}
	text, remedy := "belum ada satu jawaban pun", "Taruh formulir yang sudah diisi (.xlsx) atau jawaban (.csv) di folder masukan"
	if slices.ContainsFunc(s.intake.Answers, func(a assess.Answer) bool { return a.Unit != "" }) {
		text += " pada lapis " + string(s.result.Input.Layer)
		remedy = "Sebut lapis yang sudah berisi jawaban pada --layer atau pada kunci layer: di spotcheck.yaml"
	}
	none := problem.New(problem.NoInputs, problem.Place{File: s.round.Config.Inputs[0]}, "%s", text).Fix(remedy)
	return append(problem.List{none}, s.problems...)
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
	a.reads(r.ReadsFrom)
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
