package main

import (
	"archive/zip"
	"bytes"
	"context"
	"fmt"
	"io"
	"math"
	"math/big"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"spotcheck/assess"
	"spotcheck/assess/sheet"
	"spotcheck/report"
)

const example = "../../examples/bangka-barat"

// oracle finds a program of another maker, or skips; with SPOTCHECK_ORACLES set it
// must be there.
func oracle(t *testing.T, name string) string {
	t.Helper()
	path, err := exec.LookPath(name)
	if err == nil {
		return path
	}
	if os.Getenv("SPOTCHECK_ORACLES") != "" {
		t.Fatalf("%s is required and not installed", name)
	}
	t.Skipf("SKIPPED: %s is not installed", name)
	return ""
}

// reported runs the main job on a copy of the example.
func reported(t *testing.T) (dir string, s *scored) {
	t.Helper()
	dir = t.TempDir()
	if err := os.CopyFS(dir, os.DirFS(example)); err != nil {
		t.Fatal(err)
	}
	a := newApp(strings.NewReader(""), io.Discard, io.Discard)
	if err := runReport(context.Background(), a, dir, sheet.DefaultLimits()); err != nil {
		t.Fatal(err)
	}
	s, err := scoreRound(context.Background(), a, dir, "", sheet.Limits{})
	if err != nil {
		t.Fatal(err)
	}
	return filepath.Join(dir, "laporan"), s
}

func TestPDFsNameEveryUnitScoreAndGap(t *testing.T) {
	tool := oracle(t, "pdftotext")
	dir, s := reported(t)
	recap := pdfText(t, tool, filepath.Join(dir, "rekap.pdf"))
	for _, u := range s.input().Map.Units {
		score := report.Num(u.Unit.Rounded, 2)
		for _, want := range []string{u.Unit.Unit.Name, score} {
			if !strings.Contains(recap, squash(want)) {
				t.Errorf("rekap.pdf does not say %q", want)
			}
		}
		text := pdfText(t, tool, filepath.Join(dir, "unit", u.Unit.Unit.ID+".pdf"))
		for _, want := range []string{u.Unit.Unit.Name, score, u.Unit.Band.Label} {
			if !strings.Contains(text, squash(want)) {
				t.Errorf("%s.pdf does not say %q", u.Unit.Unit.ID, want)
			}
		}
		told := 0
		for _, g := range u.Gaps {
			if strings.Contains(text, squash(g.Node.Node.ID+" "+g.Node.Node.Title)) && strings.Contains(text, "+"+report.Num(g.Lost, 2)) {
				told++
			}
		}
		if hidden := len(u.Gaps) - told; hidden > 0 && !strings.Contains(text, squash(fmt.Sprintf("%d kekurangan lain", hidden))) {
			t.Errorf("%s.pdf tells %d of %d gaps and does not count the rest", u.Unit.Unit.ID, told, len(u.Gaps))
		}
	}
}

func TestUnitReportsAreShort(t *testing.T) {
	tool := oracle(t, "pdfinfo")
	dir, s := reported(t)
	for _, u := range s.result.Units {
		out, err := exec.Command(tool, filepath.Join(dir, "unit", u.Unit.ID+".pdf")).Output()
		if err != nil {
			t.Fatal(err)
		}
		m := regexp.MustCompile(`Pages:\s+(\d+)`).FindSubmatch(out)
		if n, _ := strconv.Atoi(string(m[1])); n < 1 || n > report.UnitPages {
			t.Errorf("%s.pdf has %d pages", u.Unit.ID, n)
		}
	}
}

func pdfText(t *testing.T, tool, file string) string {
	t.Helper()
	out, err := exec.Command(tool, "-raw", file, "-").Output()
	if err != nil {
		t.Fatal(err)
	}
	return squash(string(out))
}

// squash drops all white space, for lines break anywhere.
func squash(s string) string { return strings.Join(strings.Fields(s), "") }

func TestLibreOfficeRecalculatesEveryTotal(t *testing.T) {
	tool := oracle(t, "libreoffice")
	dir, s := reported(t)
	original, err := os.ReadFile(filepath.Join(dir, "rekap.xlsx"))
	if err != nil {
		t.Fatal(err)
	}
	compareTotals(t, s.result, calculated(t, recalculate(t, tool, withoutCachedValues(t, original))))
	// The numbers stored for viewers that do not calculate are the same ones.
	compareTotals(t, s.result, calculated(t, original))
}

