package round

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// A form replaces another one of its unit only where nothing can get lost.
func TestNewestForm(t *testing.T) {
	first := small(t, "", nil)
	form := func(day, a2, b1, verdict, note string) string {
		answers := map[string]string{}
		for key, value := range map[string]string{
			"Identitas|Tanggal pengisian": day, "Penilaian|A2": a2, "Penilaian|B1": b1,
			"Penilaian|A2|verdict": verdict, "Penilaian|A2|note": note,
		} {
			if value != "" {
				answers[key] = value
			}
		}
		return string(fill(t, first, "PKM-1", answers))
	}
	const early, late = "1 Oktober 2026", "Senin, 12 Oktober 2026"
	one, two := "1 = Sebagian", "2 = Lengkap"
	for _, tc := range []struct {
		name, a, b string
		used       string // its file; empty if neither
		told       string // at the other, or at a
	}{
		{"dated later, all answers", form(early, one, "5", "", ""), form(late, two, "5", "", ""), "b",
			"dan itulah yang dipakai: diisi Senin, 12 Oktober 2026, bukan 1 Oktober 2026 dan 1 jawaban berubah"},
		{"dated later, but first by name", form(late, two, "5", "", ""), form(early, one, "", "", ""), "a",
			"diisi Senin, 12 Oktober 2026, bukan 1 Oktober 2026, 1 jawaban berubah, dan 1 jawaban bertambah"},
		{"dated later, one answer less", form(early, one, "5", "", ""), form(late, two, "", "", ""), "", "karena 1 jawaban di masuk/a.xlsx tidak ada di masuk/b.xlsx"},
		{"dated later, one answer refused", form(early, one, "5", "", ""), form(late, two, "lima", "", ""), "", "karena 1 jawaban di masuk/a.xlsx tidak ada di masuk/b.xlsx"},
		{"dated later, without the verdict", form(early, one, "5", two, ""), form(late, two, "5", "", ""), "", "karena 1 jawaban di masuk/a.xlsx tidak ada di masuk/b.xlsx"},
		{"the inspector's copy", form(early, one, "5", "", ""), form(early, one, "5", two, ""), "b", "dan itulah yang dipakai: 1 jawaban bertambah"},
		{"the inspector's copy, undated", form("", one, "5", two, ""), form("", one, "5", "", ""), "a", "dan itulah yang dipakai: 1 jawaban bertambah"},
		{"the same answers in other bytes", form(early, one, "5", "", ""), form(late, one, "5", "", ""), "b", "dan itulah yang dipakai: jawabannya sama"},
		{"another note, no later day", form(early, one, "5", "", "lama"), form(early, one, "5", "", "baru"), "", "karena 1 jawaban berbeda dan tanggal pengisiannya sama"},
		{"a day that two programs read differently", form("1/2/2026", one, "5", "", ""), form("3/4/2026", two, "5", "", ""), "", "karena 1 jawaban berbeda dan tanggal pengisiannya tidak terbaca"},
		{"an empty form", form("", "", "", "", ""), form("", one, "", "", ""), "b", "dan itulah yang dipakai: 1 jawaban bertambah"},
		{"mended after a refusal", form(early, "salah", "5", "", ""), form(early, two, "5", "", ""), "b", "dan itulah yang dipakai: 1 jawaban bertambah"},
	} {
		k := intake(t, small(t, "", map[string]string{"masuk/a.xlsx": tc.a, "masuk/b.xlsx": tc.b}))
		want := map[string][2]Fate{"a": {Used, Older}, "b": {Older, Used}, "": {Refused, Refused}}[tc.used]
		if diff := cmp.Diff(want, [2]Fate{k.Files[0].Fate, k.Files[1].Fate}); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tc.name, diff)
		}
		if (tc.used == "") != (len(k.Answers) == 0) {
			t.Errorf("%s: answers %v", tc.name, listed(k.Answers))
		}
		var told string
		for _, p := range k.Problems {
			if (p.Code == "S206" || p.Code == "S220") && told == "" {
				told = p.Message
			}
			if tc.used != "" && p.Code == "S301" {
				t.Errorf("%s: what is set aside need not be mended: %v", tc.name, p)
			}
		}
		if !strings.HasSuffix(told, tc.told) {
			t.Errorf("%s: told %q\nwant %q", tc.name, told, tc.told)
		}
	}
}

// One of three may stand for all; otherwise none does.
func TestNewestOfThree(t *testing.T) {
	first := small(t, "", nil)
	form := func(day, a2 string) string {
		return string(fill(t, first, "PKM-1", map[string]string{"Identitas|Tanggal pengisian": day, "Penilaian|A2": a2}))
	}
	a, b, c := form("2026-10-01", "0"), form("2026-10-03", "1"), form("2026-10-02", "2")
	again := form("2026-10-03", "2")
	for _, tc := range []struct {
		files map[string]string
		want  string
	}{
		{map[string]string{"masuk/a.xlsx": a, "masuk/b.xlsx": b, "masuk/c.xlsx": c}, "older used older"},
		{map[string]string{"masuk/a.xlsx": a, "masuk/b.xlsx": b, "masuk/c.xlsx": again}, "refused refused refused"},
		{map[string]string{"masuk/a.xlsx": b, "masuk/b.xlsx": b, "masuk/c.xlsx": c}, "used copy older"},
	} {
		var got []string
		for _, f := range intake(t, small(t, "", tc.files)).Files {
			got = append(got, string(f.Fate))
		}
		if strings.Join(got, " ") != tc.want {
			t.Errorf("%v, want %s", got, tc.want)
		}
	}
}
