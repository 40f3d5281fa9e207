package strictyaml_test

import (
	"fmt"
	"strings"
	"testing"

	"spotcheck/indicators/problem"
	"spotcheck/indicators/strictyaml"
)

// walk reads a document of the shape that the tables below use: one key of
// every kind.
func walk(doc *strictyaml.Doc) {
	m := doc.Root()
	m.Text("nama")
	m.Optional("catatan")
	if m.Has("bobot") {
		m.Decimal("bobot")
	}
	m.Int("hari", 7)
	m.OneOf("cakupan", "unit", "unit", "produk")
	m.List("bukti")
	for _, child := range m.Maps("anak") {
		child.Text("kode")
		child.Done()
	}
	if sub := m.Map("masa"); sub != nil {
		sub.Optional("dari")
		sub.Done()
	}
	_, values := m.Entries("skala")
	for _, v := range values {
		v.Text("judul")
		v.Done()
	}
	m.Pairs("jenis")
	m.Done()
}

// told lists the problems of a walk as "S602 3:1".
func told(data string) []string {
	doc := strictyaml.Parse("uji.yaml", []byte(data))
	walk(doc)
	var out []string
	for _, p := range doc.Problems() {
		out = append(out, strings.TrimSpace(fmt.Sprintf("%s %s", p.Code, p.Cell)))
	}
	return out
}

const sound = "nama: a\n"

