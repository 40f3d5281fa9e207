package report

import (
	"fmt"
	"strings"
	"time"

	"spotcheck/assess/calendar"
)

var weekdays = [...]string{"Minggu", "Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu"}

// spelledDay is an ISO day as minutes write it: "Selasa, tanggal dua puluh dua bulan
// September tahun dua ribu dua puluh enam (22 September 2026)".
func spelledDay(day string) string {
	t, err := time.Parse(time.DateOnly, day)
	if err != nil {
		return day
	}
	words := calendar.Words(day)
	month := strings.Fields(words)[1]
	return fmt.Sprintf("%s, tanggal %s bulan %s tahun %s (%s)", weekdays[t.Weekday()], spelled(t.Day()), month, spelled(t.Year()), words)
}

var smallNumbers = [...]string{"nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan", "sepuluh", "sebelas"}

// spelled is a number from 0 to 9999 in words.
func spelled(n int) string {
	and := func(words string, rest int) string {
		if rest == 0 {
			return words
		}
		return words + " " + spelled(rest)
	}
	switch {
	case n < len(smallNumbers):
		return smallNumbers[max(n, 0)]
	case n < 20:
		return smallNumbers[n-10] + " belas"
	case n < 100:
		return and(smallNumbers[n/10]+" puluh", n%10)
	case n < 200:
		return and("seratus", n%100)
	case n < 1000:
		return and(smallNumbers[n/100]+" ratus", n%100)
	case n < 2000:
		return and("seribu", n%1000)
	}
	return and(spelled(n/1000)+" ribu", n%1000)
}
