package round

import (
	"bytes"
	"errors"
	"flag"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"spotcheck/assess"
	"spotcheck/indicators/library"
	"spotcheck/indicators/problem"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// tree lists what is in a folder; folders end in a slash.
func tree(t *testing.T, dir string) []string {
	t.Helper()
	var out []string
	err := filepath.WalkDir(dir, func(path string, d os.DirEntry, err error) error {
		rel, _ := filepath.Rel(dir, path)
		if rel = filepath.ToSlash(rel); d.IsDir() {
			rel += "/"
		}
		out = append(out, rel)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	slices.Sort(out)
	return out
}

func TestInit(t *testing.T) {
	for _, tc := range []struct {
		opts  InitOptions
		files []string
	}{
		{InitOptions{}, []string{"./", "formulir/", "laporan/", "masuk/", "spotcheck.yaml", "unit.xlsx"}},
		{InitOptions{CSV: true}, []string{"./", "formulir/", "laporan/", "masuk/", "spotcheck.yaml", "unit.csv"}},
		{InitOptions{Instrument: "../answers/testdata/instrumen.yaml"}, []string{"./", "formulir/", "instrumen.yaml", "laporan/", "masuk/", "spotcheck.yaml", "unit.xlsx"}},
	} {
		dir := filepath.Join(t.TempDir(), "putaran", "2026")
		if err := Init(dir, tc.opts); err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(tc.files, tree(t, dir)); diff != "" {
			t.Errorf("%+v (-want +got):\n%s", tc.opts, diff)
		}
		r, problems, err := Load(t.Context(), dir)
		if err != nil || len(problems) > 0 {
			t.Fatalf("%+v: %v %v", tc.opts, err, problems)
		}
		if len(r.Units) != 2 || r.Units[1].Parent != r.Units[0].ID || len(r.Units[0].Products) != 2 {
			t.Errorf("%+v: sample units %+v", tc.opts, r.Units)
		}
		if types := []string{r.Units[0].Type, r.Units[1].Type}; !slices.Equal(types, []string{"dinas", "puskesmas"}) {
			t.Errorf("sample types %v", types)
		}
	}
}

// TestInitSettings: the golden file is what a user gets to read.
func TestInitSettings(t *testing.T) {
	dir := t.TempDir()
	if err := Init(dir, InitOptions{}); err != nil {
		t.Fatal(err)
	}
	got, err := os.ReadFile(filepath.Join(dir, ConfigFile))
	if err != nil {
		t.Fatal(err)
	}
	golden := filepath.Join("testdata", "spotcheck.yaml")
	if *update {
		if err := os.WriteFile(golden, got, 0o666); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), string(got)); diff != "" {
		t.Errorf("settings (-want +got):\n%s", diff)
	}
	config := Config{
		Entity: "Pemerintah Kabupaten Contoh", Period: "Periode 1", Instrument: library.Default, Layer: assess.Verifikasi, Register: "unit.xlsx",
		Inputs: []string{"masuk"}, Letterhead: Letterhead{Government: "Pemerintah Kabupaten Contoh", Office: "Inspektorat Daerah"}, Paper: A4,
	}
	if diff := cmp.Diff(config, load(t, dir).Config); diff != "" {
		t.Errorf("what it says (-want +got):\n%s", diff)
	}
}

// TestInitExamples: the commented examples of the template work when somebody
// takes the # away.
func TestInitExamples(t *testing.T) {
	dir := t.TempDir()
	if err := Init(dir, InitOptions{Instrument: "../answers/testdata/instrumen.yaml"}); err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile(filepath.Join(dir, ConfigFile))
	if err != nil {
		t.Fatal(err)
	}
	var lines []string
	for _, l := range strings.Split(string(data), "\n") {
		if strings.HasPrefix(l, "#  ") || len(l) > 1 && l[0] == '#' && l[1] != ' ' {
			l = l[1:]
		}
		lines = append(lines, l)
	}
	text := strings.Replace(strings.Join(lines, "\n"), "- E", "- B", 1)
	put(t, dir, ConfigFile, []byte(text))
	c := load(t, dir).Config
	if c.Date == "" || len(c.Use) != 1 || len(c.Exclude.IDs) != 1 || len(c.Team) != 2 || c.Signatories.Mengetahui == nil || !c.Example {
		t.Errorf("%+v\n%s", c, text)
	}
}

func TestInitRefuses(t *testing.T) {
	for _, tc := range []struct {
		name string
		opts InitOptions
		file string // in the way
		want problem.Code
	}{
		{"a round", InitOptions{}, ConfigFile, problem.RoundExists},
		{"a register", InitOptions{}, "unit.xlsx", problem.RoundExists},
		{"a file for a folder", InitOptions{}, "masuk", problem.OutputBlocked},
		{"no such instrument", InitOptions{Instrument: "x"}, "", problem.InstrumentAbsent},
		{"no such instrument file", InitOptions{Instrument: "x.yaml"}, "", problem.InstrumentAbsent},
	} {
		dir := t.TempDir()
		if tc.file != "" {
			put(t, dir, tc.file, []byte("isi"))
		}
		err := Init(dir, tc.opts)
		var p problem.Problem
		var list problem.List
		if errors.As(err, &list) && len(list) > 0 {
			p = list[0]
		}
		if !errors.As(err, &p) && p.Code == "" || p.Code != tc.want {
			t.Errorf("%s: %v", tc.name, err)
		}
		for _, f := range tree(t, dir) {
			if !strings.HasSuffix(f, "/") && f != tc.file {
				t.Errorf("%s: left %s", tc.name, f)
			}
		}
		if data, _ := os.ReadFile(filepath.Join(dir, tc.file)); tc.file != "" && string(data) != "isi" {
			t.Errorf("%s: %s was overwritten", tc.name, tc.file)
		}
	}
}

func TestBlankRegisterIsStable(t *testing.T) {
	in, problems := library.Load(library.Default)
	if in == nil {
		t.Fatal(problems)
	}
	var a, b bytes.Buffer
	if err := errors.Join(writeRegisterXLSX(&a, in), writeRegisterXLSX(&b, in)); err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(a.Bytes(), b.Bytes()) {
		t.Error("two blank registers differ")
	}
}
