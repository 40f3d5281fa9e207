package strictyaml_test

import (
	"bytes"
	"errors"
	"io"
	"math/big"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"gopkg.in/yaml.v3"

	"spotcheck/indicators/strictyaml"
)

// FuzzParse: nothing panics, and a document without problems is one that the
// plain library reads too, to the same values, and in which nothing is ambiguous.
func FuzzParse(f *testing.F) {
	f.Add([]byte(aliasBomb()))
	f.Fuzz(func(t *testing.T, data []byte) {
		doc := strictyaml.Parse("f", data)
		walk(doc)
		list := doc.Problems()
		for _, p := range list {
			if p.File != "f" || p.Message == "" || !utf8.ValidString(p.Error()) || strings.Contains(p.Error(), "\n") {
				t.Fatalf("not a whole problem: %q", p.Error())
			}
		}
		if list.Errors() > 0 {
			return
		}
		root := plainly(t, data)
		for _, key := range []string{"nama", "catatan", "cakupan", "bobot", "hari"} {
			if got, want := doc.Root().Optional(key), text(root[key]); got != want {
				t.Fatalf("%s is %q, the library says %q", key, got, want)
			}
		}
		var got, want []string
		for _, item := range doc.Root().List("bukti") {
			got = append(got, item.Text)
		}
		if n := root["bukti"]; n != nil {
			for _, item := range n.Content {
				want = append(want, text(item))
			}
		}
		if !slices.Equal(got, want) {
			t.Fatalf("bukti is %q, the library says %q", got, want)
		}
	})
}

// plainly reads a document with the library alone, and fails on what no document
// without problems may have. It gives the values of the root.
func plainly(t *testing.T, data []byte) map[string]*yaml.Node {
	t.Helper()
	dec := yaml.NewDecoder(bytes.NewReader(data))
	var n, second yaml.Node
	if err := dec.Decode(&n); err != nil {
		t.Fatalf("accepted what the library refuses: %v", err)
	}
	if err := dec.Decode(&second); !errors.Is(err, io.EOF) {
		t.Fatalf("accepted a second document: %v", err)
	}
	unambiguous(t, &n)
	var any map[string]any
	if err := yaml.Unmarshal(data, &any); err != nil {
		t.Fatalf("accepted what the library refuses as a mapping: %v", err)
	}
	root := map[string]*yaml.Node{}
	for i := 0; i < len(n.Content[0].Content); i += 2 {
		root[n.Content[0].Content[i].Value] = n.Content[0].Content[i+1]
	}
	return root
}

func unambiguous(t *testing.T, n *yaml.Node) {
	t.Helper()
	if n.Kind == yaml.AliasNode || n.Anchor != "" || n.Style&yaml.TaggedStyle != 0 {
		t.Fatalf("line %d: accepted an alias, an anchor or a tag", n.Line)
	}
	seen := map[string]bool{}
	for i, c := range n.Content {
		if n.Kind == yaml.MappingNode && i%2 == 0 {
			if seen[c.Value] || c.Kind != yaml.ScalarNode {
				t.Fatalf("line %d: accepted the key %q twice, or one that is no word", c.Line, c.Value)
			}
			seen[c.Value] = true
		}
		unambiguous(t, c)
	}
}

// text is what a scalar says; nothing where there is none.
func text(n *yaml.Node) string {
	if n == nil || n.Tag == "!!null" {
		return ""
	}
	return strings.TrimSpace(n.Value)
}

// FuzzParseDecimal checks the digits against the definition of a decimal.
func FuzzParseDecimal(f *testing.F) {
	f.Fuzz(func(t *testing.T, s string) {
		got, ok := strictyaml.ParseDecimal(s)
		want := decimal(s)
		if ok != (want != nil) || ok && got.Cmp(want) != 0 {
			t.Fatalf("ParseDecimal(%q) = %v, %v, want %v", s, got, ok, want)
		}
	})
}

// decimal is the slow way: digit by digit, nil for anything else.
func decimal(s string) *big.Rat {
	digits, negative := strings.CutPrefix(s, "-")
	whole, part, point := strings.Cut(digits, ".")
	if len(whole) < 1 || len(whole) > 12 || point && (len(part) < 1 || len(part) > 12) {
		return nil
	}
	sum := new(big.Rat)
	for _, c := range []byte(whole + part) {
		if c < '0' || c > '9' {
			return nil
		}
		sum.Mul(sum, big.NewRat(10, 1)).Add(sum, big.NewRat(int64(c-'0'), 1))
	}
	for range len(part) {
		sum.Quo(sum, big.NewRat(10, 1))
	}
	if negative {
		sum.Neg(sum)
	}
	return sum
}
