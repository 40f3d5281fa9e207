package form

import (
	"strings"
	"testing"
)

func TestLineCount(t *testing.T) {
	for _, c := range []struct {
		text  string
		width float64
		want  int
	}{
		{"", 20, 1},
		{"satu", 20, 1},
		{"satu\ndua\n\ntiga", 20, 4},
		{"papan pengumuman di ruang tunggu", 12, 4},
		{"iiiiiiiiiiiiiiiiiiii", 10, 1},
		{"WWWWWWWWWWWWWWWWWWWW", 10, 4},
		{strings.Repeat("x", 500), 20, 26},
	} {
		if got := lineCount(c.text, c.width, 10, false); got != c.want {
			t.Errorf("%.20q in %v: %d lines, want %d", c.text, c.width, got, c.want)
		}
	}
}

// Neither narrower columns nor bold nor bigger type ever need fewer lines.
func TestLineCountIsMonotonous(t *testing.T) {
	text := strings.Repeat("Persyaratan terbaca tanpa bertanya kepada petugas di loket. ", 6)
	last := 0
	for width := 80.0; width > 4; width-- {
		n := lineCount(text, width, 10, false)
		if n < last || lineCount(text, width, 10, true) < n || lineCount(text, width, 11, false) < n {
			t.Fatalf("width %v: %d lines after %d", width, n, last)
		}
		last = n
	}
}

// The longest texts that an instrument may have fit the highest row.
func TestWidenKeepsLongTextsWhole(t *testing.T) {
	g := grid{widths: []float64{6, 20, 24, 34}}
	long := strings.Repeat("Ada keputusan bernomor, bertanggal, dan bertanda tangan; ", 60)
	g.add(0, cell{style: styleCode, text: "A1"}, cell{style: styleText}, cell{style: styleText}, cell{style: styleText, text: long})
	g.widen(1, 2, 3)
	if h := g.heightOf(g.lines[0]); h >= maxHeight || h < g.need(g.lines[0]) {
		t.Errorf("height %v for a need of %v", h, g.need(g.lines[0]))
	}
	if g.widths[0] != 6 {
		t.Error("a column of short texts was widened")
	}
}
