package main

import (
	"context"
	"fmt"
	"os"
	"os/signal"
	"syscall"
	"time"

	"spotcheck/assess/round/atomicfile"
)

func main() {
	ctx, _ := signal.NotifyContext(context.Background(), endings()...) // nothing but a signal may end it: hurry waits for that
	go hurry(ctx)
	os.Exit(run(ctx, newApp(os.Stdin, os.Stdout, os.Stderr), os.Args[1:]))
}

// patience is how long work that was told to stop may take to do so.
const patience = 500 * time.Millisecond

// hurry ends a program that was told to stop and is in the midst of something long.
func hurry(ctx context.Context) {
	<-ctx.Done()
	time.Sleep(patience)
	atomicfile.Abandon()
	fmt.Fprintln(os.Stderr, interrupted)
	os.Exit(exitInterrupted)
}

// endings are the signals that end a run in good order. SIGTERM is also what Windows
// makes of a closed console; elsewhere a closed terminal hangs up, which who asked for
// a run to go on without it (nohup) has the system ignore.
func endings() []os.Signal {
	list := []os.Signal{os.Interrupt, syscall.SIGTERM}
	if !signal.Ignored(syscall.SIGHUP) {
		list = append(list, syscall.SIGHUP)
	}
	return list
}

// run executes one command line and returns its exit code.
func run(ctx context.Context, a *app, args []string) int {
	root := newRootCommand(a)
	root.SetArgs(args)
	return a.exitCode(ctx, root.ExecuteContext(ctx))
}
