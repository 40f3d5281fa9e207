package indicators

import (
	"math/big"
	"slices"
	"unicode/utf8"

	"spotcheck/indicators/problem"
	"spotcheck/indicators/strictyaml"
)

// Longest texts that still fit where they are printed: a column head, a form
// cell that a person reads without scrolling. maxSlots bounds the rows of a form
// and maxDecimals the digits of an answer.
const (
	maxTitle    = 120
	maxText     = 600
	maxSlots    = 100
	maxDecimals = 12
)

func (p *parser) nodes(maps []*strictyaml.Map, parent *Node, at strictyaml.Pos) []*Node {
	var out []*Node
	sum := new(big.Rat)
	for _, m := range maps {
		n := p.node(m, parent)
		if n.Weight != nil {
			sum.Add(sum, n.Weight)
		}
		out = append(out, n)
	}
	if p.total != nil && len(out) > 0 && sum.Cmp(p.total) != 0 {
		p.doc.Add(problem.WeightTotal, at, "bobot %s berjumlah %s, seharusnya %s", under(parent), Comma(sum), Comma(p.total))
	}
	return out
}

func under(parent *Node) string {
	if parent == nil {
		return "cabang teratas"
	}
	return "anak " + parent.ID
}

func (p *parser) node(m *strictyaml.Map, parent *Node) *Node {
	n := &Node{ID: p.id(m, "id"), Title: m.Text("title"), Parent: parent, Weight: m.Decimal("weight")}
	p.limit(m.At("title"), "title", n.Title, maxTitle)
	if n.Weight != nil && n.Weight.Sign() <= 0 {
		p.doc.Add(problem.BadNumber, m.At("weight"), "bobot %s harus lebih dari nol", n.ID)
	}
	if p.weights.Mark == "" && !m.Has("provenance") {
		p.doc.Add(problem.MissingProvenance, m.Pos, "bobot %s tidak punya asal-usul", n.ID)
	}
	n.Origin = p.provenance(m, &p.weights)
	if _, twice := p.in.nodes[n.ID]; twice && n.ID != "" {
		p.doc.Add(problem.DuplicateID, m.At("id"), "kode %q sudah dipakai", n.ID)
	}
	p.in.nodes[n.ID] = n
	p.in.preorder = append(p.in.preorder, n)
	if m.Has("children") {
		n.Kind = Variable
		if parent == nil {
			n.Kind = Dimension
		}
		n.Children = p.nodes(m.Maps("children"), n, m.At("children"))
		if len(n.Children) == 0 {
			p.doc.Add(problem.BadTree, m.Pos, "cabang %s tidak punya anak", n.ID)
		}
	} else {
		n.Kind = Indicator
		p.in.indicators = append(p.in.indicators, n)
		p.asking(n, m)
	}
	m.Done()
	return n
}

func (p *parser) asking(n *Node, m *strictyaml.Map) {
	a := &Asking{
		Scope:    Scope(m.OneOf("scope", string(PerUnit), string(PerUnit), string(PerProduct), string(PerRespondent))),
		Question: m.Text("question"), Look: m.Optional("look"), Remedy: m.Text("remedy"),
		LegalNote: m.Optional("legal_note"), SanctionNote: m.Optional("sanction_note"), NA: m.Optional("na"),
	}
	legal := p.items(m, "legal")
	a.Legal = p.cite(legal)
	n.Asking = a
	a.Scale = find(p, p.scales, ref(m, "scale"), "skala")
	if a.Scale == nil {
		a.Scale = &Scale{Min: new(big.Rat), Max: big.NewRat(1, 1)}
	}
	a.Effort = find(p, p.efforts, ref(m, "effort"), "kelas upaya")
	a.Role = find(p, p.roles, ref(m, "role"), "peran")
	for _, k := range p.items(m, "sanction") {
		if s := find(p, p.sanctions, k, "sanksi"); s != nil {
			a.Sanctions = append(a.Sanctions, s)
		}
	}
	a.Levels, a.Evidence = p.texts(m, "levels"), p.texts(m, "evidence")
	if am := m.Map("applies"); am != nil {
		a.Only, a.Except = p.unitTypes(am, "only"), p.unitTypes(am, "except")
		am.Done()
	}
	p.complete(n, m)
	if len(legal) == 0 && a.LegalNote == "" {
		p.doc.Add(problem.MissingText, m.Pos, "%s tanpa rujukan hukum (legal) dan tanpa keterangan (legal_note)", n.ID)
	}
}

// complete demands the texts without which an indicator cannot be explained.
func (p *parser) complete(n *Node, m *strictyaml.Map) {
	a := n.Asking
	if a.Scale.Key != "" && len(a.Levels) != len(a.Scale.Levels) { // no key: an unknown scale was told
		p.doc.Add(problem.MissingText, m.At("levels"), "%s punya %d teks tingkat, skalanya %d tingkat", n.ID, len(a.Levels), len(a.Scale.Levels))
	}
	if a.Scope == PerRespondent && p.in.Respondents == nil {
		p.doc.Add(problem.BadTree, m.At("scope"), "%s ditanyakan per responden, tetapi respondents tidak diatur", n.ID)
	}
	for key, text := range map[string]string{
		"question": a.Question, "look": a.Look, "remedy": a.Remedy, "na": a.NA, "legal_note": a.LegalNote, "sanction_note": a.SanctionNote,
	} {
		p.limit(m.At(key), key, text, maxText)
	}
}

func (p *parser) limit(at strictyaml.Pos, what, text string, most int) {
	if n := utf8.RuneCountInString(text); n > most {
		p.doc.Add(problem.TextTooLong, at, "%s sepanjang %d huruf, paling banyak %d", what, n, most)
	}
}

// texts reads a list of texts that are printed; the empty ones are told and kept
// in their place.
func (p *parser) texts(m *strictyaml.Map, key string) []string {
	var out []string
	for _, it := range m.List(key) {
		p.filled(key, it)
		p.limit(it.Pos, key, it.Text, maxText)
		out = append(out, it.Text)
	}
	return out
}

// items reads a list of names; the empty ones are told and left out.
func (p *parser) items(m *strictyaml.Map, key string) []strictyaml.Item {
	return slices.DeleteFunc(m.List(key), func(it strictyaml.Item) bool { return !p.filled(key, it) })
}

func (p *parser) filled(key string, it strictyaml.Item) bool {
	if it.Text == "" {
		p.doc.Add(problem.MissingText, it.Pos, "%s berisi teks kosong", key)
	}
	return it.Text != ""
}

func (p *parser) unitTypes(m *strictyaml.Map, key string) []string {
	var out []string
	for _, it := range p.items(m, key) {
		if !slices.ContainsFunc(p.in.Types, func(t Name) bool { return t.Key == it.Text }) {
			p.doc.Add(problem.UnknownName, it.Pos, "jenis unit %q tidak ada dalam types", it.Text)
		}
		out = append(out, it.Text)
	}
	return out
}

func ref(m *strictyaml.Map, key string) strictyaml.Item {
	return strictyaml.Item{Pos: m.At(key), Text: m.Text(key)}
}
