package main

import (
	"fmt"
	"io"
	"os"

	"spotcheck/indicators/problem"
)

// version is the release, set by the linker.
var version = "dev"

// app holds what a command may touch of the outside world.
type app struct {
	in       io.Reader
	out, err io.Writer
	quiet    bool
	watched  bool                     // err is a terminal
	shown    bool                     // out is one too
	sources  []func(path string) bool // what the command goes by
}

func newApp(in io.Reader, out, err io.Writer) *app {
	a := &app{in: in, out: out, err: err, watched: isTerminal(err), shown: isTerminal(out)}
	if a.shown {
		a.out = &screen{Writer: out}
	}
	return a
}

// isTerminal reports whether w is a character device, as consoles are.
func isTerminal(w io.Writer) bool {
	f, ok := w.(*os.File)
	if !ok {
		return false
	}
	info, err := f.Stat()
	return err == nil && info.Mode()&os.ModeCharDevice != 0
}

// say talks to the person at the keyboard; results go to out.
func (a *app) say(format string, args ...any) {
	if !a.quiet {
		fmt.Fprintf(a.err, format+"\n", visibleArgs(args)...)
	}
}

// tell lists problems on stderr, numbered, with what to do, also when quiet: errors
// first, for a warning may follow from one.
func (a *app) tell(list problem.List) {
	for _, s := range []problem.Severity{problem.Error, problem.Warning} {
		for _, p := range list {
			if p.Severity == s {
				fmt.Fprintf(a.err, "%s %s\n", severityWords[s], visible(p.Error()))
			}
		}
	}
}

var severityWords = map[problem.Severity]string{problem.Error: "GALAT", problem.Warning: "PERINGATAN"}
