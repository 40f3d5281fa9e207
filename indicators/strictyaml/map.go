package strictyaml

import (
	"math/big"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"gopkg.in/yaml.v3"

	"spotcheck/indicators/problem"
)

// Map reads one mapping key by key. Call Done when all keys that may be there
// were asked for: whatever is left over is an unknown key.
type Map struct {
	Pos   Pos
	doc   *Doc
	name  string
	keys  []*yaml.Node
	vals  map[string]*yaml.Node
	asked []string
	dead  bool
}

// Item is one scalar with its place.
type Item struct {
	Pos  Pos
	Text string
}

func (d *Doc) mapping(n *yaml.Node, name string) *Map {
	m := &Map{doc: d, name: name, Pos: pos(n), vals: map[string]*yaml.Node{}}
	if n.Kind != yaml.MappingNode {
		if !d.Full() {
			d.add(problem.New(problem.YAMLType, d.at(n), "%s harus berupa pasangan kunci: nilai", name).Seen(n.Value))
		}
		m.dead = true
		return m
	}
	for i := 0; i+1 < len(n.Content); i += 2 {
		k, v := n.Content[i], n.Content[i+1]
		if k.Kind != yaml.ScalarNode || k.Value == "" {
			d.Add(problem.YAMLType, pos(k), "kunci dalam %s harus berupa satu kata", name)
			continue
		}
		if _, twice := m.vals[k.Value]; twice {
			d.Add(problem.YAMLDuplicateKey, pos(k), "kunci %q muncul dua kali dalam %s", k.Value, name)
			continue
		}
		m.keys, m.vals[k.Value] = append(m.keys, k), v
	}
	return m
}

// Has reports whether key stands in the mapping, with any value.
func (m *Map) Has(key string) bool {
	_, ok := m.vals[key]
	return ok
}

// At is the place of key's value, or of the mapping when the key is absent.
func (m *Map) At(key string) Pos {
	if v, ok := m.vals[key]; ok {
		return pos(v)
	}
	return m.Pos
}

// Text is a required scalar; an empty one counts as absent.
func (m *Map) Text(key string) string {
	if s := m.Optional(key); s != "" || m.dead || m.faulty(key) {
		return s
	}
	m.Required(key)
	return ""
}

// Required files the problem that key is absent or empty.
func (m *Map) Required(key string) {
	if m.dead {
		return
	}
	m.doc.Add(problem.YAMLRequired, m.At(key), "kunci %q dalam %s wajib diisi", key, m.name)
}

// Optional is a scalar that may be absent ("").
func (m *Map) Optional(key string) string {
	v := m.get(key)
	if v == nil {
		return ""
	}
	s, _ := m.scalar(v, key)
	return s
}

// faulty: the key is there but of the wrong kind, which was already told.
func (m *Map) faulty(key string) bool {
	v := m.vals[key]
	return v != nil && v.Kind != yaml.ScalarNode
}

// Decimal is a required plain decimal ("12.5"), exact; nil after a problem.
func (m *Map) Decimal(key string) *big.Rat {
	s := m.Text(key)
	if s == "" {
		return nil
	}
	r, ok := ParseDecimal(s)
	if !ok {
		m.doc.Add(problem.BadNumber, m.At(key), "nilai %q bagi %q bukan angka desimal biasa", s, key)
		return nil
	}
	return r
}

var whole = regexp.MustCompile(`^[0-9]{1,6}$`)

// Int is an optional whole number of at most six digits; absent gives def.
func (m *Map) Int(key string, def int) int {
	s := m.Optional(key)
	if s == "" {
		return def
	}
	n, err := strconv.Atoi(s)
	if err != nil || !whole.MatchString(s) {
		m.doc.Add(problem.BadNumber, m.At(key), "nilai %q bagi %q bukan bilangan bulat", s, key)
		return def
	}
	return n
}

// OneOf is a scalar out of a closed set; absent gives def, and with def empty
// the key is required.
func (m *Map) OneOf(key, def string, allowed ...string) string {
	read := m.Optional
	if def == "" {
		read = m.Text
	}
	s := read(key)
	if s == "" || slices.Contains(allowed, s) {
		return cmpOr(s, def)
	}
	m.doc.add(problem.New(problem.UnknownName, problem.Place{Cell: m.At(key).String()},
		"nilai %q bagi %q tidak dikenal%s", s, key, Hint(s, allowed)).Seen(s, allowed...))
	return def
}

