package round

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"spotcheck/assess"
	"spotcheck/indicators"
)

// listed lists answers as unit/indicator/slot/layer=value.
func listed(list []assess.Answer) []string {
	var out []string
	for _, a := range list {
		value := assess.NAText
		if a.State == assess.Answered {
			value = indicators.Exact(a.Value)
		}
		out = append(out, fmt.Sprintf("%s %s %s%s %s=%s", a.Unit, a.Indicator, a.Product, a.Respondent, a.Layer, value))
	}
	return out
}

func TestIntakeOfForms(t *testing.T) {
	dir := small(t, "", nil)
	put(t, dir, "masuk/PKM 1.XLSX", fill(t, dir, "PKM-1", map[string]string{
		"Penilaian|A2": "2 = Lengkap", "Penilaian|B1": "87,5", "Produk|A1|P1": "1 = Sebagian",
		"Identitas|Kepala unit": "Ani", "Identitas|Diisi oleh": "Budi",
	}))
	put(t, dir, "masuk/dinas/form.xlsx", fill(t, dir, "DINKES", map[string]string{
		"Penilaian|A2": "0 = Tidak ada", "Identitas|P1": "Perizinan Klinik", "Produk|A1|P1": "2 = Lengkap",
	}))
	put(t, dir, "masuk/verifikasi.csv", []byte("unit,product,indicator,layer,value\nPKM-1,,A2,verifikasi,1\nDINKES,perizinan klinik,A1,verifikasi,1\n"))
	k := intake(t, dir)
	want := []string{
		"DINKES A1 perizinan-klinik mandiri=2", "DINKES A1 perizinan-klinik verifikasi=1", "DINKES A2  mandiri=0",
		"PKM-1 A1 rawat-jalan mandiri=1", "PKM-1 A2  mandiri=2", "PKM-1 A2  verifikasi=1", "PKM-1 B1  mandiri=175/2",
	}
	if diff := cmp.Diff(want, listed(k.Answers)); diff != "" {
		t.Errorf("answers (-want +got):\n%s\n%v", diff, k.Problems)
	}
	if diff := cmp.Diff([]string{"S508@", "S510@", "S510@"}, codes(k.Problems)); diff != "" {
		t.Errorf("problems (-want +got):\n%s\n%v", diff, k.Problems)
	}
	files := []FileState{
		{Path: "masuk/PKM 1.XLSX", Kind: KindForm, Unit: "PKM-1", Answers: 3, Fate: Used, FilledBy: "Budi"},
		{Path: "masuk/dinas/form.xlsx", Kind: KindForm, Unit: "DINKES", Answers: 2, Fate: Used},
		{Path: "masuk/verifikasi.csv", Kind: KindCSV, Answers: 2, Fate: Used},
	}
	if diff := cmp.Diff(files, k.Files); diff != "" {
		t.Errorf("files (-want +got):\n%s", diff)
	}
	if u := k.Units[0]; u.ID != "DINKES" || len(u.Products) != 1 || u.Products[0].Name != "Perizinan Klinik" {
		t.Errorf("products of the form: %+v", u)
	}
	if u := k.Units[1]; u.Head != "Ani" {
		t.Errorf("head of the form: %+v", u)
	}
	if r := load(t, dir); len(r.Units[0].Products) != 0 {
		t.Error("the register was changed")
	}
}

// What the round leaves out is not read, from forms that are older than that
// decision no more than from CSVs.
func TestIntakeExcluding(t *testing.T) {
	dir := small(t, "", map[string]string{"masuk/b.csv": "unit,indicator,value\nPKM-1,A2,1\nPKM-1,B1,80\nPKM-2,B1,\n"})
	put(t, dir, "masuk/a.xlsx", fill(t, dir, "DINKES", map[string]string{"Penilaian|A2": "2", "Penilaian|B1": "80"}))
	put(t, dir, ConfigFile, []byte(settingsText+"exclude: [B]\nexclude_reason: x\n"))
	k := intake(t, dir)
	if len(k.Answers) != 2 || k.Answers[0].Indicator != "A2" || k.Answers[1].Indicator != "A2" {
		t.Errorf("%+v", k.Answers)
	}
	want := []string{"S310@masuk/a.xlsx|Penilaian!A8", "S310@masuk/b.csv|baris 3"}
	if diff := cmp.Diff(want, only(codes(k.Problems), "S2", "S3", "S4")); diff != "" {
		t.Error(diff)
	}
}

