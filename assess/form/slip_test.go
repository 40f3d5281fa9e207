package form

import (
	"math/big"
	"strings"
	"testing"

	"spotcheck/assess/sheet"
	"spotcheck/indicators"
)

// What people cannot see in their answer is named.
func TestOddities(t *testing.T) {
	for text, want := range map[string]string{
		"": "", "1/2": "", "Lengkap.": "", "ya, sebagian": "", "\u00a02 x": "", "é": "", "✓": "", "👍": "",
		"2\u200d": "U+200D", "\u200e2": "U+200E", "Leng\u00adkap": "U+00AD", "2\a": "U+0007", "2\ufe0f\u20e3": "U+FE0F",
		"\u0422B": "U+0422", "2 = L\u0435ngkap": "U+0435", "\uff12": "U+FF12", "\u0662": "U+0662", "\uff34\uff22": "U+FF34",
	} {
		got := oddities(text)
		if (got == "") != (want == "") || !strings.Contains(got, want) {
			t.Errorf("oddities(%q) = %q, want %s", text, got, want)
		}
	}
}

// A thousand is not one.
func TestThousands(t *testing.T) {
	count := &indicators.Scale{Key: "jumlah", Min: new(big.Rat), Max: big.NewRat(10_000, 1)}
	share := &indicators.Scale{Key: "persen", Min: new(big.Rat), Max: big.NewRat(100, 1), Decimals: 2}
	for _, tc := range []struct {
		scale *indicators.Scale
		text  string
		want  string // "" refused
	}{
		{count, "1.000", ""}, {count, "1,000", ""}, {count, "\u00a01.000 ", ""}, {count, "1.000.000", ""}, {count, "1000", "1000"},
		{count, "10", "10"}, {count, "10,0", "10"}, {count, "0,000", "0"}, {count, "99.000", "99"},
		{share, "12,340", "617/50"}, {share, "1.000", "1"},
	} {
		got := judge(sheet.Cell{Kind: sheet.Text, Text: tc.text}, &indicators.Node{ID: "X", Asking: &indicators.Asking{Scale: tc.scale}})
		if got.given() != (tc.want != "") || got.given() && got.value.RatString() != tc.want {
			t.Errorf("%s: %q is read as %v", tc.scale.Key, tc.text, got)
		}
	}
	number := judge(sheet.Cell{Kind: sheet.Number, Text: "1.000"}, &indicators.Node{ID: "X", Asking: &indicators.Asking{Scale: count}})
	if !number.given() || number.value.RatString() != "1" {
		t.Errorf("a number is what it is: %v", number)
	}
}
