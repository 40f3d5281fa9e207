package round

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"spotcheck/assess"
	"spotcheck/indicators/problem"
)

func TestLoad(t *testing.T) {
	dir := small(t, `
date: 2026-09-30
layer: verifikasi
inputs: [masuk, "susulan\\bidang", masuk]
use: [revisi.xlsx]
exclude: [B]
exclude_reason: Survei pihak lain
letterhead: {government: Pemerintah Kabupaten Uji, office: Inspektorat Daerah, address: Jalan Uji 1, contact: "(0711) 1"}
paper: F4
place: Uji
team:
  - {role: Ketua tim, name: Budi}
signatories:
  inspektur: {title: Inspektur, name: Ani, rank: Pembina, nip: "1"}
  mengetahui: {title: Sekretaris Daerah, name: Candra}
example: true
`, nil)
	r := load(t, dir)
	want := Config{
		Entity: "Kabupaten Uji", Period: "2026", Instrument: "instrumen.yaml", Date: "2026-09-30", Layer: assess.Verifikasi,
		Register: "unit.csv", Inputs: []string{"masuk", "susulan/bidang"}, Use: []string{"revisi.xlsx"},
		Exclude:    Exclusion{[]string{"B"}, "Survei pihak lain"},
		Letterhead: Letterhead{"Pemerintah Kabupaten Uji", "Inspektorat Daerah", "Jalan Uji 1", "(0711) 1"},
		Paper:      F4, Place: "Uji", Team: []Member{{"Ketua tim", "Budi"}}, Example: true,
		Signatories: Signatories{&Signatory{"Inspektur", "Ani", "Pembina", "1"}, &Signatory{Title: "Sekretaris Daerah", Name: "Candra"}},
	}
	if diff := cmp.Diff(want, r.Config); diff != "" {
		t.Errorf("settings (-want +got):\n%s", diff)
	}
	units := []assess.Unit{
		{ID: "DINKES", Name: "Dinas Kesehatan", Type: "dinas"},
		{ID: "PKM-1", Name: "Puskesmas Satu", Type: "puskesmas", Parent: "DINKES", Products: []assess.Product{{ID: "rawat-jalan", Name: "Rawat Jalan"}}},
		{ID: "PKM-2", Name: "Puskesmas Dua", Type: "puskesmas", Parent: "DINKES", Products: []assess.Product{{ID: "rawat-jalan", Name: "Rawat Jalan"}, {ID: "imunisasi", Name: "Imunisasi"}}},
	}
	if diff := cmp.Diff(units, r.Units); diff != "" {
		t.Errorf("units (-want +got):\n%s", diff)
	}
}

func TestLoadInlineUnits(t *testing.T) {
	dir := small(t, "", nil)
	put(t, dir, ConfigFile, []byte(`schema: spotcheck/round/v1
entity: Kabupaten Uji
period: "2026"
instrument: instrumen.yaml
units:
  - {id: PKM-1, name: Puskesmas Satu, type: puskesmas, parent: D, products: [Rawat Jalan], head: Ani, head_title: Kepala, nip: "1", pic: Budi, contact: "2"}
  - {id: D, name: Dinas, type: dinas}
`))
	want := []assess.Unit{
		{ID: "D", Name: "Dinas", Type: "dinas"},
		{ID: "PKM-1", Name: "Puskesmas Satu", Type: "puskesmas", Parent: "D", Head: "Ani", HeadTitle: "Kepala", NIP: "1", PIC: "Budi", Contact: "2",
			Products: []assess.Product{{ID: "rawat-jalan", Name: "Rawat Jalan"}}},
	}
	if diff := cmp.Diff(want, load(t, dir).Units); diff != "" {
		t.Errorf("units (-want +got):\n%s", diff)
	}
}

