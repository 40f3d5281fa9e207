package atomicfile

import (
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"spotcheck/indicators/problem"
)

func text(s string) func(io.Writer) error {
	return func(w io.Writer) error {
		_, err := io.WriteString(w, s)
		return err
	}
}

// content is every file in dir, so that a leftover shows.
func content(t *testing.T, dir string) map[string]string {
	t.Helper()
	out := map[string]string{}
	err := filepath.WalkDir(dir, func(path string, d os.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := os.ReadFile(path)
		rel, _ := filepath.Rel(dir, path)
		out[filepath.ToSlash(rel)] = string(data)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func expect(t *testing.T, dir string, want map[string]string) {
	t.Helper()
	if diff := cmp.Diff(want, content(t, dir)); diff != "" {
		t.Errorf("folder (-want +got):\n%s", diff)
	}
}

func isBlocked(err error) bool {
	var p problem.Problem
	return errors.As(err, &p) && p.Code == problem.OutputBlocked
}

func TestWrite(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "baru", "a.txt")
	for _, s := range []string{"satu", "dua", strings.Repeat("x", 200_000)} {
		if err := Write(path, text(s)); err != nil {
			t.Fatal(err)
		}
		expect(t, dir, map[string]string{"baru/a.txt": s})
	}
}

func TestWriteKeepsTheOldFile(t *testing.T) {
	own := errors.New("gagal")
	for name, render := range map[string]func(io.Writer) error{
		"error":            func(io.Writer) error { return own },
		"error after half": func(w io.Writer) error { return errors.Join(text(strings.Repeat("x", 100_000))(w), own) },
	} {
		dir := t.TempDir()
		path := filepath.Join(dir, "a.txt")
		if err := Write(path, text("lama")); err != nil {
			t.Fatal(err)
		}
		if err := Write(path, render); !errors.Is(err, own) || isBlocked(err) {
			t.Errorf("%s: %v", name, err)
		}
		expect(t, dir, map[string]string{"a.txt": "lama"})
	}
}

func TestWriteAfterAPanic(t *testing.T) {
	dir := t.TempDir()
	err := WriteAll(t.Context(), []File{
		{filepath.Join(dir, "a"), text("a")},
		{filepath.Join(dir, "b"), func(io.Writer) error { panic("b") }},
	})
	if err == nil || !strings.Contains(err.Error(), "panic: b") {
		t.Errorf("a panic ended as %v", err)
	}
	expect(t, dir, map[string]string{})
}

func TestWriteAll(t *testing.T) {
	dir := t.TempDir()
	a, b, c := filepath.Join(dir, "a"), filepath.Join(dir, "b"), filepath.Join(dir, "sub", "c")
	if err := Write(a, text("lama")); err != nil {
		t.Fatal(err)
	}
	if err := WriteAll(t.Context(), []File{{a, text("A")}, {b, text("B")}, {c, text("C")}}); err != nil {
		t.Fatal(err)
	}
	expect(t, dir, map[string]string{"a": "A", "b": "B", "sub/c": "C"})
}

func TestWriteAllOrNothing(t *testing.T) {
	dir := t.TempDir()
	a, b, c := filepath.Join(dir, "a"), filepath.Join(dir, "b"), filepath.Join(dir, "c")
	if err := Write(a, text("lama")); err != nil {
		t.Fatal(err)
	}
	fail := func(io.Writer) error { return errors.New("gagal") }
	if err := WriteAll(t.Context(), []File{{a, text("A")}, {b, fail}}); err == nil || isBlocked(err) {
		t.Errorf("a failed render: %v", err)
	}
	expect(t, dir, map[string]string{"a": "lama"})

	// A folder takes the place of c while everything is rendered already.
	block := func(io.Writer) error { return os.MkdirAll(filepath.Join(c, "isi"), 0o777) }
	err := WriteAll(t.Context(), []File{{a, text("A")}, {b, text("B")}, {c, block}})
	if !isBlocked(err) {
		t.Errorf("a blocked target: %v", err)
	}
	expect(t, dir, map[string]string{"a": "lama"})
}

func TestWriteAllCancelled(t *testing.T) {
	dir := t.TempDir()
	ctx, cancel := context.WithCancel(t.Context())
	stop := func(io.Writer) error { cancel(); return nil }
	for _, files := range [][]File{
		{{filepath.Join(dir, "a"), text("A")}, {filepath.Join(dir, "b"), stop}, {filepath.Join(dir, "c"), text("C")}},
		{{filepath.Join(dir, "a"), text("A")}},
	} {
		if err := WriteAll(ctx, files); !errors.Is(err, context.Canceled) {
			t.Errorf("error %v", err)
		}
		expect(t, dir, map[string]string{})
	}
}

func TestBlocked(t *testing.T) {
	dir := t.TempDir()
	file := filepath.Join(dir, "berkas")
	if err := Write(file, text("x")); err != nil {
		t.Fatal(err)
	}
	folder := filepath.Join(dir, "folder")
	if err := os.Mkdir(folder, 0o777); err != nil {
		t.Fatal(err)
	}
	for name, path := range map[string]string{"a folder there": folder, "a file for a folder": filepath.Join(file, "a")} {
		if err := Write(path, text("y")); !isBlocked(err) || strings.Contains(err.Error(), ".tmp") {
			t.Errorf("%s: %v", name, err)
		}
	}
	expect(t, dir, map[string]string{"berkas": "x"})
}

func TestCopyFile(t *testing.T) {
	dir := t.TempDir()
	a, b := filepath.Join(dir, "a"), filepath.Join(dir, "b")
	if err := Write(a, text("isi")); err != nil {
		t.Fatal(err)
	}
	if err := copyFile(a, b); err != nil {
		t.Fatal(err)
	}
	if err := copyFile(a, b); !errors.Is(err, os.ErrExist) {
		t.Errorf("a copy over a file: %v", err)
	}
	expect(t, dir, map[string]string{"a": "isi", "b": "isi"})
}
