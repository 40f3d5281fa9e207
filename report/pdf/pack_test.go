package pdf

import (
	"bytes"
	"compress/zlib"
	"errors"
	"fmt"
	"io"
	"regexp"
	"strconv"
	"testing"

	"spotcheck/report"
)

// TestPack: every object is where the table says, and every stream unpacks to what
// gofpdf wrote.
func TestPack(t *testing.T) {
	d := sample(report.A4)
	pages, err := layOut(d)
	if err != nil {
		t.Fatal(err)
	}
	for name, kind := range map[string]func(*report.Document, []*page) interface{ Output(io.Writer) error }{
		"narrow": func(d *report.Document, p []*page) interface{ Output(io.Writer) error } { return drawn(d, p) },
		"wide":   func(d *report.Document, p []*page) interface{ Output(io.Writer) error } { return drawnWide(d, p) },
	} {
		var raw, packed bytes.Buffer
		if err := kind(d, pages).Output(&raw); err != nil {
			t.Fatal(err)
		}
		if err := pack(&packed, raw.Bytes()); err != nil {
			t.Fatal(name, err)
		}
		if packed.Len() > raw.Len()*3/4 {
			t.Errorf("%s: %d bytes of %d", name, packed.Len(), raw.Len())
		}
		before, after := objects(t, raw.Bytes()), objects(t, packed.Bytes())
		if len(before) < 20 || len(after) != len(before) {
			t.Fatalf("%s: %d objects, then %d", name, len(before), len(after))
		}
		for i, want := range before {
			if got := after[i]; !bytes.Equal(got, want) {
				t.Errorf("%s: object %d is %.80q, want %.80q", name, i+1, got, want)
			}
		}
	}
}

// objects finds the objects by the table at the end, streams unpacked.
func objects(t *testing.T, pdf []byte) [][]byte {
	t.Helper()
	offsets, _, _, err := references(pdf)
	if err != nil {
		t.Fatal(err)
	}
	squeezed := regexp.MustCompile(`^<</Filter /FlateDecode /Length (\d+)>>\nstream\n`)
	var out [][]byte
	for i, offset := range offsets {
		object, ok := bytes.CutPrefix(pdf[offset:], fmt.Appendf(nil, "%d 0 obj\n", i+1))
		if !ok {
			t.Fatalf("object %d is not at %d", i+1, offset)
		}
		m := squeezed.FindSubmatch(object)
		if m == nil {
			object, _, _ = bytes.Cut(object, []byte("\nendobj"))
			out = append(out, object)
			continue
		}
		size, _ := strconv.Atoi(string(m[1]))
		r, err := zlib.NewReader(bytes.NewReader(object[len(m[0]) : len(m[0])+size]))
		if err != nil {
			t.Fatal(err)
		}
		content, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, fmt.Appendf(nil, "<</Length %d>>\nstream\n%s\nendstream", len(content), content))
	}
	return out
}

func TestPackRefusesOtherFiles(t *testing.T) {
	for _, raw := range []string{
		"", "%PDF-1.4", "startxref\n", "startxref\n0\n%%EOF", "startxref\n99\n%%EOF\n",
		"%PDF\nxref\n0 9\nstartxref\n5\n%%EOF\n",
		"%PDF\nxref\n0 2\n0000000000 65535 f \n0000000900 00000 n \nstartxref\n5\n%%EOF\n",
		"%PDF\nxref\n0 2\n0000000000 65535 f \nabcdefghij 00000 n \nstartxref\n5\n%%EOF\n",
	} {
		if err := pack(io.Discard, []byte(raw)); !errors.Is(err, errForeign) {
			t.Errorf("%q: %v", raw, err)
		}
	}
}
