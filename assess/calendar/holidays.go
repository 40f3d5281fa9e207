package calendar

import (
	_ "embed" // the holidays that ship
	"fmt"
	"slices"
	"strings"
	"sync"
	"time"
)

//go:embed data/libur.csv
var shipped []byte

// Kind is why a day is off.
type Kind string

// The kinds, as a list of holidays writes them.
const (
	National Kind = "nasional"
	Joint    Kind = "cuti bersama"
	Local    Kind = "daerah"
	Worked   Kind = "kerja" // worked, whatever another list says; not on a weekend
)

// Kinds are all kinds.
var Kinds = []string{string(National), string(Joint), string(Local), string(Worked)}

// Holiday is a day off, or one taken off the list. Day is ISO, or "01-01" for a day
// that is off every year, which only the list that ships may have. Trust (a
// provenance), Source and Links (where the source is quoted) may be empty.
type Holiday struct {
	Day, Name            string
	Kind                 Kind
	Trust, Source, Links string
}

// Calendar tells working days from others.
type Calendar struct{ days map[string]Holiday }

// New makes a calendar of the holidays that ship and those given, which win.
func New(own []Holiday) *Calendar {
	c := &Calendar{map[string]Holiday{}}
	for _, h := range append(Shipped(), own...) {
		c.days[h.Day] = h
	}
	return c
}

// Shipped are the holidays that ship.
func Shipped() []Holiday { return slices.Clone(readShipped()) }

var readShipped = sync.OnceValue(func() []Holiday {
	list, problems := readHolidays("libur.csv", shipped, true)
	if len(problems) > 0 {
		panic(problems.Error()) // a test reads the file
	}
	return list
})

// On is the holiday of a day; ok is false where there is none.
func (c *Calendar) On(day string) (h Holiday, ok bool) {
	h, ok = c.days[day]
	if !ok && len(day) == len(time.DateOnly) {
		h, ok = c.days[day[len("2026-"):]]
	}
	h.Day = day
	return h, ok && h.Kind != Worked
}

// Working reports whether a day is worked; what is no day is not.
func (c *Calendar) Working(day string) bool {
	t, err := time.Parse(time.DateOnly, day)
	if err != nil || t.Weekday() == time.Saturday || t.Weekday() == time.Sunday {
		return false
	}
	_, off := c.On(day)
	return !off
}

// Known reports whether the calendar has holidays of that year besides those of every
// year.
func (c *Calendar) Known(year string) bool {
	for day, h := range c.days {
		if strings.HasPrefix(day, year+"-") && h.Kind == National {
			return true
		}
	}
	return false
}

// longestBreak is more than any run of days off; a list that has none after it is no
// calendar.
const longestBreak = 400

// Next is the first working day after day; "" where there is none within a year, or
// day is none.
func (c *Calendar) Next(day string) string {
	t, err := time.Parse(time.DateOnly, day)
	if err != nil {
		return ""
	}
	for range longestBreak {
		t = t.AddDate(0, 0, 1)
		if iso := t.Format(time.DateOnly); c.Working(iso) {
			return iso
		}
	}
	return ""
}

// Add is the n-th working day after day; with n 0 it is day itself, worked or not.
func (c *Calendar) Add(day string, n int) string {
	for ; n > 0 && day != ""; n-- {
		day = c.Next(day)
	}
	return day
}

// Between lists the working days from first to last, both included.
func (c *Calendar) Between(first, last string) []string {
	var out []string
	for day := range span(first, last) {
		if c.Working(day) {
			out = append(out, day)
		}
	}
	return out
}

// Off lists the holidays from first to last that do not fall on a weekend anyway, in
// order.
func (c *Calendar) Off(first, last string) []Holiday {
	var out []Holiday
	for day := range span(first, last) {
		if h, off := c.On(day); off && !weekend(day) {
			out = append(out, h)
		}
	}
	return out
}

func weekend(day string) bool {
	t, err := time.Parse(time.DateOnly, day)
	return err == nil && (t.Weekday() == time.Saturday || t.Weekday() == time.Sunday)
}

// span gives the days from first to last.
func span(first, last string) func(func(string) bool) {
	return func(yield func(string) bool) {
		t, err := time.Parse(time.DateOnly, first)
		end, err2 := time.Parse(time.DateOnly, last)
		for ; err == nil && err2 == nil && !t.After(end); t = t.AddDate(0, 0, 1) {
			if !yield(t.Format(time.DateOnly)) {
				return
			}
		}
	}
}

var weekdays = [...]string{"Minggu", "Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu"}

// Weekday is the name of a day: "Senin"; "" for what is no day.
func Weekday(day string) string {
	t, err := time.Parse(time.DateOnly, day)
	if err != nil {
		return ""
	}
	return weekdays[t.Weekday()]
}

// Years lists the years from first to last.
func Years(first, last string) []string {
	from, err := time.Parse(time.DateOnly, first)
	to, err2 := time.Parse(time.DateOnly, last)
	var out []string
	for y := from.Year(); err == nil && err2 == nil && y <= to.Year(); y++ {
		out = append(out, fmt.Sprintf("%04d", y))
	}
	return out
}
