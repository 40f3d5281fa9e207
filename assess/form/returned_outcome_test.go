package form_test

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"spotcheck/assess"
	"spotcheck/assess/form"
	"spotcheck/indicators/problem"
)

// outcome is what became of the known answers.
func outcome(known map[string]string, got *form.Filled, list problem.List) string {
	if got == nil {
		return "ditolak " + told(list)
	}
	var parts []string
	lost, changed := differences(known, statements(got))
	if len(lost)+len(changed) == 0 {
		parts = append(parts, "dibaca")
	}
	if len(list) > 0 {
		parts = append(parts, told(list))
	}
	if len(lost) > 0 {
		parts = append(parts, "tanpa "+short(lost))
	}
	if len(changed) > 0 {
		parts = append(parts, "menjadi "+short(changed))
	}
	if len(lost) > 0 && len(list) == 0 {
		parts = append(parts, "tanpa masalah")
	}
	return strings.Join(parts, "; ")
}

// differences are the known statements that are gone, and those that are new or
// say something else.
func differences(known, got map[string]string) (lost, changed []string) {
	for _, k := range slices.Sorted(maps.Keys(known)) {
		if _, there := got[k]; !there {
			lost = append(lost, k)
		}
	}
	for _, k := range slices.Sorted(maps.Keys(got)) {
		if known[k] != got[k] {
			changed = append(changed, k+" = "+got[k])
		}
	}
	return lost, changed
}

// statements are all that a form says, by what it is about.
func statements(f *form.Filled) map[string]string {
	out := map[string]string{}
	for _, a := range f.Answers {
		out[subject(a)] = strings.TrimRight(strings.Join([]string{value(a), a.Note, a.Evidence}, " | "), " |")
	}
	for name, text := range map[string]string{
		"kepala": f.Unit.Head, "pengisi": f.FilledBy, "tanggal": f.FilledOn, "verifikator": f.Verifier,
	} {
		if text != "" {
			out[name] = text
		}
	}
	return out
}

// subject is what an answer is about; the unit's own layer goes without saying.
func subject(a assess.Answer) string {
	if a.Layer == assess.Mandiri {
		return key(a)
	}
	return key(a) + " " + string(a.Layer)
}

// several is from how many on things are counted instead of listed.
const several = 4

func short(list []string) string {
	if len(list) > several {
		return fmt.Sprintf("%d isian", len(list))
	}
	return strings.Join(list, ", ")
}

// told are problems by code and place. Many of one code are counted.
func told(list problem.List) string {
	count := map[problem.Code]int{}
	for _, p := range list {
		count[p.Code]++
	}
	var out []string
	for _, p := range list {
		line := string(p.Code)
		if at := strings.TrimSuffix(p.Sheet+"!"+p.Cell, "!"); at != "" {
			line += " @ " + at
		}
		switch n := count[p.Code]; {
		case n == 0:
			continue
		case n > several:
			line += fmt.Sprintf(" dan %d lagi", n-1)
			count[p.Code] = 0
		}
		out = append(out, line)
	}
	return strings.Join(out, ", ")
}
