package indicators

import (
	"math/big"
	"slices"

	"spotcheck/indicators/problem"
	"spotcheck/indicators/strictyaml"
)

// noZone stands for a zone that is not stated.
const noZone = "-"

func (p *parser) bands(m, parent *strictyaml.Map) {
	if m == nil {
		parent.Required("bands")
		return
	}
	p.in.Bands.Provenance = p.provenance(m, nil)
	var last *Band
	zones := 0
	for _, bm := range m.Maps("list") {
		b := &Band{
			Category: bm.Text("category"), Label: bm.Text("label"),
			Zone: bm.OneOf("zone", noZone, Zones[:]...), From: bm.Decimal("from"),
			Provenance: p.provenance(bm, &p.in.Bands.Provenance),
		}
		bm.Done()
		if b.Zone == noZone {
			b.Zone = ""
		}
		if b.From == nil {
			continue
		}
		if last != nil && b.From.Cmp(last.From) >= 0 {
			p.doc.Add(problem.BadBands, bm.At("from"), "batas %s tidak lebih rendah daripada kategori sebelumnya", Comma(b.From))
		}
		if b.From.Cmp(p.in.Result.Max) > 0 {
			p.doc.Add(problem.BadBands, bm.At("from"), "batas %s di atas nilai tertinggi %s", Comma(b.From), Comma(p.in.Result.Max))
		}
		if bm.Has("zone") {
			zones++
		}
		last = b
		p.in.Bands.List = append(p.in.Bands.List, b)
	}
	m.Done()
	if n := len(p.in.Bands.List); zones > 0 && zones < n {
		p.doc.Add(problem.BadBands, m.At("list"), "%d dari %d kategori menyebut zona; semuanya atau tidak satu pun", zones, n)
	}
	if last == nil {
		m.Required("list")
	} else if last.From.Cmp(p.in.Result.Min) != 0 {
		p.doc.Add(problem.BadBands, m.Pos, "kategori terendah mulai pada %s, bukan pada nilai terendah %s", Comma(last.From), Comma(p.in.Result.Min))
	}
}

func (p *parser) readScales(m *strictyaml.Map) {
	names, maps := m.Entries("scales")
	for i, n := range names {
		s := &Scale{Key: n.Text, Title: maps[i].Text("title")}
		if num := maps[i].Map("number"); num != nil {
			s.Min, s.Max, s.Decimals = num.Decimal("min"), num.Decimal("max"), num.Int("decimals", 2)
			if s.Decimals > maxDecimals {
				p.doc.Add(problem.BadNumber, num.At("decimals"), "desimal paling banyak %d", maxDecimals)
			}
			num.Done()
			p.steps(s, maps[i])
		} else {
			p.levels(s, maps[i])
		}
		s.Provenance = p.provenance(maps[i], &p.in.Origin)
		maps[i].Done()
		if s.Min == nil || s.Max == nil || s.Min.Cmp(s.Max) >= 0 {
			p.doc.Add(problem.BadScale, n.Pos, "skala %q tidak punya rentang dari terendah ke tertinggi", n.Text)
			s.Min, s.Max = new(big.Rat), big.NewRat(1, 1)
		}
		p.scales[n.Text] = s
		p.in.Scales = append(p.in.Scales, s)
	}
}

func (p *parser) levels(s *Scale, m *strictyaml.Map) {
	var maps []*strictyaml.Map
	for _, lm := range m.Maps("levels") {
		l := Level{Value: lm.Decimal("value"), Label: lm.Text("label")}
		lm.Done()
		if l.Value == nil {
			continue
		}
		if n := len(s.Levels); n > 0 && l.Value.Cmp(s.Levels[n-1].Value) <= 0 {
			p.doc.Add(problem.BadScale, lm.At("value"), "tingkat %s tidak lebih tinggi daripada sebelumnya", Comma(l.Value))
		}
		p.limit(lm.At("label"), "label", l.Label, maxTitle)
		s.Levels, maps = append(s.Levels, l), append(maps, lm)
	}
	for i, l := range s.Levels {
		if l.Label != "" && !s.readsBack(l) {
			p.doc.Add(problem.BadScale, maps[i].At("label"), "label %q dapat dibaca sebagai jawaban lain", l.Label)
		}
	}
	if n := len(s.Levels); n > 0 {
		s.Min, s.Max = s.Levels[0].Value, s.Levels[n-1].Value
	}
}

