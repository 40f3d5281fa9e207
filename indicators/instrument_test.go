package indicators_test

import (
	"fmt"
	"strings"
	"testing"

	"spotcheck/indicators"
	"spotcheck/indicators/library"
)

func parse(t testing.TB, name string, data []byte) *indicators.Instrument {
	t.Helper()
	in, list := indicators.Parse(name, data)
	if in == nil || len(list) > 0 {
		t.Fatalf("%s: %v", name, list)
	}
	return in
}

func TestMinimalInstrument(t *testing.T) {
	in := parse(t, "minimal.yaml", fixture(t, "minimal.yaml"))
	n := in.Node("A")
	if in.ID != "uji" || len(in.Indicators()) != 1 || n == nil || n.Kind != indicators.Indicator || n != in.Indicators()[0] || n.Top() != n {
		t.Fatalf("%+v", in)
	}
	if n.Scope != indicators.PerUnit || n.NA != "" || !n.Applies("apa saja") || n.Origin.Mark != indicators.Own {
		t.Errorf("defaults of an indicator: %+v", n)
	}
	if in.Products.Min != 1 || in.Products.Slots != 3 || in.Products.Mark != indicators.Own || in.Respondents != nil || len(in.Gates) != 0 || in.ValidFrom != "" ||
		in.Result.Label != indicators.DefaultLabel || in.Opinions != nil || in.Variant != nil || n.Weighing != indicators.Stated || !n.Counted() {
		t.Errorf("defaults of an instrument: %+v", in)
	}
	if in.Node("B") != nil || in.Node("") != nil {
		t.Error("a node that is not there was found")
	}
}

func TestFullInstrument(t *testing.T) {
	in := parse(t, "full.yaml", fixture(t, "full.yaml"))
	var b strings.Builder
	fmt.Fprintf(&b, "%s %s | %s | %s | %s..%s | %s\n", in.ID, in.Version, in.Short, in.About, in.ValidFrom, in.ValidTo, in.Legal[0].URL)
	fmt.Fprintf(&b, "%s %s..%s d%d %s %s | %d sources, %q\n", in.Result.Label, in.Result.Min, in.Result.Max, in.Result.Decimals, in.Result.RollUp, in.Result.Mark, len(in.Sources), in.Sources[1].Cite)
	for _, band := range in.Bands.List {
		fmt.Fprintf(&b, "%s %s %s %s %s\n", band.Category, band.From.FloatString(1), band.Label, band.Zone, band.Mark)
	}
	fmt.Fprintf(&b, "%s %d %q | %d..%d %s\n", in.Bands.Mark, len(in.Bands.Sources), in.Bands.Reason, in.Products.Min, in.Products.Slots, in.Products.Mark)
	for _, g := range in.Respondents {
		fmt.Fprintf(&b, "%s %s %v %d..%d %s\n", g.Key, g.Code, g.Sample, g.Min, g.Slots, g.Mark)
	}
	for _, g := range in.Gates {
		fmt.Fprintf(&b, "gate %q %q %s %s %s\n", g.Set, g.Of(), g.Min.FloatString(0), g.Title, g.Mark)
	}
	fmt.Fprintf(&b, "%v %s %q %q %q\n", in.GateSets(), in.Opinions.Title, in.Opinions.Of("A", true), in.Opinions.Of("C", true), in.Opinions.Of("C", false))
	for _, n := range in.Nodes() {
		fmt.Fprintf(&b, "%s %s %s %s%s %q", n.ID, n.Kind, indicators.Plain(n.Weight), n.Weighing, n.Origin.Mark, n.Origin.Reason)
		if n.Asking != nil {
			fmt.Fprintf(&b, " | %s %s %s %d levels %d evidence %s | %s | %d sanctions | %s %s | na %q %v %v",
				n.Scope, n.Scale.Key, n.Scale.Mark, len(n.Levels), len(n.Evidence), n.Wording.Mark, indicators.Cite(n.Legal), len(n.Sanctions), n.Effort.Key, n.Role.Title, n.NA, n.Only, n.Except)
		}
		b.WriteString("\n")
	}
	want := `uji-lengkap 2026.1 | Uji lengkap | Instrumen untuk pengujian yang memakai setiap kunci. | 2026-01-01..2026-12-31 | https://contoh.go.id/uu25
Indeks contoh 0/1..1000/1 d1 product assumed | 2 sources, "Warta Contoh"
A 880.0 Tertinggi hijau confirmed
C 540.5 Sedang kuning assumed
E 0.0 Terendah merah confirmed
confirmed 2 "Batas contoh." | 2..4 confirmed
pengguna R true 3..5 single-source
pejabat PJ false 2..2 own
gate "" "A1" 600 Batas standar assumed
gate "LULUS" "A" 750 Tiga perempat bobot own
gate "LULUS" "" 500 Separuh nilai own
[LULUS] Simulasi opini "Tertinggi tanpa catatan" "" "Sedang"
A dimension 60 own "Paling penting."
A1 variable 20.04 confirmed ""
A1.1 indicator 20.04 own "Bobot contoh." | product setengah own 3 levels 2 evidence own | Pasal 21 huruf b dan Pasal 15 huruf a UU 25/2009 | 1 sanctions | ringan Petugas | na "" [] [sekolah]
A2 indicator 40 own "Bobot contoh." | unit persen own 0 levels 0 evidence own |  | 0 sanctions | berat Kepala unit | na "Bila belum ada permohonan." [dinas rsud] []
B dimension 40 own "Bobot contoh."
B1 variable 26.11 summedassumed "Dibagi rata."
B1.1 indicator 12.22 own "Bobot contoh." | respondent setengah own 3 levels 0 evidence single-source | Pasal 34 UU 25/2009 | 0 sanctions | ringan Kepala unit | na "" [] []
B1.2 indicator 13.89 splitassumed "Dibagi rata." | respondent banyaknya single-source 0 levels 0 evidence single-source | Pasal 34 UU 25/2009 | 0 sanctions | ringan Kepala unit | na "" [] []
B2 indicator 13.89 splitassumed "Dibagi rata." | entity persen own 0 levels 0 evidence single-source |  | 0 sanctions | berat Bagian Organisasi | na "" [] []
C indicator 0 own "Bobot contoh." | unit setengah own 3 levels 0 evidence own |  | 0 sanctions | ringan Petugas | na "" [] []
`
	if got := b.String(); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	leaf := in.Node("A1.1")
	if leaf.Top().ID != "A" || leaf.Parent.ID != "A1" || leaf.Sanctions[0].Cite.String() != "Pasal 54 ayat (1) UU 25/2009" {
		t.Errorf("%+v", leaf)
	}
	if in.TypeTitle("rsud") != "RSUD" || in.TypeTitle("lain") != "lain" {
		t.Error("names of unit types or scopes")
	}
}

