package pdf

import (
	"bytes"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/jung-kurt/gofpdf"

	"spotcheck/report"
)

// renderWide is Render in wide faces, whatever the document says.
func renderWide(t testing.TB, d *report.Document) []byte {
	t.Helper()
	pages, err := layOut(d)
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	if err := finish(&out, drawnWide(d, pages)); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func isWide(pdf []byte) bool { return bytes.Contains(pdf, []byte("/Subtype /Type0")) }

// everyRune is a document with all runes of charset, in both faces.
func everyRune() *report.Document {
	var lines []string
	for i := range 14 {
		var line strings.Builder
		for _, r := range charset.runes[32+16*i : 48+16*i] {
			line.WriteString(string(r) + " ")
		}
		lines = append(lines, strings.TrimSpace(line.String()))
	}
	text := strings.Join(lines, "\n")
	return &report.Document{Title: "“Semua” − ½", Sections: []report.Section{{Title: "Bab – satu", Blocks: []report.Block{
		report.Paragraph{Text: text}, report.Paragraph{Text: text, Style: report.Lead},
	}}}}
}

// TestFacesAreAlike: a document reads and looks the same in narrow and wide faces.
func TestFacesAreAlike(t *testing.T) {
	in := exampleInput(t)
	for name, d := range map[string]*report.Document{
		"sample": sample(report.A4), "F4": sample(report.F4), "runes": everyRune(),
		"recap": in.Recap(), "unit": in.Unit(in.Map.Units[0], report.UnitRows),
	} {
		narrow, wide := render(t, d), renderWide(t, d)
		if isWide(narrow) || !isWide(wide) {
			t.Fatalf("%s: faces wide %v and %v", name, isWide(narrow), isWide(wide))
		}
		titles := regexp.MustCompile(`/Title .*`)
		if a, b := titles.FindAll(narrow, -1), titles.FindAll(wide, -1); !slices.EqualFunc(a, b, bytes.Equal) || len(a) < 2 {
			t.Errorf("%s: titles %q and %q", name, a, b)
		}
		for _, form := range []string{"-raw", "-layout", "-bbox"} {
			if a, b := poppler(t, narrow, "pdftotext", form), poppler(t, wide, "pdftotext", form); !bytes.Equal(a, b) {
				t.Errorf("%s: pdftotext %s differs", name, form)
			}
		}
		if a, b := poppler(t, narrow, "pdftoppm", "-gray", "-r", "50"), poppler(t, wide, "pdftoppm", "-gray", "-r", "50"); !bytes.Equal(a, b) {
			t.Errorf("%s: the pages look different", name)
		}
	}
}

func TestEveryRuneIsRead(t *testing.T) {
	text := string(poppler(t, render(t, everyRune()), "pdftotext", "-raw"))
	for r := range charset.bytes {
		if got := strings.Count(text, string(r)); got < 2 && r != nbsp { // which pdftotext takes for a space
			t.Errorf("%q is there %d times, want 2", r, got)
		}
	}
}

// TestOtherRunesTakeWideFaces: one rune outside charset, wherever it stands, and the
// whole document is set in wide faces.
func TestOtherRunesTakeWideFaces(t *testing.T) {
	for _, place := range []func(*report.Document){
		func(d *report.Document) { d.Footer += " №" },
		func(d *report.Document) { d.Mark = "№" },
		func(d *report.Document) { d.Sections[0].Title += " №" },
	} {
		d := sample(report.A4)
		place(d)
		if !isWide(render(t, d)) {
			t.Error("narrow faces have no №")
		}
	}
	d := sample(report.A4)
	d.Sections[0].Blocks = append(d.Sections[0].Blocks, report.Paragraph{Text: "emoji 😀 ✓"}) // drawn as □ and √
	if isWide(render(t, d)) {
		t.Error("stand-ins take wide faces")
	}
}

// TestCutFont: the cut font has the advances of the whole one, here and in gofpdf,
// for the runes of charset and for no others.
func TestCutFont(t *testing.T) {
	for name, font := range map[string]struct {
		ttf  string
		m    metrics
		face narrowFace
	}{"regular": {regularTTF, regularMetrics(), narrowRegular()}, "bold": {boldTTF, boldMetrics(), narrowBold()}} {
		small := cut(font.ttf, func(r rune) bool { _, ok := charset.bytes[r]; return ok })
		if len(small) > len(font.ttf)/5 {
			t.Errorf("%s: %d bytes left of %d", name, len(small), len(font.ttf))
		}
		m := readMetrics(string(small))
		for r := range rune(0xFFFF) {
			if _, kept := charset.bytes[r]; kept != m.has(r) || kept && m.advance(r) != font.m.advance(r) {
				t.Errorf("%s: U+%04X: kept %v, has %v, %d wide of %d", name, r, kept, m.has(r), m.advance(r), font.m.advance(r))
			}
		}
		pdf := gofpdf.New("P", "mm", "A4", "")
		pdf.AddFontFromBytes("x", "", font.face.definition, font.face.font)
		pdf.AddUTF8FontFromBytes("y", "", []byte(font.ttf))
		pdf.SetFont("x", "", 10)
		for code, r := range charset.runes {
			if got := pdf.GetStringSymbolWidth(string([]byte{byte(code)})); got != font.m.advance(r) {
				t.Errorf("%s: %q is %d wide in gofpdf, %d here", name, r, got, font.m.advance(r))
			}
		}
		narrow, wide := pdf.GetFontDesc("x", ""), pdf.GetFontDesc("y", "")
		narrow.Flags, narrow.MissingWidth, wide.Flags, wide.MissingWidth = 0, 0, 0, 0
		if narrow != wide {
			t.Errorf("%s: the narrow face is %+v, the wide one %+v", name, narrow, wide)
		}
	}
}
