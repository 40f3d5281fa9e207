//go:build !race

// The race detector makes everything slow in its own way, and these tests
// measure time.

package sheet

import (
	"fmt"
	"runtime"
	"strings"
	"testing"
	"time"

	"spotcheck/indicators/problem"
)

// TestBombs makes files that cost far more to read than to send. Reading them
// must stay quick and small, whatever comes of it.
func TestBombs(t *testing.T) {
	const part = 8 << 20 // DefaultLimits().Part
	fill := func(head, unit, tail string) string {
		return head + strings.Repeat(unit, (part-len(head)-len(tail))/len(unit)) + tail
	}
	sheetHead, sheetTail := `<worksheet `+nsMain+`><sheetData>`, `</sheetData></worksheet>`
	sheetOf := func(head, unit, tail string) *bookParts {
		return soundBook("").set(sheetPart, fill(sheetHead+head, unit, tail+sheetTail))
	}
	attrs, spaces := manyAttrs("", maxAttrs), manyAttrs("xmlns:", maxBindings-1)
	tests := []struct {
		name string
		data []byte
		want problem.Code
	}{
		{"zeros that state a gigabyte", lyingZip(sheetPart, 1<<30), "S108"},
		{"zeros that state one megabyte", lyingZip(sheetPart, 1<<20), "S106"},
		{"shared texts that lie", lyingZip(stringsPart, 1<<20), "S106"},
		{"media that state a gigabyte", lyingZip("xl/media/image1.png", 1<<30), ""},
		{"many parts", manyParts(20_000), "S108"},
		{"empty rows", sheetOf("", `<row/>`, "").zip(), "S110"},
		{"empty rows within the sheet", sheetOf("", `<row ht="15"/>`, "").zip(), ""},
		{"empty cells", sheetOf("", "<row>"+strings.Repeat("<c/>", 16_000)+"</row>", "").zip(), ""},
		{"cells", sheetOf("", "<row>"+strings.Repeat("<c><v>1</v></c>", 500)+"</row>", "").zip(), "S108"},
		{"one row of cells", sheetOf("<row>", "<c><v>1</v></c>", "</row>").zip(), "S110"},
		{"cells again and again", sheetOf(`<row r="1">`, `<c r="A1"/>`, "</row>").zip(), "S111"},
		{"rows backwards", soundBook(backwards()).zip(), ""},
		{"one shared text in many cells", sharedMany(), "S108"},
		{"nesting", sheetOf("", "<extLst>", "").zip(), "S108"},
		{"attributes", sheetOf("<extLst>", "<a"+attrs+"/>", "</extLst>").zip(), "S108"},
		{"prefixes", sheetOf("<extLst"+spaces+">", "<aa:a/><ba:a/>", "</extLst>").zip(), "S108"},
		{"namespaces", sheetOf("<extLst>", "<a"+spaces+"/>", "</extLst>").zip(), "S108"},
		{"comments", sheetOf("", "<!---->", "").zip(), ""},
		{"entities", sheetOf(`<row><c t="str"><v>`, "&amp;", "</v></c></row>").zip(), "S108"},
		{"long text", sheetOf(`<row><c t="str"><v>`, "x", "</v></c></row>").zip(), "S108"},
		{"runs", sheetOf(`<row><c t="inlineStr"><is>`, "<r><t>x</t></r>", "</is></c></row>").zip(), "S108"},
		{"literal sections", sheetOf(`<row><c t="str"><v>`, "<![CDATA[x]]>", "</v></c></row>").zip(), "S108"},
		{"escapes", sheetOf(`<row><c t="str"><v>`, "_x0041_", "</v></c></row>").zip(), "S108"},
		{"shared texts", soundBook("").set(stringsPart, fill("<sst "+nsMain+">", "<si/>", "</sst>")).zip(), "S108"},
		{"cell formats", soundBook("").set(stylesPart, fill("<styleSheet "+nsMain+"><cellXfs>", "<xf/>", "</cellXfs></styleSheet>")).zip(), "S108"},
		{"relations", soundBook("").set(bookRels, fill(strings.TrimSuffix(rels(), "</Relationships>"), "<Relationship/>", "</Relationships>")).zip(), "S107"},
		{"merged ranges", soundBook("").set(sheetPart, fill("<worksheet "+nsMain+"><sheetData/><mergeCells>", `<mergeCell ref="A1"/>`, "</mergeCells></worksheet>")).zip(), "S108"},
		{"sheets", soundBook("").set(bookPart, fill("<workbook "+nsMain+" "+nsRel+"><sheets>", `<sheet name="a" r:id="r"/>`, "</sheets></workbook>")).zip(), "S107"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var before, after runtime.MemStats
			runtime.ReadMemStats(&before)
			start := time.Now()
			_, err := readIsi(tt.data, DefaultLimits())
			took := time.Since(start)
			runtime.ReadMemStats(&after)
			used := (after.TotalAlloc - before.TotalAlloc) >> 20
			t.Logf("%d KB, %v, %d MB allocated", len(tt.data)>>10, took.Round(time.Millisecond), used)
			if got := codeOf(t, err); got != tt.want {
				t.Errorf("got %v, want %q", err, tt.want)
			}
			// A quiet machine needs a tenth of this; the bound is for busy ones.
			if took > 20*time.Second || used > 64 {
				t.Errorf("took %v and %d MB", took, used)
			}
		})
	}
}

func manyParts(n int) []byte {
	b := soundBook("")
	for i := range n {
		b.set(fmt.Sprint("xl/media/", i), "")
	}
	return b.zip()
}

// backwards is rows and cells in the worst order.
func backwards() string {
	var b strings.Builder
	for row := 2000; row > 0; row-- {
		fmt.Fprintf(&b, `<row r="%d">`, row)
		for col := 50; col > 0; col-- {
			fmt.Fprintf(&b, `<c r="%s"><v>1</v></c>`, Ref(row, col))
		}
		b.WriteString("</row>")
	}
	return b.String()
}

// sharedMany refers to one long text from more cells than are allowed.
func sharedMany() []byte {
	lim := DefaultLimits()
	row := "<row>" + strings.Repeat(`<c t="s"><v>0</v></c>`, 10_000) + "</row>"
	return soundBook(strings.Repeat(row, lim.Cells/10_000+1)).
		replace(stringsPart, "satu", strings.Repeat("東", lim.Text)).zip()
}