// faults are documents with what must be told of them.
var faults = []struct{ name, data, want string }{
	{"sound", sound, ""},
	{"sound with everything", sound + "catatan: b\nbobot: -12.50\nhari: 3\ncakupan: produk\nbukti: [x, y]\nanak:\n  - {kode: z}\nmasa: {dari: 2026-01-01}\nskala: {s: {judul: t}}\njenis: {d: Dinas}\n", ""},
	{"comment and end mark", "# awal\nnama: a # di sini\n...\n", ""},
	{"byte-order mark", "\ufeffnama: a\n", ""},
	{"carriage returns", "nama: a\r\ncatatan: b\r\n", ""},

	{"S601 colon in a value", "nama: a: b\n", "S601"},
	{"S601 indentation", sound + "  hari: 2\n", "S601 2"},
	{"S601 open quote", "nama: \"a\nhari: 1\n", "S601 3"},
	{"S601 tab", "masa:\n\tdari: b\n", "S601 2"},
	{"S601 control character", "nama: \x00\n", "S601"},
	{"S601 escape character in a value", "nama: \"a\\e[31mb\"\n", "S601 1:7"},
	{"S601 escape character in a key", "nama: a\n\"\\x07\": b\n", "S601 2:1 S602 2:1"},
	{"S601 turned direction", sound + "bukti: [x, \"y\\u202E\", \"\\u200F\"]\n", "S601 2:12 S601 2:23"},
	{"S601 turned direction, plain", "nama: a\u2066b\n", "S601 1:7"},
	{"line breaks and tabs", "nama: \"a\\tb\\nc\\r\\n\\u2028\"\n", ""},
	{"S601 not UTF-8", "nama: \xe9\n", "S601"},
	{"S601 in the second document", sound + "---\nb: c: d\n", "S601 3"},
	{"S601 alias to nothing", "nama: *a\n", "S601"},
	{"S601 unknown directive", "%LAIN\n---\nnama: a\n", "S601"},

	{"S602 root", sound + "namo: b\n", "S602 2:1"},
	{"S602 in a mapping", sound + "masa: {sampai: 1}\n", "S602 2:8"},
	{"S602 in a sequence", sound + "anak:\n  - kode: a\n    bobot: 1\n", "S602 4:5"},
	{"S602 merge key", sound + "<<: {hari: 1}\n", "S602 2:1"},

	{"S603 root", sound + "hari: 1\nnama: b\n", "S603 3:1"},
	{"S603 quoted", sound + "\"nama\": b\n", "S603 2:1"},
	{"S603 entry", sound + "skala:\n  s: {judul: a}\n  s: {judul: b}\n", "S603 4:3"},
	{"S603 pair", sound + "jenis: {d: Dinas, d: Badan}\n", "S603 2:19"},

	{"S604 two documents", sound + "---\nnama: b\n", "S604 2:1"},
	{"S604 an empty second", sound + "---\n", "S604 2:1"},

	{"S605 root is a list", "- a\n", "S605 1:1"},
	{"S605 root is a text", "halo\n", "S605 1:1"},
	{"S605 root is empty", "---\n", "S605 2:1"},
	{"S605 list for a text", "nama: [a]\n", "S605 1:7"},
	{"S605 mapping for a number", sound + "bobot: {a: 1}\n", "S605 2:8"},
	{"S605 list for one of", sound + "cakupan: [unit]\n", "S605 2:10"},
	{"S605 text for a list", sound + "bukti: x\n", "S605 2:8"},
	{"S605 list in a list", sound + "bukti: [x, [y]]\n", "S605 2:12"},
	{"S605 text for a mapping", sound + "masa: x\n", "S605 2:7"},
	{"S605 null for a mapping", sound + "masa:\n", "S605 2:6"},
	{"S605 text in a list of mappings", sound + "anak: [x]\n", "S605 2:8"},
	{"S605 text for an entry", sound + "skala: {s: x}\n", "S605 2:12"},
	{"S605 list in pairs", sound + "jenis: {d: [x]}\n", "S605 2:12"},
	{"S605 a list for a key", sound + "? [a]\n: b\n", "S605 2:3"},
	{"S605 a mapping for a key", sound + "jenis: {{a: b}: c}\n", "S605 2:9"},
	{"S605 an empty key", sound + "jenis: {\"\": c}\n", "S605 2:9"},
	{"S605 own tag", sound + "catatan: !rahasia b\n", "S605 2:10"},
	{"S605 binary", sound + "catatan: !!binary aGFsbw==\n", "S605 2:10"},

	{"S606 absent", "hari: 1\n", "S606 1:1"},
	{"S606 null", "nama:\nhari: 1\n", "S606 1:6"},
	{"S606 tilde", "nama: ~\n", "S606 1:7"},
	{"S606 blank", "nama: \"  \"\n", "S606 1:7"},
	{"S606 in a sequence", sound + "anak: [{}]\n", "S606 2:8"},
	{"S606 empty file", "", "S606"},
	{"S606 only spaces", "  \n\n", "S606"},
	{"S606 only a comment", "# x\n", "S606"},

	{"S607 anchor", "nama: &x a\n", "S607 1:7"},
	{"S607 alias", "nama: &x a\nhari: *x\n", "S607 1:7"},
	{"S607 too deep", sound + "bukti: " + strings.Repeat("[", 70) + strings.Repeat("]", 70) + "\n", "S607 2:71"},

	{"S608 text", sound + "bobot: dua\n", "S608 2:8"},
	{"S608 comma", sound + "bobot: 1,5\n", "S608 2:8"},
	{"S608 not a number", sound + "bobot: .nan\n", "S608 2:8"},
	{"S608 infinity", sound + "bobot: -.inf\n", "S608 2:8"},
	{"S608 exponent", sound + "bobot: 1e3\n", "S608 2:8"},
	{"S608 plus", sound + "bobot: +2\n", "S608 2:8"},
	{"S608 fraction", sound + "bobot: 1/3\n", "S608 2:8"},
	{"S608 hexadecimal", sound + "bobot: 0x10\n", "S608 2:8"},
	{"S608 underscore", sound + "bobot: 1_000\n", "S608 2:8"},
	{"S608 too many digits", sound + "bobot: 1234567890123\n", "S608 2:8"},
	{"S608 half a day", sound + "hari: 2.5\n", "S608 2:7"},
	{"S608 a negative day", sound + "hari: -1\n", "S608 2:7"},
	{"S608 a signed day", sound + "hari: +5\n", "S608 2:7"},
	{"S608 too many days", sound + "hari: 1000000\n", "S608 2:7"},

	{"S611 not one of", sound + "cakupan: produc\n", "S611 2:10"},

	{"all at once, in order", "hari: x\nnama: [a]\nlain: 1\nhari: 2\ncakupan: semua\n", "S608 1:7 S605 2:7 S602 3:1 S603 4:1 S611 5:10"},
}

func TestEveryNumberAtItsPlace(t *testing.T) {
	for _, tc := range faults {
		if got := strings.Join(told(tc.data), " "); got != tc.want {
			t.Errorf("%s: got %q, want %q", tc.name, got, tc.want)
		}
	}
}

