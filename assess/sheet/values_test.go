package sheet

import (
	"sort"
	"strings"
	"testing"
)

// TestValues reads sound cells in all the ways that programs write them.
func TestValues(t *testing.T) {
	tests := []struct{ name, data, want string }{
		{"shared string", `<row r="1"><c r="A1" t="s"><v>1</v></c></row>`, "A1=text:dua"},
		{"number", `<row r="1"><c r="A1"><v>87.456</v></c><c r="B1" t="n"><v>-1.5E-3</v></c></row>`, "A1=number:87.456 B1=number:-1.5E-3"},
		{"number with blanks", `<row r="1"><c r="A1"><v> 5
</v></c></row>`, "A1=number:5"},
		{"percent", `<row r="1"><c r="A1" s="2"><v>0.875</v></c></row>`, "A1=percent:0.875"},
		{"date", `<row r="1"><c r="A1" s="1"><v>45658</v></c><c r="B1" s="3"><v>45658.5</v></c></row>`, "A1=date:45658 B1=date:45658.5"},
		{"ISO date", `<row r="1"><c r="A1" t="d"><v>2026-03-16</v></c><c r="B1" t="d"><v>2026-03-16T10:00:00.000</v></c></row>`, "A1=date:2026-03-16 B1=date:2026-03-16T10:00:00.000"},
		{"text under date format", `<row r="1"><c r="A1" s="1" t="s"><v>0</v></c></row>`, "A1=text:satu"},
		{"boolean", `<row r="1"><c r="A1" t="b"><v>1</v></c><c r="B1" t="b"><v>false</v></c><c r="C1" t="b"><v>-0</v></c></row>`, "A1=bool:1 B1=bool:0 C1=bool:0"},
		{"error", `<row r="1"><c r="A1" t="e"><v>#N/A</v></c></row>`, "A1=error:#N/A"},
		{"inline", `<row r="1"><c r="A1" t="inlineStr"><is><t>halo</t></is></c></row>`, "A1=text:halo"},
		{"inline runs", `<row r="1"><c r="A1" t="inlineStr"><is><r><rPr><b/></rPr><t>ha</t></r><r><t xml:space="preserve"> lo</t></r></is></c></row>`, "A1=text:ha lo"},
		{"phonetic hints", `<row r="1"><c r="A1" t="inlineStr"><is><t>東京</t><rPh sb="0" eb="2"><t>トウキョウ</t></rPh><phoneticPr fontId="1"/></is></c></row>`, "A1=text:東京"},
		{"blanks kept", `<row r="1"><c r="A1" t="inlineStr"><is><t xml:space="preserve"> a  b </t></is></c></row>`, "A1=text: a  b "},
		{"entities", `<row r="1"><c r="A1" t="str"><v>a&lt;b &amp;&amp; c&gt;d &quot;&apos; &#233;&#x1F600;</v></c></row>`, "A1=text:a<b && c>d \"' é😀"},
		{"literal text", `<row r="1"><c r="A1" t="str"><v>a<![CDATA[<b>&amp;]]>c<!-- no -->d<?x y?>e]</v></c></row>`, "A1=text:a<b>&amp;cde]"},
		{"line ends", "<row r=\"1\"><c r=\"A1\" t=\"str\"><v>a\r\nb\rc<![CDATA[\r\nd]]></v></c></row>", "A1=text:a\nb\nc\nd"},
		{"escapes", `<row r="1"><c r="A1" t="str"><v>a_x000D__x005F_x000D_b_xd83d__xDE00__x12_xD83D__x00zz_</v></c></row>`, "A1=text:a\r_x000D_b😀_x12_xD83D__x00zz_"},
		{"Indonesian numbers stay text", `<row r="1"><c r="A1" t="str"><v>1.234,50</v></c></row>`, "A1=text:1.234,50"},

		{"formula", `<row r="1"><c r="A1"><f>SUM(B1:B9)</f><v>42</v></c></row>`, "A1=number:42*"},
		{"formula text", `<row r="1"><c r="A1" t="str"><f>B1&amp;"x"</f><v>yx</v></c></row>`, "A1=text:yx*"},
		{"formula with empty text", `<row r="1"><c r="A1" t="str"><f>""</f><v></v></c></row>`, "A1=text:*"},
		{"formula without result", `<row r="1"><c r="A1"><f>B1</f></c><c r="B1"><f>C1</f><v/></c><c r="C1" t="str"><f>D1</f></c></row>`, "A1=novalue:* B1=novalue:* C1=novalue:*"},
		{"formula after value", `<row r="1"><c r="A1"><v>7</v><f>B1</f></c></row>`, "A1=number:7*"},
		{"shared and array formulas", `<row r="1"><c r="A1"><f t="shared" ref="A1:A2" si="0">B1</f><v>1</v></c><c r="B1"><f t="array" ref="B1">C1</f><v>2</v></c></row><row r="2"><c r="A2"><f t="shared" si="0"/><v>3</v></c></row>`, "A1=number:1* B1=number:2* A2=number:3*"},

		{"empty cells", `<row r="1"><c r="A1" s="1"/><c r="B1"><v/></c><c r="C1" t="str"><v></v></c><c r="D1" t="inlineStr"><is><t/></is></c><c r="E1" t="s"/></row><row r="2"/>`, ""},
		{"hidden row", `<row r="1" hidden="1"><c r="A1"><v>1</v></c></row><row r="2" hidden="false"><c r="A2"><v>2</v></c></row>`, "-A1=number:1 A2=number:2"},
		{"no addresses", `<row><c><v>1</v></c><c><v>2</v></c></row><row r="4"><c r="C4"><v>3</v></c><c><v>4</v></c></row><row><c><v>5</v></c></row>`, "A1=number:1 B1=number:2 C4=number:3 D4=number:4 A5=number:5"},
		{"cells out of order", `<row r="1"><c r="F1"><v>6</v></c><c r="A1"><v>1</v></c></row>`, "A1=number:1 F1=number:6"},
		{"rows out of order", `<row r="3"><c r="A3"><v>3</v></c></row><row r="1"><c r="A1"><v>1</v></c></row>`, "A1=number:1 A3=number:3"},
		{"last cell of a sheet", `<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>2</v></c></row>`, "A1=number:1 XFD1048576=number:2"},
		{"lower case address", `<row r="1"><c r="b1"><v>1</v></c></row>`, "B1=number:1"},
		{"single quotes and space in tags", `<row r = '1' ><c r='A1' ><v >1</v ></c ></row >`, "A1=number:1"},
		{"extensions", `<row r="1"><c r="A1"><v>1</v><extLst><ext><a:b xmlns:a="x">7</a:b></ext></extLst></c><extLst/></row>`, "A1=number:1"},
		{"unread attributes", `<row r="1" xmlnsx="1" x:y="&quot;" spans="1:1"><c r="A1" xmlns:q="urn:q" q:r="B9"><v>1</v></c></row>`, "A1=number:1"},
		{"comments between cells", `<!-- a --><row r="1"><?b?><c r="A1"><!----><v>1</v></c></row>`, "A1=number:1"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			s, err := readIsi(soundBook(tt.data).zip(), DefaultLimits())
			if err != nil {
				t.Fatal(err)
			}
			if got := dump(s); got != tt.want {
				t.Errorf("got  %s\nwant %s", got, tt.want)
			}
		})
	}
}

