package atomicfile

import (
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// What a power cut left is removed by the next run but one day, and nothing else is.
func TestStaleFilesAreRemoved(t *testing.T) {
	dir := t.TempDir()
	put := func(name string) string {
		if err := os.WriteFile(filepath.Join(dir, name), []byte("x"), 0o666); err != nil {
			t.Fatal(err)
		}
		return name
	}
	left := put(filepath.Base(tempName(dir)))
	kept := map[string]string{"a.txt": "x"}
	for _, name := range []string{".spotcheck-x.tmp", ".spotcheck-.tmp", ".spotcheck-!!-x.tmp", "spotcheck-1-x.tmp", ".spotcheck-1-x.bak", "a.txt", ".spotcheck-1-x.tmp.xlsx"} {
		kept[put(name)] = "x"
	}
	if err := os.MkdirAll(filepath.Join(dir, ".spotcheck-1-folder.tmp", "isi"), 0o777); err != nil {
		t.Fatal(err)
	}
	now := time.Now()
	removeStale(dir, now.Add(staleAfter-time.Hour))
	kept[left] = "x"
	expect(t, dir, kept)
	removeStale(dir, now.Add(staleAfter+time.Hour))
	delete(kept, left)
	expect(t, dir, kept)
	if _, err := os.Stat(filepath.Join(dir, ".spotcheck-1-folder.tmp", "isi")); err != nil {
		t.Error(err)
	}
}

// A write sweeps the folder it writes to, once.
func TestWriteSweeps(t *testing.T) {
	dir := t.TempDir()
	old := filepath.Join(dir, ".spotcheck-1-lama.tmp")
	for i, want := range []int{1, 2} { // the target alone, then with what came after the sweep
		if err := os.WriteFile(old, nil, 0o666); err != nil {
			t.Fatal(err)
		}
		if err := Write(filepath.Join(dir, "a"), text("a")); err != nil {
			t.Fatal(err)
		}
		if got := len(content(t, dir)); got != want {
			t.Errorf("write %d leaves %d files, want %d", i+1, got, want)
		}
	}
}

// Temporary files are dot files, as the intake passes over, and known as ours.
func TestTempName(t *testing.T) {
	dir := t.TempDir()
	name := ""
	err := Write(filepath.Join(dir, "a.xlsx"), func(io.Writer) error {
		for found := range content(t, dir) {
			name = found
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	made, ok := madeAt(name)
	if age := time.Since(made); !strings.HasPrefix(name, ".") || !ok || age < 0 || age > time.Hour {
		t.Errorf("%q, made %v ago, ours: %v", name, age, ok)
	}
}
