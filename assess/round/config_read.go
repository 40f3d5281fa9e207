package round

import (
	"path"
	"path/filepath"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"spotcheck/assess"
	"spotcheck/indicators"
	"spotcheck/indicators/problem"
	"spotcheck/indicators/strictyaml"
)

// Longest texts that still fit where reports print them.
const (
	maxLine   = 120
	maxShort  = 60
	maxSource = 300 // where a number comes from, in the column of evidence
)

// settings is spotcheck.yaml while it is read. What can only be judged with the
// instrument at hand keeps its place.
type settings struct {
	doc          *strictyaml.Doc
	config       Config
	units        []entry // inline ones
	exclude      []strictyaml.Item
	use          []strictyaml.Item
	data         []datum
	instrumentAt strictyaml.Pos
	registerAt   strictyaml.Pos
	dateAt       strictyaml.Pos
}

func readSettings(data []byte) *settings {
	s := &settings{doc: strictyaml.Parse(ConfigFile, data)}
	m := s.doc.Root()
	c := &s.config
	m.OneOf("schema", "", Schema)
	c.Entity, c.Period = s.text(m, "entity", maxLine, true), s.text(m, "period", maxShort, true)
	s.instrumentAt = m.At("instrument")
	// Unlike inputs, an instrument may lie above the round: several rounds share it.
	c.Instrument = strings.ReplaceAll(m.Text("instrument"), `\`, "/")
	c.Date, s.dateAt = s.date(m, "date"), m.At("date")
	c.Layer = assess.Layer(m.OneOf("layer", string(assess.Mandiri), layerNames()...))
	s.readUnits(m)
	s.readInputs(m)
	s.exclude, c.Exclude.Reason = m.List("exclude"), s.text(m, "exclude_reason", maxLine, false)
	if len(s.exclude) > 0 && c.Exclude.Reason == "" {
		m.Required("exclude_reason")
	}
	s.readData(m)
	s.readPrint(m)
	s.readPapers(m)
	c.Plan = s.readPlan(m)
	c.Example = m.OneOf("example", "false", "false", "true") == "true"
	m.Done()
	return s
}

func layerNames() []string {
	names := make([]string, len(assess.Layers))
	for i, l := range assess.Layers {
		names[i] = string(l)
	}
	return names
}

// text is a line of text of at most most characters.
func (s *settings) text(m *strictyaml.Map, key string, most int, required bool) string {
	read := m.Optional
	if required {
		read = m.Text
	}
	t := indicators.Squash(read(key))
	if n := utf8.RuneCountInString(t); n > most {
		s.doc.Add(problem.TextTooLong, m.At(key), "%s sepanjang %d huruf, paling banyak %d", key, n, most)
	}
	if hasControl(t) {
		s.doc.Add(problem.RoundInvalid, m.At(key), "%s memuat karakter yang tidak dapat dicetak", key)
	}
	return t
}

func (s *settings) date(m *strictyaml.Map, key string) string {
	d := m.Optional(key)
	if d == "" {
		return ""
	}
	if _, err := time.Parse(time.DateOnly, d); err != nil {
		s.doc.Add(problem.BadDate, m.At(key), "tanggal %q tidak sah", d)
	}
	return d
}

// path cleans a path; one that climbs out of the round folder has to be written
// in full, so that nobody reads a neighbour's folder by accident.
func (s *settings) path(it strictyaml.Item) string {
	if it.Text == "" || filepath.IsAbs(it.Text) {
		return it.Text
	}
	p := path.Clean(strings.ReplaceAll(it.Text, `\`, "/"))
	if !filepath.IsLocal(filepath.FromSlash(p)) {
		s.doc.Add(problem.RoundInvalid, it.Pos, "alamat %q keluar dari folder putaran; tulis alamat lengkapnya", it.Text)
		return ""
	}
	return p
}

func (s *settings) readUnits(m *strictyaml.Map) {
	s.registerAt = m.At("units")
	switch {
	case !m.Has("units"):
		m.Text("units")
	case m.IsText("units"):
		s.config.Register = s.path(strictyaml.Item{Pos: s.registerAt, Text: m.Text("units")})
	default:
		for _, um := range m.Maps("units") {
			s.units = append(s.units, inlineEntry(um))
		}
	}
}

func (s *settings) readInputs(m *strictyaml.Map) {
	for _, it := range m.List("inputs") {
		if p := s.path(it); p != "" && !slices.Contains(s.config.Inputs, p) {
			s.config.Inputs = append(s.config.Inputs, p)
		}
	}
	if len(s.config.Inputs) == 0 {
		s.config.Inputs = []string{InputDir}
	}
	s.use = m.List("use")
	for _, it := range s.use {
		s.config.Use = append(s.config.Use, path.Clean(strings.ReplaceAll(it.Text, `\`, "/")))
	}
}

// readPrint reads what only reports need.
func (s *settings) readPrint(m *strictyaml.Map) {
	c := &s.config
	c.Paper = Paper(m.OneOf("paper", string(A4), string(A4), string(F4)))
	c.Place = s.text(m, "place", maxShort, false)
	if lm := m.Map("letterhead"); lm != nil {
		c.Letterhead = Letterhead{
			Government: s.text(lm, "government", maxLine, false), Office: s.text(lm, "office", maxLine, false),
			Address: s.text(lm, "address", maxLine, false), Contact: s.text(lm, "contact", maxLine, false),
		}
		lm.Done()
	}
	for _, tm := range m.Maps("team") {
		c.Team = append(c.Team, Member{Role: s.text(tm, "role", maxShort, true), Name: s.text(tm, "name", maxLine, true)})
		tm.Done()
	}
	if sm := m.Map("signatories"); sm != nil {
		c.Signatories = Signatories{Inspektur: s.signatory(sm, "inspektur"), Mengetahui: s.signatory(sm, "mengetahui")}
		if c.Signatories.Inspektur == nil {
			sm.Required("inspektur")
		}
		sm.Done()
	}
}

func (s *settings) signatory(m *strictyaml.Map, key string) *Signatory {
	sm := m.Map(key)
	if sm == nil {
		return nil
	}
	defer sm.Done()
	return &Signatory{
		Title: s.text(sm, "title", maxLine, true), Name: s.text(sm, "name", maxLine, true),
		Rank: s.text(sm, "rank", maxShort, false), NIP: s.text(sm, "nip", maxShort, false),
	}
}

// judgeExclude checks the excluded nodes against the instrument, of which
// something must be left.
func (s *settings) judgeExclude(in *indicators.Instrument) {
	ids := make([]string, 0, len(in.Nodes()))
	for _, n := range in.Nodes() {
		ids = append(ids, n.ID)
	}
	for _, it := range s.exclude {
		switch {
		case in.Node(it.Text) == nil:
			s.doc.Add(problem.UnknownName, it.Pos, "instrumen tidak punya butir %q%s", it.Text, strictyaml.Hint(it.Text, ids))
		case slices.Contains(s.config.Exclude.IDs, it.Text):
			s.doc.Add(problem.DuplicateID, it.Pos, "butir %q dikecualikan dua kali", it.Text)
		default:
			s.config.Exclude.IDs = append(s.config.Exclude.IDs, it.Text)
		}
	}
	if !slices.ContainsFunc(in.Indicators(), func(n *indicators.Node) bool { return !n.Within(s.config.Exclude.IDs) }) {
		s.doc.Add(problem.RoundInvalid, s.exclude[0].Pos, "exclude mencakup seluruh instrumen; putaran ini tidak menilai apa pun")
	}
}