// TestShapes reads sound workbooks whose parts are put together in unusual ways.
func TestShapes(t *testing.T) {
	const data = `<row r="1"><c r="A1" t="s"><v>2</v></c><c r="B1" s="1"><v>5</v></c></row>`
	const want = "A1=text:tiga B1=date:5"
	prefixed := strings.NewReplacer(`xmlns="`, `xmlns:x="`, "</", "</x:", "<?", "<?", "<", "<x:")
	strict := func(b *bookParts) *bookParts {
		for _, name := range b.names {
			b.set(name, strings.NewReplacer(
				"http://schemas.openxmlformats.org/spreadsheetml/2006/main", "http://purl.oclc.org/ooxml/spreadsheetml/main",
				"http://schemas.openxmlformats.org/officeDocument/2006/relationships", "http://purl.oclc.org/ooxml/officeDocument/relationships",
			).Replace(b.body[name]))
		}
		return b
	}
	tests := []struct {
		name string
		book *bookParts
		want string
	}{
		{"plain", soundBook(data), want},
		{"no content types", soundBook(data).drop("[Content_Types].xml"), want},
		{"strict edition", strict(soundBook(data)), want},
		{"prefix on every element", soundBook(data).
			set(sheetPart, prefixed.Replace(soundBook(data).body[sheetPart])).
			set(stringsPart, prefixed.Replace(soundBook(data).body[stringsPart])).
			set(stylesPart, prefixed.Replace(soundBook(data).body[stylesPart])).
			set(bookPart, prefixed.Replace(soundBook(data).body[bookPart])).
			set(bookRels, prefixed.Replace(soundBook(data).body[bookRels])), want},
		{"absolute target", soundBook(data).replace(bookRels, `"worksheets/`, `"/xl/worksheets/`), want},
		{"winding target", soundBook(data).replace(bookRels, `"worksheets/`, `"../xl/./media/../worksheets/`), want},
		{"upper case parts", soundBook(data).rename(strings.ToUpper), want},
		{"backslash parts", soundBook(data).rename(func(s string) string { return strings.ReplaceAll(s, "/", `\`) }), want},
		{"leading slash", soundBook(data).rename(func(s string) string { return "/" + s }), want},
		{"byte order mark", soundBook(data).set(sheetPart, "\xef\xbb\xbf"+soundBook(data).body[sheetPart]), want},
		{"own prefix for r:id", soundBook(data).replace(bookPart, "r:id", "d3p1:id").replace(bookPart, "xmlns:r=", "xmlns:d3p1="), want},
		{"no styles", soundBook(data).drop(stylesPart).replace(bookRels, "/styles", "/theme"), "A1=text:tiga B1=number:5"},
		{"media, links and loose macros are not read", soundBook(data).set("xl/vbaProject.bin", "\x00\xff").
			set("xl/media/image1.png", strings.Repeat("\x00", 1<<20)).set("xl/externalLinks/externalLink1.xml", "<!DOCTYPE x>"), want},
		{"default namespace changes inside", soundBook(data).replace(sheetPart, "</sheetData>", `</sheetData><extLst xmlns="urn:x"><sheetData/></extLst>`), want},
		{"default namespace changes before", soundBook(data).replace(sheetPart, "<sheetData>", `<ext xmlns="urn:x"><sheetData/></ext><sheetData>`), want},
		{"shared text in runs", soundBook(data).replace(stringsPart, "<t>tiga</t>",
			`<r><t>ti</t></r><r><rPr/><t>g_x0061_</t></r><rPh sb="0" eb="1"><t>!</t></rPh>`), want},
		{"text nobody needs", soundBook(data).replace(sheetPart, "</sheetData>",
			`</sheetData><headerFooter><oddHeader>&amp;L<!-- a -->Judul<![CDATA[<]]><?b?></oddHeader></headerFooter>`), want},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			s, err := readIsi(tt.book.zip(), DefaultLimits())
			if err != nil {
				t.Fatal(err)
			}
			if got := dump(s); got != tt.want {
				t.Errorf("got  %s\nwant %s", got, tt.want)
			}
		})
	}
}

func TestSheets(t *testing.T) {
	b := soundBook(`<row r="1"><c r="A1"><v>1</v></c></row>`)
	b.replace(bookPart, "<sheets>", `<workbookPr date1904="1"/><sheets><sheet name="Grafik" sheetId="9" r:id="rId9"/><sheet name="A &amp; B" sheetId="3" state="veryHidden" r:id="rId1"/>`)
	b.replace(bookRels, "</Relationships>", `<Relationship Id="rId9" Type="`+relURI+`chartsheet" Target="chartsheets/sheet1.xml"/></Relationships>`)
	w, err := Open(b.zip(), DefaultLimits())
	if err != nil {
		t.Fatal(err)
	}
	got := w.Sheets()
	want := []Info{{"A & B", true}, {"Isi", false}}
	if len(got) != len(want) || got[0] != want[0] || got[1] != want[1] {
		t.Errorf("Sheets() = %v, want %v", got, want)
	}
	if !w.Date1904() {
		t.Error("Date1904() = false, want true")
	}
	for _, info := range want {
		if s, err := w.Read(info.Name); err != nil || dump(s) != "A1=number:1" || s.Name != info.Name {
			t.Errorf("Read(%q) = %v, %v", info.Name, s, err)
		}
	}
	if _, err := w.Read("isi"); codeOf(t, err) != "S109" {
		t.Errorf("Read of another letter case: %v, want S109", err)
	}
}

func TestCellsAndMerged(t *testing.T) {
	b := soundBook(`<row r="2"><c r="B2"><v>1</v></c><c r="D2"><v>2</v></c></row><row r="5"><c r="A5"><v>3</v></c></row>`)
	b.replace(sheetPart, "</sheetData>", `</sheetData><mergeCells count="2"><mergeCell ref="B2:C4"/><mergeCell ref="D9"/></mergeCells>`)
	s, err := readIsi(b.zip(), DefaultLimits())
	if err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct {
		row, col int
		want     string
	}{{2, 2, "1"}, {2, 3, ""}, {2, 4, "2"}, {5, 1, "3"}, {1, 1, ""}, {3, 2, ""}, {9, 9, ""}} {
		c := cellAt(s, tt.row, tt.col)
		if c.Text != tt.want || c.Col != tt.col || (c.Kind == Empty) != (tt.want == "") {
			t.Errorf("cell (%d, %d) = %+v, want %q", tt.row, tt.col, c, tt.want)
		}
	}
	if len(s.Merged) != 2 || s.Merged[0] != (Range{2, 2, 4, 3}) || s.Merged[1] != (Range{9, 4, 9, 4}) {
		t.Fatalf("Merged = %v", s.Merged)
	}
}

// cellAt finds a cell; it is of Kind Empty, with Col set, where nothing is.
func cellAt(s *Sheet, row, col int) Cell {
	i := sort.Search(len(s.Rows), func(i int) bool { return s.Rows[i].Number >= row })
	if i < len(s.Rows) && s.Rows[i].Number == row {
		cells := s.Rows[i].Cells
		j := sort.Search(len(cells), func(j int) bool { return cells[j].Col >= col })
		if j < len(cells) && cells[j].Col == col {
			return cells[j]
		}
	}
	return Cell{Col: col}
}
