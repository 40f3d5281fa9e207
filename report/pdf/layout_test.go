package pdf

import (
	"fmt"
	"strings"
	"testing"

	"spotcheck/report"
)

func TestSampleHasNoFaults(t *testing.T) {
	for _, paper := range []report.Paper{report.A4, report.F4} {
		for _, landscape := range []bool{false, true} {
			d := sample(paper)
			for i := range d.Sections {
				d.Sections[i].Landscape = landscape
			}
			checkLayout(t, fmt.Sprintf("%s landscape %v", paper, landscape), d)
		}
	}
}

func checkLayout(t *testing.T, name string, d *report.Document) []recordedPage {
	t.Helper()
	pages, err := record(d)
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	for i, fault := range faults(pages) {
		if i == 10 {
			t.Fatalf("%s: and more", name)
		}
		t.Errorf("%s: %s", name, fault)
	}
	return pages
}

// stuffed is a document with the same text in every place that takes one, n times.
func stuffed(text string, n int) *report.Document {
	tone := []report.Tone{report.None, report.Good, report.Blank, "?"}[n%4]
	cell := report.Cell{Text: text, Tone: tone}
	row := report.Row{Cells: repeat(cell, n), Level: n, Strong: n%2 == 0}
	heat := report.Heat{Title: text, Corner: text, Legend: repeat(report.Legend{Letter: text, Meaning: text, Tone: tone}, n)}
	for i := range n * 9 {
		group := text
		if i%5 == 0 {
			group = ""
		}
		heat.Columns = append(heat.Columns, report.HeatColumn{Code: text, Title: text, Group: group})
	}
	heat.Rows = repeat(report.HeatRow{Label: text, Lead: repeat(cell, n), Cells: repeat(report.HeatCell{Letter: text, Tone: tone}, n*9)}, n)
	blocks := []report.Block{
		report.Heading{Level: n, Text: text}, report.Heading{Level: 2, Text: text},
		report.Paragraph{Text: text}, report.Paragraph{Text: text, Style: report.Lead},
		report.Paragraph{Text: text, Style: report.Small}, report.Paragraph{Text: text, Style: report.Notice},
		report.List{Items: repeat(text, n)}, report.List{Numbered: true, Items: repeat(text, n)},
		report.Fields(repeat(report.Field{Name: text, Value: text}, n)),
		report.Figures(repeat(report.Figure{Label: text, Value: text, Note: text, Tone: tone}, n)),
		report.Bars{Title: text, Axis: text, Max: float64(n), Items: repeat(report.Bar{Label: text, Value: 1, Text: text, Tone: tone}, n),
			Limits: []report.Limit{{Value: 0, Label: text}, {Value: 0.5, Label: text}, {Value: 0.6, Label: text}, {Value: float64(n), Label: text}}},
		report.Table{Title: text, Note: text, Columns: repeat(report.Column{Title: text, Width: float64(n)}, n),
			Rows: []report.Row{{Group: true, Cells: repeat(cell, 1)}, row, row}, Frozen: 1},
		heat,
		report.Strip{Title: text, Items: repeat(report.StripItem{Label: text, Value: 200, Text: text, Tone: tone}, n)},
		report.Card{Code: text, Title: text, Badge: text, Tone: tone, Fields: repeat(report.Field{Name: text, Value: text}, n)},
		report.Signatures(repeat(report.Signature{Above: repeat(text, n), Name: text, Rank: text, NIP: text}, n)),
	}
	return &report.Document{
		Title: text, Subject: text, Author: text, Date: text, Mark: text, Footer: text,
		Head:     &report.Letterhead{Government: text, Office: text, Address: text, Contact: text},
		Sections: []report.Section{{Title: text, Blocks: blocks}, {Title: text, Landscape: true, Blocks: blocks}, {}},
	}
}

func repeat[T any](value T, n int) []T {
	all := make([]T, n)
	for i := range all {
		all[i] = value
	}
	return all
}

func TestAnyTextKeepsInside(t *testing.T) {
	texts := map[string]string{
		"empty":      "",
		"space":      " ",
		"plain":      "Dinas Kependudukan dan Pencatatan Sipil",
		"emoji":      "Selesai 😀👩‍👩‍👧 ✓",
		"arabic":     "السلام عليكم",
		"control":    "a\x00b\x1b[31mc\r\n\r\n\td",
		"alias":      "{nb} of {nb}",
		"wide":       strings.Repeat("W", 300),
		"feeds":      strings.Repeat("a\n", 80),
		"paragraphs": strings.Repeat("Unit wajib memasang maklumat pelayanan di tempat yang mudah dilihat. ", 30),
	}
	for name, text := range texts {
		for _, n := range []int{0, 1, 3, 5} {
			checkLayout(t, fmt.Sprintf("%s x %d", name, n), stuffed(text, n))
		}
	}
}

