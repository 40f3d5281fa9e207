package main

import (
	"bytes"
	"errors"
	"strings"
	"testing"
	"unicode"

	"spotcheck/indicators/problem"
)

// hostile names, as a file system gives them.
var hostileNames = map[string]string{
	"biasa Puskesmas é 東 😀": "biasa Puskesmas é 東 😀",
	"baris\nbaru":           `baris\u000abaru`,
	"hapus\x1b[2Jlayar":     `hapus\u001b[2Jlayar`,
	"judul\x1b]0;x\x07":     `judul\u001b]0;x\u0007`,
	"balik\u202exslx.exe":   `balik\u202exslx.exe`,
	"sela\u200bnol":         `sela\u200bnol`,
	"c1\u009b31m":           `c1\u009b31m`,
	"rusak\xff\xfe":         `rusak\xff\xfe`,
	"kembali\rawal":         `kembali\u000dawal`,
	"\ufeffmark":            `\ufeffmark`,
	"\ufffd":                "\ufffd",
}

func TestVisible(t *testing.T) {
	for in, want := range hostileNames {
		if got := visible(in); got != want {
			t.Errorf("%q is shown as %q, want %q", in, got, want)
		}
	}
}

// Nothing that is said moves the cursor, whoever named the files.
func TestNothingHiddenIsSaid(t *testing.T) {
	for name := range hostileNames {
		var out, talk bytes.Buffer
		a := newApp(strings.NewReader(""), &out, &talk)
		a.say("Ditulis: %s (%v)", name, errors.New(name))
		p := problem.New(problem.NotReadable, problem.Place{File: name, Sheet: name, Cell: name}, "tidak dapat dibuka: %s", name).Seen(name, name).Fix(name)
		a.tell(problem.List{p})
		for _, err := range []error{outcome{exitPartly, name}, usageError{name}, problem.List{p}, p, errors.New(name)} {
			a.exitCode(t.Context(), err)
		}
		for line := range strings.Lines(talk.String()) {
			line = strings.TrimSuffix(line, "\n")
			if i := strings.IndexFunc(line, func(r rune) bool { return unicode.IsControl(r) || unicode.Is(unicode.Cf, r) }); i >= 0 {
				t.Errorf("%q is told as %q", name, line)
			}
		}
	}
}

// A screen shows every text whole, however it is cut into pieces.
func TestScreen(t *testing.T) {
	text, want := "tabel\n\tdengan tab\n", "tabel\n\tdengan tab\n"
	for in, out := range hostileNames {
		if !strings.ContainsAny(in, "\n") {
			text, want = text+in+"\n", want+out+"\n"
		}
	}
	for size := 1; size < 9; size++ {
		var out bytes.Buffer
		s := &screen{Writer: &out}
		for rest := []byte(text); len(rest) > 0; {
			n := min(size, len(rest))
			if got, err := s.Write(rest[:n]); got != n || err != nil {
				t.Fatal(got, err)
			}
			rest = rest[n:]
		}
		if out.String() != want {
			t.Fatalf("in pieces of %d: %q, want %q", size, out.String(), want)
		}
	}
}
