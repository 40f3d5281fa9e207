package sheet

import (
	"fmt"
	"strings"
	"testing"

	"spotcheck/indicators/problem"
)

// badCell is sheet data that must be refused: by which number, and at which
// cell where there is one.
type badCell struct {
	name, data string
	want       problem.Code
	cell       string
}

func refuse(t *testing.T, tests []badCell) {
	t.Helper()
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			s, err := readIsi(soundBook(tt.data).zip(), DefaultLimits())
			if got := codeOf(t, err); got != tt.want {
				t.Fatalf("got %q, %v (sheet %v), want %s", got, err, s, tt.want)
			}
			p := err.(problem.Problem)
			if p.Cell != tt.cell || p.Sheet != "Isi" || !strings.Contains(p.Message, sheetPart) {
				t.Errorf("%v: told at %q!%q, want Isi!%s and the part", err, p.Sheet, p.Cell, tt.cell)
			}
		})
	}
}

func TestBadAddresses(t *testing.T) {
	const one = `<row r="1"><c r="A1"><v>1</v></c></row>`
	refuse(t, []badCell{
		{"row twice", one + one, "S111", ""},
		{"row twice, apart", one + `<row r="9"/>` + one, "S111", ""},
		{"row twice, empty", one + `<row r="1"/>`, "S111", ""},
		{"cell twice", `<row r="1"><c r="A1"><v>1</v></c><c r="A1"><v>2</v></c></row>`, "S111", "A1"},
		{"cell twice, out of order", `<row r="1"><c r="B1"/><c r="A1"/><c r="B1"><v>2</v></c></row>`, "S111", "B1"},
		{"row far out", `<row r="2147483647"><c><v>1</v></c></row>`, "S110", ""},
		{"row beyond the last", `<row r="1048577"/>`, "S110", ""},
		{"row negative", `<row r="-1"/>`, "S110", ""},
		{"row zero", `<row r="0"/>`, "S110", ""},
		{"row not a number", `<row r="1.0"/>`, "S110", ""},
		{"row empty", `<row r=""/>`, "S110", ""},
		{"row after the last", `<row r="1048576"/><row/>`, "S110", ""},
		{"row without number out of order", `<row r="5"/><row r="1"/><row/>`, "S110", ""},
		{"column beyond the last", `<row r="1"><c r="XFE1"/></row>`, "S110", ""},
		{"column ZZZZZ", `<row r="1"><c r="ZZZZZ1"><v>1</v></c></row>`, "S110", ""},
		{"cell of another row", `<row r="1"><c r="A2"><v>1</v></c></row>`, "S110", ""},
		{"cell without letters", `<row r="1"><c r="1"/></row>`, "S110", ""},
		{"cell without number", `<row r="1"><c r="A"/></row>`, "S110", ""},
		{"cell with dollar", `<row r="1"><c r="$A$1"/></row>`, "S110", ""},
		{"cell without address out of order", `<row r="1"><c r="C1"/><c r="A1"/><c><v>1</v></c></row>`, "S110", ""},
		{"cell after the last", `<row r="1"><c r="XFD1"/><c/></row>`, "S110", ""},
		{"format out of range", `<row r="1"><c r="A1" s="99"><v>1</v></c></row>`, "S110", "A1"},
		{"format negative", `<row r="1"><c r="A1" s="-1"><v>1</v></c></row>`, "S110", "A1"},
	})
}