func TestApplies(t *testing.T) {
	for _, tc := range []struct {
		only, except []string
		unitType     string
		want         bool
	}{
		{nil, nil, "dinas", true}, {nil, nil, "", true},
		{[]string{"rsud"}, nil, "rsud", true}, {[]string{"rsud"}, nil, "dinas", false},
		{nil, []string{"rsud"}, "rsud", false}, {nil, []string{"rsud"}, "dinas", true},
		{[]string{"rsud", "dinas"}, []string{"dinas"}, "dinas", false}, {[]string{"rsud", "dinas"}, []string{"dinas"}, "rsud", true},
	} {
		n := &indicators.Node{Asking: &indicators.Asking{Only: tc.only, Except: tc.except}}
		if got := n.Applies(tc.unitType); got != tc.want {
			t.Errorf("only %v except %v: Applies(%q) = %v", tc.only, tc.except, tc.unitType, got)
		}
	}
	if branch := (&indicators.Node{}); !branch.Applies("dinas") {
		t.Error("a branch applies to all")
	}
}

// A checkout with other line ends, or an editor that leaves a byte-order mark,
// must not make another instrument of the file.
func TestDigest(t *testing.T) {
	data := fixture(t, "minimal.yaml")
	crlf := []byte(strings.ReplaceAll(string(data), "\n", "\r\n"))
	want := indicators.Digest(data)
	if !strings.HasPrefix(want, "sha256:") || len(want) != len("sha256:")+64 {
		t.Fatalf("Digest = %q", want)
	}
	for name, same := range map[string][]byte{"CRLF": crlf, "BOM": append([]byte("\ufeff"), data...), "both": append([]byte("\ufeff"), crlf...)} {
		if got := indicators.Digest(same); got != want {
			t.Errorf("%s: %s, want %s", name, got, want)
		}
		if in := parse(t, name, same); in.Digest != want {
			t.Errorf("%s: the instrument carries %s", name, in.Digest)
		}
	}
	if got := indicators.Digest(append(data, ' ')); got == want {
		t.Error("another text has the same digest")
	}
	if got := indicators.Digest(nil); got != "sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855" {
		t.Errorf("digest of nothing: %s", got)
	}
}

