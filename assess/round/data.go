package round

import (
	"slices"

	"spotcheck/assess"
	"spotcheck/assess/answers"
	"spotcheck/indicators"
	"spotcheck/indicators/problem"
	"spotcheck/indicators/strictyaml"
)

// datum is an entry of data: what an indicator of the whole government comes to,
// and who published it.
type datum struct {
	indicator, value strictyaml.Item
	source, note     string
	at               strictyaml.Pos
}

func (s *settings) readData(m *strictyaml.Map) {
	for _, dm := range m.Maps("data") {
		if dm.IsText("value") && dm.Optional("value") == "" && dm.Optional("source") == "" {
			continue // as the template leaves it: not known yet
		}
		item := func(key string) strictyaml.Item { return strictyaml.Item{Pos: dm.At(key), Text: dm.Text(key)} }
		d := datum{
			at: dm.Pos, indicator: item("indicator"), value: item("value"),
			source: s.text(dm, "source", maxSource, true), note: s.text(dm, "note", maxSource, false),
		}
		if d.source != "" && indicators.IsFiller(d.source) {
			dm.Required("source")
		}
		dm.Done()
		s.data = append(s.data, d)
	}
}

// judgeData makes answers of the entries. Values that are none come back as
// problems; whatever else is wrong is told with the settings.
func (s *settings) judgeData(in *indicators.Instrument) ([]assess.Answer, problem.List) {
	var out []assess.Answer
	var problems problem.List
	ids := entityIDs(in)
	seen := map[string]bool{}
	for _, d := range s.data {
		id, at := d.indicator.Text, d.indicator.Pos
		n := in.Node(id)
		switch {
		case id == "": // told as absent
			continue
		case n == nil:
			s.doc.Add(problem.UnknownName, at, "instrumen tidak punya butir %q%s", id, strictyaml.Hint(id, ids))
			continue
		case !slices.Contains(ids, id):
			s.doc.Add(problem.RoundInvalid, at, "butir %q bukan data seluruh pemerintah daerah; jawabannya diisi di formulir atau CSV", id)
			continue
		case seen[id]:
			s.doc.Add(problem.DuplicateID, at, "butir %q tercantum dua kali pada data", id)
			continue
		case n.Within(s.config.Exclude.IDs):
			s.doc.Add(problem.RoundInvalid, at, "butir %q diisi pada data, padahal dikecualikan pada exclude", id)
			continue
		}
		seen[id] = true
		answer, fault := d.answer(n)
		if fault != nil {
			problems = append(problems, *fault)
			continue
		}
		out = append(out, answer...)
	}
	return out, problems
}

// answer is the entry at both layers: the number is published, not claimed, so
// that the government's own word and what the inspektorat found are one.
func (d datum) answer(n *indicators.Node) ([]assess.Answer, *problem.Problem) {
	state, value, fault := answers.Judge(n, d.value.Text, d.note, answers.Spot{Value: "pada kunci value", Note: "pada kunci note"})
	if fault != nil {
		fault.File, fault.Cell = ConfigFile, d.value.Pos.String()
		return nil, fault
	}
	a := assess.Answer{
		Key: assess.Key{Indicator: n.ID}, State: state, Value: value, Note: d.note, Evidence: d.source,
		At: problem.Place{File: ConfigFile, Cell: d.at.String()},
	}
	own, found := a, a
	own.Layer, found.Layer = assess.Mandiri, assess.Verifikasi
	return []assess.Answer{own, found}, nil
}

// entityIDs are the indicators that are asked of the whole government.
func entityIDs(in *indicators.Instrument) []string {
	var out []string
	for _, n := range in.Indicators() {
		if n.Scope == indicators.PerEntity {
			out = append(out, n.ID)
		}
	}
	return out
}
