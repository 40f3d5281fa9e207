package xlsx

import (
	"math/rand/v2"
	"strings"
	"testing"

	"spotcheck/report"
)

func TestResolve(t *testing.T) {
	b := &book{names: map[string]address{"a": {0, point{0, 0}}, "b:x": {0, point{27, 9}}, "c": {1, point{2, 2}}, "d": {1, point{2, 8}}},
		sheets: []*sheet{{name: "Satu"}, {name: "Jum'at"}}}
	for template, want := range map[string]string{
		"{a}*{b:x}":               "A1*AB10",
		"=SUM({a}:{b:x})":         "SUM(A1:AB10)",
		"SUM({c}:{d})/{a}":        "SUM('Jum''at'!C3:C9)/A1",
		`IF({a}="{a}","{",{c})`:   `IF(A1="{a}","{",'Jum''at'!C3)`,
		`"a ""kutip"" {b}"&{a}`:   `"a ""kutip"" {b}"&A1`,
		"1+1":                     "1+1",
		"{c}+{c}:{d}":             "'Jum''at'!C3+'Jum''at'!C3:C9",
		"SUMPRODUCT({c}:{d},{a})": "SUMPRODUCT('Jum''at'!C3:C9,A1)",
	} {
		if got, err := b.resolve(template, 0); err != nil || got != want {
			t.Errorf("%s: %q, %v, want %q", template, got, err, want)
		}
	}
	for _, bad := range []string{"{z}", "{a", "{a}:{c}", "{}"} {
		if got, err := b.resolve(bad, 0); err == nil {
			t.Errorf("%s: %q and no error", bad, got)
		}
	}
}

func TestColumnName(t *testing.T) {
	for col, want := range map[int]string{0: "A", 25: "Z", 26: "AA", 701: "ZZ", 702: "AAA", 16383: "XFD"} {
		if got := columnName(col); got != want {
			t.Errorf("%d: %s, want %s", col, got, want)
		}
	}
}

// Spans stand side by side, in order, inside what they were given, none empty.
func TestSpread(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 500 {
		var g grid
		for range 2 + r.IntN(40) {
			g.widths = append(g.widths, 2+r.Float64()*30)
		}
		var targets []float64
		for range 1 + r.IntN(len(g.widths)) {
			targets = append(targets, 1+r.Float64()*40)
		}
		fill := r.IntN(2) == 0
		at := 0
		for i, s := range g.spread(g.all(), targets, fill) {
			if s.from != at || s.to <= s.from {
				t.Fatalf("span %d is %v after column %d", i, s, at)
			}
			at = s.to
		}
		if at > len(g.widths) || fill && at != len(g.widths) {
			t.Fatalf("spans end at %d of %d, fill %v", at, len(g.widths), fill)
		}
		a, b := g.cut(g.all(), targets[0])
		if a.from != 0 || a.to != b.from || b.to != len(g.widths) || a.columns() < 1 || b.columns() < 1 {
			t.Fatalf("cut gives %v and %v", a, b)
		}
	}
}

// Where columns match the targets, they are found.
func TestSpreadExact(t *testing.T) {
	g := grid{widths: []float64{5, 5, 10, 2, 2, 2, 30}}
	got := g.spread(g.all(), []float64{10, 10, 6, 30}, false)
	want := []span{{0, 2}, {2, 3}, {3, 6}, {6, 7}}
	for i := range want {
		if got[i] != want[i] {
			t.Fatalf("got %v, want %v", got, want)
		}
	}
}

func TestWrapped(t *testing.T) {
	for _, c := range []struct {
		text  string
		width float64
		want  int
	}{
		{"", 10, 1}, {"satu", 10, 1}, {"satu\ndua", 10, 2}, {"satu\n", 10, 2}, {"\n\n", 10, 3},
		{"Dinas Kependudukan dan Pencatatan Sipil", 20, 2}, {strings.Repeat("m", 100), 10, 20},
	} {
		if got := wrapped(c.text, c.width, 10, false); got != c.want {
			t.Errorf("%q in %g: %d lines, want %d", c.text, c.width, got, c.want)
		}
	}
	text := strings.Repeat("penilaian mandiri ", 40)
	last := 1 << 20
	for width := 4.0; width < 200; width++ {
		n := wrapped(text, width, 10, true)
		if n > last {
			t.Fatalf("more lines in a wider column: %d at %g", n, width)
		}
		last = n
	}
}

