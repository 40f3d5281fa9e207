package format_test

import (
	"bytes"
	"path/filepath"
	"strconv"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"gopkg.in/yaml.v3"

	"spotcheck/indicators/format"
	"spotcheck/indicators/library"
	"spotcheck/indicators/problem"
)

func schema(t *testing.T) *jsonschema.Schema {
	t.Helper()
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(format.Schema()))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	if err := c.AddResource("urn:spotcheck:instrument:v1", doc); err != nil {
		t.Fatal(err)
	}
	s, err := c.Compile("urn:spotcheck:instrument:v1")
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func TestSchemaIsStable(t *testing.T) {
	first := format.Schema()
	for range 20 {
		if !bytes.Equal(first, format.Schema()) {
			t.Fatal("two schemas")
		}
	}
}

func TestSchemaTakesSoundInstruments(t *testing.T) {
	s := schema(t)
	files := append([]string{"../testdata/minimal.yaml", "../testdata/full.yaml"}, fixtures...)
	for _, name := range files {
		if err := s.Validate(asJSON(t, file(t, name))); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
	for _, id := range library.IDs() {
		data, _ := library.Source(id)
		if err := s.Validate(asJSON(t, data)); err != nil {
			t.Errorf("%s: %v", id, err)
		}
	}
}

// unseen are the codes of which a schema sees nothing: syntax, references, sums,
// orders, and texts that depend on others.
var unseen = map[problem.Code]bool{
	problem.YAMLSyntax: true, problem.YAMLDuplicateKey: true, problem.YAMLDocuments: true, problem.YAMLTooLarge: true,
	problem.DuplicateID: true, problem.BadScale: true, problem.BadBands: true, problem.BadCitation: true, problem.MissingProvenance: true,
	problem.BadTree: true, problem.WeightTotal: true, problem.BadGate: true, problem.Unreachable: true, problem.BadVariant: true, problem.BadNeeds: true,
}

// Faulty files are refused wherever the fault can be seen in one place: all unknown
// keys, and most of what is missing, of the wrong kind or too long.
func TestSchemaRefusesFaultyInstruments(t *testing.T) {
	s := schema(t)
	names, err := filepath.Glob("../testdata/lint/S6*.yaml")
	if err != nil || len(names) < 50 {
		t.Fatalf("%d fixtures, %v", len(names), err)
	}
	refused, passed := 0, []string{}
	for _, name := range names {
		code := problem.Code(filepath.Base(name)[:4])
		var doc yaml.Node
		if unseen[code] || yaml.Unmarshal(file(t, name), &doc) != nil || doc.Kind == 0 {
			continue
		}
		if s.Validate(core(t, doc.Content[0])) != nil {
			refused++
			continue
		}
		passed = append(passed, filepath.Base(name))
		if code == problem.YAMLUnknownKey {
			t.Errorf("%s is not refused", name)
		}
	}
	if refused < 2*len(passed) {
		t.Errorf("%d refused, %d not: %v", refused, len(passed), passed)
	}
}

func asJSON(t *testing.T, data []byte) any {
	t.Helper()
	var doc yaml.Node
	if err := yaml.Unmarshal(data, &doc); err != nil {
		t.Fatal(err)
	}
	return core(t, doc.Content[0])
}

// core reads YAML as editors do, by the core schema of YAML 1.2.
func core(t *testing.T, n *yaml.Node) any {
	switch n.Kind {
	case yaml.AliasNode:
		return core(t, n.Alias)
	case yaml.MappingNode:
		m := map[string]any{}
		for i := 0; i+1 < len(n.Content); i += 2 {
			m[n.Content[i].Value] = core(t, n.Content[i+1])
		}
		return m
	case yaml.SequenceNode:
		list := make([]any, len(n.Content))
		for i, c := range n.Content {
			list[i] = core(t, c)
		}
		return list
	}
	switch n.ShortTag() {
	case "!!null":
		return nil
	case "!!bool":
		return n.Value == "true"
	case "!!int", "!!float":
		if f, err := strconv.ParseFloat(n.Value, 64); err == nil {
			return f
		}
	}
	return n.Value
}
