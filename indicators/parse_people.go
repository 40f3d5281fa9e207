package indicators

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"spotcheck/indicators/problem"
	"spotcheck/indicators/strictyaml"
)

// counts reads how many products and respondents there are to be.
func (p *parser) counts(m *strictyaml.Map) {
	p.in.Products = Products{Min: 1, Slots: 3, Provenance: p.in.Origin}
	if pm := m.Map("products"); pm != nil {
		p.in.Products = Products{p.provenance(pm, &p.in.Origin), pm.Int("min", 1), pm.Int("slots", 3)}
		pm.Done()
	}
	p.slots(m.At("products"), "produk", p.in.Products.Min, p.in.Products.Slots)
	names, maps := m.Entries("respondents")
	for i, n := range names {
		g := p.group(n.Text, maps[i])
		p.groups[g.Key] = g
		p.in.Respondents = append(p.in.Respondents, g)
	}
}

func (p *parser) slots(at strictyaml.Pos, what string, least, slots int) {
	if least < 1 || slots < least || slots > maxSlots {
		p.doc.Add(problem.BadNumber, at, "slots %s harus sedikitnya sebanyak min dan paling banyak %d, dan min sedikitnya 1", what, maxSlots)
	}
}

// groupCode: what the names of respondents begin with. P1, P2, ... are products.
var groupCode = regexp.MustCompile(`^[A-Z]{1,3}$`)

const (
	productCode = "P"
	interview   = "interview"
	sample      = "sample"
)

func (p *parser) group(key string, m *strictyaml.Map) *Respondents {
	g := &Respondents{
		Key: key, Code: m.Text("code"), Label: m.Text("label"), Sample: m.OneOf("kind", interview, interview, sample) == sample,
		Min: m.Int("min", 1), Slots: m.Int("slots", 1), Provenance: p.provenance(m, &p.in.Origin),
	}
	m.Done()
	p.slots(m.Pos, "responden", g.Min, g.Slots)
	if g.Code != "" && (!groupCode.MatchString(g.Code) || g.Code == productCode) {
		p.doc.Add(problem.BadID, m.At("code"), "kode responden %q harus satu sampai tiga huruf besar selain %s", g.Code, productCode)
	}
	if utf8.RuneCountInString(g.Label) > maxSheet || strings.ContainsAny(g.Label, `:\/?*[]`) {
		p.doc.Add(problem.TextTooLong, m.At("label"), `label %q menjadi nama lembar: paling banyak %d huruf, tanpa : \ / ? * [ ]`, g.Label, maxSheet)
	}
	for _, old := range p.in.Respondents {
		if old.Code == g.Code || strings.EqualFold(old.Label, g.Label) {
			p.doc.Add(problem.DuplicateID, m.Pos, "kode atau label responden %q sama dengan %q", key, old.Key)
		}
	}
	return g
}

// asked finds the group that an indicator is asked of: the one named, or the only
// one there is.
func (p *parser) asked(n *Node, m *strictyaml.Map) *Respondents {
	named := m.Has("respondent")
	switch {
	case n.Scope != PerRespondent:
		if named {
			m.Optional("respondent")
			p.doc.Add(problem.BadTree, m.At("respondent"), "%s menyebut respondent, tetapi tidak ditanyakan per responden", n.ID)
		}
		return nil
	case named:
		return find(p, p.groups, ref(m, "respondent"), "kelompok responden")
	case len(p.in.Respondents) == 1:
		m.Optional("respondent")
		return p.in.Respondents[0]
	}
	m.Optional("respondent")
	p.doc.Add(problem.BadTree, m.At("scope"), "%s ditanyakan per responden, tetapi kelompok respondent tidak jelas", n.ID)
	return nil
}