// A text taller than the tallest row goes over several rows, whole.
func TestTallText(t *testing.T) {
	text := strings.TrimSpace(strings.Repeat("Setiap angka dapat ditelusuri. ", 900))
	b, err := layOut(&report.Document{Sections: []report.Section{{Title: "S", Blocks: []report.Block{report.Paragraph{Text: text}}}}})
	if err != nil {
		t.Fatal(err)
	}
	s := b.sheets[0]
	m := s.merges[len(s.merges)-1]
	height := s.heightTo(m.rows.to) - s.heightTo(m.rows.from)
	want := rowHeight(wrapped(text, s.grid.width(m.cols), bodySize, false), bodySize)
	if m.rows.to-m.rows.from < 2 || height < want-0.1 || s.lines[m.rows.from].cells[0].text != text {
		t.Errorf("rows %v, %g points, want %g", m.rows, height, want)
	}
	for _, l := range s.lines {
		if l.height > tallestRow {
			t.Errorf("a row of %g points", l.height)
		}
	}
}

func TestPageFoot(t *testing.T) {
	if got := pageFoot("A & B\n2026"); got != `&L&8&"Arial,Regular"&K5B6875A && B 2026&R&8&"Arial,Regular"&K5B6875Halaman &P dari &N` {
		t.Error(got)
	}
	for _, text := range []string{strings.Repeat("&", 400), strings.Repeat("kata ", 100), strings.Repeat("😀", 200)} {
		if got := pageFoot(text); utf16Len(got) > longestFoot || !strings.HasSuffix(got, "Halaman &P dari &N") {
			t.Errorf("%d units: %s", utf16Len(got), got)
		}
	}
}

// The mark of small documents is on the screen too, on every sheet.
func TestMarkOnEverySheet(t *testing.T) {
	f := open(t, render(t, sampleDocument()))
	for _, sheet := range f.GetSheetList() {
		if visible, _ := f.GetSheetVisible(sheet); !visible {
			continue
		}
		if at, _ := f.SearchSheet(sheet, "SEMENTARA"); len(at) != 1 {
			t.Errorf("%s: mark at %v", sheet, at)
		}
	}
}

func TestStep(t *testing.T) {
	for _, c := range []struct {
		top   float64
		whole bool
		want  float64
	}{
		{100, true, 20}, {100, false, 20}, {7, false, 1}, {5, false, 1}, {1, false, 0.2}, {45, true, 10}, {8, false, 1}, {12, true, 2}, {0.5, false, 0.1},
		{1, true, 1}, {2, true, 1}, {7, true, 1}, {10, true, 1}, {11, true, 2},
	} {
		if got := step(c.top, c.whole); got < c.want*0.999 || got > c.want*1.001 {
			t.Errorf("step(%g, %v) = %g, want %g", c.top, c.whole, got, c.want)
		}
	}
}

// A chart of counts has whole numbers on its axis, one of scores has not.
func TestWhole(t *testing.T) {
	for _, c := range []struct {
		max    float64
		values []float64
		want   bool
	}{
		{1, []float64{0, 1}, true}, {7, []float64{3, 3, 1}, true}, {0, []float64{2, 5}, true},
		{7, []float64{3.5}, false}, {0.5, []float64{0}, false}, {0, []float64{0.25}, false},
	} {
		ch := newChart("", c.max)
		for _, v := range c.values {
			ch.points = append(ch.points, dot{value: v})
		}
		if got := ch.whole(); got != c.want {
			t.Errorf("%g %v: whole %v", c.max, c.values, got)
		}
	}
}

func TestMeaning(t *testing.T) {
	for text, want := range map[string]string{"87,50  B hijau": "B hijau", "87,50": "", "87,501 x": "87,501 x", "B": "B"} {
		b := report.Bars{Items: []report.Bar{{Value: 87.5, Text: text}}}
		if got := meaning(b, 0); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

// Long heads above a table are not frozen: they would leave no room to scroll.
func TestFreeze(t *testing.T) {
	table := report.Table{Frozen: 1, Columns: []report.Column{{Title: "A", Width: 20}, {Title: "B", Width: 20}}, Rows: make([]report.Row, 30)}
	for _, c := range []struct {
		above int
		want  point
	}{{0, point{1, 6}}, {40, point{1, 0}}} {
		var blocks []report.Block
		for range c.above {
			blocks = append(blocks, report.Paragraph{Text: "baris"})
		}
		b, err := layOut(&report.Document{Sections: []report.Section{{Title: "S", Blocks: append(blocks, table)}}})
		if err != nil {
			t.Fatal(err)
		}
		if got := b.sheets[0].frozen; got != c.want {
			t.Errorf("%d lines above: frozen at %v, want %v", c.above, got, c.want)
		}
	}
}
