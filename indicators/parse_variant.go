package indicators

import (
	"math/big"
	"slices"

	"spotcheck/indicators/problem"
	"spotcheck/indicators/strictyaml"
)

// Library finds the YAML of an instrument by its id, for variants of it. A nil
// Library has none.
type Library func(id string) (data []byte, ok bool)

// Parse is Parse for files that may extend an instrument of the library.
func (lib Library) Parse(file string, data []byte) (*Instrument, problem.List) {
	p := newParser(file, data)
	root := p.doc.Root()
	if root.Has("extends") {
		return lib.variant(p, root)
	}
	p.document(root)
	return p.result()
}

// variant reads a file that sets some weights of another instrument. That one is
// read a second time with the weights in their places, so that whatever follows
// from them follows, and every check is made again.
func (lib Library) variant(p *parser, m *strictyaml.Map) (*Instrument, problem.List) {
	m.OneOf("schema", "", Schema)
	base, data := lib.base(p, m)
	if base == nil {
		return nil, p.doc.Problems()
	}
	for _, s := range base.Sources {
		p.sources[s.Key] = s
	}
	p.header(m, base)
	weights := m.Map("weights")
	at := m.At("weights")
	if weights != nil {
		at = weights.At("set")
	}
	set, why := p.replacements(weights, m, base)
	m.Done()
	q := newParser(base.ID+".yaml", data)
	q.override, q.replaced = set, why
	q.document(q.doc.Root())
	for _, bad := range q.doc.Problems() { // the base is sound: what is wrong now comes from the weights that were set
		p.doc.Add(bad.Code, at, "%s", bad.Message)
	}
	list := p.doc.Problems()
	if list.Errors() > 0 {
		return nil, list
	}
	if p.in.About == "" { // what the base says of itself need not hold any more
		p.in.About = "Variasi dari " + base.Title + " dengan bobot lain. " + why.Reason
	}
	return q.in.dressed(p.in, base), list
}

// base is the instrument that is extended.
func (lib Library) base(p *parser, m *strictyaml.Map) (*Instrument, []byte) {
	id := m.Text("extends")
	var data []byte
	ok := false
	if lib != nil && id != "" {
		data, ok = lib(id)
	}
	if !ok {
		if id != "" {
			p.doc.Add(problem.BadVariant, m.At("extends"), "tidak ada instrumen bawaan bernama %q untuk dijadikan dasar", id)
		}
		return nil, nil
	}
	if strictyaml.Parse(id, data).Root().Has("extends") {
		p.doc.Add(problem.BadVariant, m.At("extends"), "%q sendiri variasi; variasi hanya dapat dibuat dari instrumen lengkap", id)
		return nil, nil
	}
	base, list := Library(nil).Parse(id+".yaml", data)
	if base == nil {
		p.doc.Add(problem.BadVariant, m.At("extends"), "instrumen %q tidak dapat dijadikan dasar: %s", id, list[0].Message)
	}
	return base, data
}

// header reads what a variant says of itself; what it leaves out is as in base.
func (p *parser) header(m *strictyaml.Map, base *Instrument) {
	in := p.in
	in.ID, in.Version, in.Title = p.id(m, "id"), m.Text("version"), m.Text("title")
	in.Short, in.Notice = base.Short+" (variasi)", base.Notice
	for key, text := range map[string]*string{"short": &in.Short, "about": &in.About, "notice": &in.Notice} {
		if own := m.Optional(key); own != "" {
			*text = own
		}
	}
	in.ValidFrom, in.ValidTo = base.ValidFrom, base.ValidTo
	if vm := m.Map("valid"); vm != nil {
		p.validity(vm)
	}
	in.Sources, in.Legal = slices.Clone(base.Sources), slices.Clone(base.Legal)
	p.readSources(m)
	for _, k := range p.items(m, "legal") {
		if s := find(p, p.sources, k, "sumber"); s != nil {
			in.Legal = append(in.Legal, s)
		}
	}
	if in.ID == base.ID {
		p.doc.Add(problem.BadVariant, m.At("id"), "kode variasi harus berbeda dari kode dasarnya, %q", base.ID)
	}
}

// replacements reads the weights that are set and where they come from.
func (p *parser) replacements(m, parent *strictyaml.Map, base *Instrument) (map[string]*big.Rat, Provenance) {
	set := map[string]*big.Rat{}
	if m == nil {
		parent.Required("weights")
		return set, Provenance{}
	}
	why := p.provenance(m, nil)
	names, values := m.Pairs("set")
	m.Done()
	for i, n := range names {
		if find(p, base.nodes, n, "simpul") == nil {
			continue
		}
		w, ok := strictyaml.ParseDecimal(values[i].Text)
		if !ok || w.Sign() < 0 {
			p.doc.Add(problem.BadNumber, values[i].Pos, "bobot %q bagi %s bukan angka desimal biasa", values[i].Text, n.Text)
			continue
		}
		set[n.Text] = w
	}
	if len(names) == 0 {
		m.Required("set")
	}
	return set, why
}

// dressed gives the instrument that was read with new weights the header of the
// variant, and notes what became of the weights.
func (in *Instrument) dressed(head, base *Instrument) *Instrument {
	in.ID, in.Version, in.Title, in.Short = head.ID, head.Version, head.Title, head.Short
	in.About, in.Notice, in.ValidFrom, in.ValidTo = head.About, head.Notice, head.ValidFrom, head.ValidTo
	in.Legal, in.Sources = head.Legal, head.Sources
	in.Digest = Digest([]byte(head.Digest + "\n" + base.Digest))
	in.Variant = &Variant{Base: base}
	for _, n := range in.preorder {
		if old := base.nodes[n.ID]; old.Weight.Cmp(n.Weight) != 0 {
			in.Variant.Changes = append(in.Variant.Changes, Change{n, old.Weight, n.Weight})
		}
	}
	return in
}
