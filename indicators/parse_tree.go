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
	maxLabel    = 40
	maxSheet    = 31 // characters in the name of a sheet
	maxTitle    = 120
	maxText     = 600
	maxSlots    = 100
	maxDecimals = 12
)

// branch is what a node takes over from the branches above it.
type branch struct {
	split   *split
	wording Provenance
}

func (p *parser) nodes(maps []*strictyaml.Map, parent *Node, above branch) []*Node {
	if parent == nil {
		above.split = p.splits[nil]
	}
	out := make([]*Node, len(maps))
	for i, m := range maps {
		out[i] = p.node(m, parent, above)
	}
	return out
}

func (p *parser) node(m *strictyaml.Map, parent *Node, above branch) *Node {
	n := &Node{ID: p.id(m, "id"), Title: m.Text("title"), Parent: parent}
	p.places[n] = m
	p.limit(m.At("title"), "title", n.Title, maxTitle)
	p.weight(n, m)
	if wm := m.Map("wording"); wm != nil {
		above.wording = p.provenance(wm, nil)
		wm.Done()
	}
	p.register(n, m)
	if m.Has("children") {
		p.branch(n, m, above)
	} else {
		n.Kind = Indicator
		p.in.indicators = append(p.in.indicators, n)
		p.origin(n, m, above.split)
		p.asking(n, m, above.wording)
	}
	m.Done()
	return n
}

// register files the node under its id.
func (p *parser) register(n *Node, m *strictyaml.Map) {
	if _, twice := p.in.nodes[n.ID]; twice && n.ID != "" {
		p.doc.Add(problem.DuplicateID, m.At("id"), "kode %q sudah dipakai", n.ID)
	}
	p.distinct(n, m)
	p.in.nodes[n.ID] = n
	p.in.preorder = append(p.in.preorder, n)
}

func (p *parser) branch(n *Node, m *strictyaml.Map, above branch) {
	n.Kind = Variable
	if n.Parent == nil {
		n.Kind = Dimension
	}
	p.origin(n, m, above.split)
	if s := p.readSplit(n, m); s != nil {
		above.split = s
	}
	n.Children = p.nodes(m.Maps("children"), n, above)
	if len(n.Children) == 0 {
		p.doc.Add(problem.BadTree, m.Pos, "cabang %s tidak punya anak", n.ID)
	}
}

// origin says where a weight comes from: the node's own word, that of the split
// that gave it, or of all weights.
func (p *parser) origin(n *Node, m *strictyaml.Map, s *split) {
	common := &p.weights.Provenance
	if n.Weight == nil && s != nil {
		common = &s.Provenance
	}
	if common.Mark == "" && !m.Has("provenance") && (n.Weight != nil || n.Kind == Indicator) {
		p.doc.Add(problem.MissingProvenance, m.Pos, "bobot %s tidak punya asal-usul", n.ID)
	}
	if common.Mark == "" && !m.Has("provenance") {
		common = &Provenance{Mark: Own, Reason: summedReason}
	}
	n.Origin = p.provenance(m, common)
	if _, ok := p.override[n.ID]; ok {
		n.Origin = p.replaced
	}
}

// summedReason is why a branch weighs what it weighs when it says nothing itself.
const summedReason = "Mengikuti bobot di bawahnya."

func (p *parser) asking(n *Node, m *strictyaml.Map, wording Provenance) {
	a := &Asking{
		Scope:    Scope(m.OneOf("scope", string(PerUnit), string(PerUnit), string(PerProduct), string(PerRespondent), string(PerEntity))),
		Wording:  wording,
		Question: m.Text("question"), Look: m.Optional("look"), Remedy: m.Text("remedy"),
		LegalNote: m.Optional("legal_note"), SanctionNote: m.Optional("sanction_note"), NA: m.Optional("na"),
	}
	legal := p.items(m, "legal")
	a.Legal = p.cite(legal)
	n.Asking = a
	a.Group = p.asked(n, m)
	a.Scale = find(p, p.scales, ref(m, "scale"), "skala")
	if a.Scale == nil {
		a.Scale = &Scale{Min: new(big.Rat), Max: big.NewRat(1, 1)}
	}
	a.Effort = find(p, p.efforts, ref(m, "effort"), "kelas upaya")
	a.Role = find(p, p.roles, ref(m, "role"), "peran")
	if names := p.items(m, "needs"); len(names) > 0 {
		p.waiting = append(p.waiting, waiting{n, names})
	}
	for _, k := range p.items(m, "sanction") {
		if s := find(p, p.sanctions, k, "sanksi"); s != nil {
			a.Sanctions = append(a.Sanctions, s)
			p.used[s] = true
		}
	}
	a.Levels, a.Evidence = p.texts(m, "levels"), p.texts(m, "evidence")
	if am := m.Map("applies"); am != nil {
		a.Only, a.Except = p.unitTypes(am, "only"), p.unitTypes(am, "except")
		am.Done()
	}
	p.used[a.Scale], p.used[a.Effort], p.used[a.Role], p.used[a.Group] = true, true, true, true
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
	if a.NA != "" && a.Scope == PerProduct && p.in.Result.RollUp == RollUpProduct {
		p.doc.Add(problem.BadTree, m.At("na"), "%s boleh TB per produk, padahal nilai entitas adalah rata-rata produk (rollup: product)", n.ID)
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
