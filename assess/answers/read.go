package answers

import (
	"fmt"
	"slices"
	"strings"

	"spotcheck/assess"
	"spotcheck/assess/answers/csvrows"
	"spotcheck/indicators"
	"spotcheck/indicators/problem"
)

// Read gives the answers in data in file order, each with its row, and in wide
// rows its column, in At. file is used in places only. Rows with an error are left
// out and told; empty values give no answer, and a warning where words stand
// beside them. Values below the nodes excluded, which are ids of what the round
// leaves out, are errors too.
func Read(file string, data []byte, in *indicators.Instrument, units []assess.Unit, excluded ...string) ([]assess.Answer, problem.List) {
	lim := csvrows.DefaultLimits()
	lim.Text++ // room for the apostrophe before a text of the greatest length
	lim.Fields += len(in.Indicators())
	rows, problems := csvrows.Read(file, data, lim)
	r := newReader(file, in, units, excluded)
	r.most = lim.Problems
	if len(rows) > 0 {
		if p := r.unlike(rows[0]); p != nil {
			return nil, problem.List{*p}
		}
	}
	for _, p := range problems {
		r.add(p)
	}
	if len(rows) == 0 {
		if len(problems) == 0 {
			r.add(problem.New(problem.CSVHeader, problem.Place{File: file}, "berkas kosong"))
		}
		return nil, r.told()
	}
	switch {
	case !r.header(rows[0]):
	case len(rows) == 1 && len(problems) == 0:
		r.add(problem.New(problem.CSVHeader, rows[0].At(file), "berkas hanya berisi judul kolom").
			Fix("Isi satu baris untuk tiap jawaban di bawah judul itu, atau keluarkan berkas ini dari folder masukan"))
	default:
		r.rows(rows[1:])
	}
	r.tellUnasked()
	return r.once(), r.told()
}

// maxAnswers bounds what one file may say: a small file of wide rows says much.
const maxAnswers = 500_000

func (r *reader) rows(rows []csvrows.Row) {
	for _, row := range rows {
		if len(r.seen) > maxAnswers {
			r.add(problem.New(problem.TooLarge, row.At(r.file), "lebih dari %d jawaban; baris ini dan sesudahnya tidak dibaca", maxAnswers).
				Fix("Bagi menjadi beberapa berkas"))
			return
		}
		l := &line{reader: r, fields: row.Fields, at: row.At(r.file)}
		l.untitled()
		if len(r.wide) > 0 {
			l.many()
		} else {
			l.single()
		}
	}
}

type reader struct {
	file                  string
	in                    *indicators.Instrument
	excluded              []string
	units                 map[string]*assess.Unit
	unitIDs, indicatorIDs []string
	at                    [columns]int // index of each column, -1 where absent
	wide                  []answerColumn
	unnamed               []int // columns without a title, which must stay empty
	answers               []assess.Answer
	unasked               map[*indicators.Node]*unasked
	seen                  map[layered]*place
	problems              problem.List
	most                  int                      // problems of either severity that are kept
	count                 map[problem.Severity]int // of all problems
}

func newReader(file string, in *indicators.Instrument, units []assess.Unit, excluded []string) *reader {
	r := &reader{
		file: file, in: in, excluded: excluded, units: map[string]*assess.Unit{}, seen: map[layered]*place{},
		unasked: map[*indicators.Node]*unasked{},
		count:   map[problem.Severity]int{},
	}
	for i := range units {
		r.units[units[i].ID] = &units[i]
		r.unitIDs = append(r.unitIDs, units[i].ID)
	}
	for _, n := range in.Indicators() {
		r.indicatorIDs = append(r.indicatorIDs, n.ID)
	}
	return r
}

// layered is what may stand once in a file.
type layered struct {
	assess.Key
	assess.Layer
}

// place is where a key was first seen.
type place struct {
	problem.Place
	twice bool
}

// unasked counts the answers to an indicator that the round leaves out; a round that
// leaves it out after they came in has one in every row.
type unasked struct {
	first   problem.Problem
	answers int
}

// tellUnasked tells of each such indicator once.
func (r *reader) tellUnasked() {
	for _, n := range r.in.Indicators() {
		u := r.unasked[n]
		if u == nil {
			continue
		}
		if u.answers > 1 {
			u.first.Message += fmt.Sprintf("; %d jawaban di berkas ini tidak dipakai", u.answers)
		}
		r.add(u.first)
	}
}

// add keeps a problem, or only counts it where nobody reads on.
func (r *reader) add(p problem.Problem) {
	if r.count[p.Severity]++; r.count[p.Severity] <= r.most {
		r.problems = append(r.problems, p)
	}
}

// told is the list of problems, cut where nobody reads on; how many were cut is
// told. Warnings give way to errors, and only errors make an error.
func (r *reader) told() problem.List {
	errors, warnings := r.count[problem.Error], r.count[problem.Warning]
	more := errors + warnings - r.most
	if more <= 0 {
		return r.problems
	}
	slices.SortStableFunc(r.problems, func(a, b problem.Problem) int { return strings.Compare(string(a.Severity), string(b.Severity)) })
	last := problem.New(problem.NoteUnused, problem.Place{File: r.file}, "dan %d catatan lain tanpa jawaban di berkas ini", more)
	if lost := errors - r.most; lost > 0 {
		last = problem.New(problem.TooLarge, problem.Place{File: r.file}, "dan %d kesalahan lain di berkas ini; barisnya tidak dipakai", lost).
			Fix("Perbaiki yang disebut dahulu, lalu ulangi")
	}
	return append(r.problems[:r.most:r.most], last)
}

// once drops the answers whose key stands twice.
func (r *reader) once() []assess.Answer {
	return slices.DeleteFunc(r.answers, func(a assess.Answer) bool {
		return r.seen[layered{a.Key, a.Layer}].twice
	})
}