// The bands of the built-in instrument against totals that the Ombudsman
// published with their category, and around every bound.
func TestBandOf(t *testing.T) {
	in, list := library.Load(library.Default)
	if in == nil {
		t.Fatal(list)
	}
	for _, tc := range []struct{ value, category, zone string }{
		{"31.98", "E", "merah"},  // Kabupaten Maybrat 2024, https://ombudsman.go.id/perwakilan/news/r/pwk--tiga-pemda-di-papua-barat-daya-raih-predikat-kepatuhan-tertinggi-dan-tinggi-penilaian-kepatuhan-standar-pelayanan-publik-tahun-2024
		{"32.23", "D", "merah"},  // Kabupaten Maybrat 2023, https://www.bentengpapua.com/2024/02/18/2-kabupaten-di-papua-barat-daya-masuk-zona-merah-penilaian-standar-kepatuhan-pelayanan-publik-tahun-2023/
		{"77.70", "C", "kuning"}, // Kabupaten Bangka Barat 2023, https://babelsatu.com/2024/11/14/rapor-kuning-pemkab-bangka-barat-di-bawah-kepemimpinan-sukirman
		{"87.80", "B", "hijau"},  // Kota Pangkalpinang 2022, https://ketikandata.com/2022/12/23/kabupaten-bangka-raih-opini-kualitas-tertinggi-kepatuhan-standar-pelayanan-publik-2022-di-babel/
		{"53.98", "D", "merah"}, {"78.09", "B", "hijau"}, {"88.02", "A", "hijau"},

		{"-1", "E", "merah"}, {"0", "E", "merah"}, {"31.99", "E", "merah"}, {"32", "D", "merah"},
		{"53.99", "D", "merah"}, {"54", "C", "kuning"}, {"77.99", "C", "kuning"}, {"78", "B", "hijau"},
		{"87.99", "B", "hijau"}, {"87.994999", "B", "hijau"}, {"87.995", "A", "hijau"}, {"88", "A", "hijau"}, {"100", "A", "hijau"}, {"101", "A", "hijau"},
	} {
		rounded := indicators.Round(rat(t, tc.value), in.Result.Decimals)
		if b := in.BandOf(rounded); b.Category != tc.category || b.Zone != tc.zone {
			t.Errorf("%s -> %s %s, want %s %s", tc.value, b.Category, b.Zone, tc.category, tc.zone)
		}
	}
}

// FuzzParse: no file makes the reader panic, and one that passes keeps what
// doc.go promises.
func FuzzParse(f *testing.F) {
	f.Add(fixture(f, "minimal.yaml"))
	f.Add(fixture(f, "full.yaml"))
	f.Fuzz(func(t *testing.T, data []byte) {
		in, list := indicators.Parse("f", data)
		if (in == nil) != (list.Errors() > 0) {
			t.Fatalf("instrument %v with %d errors", in != nil, list.Errors())
		}
		if in != nil {
			sound(t, in)
		}
	})
}

// sound checks the invariants of a parsed instrument.
func sound(t *testing.T, in *indicators.Instrument) {
	last := in.Bands.List[len(in.Bands.List)-1]
	if last.From.Cmp(in.Result.Min) != 0 || in.Result.Min.Cmp(in.Result.Max) >= 0 || len(in.Indicators()) == 0 {
		t.Fatalf("bands end at %s, result from %s to %s, %d indicators", last.From, in.Result.Min, in.Result.Max, len(in.Indicators()))
	}
	for _, n := range in.Nodes() {
		if in.Node(n.ID) != n || n.Weight.Sign() < 0 || n.Origin.Mark == "" || (n.Kind == indicators.Indicator) != (n.Asking != nil) {
			t.Fatalf("%+v", n)
		}
		if n.Asking == nil {
			continue
		}
		if n.Effort == nil || n.Role.Title == "" || n.Scale.Min.Cmp(n.Scale.Max) >= 0 || len(n.Levels) != len(n.Scale.Levels) || len(n.Legal) == 0 && n.LegalNote == "" {
			t.Fatalf("%+v", n.Asking)
		}
		for _, l := range n.Scale.Levels {
			for _, text := range []string{l.Option(), l.Label} {
				if v, ok := n.Scale.Parse(text); !ok || v.Cmp(l.Value) != 0 {
					t.Fatalf("%q of %q is read as %v, %v", text, l.Option(), v, ok)
				}
			}
		}
	}
}
