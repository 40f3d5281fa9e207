package indicators_test

import (
	"math/big"
	"slices"
	"strings"
	"testing"
	"unicode"

	"spotcheck/indicators"
)

// The scales of the tests: steps, steps with a half, a share in per cent.
func lengkap() *indicators.Scale {
	return steps("0 Tidak ada", "1 Sebagian", "2 Lengkap")
}

func steps(levels ...string) *indicators.Scale {
	s := &indicators.Scale{Key: "uji"}
	for _, l := range levels {
		value, label, _ := strings.Cut(l, " ")
		r, _ := new(big.Rat).SetString(value)
		s.Levels = append(s.Levels, indicators.Level{Value: r, Label: label})
	}
	s.Min, s.Max = s.Levels[0].Value, s.Levels[len(levels)-1].Value
	return s
}

func persen() *indicators.Scale {
	return &indicators.Scale{Key: "persen", Min: new(big.Rat), Max: big.NewRat(100, 1), Decimals: 2}
}

func TestScaleParse(t *testing.T) {
	half := steps("-1 Rusak", "0 Belum", "0.5 Ya, sebagian", "1 Ya, seluruhnya")
	for _, tc := range []struct {
		scale *indicators.Scale
		text  string
		want  string // "" refused
	}{
		{lengkap(), "2", "2"}, {lengkap(), "2,0", "2"}, {lengkap(), "2.0", "2"}, {lengkap(), "2.000", "2"}, {lengkap(), "02", "2"},
		{lengkap(), "Lengkap", "2"}, {lengkap(), "lengkap", "2"}, {lengkap(), "TIDAK ADA", "0"},
		{lengkap(), " tidak \u00a0\u202f ada\t", "0"}, {lengkap(), "tidak\u2003ada", "0"}, {lengkap(), "\ufeffSebagian\u200b", "1"},
		{lengkap(), "2 = Lengkap", "2"}, {lengkap(), "2 = LENGKAP", "2"}, {lengkap(), "2=Lengkap", "2"}, {lengkap(), "2\u00a0= Lengkap", "2"}, {lengkap(), "2,0 = Lengkap", "2"},
		{half, "0,5", "1/2"}, {half, "0.50", "1/2"}, {half, "ya,  sebagian", "1/2"}, {half, "0,5 = Ya, sebagian", "1/2"}, {half, "0.5 = Ya, sebagian", "1/2"},
		{half, "-1", "-1"}, {half, "-1 = rusak", "-1"}, {half, "-1,0", "-1"},
		{persen(), "87,5", "175/2"}, {persen(), "87.50", "175/2"}, {persen(), "0", "0"}, {persen(), "100", "100"}, {persen(), "100,00", "100"}, {persen(), "0.01", "1/100"}, {persen(), "12,340", "617/50"},

		{lengkap(), "", ""}, {lengkap(), " \u00a0", ""},
		{lengkap(), "2.5", ""}, {lengkap(), "2,5", ""}, {lengkap(), "3", ""}, {lengkap(), "-2", ""}, {lengkap(), "1.9999999", ""},
		{lengkap(), "1e0", ""}, {lengkap(), "1e3", ""}, {lengkap(), "+2", ""}, {lengkap(), "0x2", ""}, {lengkap(), "2/1", ""}, {lengkap(), "2,", ""}, {lengkap(), ".5", ""}, {lengkap(), "2 0", ""},
		{lengkap(), "２", ""}, {lengkap(), "٢", ""}, {lengkap(), "②", ""}, {lengkap(), "²", ""}, {lengkap(), "−1", ""},
		{lengkap(), "TB", ""}, {lengkap(), "tb", ""}, {lengkap(), "Tidak berlaku", ""}, {lengkap(), "NaN", ""}, {lengkap(), "Inf", ""}, {lengkap(), "-", ""}, {lengkap(), "true", ""}, {lengkap(), "x", ""},
		{lengkap(), "1 = Lengkap", ""}, {lengkap(), "3 = Lengkap", ""}, {lengkap(), "2 =", ""}, {lengkap(), "= Lengkap", ""}, {lengkap(), "2 = Lengkap = 2", ""}, {lengkap(), "2 Lengkap", ""}, {lengkap(), "Lengka", ""}, {lengkap(), "Tidakada", ""},
		{persen(), "100,01", ""}, {persen(), "-0,01", ""}, {persen(), "87,555", ""}, {persen(), "87,5%", ""}, {persen(), "1.234,50", ""}, {persen(), "1e2", ""}, {persen(), "87.5 = ", ""}, {persen(), "1234567890123", ""},
	} {
		got, ok := tc.scale.Parse(tc.text)
		if ok != (tc.want != "") || ok && got.Cmp(rat(t, tc.want)) != 0 {
			t.Errorf("%s: Parse(%q) = %v, %v, want %q", tc.scale.Key, tc.text, got, ok, tc.want)
		}
	}
}

