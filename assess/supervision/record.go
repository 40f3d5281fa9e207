package supervision

import (
	"slices"
	"strings"

	"spotcheck/assess/calendar"
	"spotcheck/indicators"
	"spotcheck/indicators/problem"
	"spotcheck/indicators/strictyaml"
)

// By is who supervised.
type By string

// The two internal supervisors of Pasal 35 ayat (2) UU 25/2009.
const (
	Superior     By = "atasan"
	Inspectorate By = "inspektorat"
)

// Bys are both, in the order of the law.
var Bys = []By{Superior, Inspectorate}

// Record is one row of a log. Evidence may be empty.
type Record struct {
	Unit, Day         string // Day is ISO
	By                By
	Finding, Evidence string
	At                problem.Place
}

// Cell is a cell of a log as it was read. Wrong says why its text cannot be
// trusted; empty: it can.
type Cell struct {
	Text, Wrong string
	At          problem.Place
}

// Terms are what rows are judged by.
type Terms struct {
	Units []string // ids that there are
	Until string   // ISO: no record is later
}

// The columns of a log.
const (
	columnUnit = iota
	columnDay
	columnBy
	columnFinding
	columnEvidence
)

var columns = []string{"unit", "tanggal", "oleh", "uraian", "bukti"}

// ignored are titles that people put beside the columns.
var ignored = []string{"no", "no.", "nomor", "nama unit", "keterangan"}

// titleRows is how far down the titles may begin.
const titleRows = 20

// Read makes records of rows. A row with an error is left out; rows above the titles
// and rows without content are none.
func Read(file string, rows [][]Cell, t Terms) ([]Record, problem.List) {
	for i := range min(len(rows), titleRows) {
		if !slices.ContainsFunc(rows[i], func(c Cell) bool { return title(c) == columns[columnUnit] }) {
			continue
		}
		r := reader{terms: t, seen: map[Record]problem.Place{}}
		if r.head(rows[i]); len(r.problems) == 0 {
			for _, row := range rows[i+1:] {
				r.row(row)
			}
		}
		return r.records, r.problems
	}
	return nil, problem.List{problem.New(problem.LogUnusable, problem.Place{File: file}, "judul kolom unit, tanggal, oleh, uraian, dan bukti tidak ditemukan")}
}

func title(c Cell) string { return strings.ToLower(indicators.Squash(c.Text)) }

// reader reads the rows below the titles.
type reader struct {
	terms    Terms
	place    []int // of each cell: index in columns; -1 for what does not concern us
	seen     map[Record]problem.Place
	records  []Record
	problems problem.List
}

func (r *reader) tell(code problem.Code, c Cell, format string, args ...any) {
	r.problems = append(r.problems, problem.New(code, c.At, format, args...).Seen(c.Text))
}

func (r *reader) head(row []Cell) {
	for _, c := range row {
		name := title(c)
		i := slices.Index(columns, name)
		switch {
		case i >= 0 && slices.Contains(r.place, i):
			r.tell(problem.LogUnusable, c, "kolom %s ada dua", name)
		case i < 0 && name != "" && !slices.Contains(ignored, name):
			r.tell(problem.LogUnusable, c, "judul kolom %q tidak dikenal%s", name, strictyaml.Hint(name, columns))
		}
		r.place = append(r.place, i)
	}
	for i, name := range columns {
		if !slices.Contains(r.place, i) {
			r.tell(problem.LogUnusable, Cell{At: row[0].At}, "kolom %s tidak ada", name)
		}
	}
}

// row reads one row. All that is wrong with it is told.
func (r *reader) row(row []Cell) {
	var cells [columnEvidence + 1]Cell
	content := false
	for i, c := range row {
		if i < len(r.place) && r.place[i] >= 0 {
			c.Text = indicators.Squash(c.Text)
			cells[r.place[i]] = c
			content = content || c.Text != "" || c.Wrong != ""
		}
	}
	if !content {
		return
	}
	before := r.problems.Errors()
	rec := Record{
		Unit: r.unit(cells[columnUnit]), Day: r.day(cells[columnDay]), By: r.by(cells[columnBy]),
		Finding: r.finding(cells[columnFinding]), Evidence: cells[columnEvidence].Text,
	}
	if indicators.IsFiller(rec.Evidence) {
		rec.Evidence = ""
	}
	r.trust(cells[columnEvidence])
	if r.problems.Errors() > before {
		return
	}
	if _, twice := r.seen[rec]; twice {
		r.tell(problem.LogTwice, cells[columnUnit], "catatan yang sama sudah tercantum di %s", r.seen[rec].String())
		return
	}
	r.seen[rec] = cells[columnUnit].At
	rec.At = cells[columnUnit].At
	if rec.Evidence == "" {
		r.tell(problem.LogNoEvidence, cells[columnEvidence], "catatan unit %s tanggal %s tidak menyebut bukti", rec.Unit, calendar.Words(rec.Day))
	}
	r.records = append(r.records, rec)
}
