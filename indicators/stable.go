package indicators

import (
	"fmt"

	"spotcheck/indicators/problem"
)

// Unstable tells which ids of old no longer mean in the instrument what they meant:
// gone, renamed, asked of others, or with other answers. Results and answers of
// earlier rounds refer to them. A weight may change.
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
		case is.Kind == Indicator:
			what = is.askedAnew(was, old.Types)
		}
		if what != "" {
			out = append(out, problem.New(problem.ChangedID, problem.Place{File: file}, "kode %s (%s) %s", was.ID, was.Title, what))
		}
	}
	return out
}

var scopeNames = map[Scope]string{PerUnit: "unit", PerProduct: "produk layanan", PerRespondent: "responden", PerEntity: "pemerintah daerah"}

// askedAnew says how n is asked of others than before, or may now be left out; types
// are those of before.
func (n *Node) askedAnew(was *Node, types []Name) string {
	switch {
	case n.Scope != was.Scope:
		return fmt.Sprintf("kini ditanyakan per %s, semula per %s", scopeNames[n.Scope], scopeNames[was.Scope])
	case n.Group != nil && (n.Group.Code != was.Group.Code || n.Group.Sample != was.Group.Sample):
		return "kini ditanyakan kepada kelompok lain (" + n.Group.Label + ")"
	case n.NA == "" && was.NA != "":
		return "kini tidak boleh dijawab TB"
	case n.NA != "" && was.NA == "":
		return "kini boleh dijawab TB"
	}
	for _, t := range types {
		if n.Applies(t.Key) != was.Applies(t.Key) {
			return "kini ditanyakan kepada jenis unit lain (" + t.Title + ")"
		}
	}
	return ""
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
