package main

import (
	"fmt"
	"io"
	"time"

	"github.com/cheggaaa/pb/v3"

	"spotcheck/assess/round"
)

// barTemplate: what, how many of how many, rate, time left, problems so far.
const barTemplate = `{{string . "what"}}: {{counters . "%s dari %s"}} {{bar . "[" "=" ">" " " "]"}} {{speed . "%s/detik" "…/detik"}}, {{rtime . "sisa %s" "selama %s" "sisa …"}}, {{string . "problems"}}`

// Where nobody watches, long work says a line at every tenth; short work none.
const (
	longWork = 1000
	tenths   = 10
)

// counting tells how far a command has come: a bar where a person watches, plain
// lines elsewhere, nothing when quiet. end closes the bar, also of work that stopped.
func (a *app) counting(what string) (tell func(round.Count), end func()) {
	switch {
	case a.quiet:
		return nil, func() {}
	case a.watched:
		return countingBar(a.err, what)
	}
	return countingLines(a.err, what), func() {}
}

func countingBar(w io.Writer, what string) (tell func(round.Count), end func()) {
	bar := pb.New(0).SetTemplateString(barTemplate).SetWriter(w).Set("what", what).Set("problems", problemsSoFar(0)).Set(pb.TimeRound, time.Second)
	started := false
	tell = func(c round.Count) {
		if !started {
			started = true
			bar.SetTotal(int64(c.Total)).Start()
		}
		bar.Set("problems", problemsSoFar(c.Problems)).SetCurrent(int64(c.Done))
	}
	return tell, func() {
		if started {
			bar.Finish()
		}
	}
}

func countingLines(w io.Writer, what string) func(round.Count) {
	return func(c round.Count) {
		if c.Total >= longWork && c.Done*tenths/c.Total > (c.Done-1)*tenths/c.Total {
			fmt.Fprintf(w, "%s: %d dari %d, %s\n", what, c.Done, c.Total, problemsSoFar(c.Problems))
		}
	}
}

func problemsSoFar(n int) string {
	if n == 0 {
		return "tanpa masalah"
	}
	return fmt.Sprintf("%d masalah", n)
}