// A key out of a closed set that may not be absent complains once.
func TestRequiredOneOf(t *testing.T) {
	for data, want := range map[string]string{
		"skema: a\n": "", "skema: c\n": "S611 1:8", "skema: [a]\n": "S605 1:8", "skema:\n": "S606 1:7", "lain: a\n": "S606 1:1",
	} {
		doc := strictyaml.Parse("uji.yaml", []byte(data))
		doc.Root().OneOf("skema", "", "a", "b")
		var got []string
		for _, p := range doc.Problems() {
			got = append(got, fmt.Sprintf("%s %s", p.Code, p.Cell))
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%q: %v, want %q", data, got, want)
		}
	}
}

func TestFileAndDefaults(t *testing.T) {
	doc := strictyaml.Parse("uji.yaml", []byte("lain: 1\n"))
	m := doc.Root()
	if d, s := m.Int("hari", 7), m.OneOf("cakupan", "unit", "unit", "produk"); d != 7 || s != "unit" {
		t.Errorf("defaults: %d, %q", d, s)
	}
	if m.Map("masa") != nil || m.List("bukti") != nil || m.Maps("anak") != nil || m.Optional("catatan") != "" {
		t.Error("something absent is there")
	}
	if m.Done(); doc.Problems()[0].File != "uji.yaml" {
		t.Errorf("the problem is in file %q", doc.Problems()[0].File)
	}
}

// A reader must be able to act on a message without knowing English.
func TestSyntaxErrorsSpeakIndonesian(t *testing.T) {
	for _, data := range []string{"nama: a: b\n", "masa:\n\tdari: b\n", "nama: \x00\n", "nama: \xe9\n", "nama: \"a\n", "a: [b\n", "nama: *a\n", "%LAIN\n---\nb: 1\n", "nama: 'a\n---\n", ": b\n", "nama: @a\n", strings.Repeat("[", 20000)} {
		doc := strictyaml.Parse("uji.yaml", []byte(data))
		for _, p := range doc.Problems() {
			for _, word := range []string{"found", "not", "expected", "character", "are", "exceeded", "unknown", "token"} {
				if strings.Contains(" "+p.Error()+" ", " "+word+" ") {
					t.Errorf("%.20q: %s", data, p.Error())
					break
				}
			}
		}
		if len(doc.Problems()) != 1 {
			t.Errorf("%.20q: %d problems", data, len(doc.Problems()))
		}
	}
}

func TestHints(t *testing.T) {
	known := []string{"respondent", "product", "unit", "cakupan"}
	for _, tc := range []struct{ word, want string }{
		{"produc", `; maksud Anda "product"?`},
		{"prodcut", `; maksud Anda "product"?`},
		{"unti", `; maksud Anda "unit"?`},
		{"unit", `; maksud Anda "unit"?`},
		{"UNIT", `; maksud Anda "unit"?`},
		{"Produkt", `; maksud Anda "product"?`},
		{"kelurahan", ""},
		{"xy", ""},
		{"", ""},
		{strings.Repeat("unit", 1000), ""},
	} {
		if got := strictyaml.Hint(tc.word, known); got != tc.want {
			t.Errorf("Hint(%.20q) = %q, want %q", tc.word, got, tc.want)
		}
	}
	if got := strictyaml.Hint("ab", []string{"xy"}); got != "" {
		t.Errorf("two typing errors in two letters are another word: %q", got)
	}
	if got := strictyaml.Hint("aturan", []string{"aturam", "aturas"}); got != `; maksud Anda "aturam"?` {
		t.Errorf("of two equally near the first: %q", got)
	}
}

func TestUnknownKeysAreHinted(t *testing.T) {
	doc := strictyaml.Parse("uji.yaml", []byte("nama: a\ncatatam: b\ncakupan: produc\n"))
	walk(doc)
	for i, want := range []string{`maksud Anda "catatan"?`, `maksud Anda "produk"?`} {
		if got := doc.Problems()[i].Message; !strings.Contains(got, want) {
			t.Errorf("%q lacks %q", got, want)
		}
	}
	if got := doc.Problems()[1]; got.Value != "produc" || got.Allowed != "unit, produk" || got.Code != problem.UnknownName {
		t.Errorf("%+v", got)
	}
}
