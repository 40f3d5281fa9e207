package main

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"spotcheck/assess/round"
)

// count plays a work of n files, every seventh with a problem.
func count(tell func(round.Count), n int) {
	if tell == nil {
		return
	}
	problems := 0
	for i := range n {
		if i%7 == 6 {
			problems++
		}
		tell(round.Count{Done: i + 1, Total: n, Problems: problems})
	}
}

func TestCountingWhereNobodyWatches(t *testing.T) {
	for _, tc := range []struct {
		name  string
		quiet bool
		n     int
		want  string
	}{
		{"quiet", true, 2000, ""},
		{"short work", false, 999, ""},
		{"long work", false, 1005, "Membaca: 101 dari 1005, 14 masalah\nMembaca: 201 dari 1005, 28 masalah\nMembaca: 302 dari 1005, 43 masalah\n" +
			"Membaca: 402 dari 1005, 57 masalah\nMembaca: 503 dari 1005, 71 masalah\nMembaca: 603 dari 1005, 86 masalah\nMembaca: 704 dari 1005, 100 masalah\n" +
			"Membaca: 804 dari 1005, 114 masalah\nMembaca: 905 dari 1005, 129 masalah\nMembaca: 1005 dari 1005, 143 masalah\n"},
	} {
		var out bytes.Buffer
		a := &app{err: &out, quiet: tc.quiet}
		tell, end := a.counting("Membaca")
		count(tell, tc.n)
		end()
		if d := cmp.Diff(tc.want, out.String()); d != "" {
			t.Errorf("%s (-want +got):\n%s", tc.name, d)
		}
	}
}

// A person sees how many of how many, and the problems so far; work that stops
// half-way closes its line too, and none is opened for no work.
func TestCountingWhereSomebodyWatches(t *testing.T) {
	for _, n := range []int{0, 40} {
		var out bytes.Buffer
		tell, end := countingBar(&out, "Membaca")
		count(tell, n)
		end()
		end()
		if n == 0 && out.Len() > 0 {
			t.Errorf("no work: %q", out.String())
		}
		for _, want := range []string{"Membaca: ", fmt.Sprintf("%d dari %d", n, n), "/detik", "5 masalah"} {
			if n > 0 && !strings.Contains(out.String(), want) {
				t.Errorf("%q lacks %q", out.String(), want)
			}
		}
	}
	var out bytes.Buffer
	tell, end := countingBar(&out, "Membaca")
	tell(round.Count{Done: 1, Total: 40})
	end()
	if !strings.Contains(out.String(), "1 dari 40") || !strings.Contains(out.String(), "tanpa masalah") {
		t.Errorf("%q", out.String())
	}
}
