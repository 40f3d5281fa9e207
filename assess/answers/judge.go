package answers

import (
	"math/big"

	"spotcheck/assess"
	"spotcheck/indicators"
	"spotcheck/indicators/problem"
)

// Spot names for a person where a value is written, and where the reason of a TB:
// "di kolom value", "pada kunci note".
type Spot struct{ Value, Note string }

// Judge reads a value that is written as in the CSV. A fault has no place yet and
// leaves the answer Missing; a text without content does so without a fault.
func Judge(n *indicators.Node, text, note string, at Spot) (assess.State, *big.Rat, *problem.Problem) {
	text = indicators.Squash(text)
	if text == "" {
		return assess.Missing, nil, nil
	}
	if indicators.IsNA(text) {
		return notApplicable(n, note, at)
	}
	tell := func(code problem.Code, format string, args ...any) problem.Problem {
		return problem.New(code, problem.Place{}, format, args...).Seen(text, n.Scale.Allowed()...)
	}
	if len(n.Scale.Levels) == 0 && ambiguous(text, n.Scale) {
		p := tell(problem.CSVAmbiguousNumber, "angka %q dapat dibaca dua cara", text)
		return assess.Missing, nil, &p
	}
	v, ok := n.Scale.Parse(text)
	if !ok {
		p := tell(problem.ValueNotInScale, "jawaban %s di luar skala", n.ID).Fix("Tulis salah satu jawaban yang diterima " + at.Value)
		return assess.Missing, nil, &p
	}
	return assess.Answered, v, nil
}

func notApplicable(n *indicators.Node, note string, at Spot) (assess.State, *big.Rat, *problem.Problem) {
	var p problem.Problem
	switch {
	case n.NA == "":
		p = problem.New(problem.NAForbidden, problem.Place{}, "%s tidak boleh dijawab TB", n.ID).Seen(assess.NAText, n.Scale.Allowed()...)
	case indicators.IsFiller(note):
		p = problem.New(problem.NAWithoutReason, problem.Place{}, "%s dijawab TB tanpa alasan", n.ID).Seen(assess.NAText).Fix("Tulis alasannya " + at.Note)
	default:
		return assess.NA, nil, nil
	}
	return assess.Missing, nil, &p
}
