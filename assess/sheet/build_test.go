package sheet

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
	"strings"
	"testing"

	"spotcheck/indicators/problem"
)

const (
	nsMain = `xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"`
	nsRel  = `xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"`
	relURI = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"

	sheetPart   = "xl/worksheets/sheet1.xml"
	stringsPart = "xl/sharedStrings.xml"
	stylesPart  = "xl/styles.xml"
	bookPart    = "xl/workbook.xml"
	bookRels    = "xl/_rels/workbook.xml.rels"
)

// bookParts is a workbook as its parts, for tests to take apart and to damage.
type bookParts struct {
	names []string // in the order of the archive; may hold one twice
	body  map[string]string
}

// soundBook is a small workbook: sheet Isi with sheetData, three shared
// strings (satu, dua, tiga) and four cell formats (general, date, percent, own
// date and time format).
func soundBook(sheetData string) *bookParts {
	b := &bookParts{body: make(map[string]string)}
	b.set("[Content_Types].xml", `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`)
	b.set("_rels/.rels", rels("rId1", "officeDocument", "xl/workbook.xml"))
	b.set(bookPart, `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>`+
		`<workbook `+nsMain+` `+nsRel+`><sheets><sheet name="Isi" sheetId="1" r:id="rId1"/></sheets></workbook>`)
	b.set(bookRels, rels("rId1", "worksheet", "worksheets/sheet1.xml",
		"rId2", "sharedStrings", "sharedStrings.xml", "rId3", "styles", "styles.xml"))
	b.set(stringsPart, `<sst `+nsMain+`><si><t>satu</t></si><si><t>dua</t></si><si><t>tiga</t></si></sst>`)
	b.set(stylesPart, `<styleSheet `+nsMain+`><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\-mm\-dd hh:mm"/></numFmts>`+
		`<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="10"/><xf numFmtId="164"/></cellXfs></styleSheet>`)
	return b.set(sheetPart, worksheet("<sheetData>"+sheetData+"</sheetData>"))
}

func worksheet(inside string) string {
	return `<worksheet ` + nsMain + `>` + inside + `</worksheet>`
}

// rels writes relationships from triples of id, kind and target.
func rels(triples ...string) string {
	var b strings.Builder
	b.WriteString(`<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">`)
	for i := 0; i < len(triples); i += 3 {
		fmt.Fprintf(&b, `<Relationship Id=%q Type=%q Target=%q/>`, triples[i], relURI+triples[i+1], triples[i+2])
	}
	return b.String() + `</Relationships>`
}

func (b *bookParts) set(name, body string) *bookParts {
	if _, ok := b.body[name]; !ok {
		b.names = append(b.names, name)
	}
	b.body[name] = body
	return b
}

func (b *bookParts) drop(name string) *bookParts {
	b.names = dropString(b.names, name)
	delete(b.body, name)
	return b
}

// replace edits one part; it panics if the text to replace is not there, so
// that a test cannot pass by changing nothing.
func (b *bookParts) replace(name, old, with string) *bookParts {
	if !strings.Contains(b.body[name], old) {
		panic(name + " does not contain " + old)
	}
	return b.set(name, strings.ReplaceAll(b.body[name], old, with))
}

// rename changes every entry name.
func (b *bookParts) rename(change func(string) string) *bookParts {
	body := make(map[string]string)
	for i, name := range b.names {
		b.names[i] = change(name)
		body[b.names[i]] = b.body[name]
	}
	b.body = body
	return b
}

func dropString(list []string, s string) []string {
	var kept []string
	for _, x := range list {
		if x != s {
			kept = append(kept, x)
		}
	}
	return kept
}

// zip packs the parts, compressed.
func (b *bookParts) zip() []byte {
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for _, name := range b.names {
		f, err := w.Create(name)
		if err == nil {
			_, err = f.Write([]byte(b.body[name]))
		}
		if err != nil {
			panic(err)
		}
	}
	if err := w.Close(); err != nil {
		panic(err)
	}
	return out.Bytes()
}

// readIsi opens the workbook and reads its sheet Isi.
func readIsi(data []byte, lim Limits) (*Sheet, error) {
	w, err := Open(data, lim)
	if err != nil {
		return nil, err
	}
	return w.Read("Isi")
}

// codeOf is the number of the problem that err is; empty if there is none.
func codeOf(t *testing.T, err error) problem.Code {
	t.Helper()
	if err == nil {
		return ""
	}
	var p problem.Problem
	if !errors.As(err, &p) {
		t.Fatalf("error is %T, not a problem: %v", err, err)
	}
	return p.Code
}

// dump is the content of a sheet on one line: A1=text:satu C2=number:5*; * marks
// a formula, - before a row a hidden one.
func dump(s *Sheet) string {
	names := map[Kind]string{
		Text: "text", Number: "number", Percent: "percent", Date: "date",
		Bool: "bool", Error: "error", NoValue: "novalue",
	}
	var out []string
	for _, row := range s.Rows {
		for _, c := range row.Cells {
			text := c.Ref(row.Number) + "=" + names[c.Kind] + ":" + c.Text
			if c.Formula {
				text += "*"
			}
			if row.Hidden {
				text = "-" + text
			}
			out = append(out, text)
		}
	}
	return strings.Join(out, " ")
}

// lyingZip is a sound workbook whose part name holds 64 MB of zeros but states
// another size.
func lyingZip(name string, stated uint64) []byte {
	b := soundBook("").drop(name)
	var packed bytes.Buffer
	fw, err := flate.NewWriter(&packed, flate.BestSpeed)
	if err != nil {
		panic(err)
	}
	sum := crc32.NewIEEE()
	zeros := make([]byte, 1<<20)
	for range 64 {
		sum.Write(zeros)
		fw.Write(zeros)
	}
	fw.Close()
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for _, part := range b.names {
		f, _ := w.Create(part)
		io.WriteString(f, b.body[part])
	}
	f, err := w.CreateRaw(&zip.FileHeader{
		Name: name, Method: zip.Deflate, CRC32: sum.Sum32(),
		CompressedSize64: uint64(packed.Len()), UncompressedSize64: stated,
	})
	if err != nil {
		panic(err)
	}
	f.Write(packed.Bytes())
	w.Close()
	return out.Bytes()
}