func TestBadValues(t *testing.T) {
	refuse(t, []badCell{
		{"shared text out of range", `<row r="1"><c r="A1" t="s"><v>99999</v></c></row>`, "S112", "A1"},
		{"shared text one too far", `<row r="1"><c r="A1" t="s"><v>3</v></c></row>`, "S112", "A1"},
		{"shared text negative", `<row r="1"><c r="A1" t="s"><v>-1</v></c></row>`, "S112", "A1"},
		{"shared text nowhere", `<row r="1"><c r="A1" t="s"><v></v></c></row>`, "S112", "A1"},
		{"NaN", `<row r="7"><c r="C7"><v>NaN</v></c></row>`, "S115", "C7"},
		{"infinity", `<row r="1"><c r="A1"><v>1e999</v></c></row>`, "S115", "A1"},
		{"vanishing", `<row r="1"><c r="A1"><v>1e-999</v></c></row>`, "S115", "A1"},
		{"word in number", `<row r="1"><c r="A1"><v>abc</v></c></row>`, "S115", "A1"},
		{"comma in number", `<row r="1"><c r="A1" t="n"><v>87,5</v></c></row>`, "S115", "A1"},
		{"word in formula", `<row r="1"><c r="A1"><f>B1</f><v>abc</v></c></row>`, "S115", "A1"},
		{"boolean 2", `<row r="1"><c r="A1" t="b"><v>2</v></c></row>`, "S115", "A1"},
		{"error without name", `<row r="1"><c r="A1" t="e"><v/></c></row>`, "S115", "A1"},
		{"date that is none", `<row r="1"><c r="A1" t="d"><v>2026-02-30</v></c></row>`, "S115", "A1"},
		{"unknown type", `<row r="1"><c r="A1" t="x"><v>1</v></c></row>`, "S115", "A1"},
		{"inline text in v", `<row r="1"><c r="A1" t="inlineStr"><v>x</v></c></row>`, "S115", "A1"},
		{"inline text of a number", `<row r="1"><c r="A1"><is><t>x</t></is></c></row>`, "S115", "A1"},
	})
}

func TestBadStructure(t *testing.T) {
	refuse(t, []badCell{
		{"two values", `<row r="1"><c r="A1"><v>1</v><v>2</v></c></row>`, "S107", "A1"},
		{"two texts", `<row r="1"><c r="A1" t="inlineStr"><is><t>a</t><t>b</t></is></c></row>`, "S107", ""},
		{"text after run", `<row r="1"><c r="A1" t="inlineStr"><is><r><t>a</t></r><t>b</t></is></c></row>`, "S107", ""},
		{"element in value", `<row r="1"><c r="A1"><v>1<b/>2</v></c></row>`, "S107", ""},
		{"unknown element in row", `<row r="1"><x><c r="A1"><v>1</v></c></x></row>`, "S107", ""},
		{"unknown element among rows", `<rows><row r="1"/></rows>`, "S107", ""},
		{"text among cells", `<row r="1">5<c r="A1"/></row>`, "S107", ""},
		{"literal text among cells", `<row r="1"><![CDATA[5]]></row>`, "S107", ""},
		{"hidden neither yes nor no", `<row r="1" hidden="maybe"/>`, "S107", ""},
	})
}

