package format_test

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"gopkg.in/yaml.v3"

	"spotcheck/indicators/format"
	"spotcheck/indicators/problem"
)

// The table and the parser say the same of every key: these tests change the two
// fixtures, which together use every key, and look at what the parser says.

// spot is one mapping of a fixture with the keys that the table allows it.
type spot struct {
	file string
	doc  *yaml.Node
	ks   *format.Keys
	side format.Side
	path string
	at   *yaml.Node
}

func spots(t *testing.T) []spot {
	t.Helper()
	var out []spot
	for _, name := range fixtures {
		doc := new(yaml.Node)
		if err := yaml.Unmarshal(file(t, name), doc); err != nil {
			t.Fatal(err)
		}
		out = append(out, below(spot{file: name, doc: doc, ks: format.Root, at: doc.Content[0]})...)
	}
	if len(out) < 30 {
		t.Fatalf("only %d mappings", len(out))
	}
	return out
}

func below(s spot) []spot {
	s.side = format.Without
	if s.value(s.ks.Switch) != nil {
		s.side = format.With
	}
	out := []spot{s}
	for _, k := range s.ks.On(s.side) {
		v := s.value(k.Name)
		if v == nil || k.Kind.InCell() || k.Kind == format.Pairs {
			continue
		}
		next := s
		next.ks = s.ks.Below(k)
		if k.Kind != format.Children {
			next.path = strings.TrimPrefix(s.path+"."+k.Name, ".")
		}
		children := v.Content
		if k.Kind == format.Mapping {
			children = []*yaml.Node{v}
		}
		for _, c := range children {
			if c.Kind == yaml.MappingNode {
				next.at = c
				out = append(out, below(next)...)
			}
		}
	}
	return out
}

func (s spot) value(key string) *yaml.Node {
	for i := 0; i+1 < len(s.at.Content); i += 2 {
		if s.at.Content[i].Value == key {
			return s.at.Content[i+1]
		}
	}
	return nil
}

// told is what the parser says of the fixture as it is now.
func (s spot) told(t *testing.T) problem.List {
	t.Helper()
	data, err := yaml.Marshal(s.doc)
	if err != nil {
		t.Fatal(err)
	}
	_, list := parse(t, s.file, data)
	return list
}

// with is what the parser says while key holds another text.
func (s spot) with(t *testing.T, key, text string) problem.List {
	t.Helper()
	v := s.value(key)
	old := *v
	defer func() { *v = old }()
	*v = yaml.Node{Kind: yaml.ScalarNode, Value: text, Style: yaml.DoubleQuotedStyle}
	return s.told(t)
}

func has(list problem.List, code problem.Code, fragment string) bool {
	return slices.ContainsFunc(list, func(p problem.Problem) bool { return p.Code == code && strings.Contains(p.Message, fragment) })
}

// The fixtures use every key; what the table knows the parser reads.
func TestFixturesUseEveryKey(t *testing.T) {
	wanted := map[string]bool{}
	for _, s := range spots(t) {
		for _, k := range s.ks.On(s.side) {
			id := fmt.Sprintf("%s.%s (%d)", s.path, k.Name, k.Side)
			wanted[id] = wanted[id] || s.value(k.Name) != nil
		}
	}
	for id, used := range wanted {
		if !used {
			t.Errorf("no fixture uses %s", id)
		}
	}
}

// unknown are those of keys that the parser does not know in this place.
func (s spot) unknown(t *testing.T, keys ...string) map[string]bool {
	t.Helper()
	old := s.at.Content
	defer func() { s.at.Content = old }()
	s.at.Content = slices.Clone(old)
	for _, w := range keys {
		s.at.Content = append(s.at.Content,
			&yaml.Node{Kind: yaml.ScalarNode, Value: w, Style: yaml.DoubleQuotedStyle}, &yaml.Node{Kind: yaml.ScalarNode, Value: "x"})
	}
	told := map[string]bool{}
	for _, p := range s.told(t) {
		if m := unknownKey.FindStringSubmatch(p.Message); m != nil && p.Code == problem.YAMLUnknownKey {
			told[m[1]] = true
		}
	}
	return told
}

var unknownKey = regexp.MustCompile(`^kunci "([^"]+)" tidak dikenal`)

// No other word of the parser's source is a key anywhere: what the parser reads the
// table knows.
func TestParserKnowsNoOtherKey(t *testing.T) {
	words := literals(t)
	for _, s := range spots(t) {
		var foreign []string
		for _, w := range words {
			allowed := slices.ContainsFunc(s.ks.On(s.side), func(k format.Key) bool { return k.Name == w })
			if !allowed && w != s.ks.Switch {
				foreign = append(foreign, w)
			}
		}
		for _, k := range s.ks.On(s.side) {
			if s.value(k.Name) == nil && s.unknown(t, k.Name)[k.Name] {
				t.Errorf("%s: the table knows %q under %q, the parser does not", s.file, k.Name, s.path)
			}
		}
		for chunk := range slices.Chunk(foreign, 100) {
			told := s.unknown(t, chunk...)
			for _, w := range chunk {
				if !told[w] {
					t.Errorf("%s: the parser knows %q under %q, the table does not", s.file, w, s.path)
				}
			}
		}
	}
}

