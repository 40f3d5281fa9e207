package sheet

import (
	"fmt"
	"runtime"
	"strings"
	"testing"
	"time"

	"spotcheck/indicators/problem"
)

// bomb is a file that costs far more to read than to send.
type bomb struct {
	name string
	make func() []byte
	want problem.Code // "" where it is odd and no more
}

// bombs are at the limits: what crosses one is refused early, and what stays just
// within shows what the limit lets through.
func bombs() []bomb {
	lim := DefaultLimits()
	sheetHead, sheetTail := `<worksheet `+nsMain+`><sheetData>`, `</sheetData></worksheet>`
	sheetOf := func(head, unit, tail string) func() []byte {
		return func() []byte {
			return soundBook("").set(sheetPart, fill(sheetHead+head, unit, tail+sheetTail)).zip()
		}
	}
	partOf := func(name, head, unit, tail string) func() []byte {
		return func() []byte { return soundBook("").set(name, fill(head, unit, tail)).zip() }
	}
	// text fills cells with as much of one kind of text as they may hold.
	text := func(unit string, marks int) func() []byte {
		per := 32_000 / len(unit)
		if marks == 0 {
			return sheetOf("", `<row><c t="str"><v>`+strings.Repeat(unit, per)+`</v></c></row>`, "")
		}
		cell := `<row><c t="str"><v>` + strings.Repeat(unit, per) + `</v></c></row>`
		n := (lim.Marks - 100) / (marks*per + 6)
		return func() []byte { return soundBook(strings.Repeat(cell, n)).zip() }
	}
	attrs, spaces := manyAttrs("", maxAttrs), manyAttrs("xmlns:", maxBindings-1)
	return []bomb{
		{"zeros that state a gigabyte", func() []byte { return lyingZip(sheetPart, 1<<30) }, "S108"},
		{"zeros that state one megabyte", func() []byte { return lyingZip(sheetPart, 1<<20) }, "S106"},
		{"zeros that state what is allowed", func() []byte { return lyingZip(sheetPart, uint64(lim.Part)) }, "S106"},
		{"shared texts that lie", func() []byte { return lyingZip(stringsPart, 1<<20) }, "S106"},
		{"media that state a gigabyte", func() []byte { return lyingZip("xl/media/image1.png", 1<<30) }, ""},
		{"100,000 parts", func() []byte { return manyParts(100_000, "xl/media/") }, "S108"},
		{"as many parts as allowed", func() []byte { return manyParts(lim.Entries-10, "xl/media/") }, ""},
		{"long names", func() []byte { return manyParts(300, strings.Repeat("n", 60_000)) }, "S108"},
		{"parts that share bytes", overlapping, "S106"},
		{"sheets that share a part", sharedPart, "S108"},

		{"a million empty rows", sheetOf("", `<row/>`, ""), "S108"},
		{"empty rows within the sheet", func() []byte { return soundBook(strings.Repeat(`<row ht="15"/>`, 1_000_000)).zip() }, "S108"},
		{"as many empty rows as allowed", func() []byte { return soundBook(strings.Repeat(`<row/>`, lim.Marks-100)).zip() }, ""},
		{"as many empty cells as allowed", func() []byte {
			return soundBook(strings.Repeat("<row>"+strings.Repeat("<c/>", 16_000)+"</row>", lim.Marks/16_002)).zip()
		}, ""},
		{"empty cells", sheetOf("", "<row>"+strings.Repeat("<c/>", 16_000)+"</row>", ""), "S108"},
		{"cells far out", func() []byte { return soundBook(farCells(180_000)).zip() }, ""},
		{"cells", func() []byte {
			return soundBook(strings.Repeat("<row>"+strings.Repeat("<c><v>1</v></c>", 500)+"</row>", 420)).zip()
		}, "S108"},
		{"one row of cells", func() []byte { return soundBook("<row>" + strings.Repeat("<c/>", 20_000) + "</row>").zip() }, "S110"},
		{"cells again and again", sheetOf(`<row r="1">`, `<c r="A1"/>`, "</row>"), "S111"},
		{"rows backwards", func() []byte { return soundBook(backwards()).zip() }, ""},
		{"one shared text in many cells", sharedMany, "S108"},
		{"formulas without a result", func() []byte {
			return soundBook(strings.Repeat("<row>"+strings.Repeat("<c><f/></c>", 20)+"</row>", 12_000)).zip()
		}, "S108"},
		{"merged ranges", partOf(sheetPart, "<worksheet "+nsMain+"><sheetData/><mergeCells>", `<mergeCell ref="A1"/>`, "</mergeCells></worksheet>"), "S108"},

		{"nesting", sheetOf("", "<extLst>", ""), "S108"},
		{"nesting, not too many", func() []byte { return soundBook(strings.Repeat("<extLst>", 100_000)).zip() }, "S108"},
		{"attributes", sheetOf("<extLst>", "<a"+attrs+"/>", "</extLst>"), "S108"},
		{"100,000 attributes", func() []byte { return soundBook("<row" + manyAttrs("", 100_000) + "/>").zip() }, "S108"},
		{"few attributes, often", sheetOf("<extLst>", "<a"+manyAttrs("", 7)+"/>", "</extLst>"), ""},
		{"a long attribute", sheetOf(`<row spans="`, "1", `"/>`), ""},
		{"prefixes", sheetOf("<extLst"+spaces+">", "<aa:a/><ba:a/>", "</extLst>"), "S108"},
		{"namespaces", sheetOf("<extLst>", "<a"+spaces+"/>", "</extLst>"), "S108"},
		{"comments", sheetOf("", "<!---->", ""), "S108"},
		{"as many comments as allowed", func() []byte { return soundBook(strings.Repeat("<!---->", lim.Marks-100)).zip() }, ""},
		{"spaces", sheetOf("", " ", ""), ""},
		{"text where nobody looks", sheetOf("<extLst><a>", "x", "</a></extLst>"), ""},

		{"long text", sheetOf(`<row><c t="str"><v>`, "x", "</v></c></row>"), "S108"},
		{"texts", text("東", 0), ""},
		{"references", text("&amp;", 1), ""},
		{"references by number", text("&#x41;", 1), ""},
		{"references beyond the limit", sheetOf(`<row><c t="str"><v>`, "&amp;", "</v></c></row>"), "S108"},
		{"escapes", text("_x0041_", 2), ""},
		{"halves of escapes", text("_x", 1), ""},
		{"line ends", text("\r", 1), ""},
		{"brackets", text("]", 1), ""},
		{"literal sections", text("<![CDATA[x]]>", 3), ""},
		{"runs", sheetOf(`<row><c t="inlineStr"><is>`, "<r><t>x</t></r>", "</is></c></row>"), "S108"},

		{"a million shared texts", partOf(stringsPart, "<sst "+nsMain+">", "<si/>", "</sst>"), "S108"},
		{"as many shared texts as allowed", func() []byte {
			return soundBook("").set(stringsPart, "<sst "+nsMain+">"+strings.Repeat("<si><t>x</t></si>", lim.Cells)+"</sst>").zip()
		}, ""},
		{"cell formats", partOf(stylesPart, "<styleSheet "+nsMain+"><cellXfs>", "<xf/>", "</cellXfs></styleSheet>"), "S108"},
		{"100,000 cell formats", func() []byte {
			return soundBook("").set(stylesPart, "<styleSheet "+nsMain+"><cellXfs>"+strings.Repeat("<xf/>", 100_000)+"</cellXfs></styleSheet>").zip()
		}, "S108"},
		{"65,000 number formats", func() []byte { return soundBook("").set(stylesPart, numberFormats(65_000)).zip() }, ""},
		{"relations", partOf(bookRels, strings.TrimSuffix(rels(), "</Relationships>"), "<Relationship/>", "</Relationships>"), "S107"},
		{"10,000 sheets", func() []byte { return soundBook("").set(bookPart, manySheets(10_000)).zip() }, "S108"},
		{"an Office file of old without a workbook", func() []byte { return []byte(oleMagic + strings.Repeat("E\x00n\x00", 8<<20-2)) }, "S102"},
		{"beginnings of a directory", func() []byte { return []byte("PK\x03\x04" + strings.Repeat("PK\x01\x01", 8<<20-1)) }, "S106"},
		{"ends of a directory", func() []byte { return []byte("PK\x03\x04" + strings.Repeat("PK\x05\x06", 8<<20-1)) }, "S106"},
		{"nothing but zeros", func() []byte { return make([]byte, 32<<20) }, "S106"},
	}
}

