package xlsx

import (
	"archive/zip"
	"bytes"
	"crypto/sha256"
	"fmt"
	"io"
	"os"
	"os/exec"
	"slices"
	"strings"
	"sync"
	"testing"
)

// printDigest is set for the child processes of TestSameBytes.
const printDigest = "SPOTCHECK_TEST_DIGEST"

func TestMain(m *testing.M) {
	if os.Getenv(printDigest) == "" {
		os.Exit(m.Run())
	}
	sum := sha256.New()
	if err := Render(sum, sampleDocument()); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	fmt.Printf("%x", sum.Sum(nil))
}

// The same document gives the same bytes: again, at the same time, and in other
// processes, where maps are walked in another order.
func TestSameBytes(t *testing.T) {
	want := fmt.Sprintf("%x", sha256.Sum256(render(t, sampleDocument())))
	var wg sync.WaitGroup
	for range 4 {
		wg.Go(func() {
			sum := sha256.New()
			if err := Render(sum, sampleDocument()); err != nil {
				t.Error(err)
			}
			if got := fmt.Sprintf("%x", sum.Sum(nil)); got != want {
				t.Error("a goroutine gives other bytes")
			}
		})
	}
	wg.Wait()
	for range 3 {
		child := exec.Command(os.Args[0])
		child.Env = append(os.Environ(), printDigest+"=1")
		out, err := child.Output()
		if err != nil {
			t.Fatal(err)
		}
		if string(out) != want {
			t.Error("another process gives other bytes")
		}
	}
}

// Entries and content types are sorted.
func TestSortedParts(t *testing.T) {
	data := render(t, sampleDocument())
	in, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	if !slices.IsSortedFunc(in.File, func(a, b *zip.File) int { return strings.Compare(a.Name, b.Name) }) {
		t.Error("entries are not sorted")
	}
	if in.File[0].Name != "[Content_Types].xml" {
		t.Errorf("first entry is %s", in.File[0].Name)
	}
	part, err := in.File[0].Open()
	if err != nil {
		t.Fatal(err)
	}
	types, err := io.ReadAll(part)
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, piece := range strings.Split(string(types), `PartName="`)[1:] {
		names = append(names, piece[:strings.IndexByte(piece, '"')])
	}
	if len(names) < 10 || !slices.IsSorted(names) {
		t.Errorf("content types: %q", names)
	}
}
