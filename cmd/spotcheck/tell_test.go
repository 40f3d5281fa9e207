package main

import (
	"strings"
	"testing"

	"spotcheck/indicators/problem"
)

// Errors come before the warnings that may follow from them, each in the order of the
// list.
func TestErrorsAreToldFirst(t *testing.T) {
	var out strings.Builder
	var list problem.List
	for _, p := range []struct {
		code problem.Code
		text string
	}{{problem.UnitWithoutForm, "satu"}, {problem.DuplicateForm, "dua"}, {problem.UnitWithoutForm, "tiga"}, {problem.DuplicateForm, "empat"}} {
		list = append(list, problem.New(p.code, problem.Place{}, "%s", p.text))
	}
	newApp(nil, nil, &out).tell(list)
	var got []string
	for line := range strings.Lines(out.String()) {
		got = append(got, strings.Fields(line)[2])
	}
	if text := strings.Join(got, " "); text != "dua. empat. satu. tiga." {
		t.Errorf("told %s", text)
	}
}
