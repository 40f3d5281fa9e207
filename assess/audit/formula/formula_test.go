package formula

import (
	"strings"
	"testing"
)

func TestShape(t *testing.T) {
	for _, c := range []struct{ a, b string }{ // a in C3, b in E10: copies of each other
		{"A1+B2", "C8+D9"},
		{"SUM($A$1:C2)", "sum( $A$1:E9 )"},
		{"$A1*B$1", "$A8*D$1"},
		{"Data!A1&'Lembar satu'!B2", "data!C8&'lembar SATU'!D9"},
		{"A:A+2:2", "C:C+9:9"},
		{`IF(A1>=2,"Ya, benar","Tidak ""x""")`, `IF(C8>=2,"Ya, benar","Tidak ""x""")`},
		{"-2^2%", "- 2 ^ 2%"},
		{"{1,2;3,4}", "{1,2;3,4}"},
		{"_xlfn.IFS(A1,1)", "IFS(C8,1)"},
	} {
		a, err := Parse(c.a, 3, 3)
		if err != nil {
			t.Errorf("%s: %v", c.a, err)
			continue
		}
		b, err := Parse(c.b, 10, 5)
		if err != nil {
			t.Errorf("%s: %v", c.b, err)
			continue
		}
		if a.Shape() != b.Shape() {
			t.Errorf("%s is %s, %s is %s", c.a, a.Shape(), c.b, b.Shape())
		}
		if moved, err := Parse(a.At(10, 5), 10, 5); err != nil || moved.Shape() != a.Shape() {
			t.Errorf("%s moves to %s (%v)", c.a, a.At(10, 5), err)
		}
	}
}

func TestParseRefuses(t *testing.T) {
	for _, text := range []string{"", "=", "A1+", "(A1", "A1)", "SUM(A1", `"x`, "'x'", "A1 + * 2", "1,2", "{A1}", "#WRONG!", "$", "1A", "IF(,", "[x", "Nilai!", "\x00", strings.Repeat("(", 200), strings.Repeat("x", 40_000)} {
		if n, err := Parse(text, 1, 1); err == nil {
			t.Errorf("%.20q is read as %s", text, n.Shape())
		}
	}
}

func TestOpaque(t *testing.T) {
	for text, why := range map[string]string{
		"[1]Rekap!A1": WhyLink, "'[Nilai 2025.xlsx]Rekap'!A1": WhyLink, "'C:\\x\\[a.xlsx]b'!A1:B2": WhyLink, "[1]!nama": WhyLink,
		"Tabel1[Nilai]": WhyTable, "Tabel1[[#This Row],[Nilai]]": WhyTable, "Satu:Tiga!A1": WhyThreeD, "'Satu:Tiga'!A1:B2": WhyThreeD,
		"INDEX(A:A,1):A9": WhyComputed, "A1:B2 B1:C2": WhyIntersect, "(A1,B2)": WhyIntersect,
	} {
		n, err := Parse(text, 1, 1)
		if err != nil || n.Op != Opaque || n.Text != why {
			t.Errorf("%s: %+v, %v", text, n, err)
			continue
		}
		if n.At(1, 1) != text {
			t.Errorf("%s is written %s", text, n.At(1, 1))
		}
	}
}

func TestRefs(t *testing.T) {
	n, err := Parse("SUM(B$2:$D10)+Lain!5:6+C:C+z99", 4, 5)
	if err != nil {
		t.Fatal(err)
	}
	var got []Area
	n.Refs(5, 6, func(a Area) { got = append(got, a) })
	want := []Area{{"", 2, 3, 11, 4}, {"Lain", 6, 1, 7, MaxCol}, {"", 1, 4, MaxRow, 4}, {"", 100, 27, 100, 27}}
	if len(got) != len(want) {
		t.Fatalf("%v", got)
	}
	for i := range want {
		if got[i] != want[i] {
			t.Errorf("%v, want %v", got[i], want[i])
		}
	}
	up, _ := Parse("A1", 5, 5)
	if _, ok := up.Ref.At(1, 1); ok {
		t.Error("a reference off the sheet is one")
	}
}

func TestRound(t *testing.T) {
	for _, c := range []struct {
		f        float64
		decimals int
		way      int
		want     float64
	}{
		{2.675, 2, 0, 2.68}, {1.005, 2, 0, 1.01}, {-2.5, 0, 0, -3}, {0.49, 0, 0, 0}, {0.5, 0, 0, 1}, {1234.5, -2, 0, 1200}, {51, -2, 0, 100}, {49, -2, 0, 0},
		{5, -2, 0, 0}, {2.1, 0, 1, 3}, {-2.1, 0, 1, -3}, {2, 0, 1, 2}, {1, -2, 1, 100}, {2.99, 1, -1, 2.9}, {1.1, 5, 0, 1.1}, {99.995, 2, 0, 100},
	} {
		if got := round(c.f, c.decimals, c.way); got != c.want {
			t.Errorf("round(%v, %d, %d) = %v, want %v", c.f, c.decimals, c.way, got, c.want)
		}
	}
}

func TestWildcard(t *testing.T) {
	for _, c := range []struct {
		pattern, s string
		want       bool
	}{
		{"a*", "abc", true}, {"*c", "abc", true}, {"a?c", "abc", true}, {"a?c", "ac", false}, {"*", "", true}, {"a~*", "a*", true}, {"a~*", "ab", false},
		{"*b*d", "abcbd", true}, {"~?", "?", true}, {"", "", true}, {"", "a", false},
	} {
		if got := wildcard([]rune(c.pattern), []rune(c.s)); got != c.want {
			t.Errorf("%q matches %q: %v", c.pattern, c.s, got)
		}
	}
}

// FuzzParse: what is read can be written and read again as the same, in its own
// cell and in another.
func FuzzParse(f *testing.F) {
	for _, s := range []string{"SUM(A1:B2)*2%", `IF(A1>="x",'Lembar 1'!$A$1,{1,2;3,-4})`, "[1]A!B2+T[#x]", "a:b 1:2", "-+-A1^2", "Satu:Dua!A1", "(A1,B2)", "SUM(,1,)"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		n, err := Parse(s, 7, 7)
		if err != nil {
			return
		}
		shape := n.Shape()
		text := n.At(7, 7)
		again, err := Parse(text, 7, 7)
		if err != nil {
			t.Fatalf("%q is written %q, which is refused: %v", s, text, err)
		}
		if got := again.Shape(); got != shape {
			t.Fatalf("%q has the shape %q, and written as %q %q", s, shape, text, got)
		}
	})
}
