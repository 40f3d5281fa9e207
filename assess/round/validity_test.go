package round_test

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"spotcheck/assess/round"
	"spotcheck/indicators/problem"
)

// A round outside the validity of its instrument is told, and counted all the same.
func TestInstrumentOutsideItsValidity(t *testing.T) {
	for date, want := range map[string]bool{"2025-01-01": false, "2025-12-31": false, "2024-12-31": true, "2026-01-01": true} {
		dir := t.TempDir()
		config := "schema: spotcheck/round/v1\nentity: Kabupaten Uji\nperiod: \"2025\"\ninstrument: opini-2025\ndate: " + date +
			"\nunits:\n  - {id: a, name: Dinas A, type: dinas}\n"
		if err := os.WriteFile(filepath.Join(dir, round.ConfigFile), []byte(config), 0o644); err != nil {
			t.Fatal(err)
		}
		r, problems, err := round.Load(context.Background(), dir)
		if r == nil || err != nil {
			t.Fatal(problems, err)
		}
		told := false
		for _, p := range problems {
			told = told || p.Code == problem.InstrumentDated && p.Cell == "5:7" && strings.Contains(p.Error(), date)
		}
		if told != want {
			t.Errorf("%s: %v", date, problems)
		}
	}
}
