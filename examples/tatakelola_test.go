package examples_test

import (
	"testing"

	"spotcheck/assess"
	"spotcheck/assess/compare"
)

// A baseline and its follow-up of units under assistance: three rise, one falls.
func TestBaselineAndFollowUp(t *testing.T) {
	var results []compare.Named
	for _, dir := range []string{"tata-kelola-pengaduan/tindak-lanjut-2026", "tata-kelola-pengaduan/awal-2026"} {
		r, k := opened(t, dir)
		if len(k.Problems) > 0 {
			t.Errorf("%s: %v", dir, k.Problems)
		}
		results = append(results, compare.Named{Name: dir, File: assess.ScoreRound(k.Input(r, r.Config.Layer)).File(nil)})
	}
	table, problems := compare.New(results)
	if table == nil {
		t.Fatal(problems)
	}
	list := table.Progress()
	if len(list) != 1 || len(list[0].Units) != 4 {
		t.Fatalf("%+v", list)
	}
	for _, u := range list[0].Units {
		change := u.Change()
		if fell := u.ID == "dpmptsp"; change == nil || (change.Sign() < 0) != fell || fell && (u.Before.Zone != "hijau" || u.After.Zone != "kuning" || len(u.Worse) <= len(u.Better)) {
			t.Errorf("%s: %v, %d better, %d worse", u.ID, change, len(u.Better), len(u.Worse))
		}
	}
}
