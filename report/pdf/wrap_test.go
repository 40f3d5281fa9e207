package pdf

import (
	"strings"
	"testing"
	"unicode/utf8"
)

func TestWrap(t *testing.T) {
	st := style{size: 10}
	em := func(s string) float64 { return st.width(s) + 0.01 }
	for _, test := range []struct {
		name, text string
		width      float64
		want       []string
	}{
		{"empty", "", 50, []string{""}},
		{"fits exactly", "satu dua", st.width("satu dua"), []string{"satu dua"}},
		{"at a space", "satu dua tiga", em("satu dua"), []string{"satu dua", "tiga"}},
		{"spaces at the end of a line vanish", "satu   dua", em("satu"), []string{"satu", "dua"}},
		{"line feeds stay", "satu\n\ndua\n", 50, []string{"satu", "", "dua"}},
		{"after a slash", "biaya/tarif", em("biaya/t"), []string{"biaya/", "tarif"}},
		{"not inside a number", "12/2009", em("12/20"), []string{"12/20", "09"}},
		{"long word", "aaaaaaaaaa", em("aaaa"), []string{"aaaa", "aaaa", "aa"}},
		{"long word after a short one", "b aaaaaaaa", em("aaaa"), []string{"b", "aaaa", "aaaa"}},
		{"never less than a rune", "abc", 0, []string{"a", "b", "c"}},
		{"joined words", "nomor\u00a025 tahun", em("nomor\u00a025"), []string{"nomor\u00a025", "tahun"}},
	} {
		got := st.wrap(test.text, test.width)
		if strings.Join(got, "|") != strings.Join(test.want, "|") {
			t.Errorf("%s: got %q, want %q", test.name, got, test.want)
		}
	}
}

func TestWrapAtMost(t *testing.T) {
	st := style{size: 10}
	got := st.wrapAtMost("satu dua tiga empat", st.width("empat"), 2)
	if len(got) != 2 || !strings.HasSuffix(got[1], "…") || st.width(got[1]) > st.width("empat") {
		t.Errorf("got %q", got)
	}
}

// FuzzWrap: every line fits or is one rune, and no rune but spaces is lost.
func FuzzWrap(f *testing.F) {
	f.Add("Sistem, mekanisme, dan prosedur/biaya-tarif", 20.0)
	f.Add("a\n b  \xff😀/-/- ", 3.0)
	f.Fuzz(func(t *testing.T, text string, width float64) {
		if !(width >= 0) || width > 1000 || len(text) > 5000 {
			return
		}
		st := style{size: 8, bold: len(text)%2 == 0}
		lines := st.wrap(text, width)
		for _, line := range lines {
			if st.width(line) > width+0.01 && utf8.RuneCountInString(line) > 1 {
				t.Fatalf("%q is %.2f wide, more than %.2f", line, st.width(line), width)
			}
		}
		bare := strings.NewReplacer(" ", "", "\n", "")
		if got, want := bare.Replace(strings.Join(lines, "")), bare.Replace(clean(text)); got != want {
			t.Fatalf("lost text: %q became %q", want, got)
		}
		if word := st.longestWord(text); word <= width && len(st.wrap(strings.ReplaceAll(clean(text), "\n", " "), word)) == 0 {
			t.Fatal("no line")
		}
	})
}
