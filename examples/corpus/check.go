package main

import (
	"context"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"

	"spotcheck/assess"
	"spotcheck/assess/round"
	"spotcheck/indicators/problem"
)

// checkCorpus reads and scores the round in dir as the program does, and tells every
// difference from what must come out.
func checkCorpus(ctx context.Context, dir string, out io.Writer) error {
	wants, err := readWants(dir)
	if err != nil {
		return err
	}
	r, problems, err := round.Load(ctx, dir)
	if err != nil {
		return err
	}
	if r == nil {
		return problems
	}
	taken, err := r.Intake(ctx, round.IntakeOptions{})
	if err != nil {
		return err
	}
	c := &checking{wants: wants, out: out}
	for l, layer := range layers {
		c.scores(l, assess.ScoreRound(taken.Input(r, layer)))
	}
	c.problems(taken.Problems)
	if c.wrong > 0 {
		return fmt.Errorf("%d differences", c.wrong)
	}
	_, err = fmt.Fprintf(out, "%d units as expected, %d of them with a fault that was found\n", len(wants)-1, c.faults)
	return err
}

// checking counts what is wrong.
type checking struct {
	wants         map[string]line
	out           io.Writer
	wrong, faults int
}

func (c *checking) tell(format string, args ...any) {
	c.wrong++
	fmt.Fprintf(c.out, format+"\n", args...)
}

// scores compares the scores at one layer.
func (c *checking) scores(l int, r *assess.Result) {
	if len(r.Units) != len(c.wants)-1 {
		c.tell("%d units, want %d", len(r.Units), len(c.wants)-1)
	}
	compare := func(unit string, s assess.Score) {
		got := [2]string{exact(s.Exact), rounded(s.Rounded, r.Input.Instrument.Result.Decimals)}
		if want := [2]string(c.wants[unit].scores[2*l : 2*l+2]); got != want {
			c.tell("%s: %s at %s, want %s", nameOf(unit), strings.Join(got[:], " = "), layers[l], strings.Join(want[:], " = "))
		}
	}
	compare("", r.Entity)
	for i := range r.Units {
		compare(r.Units[i].Unit.ID, r.Units[i].Score)
	}
}

func nameOf(unit string) string {
	if unit == "" {
		return "all units together"
	}
	return unit
}

// problems compares the errors told of the files with those made on purpose.
func (c *checking) problems(list problem.List) {
	got := map[string][]finding{}
	for _, p := range list {
		if p.Severity == problem.Error {
			got[p.File] = append(got[p.File], finding{p.Code, p.Sheet, p.Cell})
		}
	}
	for _, unit := range slices.Sorted(maps.Keys(c.wants)) {
		w := c.wants[unit]
		var want []finding
		if w.finding.code != "" {
			c.faults++
			want = append(want, w.finding)
		}
		if w.file == "" {
			continue
		}
		if !slices.Equal(got[w.file], want) {
			c.tell("%s: found %v, want %v", w.file, got[w.file], want)
		}
		delete(got, w.file)
	}
	for _, file := range slices.Sorted(maps.Keys(got)) {
		c.tell("%s: found %v, want nothing", file, got[file])
	}
}