func TestScaleText(t *testing.T) {
	half := steps("0 Belum", "0.5 Ya, sebagian", "1 Ya, seluruhnya")
	want := []string{"0 = Belum", "0,5 = Ya, sebagian", "1 = Ya, seluruhnya"}
	if got := half.Options(); !slices.Equal(got, want) {
		t.Errorf("Options() = %q", got)
	}
	if got := half.Allowed(); !slices.Equal(got, want) {
		t.Errorf("Allowed() = %q", got)
	}
	share := &indicators.Scale{Min: rat(t, "0.5"), Max: rat(t, "99.5"), Decimals: 1}
	if got := share.Allowed(); len(got) != 1 || got[0] != "angka 0,5 sampai 99,5, paling banyak 1 desimal" {
		t.Errorf("Allowed() = %q", got)
	}
}

func TestFractionAndPosition(t *testing.T) {
	uneven := steps("-2 a", "0 b", "1 c", "6 d")
	for i, want := range []string{"0", "1/4", "3/8", "1"} {
		v := uneven.Levels[i].Value
		if got := uneven.Fraction(v); got.Cmp(rat(t, want)) != 0 {
			t.Errorf("Fraction(%s) = %s, want %s", v, got, want)
		}
		if got := uneven.Position(v); got != i {
			t.Errorf("Position(%s) = %d", v, got)
		}
	}
	if got := uneven.Position(rat(t, "3")); got != -1 {
		t.Errorf("Position(3) = %d", got)
	}
	if got := persen().Position(rat(t, "3")); got != -1 {
		t.Errorf("a free number has position %d", got)
	}
	if got := persen().Fraction(rat(t, "87.5")); got.Cmp(rat(t, "7/8")) != 0 {
		t.Errorf("Fraction(87.5) = %s", got)
	}
}

// FuzzScaleParse compares Parse with a reading that tries every level in turn.
func FuzzScaleParse(f *testing.F) {
	for _, s := range []string{"2", "2,0", "-1", "0.5 = Ya, sebagian", "ya, sebagian", "1e3", "+2", "２", "TB", "\u00a02 =  lengkap ", "100,00", "1.234,5", "2 = ", "0002.0", "-0", "ſebagian"} {
		f.Add(s)
	}
	scales := []*indicators.Scale{lengkap(), steps("-1 Rusak", "0 Belum", "0.5 Ya, sebagian", "1 Ya, seluruhnya"), persen()}
	f.Fuzz(func(t *testing.T, text string) {
		for _, s := range scales {
			got, ok := s.Parse(text)
			want := slowParse(s, text)
			if ok != (want != nil) || ok && got.Cmp(want) != 0 {
				t.Fatalf("Parse(%q) = %v, %v, want %v", text, got, ok, want)
			}
		}
	})
}

func slowParse(s *indicators.Scale, text string) *big.Rat {
	words := strings.FieldsFunc(text, func(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune("\u200b\u2060\ufeff", r) })
	text = strings.Join(words, " ")
	number := slowDecimal(text)
	for _, l := range s.Levels {
		if number != nil && number.Cmp(l.Value) == 0 || strings.EqualFold(text, l.Label) {
			return l.Value
		}
		before, after, ok := strings.Cut(text, "=")
		if v := slowDecimal(strings.Trim(before, " ")); ok && v != nil && v.Cmp(l.Value) == 0 && strings.EqualFold(strings.Trim(after, " "), l.Label) {
			return l.Value
		}
	}
	if number == nil || len(s.Levels) > 0 || number.Cmp(s.Min) < 0 || number.Cmp(s.Max) > 0 {
		return nil
	}
	if indicators.Round(number, s.Decimals).Cmp(number) != 0 {
		return nil
	}
	return number
}

// slowDecimal reads digits with at most one comma or point among them.
func slowDecimal(text string) *big.Rat {
	digits, negative := strings.CutPrefix(text, "-")
	whole, part, ok := strings.Cut(strings.Replace(digits, ",", ".", 1), ".")
	if whole == "" || ok && part == "" || len(whole) > 12 || len(part) > 12 || strings.Trim(whole+part, "0123456789") != "" {
		return nil
	}
	v, _ := new(big.Rat).SetString(whole + "." + part + "0")
	if negative {
		v.Neg(v)
	}
	return v
}

func TestIsNA(t *testing.T) {
	for text, want := range map[string]bool{"TB": true, " tb ": true, "tidak  berlaku": true, "TB = Tidak Berlaku": true, "": false, "TBC": false, "TB=Tidak berlaku": false} {
		if indicators.IsNA(text) != want {
			t.Errorf("IsNA(%q) = %v", text, !want)
		}
	}
}

func TestIsFiller(t *testing.T) {
	for text, want := range map[string]bool{
		"": true, " - ": true, "–": true, "...": true, "0": true, "N/A": true, "n/a ": true,
		"00": false, "nihil": false, "na": false, "٢": false, "業": false, "KTP": false,
	} {
		if indicators.IsFiller(text) != want {
			t.Errorf("IsFiller(%q) = %v", text, !want)
		}
	}
}
