package pdf

import (
	"fmt"
	"strings"
	"testing"

	"spotcheck/report"
)

// keyed is a document with one heat map of so many units and coded indicators, six
// groups of them, and meanings of the usual length.
func keyed(paper report.Paper, landscape bool, units, indicators int) *report.Document {
	titles := []string{"Dasar hukum", "Kelengkapan 14 komponen standar", "Biaya/tarif", "Petugas pengaduan ditugaskan dan kompeten", "Tanggapan paling lambat 14 hari"}
	h := report.Heat{Corner: "Unit dan nilainya", Legend: []report.Legend{{Letter: "M", Meaning: "memenuhi", Tone: report.Good}}}
	for i := range indicators {
		group := i * 6 / indicators
		h.Columns = append(h.Columns, report.HeatColumn{
			Code: fmt.Sprintf("%c%d", 'A'+group, i+1), Title: titles[i%len(titles)], Group: fmt.Sprintf("%c Sarana dan pelayanan khusus", 'A'+group)})
	}
	for range units {
		h.Rows = append(h.Rows, report.HeatRow{Label: "Dinas Pendidikan, Kepemudaan, dan Olahraga Kabupaten",
			Lead: []report.Cell{{Text: "92,07"}}, Cells: repeat(report.HeatCell{Letter: "M", Tone: report.Good}, indicators)})
	}
	return &report.Document{Paper: paper, Sections: []report.Section{{Title: "Peta", Landscape: landscape, Blocks: []report.Block{h}}}}
}

const keyTitle = "Arti kode indikator"

// TestKeyStaysWithItsMap: seven units and 48 indicators with their meanings are one
// page held sideways.
func TestKeyStaysWithItsMap(t *testing.T) {
	for _, paper := range []report.Paper{report.A4, report.F4} {
		for units := 1; units <= 7; units++ {
			pages := checkLayout(t, string(paper), keyed(paper, true, units, 48))
			if len(pages) != 1 || count(pages, keyTitle) != 0 {
				t.Errorf("%s, %d units: %d pages, the heading of the key is there %d times", paper, units, len(pages), count(pages, keyTitle))
			}
			if n := countCodes(pages[0], 48); n != 2*48 {
				t.Errorf("%s, %d units: %d codes, want each above its column and in the key", paper, units, n)
			}
		}
	}
}

// TestKeyOnItsOwnPage: where the map fills the page, the key is whole on the next
// one, below a heading.
func TestKeyOnItsOwnPage(t *testing.T) {
	for _, units := range []int{8, 11} {
		pages := checkLayout(t, "key", keyed(report.A4, true, units, 48))
		if len(pages) != 2 || countCodes(pages[0], 48) != 48 || countCodes(pages[1], 48) != 48 || count(pages, keyTitle) != count(pages[1:], keyTitle) {
			t.Errorf("%d units: %d pages, %d headings", units, len(pages), count(pages, keyTitle))
		}
	}
}

// TestLongKey: a key longer than a page has the heading on each page it begins.
func TestLongKey(t *testing.T) {
	const indicators = 900
	pages := checkLayout(t, "key", keyed(report.A4, true, 1, indicators))
	codes, headings := 0, 0
	for i, p := range pages {
		here := count([]recordedPage{p}, keyTitle)
		if here > 1 || headings > 0 && here == 0 {
			t.Errorf("page %d has %d headings", i+1, here)
		}
		codes, headings = codes+countCodes(p, indicators), headings+here
	}
	if codes != 2*indicators || headings < 3 {
		t.Errorf("%d codes below %d headings, want each above its column and in the key", codes, headings)
	}
}

func countCodes(p recordedPage, indicators int) int {
	n := 0
	for i := range indicators {
		n += count([]recordedPage{p}, fmt.Sprintf("%c%d", 'A'+i*6/indicators, i+1))
	}
	return n
}

// TestKeyKeepsWithSignatures: the key that fills the rest of a page is not parted
// from the signatures that follow it by the end of the page.
func TestKeyKeepsWithSignatures(t *testing.T) {
	for units := 1; units <= 16; units++ {
		d := keyed(report.A4, true, units, 48)
		d.Sections[0].Blocks = append(d.Sections[0].Blocks, report.Signatures{{Above: []string{"ATAS"}, Name: "NAMA"}})
		for i, p := range checkLayout(t, "signed", d) {
			if count([]recordedPage{p}, "NAMA") == 1 && countCodes(p, 48) == 0 {
				t.Errorf("%d units: signatures alone on page %d", units, i+1)
			}
		}
	}
}

// TestKeyColumns: entries are read downwards, none is lost, no column is higher
// than the room, and narrow columns break no entry into more than two lines.
func TestKeyColumns(t *testing.T) {
	f := roomOf(report.A4, true)
	for _, words := range []int{1, 4, 9, 40} {
		columns := keyed(report.A4, true, 0, 48).Sections[0].Blocks[0].(report.Heat).Columns
		for i := range columns {
			columns[i].Title = strings.TrimSpace(strings.Repeat("pelayanan ", 1+i%words))
		}
		groups := namedGroups(columns)
		for perRow := 1; perRow <= 6; perRow++ {
			key := f.codeKey(groups, tinyStyle.size, perRow)
			entries, _ := key.entries(groups)
			dealt, height := key.fill(entries, 1000)
			var codes []string
			for _, column := range dealt {
				for _, e := range column {
					codes = append(codes, e.code...)
				}
			}
			if len(dealt) > perRow || len(codes) != 48 || codes[0] != "A1" || codes[47] != "F48" {
				t.Errorf("%d words, %d columns: %d columns of %q", words, perRow, len(dealt), codes)
			}
			if lower, _ := key.fill(entries, height-0.01); lower != nil && len(lower) > perRow {
				t.Errorf("%d words, %d columns: %d columns in less room", words, perRow, len(lower))
			}
		}
	}
}
