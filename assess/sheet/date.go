package sheet

import (
	"strconv"
	"strings"
	"time"
)

// ISODate is the day of a date cell as 2026-03-16, whether it is stored as the
// number of a day or as a date; ok is false for any other cell.
func (w *Workbook) ISODate(c Cell) (day string, ok bool) {
	if c.Kind != Date {
		return "", false
	}
	days, err := strconv.ParseFloat(c.Text, 64)
	if err != nil {
		day, _, _ = strings.Cut(c.Text, "T")
		_, err = time.Parse(time.DateOnly, day)
		return day, err == nil
	}
	base := time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC)
	if w.Date1904() {
		base = time.Date(1904, 1, 1, 0, 0, 0, 0, time.UTC)
	}
	if !(days >= 0 && days <= 3_000_000) { // not a number, or past the year 9999
		return "", false
	}
	return base.AddDate(0, 0, int(days)).Format(time.DateOnly), true
}
