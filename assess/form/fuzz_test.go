package form_test

import (
	"bytes"
	"encoding/xml"
	"math/big"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"unicode"

	"spotcheck/assess"
	"spotcheck/assess/form"
)

// compact drops case and everything that looks like space.
func compact(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || r == '\u200b' || r == '\ufeff' {
			return -1
		}
		return unicode.ToLower(r)
	}, s)
}

// number: longer ones are refused, whatever they come to.
var number = regexp.MustCompile(`^-?[0-9]{1,12}([.,][0-9]{1,12})?$`)

// says is what a text means in the answer cell of A1.2 (0 = Tidak, 1 = Ya, TB),
// written down independently: "0", "1", "TB", or "" for no answer.
func says(text string) string {
	switch c := compact(text); c {
	case "tidak", "0=tidak":
		return "0"
	case "ya", "1=ya":
		return "1"
	case "tb", "tb=tidakberlaku", "tidakberlaku":
		return "TB"
	default:
		if v, ok := new(big.Rat).SetString(strings.Replace(c, ",", ".", 1)); ok && number.MatchString(c) {
			for _, level := range []int64{0, 1} {
				if v.Cmp(big.NewRat(level, 1)) == 0 {
					return big.NewRat(level, 1).Num().String()
				}
			}
		}
	}
	return ""
}

// wellSpaced: white space stands only where a person puts it, around the answer
// and singly around its equals sign. Other spacing may be refused.
func wellSpaced(text string) bool {
	inner := strings.ToLower(strings.TrimFunc(text, func(r rune) bool { return unicode.IsSpace(r) }))
	return !strings.ContainsFunc(strings.Replace(inner, " = ", "", 1), func(r rune) bool {
		return unicode.IsSpace(r) || r == '=' || r == '\u200b' || r == '\ufeff'
	})
}

// stored is the double that a number cell holds, as far as it is a level.
func stored(text string) string {
	f, err := strconv.ParseFloat(compact(text), 64)
	switch {
	case err == nil && f == 0:
		return "0"
	case err == nil && f == 1:
		return "1"
	}
	return ""
}

func escaped(s string) string {
	var b bytes.Buffer
	_ = xml.EscapeText(&b, []byte(s))
	return b.String()
}

// inXML is what is left of a text in a file: characters that XML cannot hold are
// written as replacement characters.
func inXML(s string) string {
	return strings.Map(func(r rune) rune {
		if r == '\t' || r == '\n' || r == '\r' || r >= 0x20 && r != 0xFFFE && r != 0xFFFF {
			return r
		}
		return '\uFFFD'
	}, s)
}

// Whatever stands in a cell is read as what it says, or told as a problem of
// that very cell; it is never passed over and never becomes another answer.
func FuzzAnswerCell(f *testing.F) {
	for _, text := range []string{"", " ", "1", "1 = Ya", "ya", "TB", "tb = tidak berlaku", "1,0", "0.5", "Ya, sebagian", "=1+1", "1/2", "１", "1\u00a0", "\u3000", "#N/A", "-0", "+1", "1e0", "\x01"} {
		f.Add(text, uint8(0), "")
		f.Add(text, uint8(1), "alasan")
	}
	for _, text := range []string{"1", "0.0", "1.0000000000000002", "1E0", "NaN", "1e999", "", "x", "true"} {
		for kind := uint8(2); kind < 6; kind++ {
			f.Add(text, kind, "")
		}
	}
	s := spec(f)
	blank, e := blankForm(f, s), expect(s)
	f.Fuzz(func(t *testing.T, text string, kind uint8, note string) {
		if len(text) > 300 || len(note) > 300 || strings.Contains(text, "_x") { // _x0031_ is how files write 1
			return
		}
		text = inXML(text)
		content := []string{
			`t="inlineStr"><is><t xml:space="preserve">` + escaped(text) + `</t></is>`,
			`t="str"><f>A1</f><v xml:space="preserve">` + escaped(text) + `</v>`,
			`><v>` + escaped(text) + `</v>`,
			`t="b"><v>` + escaped(text) + `</v>`,
			`t="e"><v>` + escaped(text) + `</v>`,
			`t="d"><v>` + escaped(text) + `</v>`,
		}[kind%6]
		data := patch(t, patch(t, blank, "E8", content), "G8", `t="inlineStr"><is><t xml:space="preserve">`+escaped(note)+`</t></is>`)
		got, list := form.Read("f.xlsx", data, e)
		if got == nil {
			if list.Errors() == 0 {
				t.Fatal("refused without an error")
			}
			return
		}
		judgeFuzz(t, text, kind%6, tell(got, list), got.Answers, list.Errors())
	})
}

func judgeFuzz(t *testing.T, text string, kind uint8, told string, answers []assess.Answer, errors int) {
	t.Helper()
	read := ""
	if len(answers) == 1 {
		read = value(answers[0])
	}
	switch {
	case len(answers)+errors > 1:
		t.Fatalf("%q (kind %d): more than one thing is said:\n%s", text, kind, told)
	case kind <= 1 && read != "" && read != says(text):
		t.Fatalf("%q was read as %s", text, read)
	case kind <= 1 && read == "" && (says(text) == "0" || says(text) == "1") && wellSpaced(text):
		t.Fatalf("%q was not read:\n%s", text, told)
	case kind == 2 && read != "" && read != stored(text):
		t.Fatalf("the number %q was read as %s", text, read)
	case kind >= 3 && read != "":
		t.Fatalf("%q (kind %d) was read as %s", text, kind, read)
	case len(answers)+errors == 0 && compact(text) != "":
		t.Fatalf("%q (kind %d) was passed over in silence", text, kind)
	}
}
