package indicators_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"spotcheck/indicators"
	"spotcheck/indicators/problem"
)

// elsewhere are the findings that take more than one file, or a very long one:
// TestUnstable and TestTreeIsBounded have them.
var elsewhere = map[problem.Code]bool{problem.ChangedID: true, problem.TooManyNodes: true}

// TestLint reads every faulty instrument in testdata/lint. The first line of
// each says what must be told and where ("# wants S608 30:13"), and nothing else
// may be; the name begins with the number that the file is about.
func TestLint(t *testing.T) {
	files, err := filepath.Glob(filepath.Join("testdata", "lint", "S6??-*.yaml"))
	if err != nil || len(files) == 0 {
		t.Fatalf("no fixtures: %v", err)
	}
	shown := map[problem.Code]bool{}
	for _, file := range files {
		name := filepath.Base(file)
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		head, _, _ := strings.Cut(string(data), "\n")
		want, ok := strings.CutPrefix(head, "# wants ")
		code := problem.Code(name[:4])
		if !ok || !strings.Contains(want, string(code)) {
			t.Errorf("%s: first line %q does not want %s", name, head, code)
		}
		shown[code] = true
		in, list := indicators.Parse(name, data)
		if got := told(list); got != want {
			t.Errorf("%s: told %q, wants %q\n%v", name, got, want, list)
		}
		if (in != nil) != (list.Errors() == 0) {
			t.Errorf("%s: instrument %v with %d errors", name, in != nil, list.Errors())
		}
	}
	for _, e := range problem.Catalogue() {
		if strings.HasPrefix(string(e.Code), "S6") && !shown[e.Code] && !elsewhere[e.Code] {
			t.Errorf("no fixture shows %s (%s)", e.Code, e.Title)
		}
	}
	if all, _ := filepath.Glob(filepath.Join("testdata", "lint", "*")); len(all) != len(files) {
		t.Errorf("%d files in testdata/lint, %d fixtures", len(all), len(files))
	}
}

// What stands just at a limit is sound.
func TestLimitsAreAllowed(t *testing.T) {
	data := string(fixture(t, "minimal.yaml"))
	for _, change := range [][2]string{
		{"decimals: 2", "decimals: 6"}, {"from: 50", "from: 100"}, {"title: Maklumat", "title: " + strings.Repeat("é", 120)},
		{"label: Ya", "label: " + strings.Repeat("y", 120)}, {"remedy: Pasang maklumat.", "remedy: " + strings.Repeat("é", 600)},
		{"    levels: [{value", "    levels: [{value: -999999999999.999999999999, label: Jauh}, {value"}, {"[Tidak dipasang.,", "[" + strings.Repeat("x", 600) + ", Tidak dipasang.,"},
		{"types:", "products: {min: 100, slots: 100}\n" +
			"gates: [{node: A, min: 0, title: Batas, provenance: own, reason: uji}, {node: A, min: 100, title: Batas, provenance: own, reason: uji}]\n" +
			"valid: {from: 2026-01-01, to: 2026-01-01}\ntypes:"},
		{"efforts:", "# akhir\nefforts:"}, {"scales:", "scales:\n  angka: {title: Angka, number: {min: 0, max: 1, decimals: 12}}"},
	} {
		if strings.Count(data, change[0]) != 1 {
			t.Fatalf("%q is not in the file once", change[0])
		}
		data = strings.Replace(data, change[0], change[1], 1)
	}
	in, list := indicators.Parse("batas.yaml", []byte(data))
	if told(list) != "S622 22:3" { // the scale that nobody uses
		t.Fatal(list)
	}
	sound(t, in)
}

// told lists problems as "S608 30:13, S611 32:5".
func told(list problem.List) string {
	var out []string
	for _, p := range list {
		out = append(out, strings.TrimSpace(fmt.Sprintf("%s %s", p.Code, p.Cell)))
	}
	return strings.Join(out, ", ")
}

// Every fault of a file is told in one go.
func TestAllFaultsAtOnce(t *testing.T) {
	data := string(fixture(t, "minimal.yaml"))
	for _, change := range [][2]string{
		{"id: uji", "id: 1uji"}, {"zone: hijau", "zone: biru"}, {"weight: 1", "weight: -1"},
		{"effort: ringan", "effort: berat"}, {"Pasal 22 ayat (2)", "pasal 22"}, {"decimals: 2", "desimal: 2"},
	} {
		if strings.Count(data, change[0]) != 1 {
			t.Fatalf("%q is not in the file once", change[0])
		}
		data = strings.Replace(data, change[0], change[1], 1)
	}
	in, list := indicators.Parse("f", []byte(data))
	if in != nil || list.Errors() != 6 {
		t.Errorf("%d problems:\n%v", len(list), list)
	}
}

func fixture(t testing.TB, name string) []byte {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("testdata", name))
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// More minimums than anybody reads are refused before they cost anything.
func TestTooManyGates(t *testing.T) {
	data := string(fixture(t, "minimal.yaml"))
	gates := strings.Repeat("  - {node: A, min: 1, title: G, provenance: own, reason: u}\n", 201)
	in, list := indicators.Parse("f", []byte(strings.Replace(data, "tree:", "gates:\n"+gates+"tree:", 1)))
	if in != nil || len(list) != 1 || list[0].Code != problem.BadGate {
		t.Errorf("%d problems: %v", len(list), list[:min(2, len(list))])
	}
}

// A tree that no report could show is refused.
func TestTreeIsBounded(t *testing.T) {
	data := string(fixture(t, "minimal.yaml"))
	leaf := data[strings.Index(data, "  - id: A"):]
	head := strings.TrimSuffix(data, leaf)
	flat := func(prefix, pad string, n int) string {
		var b strings.Builder
		for i := range n {
			b.WriteString(strings.ReplaceAll(strings.Replace(leaf, "id: A", fmt.Sprintf("id: %s%d", prefix, i), 1), "    ", pad+"    "))
		}
		return b.String()
	}
	deep := head
	for i := range 12 {
		prefix := string(rune('A' + i))
		children := strings.ReplaceAll(flat(prefix, "    ", 99), "  - id", "      - id")
		deep += fmt.Sprintf("  - id: %s\n    title: Cabang\n    weight: 1\n    children:\n%s", prefix, children)
	}
	for _, tc := range []struct{ data, want string }{
		{head + flat("N", "", 100), ""},
		{head + flat("N", "", 101), "S626 30:3 cabang teratas berjumlah 101, paling banyak 100"},
		{deep, "S626 30:3 instrumen memuat 1200 simpul, paling banyak 1000"},
	} {
		in, list := indicators.Parse("uji.yaml", []byte(tc.data))
		got := ""
		if len(list) > 0 {
			got = fmt.Sprintf("%s %s %s", list[0].Code, list[0].Cell, list[0].Message)
		}
		if got != tc.want || (in == nil) != (tc.want != "") {
			t.Errorf("told %q, want %q", got, tc.want)
		}
	}
}
