package main

import (
	"context"
	"io"
	"math/big"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"spotcheck/assess"
	"spotcheck/assess/sheet"
	"spotcheck/report"
)

const lettersText = `
letters:
  number: "700/17/LHE/2026"
  nature: Biasa
  to: Bupati Bangka Barat
  to_place: Mentok
  copies: [Wakil Bupati Bangka Barat]
  basis: ["Surat tugas nomor 17 tanggal 1 September 2026."]
  examined: {from: 2026-09-21, until: 2026-09-25, place: kantor unit}
  minutes: {disdukcapil: "700/18/BA/2026"}
  worksheets: {disdukcapil: KKE.5}
`

// papered writes the papers of a copy of the example.
func papered(t *testing.T, paper string) (dir string, s *scored) {
	t.Helper()
	dir = t.TempDir()
	if err := os.CopyFS(dir, os.DirFS(example)); err != nil {
		t.Fatal(err)
	}
	name := filepath.Join(dir, "spotcheck.yaml")
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	before, _, found := strings.Cut(string(data), "\n# Rencana kerja")
	if !found {
		t.Fatal("the example keeps its papers elsewhere")
	}
	text := strings.Replace(before, "paper: A4", "paper: "+paper, 1)
	if err := os.WriteFile(name, []byte(text+lettersText), 0o644); err != nil {
		t.Fatal(err)
	}
	a := newApp(strings.NewReader(""), io.Discard, io.Discard)
	if err := runPapers(context.Background(), a, dir, sheet.DefaultLimits()); err != nil {
		t.Fatal(err)
	}
	s, err = scoreRound(context.Background(), a, dir, "", sheet.Limits{})
	if err != nil {
		t.Fatal(err)
	}
	return filepath.Join(dir, "laporan", papersDir), s
}

func TestPapersSayWhatTheyMust(t *testing.T) {
	tool := oracle(t, "pdftotext")
	dir, s := papered(t, "A4")
	wants := map[string][]string{
		"lhe.pdf": {
			"Nomor : 700/17/LHE/2026", "Sifat : Biasa", "Yth. Bupati Bangka Barat di Mentok", "Mentok, 30 September 2026", "Surat tugas nomor 17 tanggal 1 September 2026.",
			"21 September 2026 sampai dengan 25 September 2026", report.Num(s.result.Entity.Rounded, 2), "Rekomendasi", "Nama Inspektur (contoh)", "Wakil Bupati Bangka Barat",
		},
		"berita-acara/disdukcapil.pdf": {"Nomor: 700/18/BA/2026", "Selasa, tanggal dua puluh dua bulan September tahun dua ribu dua puluh enam (22 September 2026)", "bertempat di kantor unit", "Tanda tangan", "Nama Anggota Tim 2 (contoh)"},
		"berita-acara/dinkes.pdf":      {"belum diverifikasi", "Nomor: ……………………"},
		"kertas-kerja/disdukcapil.pdf": {"KKE.5", "Paraf", "Pengendali Teknis"},
	}
	for i := range s.result.Nodes {
		if n := s.result.Nodes[i]; n.Node.Parent == nil {
			wants["lhe.pdf"] = append(wants["lhe.pdf"], n.Node.Title+" "+report.Num(n.Node.Weight, 0)+" "+report.Num(n.Score, 2))
		}
	}
	for name, texts := range wants {
		got := pdfText(t, tool, filepath.Join(dir, name))
		for _, want := range texts {
			if !strings.Contains(got, squash(want)) {
				t.Errorf("%s does not say %q", name, want)
			}
		}
	}
}

func TestPapersKeepToTheirPaper(t *testing.T) {
	tool := oracle(t, "pdfinfo")
	for paper, want := range map[string]string{"A4": "595.28 x 841.89", "F4": "609.45 x 935.43"} {
		dir, _ := papered(t, paper)
		for _, name := range []string{"lhe.pdf", "berita-acara/dinkes.pdf", "kertas-kerja/dinkes.pdf"} {
			out, err := exec.Command(tool, filepath.Join(dir, name)).Output()
			if err != nil {
				t.Fatal(err)
			}
			size := want
			if strings.HasPrefix(name, "kertas") {
				short, long, _ := strings.Cut(want, " x ")
				size = long + " x " + short
			}
			if !strings.Contains(string(out), size) {
				t.Errorf("%s on %s: want %s in\n%s", name, paper, size, out)
			}
		}
	}
}

// Every number of a working paper stands in its workbook too, read by our own strict
// reader.
func TestWorksheetBooksHoldEveryScore(t *testing.T) {
	dir, s := papered(t, "A4")
	for i := range s.result.Units {
		u := &s.result.Units[i]
		data, err := os.ReadFile(filepath.Join(dir, "kertas-kerja", u.Unit.ID+".xlsx"))
		if err != nil {
			t.Fatal(err)
		}
		scores := worksheetScores(t, data)
		for j := range u.Nodes {
			n := &u.Nodes[j]
			if n.Node.Asking == nil || !n.Asked || n.State == assess.NA {
				continue
			}
			want, _ := n.Score.Float64()
			lost, _ := n.Lost(new(big.Rat).SetInt64(100)).Float64()
			got, ok := scores[n.Node.ID]
			if !ok || !near(got[0], want) || !near(got[1], lost) {
				t.Errorf("%s, %s: the book has %v (found %t), the engine %v and %v", u.Unit.ID, n.Node.ID, got, ok, want, lost)
			}
		}
	}
}

func near(a, b float64) bool { return a-b < 1e-9 && b-a < 1e-9 }

// worksheetScores reads code, score and points lost of every row.
func worksheetScores(t *testing.T, data []byte) map[string][2]float64 {
	t.Helper()
	book, err := sheet.Open(data, sheet.DefaultLimits())
	if err != nil {
		t.Fatal(err)
	}
	sh, err := book.Read("Kertas kerja")
	if err != nil {
		t.Fatal(err)
	}
	out := map[string][2]float64{}
	for _, row := range sh.Rows {
		var numbers []float64
		for _, c := range row.Cells {
			if f, err := strconv.ParseFloat(c.Text, 64); err == nil && c.Kind == sheet.Number {
				numbers = append(numbers, f)
			}
		}
		if len(numbers) == 2 {
			out[row.Cells[0].Text] = [2]float64{numbers[0], numbers[1]}
		}
	}
	if len(out) < 10 {
		t.Fatalf("only %d rows with numbers", len(out))
	}
	return out
}