func TestBadMarkup(t *testing.T) {
	refuse(t, []badCell{
		{"tags cross", `<row r="1"><c r="A1"><v>1</c></v></row>`, "S107", ""},
		{"tag not closed", `<row r="1"><c r="A1"><v>1</v></row>`, "S107", ""},
		{"tag closed twice", `<row r="1"/></row>`, "S107", ""},
		{"attribute twice", `<row r="1" r="2"/>`, "S107", ""},
		{"attribute without quotes", `<row r=1/>`, "S107", ""},
		{"attribute without value", `<row r/>`, "S107", ""},
		{"attributes touch", `<row r="1"spans="1:2"/>`, "S107", ""},
		{"attribute with <", `<row r="<"/>`, "S107", ""},
		{"name begins with digit", `<1row/>`, "S107", ""},
		{"bare &", `<row r="1"><c r="A1" t="str"><v>a & b</v></c></row>`, "S107", ""},
		{"reference to no character", `<row r="1"><c r="A1" t="str"><v>&#0;</v></c></row>`, "S107", ""},
		{"reference to half a character", `<row r="1"><c r="A1" t="str"><v>&#xD800;</v></c></row>`, "S107", ""},
		{"]]> in text", `<row r="1"><c r="A1" t="str"><v>a]]>b</v></c></row>`, "S107", ""},
		{"comment not closed", `<!-- <row r="1"/>`, "S107", ""},
		{"comment with --", `<!-- a -- b -->`, "S107", ""},
		{"literal text not closed", `<row r="1"><c r="A1" t="str"><v><![CDATA[a</v></c></row>`, "S107", ""},
		{"declaration inside", `<?xml version="1.0"?>`, "S107", ""},
		{"unknown prefix", `<y:row r="1"/>`, "S107", ""},
		{"control character", "<row r=\"1\"><c r=\"A1\" t=\"str\"><v>a\x01b</v></c></row>", "S107", ""},
		{"not UTF-8", "<row r=\"1\"><c r=\"A1\" t=\"str\"><v>caf\xe9</v></c></row>", "S107", ""},
		{"unknown entity", `<row r="1"><c r="A1" t="str"><v>&j;</v></c></row>`, "S113", ""},
		{"unknown entity in attribute", `<row r="&j;"/>`, "S113", ""},
		{"unknown entity where nobody looks", `<extLst><a>&j;</a></extLst>`, "S113", ""},
		{"bare & where nobody looks", `<extLst><a>b & c</a></extLst>`, "S107", ""},
		{"tags cross where nobody looks", `<extLst><a><b></a></b></extLst>`, "S107", ""},
		{"literal text not closed where nobody looks", `<extLst><![CDATA[</extLst>`, "S107", ""},
		{"attribute twice where nobody looks", `<extLst><a b="" b=""/></extLst>`, "S107", ""},
		{"doctype where nobody looks", `<extLst><!DOCTYPE a></extLst>`, "S113", ""},
		{"unknown prefix where nobody looks", `<extLst><y:a/></extLst>`, "S107", ""},
		{"too many namespaces", `<extLst><a` + manyAttrs("xmlns:", maxBindings/2) + `><b` + manyAttrs("xmlns:", maxBindings/2) + `/></a></extLst>`, "S108", ""},
		{"too many attributes", `<extLst><a` + manyAttrs("", maxAttrs+1) + `/></extLst>`, "S108", ""},
		{"doctype inside", `<!DOCTYPE a>`, "S113", ""},
	})
}

