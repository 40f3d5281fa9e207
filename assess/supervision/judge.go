package supervision

import (
	"slices"
	"strings"

	"spotcheck/assess/calendar"
	"spotcheck/indicators"
	"spotcheck/indicators/problem"
	"spotcheck/indicators/strictyaml"
)

// trust tells of a cell whose text is not what somebody typed.
func (r *reader) trust(c Cell) bool {
	if c.Wrong != "" {
		r.tell(problem.LogUnusable, c, "%s", c.Wrong)
		r.problems[len(r.problems)-1] = r.problems[len(r.problems)-1].Fix("Ketik ulang isi sel itu sebagai teks")
	}
	return c.Wrong == ""
}

func (r *reader) unit(c Cell) string {
	switch {
	case !r.trust(c):
	case c.Text == "":
		r.tell(problem.LogUnit, c, "kode unit kosong")
	case !slices.Contains(r.terms.Units, c.Text):
		r.tell(problem.LogUnit, c, "tidak ada unit berkode %q%s", c.Text, strictyaml.Hint(c.Text, r.terms.Units))
	}
	return c.Text
}

func (r *reader) day(c Cell) string {
	if !r.trust(c) {
		return ""
	}
	day, ok := calendar.Read(c.Text)
	switch {
	case !ok:
		r.tell(problem.LogDate, c, "bukan tanggal yang dikenal")
	case day > r.terms.Until:
		r.tell(problem.LogDate, c, "tanggal sesudah tanggal laporan, %s", calendar.Words(r.terms.Until))
	}
	return day
}

func (r *reader) by(c Cell) By {
	by := By(strings.ToLower(c.Text))
	if r.trust(c) && !slices.Contains(Bys, by) {
		r.problems = append(r.problems, problem.New(problem.LogBy, c.At, "isi kolom oleh tidak dikenal").Seen(c.Text, string(Superior), string(Inspectorate)))
	}
	return by
}

// finding: the instruments count a record only with what was found or directed.
func (r *reader) finding(c Cell) string {
	if r.trust(c) && indicators.IsFiller(c.Text) {
		r.tell(problem.LogNoFinding, c, "uraian kosong")
	}
	return c.Text
}
