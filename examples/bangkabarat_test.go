package examples_test

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"spotcheck/assess"
	"spotcheck/assess/answers"
	"spotcheck/assess/round"
	"spotcheck/examples"
	"spotcheck/indicators"
)

const bangkaBarat = "bangka-barat"

// opened is a round with all that its inputs say.
func opened(t *testing.T, dir string) (*round.Round, *round.Intake) {
	t.Helper()
	r, problems, err := round.Load(t.Context(), filepath.FromSlash(dir))
	if err != nil || len(problems) > 0 {
		t.Fatalf("%s: %v %v", dir, err, problems)
	}
	k, err := r.Intake(t.Context(), round.IntakeOptions{})
	if err != nil {
		t.Fatal(err)
	}
	return r, k
}

func TestFormsAreFresh(t *testing.T) {
	made, err := examples.Forms(t.Context(), bangkaBarat)
	if err != nil {
		t.Fatal(err)
	}
	again, err := examples.Forms(t.Context(), bangkaBarat)
	if err != nil {
		t.Fatal(err)
	}
	committed, err := filepath.Glob(filepath.Join(bangkaBarat, round.InputDir, "*"))
	if err != nil || len(made) == 0 || len(made) != len(committed) {
		t.Fatalf("%d forms made, %d committed (%v)", len(made), len(committed), err)
	}
	for i, f := range made {
		if !bytes.Equal(f.Data, again[i].Data) {
			t.Errorf("%s: two runs give different bytes", f.Unit)
		}
		name := filepath.Join(bangkaBarat, round.InputDir, f.Unit+".xlsx")
		old, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		if !slices.Equal(parts(t, old), parts(t, f.Data)) {
			t.Errorf("%s is stale: run go run ./examples/fill examples/%s", name, bangkaBarat)
		}
	}
}

// parts are the names and contents of an archive: what counts of a workbook,
// while its bytes also depend on the version of the compressor.
func parts(t *testing.T, data []byte) []string {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		content, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, f.Name, string(content))
	}
	return out
}

// TestFormsSayWhatTheSourceSays reads the forms back and compares every answer,
// note and evidence with the source.
func TestFormsSayWhatTheSourceSays(t *testing.T) {
	r, k := opened(t, bangkaBarat)
	data, err := os.ReadFile(filepath.Join(bangkaBarat, "sumber", "jawaban.csv"))
	if err != nil {
		t.Fatal(err)
	}
	source, problems := answers.Read("jawaban.csv", data, r.Instrument, r.Units)
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	if diff := cmp.Diff(told(source), told(k.Answers)); diff != "" {
		t.Errorf("source and forms differ (-source +forms):\n%s", diff)
	}
}

// told are answers as sorted lines, without where they were read.
func told(list []assess.Answer) []string {
	out := make([]string, len(list))
	for i, a := range list {
		value := assess.NAText
		if a.Value != nil {
			value = indicators.Plain(a.Value)
		}
		out[i] = fmt.Sprintf("%s %s %q %s %s = %s | %s | %s", a.Unit, a.Indicator, a.Product, a.Respondent, a.Layer, value, a.Note, a.Evidence)
	}
	slices.Sort(out)
	return out
}

func TestBangkaBaratIdentity(t *testing.T) {
	_, k := opened(t, bangkaBarat)
	verified := 0
	for _, f := range k.Files {
		if f.Kind != round.KindForm || f.Fate != round.Used || f.FilledOn == "" || !strings.Contains(f.FilledBy, "(contoh)") {
			t.Errorf("%s: %+v", f.Path, f)
		}
		if f.Verifier != "" {
			verified++
		}
	}
	if len(k.Files) != 7 || verified != 2 {
		t.Errorf("%d forms, %d verified; want 7 and 2", len(k.Files), verified)
	}
	for _, u := range k.Units {
		if !strings.Contains(u.Head, "(contoh)") || !strings.Contains(u.PIC, "(contoh)") || u.NIP != "" || u.Contact != "" {
			t.Errorf("%s: not a made-up head or PIC: %+v", u.ID, u)
		}
	}
}

func TestBangkaBaratResult(t *testing.T) {
	r, k := opened(t, bangkaBarat)
	if !r.Config.Example {
		t.Error("the round is not marked as an example")
	}
	if len(k.Problems) != 1 || k.Problems[0].Code != "S510" || !strings.Contains(k.Problems[0].Message, "pkm-sekar-biru") {
		t.Errorf("only the missing respondent of pkm-sekar-biru is meant to be told:\n%v", k.Problems)
	}
	const want = `mandiri
dinkes 59.85 C kuning 60/60 0
dinsospmd 92.07 A hijau 60/60 0
disdikpora 69.15 C kuning 60/60 0
disdukcapil 82.67 B hijau 60/60 0
dpmptsp 89.08 A hijau 62/62 0
pkm-sekar-biru 45.08 D merah 50/60 0
pkm-simpang-teritip 85.88 B hijau 60/60 0
seluruhnya 74.83 C kuning 412/422

verifikasi
dinkes 59.85 C kuning 60/60 0
dinsospmd 92.07 A hijau 60/60 0
disdikpora 69.15 C kuning 60/60 0
disdukcapil 77.81 C kuning 60/60 60
dpmptsp 89.08 A hijau 62/62 0
pkm-sekar-biru 45.08 D merah 50/60 0
pkm-simpang-teritip 82.78 B hijau 60/60 60
seluruhnya 73.69 C kuning 412/422
`
	got := []string{results(r, k, assess.Mandiri), results(r, k, "")}
	if diff := cmp.Diff(want, strings.Join(got, "\n")); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// results is one line per unit: score, category, zone, answers given of those
// asked, how many of them verified.
func results(r *round.Round, k *round.Intake, layer assess.Layer) string {
	in := k.Input(r, layer)
	res := assess.ScoreRound(in)
	var b strings.Builder
	fmt.Fprintln(&b, in.Layer)
	for i := range res.Units {
		u := &res.Units[i]
		fmt.Fprintf(&b, "%s %s %d\n", u.Unit.ID, summary(u.Score), u.Verified)
	}
	fmt.Fprintf(&b, "seluruhnya %s\n", summary(res.Entity))
	return b.String()
}

func summary(s assess.Score) string {
	return fmt.Sprintf("%s %s %s %d/%d", s.Rounded.FloatString(2), s.Band.Category, s.Band.Zone, s.Done, s.Slots)
}

// TestBangkaBaratSystemicGaps: what the example is there to show, as many units
// below the best answer.
func TestBangkaBaratSystemicGaps(t *testing.T) {
	r, k := opened(t, bangkaBarat)
	res := assess.ScoreRound(k.Input(r, ""))
	for _, id := range []string{"A4.3", "C2.1", "D1.3", "E1.4", "F1.2", "F2.1"} {
		failing := 0
		for i := range res.Units {
			if res.Units[i].Node(id).Lost(r.Instrument.Result.Max).Sign() > 0 {
				failing++
			}
		}
		if failing < 6 {
			t.Errorf("%s fails in %d units, want most", id, failing)
		}
	}
}
