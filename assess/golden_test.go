package assess_test

import (
	"encoding/csv"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"spotcheck/indicators"
	"spotcheck/indicators/library"
)

// row is a published fact of testdata/terbit by column name.
type row map[string]string

// outcome is what becomes of a published fact when it is computed again. Every row
// names its own in the column class: a row that comes out otherwise fails, also one
// that begins to be reproduced or to be computable.
type outcome string

const (
	reproduced  outcome = "reproduced"
	differs     outcome = "differs"     // the source contradicts itself, another source, or the rules of its year
	information outcome = "information" // nothing can be computed from it
)

// facts are the published facts and the instruments that they are held against.
type facts struct {
	t        *testing.T
	scores   []row
	sets     []row
	carriers map[string]*indicators.Instrument
}

// checks compute the rows of each file; the text says what came out.
var checks = map[string]func(*facts, row) (outcome, string){
	"nilai":    (*facts).score,
	"himpunan": (*facts).set,
	"jumlah":   (*facts).sum,
	"persen":   (*facts).percent,
	"batas":    (*facts).band,
	"bobot":    (*facts).weights,
	"susunan":  (*facts).structure,
	"syarat":   (*facts).gate,
	"jawaban":  (*facts).answers,
	"opini":    (*facts).opinion,
}

// TestPublishedFacts accounts for every row of every file.
func TestPublishedFacts(t *testing.T) {
	g := &facts{t: t, carriers: map[string]*indicators.Instrument{}}
	g.scores, g.sets = readRows(t, "nilai"), readRows(t, "himpunan")
	files, err := filepath.Glob("testdata/terbit/*.csv")
	if err != nil || len(files) != len(checks) {
		t.Fatalf("%d files, %d checks, %v", len(files), len(checks), err)
	}
	total := map[outcome]int{}
	for _, name := range slices.Sorted(maps.Keys(checks)) {
		count := map[outcome]int{}
		for i, r := range readRows(t, name) {
			class := outcome(r["class"])
			if got, what := checks[name](g, r); got != class {
				t.Errorf("%s.csv:%d is marked %q and comes out %q: %s\n%v", name, i+2, class, got, what, r)
			}
			if r["source"] == "" || class != reproduced && r["reason"] == "" {
				t.Errorf("%s.csv:%d has no source or no reason", name, i+2)
			}
			count[class]++
			total[class]++
		}
		t.Logf("%-8s  %3d reproduced  %2d differ as expected  %2d information only", name, count[reproduced], count[differs], count[information])
	}
	t.Logf("%-8s  %3d reproduced  %2d differ as expected  %2d information only", "all", total[reproduced], total[differs], total[information])
	for _, class := range []outcome{reproduced, differs, information} {
		if total[class] == 0 {
			t.Errorf("no row is marked %q", class)
		}
	}
}

// readRows reads a file of facts, of which there is at least one.
func readRows(t *testing.T, name string) []row {
	t.Helper()
	f, err := os.Open(filepath.Join("testdata", "terbit", name+".csv"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	records, err := csv.NewReader(f).ReadAll()
	if err != nil || len(records) < 2 {
		t.Fatalf("%s: %d lines, %v", name, len(records), err)
	}
	var out []row
	for _, rec := range records[1:] {
		r := row{}
		for i, key := range records[0] {
			r[key] = rec[i]
		}
		out = append(out, r)
	}
	return out
}

// builtIn is a shipped instrument; nil for one that is not.
func (g *facts) builtIn(id string) *indicators.Instrument {
	g.t.Helper()
	if _, shipped := library.Source(id); !shipped {
		return nil
	}
	in, problems := library.Load(id)
	if in == nil {
		g.t.Fatal(problems)
	}
	return in
}
