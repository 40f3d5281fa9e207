package form_test

import (
	"archive/zip"
	"bytes"
	"io"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"spotcheck/assess"
	"spotcheck/assess/form"
	"spotcheck/assess/sheet"
	"spotcheck/indicators"
	"spotcheck/indicators/problem"
)

// instrument is the small instrument of the tests: every kind of question.
func instrument(t testing.TB) *indicators.Instrument {
	t.Helper()
	return parsed(t, "testdata/instrumen.yaml")
}

func parsed(t testing.TB, file string) *indicators.Instrument {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	in, list := indicators.Parse(file, data)
	if in == nil {
		t.Fatal(list.Error())
	}
	return in
}

func spec(t testing.TB) form.Spec {
	return form.Spec{
		Instrument: instrument(t), Entity: "Kabupaten Uji", Period: "2026", Office: "Inspektorat Daerah",
		Unit: assess.Unit{ID: "dinsos", Name: "Dinas Sosial & Keluarga", Type: "dinas", Parent: "setda"},
	}
}

func expect(s form.Spec) form.Expect {
	return form.Expect{
		Instrument: s.Instrument, Entity: s.Entity, Period: s.Period,
		Units: sorted(assess.Unit{ID: "lain", Name: "Unit lain", Type: "dinas"}, s.Unit), Limits: sheet.DefaultLimits(),
	}
}

func blankForm(t testing.TB, s form.Spec) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := form.Write(&b, s); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// hand fills a form as a person would, cell by cell.
type hand struct {
	*excelize.File
	t testing.TB
}

func edit(t testing.TB, data []byte, do func(hand)) []byte {
	t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	do(hand{f, t})
	var b bytes.Buffer
	if err := f.Write(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func (h hand) ok(err error) {
	h.t.Helper()
	if err != nil {
		h.t.Fatal(err)
	}
}

// find is the cell under head in the row that begins with words, such as the
// Kode and the code of a slot.
func (h hand) find(sheetName, head string, words ...string) string {
	h.t.Helper()
	rows, err := h.GetRows(sheetName)
	h.ok(err)
	col := 0
	for i, row := range rows {
		for j, text := range row {
			if text == head {
				col = j + 1
			}
		}
		if col > 0 && len(row) >= len(words) && strings.Join(row[:len(words)], "|") == strings.Join(words, "|") {
			return sheet.Ref(i+1, col)
		}
	}
	h.t.Fatalf("%s: %s of %v not found", sheetName, head, words)
	return ""
}

// put writes a value under head in the row that begins with words; it returns
// the address.
func (h hand) put(value any, sheetName, head string, words ...string) string {
	h.t.Helper()
	cell := h.find(sheetName, head, words...)
	h.ok(h.SetCellValue(sheetName, cell, value))
	return cell
}

func (h hand) answer(value any, sheetName string, key ...string) string {
	h.t.Helper()
	return h.put(value, sheetName, "Jawaban", key...)
}

func (h hand) note(value any, sheetName string, key ...string) string {
	h.t.Helper()
	return h.put(value, sheetName, "Catatan / alasan TB", key...)
}

// tell writes answers and problems as lines of text.
func tell(f *form.Filled, list problem.List) string {
	var b strings.Builder
	if f == nil {
		b.WriteString("refused\n")
	} else {
		for _, a := range f.Answers {
			b.WriteString(strings.Join([]string{a.At.Sheet + "!" + a.At.Cell, key(a), string(a.Layer), value(a), a.Note, a.Evidence}, " | ") + "\n")
		}
	}
	for _, p := range list {
		b.WriteString(string(p.Code) + " " + p.Sheet + "!" + p.Cell + " " + p.Message + "\n")
	}
	return b.String()
}

func key(a assess.Answer) string {
	return strings.Trim(a.Indicator+" "+a.Product+a.Respondent, " ")
}

func value(a assess.Answer) string {
	if a.State == assess.NA {
		return "TB"
	}
	return indicators.Plain(a.Value)
}

// answers are tell without places: what must not change when rows move.
func answers(f *form.Filled) string {
	var lines []string
	for _, a := range f.Answers {
		lines = append(lines, strings.Join([]string{key(a), string(a.Layer), value(a), a.Note, a.Evidence}, " | "))
	}
	return strings.Join(lines, "\n")
}

// patch replaces an empty cell of Penilaian by what a program stored: the
// attributes behind the address and the content.
func patch(t testing.TB, data []byte, cell, stored string) []byte {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	empty := regexp.MustCompile(`<c r="` + cell + `" s="[0-9]+"></c>`)
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		text, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		if f.Name == "xl/worksheets/sheet3.xml" {
			if !empty.Match(text) {
				t.Fatalf("no empty cell %s", cell)
			}
			text = empty.ReplaceAllLiteral(text, []byte(`<c r="`+cell+`" `+stored+`</c>`))
		}
		part, err := w.CreateHeader(&zip.FileHeader{Name: f.Name, Method: zip.Store})
		if err != nil {
			t.Fatal(err)
		}
		if _, err := part.Write(text); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// sorted are units as a register gives them.
func sorted(units ...assess.Unit) []assess.Unit {
	slices.SortFunc(units, func(a, b assess.Unit) int { return strings.Compare(a.ID, b.ID) })
	return units
}
