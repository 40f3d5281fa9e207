package format_test

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"spotcheck/indicators"
	"spotcheck/indicators/format"
	"spotcheck/indicators/library"
	"spotcheck/indicators/problem"
)

// The two files between them use every key of the table, and are canonical.
var fixtures = []string{"testdata/lengkap.yaml", "testdata/variasi.yaml"}

func file(t testing.TB, name string) []byte {
	t.Helper()
	data, err := os.ReadFile(filepath.FromSlash(name))
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// parse is the parser that has the first fixture in its library.
func parse(t testing.TB, name string, data []byte) (*indicators.Instrument, problem.List) {
	base := file(t, fixtures[0])
	return indicators.Library(func(id string) ([]byte, bool) { return base, id == "uji-format" }).Parse(name, data)
}

func read(t testing.TB, name string, data []byte) format.Value {
	t.Helper()
	v, list := format.Read(name, data)
	if len(list) > 0 {
		t.Fatal(list)
	}
	return format.Trim(v)
}

// equal compares two values, wherever they were read.
func equal(a, b format.Value) bool {
	return a.Name == b.Name && a.Text == b.Text && slices.EqualFunc(a.Items, b.Items, equal)
}

func TestFixturesAreSoundAndCanonical(t *testing.T) {
	for _, name := range fixtures {
		data := file(t, name)
		if in, list := parse(t, name, data); in == nil || len(list) > 0 {
			t.Errorf("%s: %v", name, list)
		}
		if d := cmp.Diff(string(data), string(format.Encode(read(t, name, data)))); d != "" {
			t.Errorf("%s: %s", name, d)
		}
	}
}

// The canonical YAML of a built-in instrument is the same instrument.
func TestEncodeBuiltIns(t *testing.T) {
	ids := library.IDs()
	if len(ids) == 0 {
		t.Fatal("no built-in instruments")
	}
	for _, id := range ids {
		data, _ := library.Source(id)
		v := read(t, id, data)
		out := format.Encode(v)
		if again := read(t, id, out); !equal(again, v) || string(format.Encode(again)) != string(out) {
			t.Errorf("%s: Encode and Read do not undo each other", id)
		}
		want, _ := library.Load(id)
		got, list := indicators.Library(library.Source).Parse(id, out)
		if want == nil || got == nil || len(list) > 0 {
			t.Errorf("%s: %v", id, list)
			continue
		}
		for i, n := range want.Nodes() {
			g := got.Nodes()[i]
			if g.ID != n.ID || g.Title != n.Title || g.Weight.Cmp(n.Weight) != 0 || g.Origin.Reason != n.Origin.Reason ||
				n.Asking != nil && (g.Question != n.Question || cmp.Diff(n.Levels, g.Levels) != "" || indicators.Cite(n.Legal) != indicators.Cite(g.Legal)) {
				t.Errorf("%s: %s is another node in the canonical file", id, n.ID)
			}
		}
	}
}

func TestEncodeScalars(t *testing.T) {
	long := strings.Repeat("kata ", 30)
	for _, tc := range []struct{ text, want string }{
		{"biasa", `"biasa"`},
		{"null", `"null"`},
		{`"kutip" \ garis`, `"\"kutip\" \\ garis"`},
		{"# bukan komentar", `"# bukan komentar"`},
		{"=1+1", `"=1+1"`},
		{"dua\nbaris", "|-\n  dua\n  baris"},
		{"dua\n spasi", `"dua\n spasi"`},
		{"tab\tdi tengah", `"tab\U00000009di tengah"`},
		{"garis\u2028baru", `"garis\U00002028baru"`},
		{"😀", `"😀"`},
		{long + "akhir", ">-\n  " + strings.TrimSpace(strings.Repeat("kata ", 23)) + "\n  " + strings.Repeat("kata ", 7) + "akhir"},
		{strings.Repeat("kata ", 22) + "enam  spasi", `"` + strings.Repeat("kata ", 22) + `enam  spasi"`},
	} {
		v := format.Value{Items: []format.Value{{Name: "title", Text: tc.text}}}
		out := format.Encode(v)
		if string(out) != "title: "+tc.want+"\n" {
			t.Errorf("%q is written as %q", tc.text, out)
		}
		if got := read(t, "f", out); got.Get("title") == nil || got.Get("title").Text != tc.text {
			t.Errorf("%q is read back as %+v", tc.text, got)
		}
	}
}

func TestWordsAndNumbers(t *testing.T) {
	for text, want := range map[string]string{
		"id: 'Y'": `id: "Y"`, "id: uu25": "id: uu25", "id: '2013'": `id: "2013"`, "id: a b": `id: "a b"`, "id: \"null\"": `id: "null"`,
		"legal: ['a, b', \"\", c]": `legal: ["a, b", c]`, "result: {min: 007.50, max: -0}": "result: {min: 7.5, max: 0}",
		"result: {min: 1e3}": `result: {min: "1e3"}`, "valid: {from: besok}": `valid: {from: "besok"}`,
		"types: {a: '', 1: x}": `types: {a: "", "1": "x"}`, "sources: {a: {}}": "\nsources:\n  a: {}",
		"gates: []": "{}", "title: ''": "{}", "tree: [{}]": "{}",
	} {
		if got := strings.TrimSpace(string(format.Encode(read(t, "f", []byte(text))))); got != strings.TrimSpace(want) {
			t.Errorf("%s becomes %s, want %s", text, got, want)
		}
	}
}

func TestReadTellsWhatIsNoInstrument(t *testing.T) {
	for text, want := range map[string]problem.Code{
		"titel: x": problem.YAMLUnknownKey, "title: [x]": problem.YAMLType, "id: a\nid: b": problem.YAMLDuplicateKey,
		"- a": problem.YAMLType, "extends: x\ntree: []": problem.YAMLUnknownKey, "a: [": problem.YAMLSyntax,
	} {
		if _, list := format.Read("f", []byte(text)); len(list) != 1 || list[0].Code != want {
			t.Errorf("%q: %v", text, list)
		}
	}
}

// FuzzEncode: whatever is an instrument file at all keeps its meaning.
func FuzzEncode(f *testing.F) {
	for _, name := range fixtures {
		f.Add(file(f, name))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		v, list := format.Read("f", data)
		if len(list) > 0 {
			return
		}
		for _, v := range []format.Value{v, format.Trim(v)} {
			out := format.Encode(v)
			again, list := format.Read("f", out)
			if len(list) > 0 || !equal(again, v) || !bytes.Equal(format.Encode(again), out) {
				t.Fatalf("%v\n%s\n%s", list, data, out)
			}
		}
	})
}
