//go:build unix

package main

import (
	"context"
	"io"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"syscall"
	"testing"
	"time"

	"spotcheck/assess/round/atomicfile"
)

// TestHurry interrupts a program in the midst of work that does not look at its
// context: it ends all the same, keeps what was there, and leaves nothing.
func TestHurry(t *testing.T) {
	if dir := os.Getenv("SPOTCHECK_HURRY"); dir != "" {
		ctx, _ := signal.NotifyContext(context.Background(), endings()...)
		go hurry(ctx)
		_ = atomicfile.Write(filepath.Join(dir, "laporan.txt"), func(w io.Writer) error {
			_ = os.WriteFile(filepath.Join(dir, "mulai"), nil, 0o600)
			select {}
		})
		os.Exit(exitDone)
	}
	dir := t.TempDir()
	report := filepath.Join(dir, "laporan.txt")
	if err := os.WriteFile(report, []byte("lama"), 0o600); err != nil {
		t.Fatal(err)
	}
	c := exec.Command(os.Args[0], "-test.run", "^TestHurry$")
	c.Env = append(os.Environ(), "SPOTCHECK_HURRY="+dir)
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	for _, err := os.Stat(filepath.Join(dir, "mulai")); err != nil; _, err = os.Stat(filepath.Join(dir, "mulai")) {
		time.Sleep(time.Millisecond)
	}
	if left, _ := filepath.Glob(filepath.Join(dir, ".spotcheck-*")); len(left) != 1 {
		t.Errorf("temporary files while it writes: %v", left)
	}
	if err := c.Process.Signal(syscall.SIGINT); err != nil {
		t.Fatal(err)
	}
	_ = c.Wait()
	if code := c.ProcessState.ExitCode(); code != exitInterrupted {
		t.Errorf("code %d", code)
	}
	if left, _ := filepath.Glob(filepath.Join(dir, ".spotcheck-*")); len(left) > 0 {
		t.Errorf("left behind: %v", left)
	}
	if data, _ := os.ReadFile(report); string(data) != "lama" {
		t.Errorf("the old report is now %q", data)
	}
}
