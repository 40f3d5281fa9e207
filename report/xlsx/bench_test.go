package xlsx

import (
	"fmt"
	"io"
	"testing"

	"spotcheck/report"
)

// bigDocument is a sheet of rows x 10 cells with names, numbers and a formula in
// every row.
func bigDocument(rows int) *report.Document {
	t := report.Table{Title: "Perhitungan", Frozen: 2, Filter: true}
	for i := range 10 {
		t.Columns = append(t.Columns, report.Column{Title: fmt.Sprintf("Kolom %d", i+1), Width: 14})
	}
	for i := range rows {
		if i%50 == 0 {
			t.Rows = append(t.Rows, report.Row{Group: true, Cells: []report.Cell{{Text: fmt.Sprintf("Unit %d", i/50+1)}}})
			continue
		}
		id := fmt.Sprint(i)
		row := report.Row{Level: 1, Cells: []report.Cell{
			{Text: "1." + id}, {Text: "Kelengkapan 14 komponen standar pelayanan"},
			{Number: &report.Number{Value: float64(i % 7)}, Name: "w" + id}, {Number: &report.Number{Value: 50}, Name: "v" + id},
			{Number: &report.Number{Value: float64(i%7) * 50, Decimals: 2}, Formula: "{w" + id + "}*{v" + id + "}"},
			{Text: "Sebagian", Tone: report.Fair}, {Text: "Dinas Kesehatan"}, number(0.25, 4), {Text: "7/40"}, {Text: ""},
		}}
		t.Rows = append(t.Rows, row)
	}
	return &report.Document{Title: "Besar", Sections: []report.Section{{Title: "Perhitungan", Landscape: true, Blocks: []report.Block{t}}}}
}

func BenchmarkRender(b *testing.B) {
	for _, rows := range []int{100, 10_000} {
		d := bigDocument(rows)
		b.Run(fmt.Sprintf("cells=%d", rows*10), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if err := Render(io.Discard, d); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
	d := sampleDocument()
	b.Run("sample", func(b *testing.B) {
		for b.Loop() {
			if err := Render(io.Discard, d); err != nil {
				b.Fatal(err)
			}
		}
	})
}
