package calendar

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"
)

var months = []string{"januari", "februari", "maret", "april", "mei", "juni", "juli", "agustus", "september", "oktober", "november", "desember"}

// Words is an ISO day as "16 Maret 2026"; anything else as it is.
func Words(day string) string {
	t, err := time.Parse(time.DateOnly, day)
	if err != nil {
		return day
	}
	month := months[t.Month()-1]
	return fmt.Sprintf("%d %s%s %d", t.Day(), strings.ToUpper(month[:1]), month[1:], t.Year())
}

// Read reads a day as people write it, ISO or with the month's name in full, a
// weekday before it or not. A day such as 3/4/2026 is none: programs disagree which
// number is the month.
func Read(text string) (day string, ok bool) {
	text = strings.TrimSpace(text)
	if valid(text) {
		return text, true
	}
	if _, after, found := strings.Cut(text, ","); found {
		text = after
	}
	words := strings.Fields(strings.ToLower(text))
	if len(words) != 3 {
		return "", false
	}
	month := slices.Index(months, words[1]) + 1
	number, err := strconv.ParseUint(words[0], 10, 8)
	year, err2 := strconv.ParseUint(words[2], 10, 16)
	if month == 0 || err != nil || err2 != nil {
		return "", false
	}
	day = fmt.Sprintf("%04d-%02d-%02d", year, month, number)
	return day, valid(day)
}

// valid: a year of two digits is nobody's day.
func valid(day string) bool {
	t, err := time.Parse(time.DateOnly, day)
	return err == nil && t.Year() >= 1900
}
