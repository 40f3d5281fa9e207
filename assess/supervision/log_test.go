package supervision_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"spotcheck/assess/supervision"
	"spotcheck/indicators/library"
)

func TestSpanTo(t *testing.T) {
	for _, c := range []struct{ day, first, last string }{
		{"2026-09-30", "2025-10", "2026-09"},
		{"2026-09-29", "2025-09", "2026-08"},
		{"2026-01-01", "2025-01", "2025-12"},
		{"2026-12-31", "2026-01", "2026-12"},
		{"2028-02-28", "2027-02", "2028-01"}, // a leap year's February has one more day
		{"2028-02-29", "2027-03", "2028-02"},
		{"2026-03-31", "2025-04", "2026-03"},
	} {
		s, ok := supervision.SpanTo(c.day)
		if !ok || s[0] != c.first || s[11] != c.last || !slices.IsSorted(s[:]) {
			t.Errorf("%s: %v, %t; want %s to %s", c.day, s, ok, c.first, c.last)
		}
	}
	for _, day := range []string{"", "30 September 2026", "2026-9-1"} {
		if _, ok := supervision.SpanTo(day); ok {
			t.Errorf("%q gives a span", day)
		}
	}
}

// randomLog makes records around a span, many in one month.
func randomLog(r *rand.Rand) []supervision.Record {
	out := make([]supervision.Record, r.IntN(60))
	for i := range out {
		out[i] = supervision.Record{
			Unit: []string{"a", "b"}[r.IntN(2)], Day: fmt.Sprintf("%d-%02d-%02d", 2025+r.IntN(2), 1+r.IntN(12), 1+r.IntN(28)),
			By: supervision.Bys[r.IntN(2)], Finding: "x", Evidence: []string{"", "y"}[r.IntN(2)],
		}
	}
	return out
}

// plainCount counts the months of a unit the slow way: month by month over all records.
func plainCount(records []supervision.Record, unit string, s supervision.Span, e supervision.Examination, want supervision.Proof, by []supervision.By) int {
	n := 0
	for _, month := range s {
		best := supervision.Nothing
		for _, r := range records {
			running := r.By == supervision.Inspectorate && e.From != "" && r.Day >= e.From && r.Day <= e.Until
			if r.Unit != unit || !strings.HasPrefix(r.Day, month) || running || !slices.Contains(by, r.By) {
				continue
			}
			if r.Evidence != "" {
				best = supervision.Proven
			} else if best == supervision.Nothing {
				best = supervision.Unproven
			}
		}
		if best == want {
			n++
		}
	}
	return n
}

func TestLogCountsWhatTheRecordsSay(t *testing.T) {
	s, _ := supervision.SpanTo("2026-09-30")
	for seed := range uint64(300) {
		r := rand.New(rand.NewPCG(seed, 1))
		records := randomLog(r)
		e := supervision.Examination{}
		if r.IntN(2) == 0 {
			e = supervision.Examination{From: "2026-07-10", Until: "2026-08-20"}
		}
		l := supervision.New([]string{"a", "b", "c"}, records, s, e)
		kept := 0
		for _, u := range l.Units {
			kept += len(u.Records) + len(u.Running) + len(u.Outside)
			for _, by := range [][]supervision.By{{supervision.Superior}, {supervision.Inspectorate}, supervision.Bys} {
				for _, p := range []supervision.Proof{supervision.Nothing, supervision.Unproven, supervision.Proven} {
					if got, want := u.Count(p, by...), plainCount(records, u.ID, s, e, p, by); got != want {
						t.Fatalf("seed %d: unit %s has %d months of proof %d by %v, want %d", seed, u.ID, got, p, by, want)
					}
				}
			}
		}
		if kept != len(records) {
			t.Fatalf("seed %d: %d of %d records kept", seed, kept, len(records))
		}
	}
}

func TestLastLeavesOutWhatProvesNothing(t *testing.T) {
	s, _ := supervision.SpanTo("2026-09-30")
	records := []supervision.Record{
		{Unit: "a", Day: "2024-05-02", By: supervision.Inspectorate, Evidence: "LHP"},
		{Unit: "a", Day: "2026-02-03", By: supervision.Inspectorate, Evidence: "LHP"},
		{Unit: "a", Day: "2026-03-03", By: supervision.Inspectorate},
		{Unit: "a", Day: "2026-04-03", By: supervision.Superior, Evidence: "lembar"},
		{Unit: "a", Day: "2026-09-22", By: supervision.Inspectorate, Evidence: "BA"},
	}
	l := supervision.New([]string{"a", "b"}, records, s, supervision.Examination{From: "2026-09-21", Until: "2026-09-25"})
	if got := l.Unit("a").Last(supervision.Inspectorate); got != "2026-02-03" {
		t.Errorf("last by the inspektorat: %q", got)
	}
	if got := l.Unit("b").Last(supervision.Inspectorate); got != "" {
		t.Errorf("last of a unit without records: %q", got)
	}
	if l.Unit("c") != nil {
		t.Error("there is a log of a unit that there is not")
	}
}

// Which instruments ask after internal supervision; whoever adds one says so here.
func TestAsksOf(t *testing.T) {
	want := map[string]string{
		"uu25-2009": "F1.1[atasan] F1.2[inspektorat]", "opini-2025": "IN3[atasan] IN4[inspektorat]", "opini-2025-sulsel": "IN3[atasan] IN4[inspektorat]",
		"kepatuhan-2022": "IN.7[atasan inspektorat]", "opini-2026": "PR-09[atasan inspektorat]", "tata-kelola-pengaduan": "D2[atasan inspektorat]",
		"kepatuhan-2017": "", "kepatuhan-2021": "", "pekppp-2023": "", "skm-2017": "", "zi-2021": "",
	}
	ids := library.IDs()
	if len(ids) != len(want) {
		t.Errorf("%d instruments, %d known here", len(ids), len(want))
	}
	for _, id := range ids {
		in, problems := library.Load(id)
		if in == nil {
			t.Fatal(problems)
		}
		var got []string
		for _, a := range supervision.AsksOf(in) {
			got = append(got, fmt.Sprintf("%s%v", a.Node.ID, a.By))
		}
		if strings.Join(got, " ") != want[id] {
			t.Errorf("%s: %q, want %q", id, strings.Join(got, " "), want[id])
		}
	}
}
