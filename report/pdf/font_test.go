package pdf

import (
	"os"
	"strings"
	"testing"

	"github.com/jung-kurt/gofpdf"
)

// TestMetricsAgreeWithGofpdf compares the advance of every rune of the basic plane
// with what gofpdf reads from the same font: a line measured here is as long there.
func TestMetricsAgreeWithGofpdf(t *testing.T) {
	for name, font := range map[string]struct {
		ttf string
		m   metrics
	}{"regular": {regularTTF, regularMetrics()}, "bold": {boldTTF, boldMetrics()}} {
		pdf := gofpdf.New("P", "mm", "A4", "")
		pdf.AddUTF8FontFromBytes("x", "", []byte(font.ttf))
		pdf.SetFont("x", "", 10)
		missing := pdf.GetFontDesc("x", "").MissingWidth
		known := 0
		for r := rune(1); r < 0xFFFF; r++ {
			if r >= 0xD800 && r <= 0xDFFF { // not runes
				continue
			}
			theirs := pdf.GetStringSymbolWidth(string(r))
			if !font.m.has(r) {
				if theirs != missing {
					t.Errorf("%s: U+%04X has no glyph here, but %d in gofpdf", name, r, theirs)
				}
				continue
			}
			known++
			if ours := font.m.advance(r); ours != theirs {
				t.Errorf("%s: U+%04X is %d wide here, %d in gofpdf", name, r, ours, theirs)
			}
		}
		if known < 2000 {
			t.Errorf("%s: only %d runes found", name, known)
		}
		if err := pdf.Error(); err != nil {
			t.Error(err)
		}
	}
}

func TestFontLicenceIsComplete(t *testing.T) {
	licence, err := os.ReadFile("font/OFL.txt")
	if err != nil {
		t.Fatal(err)
	}
	for _, part := range []string{
		"Copyright (c) 2012 Red Hat, Inc.", "copyright (c) 2010 Google Corporation", "Version 1.1 - 26 February 2007",
		"PREAMBLE", "DEFINITIONS", "PERMISSION & CONDITIONS", "TERMINATION", "DISCLAIMER",
	} {
		if !strings.Contains(string(licence), part) {
			t.Errorf("font/OFL.txt lacks %q", part)
		}
	}
}

func TestClean(t *testing.T) {
	for _, test := range []struct{ in, want string }{
		{"Biasa saja, 87,23%", "Biasa saja, 87,23%"},
		{"a\tb\r\nc\rd", "a b\nc\nd"},
		{"nol\x00bel\x07", "nol□bel□"},
		{"rusak \xff\xfe", "rusak □□"},
		{"emoji 😀!", "emoji □!"},
		{"نعم", "□□□"},
		{"centang ✓ ✗ ☐", "centang √ × □"},
		{"balik \u202e kanan \u200bnol", "balik  kanan nol"},
		{"≥ 88 – “kutip” … é ½ →", "≥ 88 – “kutip” … é ½ →"},
		{"tetap\u00a0satu, semi\u2011final", "tetap\u00a0satu, semi-final"},
	} {
		if got := clean(test.in); got != test.want {
			t.Errorf("clean(%q) = %q, want %q", test.in, got, test.want)
		}
	}
}

// TestStandInsAreDrawable: a stand-in that the fonts lack would be a box after all.
func TestStandInsAreDrawable(t *testing.T) {
	for from, to := range standIns {
		if regularMetrics().has(from) && from >= ' ' && boldMetrics().has(from) && to != nbsp && to != ' ' {
			t.Errorf("%q needs no stand-in", from)
		}
		if to != '\n' && !(regularMetrics().has(to) && boldMetrics().has(to)) {
			t.Errorf("the stand-in %q of %q has no glyph", to, from)
		}
	}
}
