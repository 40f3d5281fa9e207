package calendar

import (
	"testing"
	"time"
)

func TestRead(t *testing.T) {
	for text, want := range map[string]string{
		"2026-03-16": "2026-03-16", " 16 Maret 2026 ": "2026-03-16", "Senin, 16 maret 2026": "2026-03-16",
		"01 Desember 2026": "2026-12-01", "29 Februari 2028": "2028-02-29",
		"29 Februari 2026": "", "3/4/2026": "", "16 Mar 2026": "", "16 Maret": "", "16 Maret 20266": "", "Maret 16 2026": "", "": "",
		"-1 Maret 2026": "", "16 Maret 26": "", "0026-03-16": "", "besok": "",
	} {
		got, ok := Read(text)
		if ok != (want != "") || ok && got != want {
			t.Errorf("%q: %q, %v; want %q", text, got, ok, want)
		}
	}
}

// What Words writes Read reads, on every day of four years.
func TestWords(t *testing.T) {
	for d := time.Date(2025, 1, 1, 0, 0, 0, 0, time.UTC); d.Year() < 2029; d = d.AddDate(0, 0, 1) {
		iso := d.Format(time.DateOnly)
		if got, ok := Read(Words(iso)); !ok || got != iso {
			t.Fatalf("%s: %q gives %q, %v", iso, Words(iso), got, ok)
		}
	}
	if Words("2026-03-16") != "16 Maret 2026" || Words("lusa") != "lusa" {
		t.Error(Words("2026-03-16"), Words("lusa"))
	}
}
