package main

import (
	"bytes"
	"context"
	"crypto/sha256"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"spotcheck/indicators/library"
)

// soak is how many forms the large corpus has; SPOTCHECK_SOAK raises it.
func soak(t *testing.T) string {
	n := os.Getenv("SPOTCHECK_SOAK")
	if n == "" {
		return "60"
	}
	if _, err := strconv.Atoi(n); err != nil {
		t.Fatalf("SPOTCHECK_SOAK: %v", err)
	}
	return n
}

// made makes a corpus and returns its folder.
func made(t *testing.T, flags ...string) string {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "putaran")
	if err := run(context.Background(), append([]string{dir}, flags...), io.Discard); err != nil {
		t.Fatal(err)
	}
	return dir
}

// check is what the command says of a corpus.
func check(dir string) (string, error) {
	var out bytes.Buffer
	err := run(context.Background(), []string{"--check", dir}, &out)
	return out.String(), err
}

// TestSoak: what was drawn comes out, and every fault is told where it is.
func TestSoak(t *testing.T) {
	out, err := check(made(t, "--forms", soak(t), "--damaged", "0.25"))
	if err != nil {
		t.Fatal(err, "\n", out)
	}
	if strings.Contains(out, " 0 of them") {
		t.Errorf("no form was damaged: %s", out)
	}
}

func TestEveryInstrument(t *testing.T) {
	for _, id := range library.IDs() {
		t.Run(id, func(t *testing.T) {
			if out, err := check(made(t, "--forms", "8", "--damaged", "0.3", "--seed", "5", "--instrument", id)); err != nil {
				t.Error(err, "\n", out)
			}
		})
	}
}

// TestCheckNotices: a check that finds nothing must be able to find something.
func TestCheckNotices(t *testing.T) {
	sound := made(t, "--forms", "8", "--damaged", "0", "--silent", "0")
	if out, err := check(sound); err != nil {
		t.Fatal(err, "\n", out)
	}
	for name, c := range map[string]struct {
		spoil func(t *testing.T, dir string)
		want  string
	}{
		"a score":                   {func(t *testing.T, dir string) { edit(t, dir, 3, 2, "1/3") }, "u00002: "},
		"the total":                 {func(t *testing.T, dir string) { edit(t, dir, 9, 5, "0.00") }, "all units together: "},
		"a fault that is not there": {func(t *testing.T, dir string) { edit(t, dir, 4, 6, "S301") }, "want [{S301  }]"},
		"a form that is damaged": {func(t *testing.T, dir string) {
			if err := os.WriteFile(firstForm(t, dir), []byte("PK"), 0o666); err != nil {
				t.Fatal(err)
			}
		}, "S10"},
	} {
		t.Run(name, func(t *testing.T) {
			dir := filepath.Join(t.TempDir(), "putaran")
			if err := os.CopyFS(dir, os.DirFS(sound)); err != nil {
				t.Fatal(err)
			}
			c.spoil(t, dir)
			if out, err := check(dir); err == nil || !strings.Contains(out, c.want) {
				t.Errorf("got %v, %q; want %q", err, out, c.want)
			}
		})
	}
}

// edit changes a field of harapan.csv.
func edit(t *testing.T, dir string, row, column int, text string) {
	t.Helper()
	file := filepath.Join(dir, wantsFile)
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(string(data), "\n")
	fields := strings.Split(lines[row], ",")
	fields[column] = text
	lines[row] = strings.Join(fields, ",")
	if err := os.WriteFile(file, []byte(strings.Join(lines, "\n")), 0o666); err != nil {
		t.Fatal(err)
	}
}

func firstForm(t *testing.T, dir string) string {
	t.Helper()
	found := ""
	err := filepath.WalkDir(filepath.Join(dir, "masuk"), func(path string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() && found == "" {
			found = path
		}
		return err
	})
	if err != nil || found == "" {
		t.Fatal("no form found", err)
	}
	return found
}

func TestSameSeedSameBytes(t *testing.T) {
	flags := []string{"--forms", "8", "--damaged", "0.5"}
	one, two := digest(t, made(t, flags...)), digest(t, made(t, flags...))
	if one != two {
		t.Error("the same flags give other bytes")
	}
	if digest(t, made(t, append(flags, "--seed", "2")...)) == one {
		t.Error("another seed gives the same bytes")
	}
}

func digest(t *testing.T, dir string) string {
	t.Helper()
	all := sha256.New()
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := os.ReadFile(path)
		name, _ := filepath.Rel(dir, path)
		fmt.Fprintf(all, "%s %d\n%s", name, len(data), data)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return fmt.Sprintf("%x", all.Sum(nil))
}

func TestUsage(t *testing.T) {
	for _, args := range [][]string{nil, {"--check"}, {"a", "b"}, {"a", "--forms", "0"}, {"a", "--instrument", "tiada"}} {
		if err := run(context.Background(), args, io.Discard); err == nil {
			t.Errorf("%q: no error", args)
		}
	}
	dir := made(t, "--forms", "1")
	if err := run(context.Background(), []string{dir}, io.Discard); err == nil {
		t.Error("a round was overwritten")
	}
}