func TestInput(t *testing.T) {
	dir := small(t, "layer: verifikasi\nexclude: [B]\nexclude_reason: x\n", map[string]string{"masuk/a.csv": "unit,indicator,value\nDINKES,A2,1\n"})
	r, k := load(t, dir), intake(t, dir)
	in := k.Input(r, "")
	if in.Layer != assess.Verifikasi || in.Entity != "Kabupaten Uji" || in.Period != "2026" || !slices.Equal(in.Excluded, []string{"B"}) || len(in.Answers) != 1 {
		t.Errorf("%+v", in)
	}
	if k.Input(r, assess.Final).Layer != assess.Final {
		t.Error("the layer asked for is not taken")
	}
	if res := assess.ScoreRound(in); res.Entity.Exact == nil {
		t.Error("nothing to score")
	}
}

func TestIntakeProblems(t *testing.T) {
	const a, b = "unit,indicator,value\nDINKES,A2,1\n", "unit;indicator;value\nDINKES;A2;2\n"
	for _, tc := range []struct {
		name  string
		more  string
		files map[string]string
		want  []string // without S508 to S510
	}{
		{"no folder", "", nil, []string{"S507@masuk"}},
		{"nothing that can be read", "", map[string]string{"masuk/surat.docx": "x"}, []string{"S507@masuk", "S114@masuk/surat.docx"}},
		{"a named input is absent", "inputs: [masuk, lain]\n", map[string]string{"masuk/a.csv": a}, []string{"S507@lain"}},
		{"others", "", map[string]string{"masuk/a.csv": a, "masuk/a.pdf": "x", "masuk/b/c": "x"}, []string{"S114@masuk/a.pdf", "S114@masuk/b/c"}},
		{"locks, hidden files and litter", "", map[string]string{
			"masuk/a.csv": a, "masuk/~$a.xlsx": "x", "masuk/.~lock.a.xlsx#": "x", "masuk/.git/a.csv": "x", "masuk/Thumbs.db": "x", "masuk/__MACOSX/a.csv": "x"}, nil},
		{"workbooks of other kinds", "", map[string]string{
			"masuk/a.xls": "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1W\x00o\x00r\x00k\x00b\x00o\x00o\x00k\x00", "masuk/b.xlsx": "%PDF-1.7", "masuk/c.ods": "PK\x03\x04"},
			[]string{"S103@masuk/a.xls", "S102@masuk/b.xlsx", "S106@masuk/c.ods"}},
		{"sources that contradict", "", map[string]string{"masuk/a.csv": a, "masuk/b.csv": b}, []string{"S309@masuk/a.csv|baris 2"}},
		{"sources that agree", "", map[string]string{"masuk/a.csv": a, "masuk/b.csv": a}, nil},
		{"one file named", "inputs: [jawaban/a.csv]\n", map[string]string{"jawaban/a.csv": a, "jawaban/b.csv": b}, nil},
		{"the register is no input", "inputs: [.]\n", map[string]string{"masuk/a.csv": a}, []string{"S114@instrumen.yaml", "S114@spotcheck.yaml"}},
		{"use of nothing", "use: [x.xlsx]\n", map[string]string{"masuk/a.csv": a}, []string{"S502@spotcheck.yaml|6:7"}},
		{"use of two", "use: [a.csv]\n", map[string]string{"masuk/a.csv": a, "masuk/x/A.csv": a}, []string{"S502@spotcheck.yaml|6:7"}},
		{"names that play tricks", "", map[string]string{"masuk/a\x1b[2J.csv": b + "X;A2;1\n"}, []string{"S403@masuk/a\ufffd[2J.csv|baris 3"}},
	} {
		k := intake(t, small(t, tc.more, tc.files))
		got := slices.DeleteFunc(codes(k.Problems), func(s string) bool { return len(only([]string{s}, "S508", "S509", "S510")) > 0 })
		if diff := cmp.Diff(tc.want, append([]string(nil), got...)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tc.name, diff)
		}
	}
}