// TestBadParts damages whole parts of a workbook.
func TestBadParts(t *testing.T) {
	const data = `<row r="1"><c r="A1" t="s"><v>2</v></c></row>`
	sound := func() *bookParts { return soundBook(data) }
	sheetXML := sound().body[sheetPart]
	laughs := `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>`
	tests := []struct {
		name string
		book *bookParts
		want problem.Code
	}{
		{"sheet cut", sound().set(sheetPart, sheetXML[:len(sheetXML)/2]), "S107"},
		{"sheet cut in the last tag", sound().set(sheetPart, sheetXML[:len(sheetXML)-1]), "S107"},
		{"sheet cut in text", sound().set(sheetPart, sheetXML[:strings.Index(sheetXML, "</v>")]), "S107"},
		{"sheet empty", sound().set(sheetPart, ""), "S107"},
		{"sheet blank", sound().set(sheetPart, " \n"), "S107"},
		{"sheet goes on", sound().set(sheetPart, sheetXML+"<more/>"), "S107"},
		{"sheet followed by text", sound().set(sheetPart, sheetXML+"more"), "S107"},
		{"sheet without sheetData", sound().set(sheetPart, worksheet("<cols/>")), "S107"},
		{"sheet with two sheetData", sound().set(sheetPart, worksheet("<sheetData/><sheetData/>")), "S107"},
		{"sheet is something else", sound().set(sheetPart, "<html><body/></html>"), "S107"},
		{"sheet without namespace", sound().set(sheetPart, "<worksheet><sheetData/></worksheet>"), "S107"},
		{"sheet in UTF-16", sound().set(sheetPart, "\xff\xfe"+string(wide(sheetXML))), "S107"},
		{"sheet in UTF-16 without mark", sound().set(sheetPart, string(wide(sheetXML))), "S107"},
		{"sheet cut where nobody looks", sound().set(sheetPart, `<worksheet `+nsMain+`><sheetData/><extLst><a>text`), "S107"},
		{"sheet in Latin-1", sound().set(sheetPart, `<?xml version="1.0" encoding="ISO-8859-1"?>`+sheetXML), "S107"},
		{"sheet encoding garbled", sound().set(sheetPart, `<?xml version="1.0" encoding=?>`+sheetXML), "S107"},
		{"merged range garbled", sound().replace(sheetPart, "</sheetData>", `</sheetData><mergeCells><mergeCell ref="B2:A1"/></mergeCells>`), "S110"},
		{"merged range nowhere", sound().replace(sheetPart, "</sheetData>", `</sheetData><mergeCells><mergeCell/></mergeCells>`), "S110"},

		{"billion laughs", sound().set(sheetPart, laughs+sheetXML), "S113"},
		{"outside entity", sound().set(stringsPart, `<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]>`+sound().body[stringsPart]), "S113"},
		{"laughs in workbook", sound().set(bookPart, laughs+"<workbook/>"), "S113"},
		{"laughs in relations", sound().set(bookRels, laughs+"<Relationships/>"), "S113"},

		{"sheet part missing", sound().drop(sheetPart), "S109"},
		{"shared texts missing", sound().drop(stringsPart), "S109"},
		{"styles missing", sound().drop(stylesPart), "S109"},
		{"workbook part missing", sound().drop(bookPart), "S109"},
		{"workbook relations missing", sound().drop(bookRels), "S109"},
		{"root relations missing", sound().drop("_rels/.rels"), "S109"},
		{"target climbs out", sound().replace(bookRels, "worksheets/sheet1.xml", "../../../../etc/passwd"), "S109"},
		{"sheet outside the file", sound().replace(bookRels, `Target="worksheets/sheet1.xml"`, `TargetMode="External" Target="http://example.org/x"`), "S109"},
		{"sheet without relation", sound().replace(bookRels, `"rId1"`, `"rId8"`), "S109"},
		{"no sheets", sound().replace(bookPart, `<sheet name="Isi" sheetId="1" r:id="rId1"/>`, ""), "S109"},
		{"only a chart", sound().replace(bookRels, "/worksheet\"", "/chartsheet\""), "S109"},

		{"shared texts not told of", sound().replace(bookRels, "/sharedStrings", "/theme"), "S112"},
		{"shared texts outside the file", sound().replace(bookRels, `Target="sharedStrings.xml"`, `TargetMode="External" Target="sharedStrings.xml"`), "S112"},
		{"shared texts cut", sound().set(stringsPart, sound().body[stringsPart][:120]), "S107"},
		{"shared texts are something else", sound().set(stringsPart, "<x/>"), "S107"},
		{"styles are something else", sound().set(stylesPart, "<x/>"), "S107"},
		{"format number garbled", sound().replace(stylesPart, `"14"`, `"x"`), "S107"},
		{"two shared tables", sound().replace(bookRels, "</Relationships>", `<Relationship Id="r7" Type="`+relURI+`sharedStrings" Target="b.xml"/></Relationships>`), "S107"},
		{"relation id twice", sound().replace(bookRels, `"rId2"`, `"rId1"`), "S107"},
		{"two sheets of one name", sound().replace(bookPart, "</sheets>", `<sheet name="ISI" sheetId="2" r:id="rId1"/></sheets>`), "S107"},
		{"sheet without name", sound().replace(bookPart, `name="Isi"`, ``), "S107"},
		{"sheet without r:id", sound().replace(bookPart, `r:id=`, `id=`), "S107"},
		{"date base garbled", sound().replace(bookPart, "<sheets>", `<workbookPr date1904="ya"/><sheets>`), "S107"},

		{"sheet in UTF-7", sound().set(sheetPart, `<?xml version="1.0" encoding="UTF-7"?>+ADw-worksheet/+AD4-`), "S107"},
		{"sheet in EBCDIC", sound().set(sheetPart, `<?xml version="1.0" encoding="IBM037"?>`+sheetXML), "S107"},
		{"sheet in UTF-8 by its word, Latin-1 by its bytes", sound().set(sheetPart, `<?xml version="1.0" encoding="utf-8"?>`+strings.ReplaceAll(sheetXML, "<v>2", "<v>\xb2")), "S107"},
		{"two byte order marks", sound().set(sheetPart, "\ufeff\ufeff"+sheetXML), "S107"},
		{"zero bytes within", sound().set(sheetPart, strings.ReplaceAll(sheetXML, "<row", "\x00<row")), "S107"},
		{"zero bytes behind", sound().set(sheetPart, sheetXML+"\x00\x00"), "S107"},
		{"overlong letters", sound().set(sheetPart, strings.ReplaceAll(sheetXML, "<v>2", "<v>\xc0\xb2")), "S107"},

		{"the sheet is the workbook part", sound().replace(bookRels, "worksheets/sheet1.xml", "workbook.xml"), "S107"},
		{"the sheet is the list of relations", sound().replace(bookRels, "worksheets/sheet1.xml", "_rels/workbook.xml.rels"), "S107"},
		{"the sheet is the shared texts", sound().replace(bookRels, "worksheets/sheet1.xml", "sharedStrings.xml"), "S107"},
		{"the workbook is its own relations", sound().replace("_rels/.rels", "xl/workbook.xml", "_rels/.rels"), "S102"},
		{"the workbook is outside the file", sound().replace("_rels/.rels", `Target="xl/`, `TargetMode="External" Target="http://example.org/`), "S102"},
		{"the sheet is a file of the system", sound().replace(bookRels, `"worksheets/sheet1.xml"`, `"file:///etc/passwd"`), "S109"},
		{"the sheet is a folder", sound().replace(bookRels, `"worksheets/sheet1.xml"`, `"worksheets/"`), "S109"},
		{"the sheet is nothing", sound().replace(bookRels, `"worksheets/sheet1.xml"`, `""`), "S109"},

		{"macros", sound().replace(bookRels, "</Relationships>", `<Relationship Id="r9" Type="http://schemas.microsoft.com/office/2006/relationships/vbaProject" Target="vbaProject.bin"/></Relationships>`), "S113"},
		{"macros of old", sound().replace(bookRels, "</Relationships>", `<Relationship Id="r9" Type="http://schemas.microsoft.com/office/2006/relationships/xlMacrosheet" Target="macrosheets/sheet1.xml"/></Relationships>`), "S113"},
		{"a part that climbs out", sound().set("../../etc/cron.d/x", "x"), "S113"},
		{"a part that climbs out, other slash", sound().set(`xl\..\..\x`, "x"), "S113"},
		{"parts that climb and stay", sound().rename(func(s string) string { return "../../" + s }), "S113"},

		{"part twice", duplicated(sound(), sheetPart), "S106"},
		{"part twice, one of them absolute", sound().set("/"+sheetPart, sheetXML), "S106"},
		{"part twice, one of them winding", sound().set("xl/./worksheets//sheet1.xml", sheetXML), "S106"},
		{"part twice, other letter case", sound().set("XL/Worksheets/sheet1.XML", sheetXML), "S106"},
		{"part twice, other slash", sound().set(`xl\worksheets\sheet1.xml`, sheetXML), "S106"},

		{"Word", sound().set(bookPart, `<w:document xmlns:w="urn:w"/>`), "S102"},
		{"PowerPoint", sound().set(bookPart, `<p:presentation xmlns:p="urn:p"/>`), "S102"},
		{"binary workbook", sound().set("_rels/.rels", rels("rId1", "officeDocument", "xl/workbook.bin")).set("xl/workbook.bin", "x"), "S102"},
		{"no workbook", sound().set("_rels/.rels", rels("rId1", "extended-properties", "docProps/app.xml")), "S102"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			s, err := readIsi(tt.book.zip(), DefaultLimits())
			if got := codeOf(t, err); got != tt.want {
				t.Errorf("got %q, %v (sheet %v), want %s", got, err, s, tt.want)
			}
		})
	}
}

// manyAttrs is n attributes of different names.
func manyAttrs(prefix string, n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, ` %s%c%c="x"`, prefix, 'a'+i%26, 'a'+i/26)
	}
	return b.String()
}

func duplicated(b *bookParts, name string) *bookParts {
	b.names = append(b.names, name)
	return b
}
