package workbook_test

import (
	"bytes"
	"math/rand/v2"
	"strconv"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"spotcheck/indicators/format"
	"spotcheck/indicators/workbook"
)

// maker makes any instrument file that the table allows, sound or not, out of the
// bytes of a fuzz input.
type maker struct {
	rest  []byte
	count int
}

func (m *maker) below(n int) int {
	if len(m.rest) == 0 {
		return 0
	}
	b := m.rest[0]
	m.rest = m.rest[1:]
	return int(b) % n
}

// texts are what a cell might not give back as it was.
var texts = []string{
	"biasa", "=1+1", "+1", "-1", "@x", "'x", "12,5", "1.234", "0012", "1e5", "TRUE", "#N/A", "2026-01-01", "50%", " x ", "dua\nbaris", "a\n\n  b", "a \n b\n", "\ttab\t",
	`"kutip" dan \`, "_x0041_", "_x000D_x0041_", "\uffff", "<b>&amp;</b>", "é😀\u00a0\u200b", "\u2028garis", "\ufeffbom", "a: b # c", "- a", "{}", "null", "~", "kunci", strings.Repeat("panjang ", 20),
}

func (m *maker) text() string {
	if n := m.below(len(texts) + 10); n < len(texts) {
		return texts[n]
	}
	n := min(m.below(40), len(m.rest))
	raw := m.rest[:n]
	m.rest = m.rest[n:]
	if !utf8.Valid(raw) {
		return "x"
	}
	return strings.Map(func(r rune) rune {
		if r != '\n' && r != '\t' && (unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r)) {
			return 'x' // no instrument may hold these
		}
		return r
	}, string(raw))
}

// unique is a name that was not given before.
func (m *maker) unique() string {
	m.count++
	return format.Clean(format.Text, m.text()[:0]+strconv.Itoa(m.count)+string([]rune(m.text() + "x")[:1])) + "k"
}

func (m *maker) scalar(k format.Kind) format.Value {
	s := m.text()
	if k == format.Decimal || k == format.Whole { // what is no decimal there, no parser takes
		s = strconv.Itoa(m.below(256)*m.below(256)*m.below(256)-m.below(256)) + "." + strings.Repeat(strconv.Itoa(m.below(100)), 1+m.below(6))
	}
	return format.Value{Text: format.Clean(k, s)}
}

func (m *maker) mapping(ks *format.Keys, depth int) (v format.Value) {
	side := format.With
	if m.below(2) == 0 || depth > 4 {
		side = format.Without
	}
	for _, k := range ks.On(side) {
		if m.below(4) == 0 && k.Name != "id" && k.Name != ks.Switch {
			continue
		}
		part := m.part(ks, k, depth)
		part.Name = k.Name
		v.Items = append(v.Items, part)
	}
	return v
}

func (m *maker) part(ks *format.Keys, k format.Key, depth int) (v format.Value) {
	below := ks.Below(k)
	switch {
	case k.Name == "id":
		return format.Value{Text: m.unique()}
	case k.Kind == format.Mapping:
		return m.mapping(below, depth)
	case k.Kind.InCell() && !k.Kind.IsList():
		if v = m.scalar(k.Kind); v.Text == "" && k.Name == "extends" {
			v.Text = "x"
		}
		return v
	}
	for range 1 + m.below(3) {
		it := m.scalar(k.Each)
		if below != nil {
			it = m.mapping(below, depth+1)
		}
		if k.Kind == format.Entries || k.Kind == format.Pairs {
			it.Name = m.unique()
		}
		v.Items = append(v.Items, it)
	}
	return v
}

// FuzzRoundTrip: any instrument file, sound or not, comes back from its workbook as
// it was, and its workbook is always the same.
func FuzzRoundTrip(f *testing.F) {
	for seed := range uint64(8) {
		rng := rand.New(rand.NewPCG(seed, 1))
		data := make([]byte, 4000)
		for i := range data {
			data[i] = byte(rng.Uint32())
		}
		f.Add(data)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		v := format.Trim((&maker{rest: data}).mapping(format.Root, 0))
		yaml := format.Encode(v)
		if again, list := format.Read("f.yaml", yaml); len(list) > 0 || !bytes.Equal(format.Encode(format.Trim(again)), yaml) {
			t.Fatalf("not a file of the format: %v\n%s", list, yaml)
		}
		var book, twice bytes.Buffer
		if err := workbook.Write(&book, "f.yaml", v); err != nil {
			t.Fatalf("%v\n%.3000s", err, yaml)
		}
		back, list := workbook.Read("f.xlsx", book.Bytes())
		if got := format.Encode(format.Trim(back)); len(list) > 0 || !bytes.Equal(got, yaml) {
			t.Fatalf("%v\n%s\nis not\n%s", list, got, yaml)
		}
		if err := workbook.Write(&twice, "f.yaml", back); err != nil || !bytes.Equal(twice.Bytes(), book.Bytes()) {
			t.Fatalf("other bytes: %v", err)
		}
	})
}