func TestIntakeAdvice(t *testing.T) {
	k := intake(t, small(t, "", map[string]string{"masuk/a.csv": "unit,respondent,indicator,value\nDINKES,,A2,1\nPKM-2,R1,B2,1\nPKM-2,R7,B2,1\n"}))
	want := []string{
		"unit PKM-1 (Puskesmas Satu) belum mengirim formulir",
		"unit DINKES (Dinas Kesehatan) belum menyebut produk layanan yang dinilai",
		"unit DINKES (Dinas Kesehatan) punya jawaban dari 0 responden; sedikitnya 2",
	}
	var got []string
	for _, p := range k.Problems {
		got = append(got, p.Message)
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("warnings (-want +got):\n%s", diff)
	}
	k = intake(t, small(t, "exclude: [A, B2]\nexclude_reason: x\n", map[string]string{"masuk/a.csv": "unit,indicator,value\nDINKES,B1,1\n"}))
	if diff := cmp.Diff([]string{"S508@", "S508@"}, codes(k.Problems)); diff != "" {
		t.Errorf("what is left out is not missed (-want +got):\n%s", diff)
	}
}

func TestTwoFormsOfOneUnit(t *testing.T) {
	files := map[string]string{}
	first := small(t, "", nil)
	files["masuk/a.xlsx"] = string(fill(t, first, "PKM-1", map[string]string{"Penilaian|A2": "1 = Sebagian", "Penilaian|B1": "ngawur"}))
	files["masuk/sub/b.xlsx"] = string(fill(t, first, "PKM-1", map[string]string{"Penilaian|A2": "2 = Lengkap"}))
	for _, tc := range []struct {
		name, more string
		answers    []string
		problems   []string
		files      []FileState
	}{
		{"neither", "", nil, []string{"S206@masuk/a.xlsx", "S206@masuk/sub/b.xlsx"},
			[]FileState{{Path: "masuk/a.xlsx", Kind: KindForm, Unit: "PKM-1", Fate: Refused}, {Path: "masuk/sub/b.xlsx", Kind: KindForm, Unit: "PKM-1", Fate: Refused}}},
		{"the one named by path", "use: [masuk/sub/b.xlsx]\n", []string{"PKM-1 A2  mandiri=2"}, nil,
			[]FileState{{Path: "masuk/a.xlsx", Kind: KindForm, Unit: "PKM-1", For: "masuk/sub/b.xlsx", Fate: Passed}, {Path: "masuk/sub/b.xlsx", Kind: KindForm, Unit: "PKM-1", Answers: 1, Fate: Used}}},
		{"the one named", "use: [A.xlsx]\n", []string{"PKM-1 A2  mandiri=1"}, []string{},
			[]FileState{{Path: "masuk/a.xlsx", Kind: KindForm, Unit: "PKM-1", Answers: 1, Fate: Used}, {Path: "masuk/sub/b.xlsx", Kind: KindForm, Unit: "PKM-1", For: "masuk/a.xlsx", Fate: Passed}}},
		{"both named", "use: [a.xlsx, b.xlsx]\n", nil, []string{"S206@masuk/a.xlsx", "S206@masuk/sub/b.xlsx"},
			[]FileState{{Path: "masuk/a.xlsx", Kind: KindForm, Unit: "PKM-1", Fate: Refused}, {Path: "masuk/sub/b.xlsx", Kind: KindForm, Unit: "PKM-1", Fate: Refused}}},
	} {
		k := intake(t, small(t, tc.more, files))
		if diff := cmp.Diff(tc.answers, listed(k.Answers)); diff != "" {
			t.Errorf("%s: answers (-want +got):\n%s", tc.name, diff)
		}
		if got := only(codes(k.Problems), "S206"); strings.Join(got, " ") != strings.Join(tc.problems, " ") {
			t.Errorf("%s: problems %v, want %v", tc.name, got, tc.problems)
		}
		if diff := cmp.Diff(tc.files, k.Files); diff != "" {
			t.Errorf("%s: files (-want +got):\n%s", tc.name, diff)
		}
		if got := only(codes(k.Problems), "S301"); (len(got) == 0) != (tc.name == "the one named by path") {
			t.Errorf("%s: %v", tc.name, got)
		}
	}
	dup := intake(t, small(t, "", files)).Problems
	if !strings.Contains(dup.Error(), "unit PKM-1 juga mengirim masuk/sub/b.xlsx; tidak satu pun dipakai") {
		t.Errorf("told:\n%v", dup)
	}
}

