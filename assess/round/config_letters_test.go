package round

import (
	"slices"
	"strings"
	"testing"
)

func TestLettersAreReadWhole(t *testing.T) {
	r := load(t, small(t, `letters:
  number: "700/1/LHE/2026"
  nature: Biasa
  attachments: "1 (satu) berkas"
  subject: Hal surat
  to: Bupati Uji
  to_place: Uji
  copies: [Wakil Bupati, Sekretaris Daerah]
  basis: ["Surat tugas nomor 1"]
  purpose: [menilai]
  examined: {from: 2026-09-21, until: 2026-09-25, place: kantor unit}
  minutes: {PKM-1: "BA/1"}
  worksheets: {PKM-2: "KKE/2"}
`, nil))
	l := r.Config.Letters
	got := []string{l.Number, l.Nature, l.Attachments, l.Subject, l.To, l.ToPlace, strings.Join(l.Copies, "+"), l.Basis[0], l.Purpose[0], l.From, l.Until, l.Where, l.Minutes["PKM-1"], l.Worksheets["PKM-2"]}
	want := []string{"700/1/LHE/2026", "Biasa", "1 (satu) berkas", "Hal surat", "Bupati Uji", "Uji", "Wakil Bupati+Sekretaris Daerah", "Surat tugas nomor 1", "menilai", "2026-09-21", "2026-09-25", "kantor unit", "BA/1", "KKE/2"}
	if !slices.Equal(got, want) {
		t.Errorf("%q\nwant %q", got, want)
	}
	if bad := r.LetterProblems(); len(bad) > 0 {
		t.Error(bad)
	}
}

func TestLettersMayBeAbsent(t *testing.T) {
	if l := load(t, small(t, "", nil)).Letters(); l == nil || l.Number != "" || len(l.Basis) > 0 {
		t.Errorf("%+v", l)
	}
}

func TestLettersRefused(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"unknown key", "letters: {nomor: x}", "S602@spotcheck.yaml|6:11"},
		{"a list where a text belongs", "letters: {number: [x]}", "S605@spotcheck.yaml|6:19"},
		{"empty line", "letters: {basis: [\"\"]}", "S616@spotcheck.yaml|6:19"},
		{"too long", "letters: {basis: [\"" + strings.Repeat("x", 401) + "\"]}", "S617@spotcheck.yaml|6:19"},
		{"bad day", "letters: {examined: {from: 2026-13-01}}", "S621@spotcheck.yaml|6:28"},
		{"ends before it begins", "letters: {examined: {from: 2026-09-25, until: 2026-09-21}}", "S621@spotcheck.yaml|6:47"},
		{"end without beginning", "letters: {examined: {until: 2026-09-21}}", "S621@spotcheck.yaml|6:29"},
		{"log outside the round", "pengawasan: ../log.csv", "S502@spotcheck.yaml|6:13"},
		{"log unnamed", "pengawasan:", "S606@spotcheck.yaml|6:12"},
	} {
		t.Run(c.name, func(t *testing.T) {
			r, problems, err := Load(t.Context(), small(t, c.text+"\n", nil))
			if err != nil {
				t.Fatal(err)
			}
			if got := codes(problems); r != nil || !slices.Contains(got, c.want) {
				t.Errorf("%v, want %s", got, c.want)
			}
		})
	}
}

func TestLettersNameUnitsThatThereAre(t *testing.T) {
	r := load(t, small(t, "letters:\n  minutes: {PKM-3: x}\n  worksheets: {DINKES: y}\n", nil))
	if got := codes(r.LetterProblems()); !slices.Equal(got, []string{"S611@spotcheck.yaml|7:13"}) {
		t.Error(got)
	}
}