// Whoever types another answer into the sheet gets what the engine would say.
func TestChangedAnswersFlowUpToTheTotal(t *testing.T) {
	tool := oracle(t, "libreoffice")
	dir, s := reported(t)
	book, err := excelize.OpenFile(filepath.Join(dir, "rekap.xlsx"))
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = book.Close() }()
	unit := s.result.Units[0].Unit
	for code, value := range map[string]any{"A1.1": 0, "C1.1": 3, "C1.6": assess.NAText} {
		setAnswer(t, book, unit.Name, code, value)
	}
	var changed bytes.Buffer
	if err := book.Write(&changed); err != nil {
		t.Fatal(err)
	}
	in := s.result.Input
	in.Answers = slices.DeleteFunc(slices.Clone(in.Answers), func(a assess.Answer) bool {
		return a.Unit == unit.ID && (a.Indicator == "A1.1" || a.Indicator == "C1.1" || a.Indicator == "C1.6")
	})
	for code, value := range map[string]*big.Rat{"A1.1": big.NewRat(0, 1), "C1.1": big.NewRat(3, 1), "C1.6": nil} {
		a := assess.Answer{Key: assess.Key{Unit: unit.ID, Indicator: code}, Layer: assess.Mandiri, State: assess.Answered, Value: value}
		if value == nil {
			a.State = assess.NA
		}
		in.Answers = append(in.Answers, a)
	}
	compareTotals(t, assess.ScoreRound(in), calculated(t, recalculate(t, tool, withoutCachedValues(t, changed.Bytes()))))
}

// setAnswer types into the column Jawaban of a unit's indicator.
func setAnswer(t *testing.T, book *excelize.File, unit, code string, value any) {
	t.Helper()
	const sheet = "Perhitungan unit"
	rows, err := book.GetRows(sheet)
	if err != nil {
		t.Fatal(err)
	}
	inUnit := false
	for i, r := range rows {
		if len(r) > 1 && strings.TrimSpace(r[0]) == unit {
			inUnit = true
		}
		if inUnit && len(r) > 1 && r[1] == code {
			if err := book.SetCellValue(sheet, fmt.Sprintf("D%d", i+1), value); err != nil {
				t.Fatal(err)
			}
			return
		}
	}
	t.Fatalf("no row %s of %s", code, unit)
}

// compareTotals holds the sheet's unit and entity rows against the engine.
func compareTotals(t *testing.T, r *assess.Result, got map[string][2]float64) {
	t.Helper()
	check := func(name string, want assess.Score) {
		exact, _ := want.Exact.Float64()
		rounded, _ := want.Rounded.Float64()
		if g, ok := got[name]; !ok || math.Abs(g[0]-exact) > 1e-9 || math.Abs(g[1]-rounded) > 1e-9 {
			t.Errorf("%s: the sheet has %v (found %t), the engine %v and %v", name, g, ok, exact, rounded)
		}
	}
	for i := range r.Units {
		check(r.Units[i].Unit.Name, r.Units[i].Score)
	}
	check(r.Input.Entity, r.Entity)
}

// calculated reads the first table of the sheet Perhitungan: name, weight, score,
// rounded score.
func calculated(t *testing.T, data []byte) map[string][2]float64 {
	t.Helper()
	book, err := sheet.Open(data, sheet.DefaultLimits())
	if err != nil {
		t.Fatal(err)
	}
	s, err := book.Read("Perhitungan")
	if err != nil {
		t.Fatal(err)
	}
	out := map[string][2]float64{}
	for _, row := range s.Rows {
		var texts []string
		var numbers []float64
		for _, c := range row.Cells {
			if f, err := strconv.ParseFloat(c.Text, 64); err == nil && c.Kind == sheet.Number {
				numbers = append(numbers, f)
			} else {
				texts = append(texts, c.Text)
			}
		}
		if _, seen := out[strings.Join(texts, "|")]; !seen && len(texts) == 1 && len(numbers) == 3 {
			out[texts[0]] = [2]float64{numbers[1], numbers[2]}
		}
	}
	return out
}

var cachedValue = regexp.MustCompile(`(</f>)<v>[^<]*</v>`)

// withoutCachedValues takes the stored results out of every formula cell, so that
// whatever the other program shows it has computed.
func withoutCachedValues(t *testing.T, data []byte) []byte {
	t.Helper()
	in, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	removed := 0
	for _, f := range in.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		part, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		if strings.HasPrefix(f.Name, "xl/worksheets/") {
			removed += len(cachedValue.FindAll(part, -1))
			part = cachedValue.ReplaceAll(part, []byte("$1"))
		}
		p, err := w.Create(f.Name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := p.Write(part); err != nil {
			t.Fatal(err)
		}
	}
	if removed < 100 {
		t.Fatalf("only %d stored results found", removed)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func recalculate(t *testing.T, tool string, data []byte) []byte {
	t.Helper()
	dir := t.TempDir()
	in := filepath.Join(dir, "in.xlsx")
	if err := os.WriteFile(in, data, 0o644); err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(tool, "-env:UserInstallation=file://"+filepath.Join(dir, "profile"), "--headless", "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", filepath.Join(dir, "out"), in)
	if msg, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, msg)
	}
	out, err := os.ReadFile(filepath.Join(dir, "out", "in.xlsx"))
	if err != nil {
		t.Fatal(err)
	}
	return out
}