func TestFormAgainstCSV(t *testing.T) {
	dir := small(t, "", nil)
	put(t, dir, "masuk/f.xlsx", fill(t, dir, "PKM-1", map[string]string{"Penilaian|A2": "1 = Sebagian", "Penilaian|B1": "50"}))
	put(t, dir, "masuk/j.csv", []byte("unit,indicator,value,note\nPKM-1,A2,2,\nPKM-1,B1,50.0,dari aplikasi\n"))
	k := intake(t, dir)
	if diff := cmp.Diff([]string{"PKM-1 B1  mandiri=50"}, listed(k.Answers)); diff != "" || k.Answers[0].Note != "dari aplikasi" {
		t.Errorf("answers (-want +got):\n%s\n%+v", diff, k.Answers)
	}
	var told string
	for _, p := range k.Problems {
		if p.Code == "S309" {
			told = p.File + ": " + p.Message + " (" + p.Value + ")"
		}
	}
	if want := "masuk/f.xlsx: jawaban PKM-1 / A2 / mandiri di sini lain daripada di masuk/j.csv: baris 2; tidak satu pun dipakai (1 dan 2)"; told != want {
		t.Errorf("told %s\nwant %s", told, want)
	}
}

func TestIntakeBounds(t *testing.T) {
	dir := small(t, "", map[string]string{"masuk/a.csv": "", "masuk/b.xlsx": ""})
	for name, size := range map[string]int64{"a.csv": 17 << 20, "b.xlsx": 33 << 20} {
		if err := os.Truncate(filepath.Join(dir, "masuk", name), size); err != nil {
			t.Fatal(err)
		}
	}
	if diff := cmp.Diff([]string{"S108@masuk/a.csv", "S108@masuk/b.xlsx"}, only(codes(intake(t, dir).Problems), "S1")); diff != "" {
		t.Error(diff)
	}
}

func TestIntakeCancelled(t *testing.T) {
	dir := small(t, "", map[string]string{"masuk/a.csv": "x", "masuk/b.csv": "x", "masuk/c.csv": "x"})
	r := load(t, dir)
	ctx, cancel := context.WithCancel(t.Context())
	k, err := r.Intake(ctx, IntakeOptions{Progress: func(Count) { cancel() }})
	if k != nil || !errors.Is(err, context.Canceled) {
		t.Errorf("%v %v", k, err)
	}
	if _, err := r.Intake(ctx, IntakeOptions{}); !errors.Is(err, context.Canceled) {
		t.Errorf("before the walk: %v", err)
	}
}

func TestIntakeProgress(t *testing.T) {
	dir := small(t, "", map[string]string{"masuk/a.csv": "x", "masuk/b.xlsx": "x", "masuk/c.txt": "x"})
	var got []string
	if _, err := load(t, dir).Intake(t.Context(), IntakeOptions{Progress: func(c Count) { got = append(got, fmt.Sprintf("%d/%d", c.Done, c.Total)) }}); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]string{"1/2", "2/2"}, got); diff != "" {
		t.Error(diff)
	}
}
