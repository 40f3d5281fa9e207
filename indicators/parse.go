package indicators

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"math/big"
	"regexp"
	"time"

	"spotcheck/indicators/problem"
	"spotcheck/indicators/strictyaml"
)

// Parse reads an instrument. It returns nil with at least one error in the list
// when the file cannot be used; warnings may come with an instrument.
//
// A file that extends another instrument needs a Library to find it in.
func Parse(file string, data []byte) (*Instrument, problem.List) {
	return Library(nil).Parse(file, data)
}

func newParser(file string, data []byte) *parser {
	return &parser{
		doc:     strictyaml.Parse(file, data),
		in:      &Instrument{Digest: Digest(data), nodes: map[string]*Node{}},
		sources: map[string]*Source{}, scales: map[string]*Scale{}, groups: map[string]*Respondents{},
		roles: map[string]Role{}, efforts: map[string]*Effort{}, sanctions: map[string]*Sanction{},
		splits: map[*Node]*split{}, places: map[*Node]*strictyaml.Map{}, folded: map[string]string{}, used: map[any]bool{},
	}
}

// result is the instrument, unless something is wrong with it.
func (p *parser) result() (*Instrument, problem.List) {
	list := p.doc.Problems()
	if list.Errors() > 0 {
		return nil, list
	}
	return p.in, list
}

// Digest identifies the content of a text file on any system: a byte-order mark
// and carriage returns do not count.
func Digest(data []byte) string {
	data = bytes.TrimPrefix(data, []byte("\ufeff"))
	sum := sha256.Sum256(bytes.ReplaceAll(data, []byte("\r\n"), []byte("\n")))
	return "sha256:" + hex.EncodeToString(sum[:])
}

type parser struct {
	doc       *strictyaml.Doc
	in        *Instrument
	sources   map[string]*Source
	scales    map[string]*Scale
	groups    map[string]*Respondents
	roles     map[string]Role
	efforts   map[string]*Effort
	waiting   []waiting
	sanctions map[string]*Sanction
	weights   weighting
	splits    map[*Node]*split // groups whose indicators share what is left over; nil is the whole tree
	places    map[*Node]*strictyaml.Map
	folded    map[string]string   // ids without case -> as they were written
	used      map[any]bool        // what something refers to
	override  map[string]*big.Rat // weights that a variant sets, and where they come from
	replaced  Provenance
}

var idPattern = regexp.MustCompile(`^[A-Za-z][A-Za-z0-9._-]{0,23}$`)

func (p *parser) document(m *strictyaml.Map) {
	in := p.in
	m.OneOf("schema", "", Schema)
	in.ID, in.Version = p.id(m, "id"), m.Text("version")
	in.Title, in.Short = m.Text("title"), m.Text("short")
	in.About, in.Notice = m.Text("about"), m.Text("notice")
	p.validity(m.Map("valid"))
	p.readSources(m)
	in.Origin = p.required(m, "origin")
	in.Wording = p.required(m, "wording")
	p.scaleOfResult(m.Map("result"), m)
	for _, k := range p.items(m, "legal") {
		if s := find(p, p.sources, k, "sumber"); s != nil {
			in.Legal = append(in.Legal, s)
			p.used[s] = true
		}
	}
	p.bands(m.Map("bands"), m)
	p.readWeights(m.Map("weights"))
	p.readScales(m)
	p.counts(m)
	in.Types = p.names(m, "types")
	p.readRoles(m)
	p.readEfforts(m)
	p.readSanctions(m)
	in.Dimensions = p.nodes(m.Maps("tree"), nil, branch{wording: in.Wording})
	if len(in.Dimensions) == 0 {
		m.Required("tree")
	}
	p.resolveNeeds()
	p.weigh(m.At("tree"))
	p.gates(m)
	p.opinions(m.Map("opinions"))
	p.reach(m)
	m.Done()
}

// required reads a provenance that must be there.
func (p *parser) required(m *strictyaml.Map, key string) Provenance {
	om := m.Map(key)
	if om == nil {
		m.Required(key)
		return Provenance{Mark: Own, Reason: "–"} // so that nobody who relies on it complains too
	}
	defer om.Done()
	return p.provenance(om, nil)
}

// id reads a required id and checks its form.
func (p *parser) id(m *strictyaml.Map, key string) string {
	s := m.Text(key)
	if s != "" && !idPattern.MatchString(s) {
		p.doc.Add(problem.BadID, m.At(key), "kode %q tidak sah", s)
	}
	return s
}

