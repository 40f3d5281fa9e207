package pdf

import (
	"cmp"
	"slices"
	"testing"
)

func TestCharset(t *testing.T) {
	if !slices.IsSortedFunc(slots[:], func(a, b slot) int { return cmp.Compare(a.code, b.code) }) {
		t.Error("the slots do not ascend")
	}
	if len(charset.bytes) != 224 {
		t.Errorf("%d runes; a rune stands twice or a byte is free", len(charset.bytes))
	}
	for code, r := range charset.runes {
		if (code < ' ') != (r == 0) {
			t.Errorf("byte %#x is %q", code, r)
		}
		if r != 0 && !(regularMetrics().has(r) && boldMetrics().has(r)) {
			t.Errorf("byte %#x is %q, which the fonts lack", code, r)
		}
	}
}

func TestEncode(t *testing.T) {
	for _, test := range []struct {
		line, want string
		ok         bool
	}{
		{"", "", true},
		{"Biasa saja, 87,23%", "Biasa saja, 87,23%", true},
		{"“kutip” – é ½ … •", "\x93kutip\x94 \x96 \xe9 \xbd \x85 \x95", true},
		{"−3 ≥ 2 √ □ →", "\x7f3 \x81 2 \x8f \x90 \x9d", true},
		{"tetap" + string(nbsp) + "satu", "tetap\xa0satu", true},
		{"ƒ", "", false}, // has given way
		{"Šibenik, Łódź", "", false},
		{"\x7f", "", false},
		{"№ 5", "", false},
	} {
		if got, ok := charset.encode(test.line); got != test.want || ok != test.ok {
			t.Errorf("%q: %q, %v, want %q, %v", test.line, got, ok, test.want, test.ok)
		}
	}
}

// TestReportsAreNarrow: what reports say in their own words never takes wide faces.
func TestReportsAreNarrow(t *testing.T) {
	in := exampleInput(t)
	pages, err := record(in.Recap())
	if err != nil {
		t.Fatal(err)
	}
	for _, u := range in.Map.Units {
		more, err := record(in.Unit(u, 10))
		if err != nil {
			t.Fatal(err)
		}
		pages = append(pages, more...)
	}
	words := 0
	for _, p := range pages {
		words += len(p.words)
		for _, w := range p.words {
			if _, ok := charset.encode(w.text); !ok {
				t.Errorf("%q takes wide faces", w.text)
			}
		}
	}
	if words < 2000 {
		t.Errorf("only %d lines drawn", words)
	}
	for from, to := range standIns {
		if _, ok := charset.bytes[to]; !ok && to != '\n' {
			t.Errorf("the stand-in %q of %q takes wide faces", to, from)
		}
	}
}
