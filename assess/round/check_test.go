package round

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"spotcheck/indicators/problem"
)

// summary is a checked file in one line.
func summary(c CheckedFile) string {
	words := []string{string(c.Kind), c.Unit, c.Name}
	if c.Fate == Refused {
		words = append(words, "refused")
	}
	return strings.Join(append(words, codes(c.Problems)...), " ")
}

func checkAll(t *testing.T, r *Round, files ...string) []CheckedFile {
	t.Helper()
	got, err := r.Check(t.Context(), files, IntakeOptions{})
	if err != nil || len(got) != len(files) {
		t.Fatalf("%d of %d files: %v", len(got), len(files), err)
	}
	return got
}

func TestCheck(t *testing.T) {
	dir := small(t, "", nil)
	elsewhere := t.TempDir()
	good := fill(t, dir, "PKM-1", map[string]string{"Penilaian|A2": "1", "Penilaian|B1": "0"})
	bad := filled(t, good, map[string]string{"Penilaian|A2": "9"})
	other := filled(t, good, map[string]string{"Identitas|Kode unit": "PKM-2"})
	for name, data := range map[string][]byte{
		"baik.xlsx": good, "salah.xlsx": bad, "lain.xlsx": other, "rusak.xlsx": good[:len(good)/2],
		"surat.pdf": []byte("%PDF-1.7"), "jawaban.CSV": []byte("unit,indicator,value\nPKM-1,A2,1\nPKM-9,A2,1\n"), "kosong.csv": nil,
	} {
		put(t, elsewhere, name, data)
	}
	at := func(name string) string { return filepath.Join(elsewhere, name) }
	got := checkAll(t, load(t, dir), at("salah.xlsx"), at("baik.xlsx"), at("lain.xlsx"), at("rusak.xlsx"), at("surat.pdf"), at("jawaban.CSV"), at("kosong.csv"),
		at("tidak-ada.xlsx"), elsewhere)
	var lines []string
	for _, c := range got {
		lines = append(lines, strings.ReplaceAll(summary(c), filepath.ToSlash(elsewhere), "~"))
	}
	want := []string{
		"form PKM-1 Puskesmas Satu S510@~/salah.xlsx S301@~/salah.xlsx|Penilaian!E6",
		"form PKM-1 Puskesmas Satu S510@~/baik.xlsx",
		"form PKM-1 Puskesmas Satu refused S205@~/lain.xlsx|Identitas!B7",
		"form   refused S106@~/rusak.xlsx",
		"form   refused S102@~/surat.pdf",
		"csv   S403@~/jawaban.CSV|baris 3",
		"csv   refused S402@~/kosong.csv",
		"form   refused S101@~/tidak-ada.xlsx",
		"form   refused S101@~",
	}
	if d := cmp.Diff(want, lines); d != "" {
		t.Error(d)
	}
	if c := got[1]; c.Answers != 2 || c.Done != 2 || c.Asked <= 2 || c.Digest == got[0].Digest {
		t.Errorf("%+v", c)
	}
	if c := got[0]; c.Answers != 1 || c.Done != 1 || c.Asked != got[1].Asked {
		t.Errorf("%+v", c)
	}
	if fix := got[8].Problems[0].Remedy; !strings.HasSuffix(fix, "/*.xlsx") {
		t.Errorf("the remedy for a folder is %q", fix)
	}
	if entries, err := os.ReadDir(elsewhere); err != nil || len(entries) != 7 {
		t.Errorf("%d entries (%v)", len(entries), err)
	}
}

// Forms of one unit, and files that contradict each other, are each sound.
func TestCheckTakesFilesOneByOne(t *testing.T) {
	dir := small(t, "use: [tidak-ada.xlsx]\n", nil)
	form := fill(t, dir, "PKM-1", map[string]string{"Penilaian|A2": "1"})
	put(t, dir, "a.xlsx", form)
	put(t, dir, "b.xlsx", form)
	put(t, dir, "c.csv", []byte("unit,indicator,value\nPKM-1,A2,0\n"))
	for _, c := range checkAll(t, load(t, dir), filepath.Join(dir, "a.xlsx"), filepath.Join(dir, "b.xlsx"), filepath.Join(dir, "c.csv")) {
		if c.Problems.Errors() > 0 || c.Answers != 1 {
			t.Errorf("%s: %d answers, %v", c.Path, c.Answers, c.Problems)
		}
	}
}

