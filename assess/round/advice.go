package round

import (
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
	sent, refused := map[string]bool{}, map[string]bool{} // a form in use or an answer; a form, or some form of nobody
	for _, f := range k.Files {
		switch {
		case f.Kind == KindForm && f.Refused:
			refused[f.Unit] = true
		case f.Unit != "":
			sent[f.Unit] = true
		}
	}
	respondents := map[string]map[string]bool{}
	for _, a := range k.Answers {
		sent[a.Unit] = true
		if a.Respondent != "" {
			if respondents[a.Unit] == nil {
				respondents[a.Unit] = map[string]bool{}
			}
			respondents[a.Unit][a.Respondent] = true
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
		if len(u.Products) == 0 && r.asks(u, indicators.PerProduct) {
			warn(problem.NoProducts, "unit %s (%s) belum menyebut produk layanan yang dinilai", u.ID, u.Name)
		}
		if n := len(respondents[u.ID]); r.asks(u, indicators.PerRespondent) && n < r.Instrument.Respondents.Min {
			warn(problem.FewRespondents, "unit %s (%s) punya jawaban dari %d responden; sedikitnya %d", u.ID, u.Name, n, r.Instrument.Respondents.Min)
		}
	}
	return problems
}

// asks reports whether the round asks the unit anything of that scope.
func (r *Round) asks(u assess.Unit, scope indicators.Scope) bool {
	return slices.ContainsFunc(r.Instrument.Indicators(), func(n *indicators.Node) bool {
		return n.Scope == scope && n.Applies(u.Type) && !n.Within(r.Config.Exclude.IDs)
	})
}
