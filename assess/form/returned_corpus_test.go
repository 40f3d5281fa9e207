package form_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"spotcheck/assess/form"
)

// Some files as other programs saved them are committed, so that a machine
// without these programs reads them too. With -update, and the programs, those
// that are absent or no longer of use are made anew; the others stay as they are.

const corpus = "testdata/kembali"

// committed is where the file of a case is.
func (c returned) committed() string {
	ending := "xlsx"
	if f, ok := filters[c.maker]; ok {
		ending = f.ending
	}
	name := strings.Join([]string{string(c.maker), c.shape, c.name}, "_")
	return filepath.Join(corpus, strings.ReplaceAll(strings.ToLower(name), " ", "-")+"."+ending)
}

// kept are the cases of which files are committed.
func kept() []returned {
	return slices.DeleteFunc(cases(), func(c returned) bool { return !c.isKept() })
}

// isKept: of the small shapes, and of the second one only as it was filled.
func (c returned) isKept() bool {
	plain := c.edit == nil && c.xml == nil && c.do == ""
	return slices.Contains(c.keep, c.maker) && (c.shape == "uji" || c.shape == "kelompok" && plain)
}

// TestReturnedCorpus reads the committed files.
func TestReturnedCorpus(t *testing.T) {
	list := kept()
	if len(list) < 12 {
		t.Fatalf("only %d files are kept", len(list))
	}
	names := map[string]bool{}
	for _, c := range list {
		names[c.committed()] = true
		t.Run(filepath.Base(c.committed()), func(t *testing.T) {
			data, err := os.ReadFile(c.committed())
			if err != nil {
				t.Fatalf("%v (run with -update to make it)", err)
			}
			judgeReturned(t, c, data)
			if len(data) > 40_000 {
				t.Errorf("%d bytes are too many to commit", len(data))
			}
		})
	}
	found, err := filepath.Glob(corpus + "/*.[xo]*")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range found {
		if !names[name] {
			t.Errorf("%s belongs to no case", name)
		}
	}
}

// commit writes the file of a case, unless the one that is there will do.
func commit(t *testing.T, c returned, data []byte) {
	t.Helper()
	known := filledShape(t, c.shape)
	if old, err := os.ReadFile(c.committed()); err == nil {
		if got, list := form.Read("f.xlsx", old, known.expect); outcome(known.answers, got, list) == c.want {
			return
		}
	}
	if err := os.WriteFile(c.committed(), data, 0o644); err != nil {
		t.Fatal(err)
	}
}
