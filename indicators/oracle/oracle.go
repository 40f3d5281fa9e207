// Package oracle finds the programs that tests check our work against. Only tests
// import it. A program that is not there skips the test, with a word, or fails it where
// SPOTCHECK_ORACLES=1 asks for all of them.
package oracle

import (
	"os"
	"os/exec"
	"testing"
)

// Program is the path of the first of the candidates that is installed.
func Program(t testing.TB, candidates ...string) string {
	t.Helper()
	for _, c := range candidates {
		if path, err := exec.LookPath(c); err == nil {
			return path
		}
	}
	Missing(t, candidates[0])
	return ""
}

// Missing ends a test that needs what is not there.
func Missing(t testing.TB, what string) {
	t.Helper()
	if os.Getenv("SPOTCHECK_ORACLES") == "1" {
		t.Fatalf("%s is not installed, but SPOTCHECK_ORACLES=1", what)
	}
	t.Skipf("%s is not installed", what)
}