// steps reads what a count is worth; a scale without any counts the number itself.
func (p *parser) steps(s *Scale, m *strictyaml.Map) {
	for _, sm := range m.Maps("steps") {
		st := Step{From: sm.Decimal("from"), Level: Level{Value: sm.Decimal("value"), Label: sm.Text("label")}}
		sm.Done()
		if st.From == nil || st.Value == nil {
			continue
		}
		if n := len(s.Steps); n > 0 && (st.From.Cmp(s.Steps[n-1].From) <= 0 || st.Value.Cmp(s.Steps[n-1].Value) <= 0) {
			p.doc.Add(problem.BadScale, sm.Pos, "anak tangga mulai %s bernilai %s tidak lebih tinggi daripada sebelumnya", Comma(st.From), Comma(st.Value))
		}
		p.limit(sm.At("label"), "label", st.Label, maxTitle)
		s.Steps = append(s.Steps, st)
	}
	if n := len(s.Steps); n > 0 && s.Min != nil && s.Max != nil &&
		(n < 2 || s.Steps[0].From.Cmp(s.Min) != 0 || s.Steps[n-1].From.Cmp(s.Max) > 0) {
		p.doc.Add(problem.BadScale, m.At("steps"), "anak tangga harus sedikitnya dua, mulai tepat pada %s, dan tidak melampaui %s", Comma(s.Min), Comma(s.Max))
	}
}

// readsBack: what stands for a level, in words or in a drop-down, must mean that
// level to Parse and nothing else, "tidak berlaku" least of all.
func (s *Scale) readsBack(l Level) bool {
	label := Squash(l.Label)
	if IsNA(label) {
		return false
	}
	for _, text := range []string{label, l.Option()} {
		if v, ok := s.Parse(text); !ok || v.Cmp(l.Value) != 0 {
			return false
		}
	}
	return true
}

func (p *parser) names(m *strictyaml.Map, key string) []Name {
	keys, titles := m.Pairs(key)
	out := make([]Name, len(keys))
	for i := range keys {
		if titles[i].Text == "" {
			p.doc.Add(problem.MissingText, titles[i].Pos, "%s %q tanpa nama", key, keys[i].Text)
		}
		out[i] = Name{keys[i].Text, titles[i].Text}
	}
	return out
}

// readRoles reads the roles and which of them stand outside the units.
func (p *parser) readRoles(m *strictyaml.Map) {
	outside := m.List("outside")
	for _, n := range p.names(m, "roles") {
		r := Role{Name: n, Outside: slices.ContainsFunc(outside, func(it strictyaml.Item) bool { return it.Text == n.Key })}
		p.roles[n.Key] = r
		p.in.Roles = append(p.in.Roles, r)
	}
	for _, it := range outside {
		find(p, p.roles, it, "peran")
	}
}

func (p *parser) readEfforts(m *strictyaml.Map) {
	names, maps := m.Entries("efforts")
	for i, n := range names {
		e := &Effort{Key: n.Text, Label: maps[i].Text("label"), Days: maps[i].Int("days", 0), Work: maps[i].Int("work", 0), About: maps[i].Optional("about")}
		e.Provenance = p.provenance(maps[i], &p.in.Origin)
		if e.Days == 0 {
			maps[i].Required("days")
		}
		maps[i].Done()
		p.efforts[n.Text] = e
		p.in.Efforts = append(p.in.Efforts, e)
	}
}

func (p *parser) readSanctions(m *strictyaml.Map) {
	names, maps := m.Entries("sanctions")
	for i, n := range names {
		cites := p.cite([]strictyaml.Item{{Pos: maps[i].At("cite"), Text: maps[i].Text("cite")}})
		s := &Sanction{Key: n.Text, Text: maps[i].Text("text")}
		if len(cites) == 1 {
			s.Cite = cites[0]
		}
		maps[i].Done()
		p.sanctions[n.Text] = s
		p.in.Sanctions = append(p.in.Sanctions, s)
	}
}

func (p *parser) cite(items []strictyaml.Item) []Citation {
	var out []Citation
	for _, it := range items {
		key, c, ok := parseCitation(it.Text)
		if !ok {
			p.doc.Add(problem.BadCitation, it.Pos, "rujukan %q tidak dapat diurai", it.Text)
			continue
		}
		if c.Source = find(p, p.sources, strictyaml.Item{Pos: it.Pos, Text: key}, "sumber"); c.Source != nil {
			p.used[c.Source] = true
			out = append(out, c)
		}
	}
	return out
}

func sorted(s []string) []string {
	slices.Sort(s)
	return s
}
