package round

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"spotcheck/assess"
	"spotcheck/indicators/problem"
)

func groupsText(t testing.TB) string {
	t.Helper()
	data, err := os.ReadFile("../answers/testdata/kelompok.yaml")
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// grouped makes a small round with two groups of people and secondary data.
func grouped(t testing.TB, more string, files map[string]string) string {
	t.Helper()
	dir := small(t, more, files)
	put(t, dir, "instrumen.yaml", []byte(groupsText(t)))
	return dir
}

const dataText = `data:
  - {indicator: OUT.IPM, value: 71.5, source: "BPS, 2025"}
  - indicator: OUT.SPM
    value: TB
    source: Kemendagri, 2025
    note: belum diukur
`

func TestData(t *testing.T) {
	dir := grouped(t, dataText, map[string]string{"masuk/a.csv": "unit,K1\nDINKES,12\n"})
	k := intake(t, dir)
	want := []string{
		" OUT.IPM  mandiri=143/2", " OUT.IPM  verifikasi=143/2", " OUT.SPM  mandiri=TB", " OUT.SPM  verifikasi=TB",
		"DINKES K1  mandiri=12",
	}
	if diff := cmp.Diff(want, listed(k.Answers)); diff != "" {
		t.Errorf("answers (-want +got):\n%s\n%v", diff, k.Problems)
	}
	ipm, spm := k.Answers[0], k.Answers[3]
	if ipm.Evidence != "BPS, 2025" || ipm.Note != "" || ipm.At != (problem.Place{File: ConfigFile, Cell: "7:5"}) ||
		spm.Evidence != "Kemendagri, 2025" || spm.Note != "belum diukur" || spm.At.Cell != "8:5" {
		t.Errorf("%+v\n%+v", ipm, spm)
	}
	if got := only(codes(k.Problems), "S3", "S515"); len(got) > 0 {
		t.Errorf("%v", got)
	}
	if len(k.Files) != 1 {
		t.Errorf("settings are no input: %+v", k.Files)
	}
	for _, layer := range assess.Layers {
		res := assess.ScoreRound(k.Input(load(t, dir), layer))
		for i := range res.Units {
			if n := res.Units[i].Node("OUT.IPM"); n.State != assess.Answered || n.Items[0].Answer.Value.RatString() != "143/2" {
				t.Errorf("%s %s: %+v", layer, res.Units[i].Unit.ID, n)
			}
		}
	}
}

func TestDataProblems(t *testing.T) {
	entry := func(text string) string { return "data:\n  - {" + text + "}\n" }
	for _, tc := range []struct {
		name, more string
		want       []string
	}{
		{"unknown indicator", entry("indicator: OUT.IPN, value: 1, source: BPS"), []string{"S611@spotcheck.yaml|7:17"}},
		{"of units", entry("indicator: K1, value: 1, source: BPS"), []string{"S502@spotcheck.yaml|7:17"}},
		{"a branch", entry("indicator: OUT, value: 1, source: BPS"), []string{"S502@spotcheck.yaml|7:17"}},
		{"twice", dataText + "  - {indicator: OUT.IPM, value: 71.5, source: BPS}\n", []string{"S610@spotcheck.yaml|12:17"}},
		{"not in scale", entry("indicator: OUT.IPM, value: 100.5, source: BPS"), []string{"S301@spotcheck.yaml|7:33"}},
		{"three decimals", entry("indicator: OUT.IPM, value: 71.505, source: BPS"), []string{"S301@spotcheck.yaml|7:33"}},
		{"thousands", entry("indicator: OUT.IPM, value: '1.234,5', source: BPS"), []string{"S409@spotcheck.yaml|7:33"}},
		{"TB where it may not be", entry("indicator: OUT.IPM, value: TB, source: BPS"), []string{"S302@spotcheck.yaml|7:33"}},
		{"TB without a reason", entry("indicator: OUT.SPM, value: TB, source: BPS"), []string{"S303@spotcheck.yaml|7:33"}},
		{"no value", entry("indicator: OUT.SPM, value: , source: BPS"), []string{"S606@spotcheck.yaml|7:33"}},
		{"no source", entry("indicator: OUT.SPM, value: 3, source: \"\""), []string{"S606@spotcheck.yaml|7:44"}},
		{"a filler for a source", entry("indicator: OUT.SPM, value: 3, source: \"-\""), []string{"S606@spotcheck.yaml|7:44"}},
		{"no indicator", entry("value: 3, source: BPS"), []string{"S606@spotcheck.yaml|7:5"}},
		{"unknown key", entry("indicator: OUT.SPM, value: 3, source: BPS, evidence: x"), []string{"S602@spotcheck.yaml|7:49"}},
		{"long source", entry("indicator: OUT.SPM, value: 3, source: " + strings.Repeat("x", 301)), []string{"S617@spotcheck.yaml|7:44"}},
		{"left out", dataText + "exclude: [OUT.IPM]\nexclude_reason: x\n", []string{"S502@spotcheck.yaml|7:17"}},
		{"no list", "data: 71.5\n", []string{"S605@spotcheck.yaml|6:7"}},
		{"all of it", entry("indicator: OUT.IPM, value: x, source: BPS") + "  - {indicator: X, value: 1, source: BPS}\n  - {indicator: OUT.SPM, value: 5, source: BPS}\n",
			[]string{"S301@spotcheck.yaml|7:33", "S611@spotcheck.yaml|8:17", "S301@spotcheck.yaml|9:33"}},
	} {
		r, problems, err := Load(t.Context(), grouped(t, tc.more, nil))
		if r != nil || err != nil {
			t.Errorf("%s: %v %v", tc.name, r, err)
		}
		if diff := cmp.Diff(tc.want, codes(problems)); diff != "" {
			t.Errorf("%s (-want +got):\n%s\n%v", tc.name, diff, problems)
		}
	}
	_, problems, _ := Load(t.Context(), grouped(t, entry("indicator: OUT.SPM, value: 5, source: BPS")+"  - {indicator: OUT.IPN, value: 1, source: BPS}\n", nil))
	const want = `[S301] spotcheck.yaml: 7:33: jawaban OUT.SPM di luar skala (terbaca: "5"); yang diterima: 1 = Tidak baik, 2 = Kurang baik, 3 = Baik, 4 = Sangat baik. ` +
		"Tulis salah satu jawaban yang diterima pada kunci value\n" +
		`[S611] spotcheck.yaml: 8:17: instrumen tidak punya butir "OUT.IPN"; maksud Anda "OUT.IPM"? Periksa ejaannya, atau tambahkan entri yang dirujuk`
	if diff := cmp.Diff(want, problems.Error()); diff != "" {
		t.Error(diff)
	}
}

// What nobody said is missed; what somebody said wrongly, or two said, is told
// as such.
func TestMissingData(t *testing.T) {
	const a = "unit,K1\nDINKES,12\n"
	one := "data: [{indicator: OUT.IPM, value: 71.5, source: BPS}]\n"
	for _, tc := range []struct {
		name, more string
		files      map[string]string
		want       []string
	}{
		{"nothing", "", map[string]string{"masuk/a.csv": a}, []string{"S515@spotcheck.yaml", "S515@spotcheck.yaml"}},
		{"one", one, map[string]string{"masuk/a.csv": a}, []string{"S515@spotcheck.yaml"}},
		{"one by a file", one, map[string]string{"masuk/a.csv": a, "masuk/b.csv": "unit,OUT.SPM\n,3\n"}, nil},
		{"left out", "exclude: [OUT]\nexclude_reason: x\n", map[string]string{"masuk/a.csv": a}, nil},
		{"no inputs yet", "", nil, nil},
		{"disputed", one, map[string]string{"masuk/b.csv": "unit,OUT.SPM,OUT.IPM\n,3,71\n"}, []string{"S309@masuk/b.csv|baris 2, kolom OUT.IPM"}},
		{"refused in a file", one, map[string]string{"masuk/b.csv": "unit,OUT.SPM\n,5\n"}, []string{"S301@masuk/b.csv|baris 2, kolom OUT.SPM", "S515@spotcheck.yaml"}},
	} {
		k := intake(t, grouped(t, tc.more, tc.files))
		if diff := cmp.Diff(tc.want, append([]string(nil), only(codes(k.Problems), "S3", "S4", "S515")...)); diff != "" {
			t.Errorf("%s (-want +got):\n%s\n%v", tc.name, diff, k.Problems)
		}
	}
	k := intake(t, grouped(t, one, map[string]string{"masuk/a.csv": a}))
	const want = "[S515] spotcheck.yaml: OUT.SPM (Indeks pencapaian SPM) belum punya nilai. Isi nilai dan sumbernya pada kunci data: di spotcheck.yaml; sementara itu dihitung kosong"
	if !strings.Contains(k.Problems.Error(), want) {
		t.Errorf("%v", k.Problems)
	}
	text := strings.Replace(groupsText(t), "id: OUT.IPM,", "id: OUT.IPM, applies: {only: [badan]},", 1)
	dir := grouped(t, "", map[string]string{"masuk/a.csv": a})
	put(t, dir, "instrumen.yaml", []byte(strings.Replace(text, "types: {", "types: {badan: Badan, ", 1)))
	if got := only(codes(intake(t, dir).Problems), "S515"); len(got) != 1 {
		t.Errorf("asked of no unit: %v", got)
	}
}

// An entry speaks at two layers with one voice.
func TestDataAgainstFiles(t *testing.T) {
	one := "data: [{indicator: OUT.IPM, value: 71.5, source: BPS}]\n"
	for _, tc := range []struct{ name, csv, want, told string }{
		{"agreeing", ",,71.5,Bappeda\n", "mandiri=143/2 verifikasi=143/2", ""},
		{"agreeing at both", ",mandiri,71.50,\n,verifikasi,\"71,5\",\n", "mandiri=143/2 verifikasi=143/2", ""},
		{"above both", ",final,72,\n", "mandiri=143/2 verifikasi=143/2 final=72", ""},
		{"disputed below", ",,71,\n", "", "S309@masuk/z.csv|baris 2"},
		{"disputed above", ",verifikasi,72,\n", "", "S309@masuk/z.csv|baris 2"},
		{"disputed below, confirmed above", ",mandiri,71,\n,verifikasi,71.5,\n", "verifikasi=143/2", "S309@masuk/z.csv|baris 2"},
		{"disputed below, final", ",mandiri,71,\n,final,71,\n", "final=71", "S309@masuk/z.csv|baris 2"},
	} {
		k := intake(t, grouped(t, one, map[string]string{"masuk/z.csv": "indicator,unit,layer,value,evidence\n" + strings.ReplaceAll("\n"+tc.csv, "\n,", "\nOUT.IPM,,")[1:]}))
		var got []string
		for _, s := range listed(k.Answers) {
			got = append(got, strings.TrimPrefix(s, " OUT.IPM  "))
		}
		if told := strings.Join(only(codes(k.Problems), "S3", "S4"), " "); strings.Join(got, " ") != tc.want || told != tc.told {
			t.Errorf("%s: %v, told %s", tc.name, got, told)
		}
		if tc.name == "agreeing" && k.Answers[0].Evidence != "Bappeda; BPS" {
			t.Errorf("sources %q", k.Answers[0].Evidence)
		}
		if tc.told != "" && !strings.Contains(k.Problems.Error(), "lain daripada di spotcheck.yaml: 6:8; tidak satu pun dipakai") {
			t.Errorf("%s: %v", tc.name, k.Problems)
		}
	}
}

// The settings of a new round list what has to be looked up; nothing of it can be
// left half done.
func TestInitListsData(t *testing.T) {
	for _, title := range []string{"Indeks Pembangunan Manusia", `"Indeks # satu\n- dua: \u2028 {{.ID}}"`} {
		source := filepath.Join(folder(t, map[string]string{
			"i.yaml": strings.Replace(groupsText(t), "Indeks Pembangunan Manusia", title, 1),
		}), "i.yaml")
		dir := t.TempDir()
		if err := Init(dir, InitOptions{Instrument: source, CSV: true}); err != nil {
			t.Fatal(err)
		}
		if r := load(t, dir); len(r.data) != 0 {
			t.Errorf("%v", r.data)
		}
		data, err := os.ReadFile(filepath.Join(dir, ConfigFile))
		if err != nil {
			t.Fatal(err)
		}
		text := string(data)
		from := strings.Index(text, "#data:")
		to := from + strings.Index(text[from:], "\n\n")
		entries := strings.ReplaceAll("\n"+text[from:to], "\n#", "\n")
		put(t, dir, ConfigFile, []byte(text[:from]+entries+text[to:]))
		if r := load(t, dir); len(r.data) != 0 { // uncommented, and not known yet
			t.Errorf("%s: %+v\n%s", title, r.data, entries)
		}
		entries = strings.NewReplacer("value:", "value: 3", `source: ""`, "source: BPS").Replace(entries)
		put(t, dir, ConfigFile, []byte(text[:from]+entries+text[to:]))
		if r := load(t, dir); len(r.data) != 4 || r.data[0].Indicator != "OUT.IPM" || r.data[3].Layer != assess.Verifikasi {
			t.Errorf("%s: %+v", title, r.data)
		}
	}
	plain := t.TempDir()
	if err := Init(plain, InitOptions{}); err != nil {
		t.Fatal(err)
	}
	if data, err := os.ReadFile(filepath.Join(plain, ConfigFile)); err != nil || strings.Contains(string(data), "data:") {
		t.Errorf("an instrument without secondary data asks for some: %v", err)
	}
}

// Two files that contradict each other take the settings' word with them, though
// one of them agrees with it.
func TestDataBetweenFiles(t *testing.T) {
	k := intake(t, grouped(t, "data: [{indicator: OUT.IPM, value: 71.5, source: BPS}]\n", map[string]string{
		"masuk/a.csv": "unit,OUT.IPM\n,71.5\n", "masuk/b.csv": "unit,OUT.IPM\n,72\n",
	}))
	if got := listed(k.Answers); len(got) > 0 {
		t.Errorf("%v", got)
	}
	if !strings.Contains(k.Problems.Error(), "[S309] masuk/a.csv: baris 2, kolom OUT.IPM: jawaban OUT.IPM / mandiri di sini lain daripada di masuk/b.csv: baris 2, kolom OUT.IPM; tidak satu pun dipakai") {
		t.Errorf("%v", k.Problems)
	}
}
