//go:build unix

package main

import (
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"

	"spotcheck/assess/round"
)

// TestHangup closes the terminal under a report that is being made: it ends as one
// that was interrupted, and leaves nothing.
func TestHangup(t *testing.T) {
	if dir := os.Getenv("SPOTCHECK_HANGUP"); dir != "" {
		os.Args = []string{"spotcheck", "report", dir}
		main()
	}
	if slices.Contains(endings(), os.Signal(syscall.SIGHUP)) == signal.Ignored(syscall.SIGHUP) {
		t.Error("a hangup ends a run just where nobody had it ignored")
	}
	sound, _ := rounds(t)
	c := exec.Command(os.Args[0], "-test.run", "^TestHangup$")
	c.Env = append(os.Environ(), "SPOTCHECK_HANGUP="+sound)
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	done := make(chan error, 1)
	go func() { done <- c.Wait() }()
	temps := func() []string {
		found, _ := filepath.Glob(filepath.Join(sound, round.ReportDir, ".spotcheck-*"))
		return found
	}
	for len(temps()) == 0 {
		select {
		case <-done:
			t.Skip("the report was done before it could be stopped")
		case <-time.After(time.Millisecond):
		}
	}
	if err := c.Process.Signal(syscall.SIGHUP); err != nil {
		t.Skip("the report was done before it could be stopped")
	}
	select {
	case <-done:
	case <-time.After(2 * time.Minute):
		_ = c.Process.Kill()
		t.Fatal("a hangup did not end it")
	}
	code := c.ProcessState.ExitCode()
	if code != exitInterrupted && code != exitDone {
		t.Errorf("code %d", code)
	}
	err := filepath.WalkDir(sound, func(path string, _ os.DirEntry, err error) error {
		if strings.HasPrefix(filepath.Base(path), ".spotcheck-") {
			t.Errorf("left behind: %s", path)
		}
		return err
	})
	if err != nil {
		t.Error(err)
	}
}
