package report

import "testing"

func TestSpelled(t *testing.T) {
	for n, want := range map[int]string{
		0: "nol", 1: "satu", 10: "sepuluh", 11: "sebelas", 12: "dua belas", 19: "sembilan belas", 20: "dua puluh", 21: "dua puluh satu", 31: "tiga puluh satu",
		100: "seratus", 101: "seratus satu", 111: "seratus sebelas", 200: "dua ratus", 999: "sembilan ratus sembilan puluh sembilan",
		1000: "seribu", 1999: "seribu sembilan ratus sembilan puluh sembilan", 2000: "dua ribu", 2026: "dua ribu dua puluh enam", 9999: "sembilan ribu sembilan ratus sembilan puluh sembilan",
	} {
		if got := spelled(n); got != want {
			t.Errorf("%d is %q, want %q", n, got, want)
		}
	}
}

func TestSpelledDay(t *testing.T) {
	for day, want := range map[string]string{
		"2026-09-22": "Selasa, tanggal dua puluh dua bulan September tahun dua ribu dua puluh enam (22 September 2026)",
		"2024-01-17": "Rabu, tanggal tujuh belas bulan Januari tahun dua ribu dua puluh empat (17 Januari 2024)",
		"2028-02-29": "Selasa, tanggal dua puluh sembilan bulan Februari tahun dua ribu dua puluh delapan (29 Februari 2028)",
	} {
		if got := spelledDay(day); got != want {
			t.Errorf("%s is %q, want %q", day, got, want)
		}
	}
}