// literals are all words in the source of the parser: no key is read that is not
// among them.
func literals(t *testing.T) []string {
	t.Helper()
	names, err := filepath.Glob("../*.go")
	if err != nil || len(names) < 5 {
		t.Fatalf("%d source files, %v", len(names), err)
	}
	word := regexp.MustCompile(`^[a-z][a-z_]*$`)
	var out []string
	for _, name := range names {
		f, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.SkipObjectResolution)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(f, func(n ast.Node) bool {
			if lit, ok := n.(*ast.BasicLit); ok && lit.Kind == token.STRING {
				if w, err := strconv.Unquote(lit.Value); err == nil && word.MatchString(w) && !slices.Contains(out, w) {
					out = append(out, w)
				}
			}
			return true
		})
	}
	if !slices.Contains(out, "question") || len(out) < 50 {
		t.Fatalf("found only %d words: %v", len(out), out)
	}
	return out
}

// What the table calls required the parser demands, and nothing else.
func TestParserDemandsWhatTheTableNeeds(t *testing.T) {
	for _, s := range spots(t) {
		for _, k := range s.ks.On(s.side) {
			if s.value(k.Name) == nil || k.Name == s.ks.Switch {
				continue
			}
			old := s.at.Content
			s.at.Content = slices.Clone(old)
			i := slices.IndexFunc(old, func(n *yaml.Node) bool { return n.Value == k.Name })
			s.at.Content = slices.Delete(s.at.Content, i, i+2)
			list := s.told(t)
			s.at.Content = old
			demanded := has(list, problem.YAMLRequired, strconv.Quote(k.Name)+" dalam")
			conditional := s.path == "weights" && k.Name == "total" || s.path == "gates" && k.Name == "min" // with basis: parent; without points
			if k.Need && list.Errors() == 0 || !k.Need && demanded && !conditional {
				t.Errorf("%s: without %s.%s, which the table needs: %t, the parser says: %v", s.file, s.path, k.Name, k.Need, list)
			}
		}
	}
}

// Kinds, choices and bounds are the parser's.
func TestParserAgreesOnKinds(t *testing.T) {
	wrong := map[format.Kind]struct {
		text string
		code problem.Code
	}{
		format.Decimal: {"1e3", problem.BadNumber}, format.Whole: {"1.5", problem.BadNumber}, format.Date: {"besok", problem.BadDate},
		format.Choice: {"zzz", problem.UnknownName}, format.ID: {"1 x", problem.BadID},
	}
	for _, s := range spots(t) {
		for _, k := range s.ks.On(s.side) {
			if s.value(k.Name) == nil || !k.Kind.InCell() || k.Kind.IsList() || k.Name == "extends" {
				continue
			}
			where := s.file + " " + s.path + "." + k.Name
			for kind, w := range wrong {
				alike := k.Kind == format.Name || kind == format.Decimal && k.Kind == format.Whole // told with the same numbers
				if list := s.with(t, k.Name, w.text); !alike && has(list, w.code, strconv.Quote(w.text)) != (kind == k.Kind) {
					t.Errorf("%s = %s: %v", where, w.text, list)
				}
			}
			for _, o := range k.Options {
				if list := s.with(t, k.Name, o); has(list, problem.UnknownName, strconv.Quote(o)) {
					t.Errorf("%s = %s: %v", where, o, list)
				}
			}
			if k.Kind == format.Text && k.Max > 0 {
				most, more := strings.Repeat("x", k.Max), strings.Repeat("x", k.Max+1)
				if has(s.with(t, k.Name, most), problem.TextTooLong, "") || !has(s.with(t, k.Name, more), problem.TextTooLong, "") {
					t.Errorf("%s: %d is not the longest text", where, k.Max)
				}
			}
			if k.Kind == format.Text && k.Max == 0 && has(s.with(t, k.Name, strings.Repeat("x", 10_000)), problem.TextTooLong, "") {
				t.Errorf("%s: the parser knows a longest text, the table does not", where)
			}
			if k.Kind == format.Whole && k.Max > 0 && !has(s.with(t, k.Name, strconv.Itoa(k.Max+1)), problem.BadNumber, "") {
				t.Errorf("%s: %d is not the highest number", where, k.Max)
			}
		}
	}
}
