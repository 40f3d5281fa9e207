package main

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"runtime/debug"
	"strings"

	"spotcheck/assess/round"
)

// wholeRound: one folder that is a round, or none at all for the folder at hand.
func wholeRound(names []string) (dir string, ok bool) {
	if len(names) > 1 {
		return "", false
	}
	dir = folder(names)
	_, err := os.Stat(filepath.Join(dir, round.ConfigFile))
	return dir, err == nil || len(names) == 0
}

// Tens of thousands of forms are checked on the laptops of offices. What a few forms
// need may grow to three times its size before it is swept, which is quick; the heap of
// many is swept sooner, where it comes to so many bytes.
const (
	leanGrowth = 200
	leanHeap   = 40 << 20
)

// lean keeps memory small, and returns what gives it back.
func lean() (restore func()) {
	growth, limit := debug.SetGCPercent(leanGrowth), debug.SetMemoryLimit(leanHeap)
	return func() {
		debug.SetGCPercent(growth)
		debug.SetMemoryLimit(limit)
	}
}

// checkRound checks all inputs of a round, one after the other: no more is kept than
// what is set aside.
func checkRound(ctx context.Context, a *app, dir string, o checkOptions) error {
	if o.round != "" {
		return usageError{"--round menyertai nama berkas; folder putaran sudah disebut"}
	}
	defer lean()()
	r, err := openRound(ctx, a, dir)
	if err != nil {
		return err
	}
	out := newCheckWriter(o.format, a.out, false)
	faulty, written := 0, 0
	tell, end := a.counting("Memeriksa masukan")
	if a.shown { // the files scroll by as they are checked; a bar would run through them
		tell = nil
	}
	all, err := r.Sift(ctx, round.IntakeOptions{Progress: tell, Limits: *o.limits}, func(c round.CheckedFile) error {
		f := checkedFile{CheckedFile: c, round: r}
		if o.annotate && len(f.Problems) > 0 {
			if err := f.annotate(ctx, o); err != nil {
				return err
			}
		}
		if f.state() == checkPartly {
			faulty++
		}
		if f.copy != "" {
			written++
		}
		return out.file(&f)
	})
	end()
	if err != nil {
		return err
	}
	a.sayCopies(written)
	if err := out.close(all); err != nil {
		return err
	}
	return siftEnded(a, all, faulty)
}

// siftEnded closes the command like checkEnded, in the words of a whole round.
func siftEnded(a *app, all *round.Sifted, faulty int) error {
	used, refused := all.Count[round.Used], all.Count[round.Refused]
	text := fmt.Sprintf("%d berkas dipakai, %d di antaranya dengan galat.", used, faulty)
	var aside []string
	for _, f := range asideFates {
		if n := all.Count[f]; n > 0 {
			aside = append(aside, fmt.Sprintf("%d %s", n, fateWords[f]))
		}
	}
	if len(aside) > 0 {
		text += " Disisihkan: " + strings.Join(aside, ", ") + "."
	}
	switch {
	case used == 0 && refused+all.Problems.Errors() > 0:
		return outcome{exitRefused, text}
	case refused+faulty+all.Problems.Errors() > 0:
		return outcome{exitPartly, text}
	}
	a.say("%s", text)
	return nil
}

// asideFates are the fates of what is not used, the gravest first.
var asideFates = []round.Fate{round.Refused, round.Older, round.Copied, round.Passed, round.Skipped}

var fateWords = map[round.Fate]string{
	round.Refused: "ditolak", round.Older: "digantikan kiriman baru", round.Copied: "salinan yang sama persis",
	round.Passed: "tidak dipilih pada use:", round.Skipped: "bukan .xlsx atau .csv",
}
