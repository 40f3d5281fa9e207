package strictyaml_test

import (
	"math/big"
	"strings"
	"testing"
	"unicode/utf8"

	"gopkg.in/yaml.v3"

	"spotcheck/indicators/strictyaml"
)

// FuzzParse: nothing panics, and a document without problems is one that the
// plain library reads to the same value of "nama".
func FuzzParse(f *testing.F) {
	for _, s := range []string{
		"nama: a\n", "nama: |\n  a\n  b\n", "nama: &x a\nhari: *x\n", "? [a]\n: b\n", "nama: [a, {b: c}]\n",
		"---\nnama: !!str 1\n...\n", "\ufeffnama: a\r\n", "skala: {s: {judul: a}}\n", "nama: 'a''b'\n", "%YAML 1.1\n---\nnama: 1\n", aliasBomb(),
	} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		doc := strictyaml.Parse("f", data)
		walk(doc)
		list := doc.Problems()
		for _, p := range list {
			if p.File != "f" || p.Message == "" || !utf8.ValidString(p.Error()) || strings.Contains(p.Error(), "\n") {
				t.Fatalf("not a whole problem: %q", p.Error())
			}
		}
		if list.Errors() > 0 {
			return
		}
		var plain map[string]any
		if err := yaml.Unmarshal(data, &plain); err != nil {
			t.Fatalf("accepted what the library refuses: %v", err)
		}
		name := doc.Root().Text("nama")
		if text, ok := plain["nama"].(string); ok && strings.TrimSpace(text) != name {
			t.Fatalf("nama is %q, the library says %q", name, text)
		}
	})
}

// FuzzParseDecimal checks the digits against the definition of a decimal.
func FuzzParseDecimal(f *testing.F) {
	for _, s := range []string{"12.5", "-0.001", "010", "1e3", "0x1p-2", "1/3", "+1", ".5", "5.", "١", "", "-", "123456789012.123456789012"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		got, ok := strictyaml.ParseDecimal(s)
		want := decimal(s)
		if ok != (want != nil) || ok && got.Cmp(want) != 0 {
			t.Fatalf("ParseDecimal(%q) = %v, %v, want %v", s, got, ok, want)
		}
	})
}

// decimal is the slow way: digit by digit, nil for anything else.
func decimal(s string) *big.Rat {
	digits, negative := strings.CutPrefix(s, "-")
	whole, part, point := strings.Cut(digits, ".")
	if len(whole) < 1 || len(whole) > 12 || point && (len(part) < 1 || len(part) > 12) {
		return nil
	}
	sum := new(big.Rat)
	for _, c := range []byte(whole + part) {
		if c < '0' || c > '9' {
			return nil
		}
		sum.Mul(sum, big.NewRat(10, 1)).Add(sum, big.NewRat(int64(c-'0'), 1))
	}
	for range len(part) {
		sum.Quo(sum, big.NewRat(10, 1))
	}
	if negative {
		sum.Neg(sum)
	}
	return sum
}
