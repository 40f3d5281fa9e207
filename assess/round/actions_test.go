package round

import (
	"bytes"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"spotcheck/assess"
	"spotcheck/assess/action"
)

// planOf is a plan of action of the round, as it would come back.
func planOf(t *testing.T, dir, period string) []byte {
	t.Helper()
	r := load(t, dir)
	var b bytes.Buffer
	if err := action.Write(&b, &action.Plan{Instrument: r.Instrument, Entity: r.Config.Entity, Period: period}); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// A plan of action among the inputs, of whatever round, changes nothing that is
// scored, and is no form that was refused.
func TestPlansOfActionAreNoForms(t *testing.T) {
	dir := small(t, "", nil)
	put(t, dir, "masuk/a.xlsx", fill(t, dir, "PKM-1", map[string]string{"Penilaian|A2": "1"}))
	before := intake(t, dir)
	put(t, dir, "masuk/b/rencana.xlsx", planOf(t, dir, "2026"))
	put(t, dir, "masuk/lama.xlsx", planOf(t, dir, "2025"))
	after := intake(t, dir)
	if d := cmp.Diff(codes(before.Problems), codes(after.Problems)); d != "" {
		t.Error(d)
	}
	r := load(t, dir)
	score := func(k *Intake) string { return assess.ScoreRound(k.Input(r, "")).Entity.Exact.RatString() }
	if score(before) != score(after) {
		t.Errorf("%s became %s", score(before), score(after))
	}
	var found []string
	for _, a := range after.Actions {
		found = append(found, a.Path)
	}
	if d := cmp.Diff([]string{"masuk/b/rencana.xlsx", "masuk/lama.xlsx"}, found); d != "" {
		t.Error(d)
	}
	if f := after.Files[1]; f.Kind != KindActions || f.Fate != Used || f.Unit != "" {
		t.Errorf("%+v", f)
	}
}

// Check and Sift name it; naming one in use: does no harm.
func TestPlansOfActionAreChecked(t *testing.T) {
	dir := small(t, "use: [rencana.xlsx]\n", nil)
	put(t, dir, "masuk/a.xlsx", fill(t, dir, "PKM-1", map[string]string{"Penilaian|A2": "1"}))
	put(t, dir, "masuk/rencana.xlsx", planOf(t, dir, "2026"))
	var kinds []string
	all, err := load(t, dir).Sift(t.Context(), IntakeOptions{}, func(c CheckedFile) error {
		kinds = append(kinds, string(c.Kind)+" "+c.Path)
		return nil
	})
	if err != nil || len(all.Aside) > 0 || len(all.Problems) > 0 {
		t.Errorf("%v %+v", err, all)
	}
	if got := strings.Join(kinds, ", "); got != "form masuk/a.xlsx, actions masuk/rencana.xlsx" {
		t.Error(got)
	}
}
