package round

import (
	"fmt"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"spotcheck/indicators/problem"
)

// told is the first problem with that number about the unit.
func told(list problem.List, code problem.Code, unit string) string {
	for _, p := range list {
		if p.Code == code && strings.Contains(p.Message, "unit "+unit+" ") {
			return p.Message + ". " + p.Remedy
		}
	}
	return ""
}

// Nobody is dunned for a form that lies in the folder and was refused.
func TestAdviceBesideRefusedForms(t *testing.T) {
	a := "unit,indicator,value\nDINKES,B1,1\n"
	k := intake(t, small(t, "", map[string]string{"masuk/a.csv": a}))
	if got := told(k.Problems, problem.UnitWithoutForm, "PKM-1"); !strings.Contains(got, "Tagih formulirnya") {
		t.Errorf("nothing came: %q", got)
	}
	k = intake(t, small(t, "", map[string]string{"masuk/a.csv": a, "masuk/pkm.xlsx": "%PDF-1.7"}))
	if got := told(k.Problems, problem.UnitWithoutForm, "PKM-1"); !strings.Contains(got, "Periksa dahulu berkas yang ditolak") {
		t.Errorf("one was refused: %q", got)
	}
	form := func(answer string) string {
		return string(fill(t, small(t, "", nil), "PKM-1", map[string]string{"Penilaian|A2": answer}))
	}
	k = intake(t, small(t, "", map[string]string{"masuk/a.csv": a, "masuk/b.xlsx": form("1"), "masuk/c.xlsx": form("2")}))
	for _, code := range []problem.Code{problem.UnitWithoutForm, problem.NoProducts, problem.FewRespondents} {
		if got := told(k.Problems, code, "PKM-1"); got != "" {
			t.Errorf("two were refused: %q", got)
		}
	}
}

// Nor where its CSV was refused, or its rows of one; and a form that came back blank
// was sent.
func TestAdviceBesideRefusedRows(t *testing.T) {
	a := "unit,indicator,value\nDINKES,B1,1\n"
	for _, tc := range []struct {
		name, data, want string
	}{
		{"masuk/b.csv", "kode,nilai\nPKM-1,1\n", "Periksa dahulu berkas yang ditolak"},
		{"masuk/b.csv", "unit,indicator,value\nDINKES,A2,1\nPKM-1,A2,99\n", ""},
		{"masuk/b.xlsx", string(fill(t, small(t, "", nil), "PKM-1", nil)), "formulir unit PKM-1 (Puskesmas Satu) masih kosong"},
		{"masuk/b.xlsx", string(fill(t, small(t, "", nil), "PKM-1", map[string]string{"Penilaian|A2": "99"})), ""},
	} {
		k := intake(t, small(t, "", map[string]string{"masuk/a.csv": a, tc.name: tc.data}))
		if got := told(k.Problems, problem.UnitWithoutForm, "PKM-1"); tc.want == "" && got != "" || !strings.Contains(got, tc.want) {
			t.Errorf("%.40q: told %q, want %q", tc.data, got, tc.want)
		}
	}
}

// Of many forms a few are named, in each of as many problems.
func TestManyFormsOfOneUnit(t *testing.T) {
	dir, files := small(t, "", nil), map[string]string{}
	for i := range 12 {
		answers := map[string]string{"Penilaian|B1": strconv.Itoa(i)}
		files[fmt.Sprintf("masuk/%02d.xlsx", i)] = string(fill(t, dir, "PKM-1", answers))
	}
	list := only(codes(intake(t, small(t, "", files)).Problems), "S206")
	if len(list) != 12 {
		t.Errorf("%d problems", len(list))
	}
	want := "unit PKM-1 juga mengirim masuk/00.xlsx, masuk/01.xlsx, masuk/02.xlsx, masuk/03.xlsx, masuk/04.xlsx, dan 6 berkas lain; tidak satu pun dipakai, karena 1 jawaban berbeda dan tanggal pengisiannya tidak terbaca"
	problems := intake(t, small(t, "", files)).Problems
	if got := problems[len(problems)-1].Message; got != want {
		t.Errorf("told %q\nwant %q", got, want)
	}
}

// Every group of people is counted by itself, and called by its name.
func TestAdviceOfGroups(t *testing.T) {
	k := intake(t, grouped(t, "", map[string]string{"masuk/a.csv": "unit,respondent,prosedur,L1\nDINKES,R1,3,\nDINKES,R7,,\nPKM-1,R1,3,\nPKM-1,R12,3,\nPKM-1,PG3,,4\n"}))
	var got []string
	for _, p := range k.Problems {
		if p.Code == problem.FewRespondents {
			got = append(got, p.Message+". "+p.Remedy)
		}
	}
	want := []string{
		`unit DINKES (Dinas Kesehatan) punya jawaban dari 0 responden kelompok "Pelaksana garda depan"; sedikitnya 1. Wawancarai responden tambahan; kekurangannya dihitung kosong`,
		`unit DINKES (Dinas Kesehatan) punya jawaban dari 1 responden kelompok "Pengguna layanan"; sedikitnya 2. Tambah respondennya; kekurangannya dihitung kosong`,
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	k = intake(t, grouped(t, "exclude: [L1]\nexclude_reason: x\n", map[string]string{"masuk/a.csv": "unit,respondent,prosedur\nDINKES,R1,3\nDINKES,R2,3\n"}))
	if got := told(k.Problems, problem.FewRespondents, "DINKES"); got != "" {
		t.Errorf("a group that is left out: %s", got)
	}
}
