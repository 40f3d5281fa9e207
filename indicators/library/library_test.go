package library_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"spotcheck/indicators"
	"spotcheck/indicators/library"
	"spotcheck/indicators/problem"
)

func TestEveryBuiltInParsesCleanly(t *testing.T) {
	if len(library.IDs()) == 0 {
		t.Fatal("no built-in instruments")
	}
	for _, id := range library.IDs() {
		in, problems := library.Load(id)
		for _, p := range problems {
			t.Errorf("%s: %v", id, p)
		}
		if in == nil {
			continue
		}
		if in.ID != id {
			t.Errorf("file %s.yaml holds instrument %q", id, in.ID)
		}
		if len(in.Indicators()) == 0 {
			t.Errorf("%s has no indicators", id)
		}
	}
}

var update = flag.Bool("update", false, "write the ids of the built-in instruments anew")

// An id once published keeps its meaning: results of other years and answers of
// other rounds refer to it. A change here needs a new version of the instrument.
func TestIDsAreStable(t *testing.T) {
	var b strings.Builder
	for _, id := range library.IDs() {
		in, list := library.Load(id)
		if in == nil {
			t.Fatal(list)
		}
		for _, n := range in.Nodes() {
			fmt.Fprintf(&b, "%s %s %s\t%s\n", in.ID, in.Version, n.ID, n.Title)
		}
	}
	file := filepath.Join("testdata", "kode.txt")
	if *update {
		if err := os.WriteFile(file, []byte(b.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), b.String()); diff != "" {
		t.Errorf("ids or titles differ (go test ./indicators/library -run IDs -update, with a new version):\n%s", diff)
	}
}

func TestLoadOfUnknownName(t *testing.T) {
	in, list := library.Load("uu-25")
	if in != nil || len(list) != 1 || list[0].Code != problem.InstrumentAbsent || list[0].Value != "uu-25" {
		t.Errorf("%v, %v", in, list)
	}
	if !strings.Contains(list[0].Allowed, library.Default) {
		t.Errorf("the built-in instruments are not named: %q", list[0].Allowed)
	}
}

func BenchmarkParse(b *testing.B) {
	data, ok := library.Source(library.Default)
	if !ok {
		b.Fatal("no default instrument")
	}
	b.SetBytes(int64(len(data)))
	b.ReportAllocs()
	for b.Loop() {
		if in, list := indicators.Parse("f", data); in == nil {
			b.Fatal(list)
		}
	}
}
