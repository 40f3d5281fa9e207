package pdf

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"regexp"
	"strings"
	"sync"
	"testing"

	"spotcheck/report"
)

func render(t testing.TB, d *report.Document) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := Render(&out, d); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func TestRenderIsDeterministic(t *testing.T) {
	want := render(t, sample(report.A4))
	if !bytes.Equal(want, render(t, sample(report.A4))) {
		t.Fatal("two renderings differ")
	}
	undatedDoc := sample(report.F4)
	undatedDoc.Date = ""
	if !bytes.Equal(render(t, undatedDoc), render(t, undatedDoc)) {
		t.Fatal("two renderings without a date differ")
	}
	if bytes.Equal(render(t, undatedDoc), render(t, sample(report.F4))) {
		t.Error("the date makes no difference")
	}
}

func TestRenderConcurrently(t *testing.T) {
	wide := sample(report.A4)
	wide.Footer += " №"
	for name, d := range map[string]*report.Document{"narrow": sample(report.A4), "wide": wide} {
		want := render(t, d)
		var group sync.WaitGroup
		for range 6 {
			group.Go(func() {
				var out bytes.Buffer
				if err := Render(&out, d); err != nil {
					t.Error(err)
				} else if !bytes.Equal(out.Bytes(), want) {
					t.Errorf("%s: a rendering beside others differs", name)
				}
			})
		}
		group.Wait()
	}
}

func TestRenderLeavesTheFontAlone(t *testing.T) {
	fonts := func() string {
		all := regularTTF + boldTTF
		for _, face := range []narrowFace{narrowRegular(), narrowBold()} {
			all += string(face.definition) + string(face.font)
		}
		return all
	}
	before := fonts()
	render(t, sample(report.A4))
	renderWide(t, sample(report.A4))
	if before != fonts() {
		t.Error("an embedded font was written to")
	}
}

func TestRenderRefuses(t *testing.T) {
	var out bytes.Buffer
	if err := Render(&out, nil); err == nil {
		t.Error("no document: no error")
	}
	d := &report.Document{Sections: []report.Section{{Blocks: []report.Block{report.Heading{}, &report.Table{}}}}}
	if err := Render(&out, d); err == nil || !strings.Contains(err.Error(), "section 1: block 2: unknown block *report.Table") {
		t.Errorf("unknown block: %v", err)
	}
	if out.Len() > 0 {
		t.Error("something was written before the error")
	}
	failure := errors.New("disk full")
	if err := Render(failingWriter{failure}, &report.Document{}); !errors.Is(err, failure) {
		t.Errorf("failing writer: %v", err)
	}
}

type failingWriter struct{ err error }

func (f failingWriter) Write([]byte) (int, error) { return 0, f.err }

// TestOutlinePointsAtHeadings: gofpdf measures bookmarks on the last page, which is
// upright here, while chapter B is on a page held sideways.
func TestOutlinePointsAtHeadings(t *testing.T) {
	out := render(t, sample(report.A4))
	dests := regexp.MustCompile(`/Dest \[(\d+) 0 R /XYZ 0 ([\d.]+) null\]`).FindAllSubmatch(out, -1)
	if len(dests) != 7 { // four chapters, three headings of level 1
		t.Fatalf("%d entries", len(dests))
	}
	top := func(height float64) string { return fmt.Sprintf("%.2f", (height-marginTop)/pt) }
	if got := string(dests[2][2]); got != top(210) {
		t.Errorf("chapter B at %s, want %s", got, top(210))
	}
	if got := string(dests[3][2]); got != top(297) {
		t.Errorf("chapter C at %s, want %s", got, top(297))
	}
}

func TestDocumentDate(t *testing.T) {
	for iso, want := range map[string]string{
		"2026-03-16": "2026-03-16", "": "2009-07-18", "kemarin": "2009-07-18", "0001-01-01": "2009-07-18",
	} {
		if got := documentDate(iso).Format("2006-01-02"); got != want {
			t.Errorf("%q: %s, want %s", iso, got, want)
		}
	}
}

// FuzzRender puts one text everywhere: no panic, no error, and nothing outside
// the margins or over something else.
func FuzzRender(f *testing.F) {
	f.Add("Dinas Sosial", 2, "2026-03-16", true)
	f.Add("😀 \x00\x1b[1m {nb} \\ ( ) \u202e العربية", 3, "", false)
	f.Add("a\n\nb\r\fc "+strings.Repeat("x", 200), 1, "0001-01-01", true)
	f.Fuzz(func(t *testing.T, text string, n int, date string, f4 bool) {
		if len(text) > 400 {
			text = text[:400]
		}
		d := stuffed(text, min(max(n, 0), 5))
		d.Date = date
		if f4 {
			d.Paper = report.F4
		}
		checkLayout(t, "fuzz", d)
		if err := Render(io.Discard, d); err != nil {
			t.Fatal(err)
		}
	})
}

// BenchmarkRender draws four pages: a summary, a heat map, findings.
func BenchmarkRender(b *testing.B) {
	d := sample(report.A4)
	d.Sections = d.Sections[:3]
	pages, err := layOut(d)
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		if err := Render(io.Discard, d); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(len(pages)), "pages")
}
