package round

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// The form that the settings name is refused: no other takes its place.
func TestNamedFormRefused(t *testing.T) {
	first := small(t, "", nil)
	good := string(fill(t, first, "PKM-1", map[string]string{"Penilaian|A2": "1 = Sebagian"}))
	late := string(fill(t, first, "PKM-1", map[string]string{"Identitas|Periode": "2025"}))
	other := string(fill(t, first, "PKM-2", map[string]string{"Penilaian|A2": "2 = Lengkap"}))
	refused := FileState{Path: "masuk/a.xlsx", Kind: KindForm, Unit: "PKM-1", Fate: Refused}
	named := FileState{Path: "masuk/b.xlsx", Kind: KindForm, Fate: Refused}
	used := FileState{Path: "masuk/a.xlsx", Kind: KindForm, Unit: "PKM-1", Answers: 1, Fate: Used}
	second := FileState{Path: "masuk/c.xlsx", Kind: KindForm, Unit: "PKM-2", Answers: 1, Fate: Used}
	for _, tc := range []struct {
		name, use, b string
		files        []FileState
		told         string // the message of S206
	}{
		{"of a known unit", "use: [b.xlsx]\n", late, []FileState{refused, named, second},
			"masuk/b.xlsx: formulir ini disebut pada use tetapi ditolak; formulir lain unit PKM-1 juga tidak dipakai: masuk/a.xlsx"},
		{"of nobody knows which", "use: [b.xlsx]\n", "PK\x03\x04", []FileState{used, named, second},
			"masuk/b.xlsx: formulir ini disebut pada use tetapi ditolak, dan unitnya tidak terbaca; bila unit itu mengirim formulir lain, formulir lain itulah yang dipakai"},
		{"not named", "", late, []FileState{used, named, second}, ""},
		{"the other is named", "use: [a.xlsx]\n", late, []FileState{used, named, second}, ""},
	} {
		k := intake(t, small(t, tc.use, map[string]string{"masuk/a.xlsx": good, "masuk/b.xlsx": tc.b, "masuk/c.xlsx": other}))
		if diff := cmp.Diff(tc.files, k.Files); diff != "" {
			t.Errorf("%s: files (-want +got):\n%s", tc.name, diff)
		}
		var told []string
		for _, p := range k.Problems {
			if p.Code == "S206" {
				told = append(told, p.File+": "+p.Message)
			}
		}
		if got := strings.Join(told, "\n"); got != tc.told {
			t.Errorf("%s: told %s\nwant %s", tc.name, got, tc.told)
		}
	}
	alone := intake(t, small(t, "use: [b.xlsx]\n", map[string]string{"masuk/b.xlsx": late}))
	if got := only(codes(alone.Problems), "S2"); len(got) != 1 || got[0] != "S204@masuk/b.xlsx|Identitas!B6" {
		t.Errorf("without another form: %v", got)
	}
}

// The same file twice is one form.
func TestIdenticalForms(t *testing.T) {
	first := small(t, "", nil)
	good := string(fill(t, first, "PKM-1", map[string]string{"Penilaian|A2": "1 = Sebagian", "Penilaian|B1": "ngawur"}))
	newer := string(fill(t, first, "PKM-1", map[string]string{"Penilaian|A2": "2 = Lengkap"}))
	copies := map[string]string{"masuk/a.xlsx": good, "masuk/b.xlsx": good, "masuk/ulang/c.xlsx": good}
	with := func(more map[string]string) map[string]string {
		for name, data := range copies {
			more[name] = data
		}
		return more
	}
	for _, tc := range []struct {
		name, use string
		files     map[string]string
		answers   string
		problems  []string
	}{
		{"used once", "", copies, "PKM-1 A2  mandiri=1", []string{"S218@masuk/a.xlsx", "S301@masuk/a.xlsx|Penilaian!E8"}},
		{"one is named", "use: [b.xlsx]\n", copies, "PKM-1 A2  mandiri=1", []string{"S218@masuk/b.xlsx", "S301@masuk/b.xlsx|Penilaian!E8"}},
		{"two are named", "use: [b.xlsx, c.xlsx]\n", copies, "PKM-1 A2  mandiri=1", []string{"S218@masuk/b.xlsx", "S301@masuk/b.xlsx|Penilaian!E8"}},
		{"and another form", "", with(map[string]string{"masuk/d.xlsx": newer}), "",
			[]string{"S206@masuk/a.xlsx", "S218@masuk/a.xlsx", "S301@masuk/a.xlsx|Penilaian!E8", "S206@masuk/d.xlsx"}},
		{"and another form that is named", "use: [d.xlsx]\n", with(map[string]string{"masuk/d.xlsx": newer}), "PKM-1 A2  mandiri=2", nil},
	} {
		k := intake(t, small(t, tc.use, tc.files))
		if got := strings.Join(listed(k.Answers), ", "); got != tc.answers {
			t.Errorf("%s: answers %s, want %s", tc.name, got, tc.answers)
		}
		if diff := cmp.Diff(tc.problems, append([]string(nil), only(codes(k.Problems), "S2", "S3")...)); diff != "" {
			t.Errorf("%s: problems (-want +got):\n%s", tc.name, diff)
		}
	}
	k := intake(t, small(t, "", copies))
	if !strings.Contains(k.Problems.Error(), "berkas yang sama persis ada juga di masuk/b.xlsx, masuk/ulang/c.xlsx; isinya dibaca satu kali") {
		t.Errorf("told: %v", k.Problems)
	}
	want := []FileState{
		{Path: "masuk/a.xlsx", Kind: KindForm, Unit: "PKM-1", Answers: 1, Fate: Used},
		{Path: "masuk/b.xlsx", Kind: KindForm, Unit: "PKM-1", For: "masuk/a.xlsx", Fate: Copied},
		{Path: "masuk/ulang/c.xlsx", Kind: KindForm, Unit: "PKM-1", For: "masuk/a.xlsx", Fate: Copied},
	}
	if diff := cmp.Diff(want, k.Files); diff != "" {
		t.Errorf("files (-want +got):\n%s", diff)
	}
}
