package main

import (
	"bytes"
	"context"
	"encoding/csv"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"spotcheck/assess"
	"spotcheck/assess/round/atomicfile"
	"spotcheck/assess/sheet"
	"spotcheck/examples"
	"spotcheck/report/pdf"
	"spotcheck/report/xlsx"
)

// benchUnits is a whole kabupaten: every OPD, kecamatan and puskesmas.
const benchUnits = 80

func BenchmarkRoundToResult(b *testing.B) {
	dir := bigRound(b, benchUnits)
	a := newApp(strings.NewReader(""), io.Discard, io.Discard)
	for b.Loop() {
		s, err := scoreRound(context.Background(), a, dir, "", sheet.Limits{})
		if err != nil {
			b.Fatal(err)
		}
		if _, err := s.file().Bytes(); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(b.Elapsed().Milliseconds())/float64(b.N*benchUnits), "ms/unit")
}

func BenchmarkReportSet(b *testing.B) {
	dir := bigRound(b, benchUnits)
	a := newApp(strings.NewReader(""), io.Discard, io.Discard)
	for b.Loop() {
		if err := runReport(context.Background(), a, dir, sheet.DefaultLimits()); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(b.Elapsed().Milliseconds())/float64(b.N*benchUnits), "ms/unit")
}

func BenchmarkScoreRound(b *testing.B) {
	in := bigInput(b)
	for b.Loop() {
		assess.ScoreRound(in)
	}
}

func BenchmarkRecapWorkbook(b *testing.B) {
	d := bigScored(b).input().Workbook()
	for b.Loop() {
		if err := xlsx.Render(io.Discard, d); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkUnitPDF(b *testing.B) {
	in := bigScored(b).input()
	for b.Loop() {
		if err := renderUnit(context.Background(), io.Discard, in, in.Map.Units[0]); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkRecapPDF(b *testing.B) {
	d := bigScored(b).input().Recap()
	for b.Loop() {
		if err := pdf.Render(io.Discard, d); err != nil {
			b.Fatal(err)
		}
	}
}

func bigInput(b *testing.B) assess.Input { return bigScored(b).result.Input }

func bigScored(b *testing.B) *scored {
	b.Helper()
	s, err := scoreRound(context.Background(), newApp(strings.NewReader(""), io.Discard, io.Discard), bigRound(b, benchUnits), "", sheet.Limits{})
	if err != nil {
		b.Fatal(err)
	}
	return s
}

// bigRound is the example with its seven units repeated under other codes until
// there are n, filled in as workbooks.
func bigRound(b *testing.B, n int) string {
	b.Helper()
	dir := b.TempDir()
	settings, err := os.ReadFile(filepath.Join(example, "spotcheck.yaml"))
	if err != nil {
		b.Fatal(err)
	}
	write(b, filepath.Join(dir, "spotcheck.yaml"), settings)
	multiply(b, dir, "unit.csv", n)
	multiply(b, dir, "sumber/jawaban.csv", n)
	multiply(b, dir, "sumber/identitas.csv", n)
	forms, err := examples.Forms(context.Background(), dir)
	if err != nil {
		b.Fatal(err)
	}
	for _, f := range forms {
		write(b, filepath.Join(dir, "masuk", f.Unit+".xlsx"), f.Data)
	}
	return dir
}

// multiply repeats the rows of a file of the example; the first column is the
// unit's code, and a second one that reads like its name is made to differ.
func multiply(b *testing.B, dir, name string, n int) {
	b.Helper()
	data, err := os.ReadFile(filepath.Join(example, name))
	if err != nil {
		b.Fatal(err)
	}
	rows, err := csv.NewReader(bytes.NewReader(data)).ReadAll()
	if err != nil {
		b.Fatal(err)
	}
	var out bytes.Buffer
	w := csv.NewWriter(&out)
	_ = w.Write(rows[0])
	for copies := 0; copies*7 < n; copies++ {
		seen := map[string]bool{}
		for _, r := range rows[1:] {
			seen[r[0]] = true
			if copies*7+len(seen) > n {
				break
			}
			r = append([]string(nil), r...)
			r[0] = fmt.Sprintf("%s-%d", r[0], copies)
			if name == "unit.csv" {
				r[1] = fmt.Sprintf("%s %d", r[1], copies)
				r[3] = "" // parents keep their old codes
			}
			_ = w.Write(r)
		}
	}
	w.Flush()
	write(b, filepath.Join(dir, name), out.Bytes())
}

func write(b *testing.B, path string, data []byte) {
	b.Helper()
	err := atomicfile.Write(path, func(w io.Writer) error {
		_, err := w.Write(data)
		return err
	})
	if err != nil {
		b.Fatal(err)
	}
}