// List is an optional sequence of scalars.
func (m *Map) List(key string) []Item {
	var out []Item
	for _, n := range m.sequence(key) {
		if s, ok := m.scalar(n, key); ok {
			out = append(out, Item{pos(n), s})
		}
	}
	return out
}

// Maps is an optional sequence of mappings.
func (m *Map) Maps(key string) []*Map {
	var out []*Map
	for _, n := range m.sequence(key) {
		out = append(out, m.doc.mapping(n, key))
	}
	return out
}

// Map is an optional mapping; nil when absent.
func (m *Map) Map(key string) *Map {
	v := m.get(key)
	if v == nil {
		return nil
	}
	return m.doc.mapping(v, key)
}

// Entries gives the values of a mapping whose keys are names, in file order,
// each as a mapping of its own.
func (m *Map) Entries(key string) (names []Item, values []*Map) {
	sub := m.Map(key)
	if sub == nil {
		return nil, nil
	}
	for _, k := range sub.keys {
		names = append(names, Item{pos(k), k.Value})
		values = append(values, m.doc.mapping(sub.vals[k.Value], key+": "+k.Value))
	}
	return names, values
}

// Keys are the names in the mapping under key, in file order; nothing is told of
// what is wrong with it, nor is it asked for.
func (m *Map) Keys(key string) []Item {
	v := m.vals[key]
	if v == nil || v.Kind != yaml.MappingNode {
		return nil
	}
	var out []Item
	for i := 0; i+1 < len(v.Content); i += 2 {
		out = append(out, Item{pos(v.Content[i]), v.Content[i].Value})
	}
	return out
}

// Pairs gives a mapping of names to scalars, in file order.
func (m *Map) Pairs(key string) (names, values []Item) {
	sub := m.Map(key)
	if sub == nil {
		return nil, nil
	}
	for _, k := range sub.keys {
		v := sub.vals[k.Value]
		if s, ok := sub.scalar(v, k.Value); ok {
			names, values = append(names, Item{pos(k), k.Value}), append(values, Item{pos(v), s})
		}
	}
	return names, values
}

// Done files a problem for every key that nobody asked for.
func (m *Map) Done() {
	for _, k := range m.keys {
		if !m.doc.Full() && !slices.Contains(m.asked, k.Value) {
			m.doc.Add(problem.YAMLUnknownKey, pos(k), "kunci %q tidak dikenal dalam %s%s", k.Value, m.name, Hint(k.Value, m.asked))
		}
	}
}

// IsText reports whether key holds a scalar, for keys that take a text or a
// structure.
func (m *Map) IsText(key string) bool {
	v := m.vals[key]
	return v != nil && v.Kind == yaml.ScalarNode
}

func (m *Map) get(key string) *yaml.Node {
	m.asked = append(m.asked, key)
	return m.vals[key]
}

func (m *Map) sequence(key string) []*yaml.Node {
	v := m.get(key)
	if v == nil || v.Tag == "!!null" {
		return nil
	}
	if v.Kind != yaml.SequenceNode {
		m.doc.Add(problem.YAMLType, pos(v), "%q harus berupa daftar", key)
		return nil
	}
	return v.Content
}

// scalar gives the trimmed text; null is an empty text.
func (m *Map) scalar(n *yaml.Node, key string) (string, bool) {
	if n.Kind != yaml.ScalarNode {
		m.doc.Add(problem.YAMLType, pos(n), "%q harus berupa satu nilai, bukan daftar atau pasangan", key)
		return "", false
	}
	if n.Tag == "!!null" {
		return "", true
	}
	return strings.TrimSpace(n.Value), true
}

var decimal = regexp.MustCompile(`^-?[0-9]{1,12}(\.[0-9]{1,12})?$`)

// ParseDecimal reads a plain decimal with a point, exactly. Exponents, signs
// other than minus, NaN, infinities and separators are refused.
func ParseDecimal(s string) (*big.Rat, bool) {
	if !decimal.MatchString(s) {
		return nil, false
	}
	return new(big.Rat).SetString(s)
}

func cmpOr(a, b string) string {
	if a != "" {
		return a
	}
	return b
}