func TestVeryLongWords(t *testing.T) {
	if testing.Short() {
		t.Skip("lewati: lama")
	}
	checkLayout(t, "10,000 letters", stuffed(strings.Repeat("x", 10_000), 1))
}

func TestWideTableIsSplit(t *testing.T) {
	var table report.Table
	for i := range 60 {
		table.Columns = append(table.Columns, report.Column{Title: fmt.Sprintf("K%d", i)})
	}
	table.Frozen = 1
	for r := range 5 {
		var row report.Row
		for i := range 60 {
			row.Cells = append(row.Cells, report.Cell{Text: fmt.Sprintf("%d,%02d", r, i)})
		}
		table.Rows = append(table.Rows, row)
	}
	pages := checkLayout(t, "60 columns", &report.Document{Sections: []report.Section{{Blocks: []report.Block{table}}}})
	if got := count(pages, "K0"); got < 2 {
		t.Errorf("the frozen column stands %d times, want it in front of every part", got)
	}
	if got := count(pages, "K59"); got != 1 {
		t.Errorf("the last column stands %d times", got)
	}
}

func count(pages []recordedPage, text string) int {
	n := 0
	for _, p := range pages {
		for _, w := range p.words {
			if w.text == text {
				n++
			}
		}
	}
	return n
}

func TestLongTableRepeatsItsHead(t *testing.T) {
	table := report.Table{Columns: []report.Column{{Title: "Nomor", Width: 6}, {Title: "Uraian", Width: 40}}}
	for i := range 300 {
		text := fmt.Sprintf("baris %d", i)
		if i%7 == 0 {
			text += strings.Repeat(" dengan uraian yang panjang", 12)
		}
		table.Rows = append(table.Rows, report.Row{Cells: []report.Cell{{Text: fmt.Sprint(i)}, {Text: text}}})
	}
	pages := checkLayout(t, "300 rows", &report.Document{Sections: []report.Section{{Blocks: []report.Block{table}}}})
	if len(pages) < 5 {
		t.Fatalf("only %d pages", len(pages))
	}
	for i, p := range pages {
		if count([]recordedPage{p}, "Uraian") != 1 {
			t.Errorf("page %d has no head", i+1)
		}
	}
}

// TestHeadingsKeepWithText moves a heading down a page line by line: wherever it
// falls, it is never the last text above the footer.
func TestHeadingsKeepWithText(t *testing.T) {
	following := []report.Block{
		report.Paragraph{Text: strings.Repeat("kata ", 60)},
		report.Table{Title: "T", Columns: []report.Column{{Title: "K"}}, Rows: repeat(report.Row{Cells: []report.Cell{{Text: "isi"}}}, 40)},
		report.List{Items: []string{"satu", "dua", "tiga"}},
		report.Card{Code: "A", Title: "kartu", Fields: []report.Field{{Name: "n", Value: "v"}}},
		report.Strip{Items: []report.StripItem{{Label: "v", Text: "1"}}},
		report.Signatures{{Name: "N"}},
	}
	for lines := 44; lines < 58; lines++ {
		for _, next := range following {
			d := &report.Document{Sections: []report.Section{{Blocks: []report.Block{
				report.Paragraph{Text: strings.TrimSuffix(strings.Repeat("baris\n", lines), "\n")},
				report.Heading{Level: 1, Text: "Judul"}, report.Heading{Level: 2, Text: "Judul"}, next,
			}}}}
			for i, p := range checkLayout(t, fmt.Sprintf("%d lines, %T", lines, next), d) {
				if last := lastBody(p); last == "Judul" {
					t.Errorf("%d lines, %T: a heading ends page %d", lines, next, i+1)
				}
			}
		}
	}
}

// lastBody is the lowest text above the footer.
func lastBody(p recordedPage) string {
	last, bottom := "", 0.0
	for _, w := range p.words {
		if !w.mark && w.bottom < p.height-marginBottom && w.bottom > bottom {
			last, bottom = w.text, w.bottom
		}
	}
	return last
}

func TestCardsAndSignaturesStayWhole(t *testing.T) {
	for lines := 30; lines < 60; lines++ {
		d := &report.Document{Sections: []report.Section{{Blocks: []report.Block{
			report.Paragraph{Text: strings.TrimSuffix(strings.Repeat("baris\n", lines), "\n")},
			report.Card{Code: "KODE", Title: "kartu", Fields: []report.Field{{Name: "awal", Value: "v"}, {Name: "akhir", Value: "v"}}},
			report.Signatures{{Above: []string{"ATAS"}, Name: "NAMA", NIP: "NIP 1"}},
		}}}}
		for i, p := range checkLayout(t, "card", d) {
			one := []recordedPage{p}
			if count(one, "KODE") != count(one, "akhir") {
				t.Errorf("%d lines: the card is cut on page %d", lines, i+1)
			}
			if count(one, "ATAS") != count(one, "NIP 1") {
				t.Errorf("%d lines: the signature is cut on page %d", lines, i+1)
			}
		}
	}
}
