package atomicfile

import (
	"errors"
	"os"
	"path/filepath"
	"syscall"
	"testing"
	"time"
)

func TestPersist(t *testing.T) {
	violation := &os.LinkError{Op: "rename", Err: syscall.Errno(32)}
	denied := &os.LinkError{Op: "rename", Err: syscall.Errno(5)}
	full := &os.LinkError{Op: "rename", Err: syscall.Errno(112)}
	for _, tc := range []struct {
		name    string
		results []error // of each try in turn; the last one stays
		tries   int
		want    error
	}{
		{"at once", []error{nil}, 1, nil},
		{"held for a moment", []error{violation, denied, nil}, 3, nil},
		{"held at the last try but one", []error{violation, violation, violation, violation, nil}, 5, nil},
		{"held for good", []error{violation}, 5, violation},
		{"something else", []error{full}, 1, full},
		{"held, then something else", []error{denied, full}, 2, full},
	} {
		tries, slept := 0, time.Duration(0)
		err := persist(func() error {
			tries++
			return tc.results[min(tries, len(tc.results))-1]
		}, sharing, func(d time.Duration) { slept += d })
		if err != tc.want || tries != tc.tries || slept != time.Duration(tries-1)*50*time.Millisecond {
			t.Errorf("%s: %v after %d tries and %v", tc.name, err, tries, slept)
		}
	}
}

func TestRename(t *testing.T) {
	dir := t.TempDir()
	a, b := filepath.Join(dir, "a"), filepath.Join(dir, "b")
	if err := Write(a, text("isi")); err != nil {
		t.Fatal(err)
	}
	if err := rename(a, b); err != nil {
		t.Fatal(err)
	}
	expect(t, dir, map[string]string{"b": "isi"})
	if err := rename(a, b); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("a file that is not there: %v", err)
	}
}
