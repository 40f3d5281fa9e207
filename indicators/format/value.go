package format

import (
	"math/big"
	"slices"
	"strings"

	"spotcheck/indicators/problem"
	"spotcheck/indicators/strictyaml"
)

// Value is an instrument file, or a part of it: a text, a list, or a mapping in
// the order of the table. At is where it was read.
type Value struct {
	Name  string // the key or the name under which it stands; empty in a list
	Text  string
	Items []Value
	At    problem.Place
}

// Get is the part of a mapping under a key; nil when there is none.
func (v *Value) Get(name string) *Value {
	i := slices.IndexFunc(v.Items, func(it Value) bool { return it.Name == name })
	if i < 0 {
		return nil
	}
	return &v.Items[i]
}

// Empty reports whether there is neither text nor content.
func (v *Value) Empty() bool { return v == nil || v.Text == "" && len(v.Items) == 0 }

// Trim is a file without what is empty, as the parser takes it; entries and pairs
// stay, for their names are something.
func Trim(v Value) Value { return Root.trim(v) }

func (ks *Keys) trim(v Value) Value {
	out := Value{Name: v.Name, Text: v.Text, At: v.At}
	side := ks.SideOf(v)
	if v.Get(ks.Switch).Empty() {
		side = Without
	}
	for _, k := range ks.On(side) {
		part := v.Get(k.Name)
		if part == nil {
			continue
		}
		if p := ks.trimPart(k, *part); !p.Empty() {
			out.Items = append(out.Items, p)
		}
	}
	left := ks.On(ks.SideOf(out)) // nothing in the switch may have been left
	out.Items = slices.DeleteFunc(out.Items, func(it Value) bool {
		return !slices.ContainsFunc(left, func(k Key) bool { return k.Name == it.Name })
	})
	return out
}

func (ks *Keys) trimPart(k Key, v Value) Value {
	below := ks.Below(k)
	if k.Kind == Mapping {
		return below.trim(v)
	}
	v.Items = slices.Clone(v.Items)
	for i := range v.Items {
		if below != nil {
			v.Items[i] = below.trim(v.Items[i])
		}
	}
	v.Items = slices.DeleteFunc(v.Items, func(it Value) bool { return it.Name == "" && it.Empty() })
	return v
}

// SideOf says of which sort the mapping v is.
func (ks *Keys) SideOf(v Value) Side {
	if v.Get(ks.Switch) == nil {
		return Without
	}
	return With
}

// Read reads the YAML of an instrument, with what is empty in its place. The list
// tells what is no instrument file at all; whether the instrument is sound, package
// indicators must say.
func Read(file string, data []byte) (Value, problem.List) {
	doc := strictyaml.Parse(file, data)
	v := Root.read(doc.Root())
	return v, doc.Problems()
}

func (ks *Keys) read(m *strictyaml.Map) Value {
	v := Value{At: place(m.Pos)}
	side := Without
	if m.Has(ks.Switch) {
		side = With
	}
	for _, k := range ks.On(side) {
		if m.Has(k.Name) {
			part := ks.readPart(m, k)
			part.Name, part.At = k.Name, place(m.At(k.Name))
			v.Items = append(v.Items, part)
		}
	}
	m.Done()
	return v
}

func (ks *Keys) readPart(m *strictyaml.Map, k Key) (v Value) {
	switch below := ks.Below(k); k.Kind {
	case Mapping:
		return below.read(m.Map(k.Name))
	case Records, Children:
		for _, sub := range m.Maps(k.Name) {
			v.Items = append(v.Items, below.read(sub))
		}
	case Entries:
		names, subs := m.Entries(k.Name)
		for i, sub := range subs {
			entry := below.read(sub)
			entry.Name, entry.At = names[i].Text, place(names[i].Pos)
			v.Items = append(v.Items, entry)
		}
	case Pairs:
		names, texts := m.Pairs(k.Name) // placed by its name, which comes first
		for i, n := range names {
			v.Items = append(v.Items, Value{Name: n.Text, Text: Clean(k.Each, texts[i].Text), At: place(n.Pos)})
		}
	case Texts, Names:
		for _, it := range m.List(k.Name) {
			v.Items = append(v.Items, Value{Text: Clean(k.Kind, it.Text), At: place(it.Pos)})
		}
	default:
		v.Text = Clean(k.Kind, m.Optional(k.Name))
	}
	return v
}

func place(p strictyaml.Pos) problem.Place { return problem.Place{Cell: p.String()} }

// Clean is a text as a Value holds it: without white space around it and with plain
// line ends; a decimal without needless zeros.
func Clean(kind Kind, text string) string {
	text = strings.TrimSpace(strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(text))
	if r, ok := strictyaml.ParseDecimal(text); ok && (kind == Decimal || kind == Whole) {
		return plain(r)
	}
	return text
}

// plain writes a decimal of at most twelve places.
func plain(r *big.Rat) string {
	s := r.FloatString(12)
	return strings.TrimSuffix(strings.TrimRight(s, "0"), ".")
}
