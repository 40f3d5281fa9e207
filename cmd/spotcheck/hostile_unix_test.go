//go:build unix

package main

import (
	"bytes"
	"encoding/json"
	"net"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
	"unicode"

	"github.com/google/go-cmp/cmp"

	"spotcheck/assess"
	"spotcheck/assess/round"
)

// TestHostileFolder puts beside sound forms what no reader expects among inputs. The
// forms count as before, each of the others is told of or passed over, nothing waits,
// and no name reaches the terminal as it is.
func TestHostileFolder(t *testing.T) {
	dir, _ := rounds(t)
	before, _, _ := scoredJSON(t, dir)
	in := func(name string) string { return filepath.Join(dir, round.InputDir, name) }
	form, err := os.ReadFile(in("dinkes.xlsx"))
	if err != nil {
		t.Fatal(err)
	}
	must := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	put := func(name string, data []byte) { must(os.WriteFile(in(name), data, 0o666)) }
	told := map[string]string{ // a piece of the name -> its number
		"antre.xlsx": "S101", "lingkar.xlsx": "S101", "tak-berujung.csv": "S101", "hilang.xlsx": "S101",
		"kosong.xlsx": "S102", "kosong.csv": "S402", "potong.xlsx": "S106", "baris": "S102", "layar": "S102", "balik": "S102", "rusak": "S102",
	}
	must(syscall.Mkfifo(in("antre.xlsx"), 0o666))
	must(os.Symlink("lingkar.xlsx", in("lingkar.xlsx")))
	must(os.Symlink("/dev/zero", in("tak-berujung.csv")))
	must(os.Symlink("tidak-ada", in("hilang.xlsx")))
	must(os.Symlink(dir, in("atas"))) // a folder above: it is not walked into
	must(os.Mkdir(in("folder.xlsx"), 0o777))
	put("kosong.xlsx", nil)
	put("kosong.csv", nil)
	put("potong.xlsx", form[:len(form)/2])
	put("baris\nbaru.xlsx", []byte("x"))
	put("hapus\x1b[2J\x1b]0;layar\x07.xlsx", []byte("x"))
	put("balik\u202exslx.xlsx", []byte("x"))
	put("rusak\xff\xfe.xlsx", []byte("x"))
	put(".spotcheck-1-lama.tmp", form)
	put("~$dinkes.xlsx", form)
	put(".~lock.dinkes.xlsx#", form)
	long := strings.Repeat("panjang-", 30) + ".xlsx"
	put(long, []byte("x"))
	told["panjang-panjang-"] = "S102"
	socket, err := net.Listen("unix", shortSocket(t, in("soket.xlsx")))
	must(err)
	defer func() { _ = socket.Close() }()
	if os.Getuid() != 0 { // root reads everything
		put("terkunci.xlsx", form)
		must(os.Chmod(in("terkunci.xlsx"), 0))
		told["terkunci.xlsx"] = "S101"
	}

	type ending struct {
		after assess.File
		code  int
		talk  string
	}
	done := make(chan ending, 1)
	go func() {
		after, code, talk := scoredJSON(t, dir)
		done <- ending{after, code, talk}
	}()
	var got ending
	select {
	case got = <-done:
	case <-time.After(2 * time.Minute):
		t.Fatal("it waits for one of the files")
	}
	if got.code != exitPartly {
		t.Errorf("code %d", got.code)
	}
	if d := cmp.Diff(before.Units, got.after.Units); d != "" {
		t.Error(d)
	}
	for line := range strings.Lines(got.talk) {
		if i := strings.IndexFunc(strings.TrimSuffix(line, "\n"), func(r rune) bool { return unicode.IsControl(r) || unicode.Is(unicode.Cf, r) }); i >= 0 {
			t.Errorf("said: %q", line)
		}
	}
	for piece, code := range told {
		found := false
		for _, p := range got.after.Problems {
			found = found || strings.Contains(p.File, piece) && string(p.Code) == code
		}
		if !found {
			t.Errorf("no %s of %s in %v", code, piece, got.after.Problems)
		}
	}
	for _, p := range got.after.Problems {
		for _, name := range []string{"lock", "~$", ".tmp", "folder.xlsx"} {
			if strings.Contains(p.File, name) {
				t.Errorf("told of %s: %v", name, p)
			}
		}
	}
}

// shortSocket links a folder that is deep below to a name that a socket may have.
func shortSocket(t *testing.T, path string) string {
	t.Helper()
	short, err := os.MkdirTemp("/tmp", "s")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = os.RemoveAll(short) })
	if err := os.Symlink(filepath.Dir(path), filepath.Join(short, "m")); err != nil {
		t.Fatal(err)
	}
	return filepath.Join(short, "m", filepath.Base(path))
}

// scoredJSON runs score and decodes what it prints.
func scoredJSON(t *testing.T, dir string) (result assess.File, code int, talk string) {
	var out, talked bytes.Buffer
	code = run(t.Context(), newApp(strings.NewReader(""), &out, &talked), []string{"score", dir, "--format", "json"})
	if err := json.Unmarshal(out.Bytes(), &result); err != nil {
		t.Errorf("%v: %s", err, talked.String())
	}
	return result, code, talked.String()
}
