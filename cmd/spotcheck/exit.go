package main

import (
	"context"
	"errors"
	"fmt"

	"spotcheck/indicators/problem"
)

// The exit codes, a contract with scripts.
const (
	exitDone        = 0
	exitUnexpected  = 1
	exitUsage       = 2
	exitRefused     = 3
	exitBelow       = 4
	exitPartly      = 5
	exitInterrupted = 130
)

const interrupted = "Dihentikan; tidak ada berkas setengah jadi yang ditinggalkan."

const exitHelp = `Kode keluar: 0 selesai; 1 galat tak terduga; 2 perintah salah tulis; 3 masukan ditolak;
4 selesai, tetapi di bawah --fail-under; 5 selesai untuk sebagian masukan, sebagian ditolak;
130 dihentikan.`

// usageError is a mistake in the command line.
type usageError struct{ text string }

func (e usageError) Error() string { return e.text }

// outcome is a command that did its work and still does not end with 0.
type outcome struct {
	code int
	text string
}

func (e outcome) Error() string { return e.text }

// exitCode maps an error to its code and tells the person what happened.
func (a *app) exitCode(ctx context.Context, err error) int {
	var usage usageError
	var no problem.List
	var out outcome
	var one problem.Problem
	switch {
	case err == nil:
		return exitDone
	case ctx.Err() != nil:
		fmt.Fprintln(a.err, interrupted)
		return exitInterrupted
	case errors.As(err, &out):
		fmt.Fprintln(a.err, spell(out.text, "\n"))
		return out.code
	case errors.As(err, &usage):
		fmt.Fprintf(a.err, "%s\nLihat spotcheck --help.\n", spell(usage.text, "\n"))
		return exitUsage
	case errors.As(err, &no):
		a.tell(no)
		return exitRefused
	case errors.As(err, &one):
		a.tell(problem.List{one})
		return exitRefused
	}
	fmt.Fprintf(a.err, "GALAT tak terduga: %s\n", spell(err.Error(), "\n\t"))
	return exitUnexpected
}
