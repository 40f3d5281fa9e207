package round

import (
	"fmt"
	"slices"

	"spotcheck/assess"
	"spotcheck/indicators"
	"spotcheck/indicators/problem"
)

// advice warns of what is still to come: units that sent nothing and, of those
// that did, the ones short of products or respondents. Units of which every form
// was refused have been told of.
func (r *Round) advice(k *Intake) problem.List {
	var problems problem.List
	warn := func(code problem.Code, format string, args ...any) {
		problems = append(problems, problem.New(code, problem.Place{}, format, args...))
	}
	sent, refused := map[string]bool{}, map[string]bool{} // a form in use or an answer; a form or a row, or some file of nobody
	for _, p := range k.Problems {
		refused[p.Unit] = refused[p.Unit] || p.Unit != "" && p.Severity == problem.Error
	}
	for _, f := range k.Files {
		switch {
		case f.Kind != KindOther && f.Fate == Refused:
			refused[f.Unit] = true
		case f.Unit != "":
			sent[f.Unit] = true
		}
	}
	met := map[string]map[string]bool{} // unit -> who answered
	for _, a := range k.Answers {
		sent[a.Unit] = true
		if a.Respondent != "" {
			if met[a.Unit] == nil {
				met[a.Unit] = map[string]bool{}
			}
			met[a.Unit][a.Respondent] = true
		}
	}
	for _, u := range k.Units {
		if !sent[u.ID] {
			if refused[u.ID] {
				continue
			}
			warn(problem.UnitWithoutForm, "unit %s (%s) belum mengirim formulir", u.ID, u.Name)
			if refused[""] {
				last := &problems[len(problems)-1]
				*last = last.Fix("Periksa dahulu berkas yang ditolak, barangkali miliknya; bila bukan, tagih formulirnya. Sementara itu semua jawabannya dihitung kosong")
			}
			continue
		}
		perProduct := r.asks(u, func(n *indicators.Node) bool { return n.Scope == indicators.PerProduct })
		switch least := r.Instrument.Products.Min; {
		case perProduct && len(u.Products) == 0:
			warn(problem.NoProducts, "unit %s (%s) belum menyebut produk layanan yang dinilai", u.ID, u.Name)
		case perProduct && len(u.Products) < least:
			warn(problem.NoProducts, "unit %s (%s) menyebut %d produk layanan; sedikitnya %d, kekurangannya dihitung kosong", u.ID, u.Name, len(u.Products), least)
		}
		for _, g := range r.Instrument.Respondents {
			if n := members(g, met[u.ID]); n < g.Min && r.asks(u, func(n *indicators.Node) bool { return n.Group == g }) {
				problems = append(problems, r.few(u, g, n))
			}
		}
	}
	return problems
}

// blank warns of forms that came back with nothing filled in.
func (r *Round) blank(k *Intake) problem.List {
	faults, said := k.refused(), map[string]bool{}
	for _, a := range k.Answers {
		said[a.Unit] = true
	}
	var problems problem.List
	for _, f := range k.Files {
		if f.Kind != KindForm || f.Fate != Used || said[f.Unit] || faults[f.Unit] > 0 {
			continue
		}
		if i, ok := assess.FindUnit(k.Units, f.Unit); ok {
			p := problem.New(problem.UnitWithoutForm, problem.Place{File: f.Path}, "formulir unit %s (%s) masih kosong", f.Unit, k.Units[i].Name)
			problems = append(problems, p.Fix("Minta unit mengisinya; sementara itu semua jawabannya dihitung kosong"))
		}
	}
	return problems
}

// few tells that the unit is short of people of a group, n of which answered.
func (r *Round) few(u assess.Unit, g *indicators.Respondents, n int) problem.Problem {
	whom := ""
	if len(r.Instrument.Respondents) > 1 {
		whom = fmt.Sprintf(" kelompok %q", g.Label)
	}
	p := problem.New(problem.FewRespondents, problem.Place{}, "unit %s (%s) punya jawaban dari %d responden%s; sedikitnya %d", u.ID, u.Name, n, whom, g.Min)
	if g.Sample {
		p = p.Fix("Tambah respondennya; kekurangannya dihitung kosong")
	}
	return p
}

// missingData warns of what the round asks of the whole government and nobody
// said, rightly or not: of contradictions people have been told.
func (r *Round) missingData(said []assess.Answer) problem.List {
	known := map[string]bool{}
	for _, a := range said {
		known[a.Indicator] = true
	}
	var problems problem.List
	for _, id := range entityIDs(r.Instrument) {
		n := r.Instrument.Node(id)
		asked := slices.ContainsFunc(r.Units, func(u assess.Unit) bool {
			return r.asks(u, func(of *indicators.Node) bool { return of == n })
		})
		if asked && !known[id] {
			problems = append(problems, problem.New(problem.MissingData, problem.Place{File: ConfigFile}, "%s (%s) belum punya nilai", id, n.Title))
		}
	}
	return problems
}

// asks reports whether the round asks the unit any indicator of that kind.
func (r *Round) asks(u assess.Unit, kind func(*indicators.Node) bool) bool {
	return slices.ContainsFunc(r.Instrument.Indicators(), func(n *indicators.Node) bool {
		return kind(n) && n.Applies(u.Type) && !n.Within(r.Config.Exclude.IDs)
	})
}

// members counts who of the people met belongs to the group.
func members(g *indicators.Respondents, met map[string]bool) int {
	n := 0
	for id := range met {
		if g.Has(id) {
			n++
		}
	}
	return n
}
