package sheet

import "testing"

func TestISODate(t *testing.T) {
	for _, tc := range []struct {
		text     string
		kind     Kind
		base1904 bool
		want     string // "" for no day
	}{
		{"45658", Date, false, "2025-01-01"}, {"45658.75", Date, false, "2025-01-01"}, {"44196", Date, true, "2025-01-01"},
		{"2026-03-16T00:00:00", Date, false, "2026-03-16"}, {"2026-03-16", Date, false, "2026-03-16"}, {"2026-13-16", Date, false, ""},
		{"-1", Date, false, ""}, {"1e9", Date, false, ""}, {"kapan", Date, false, ""}, {"NaN", Date, false, ""}, {"45658", Number, false, ""},
	} {
		day, ok := (&Workbook{date1904: tc.base1904}).ISODate(Cell{Kind: tc.kind, Text: tc.text})
		if day != tc.want && ok || ok != (tc.want != "") {
			t.Errorf("%q (%v): %q, %v, want %q", tc.text, tc.kind, day, ok, tc.want)
		}
	}
}
