package text

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
	"testing"
	"unicode"

	"github.com/google/go-cmp/cmp"

	"spotcheck/report"
)

func render(t testing.TB, d *report.Document, width int) string {
	t.Helper()
	var out bytes.Buffer
	if err := Render(&out, d, width); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

func blocks(b ...report.Block) *report.Document {
	return &report.Document{Sections: []report.Section{{Blocks: b}}}
}

func TestRender(t *testing.T) {
	if diff := cmp.Diff(wide, render(t, small(), 72)); diff != "" {
		t.Errorf("72 columns (-want +got):\n%s", diff)
	}
	if got := render(t, blocks(small().Sections[1].Blocks[0]), 40); got != narrow {
		t.Errorf("40 columns (-want +got):\n%s", cmp.Diff(narrow, got))
	}
	if render(t, small(), 7) != render(t, small(), 40) {
		t.Error("a width below the least is not taken as the least")
	}
}

func TestUnlimitedWidthWrapsNothing(t *testing.T) {
	long := strings.Repeat("kata ", 200) + "akhir"
	got := render(t, blocks(report.Paragraph{Text: long}, report.Table{
		Columns: []report.Column{{Title: "A"}, {Title: "B"}},
		Rows:    []report.Row{{Cells: []report.Cell{{Text: long}, {Text: "b"}}}}}), 0)
	want := long + "\n\n" + "A" + spaces(runes(long)+1) + "B\n" +
		strings.Repeat("-", runes(long)) + "  -\n" + long + "  b\n"
	if got != want {
		t.Error(cmp.Diff(want, got))
	}
}

func TestBlocks(t *testing.T) {
	for _, test := range []struct {
		name  string
		block report.Block
		want  string
	}{
		{"escapes are taken out", report.Paragraph{Text: "\x1b[31mmerah\x1b[0m \x1b]0;judul\x07biasa\u009b2J \u202ekanan\x00\x07"},
			"merah biasa kanan\n"},
		{"an escape without an end loses no text", report.Paragraph{Text: "a\x1b]b \x1b[c"}, "ab\n"},
		{"runes are counted, not bytes", report.Fields{{Name: "é", Value: "1"}, {Name: "abc", Value: "–"}},
			"é   : 1\nabc : –\n"},
		{"a table without heads", report.Table{Rows: []report.Row{{Cells: []report.Cell{{Text: "a"}, {Text: "b"}}}}},
			"a  b\n"},
		{"a rule above a total", report.Table{Columns: []report.Column{{Title: "Simpul"}, {Title: "Nilai", Align: report.Right}},
			Rows: []report.Row{strong("A", "80"), line("A1", "90"), strong("B", "60"), line("B1", "50"), strong("Jumlah", "70")}},
			"Simpul  Nilai\n------  -----\nA          80\nA1         90\nB          60\nB1         50\n------  -----\nJumlah     70\n"},
		{"no rule inside a table", report.Table{Columns: []report.Column{{Title: "Simpul"}, {Title: "Nilai", Align: report.Right}},
			Rows: []report.Row{strong("A", "80"), line("A1", "90")}},
			"Simpul  Nilai\n------  -----\nA          80\nA1         90\n"},
		{"no second rule below the head", report.Table{Columns: []report.Column{{Title: "Simpul"}, {Title: "Nilai", Align: report.Right}},
			Rows: []report.Row{strong("Jumlah", "70")}},
			"Simpul  Nilai\n------  -----\nJumlah     70\n"},
		{"too many columns become records", report.Table{
			Columns: []report.Column{{Title: "Unit layanan"}, {Title: "Uraian pokok"}, {Title: "Bukti dukung"}, {Title: "Tindak lanjut"}, {Title: "Tenggat"}},
			Rows: []report.Row{
				{Group: true, Cells: []report.Cell{{Text: "Kelompok"}}},
				{Cells: []report.Cell{{Text: "Dinas Sosial"}, {Text: "Maklumat belum"}, {Text: "Foto ruang"}, {}, {Text: "30 Maret 2026"}}},
				{Cells: []report.Cell{{Text: "Dinas Pemuda"}, {Text: "Maklumat ada"}}}}},
			"Kelompok\n\nUnit layanan : Dinas Sosial\nUraian pokok : Maklumat belum\nBukti dukung : Foto ruang\nTenggat      : 30 Maret 2026\n\n" +
				"Unit layanan : Dinas Pemuda\nUraian pokok : Maklumat ada\n"},
		{"a heat map in blocks", report.Heat{Corner: "U", Columns: make([]report.HeatColumn, 30),
			Rows: []report.HeatRow{{Label: "Unit", Cells: many(report.HeatCell{Letter: "P"}, 30)}}},
			"U\nUnit  P P P P P P P P P P P P P P P P P\n\nU\nUnit  P P P P P P P P P P P P P\n"},
		{"bars without an end", report.Bars{Items: []report.Bar{{Label: "a", Value: 5, Text: "5"}, {Label: "b", Value: 10, Text: "10"}}},
			"a  #################................  5\nb  #################################  10\n"},
		{"nothing", report.Figures{}, ""},
	} {
		if got := render(t, blocks(test.block), 40); got != test.want {
			t.Errorf("%s (-want +got):\n%s", test.name, cmp.Diff(test.want, got))
		}
	}
}

func line(texts ...string) report.Row {
	var row report.Row
	for _, text := range texts {
		row.Cells = append(row.Cells, report.Cell{Text: text})
	}
	return row
}

func strong(texts ...string) report.Row {
	row := line(texts...)
	row.Strong = true
	return row
}

func many[T any](value T, n int) []T {
	all := make([]T, n)
	for i := range all {
		all[i] = value
	}
	return all
}

func TestRenderRefuses(t *testing.T) {
	var out bytes.Buffer
	if err := Render(&out, nil, 0); err == nil {
		t.Error("no document: no error")
	}
	d := blocks(report.Heading{Text: "a"}, &report.Heading{})
	if err := Render(&out, d, 0); err == nil || !strings.Contains(err.Error(), "section 1: block 2: unknown block *report.Heading") {
		t.Errorf("unknown block: %v", err)
	}
	if out.Len() > 0 {
		t.Error("something was written before the error")
	}
	failure := errors.New("pipe closed")
	if err := Render(failingWriter{failure}, small(), 0); !errors.Is(err, failure) {
		t.Errorf("failing writer: %v", err)
	}
}

type failingWriter struct{ err error }

func (f failingWriter) Write([]byte) (int, error) { return 0, f.err }

// stuffed is a document with the same text in every place that takes one.
func stuffed(text string, n int) *report.Document {
	cells := many(report.Cell{Text: text}, n)
	fields := many(report.Field{Name: text, Value: text}, n)
	bars := many(report.Bar{Label: text, Value: float64(n), Text: text}, n)
	return &report.Document{
		Title: text, Subject: text, Mark: text, Footer: text,
		Head: &report.Letterhead{Government: text, Office: text, Address: text, Contact: text},
		Sections: []report.Section{{Title: text, Blocks: []report.Block{
			report.Heading{Level: n, Text: text}, report.Paragraph{Text: text}, report.Paragraph{Text: text, Style: report.Notice},
			report.List{Items: many(text, n), Numbered: n%2 == 0}, report.Fields(fields),
			report.Figures(many(report.Figure{Label: text, Value: text, Note: text}, n)),
			report.Bars{Title: text, Axis: text, Max: float64(n) - 1, Items: bars, Limits: []report.Limit{{Value: 0.5, Label: text}}},
			report.Table{Title: text, Note: text, Columns: many(report.Column{Title: text}, n),
				Rows: []report.Row{{Group: true, Cells: cells}, {Level: n, Cells: cells}, {Strong: true, Cells: cells}}},
			report.Heat{Title: text, Corner: text, Columns: many(report.HeatColumn{Code: text, Title: text, Group: text}, 4*n),
				Rows:   many(report.HeatRow{Label: text, Lead: cells, Cells: many(report.HeatCell{Letter: text}, 3*n)}, n),
				Legend: many(report.Legend{Letter: text, Meaning: text}, n)},
			report.Strip{Title: text, Items: many(report.StripItem{Label: text, Value: 50, Text: text}, n)},
			report.Card{Code: text, Title: text, Badge: text, Fields: fields},
			report.Signatures(many(report.Signature{Above: many(text, n), Name: text, Rank: text, NIP: text}, n)),
		}}},
	}
}

func FuzzRender(f *testing.F) {
	f.Add("Dinas Kependudukan dan Pencatatan Sipil", 3, 80)
	f.Add("\x1b[2J\u202e😀\r\n\t\xff "+strings.Repeat("x", 200), 7, 40)
	f.Add("a\n\nb é", 12, 0)
	f.Fuzz(func(t *testing.T, text string, n, width int) {
		d := stuffed(text[:min(len(text), 300)], min(max(n, 0), 5))
		got := render(t, d, min(width, 200))
		if got != render(t, d, min(width, 200)) {
			t.Fatal("two renderings differ")
		}
		if err := faults(got, min(width, 200)); err != nil {
			t.Fatal(err)
		}
	})
}

// faults looks for what must never reach a terminal.
func faults(out string, width int) error {
	for line := range strings.Lines(out) {
		line = strings.TrimSuffix(line, "\n")
		if width > 0 && runes(line) > max(width, least) {
			return fmt.Errorf("a line of %d runes: %q", runes(line), line)
		}
		if strings.HasSuffix(line, " ") {
			return fmt.Errorf("a space ends the line %q", line)
		}
		for _, r := range line {
			if unicode.IsControl(r) || unicode.Is(unicode.Cf, r) {
				return fmt.Errorf("U+%04X in the line %q", r, line)
			}
		}
	}
	return nil
}

func TestStuffed(t *testing.T) {
	for _, text := range []string{"", "a b", strings.Repeat("x", 10_000), strings.Repeat("kata ", 300), "a\n\nb"} {
		for n := range 9 {
			if len(text) > 5000 && n > 2 {
				break
			}
			for _, width := range []int{0, 40, 80, 120} {
				if err := faults(render(t, stuffed(text, n), width), width); err != nil {
					t.Errorf("%.10q x %d in %d: %v", text, n, width, err)
				}
			}
		}
	}
}

func BenchmarkRender(b *testing.B) {
	d := small()
	for b.Loop() {
		var out bytes.Buffer
		if err := Render(&out, d, 80); err != nil {
			b.Fatal(err)
		}
	}
}
