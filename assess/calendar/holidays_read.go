package calendar

import (
	"slices"
	"strings"
	"time"

	"spotcheck/assess/answers/csvrows"
	"spotcheck/indicators"
	"spotcheck/indicators/problem"
	"spotcheck/indicators/strictyaml"
)

// holidayColumns are the titles that a list of holidays may have, both languages.
var holidayColumns = []struct {
	titles   []string
	required bool
	set      func(*Holiday, string)
}{
	{[]string{"tanggal", "date"}, true, func(h *Holiday, s string) { h.Day = s }},
	{[]string{"nama", "name"}, true, func(h *Holiday, s string) { h.Name = s }},
	{[]string{"jenis", "kind"}, false, func(h *Holiday, s string) { h.Kind = Kind(strings.ToLower(s)) }},
	{[]string{"keyakinan", "provenance"}, false, func(h *Holiday, s string) { h.Trust = s }},
	{[]string{"sumber", "source"}, false, func(h *Holiday, s string) { h.Source = s }},
	{[]string{"tautan", "links"}, false, func(h *Holiday, s string) { h.Links = s }},
}

// ReadHolidays reads a list of holidays: CSV with the columns tanggal, nama and, if
// they are there, jenis, keyakinan, sumber and tautan. A row without a kind is a local one.
// Days may be written as Read takes them. The list is whole or, with an error among
// the problems, nil.
func ReadHolidays(file string, data []byte) ([]Holiday, problem.List) {
	return readHolidays(file, data, false)
}

func readHolidays(file string, data []byte, yearly bool) ([]Holiday, problem.List) {
	rows, problems := csvrows.Read(file, data, csvrows.DefaultLimits())
	if len(problems) > 0 {
		return nil, problems
	}
	if len(rows) == 0 {
		return nil, problem.List{problem.New(problem.HolidayInvalid, problem.Place{File: file}, "berkas ini kosong")}
	}
	r := holidayReader{file: file, yearly: yearly, seen: map[string]bool{}}
	if r.head(rows[0]); len(r.problems) > 0 {
		return nil, r.problems
	}
	for _, row := range rows[1:] {
		r.row(row)
	}
	if len(r.problems) > 0 {
		return nil, r.problems
	}
	return r.list, nil
}

// holidayReader keeps the rows that are sound.
type holidayReader struct {
	file     string
	yearly   bool
	columns  []int // of each field: place in holidayColumns
	seen     map[string]bool
	list     []Holiday
	problems problem.List
}

func (r *holidayReader) tell(row csvrows.Row, seen, format string, args ...any) {
	r.problems = append(r.problems, problem.New(problem.HolidayInvalid, row.At(r.file), format, args...).Seen(seen))
}

func (r *holidayReader) head(row csvrows.Row) {
	var known []string
	for _, c := range holidayColumns {
		known = append(known, c.titles...)
	}
	for _, title := range row.Fields {
		name := strings.ToLower(indicators.Squash(title))
		i := slices.Index(known, name) / 2
		switch {
		case !slices.Contains(known, name):
			r.tell(row, title, "judul kolom %q tidak dikenal%s", name, strictyaml.Hint(name, known))
		case slices.Contains(r.columns, i):
			r.tell(row, title, "kolom %s ada dua", holidayColumns[i].titles[0])
		}
		r.columns = append(r.columns, i)
	}
	for i, c := range holidayColumns {
		if c.required && !slices.Contains(r.columns, i) {
			r.tell(row, "", "kolom %s tidak ada", c.titles[0])
		}
	}
}

func (r *holidayReader) row(row csvrows.Row) {
	h := Holiday{Kind: Local}
	for i, field := range row.Fields {
		if text := indicators.Squash(field); text != "" {
			holidayColumns[r.columns[i]].set(&h, text)
		}
	}
	day, ok := r.day(h.Day)
	switch {
	case !ok:
		r.tell(row, h.Day, "bukan tanggal; tulis seperti 2026-08-17 atau 17 Agustus 2026")
	case h.Name == "":
		r.tell(row, "", "nama hari liburnya belum ditulis")
	case !slices.Contains(Kinds, string(h.Kind)):
		r.problems = append(r.problems, problem.New(problem.HolidayInvalid, row.At(r.file), "jenis hari libur tidak dikenal").Seen(string(h.Kind), Kinds...))
	case r.seen[day]:
		r.tell(row, h.Day, "tanggal ini sudah tercantum pada baris sebelumnya")
	default:
		h.Day, r.seen[day] = day, true
		r.list = append(r.list, h)
	}
}

func (r *holidayReader) day(text string) (string, bool) {
	if r.yearly && len(text) == len("01-01") {
		_, err := time.Parse(time.DateOnly, "2028-"+text)
		return text, err == nil
	}
	return Read(text)
}
