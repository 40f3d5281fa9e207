package indicators_test

import (
	"strings"
	"testing"

	"spotcheck/indicators/problem"
)

// An id that changes its meaning is told; a new one, another weight or another
// wording is not.
func TestUnstable(t *testing.T) {
	full := string(fixture(t, "full.yaml"))
	old := parse(t, "lama.yaml", []byte(full))
	for _, tc := range []struct{ from, to, want string }{
		{"id: C\n", "id: D\n", "kode C (Antrean) tidak ada lagi"},
		{"title: Capaian\n", "title: Ketepatan\n", `kode A2 (Capaian) kini berjudul "Ketepatan"`},
		{"{value: 0.5, label: Sebagian}", "{value: 0.6, label: Sebagian}", "kode A1.1 (Persyaratan) kini memakai skala lain (Setengah)"},
		{"{from: 5, value: 2,", "{from: 6, value: 2,", "kode B1.2 (Cermat) kini memakai skala lain (Banyaknya)"},
		{"number: {min: 0, max: 100, decimals: 1}", "number: {min: 0, max: 99, decimals: 1}", "kode A2 (Capaian) kini memakai skala lain (Persen)"},
		{"remedy: Selesaikan tepat waktu.\n", "remedy: Selesaikan tepat waktu.\n        scope: respondent\n        respondent: pejabat\n", "kode A2 (Capaian) kini ditanyakan per responden, semula per unit"},
		{"kind: sample, min: 3", "kind: interview, min: 3", "kode B1.1 (Ramah) kini ditanyakan kepada kelompok lain (Pengguna layanan)"},
		{"na: Bila belum ada permohonan.\n", "look: Laman.\n", "kode A2 (Capaian) kini tidak boleh dijawab TB"},
		{"title: Antrean\n", "title: Antrean\n    na: Bila belum ada.\n", "kode C (Antrean) kini boleh dijawab TB"},
		{"applies: {only: [dinas, rsud]}", "applies: {only: [dinas]}", "kode A2 (Capaian) kini ditanyakan kepada jenis unit lain (RSUD)"},
		{"weight: 12.22", "weight: 12.23", ""},
		{"question: Apakah persyaratan tertulis?", "question: Tertulis?", ""},
	} {
		if strings.Count(full, tc.from) != 1 {
			t.Fatalf("%q is not in the file once", tc.from)
		}
		in := parse(t, "baru.yaml", []byte(strings.Replace(full, tc.from, tc.to, 1)))
		list := in.Unstable(old, "baru.yaml")
		if tc.want == "" {
			if len(list) > 0 {
				t.Errorf("%s: %v", tc.to, list)
			}
			continue
		}
		if len(list) == 0 || list[0].Code != problem.ChangedID || list[0].Message != tc.want || list.Errors() > 0 {
			t.Errorf("%s: %v, want %s", tc.to, list, tc.want)
		}
	}
}
