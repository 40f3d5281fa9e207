package indicators

import "spotcheck/indicators/problem"

// Unstable tells which ids of old no longer mean in the instrument what they meant:
// gone, renamed, or with other answers. Results and
// answers of earlier rounds refer to them.
func (in *Instrument) Unstable(old *Instrument, file string) problem.List {
	var out problem.List
	for _, was := range old.Nodes() {
		what := ""
		switch is := in.Node(was.ID); {
		case is == nil:
			what = "tidak ada lagi"
		case is.Kind == Indicator && was.Kind != Indicator:
			what = "kini indikator, semula kelompok"
		case is.Kind != Indicator && was.Kind == Indicator:
			what = "kini kelompok, semula indikator"
		case is.Title != was.Title:
			what = "kini berjudul \"" + is.Title + "\""
		case is.Kind == Indicator && !sameAnswers(is.Scale, was.Scale):
			what = "kini memakai skala lain (" + is.Scale.Title + ")"
		}
		if what != "" {
			out = append(out, problem.New(problem.ChangedID, problem.Place{File: file}, "kode %s (%s) %s", was.ID, was.Title, what))
		}
	}
	return out
}

// sameAnswers: an answer on one scale means the same on the other.
func sameAnswers(a, b *Scale) bool {
	if len(a.Levels) != len(b.Levels) || len(a.Steps) != len(b.Steps) || a.Min.Cmp(b.Min) != 0 || a.Max.Cmp(b.Max) != 0 {
		return false
	}
	for i := range a.Levels {
		if a.Levels[i].Value.Cmp(b.Levels[i].Value) != 0 || a.Levels[i].Label != b.Levels[i].Label {
			return false
		}
	}
	for i := range a.Steps {
		if a.Steps[i].From.Cmp(b.Steps[i].From) != 0 || a.Steps[i].Value.Cmp(b.Steps[i].Value) != 0 {
			return false
		}
	}
	return true
}
