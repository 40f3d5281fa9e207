package annotate

import (
	"bytes"
	"testing"

	"github.com/google/go-cmp/cmp"
)

const some = "\ufeff<?xml version='1.0'?>\r\n<!-- a --><x:r xmlns:x='urn:x' b = \"1 &lt; 2\" ><x:list n='2'><x:i a=\"&#10;\"/>" +
	"<x:i></x:i></x:list> <y:list/><x:leaf><deep><x:leaf/>teks</deep></x:leaf><x:t>a<![CDATA[<b>]]>&amp;c</x:t></x:r>\n"

func parsed(t *testing.T, text string) *document {
	t.Helper()
	d, err := parse([]byte(text), "leaf")
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func TestParse(t *testing.T) {
	d := parsed(t, some)
	r := d.root
	if len(r.kids) != 4 || len(r.kid("list").all("i")) != 2 || r.kid("leaf").kids != nil || r.kid("none").all("i") != nil {
		t.Errorf("%+v", r)
	}
	if got := string(r.kid("t").text); got != "a<b>&c" {
		t.Errorf("text %q", got)
	}
	if r.attr("b") != "1 < 2" || r.namespace() != "urn:x" || r.attr("x") != "" {
		t.Errorf("attributes %v", r.attrs)
	}
	if got := string(d.bytes()); got != some {
		t.Errorf("changed without a change: %q", got)
	}
}

func TestParseRefuses(t *testing.T) {
	for _, text := range []string{
		"", "teks", "<a>", "<a></b>", "<a></a></a>", "<a/><b/>", "<!DOCTYPE a><a/>", "<a>&x;</a>", "<a b=c/>",
		"<leaf><b></leaf></b>", "<leaf><b></c></leaf>", "<?xml version='1.0' encoding='UTF-16'?><a/>",
	} {
		if d, err := parse([]byte(text), "leaf"); err == nil {
			t.Errorf("%q became %+v", text, d.root)
		}
	}
	if _, err := parse(append(append([]byte("<a>"), bytes.Repeat([]byte("<b/>"), maxElements)...), "</a>"...)); err == nil {
		t.Error("there is no end of elements")
	}
}

func TestEdits(t *testing.T) {
	order := []string{"first", "list", "t", "last"}
	for _, tc := range []struct {
		name string
		do   func(d *document)
		old  string
		want string
	}{
		{"set and unset", func(d *document) {
			d.set(d.root, "b", `"&`)
			d.set(d.root, "c", "1")
			d.unset(d.root, "d")
			d.unset(d.root, "none")
		}, `<r b='x' d="1"><i/></r>`, `<r b="&#34;&amp;" c="1"><i/></r>`},
		{"nothing to unset", func(d *document) { d.unset(d.root, "d") }, `<r  b='x'/>`, `<r  b='x'/>`},
		{"set where the tag closes itself", func(d *document) { d.set(d.root.kids[0], "a", "1") }, `<r><i/></r>`, `<r><i a="1"/></r>`},
		{"add", func(d *document) { d.add(d.root, "<k/>"); d.add(d.root, "<l/>") }, `<r>a</r>`, `<r>a<k/><l/></r>`},
		{"add where the tag closes itself", func(d *document) { d.set(d.root, "a", "1"); d.add(d.root, "<k/>") }, `<x:r/>`, `<x:r a="1"><k/></x:r>`},
		{"before, after, instead", func(d *document) {
			i := d.root.kids[0]
			d.remove(i)
			d.before(i, "<k/>")
			d.after(i, "<l/>")
		}, `<r><i>teks</i></r>`, `<r><k/><l/></r>`},
		{"within what goes", func(d *document) {
			d.content(d.root.kids[0].kids[0], "x")
			d.remove(d.root.kids[0])
		}, `<r><i><j>teks</j></i></r>`, `<r></r>`},
		{"content", func(d *document) { d.content(d.root.kids[0], "x") }, `<r><i>teks</i></r>`, `<r><i>x</i></r>`},
		{"in order", func(d *document) {
			d.insert(order, "t", "<t/>")
			d.insert(order, "list", "<list/>")
		}, `<r><first/><last/></r>`, `<r><first/><t/><list/><last/></r>`},
		{"in order, before what is unknown", func(d *document) { d.insert(order, "last", "<last/>") }, `<r><first/><other/></r>`, `<r><first/><last/><other/></r>`},
		{"in order, behind all", func(d *document) { d.insert(order, "last", "<last/>") }, `<r><first/></r>`, `<r><first/><last/></r>`},
		{"own prefix", func(d *document) { d.add(d.root, d.own(`<a x="1"><b/>&lt;c</a>`)) }, `<q:r/>`, `<q:r><q:a x="1"><q:b/>&lt;c</q:a></q:r>`},
		{"no prefix", func(d *document) { d.add(d.root, d.own(`<a/>`)) }, `<r/>`, `<r><a/></r>`},
	} {
		d := parsed(t, tc.old)
		tc.do(d)
		if diff := cmp.Diff(tc.want, string(d.bytes())); diff != "" {
			t.Errorf("%s: %s", tc.name, diff)
		}
	}
}

func TestAddress(t *testing.T) {
	for cell, want := range map[string][2]int{"A1": {1, 1}, "AB12": {12, 28}, "XFD1048576": {1048576, 16384}} {
		if row, col, ok := address(cell); !ok || [2]int{row, col} != want {
			t.Errorf("%s is %d, %d, %t", cell, row, col, ok)
		}
	}
	for _, cell := range []string{"", "A0", "A01", "1", "A", "XFE1", "A1048577", "A1:B2", "$A$1", "baris 3", "12:5", "a1"} {
		if _, _, ok := address(cell); ok {
			t.Errorf("%q is taken for a cell", cell)
		}
	}
}

func TestLinesIn(t *testing.T) {
	for _, tc := range []struct {
		text string
		want int
	}{{"", 1}, {"satu dua", 1}, {"satu dua tiga", 2}, {"satu dua tiga empat lima", 3}, {"aaaaaaaaaaaaaaaaaaaaaaaaaaaa", 3}} {
		if got := linesIn(tc.text, 10); got != tc.want {
			t.Errorf("%q takes %d lines", tc.text, got)
		}
	}
}

func TestAnchor(t *testing.T) {
	p := &page{doc: parsed(t, `<worksheet><sheetFormatPr defaultRowHeight="15" defaultColWidth="abc"/><cols><col min="2" max="3" width="10"/><col min="4" max="4" width="9" hidden="1"/></cols>`+
		`<sheetData><row r="2" ht="150"/><row/><row r="9" hidden="true" ht="20"/></sheetData></worksheet>`)}
	g := p.geometry()
	if g.column(1) != 64 || g.column(2) != 75 || g.column(4) != 0 || g.row(1) != 20 || g.row(2) != 200 || g.row(3) != 20 || g.row(9) != 0 {
		t.Errorf("%+v", g)
	}
	for _, tc := range []struct {
		row, col int
		want     string
	}{{2, 1, "1, 12, 1, 4, 7, 0, 1, 94"}, {8, 1, "1, 12, 7, 4, 7, 0, 12, 14"}, {maxRow, maxCol, "16375, 12, 1048535, 4, 16380, 22, 1048539, 14"}} {
		m := mark{}
		m.at.Top, m.at.Bottom, m.at.Left, m.at.Right = tc.row, tc.row, tc.col, tc.col
		if got := g.anchor(m.at, 330, 90); got != tc.want {
			t.Errorf("%s: %s, want %s", m.ref(), got, tc.want)
		}
	}
}