func (p *parser) validity(m *strictyaml.Map) {
	if m == nil {
		return
	}
	from, to := p.date(m, "from"), p.date(m, "to")
	if to != "" && to < from {
		p.doc.Add(problem.BadDate, m.At("to"), "masa berlaku berakhir sebelum dimulai")
	}
	p.in.ValidFrom, p.in.ValidTo = from, to
	m.Done()
}

func (p *parser) date(m *strictyaml.Map, key string) string {
	s := m.Optional(key)
	if s == "" {
		return ""
	}
	if _, err := time.Parse(time.DateOnly, s); err != nil {
		p.doc.Add(problem.BadDate, m.At(key), "tanggal %q tidak sah", s)
		return ""
	}
	return s
}

func (p *parser) scaleOfResult(m, parent *strictyaml.Map) {
	r := &p.in.Result
	r.Min, r.Max, r.Decimals, r.RollUp = new(big.Rat), big.NewRat(100, 1), 2, RollUpUnit
	if m == nil {
		parent.Required("result")
		return
	}
	if r.Label = m.Optional("label"); r.Label == "" {
		r.Label = DefaultLabel
	}
	p.limit(m.At("label"), "label", r.Label, maxLabel)
	r.Provenance = p.provenance(m, &p.in.Origin)
	if lo, hi := m.Decimal("min"), m.Decimal("max"); lo != nil && hi != nil {
		r.Min, r.Max = lo, hi
	}
	if r.Min.Cmp(r.Max) >= 0 {
		p.doc.Add(problem.BadScale, m.Pos, "min skala hasil harus di bawah max")
		r.Min, r.Max = new(big.Rat), big.NewRat(100, 1)
	}
	if r.Decimals = m.Int("decimals", 2); r.Decimals > 6 {
		p.doc.Add(problem.BadNumber, m.At("decimals"), "desimal paling banyak 6")
	}
	r.RollUp = m.OneOf("rollup", RollUpUnit, RollUpUnit, RollUpProduct)
	m.Done()
}

func (p *parser) readSources(m *strictyaml.Map) {
	names, maps := m.Entries("sources")
	for i, n := range names {
		s := &Source{Key: n.Text, Title: maps[i].Text("title"), Cite: maps[i].Optional("cite"), URL: maps[i].Optional("url")}
		if s.Cite == "" {
			s.Cite = s.Title
		}
		maps[i].Done()
		p.sources[n.Text] = s
		p.in.Sources = append(p.in.Sources, s)
	}
}

// provenance reads provenance, source and reason, and demands what each mark
// demands: a source for what others published, a reason for what is ours.
func (p *parser) provenance(m *strictyaml.Map, inherit *Provenance) Provenance {
	var o Provenance
	inherited := inherit != nil && !m.Has("provenance") // what it lacks was told where it stands
	if inherited {
		o = *inherit
		if r := m.Optional("reason"); r != "" {
			o.Reason = r
		}
	} else {
		o.Mark = m.OneOf("provenance", "", Confirmed, SingleSource, Assumed, Own)
		o.Reason = m.Optional("reason")
	}
	sources := p.items(m, "source")
	if len(sources) > 0 {
		o.Sources = nil
	}
	for _, k := range sources {
		if s := find(p, p.sources, k, "sumber"); s != nil {
			o.Sources = append(o.Sources, s)
			p.used[s] = true
		}
	}
	published := o.Mark == Confirmed || o.Mark == SingleSource
	if published && !inherited && len(o.Sources) == 0 && len(sources) == 0 {
		p.doc.Add(problem.MissingProvenance, m.Pos, "provenance %s perlu source", o.Mark)
	}
	if (o.Mark == Own || o.Mark == Assumed) && !inherited && o.Reason == "" {
		p.doc.Add(problem.MissingProvenance, m.Pos, "provenance %s perlu reason", o.Mark)
	}
	return o
}

// find resolves a reference or files S611.
func find[T any](p *parser, known map[string]T, ref strictyaml.Item, what string) (found T) {
	if v, ok := known[ref.Text]; ok || ref.Text == "" || p.doc.Full() { // an empty one was told as absent
		return v
	}
	keys := make([]string, 0, len(known))
	for k := range known {
		keys = append(keys, k)
	}
	p.doc.Add(problem.UnknownName, ref.Pos, "%s %q tidak ada%s", what, ref.Text, strictyaml.Hint(ref.Text, sorted(keys)))
	return found
}
