package annotate

import (
	"archive/zip"
	"bytes"
	"errors"
	"io"
	"reflect"
	"slices"
	"strings"
	"testing"

	"spotcheck/assess/sheet"
	"spotcheck/indicators/problem"
)

// FuzzParse: what is not changed stays, and a change is the one that was wanted.
func FuzzParse(f *testing.F) {
	for _, seed := range []string{some, "<a/>", "<a b='&#10;'><b/></a>", "<a><![CDATA[x]]></a>", "<p:a xmlns:p='u'><leaf><q/></leaf></p:a>"} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, src []byte) {
		d, err := parse(src, "leaf")
		if err != nil {
			return
		}
		if !bytes.Equal(d.bytes(), src) {
			t.Fatal("changed without a change")
		}
		d.set(d.root, "baru", "a<\"&\n")
		d.add(d.root, "<tambahan>x</tambahan>")
		next, err := parse(d.bytes(), "leaf")
		if err != nil {
			t.Fatalf("%q: %v", d.bytes(), err)
		}
		if next.root.attr("baru") != "a<\"&\n" || d.root.name.Local != "leaf" && len(next.root.kids) != len(d.root.kids)+1 {
			t.Fatalf("%q became %q", src, d.bytes())
		}
		for i, k := range d.root.kids {
			now := next.root.kids[i]
			if string(src[k.from:k.to]) != string(next.src[now.from:now.to]) {
				t.Fatalf("%q became %q", src[k.from:k.to], next.src[now.from:now.to])
			}
		}
	})
}

// FuzzCopy puts any text into the parts that a copy changes. Whatever comes out is
// refused, or a workbook with the same cells that can be marked again.
func FuzzCopy(f *testing.F) {
	data := smallBook(f)
	list := problem.List{
		problem.New(problem.ValueNotInScale, problem.Place{Sheet: "Isi", Cell: "B2"}, "uji").Seen("9", "1"),
		problem.New(problem.NoteUnused, problem.Place{Sheet: "Isi", Cell: "C9"}, "uji"),
	}
	marked, err := Copy(data, About{}, list, sheet.DefaultLimits())
	if err != nil {
		f.Fatal(err)
	}
	names := []string{"[Content_Types].xml", "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/styles1.xml", "xl/worksheets/_rels/sheet1.xml.rels",
		"xl/comments1.xml", "xl/drawings/vmlDrawing1.vml", "xl/worksheets/sheet1.xml", "xl/worksheets/sheet2.xml"}
	for i, name := range names {
		text, err := partOf(marked, name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(uint8(i), text)
	}
	f.Fuzz(func(t *testing.T, n uint8, text []byte) {
		odd := replaced(t, marked, names[int(n)%len(names)], text)
		lim := sheet.DefaultLimits()
		out, err := Copy(odd, About{}, list, lim)
		var p problem.Problem
		if err != nil {
			if !errors.As(err, &p) || p.Code != problem.NotAnnotated {
				t.Fatalf("%T %v", err, err)
			}
			return
		}
		again, err := Copy(out, About{}, list, lim)
		if err != nil {
			t.Fatalf("the copy cannot be marked: %v", err)
		}
		first, err1 := look(out, lim)
		second, err2 := look(again, lim)
		if err1 != nil || err2 != nil || !reflect.DeepEqual(first[1:], second[1:]) {
			t.Fatal("the cells of the second copy are others")
		}
	})
}

// smallBook is the least that is a workbook.
func smallBook(f *testing.F) []byte {
	f.Helper()
	const types = "application/vnd.openxmlformats-officedocument.spreadsheetml."
	e := editions[0]
	a, err := openArchive([]byte("PK\x05\x06"+strings.Repeat("\x00", 18)), 1<<20)
	if err != nil {
		f.Fatal(err)
	}
	for name, text := range map[string]string{
		"[Content_Types].xml":        `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="` + types + `sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="` + typeSheet + `"/></Types>`,
		"_rels/.rels":                `<Relationships xmlns="` + packageSpace + `"><Relationship Id="rId1" Type="` + e.linkSpace + `/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
		"xl/workbook.xml":            `<workbook xmlns="` + e.sheetSpace + `"><sheets><sheet name="Isi" sheetId="1" r:id="rId1" xmlns:r="` + e.linkSpace + `"/></sheets></workbook>`,
		"xl/_rels/workbook.xml.rels": `<Relationships xmlns="` + packageSpace + `"><Relationship Id="rId1" Type="` + e.linkSpace + `/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
		"xl/worksheets/sheet1.xml":   `<worksheet xmlns="` + e.sheetSpace + `"><sheetData><row r="2"><c r="B2"><v>9</v></c></row></sheetData></worksheet>`,
	} {
		a.put(name, []byte(text))
	}
	data, err := a.bytes()
	if err != nil {
		f.Fatal(err)
	}
	return data
}

func partOf(data []byte, name string) ([]byte, error) {
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, err
	}
	r, err := z.Open(name)
	if err != nil {
		return nil, err
	}
	return io.ReadAll(r)
}

func replaced(t *testing.T, data []byte, name string, text []byte) []byte {
	t.Helper()
	a, err := openArchive(data, 8<<20)
	if err != nil {
		t.Fatal(err)
	}
	a.put(name, slices.Clone(text))
	out, err := a.bytes()
	if err != nil {
		t.Fatal(err)
	}
	return out
}