// TestBombs counts the bytes that reading a bomb allocates: at most twice the
// largest file.
func TestBombs(t *testing.T) {
	for _, b := range bombs() {
		t.Run(b.name, func(t *testing.T) {
			data := b.make()
			var before, after runtime.MemStats
			runtime.ReadMemStats(&before)
			err := readAll(data)
			runtime.ReadMemStats(&after)
			used := after.TotalAlloc - before.TotalAlloc
			if got := codeOf(t, err); got != b.want {
				t.Errorf("got %v, want %q", err, b.want)
			}
			if used > 64<<20 {
				t.Errorf("%d KB sent, %d MB allocated", len(data)>>10, used>>20)
			}
		})
	}
}

// BenchmarkBombs reports, beside the mean of all, the slowest and the dearest bomb.
func BenchmarkBombs(b *testing.B) {
	var list [][]byte
	for _, one := range bombs() {
		list = append(list, one.make())
	}
	most := time.Duration(0)
	for b.Loop() {
		most = 0
		for _, data := range list {
			best := time.Hour
			for range 3 { // other work on the machine is not the bomb's
				start := time.Now()
				_ = readAll(data)
				best = min(best, time.Since(start))
			}
			most = max(most, best)
		}
	}
	b.ReportMetric(float64(most.Microseconds())/1000, "ms/slowest")
}

// readAll reads every sheet, as far as it can be read.
func readAll(data []byte) error {
	w, err := Open(data, DefaultLimits())
	if err != nil {
		return err
	}
	for _, info := range w.Sheets() {
		if _, err := w.Read(info.Name); err != nil {
			return err
		}
	}
	return nil
}

// fill repeats unit between head and tail until a part is as long as it may be.
func fill(head, unit, tail string) string {
	n := (int(DefaultLimits().Part) - len(head) - len(tail)) / len(unit)
	return fmt.Sprint(head, strings.Repeat(unit, n), tail)
}