func TestLoadProblems(t *testing.T) {
	swap := func(old, new string) string { return strings.Replace(settingsText, old, new, 1) }
	for _, tc := range []struct {
		name, settings string
		want           []string
	}{
		{"unknown key", settingsText + "entitas: x\n", []string{"S602@spotcheck.yaml|6:1"}},
		{"schema", swap("round/v1", "round/v9"), []string{"S611@spotcheck.yaml|1:9"}},
		{"nothing said", "schema: spotcheck/round/v1\n", []string{"S606@spotcheck.yaml|1:1", "S606@spotcheck.yaml|1:1", "S606@spotcheck.yaml|1:1", "S606@spotcheck.yaml|1:1"}},
		{"empty file", "", []string{"S606@spotcheck.yaml"}},
		{"syntax", "a: [", []string{"S601@spotcheck.yaml|1"}},
		{"instrument name", swap("instrumen.yaml", "uu25-2008"), []string{"S513@spotcheck.yaml|4:13"}},
		{"instrument file", swap("instrumen.yaml", "lain.yaml"), []string{"S513@spotcheck.yaml|4:13"}},
		{"date", settingsText + "date: 30-09-2026\n", []string{"S621@spotcheck.yaml|6:7"}},
		{"layer", settingsText + "layer: akhir\n", []string{"S611@spotcheck.yaml|6:8"}},
		{"paper", settingsText + "paper: A3\n", []string{"S611@spotcheck.yaml|6:8"}},
		{"example", settingsText + "example: yes\n", []string{"S611@spotcheck.yaml|6:10"}},
		{"path that climbs out", settingsText + "inputs: [../lain]\n", []string{"S502@spotcheck.yaml|6:10"}},
		{"register that climbs out", swap("unit.csv", "../unit.csv"), []string{"S502@spotcheck.yaml|5:8"}},
		{"too long", swap("Kabupaten Uji", strings.Repeat("x", 121)), []string{"S617@spotcheck.yaml|2:9"}},
		{"control character", swap("Kabupaten Uji", `"a\u202eb"`), []string{"S502@spotcheck.yaml|2:9", "S601@spotcheck.yaml|2:9"}},
		{"exclude unknown, twice", settingsText + "exclude: [Z, A, A]\nexclude_reason: x\n", []string{"S611@spotcheck.yaml|6:11", "S610@spotcheck.yaml|6:17"}},
		{"exclude everything", settingsText + "exclude: [A, B1, B2, B3]\nexclude_reason: x\n", []string{"S502@spotcheck.yaml|6:11"}},
		{"exclude everything from the top", settingsText + "exclude: [B, A]\nexclude_reason: x\n", []string{"S502@spotcheck.yaml|6:11"}},
		{"exclude without reason", settingsText + "exclude: [A]\n", []string{"S606@spotcheck.yaml|1:1"}},
		{"signatories", settingsText + "signatories:\n  mengetahui: {title: Sekda}\n", []string{"S606@spotcheck.yaml|7:3", "S606@spotcheck.yaml|7:15"}},
		{"register absent", swap("unit.csv", "unit.xlsx"), []string{"S101@unit.xlsx"}},
		{"register of another kind", swap("unit.csv", "unit.docx"), []string{"S503@unit.docx"}},
		{"no units", swap("unit.csv", "[]"), []string{"S503@spotcheck.yaml|5:8"}},
		{"inline unit", swap("unit.csv", "[{id: A, name: x, type: dinas, produk: y}, {id: B}]"),
			[]string{"S602@spotcheck.yaml|5:39", "S503@spotcheck.yaml|5:51", "S503@spotcheck.yaml|5:51"}},
	} {
		dir := small(t, "", nil)
		put(t, dir, ConfigFile, []byte(tc.settings))
		r, problems, err := Load(t.Context(), dir)
		if err != nil || r != nil {
			t.Errorf("%s: round %v, error %v", tc.name, r, err)
		}
		if diff := cmp.Diff(tc.want, codes(problems)); diff != "" {
			t.Errorf("%s (-want +got):\n%s\n%v", tc.name, diff, problems)
		}
	}
}

func TestLoadWithoutRound(t *testing.T) {
	for _, dir := range []string{t.TempDir(), filepath.Join(t.TempDir(), "tidak-ada")} {
		r, problems, err := Load(t.Context(), dir)
		if r != nil || err != nil || len(problems) != 1 || problems[0].Code != problem.RoundMissing {
			t.Errorf("%v %v %v", r, problems, err)
		}
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, _, err := Load(ctx, small(t, "", nil)); !errors.Is(err, context.Canceled) {
		t.Errorf("cancelled: %v", err)
	}
}

func TestLoadAbsolutePaths(t *testing.T) {
	elsewhere := folder(t, map[string]string{"unit.csv": registerText})
	dir := small(t, "", nil)
	path := filepath.Join(elsewhere, "unit.csv")
	put(t, dir, ConfigFile, []byte(strings.Replace(settingsText, "unit.csv", fmt.Sprintf("%q", path), 1)))
	if r := load(t, dir); len(r.Units) != 3 || r.shown(path) != filepath.ToSlash(path) {
		t.Errorf("units %v, shown as %s", r.Units, r.shown(path))
	}
	if err := os.WriteFile(path, []byte("kode;nama;jenis\nX;;dinas\n"), 0o666); err != nil {
		t.Fatal(err)
	}
	_, problems, _ := Load(t.Context(), dir)
	if diff := cmp.Diff([]string{"S503@" + filepath.ToSlash(path) + "|baris 2"}, codes(problems)); diff != "" {
		t.Error(diff)
	}
}
