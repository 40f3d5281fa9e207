package pdf

import (
	"bytes"
	"encoding/xml"
	"os"
	"os/exec"
	"path/filepath"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"

	"spotcheck/report"
)

// poppler runs one of the poppler tools on a PDF: the judge of what we wrote.
func poppler(t *testing.T, pdf []byte, tool string, args ...string) []byte {
	t.Helper()
	if _, err := exec.LookPath(tool); err != nil {
		if os.Getenv("SPOTCHECK_ORACLES") == "1" {
			t.Fatalf("%s tidak ada", tool)
		}
		t.Skipf("DILEWATI: %s tidak ada", tool)
	}
	path := filepath.Join(t.TempDir(), "a.pdf")
	if err := os.WriteFile(path, pdf, 0o600); err != nil {
		t.Fatal(err)
	}
	args = append(args, path)
	if tool == "pdftotext" {
		args = append(args, "-")
	}
	var out, complaints bytes.Buffer
	cmd := exec.Command(tool, args...)
	cmd.Stdout, cmd.Stderr = &out, &complaints
	if err := cmd.Run(); err != nil || complaints.Len() > 0 {
		t.Fatalf("%s: %v %s", tool, err, complaints.String())
	}
	return out.Bytes()
}

// textsOf collects the strings of a document that a reader should see.
func textsOf(v reflect.Value) []string {
	unseen := []string{"Author", "Date", "Sheet", "Formula", "Choices"}
	var texts []string
	switch v.Kind() {
	case reflect.String:
		if v.Type() == reflect.TypeFor[string]() {
			texts = append(texts, v.String())
		}
	case reflect.Interface, reflect.Pointer:
		if !v.IsNil() {
			texts = textsOf(v.Elem())
		}
	case reflect.Slice:
		for i := range v.Len() {
			texts = append(texts, textsOf(v.Index(i))...)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			name := v.Type().Field(i).Name
			if name == "Group" && v.Type() == reflect.TypeFor[report.HeatColumn]() {
				continue // stands once over all its columns
			}
			if !slices.Contains(unseen, name) && !(name == "Name" && v.Type() == reflect.TypeFor[report.Cell]()) {
				texts = append(texts, textsOf(v.Field(i))...)
			}
		}
	}
	return texts
}

// TestEveryTextIsThere: each word of the document, as often as it stands there. The
// pale mark is left out, because it lies across the words.
func TestEveryTextIsThere(t *testing.T) {
	for _, paper := range []report.Paper{report.A4, report.F4} {
		d := sample(paper)
		d.Mark = ""
		found := map[string]int{}
		for _, word := range strings.Fields(string(poppler(t, render(t, d), "pdftotext", "-raw"))) {
			found[word]++
		}
		wanted := map[string]int{}
		for _, text := range textsOf(reflect.ValueOf(d)) {
			for _, word := range strings.Fields(clean(text)) {
				wanted[word]++
			}
		}
		for _, group := range []string{"prasarana,", "kinerja", "Pelaksana"} {
			wanted[group]++
		}
		if len(wanted) < 300 {
			t.Fatalf("the sample has only %d words", len(wanted))
		}
		for word, times := range wanted {
			if found[word] < min(times, 1) || found[word] < times && len(word) > 5 && !strings.ContainsAny(word, "/-") {
				t.Errorf("%s: %q is there %d times, want %d", paper, word, found[word], times)
			}
		}
	}
}

// bboxDoc is the output of pdftotext -bbox.
type bboxDoc struct {
	Pages []bboxPage `xml:"body>doc>page"`
}

type bboxPage struct {
	Width  float64    `xml:"width,attr"`
	Height float64    `xml:"height,attr"`
	Words  []bboxWord `xml:"word"`
}

type bboxWord struct {
	Left   float64 `xml:"xMin,attr"`
	Top    float64 `xml:"yMin,attr"`
	Right  float64 `xml:"xMax,attr"`
	Bottom float64 `xml:"yMax,attr"`
	Text   string  `xml:",chardata"`
}

