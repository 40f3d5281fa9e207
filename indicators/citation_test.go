package indicators

import (
	"strings"
	"testing"
)

func TestCitation(t *testing.T) {
	for _, tc := range []struct{ text, key, want string }{
		{"uu25 Pasal 22", "uu25", "Pasal 22 UU X"},
		{"uu25 Pasal 22 ayat (2)", "uu25", "Pasal 22 ayat (2) UU X"},
		{"uu25 Pasal 21 huruf b", "uu25", "Pasal 21 huruf b UU X"},
		{"uu25 Pasal 37 ayat (3) huruf a-j", "uu25", "Pasal 37 ayat (3) huruf a sampai dengan j UU X"},
		{"uu25 Pasal 1 angka 7", "uu25", "Pasal 1 angka 7 UU X"},
		{"permenpanrb-15-2014 Pasal 351A angka 2 ayat (1) huruf c", "permenpanrb-15-2014", "Pasal 351A angka 2 ayat (1) huruf c UU X"},

		{"", "", ""}, {"uu25", "", ""}, {"Pasal 22", "", ""}, {"UU25 Pasal 22", "", ""}, {"uu25 pasal 22", "", ""},
		{"uu25 Pasal", "", ""}, {"uu25 Pasal XII", "", ""}, {"uu25 Pasal 22 ayat 2", "", ""}, {"uu25 Pasal 22 ayat (dua)", "", ""},
		{"uu25 Pasal 21 huruf B", "", ""}, {"uu25 Pasal 21 huruf bb", "", ""}, {"uu25 Pasal 21 huruf a-", "", ""},
		{"uu25 Pasal 21 huruf d-a", "", ""}, {"uu25 Pasal 21 huruf a-a", "", ""},
		{"uu25 Pasal 21 huruf b ayat (1)", "", ""}, {"uu25 Pasal 21 dan Pasal 22", "", ""}, {"uu25 Pasal 21 ", "", ""}, {"uu25  Pasal 21", "", ""}, {"uu25 Pasal 21\n", "", ""},
	} {
		key, c, ok := parseCitation(tc.text)
		if ok != (tc.want != "") || key != tc.key {
			t.Errorf("parseCitation(%q) = %q, %v", tc.text, key, ok)
			continue
		}
		c.Source = &Source{Cite: "UU X"}
		if ok && c.String() != tc.want {
			t.Errorf("%q prints as %q, want %q", tc.text, c, tc.want)
		}
	}
}

func TestCite(t *testing.T) {
	uu, permen := &Source{Cite: "UU 25/2009"}, &Source{Cite: "PermenPANRB 15/2014"}
	cites := map[string]Citation{
		"a": {Source: uu, Pasal: "15", Huruf: "a"},
		"b": {Source: uu, Pasal: "22", Ayat: "1"},
		"c": {Source: uu, Pasal: "20"},
		"p": {Source: permen, Pasal: "3"},
	}
	for keys, want := range map[string]string{
		"":     "",
		"a":    "Pasal 15 huruf a UU 25/2009",
		"ab":   "Pasal 15 huruf a dan Pasal 22 ayat (1) UU 25/2009",
		"abc":  "Pasal 15 huruf a, Pasal 22 ayat (1), dan Pasal 20 UU 25/2009",
		"abp":  "Pasal 15 huruf a dan Pasal 22 ayat (1) UU 25/2009; Pasal 3 PermenPANRB 15/2014",
		"apb":  "Pasal 15 huruf a UU 25/2009; Pasal 3 PermenPANRB 15/2014; Pasal 22 ayat (1) UU 25/2009",
		"p":    "Pasal 3 PermenPANRB 15/2014",
		"abca": "Pasal 15 huruf a, Pasal 22 ayat (1), Pasal 20, dan Pasal 15 huruf a UU 25/2009",
	} {
		var list []Citation
		for _, k := range keys {
			list = append(list, cites[string(k)])
		}
		if got := Cite(list); got != want {
			t.Errorf("Cite(%s) = %q, want %q", keys, got, want)
		}
	}
}

// FuzzCitation: what is read prints back to the same text.
func FuzzCitation(f *testing.F) {
	for _, s := range []string{"uu25 Pasal 22", "a Pasal 1A angka 2 ayat (3) huruf a-j", "uu25 Pasal 21 huruf d-a", "x Pasal"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		key, c, ok := parseCitation(text)
		if !ok {
			return
		}
		c.Source = &Source{Cite: "UU X"}
		printed, _ := strings.CutSuffix(c.String(), " UU X")
		if back := key + " " + strings.Replace(printed, " sampai dengan ", "-", 1); back != text {
			t.Fatalf("%q came back as %q", text, back)
		}
	})
}
