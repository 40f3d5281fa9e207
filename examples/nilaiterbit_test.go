package examples_test

import (
	"strings"
	"testing"

	"spotcheck/assess"
	"spotcheck/indicators"
)

// TestPublishedScores adds the published scores of the units up again and
// compares with what was published for the government.
func TestPublishedScores(t *testing.T) {
	for _, tc := range []struct{ dir, exact, published string }{
		{"nilai-terbit/bangka-barat-2024", "61063/700", "87.23 B hijau 7/7"},
		{"nilai-terbit/bangka-tengah-2023", "16399/175", "93.71 A hijau 7/7"},
	} {
		r, k := opened(t, tc.dir)
		if len(k.Problems) > 0 {
			t.Errorf("%s: %v", tc.dir, k.Problems)
		}
		for _, a := range k.Answers {
			if !strings.HasPrefix(a.Evidence, "https://") {
				t.Errorf("%s: %s has no source", tc.dir, a.Unit)
			}
		}
		res := assess.ScoreRound(k.Input(r, ""))
		if got := indicators.Exact(res.Entity.Exact); got != tc.exact {
			t.Errorf("%s: exact %s, want %s", tc.dir, got, tc.exact)
		}
		if got := summary(res.Entity); got != tc.published {
			t.Errorf("%s: %s, published %s", tc.dir, got, tc.published)
		}
	}
}