func bboxes(t *testing.T, pdf []byte) []bboxPage {
	t.Helper()
	var doc bboxDoc
	decoder := xml.NewDecoder(bytes.NewReader(poppler(t, pdf, "pdftotext", "-bbox")))
	decoder.Strict, decoder.AutoClose, decoder.Entity = false, xml.HTMLAutoClose, xml.HTMLEntity
	if err := decoder.Decode(&doc); err != nil {
		t.Fatal(err)
	}
	return doc.Pages
}

func TestEveryWordIsOnThePage(t *testing.T) {
	for _, paper := range []report.Paper{report.A4, report.F4} {
		d := sample(paper)
		pages := bboxes(t, render(t, d))
		expected, err := layOut(d)
		if err != nil || len(pages) != len(expected) {
			t.Fatalf("%s: %d pages in the PDF, %d laid out, %v", paper, len(pages), len(expected), err)
		}
		for i, p := range pages {
			width, height := pageSize(paper, expected[i].landscape)
			if abs(p.Width*pt-width) > 0.1 || abs(p.Height*pt-height) > 0.1 {
				t.Errorf("%s: page %d is %.1f x %.1f mm", paper, i+1, p.Width*pt, p.Height*pt)
			}
			if len(p.Words) == 0 {
				t.Errorf("%s: page %d is empty", paper, i+1)
			}
			for _, w := range p.Words {
				if w.Left < 0 || w.Top < 0 || w.Right > p.Width || w.Bottom > p.Height {
					t.Errorf("%s: page %d: %q is outside", paper, i+1, w.Text)
				}
			}
		}
	}
}

func abs(x float64) float64 { return max(x, -x) }

func TestFooterOnEveryPage(t *testing.T) {
	d := sample(report.A4)
	pages := strings.Split(strings.TrimSuffix(string(poppler(t, render(t, d), "pdftotext", "-layout")), "\f"), "\f")
	footer := regexp.MustCompile(`SEMENTARA\s+Hasil penilaian mandiri.*Halaman (\d+) dari (\d+)`)
	for i, page := range pages {
		match := footer.FindStringSubmatch(page)
		if match == nil || match[1] != string(rune('1'+i)) || match[2] != string(rune('0'+len(pages))) {
			t.Errorf("page %d: footer %q", i+1, match)
		}
	}
}

func TestEmptyDocumentIsAPage(t *testing.T) {
	for name, d := range map[string]*report.Document{
		"nothing": {}, "no blocks": {Sections: []report.Section{{}, {}}},
		"blocks of nothing": {Sections: []report.Section{{Blocks: []report.Block{report.Table{}, report.Heat{}, report.Bars{},
			report.Figures{}, report.Fields{}, report.List{}, report.Strip{}, report.Card{}, report.Signatures{}, report.Paragraph{}}}}},
	} {
		pages := bboxes(t, render(t, d))
		if len(pages) != 1 {
			t.Errorf("%s: %d pages", name, len(pages))
		}
	}
}

// TestHostileTextsAreReadable: what a PDF cannot carry is replaced, the rest stays.
func TestHostileTextsAreReadable(t *testing.T) {
	d := &report.Document{Title: "Judul (dua) \\ tiga {nb}", Mark: "😀", Sections: []report.Section{{Title: "Bab\x00 satu", Blocks: []report.Block{
		report.Paragraph{Text: "emoji 😀 arab نعم akhir \x1b[31mmerah"},
		report.Heading{Text: "\u200b"},
	}}}}
	got := string(poppler(t, render(t, d), "pdftotext", "-layout"))
	for _, want := range []string{"Judul (dua) \\ tiga {nb}", "Bab□ satu", "emoji □ arab □□□ akhir □[31mmerah", "Halaman 1 dari 1"} {
		if !strings.Contains(got, want) {
			t.Errorf("lacks %q in %q", want, got)
		}
	}
}
