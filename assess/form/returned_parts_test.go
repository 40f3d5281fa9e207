package form_test

import (
	"archive/zip"
	"bytes"
	"io"
	"maps"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// bookParts are the parts of a workbook, for changes at the level of the file.
type bookParts struct {
	t     *testing.T
	parts map[string]string
}

// patched changes the parts of a workbook.
func patched(t *testing.T, data []byte, do func(bookParts)) []byte {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	p := bookParts{t, map[string]string{}}
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		text, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		p.parts[f.Name] = string(text)
	}
	do(p)
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for _, name := range slices.Sorted(maps.Keys(p.parts)) {
		part, err := w.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := io.WriteString(part, p.parts[name]); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// The parts that variations change; sheetUnit is the one called Penilaian.
const (
	partBook    = "xl/workbook.xml"
	partStyles  = "xl/styles.xml"
	partStrings = "xl/sharedStrings.xml"
	partTypes   = "[Content_Types].xml"
	partUnit    = "xl/worksheets/sheet3.xml"
	partLinks   = "xl/_rels/workbook.xml.rels"
)

// swap replaces text that must be there.
func (p bookParts) swap(part, old, text string) {
	p.t.Helper()
	if !strings.Contains(p.parts[part], old) {
		p.t.Fatalf("no %q in %s:\n%.1500s", old, part, p.parts[part])
	}
	p.parts[part] = strings.Replace(p.parts[part], old, text, 1)
}

// all replaces every match of a pattern, of which there must be one.
func (p bookParts) all(part, pattern, text string) {
	p.t.Helper()
	re := regexp.MustCompile("(?s)" + pattern)
	if !re.MatchString(p.parts[part]) {
		p.t.Fatalf("no %q in %s:\n%.1500s", pattern, part, p.parts[part])
	}
	p.parts[part] = re.ReplaceAllString(p.parts[part], text)
}

// store replaces a cell of Penilaian by what a program stored: what stands
// behind the address, up to the end tag.
func (p bookParts) store(cell, stored string) {
	p.t.Helper()
	p.all(partUnit, `<c r="`+cell+`"[^>]*?(/>|>.*?</c>)`, `<c r="`+cell+`" `+strings.ReplaceAll(stored, "$", "$$")+`</c>`)
}

// storing is a variation in which a cell of Penilaian is stored so.
func storing(cell, content string) func(bookParts) {
	return func(p bookParts) { p.store(cell, content) }
}

// inline is how a text stands in the cell itself.
func inline(s string) string {
	return `t="inlineStr"><is><t xml:space="preserve">` + escaped(s) + `</t></is>`
}

// everySheet changes the parts of all sheets.
func (p bookParts) everySheet(do func(string) string) {
	for name, content := range p.parts {
		if strings.HasPrefix(name, "xl/worksheets/sheet") {
			p.parts[name] = do(content)
		}
	}
}
