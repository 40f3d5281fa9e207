package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"spotcheck/assess/round"
	"spotcheck/assess/sheet"
	"spotcheck/indicators/problem"
)

// rounds makes two copies of the example, the second without one indicator.
func rounds(t *testing.T) (sound, narrow string) {
	t.Helper()
	dirs := [2]string{t.TempDir(), t.TempDir()}
	for _, dir := range dirs {
		if err := os.CopyFS(dir, os.DirFS(example)); err != nil {
			t.Fatal(err)
		}
	}
	config := filepath.Join(dirs[1], round.ConfigFile)
	text, err := os.ReadFile(config)
	if err != nil {
		t.Fatal(err)
	}
	text = append(text, "\nexclude: [A1.1, B1.1]\nexclude_reason: uji\n"...)
	if err := os.WriteFile(config, text, 0o600); err != nil {
		t.Fatal(err)
	}
	return dirs[0], dirs[1]
}

// checked runs check and decodes what it prints.
func checkedJSON(t *testing.T, args ...string) (files []checkWire, code int, talk string) {
	t.Helper()
	var out, talked bytes.Buffer
	code = run(context.Background(), newApp(strings.NewReader(""), &out, &talked), append([]string{"check", "--format", "json"}, args...))
	var got struct {
		Schema string
		Files  []checkWire
	}
	in := json.NewDecoder(&out)
	in.DisallowUnknownFields()
	if err := in.Decode(&got); err != nil || got.Schema != checkSchema {
		t.Fatalf("%v, schema %q, %s", err, got.Schema, talked.String())
	}
	return got.Files, code, talked.String()
}

// Each file is read by the rules of the round it lies in, and keeps its place.
func TestCheckOfTwoRounds(t *testing.T) {
	sound, narrow := rounds(t)
	in := func(dir, name string) string { return filepath.Join(dir, round.InputDir, name) }
	files, code, _ := checkedJSON(t, in(narrow, "dinkes.xlsx"), in(sound, "dinkes.xlsx"), in(narrow, "disdukcapil.xlsx"))
	if code != exitPartly || len(files) != 3 {
		t.Fatalf("code %d, %d files", code, len(files))
	}
	var got []string
	for _, f := range files {
		got = append(got, string(f.State)+" "+f.Unit)
		if f.Errors != f.Problems.Errors() || f.Errors+f.Warnings != len(f.Problems) || f.Kind != round.KindForm || f.Name == "" || f.Annotated != "" {
			t.Errorf("%+v", f)
		}
	}
	if d := cmp.Diff([]string{"partly dinkes", "fine dinkes", "partly disdukcapil"}, got); d != "" {
		t.Error(d)
	}
	if a, b := files[0], files[1]; a.Answers != b.Answers-2 || a.Asked != b.Asked-2 || b.Problems == nil {
		t.Errorf("%+v\n%+v", a, b)
	}
	if err := os.WriteFile(filepath.Join(narrow, round.ConfigFile), []byte("schema: lain\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	var out, talk bytes.Buffer
	code = run(context.Background(), newApp(strings.NewReader(""), &out, &talk), []string{"check", in(sound, "dinkes.xlsx"), in(narrow, "dinkes.xlsx")})
	if code != exitRefused || out.Len() > 0 || !strings.Contains(talk.String(), filepath.ToSlash(narrow)+"/spotcheck.yaml") {
		t.Errorf("a broken round: code %d, %q, %q", code, out.String(), talk.String())
	}
}

// Two copies never share a name, and a file that changes meanwhile is not marked by
// what it said before.
func TestAnnotateFiles(t *testing.T) {
	_, narrow := rounds(t)
	a := newApp(strings.NewReader(""), io.Discard, io.Discard)
	twin := filepath.Join(t.TempDir(), "dinkes.xlsx")
	original := filepath.Join(narrow, round.InputDir, "dinkes.xlsx")
	data, err := os.ReadFile(original)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(twin, data, 0o600); err != nil {
		t.Fatal(err)
	}
	output := filepath.Join(t.TempDir(), "baru")
	lim := sheet.DefaultLimits()
	o := checkOptions{round: narrow, output: output, limits: &lim}
	files, err := checkFiles(t.Context(), a, []string{original, twin, filepath.Join(narrow, round.InputDir, "disdukcapil.xlsx")}, o)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(files[2].Full, data, 0o600); err != nil {
		t.Fatal(err)
	}
	for i := range files {
		if err := files[i].annotate(t.Context(), o); err != nil {
			t.Fatal(err)
		}
	}
	told := func(f checkedFile, code problem.Code) bool {
		return slices.ContainsFunc(f.Problems, func(p problem.Problem) bool { return p.Code == code })
	}
	if files[0].copy != filepath.ToSlash(filepath.Join(output, "dinkes-diperiksa.xlsx")) || told(files[0], problem.OutputBlocked) {
		t.Errorf("the first: %+v", files[0])
	}
	if files[1].copy != "" || !told(files[1], problem.OutputBlocked) {
		t.Errorf("the second of that name: %+v", files[1])
	}
	if files[2].copy != "" || !told(files[2], problem.NotAnnotated) {
		t.Errorf("the one that changed: %+v", files[2])
	}
	if found, _ := filepath.Glob(filepath.Join(output, "*")); len(found) != 1 {
		t.Errorf("written: %v", found)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if err := files[0].annotate(ctx, o); !errors.Is(err, context.Canceled) {
		t.Errorf("error %v", err)
	}
}

// Copies keep the ending by which offices tell macros and templates.
func TestCopyEnding(t *testing.T) {
	for ending, want := range map[string]string{".xlsx": ".xlsx", ".XLSX": ".xlsx", ".XLSM": ".xlsm", ".xltx": ".xltx", ".ods": ".xlsx", "": ".xlsx"} {
		if got := copyEnding(ending); got != want {
			t.Errorf("%q becomes %q", ending, got)
		}
	}
}

// Windows leaves patterns to programs.
func TestDistinct(t *testing.T) {
	t.Chdir(t.TempDir())
	for _, name := range []string{"a.xlsx", "b.xlsx", "c[1].xlsx"} {
		if err := os.WriteFile(name, nil, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	got := distinct([]string{"b.xlsx", "*.xlsx", "./a.xlsx", "c[1].xlsx", "*.csv", "tidak-ada.xlsx"})
	if d := cmp.Diff([]string{"b.xlsx", "a.xlsx", "c[1].xlsx", "*.csv", "tidak-ada.xlsx"}, got); d != "" {
		t.Error(d)
	}
}