// Products that the register leaves open are those of the forms, for a CSV as well.
func TestCheckKnowsProductsOfForms(t *testing.T) {
	dir := small(t, "", nil)
	csv := filepath.Join(dir, "jawaban.csv")
	put(t, dir, "jawaban.csv", []byte("unit,product,indicator,value\nDINKES,Izin Klinik,A1,1\n"))
	if c := checkAll(t, load(t, dir), csv)[0]; len(c.Problems) != 1 || c.Problems[0].Code != problem.CSVProduct {
		t.Fatalf("without a form: %v", c.Problems)
	}
	form := fill(t, dir, "DINKES", map[string]string{"Identitas|P1": "Izin Klinik"})
	put(t, dir, "luar.xlsx", form)
	if c := checkAll(t, load(t, dir), filepath.Join(dir, "luar.xlsx"), csv)[1]; len(c.Problems) > 0 {
		t.Errorf("with a form beside it: %v", c.Problems)
	}
	put(t, dir, "masuk/dinkes.xlsx", form)
	if c := checkAll(t, load(t, dir), csv)[0]; len(c.Problems) > 0 || c.Answers != 1 {
		t.Errorf("with a form of the round: %v", c.Problems)
	}
}

func TestCheckEndsWithItsContext(t *testing.T) {
	dir := small(t, "", nil)
	r := load(t, dir)
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := r.Check(ctx, []string{"a.xlsx", "b.csv"}, IntakeOptions{}); !errors.Is(err, context.Canceled) {
		t.Errorf("error %v", err)
	}
	steps := 0
	opts := IntakeOptions{Progress: func(c Count) {
		if steps++; c.Done != steps || c.Total != 2 {
			t.Errorf("step %d of %d, the %d.", c.Done, c.Total, steps)
		}
	}}
	if _, err := r.Check(t.Context(), []string{"a.xlsx", "b.csv"}, opts); err != nil || steps != 2 {
		t.Errorf("%d steps, %v", steps, err)
	}
}

func TestCheckNamesFilesSafely(t *testing.T) {
	r := load(t, small(t, "", nil))
	c := checkAll(t, r, "a\x1b[2J\u202e\xff.xlsx")[0]
	if c.Path != "a\ufffd[2J\ufffd\ufffd.xlsx" || c.Problems[0].File != c.Path {
		t.Errorf("%q", c.Path)
	}
}

func TestHomeAndTakesIn(t *testing.T) {
	dir := small(t, "", map[string]string{"masuk/a/b.txt": ""})
	for _, name := range []string{"x.xlsx", "masuk/x.xlsx", "masuk/a/b.txt", "masuk/tidak/ada.xlsx"} {
		if got := Home(filepath.Join(dir, filepath.FromSlash(name))); !sameFolder(t, got, dir) {
			t.Errorf("%s is at home in %q", name, got)
		}
	}
	if got := Home(filepath.Join(t.TempDir(), "x.xlsx")); got != "" {
		t.Errorf("a file of no round is at home in %q", got)
	}
	t.Chdir(filepath.Join(dir, "masuk", "a"))
	if got := Home("b.txt"); got != filepath.Join("..", "..") {
		t.Errorf("from below: %q", got)
	}
	r := load(t, dir)
	for name, want := range map[string]bool{"masuk/x.xlsx": true, "masuk/a/x.xlsx": true, "x.xlsx": false, "diperiksa/x.xlsx": false} {
		if got := r.TakesIn(filepath.Join(dir, filepath.FromSlash(name))); got != want {
			t.Errorf("TakesIn(%s) is %t", name, got)
		}
	}
}

func sameFolder(t *testing.T, a, b string) bool {
	t.Helper()
	x, err1 := os.Stat(a)
	y, err2 := os.Stat(b)
	return err1 == nil && err2 == nil && os.SameFile(x, y)
}

// A form that is checked and taken in says the same, but for what is between files.
func TestCheckAgreesWithIntake(t *testing.T) {
	dir := small(t, "", nil)
	form := fill(t, dir, "PKM-2", map[string]string{"Penilaian|A2": "7", "Penilaian|B1": "1"})
	put(t, dir, "masuk/pkm.xlsx", form)
	taken := intake(t, dir)
	c := checkAll(t, load(t, dir), filepath.Join(dir, "masuk", "pkm.xlsx"))[0]
	cells := func(list problem.List) (out []string) {
		for _, p := range list {
			if p.Sheet != "" {
				out = append(out, string(p.Code)+" "+p.Sheet+"!"+p.Cell+" "+p.Error()[strings.Index(p.Error(), p.Sheet):])
			}
		}
		return out
	}
	if d := cmp.Diff(cells(taken.Problems), cells(c.Problems)); d != "" || len(cells(c.Problems)) == 0 {
		t.Error(d)
	}
	if !slices.ContainsFunc(taken.Files, func(f FileState) bool { return f.Answers == c.Answers && f.Unit == c.Unit }) {
		t.Errorf("taken in: %+v; checked: %+v", taken.Files, c)
	}
}
