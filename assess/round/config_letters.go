package round

import (
	"slices"

	"spotcheck/indicators"
	"spotcheck/indicators/problem"
	"spotcheck/indicators/strictyaml"
)

// Letters is what spotcheck.yaml says of the letters, minutes and working papers. All
// of it may be empty: papers have dotted lines there.
type Letters struct {
	Number, Nature, Attachments, Subject string // of the report letter
	To, ToPlace                          string
	Copies, Basis, Purpose               []string
	From, Until, Where                   string            // of the examination; ISO days
	Minutes, Worksheets                  map[string]string // number of each unit's paper
	numbered                             []strictyaml.Item // units that Minutes and Worksheets name
}

// maxClause bounds a sentence of a letter.
const maxClause = 400

// readPapers reads what only papers need: letters and the log of supervision.
func (s *settings) readPapers(m *strictyaml.Map) {
	s.config.Letters = s.letters(m)
	if m.Has("pengawasan") {
		s.config.Supervision = s.path(strictyaml.Item{Pos: m.At("pengawasan"), Text: m.Text("pengawasan")})
	}
}

func (s *settings) letters(m *strictyaml.Map) *Letters {
	lm := m.Map("letters")
	if lm == nil {
		return nil
	}
	defer lm.Done()
	l := &Letters{
		Number: s.text(lm, "number", maxLine, false), Nature: s.text(lm, "nature", maxShort, false),
		Attachments: s.text(lm, "attachments", maxLine, false), Subject: s.text(lm, "subject", maxSource, false),
		To: s.text(lm, "to", maxLine, false), ToPlace: s.text(lm, "to_place", maxShort, false),
		Copies: s.clauses(lm, "copies"), Basis: s.clauses(lm, "basis"), Purpose: s.clauses(lm, "purpose"),
	}
	if em := lm.Map("examined"); em != nil {
		l.From, l.Until, l.Where = s.date(em, "from"), s.date(em, "until"), s.text(em, "place", maxLine, false)
		if l.Until != "" && (l.From == "" || l.Until < l.From) {
			s.doc.Add(problem.BadDate, em.At("until"), "akhir pemeriksaan %s tidak sesudah awalnya", l.Until)
		}
		em.Done()
	}
	l.Minutes, l.Worksheets = l.numbers(s, lm, "minutes"), l.numbers(s, lm, "worksheets")
	return l
}

// clauses is a list of sentences.
func (s *settings) clauses(m *strictyaml.Map, key string) []string {
	var out []string
	for _, it := range m.List(key) {
		text := indicators.Squash(it.Text)
		switch {
		case text == "":
			s.doc.Add(problem.MissingText, it.Pos, "baris kosong pada %s", key)
		case len([]rune(text)) > maxClause:
			s.doc.Add(problem.TextTooLong, it.Pos, "baris %s sepanjang %d huruf, paling banyak %d", key, len([]rune(text)), maxClause)
		case hasControl(text):
			s.doc.Add(problem.RoundInvalid, it.Pos, "%s memuat karakter yang tidak dapat dicetak", key)
		}
		out = append(out, text)
	}
	return out
}

// numbers are the numbers of papers by unit.
func (l *Letters) numbers(s *settings, m *strictyaml.Map, key string) map[string]string {
	names, values := m.Pairs(key)
	out := map[string]string{}
	for i, n := range names {
		l.numbered = append(l.numbered, n)
		out[n.Text] = indicators.Squash(values[i].Text)
		if text := out[n.Text]; len([]rune(text)) > maxLine || hasControl(text) {
			s.doc.Add(problem.TextTooLong, values[i].Pos, "nomor pada %s terlalu panjang atau tidak dapat dicetak, paling banyak %d huruf", key, maxLine)
		}
	}
	return out
}

// Letters is what the settings say of the papers; never nil.
func (r *Round) Letters() *Letters {
	if r.Config.Letters == nil {
		return &Letters{}
	}
	return r.Config.Letters
}

// LetterProblems tells of numbers for papers of units that there are not.
func (r *Round) LetterProblems() problem.List {
	ids := r.unitIDs()
	var problems problem.List
	for _, it := range r.Letters().numbered {
		if !slices.Contains(ids, it.Text) {
			at := problem.Place{File: ConfigFile, Cell: it.Pos.String()}
			problems = append(problems, problem.New(problem.UnknownName, at, "letters menyebut nomor surat bagi unit %q, yang tidak ada dalam daftar unit%s", it.Text, strictyaml.Hint(it.Text, ids)))
		}
	}
	problems.Sort()
	return problems
}

func (r *Round) unitIDs() []string {
	ids := make([]string, len(r.Units))
	for i, u := range r.Units {
		ids[i] = u.ID
	}
	return ids
}
