package action

import (
	"math/big"
	"slices"
	"strconv"
	"strings"

	"spotcheck/assess/calendar"
	"spotcheck/assess/sheet"
	"spotcheck/indicators"
	"spotcheck/indicators/problem"
)

// record is one row as it was found.
type record struct {
	*reader
	row   int
	key   Key
	cells [columnCount]sheet.Cell
}

// first is the first filled input; Kind Empty if there is none.
func (rec *record) first() sheet.Cell {
	for _, id := range inputs {
		if c := rec.cells[id]; !isBlank(c) {
			return c
		}
	}
	return sheet.Cell{}
}

// isBlank reports whether a cell says nothing: empty, or white space only.
func isBlank(c sheet.Cell) bool {
	return c.Kind == sheet.Empty || c.Kind == sheet.Text && indicators.Squash(c.Text) == ""
}

// text is a cell on one line.
func (rec *record) text(id columnID) string { return indicators.Squash(rec.shown(rec.cells[id])) }

// shown is a cell as a person sees it.
func (rec *record) shown(c sheet.Cell) string {
	switch c.Kind {
	case sheet.Number:
		if f, err := strconv.ParseFloat(c.Text, 64); err == nil {
			return strings.Replace(strconv.FormatFloat(f, 'f', -1, 64), ".", ",", 1)
		}
	case sheet.Percent:
		if v, ok := new(big.Rat).SetString(c.Text); ok {
			return indicators.Comma(v.Mul(v, big.NewRat(100, 1))) + "%"
		}
	case sheet.Date:
		if day, ok := rec.book.ISODate(c); ok {
			return day
		}
	case sheet.Bool:
		return map[string]string{"1": "TRUE", "0": "FALSE"}[c.Text]
	}
	return c.Text
}

// entry reads the inputs of a row; ok is false where one of them is wrong.
func (rec *record) entry() (e Entry, ok bool) {
	before := rec.problems.Errors()
	e = Entry{Key: rec.key, At: rec.at(rec.first().Ref(rec.row))}
	e.At.File = rec.file
	e.Cause, e.Owner, e.Report, e.Evidence = rec.prose(colCause), rec.prose(colOwner), rec.prose(colReport), rec.prose(colEvidence)
	e.Accepted = Consent(rec.choice(colAccepted, string(Accepted), string(Declined)))
	e.Status = Status(rec.choice(colStatus, StatusWords()...))
	e.Agreed, e.Date = rec.day(colAgreed), rec.day(colDate)
	switch {
	case e.Status == Impossible && indicators.IsFiller(e.Report):
		rec.add(problem.New(problem.ActionReason, rec.at(rec.cells[colStatus].Ref(rec.row)), "%s: %s tanpa alasan; tulis alasannya di %s",
			rec.key, Impossible, rec.cells[colReport].Ref(rec.row)).Seen(string(e.Status)))
	case e.Accepted == Declined && (e.Status == Fulfilled || e.Status == Partly):
		rec.add(problem.New(problem.ActionValue, rec.at(rec.cells[colStatus].Ref(rec.row)), "%s: %s %s, tetapi Status %s", rec.key, columns[colAccepted].head, Declined, e.Status).
			Seen(string(e.Status)).Fix("Ubah Diterima menjadi ya, atau kosongkan Statusnya"))
	case e.Date != "" && e.Status == "":
		rec.add(problem.New(problem.ActionValue, rec.at(rec.cells[colStatus].Ref(rec.row)), "%s: Tanggal terisi, tetapi Status kosong", rec.key).
			Seen("", StatusWords()...))
	}
	return e, rec.problems.Errors() == before
}

// usable tells of cells that hold nothing to read; of formulas it warns.
func (rec *record) usable(id columnID) bool {
	c := rec.cells[id]
	at := rec.at(c.Ref(rec.row))
	const retype = "Ketik ulang isinya, lalu simpan"
	switch {
	case isBlank(c):
		return false
	case c.Kind == sheet.NoValue:
		rec.add(problem.New(problem.FormulaNoValue, at, "%s: kolom %s berisi rumus yang disimpan tanpa hasil", rec.key, columns[id].head).Fix(retype))
		return false
	case c.Kind == sheet.Error:
		rec.add(problem.New(problem.ErrorCell, at, "%s: kolom %s berisi galat", rec.key, columns[id].head).Seen(c.Text).Fix(retype))
		return false
	case c.Formula:
		rec.add(problem.New(problem.FormulaAnswer, at, "%s: kolom %s dihitung oleh rumus", rec.key, columns[id].head).Seen(rec.shown(c)).Fix(retype))
	}
	return true
}

// prose is running text; what only fills a place is nothing.
func (rec *record) prose(id columnID) string {
	if !rec.usable(id) || indicators.IsFiller(rec.shown(rec.cells[id])) {
		return ""
	}
	return rec.text(id)
}

// choice is one of the words; empty where there is none.
func (rec *record) choice(id columnID, words ...string) string {
	if !rec.usable(id) {
		return ""
	}
	got := rec.text(id)
	i := slices.IndexFunc(words, func(w string) bool { return fold(w) == fold(got) })
	if i < 0 || rec.cells[id].Kind != sheet.Text {
		rec.add(problem.New(problem.ActionValue, rec.at(rec.cells[id].Ref(rec.row)), "%s: isi kolom %s tidak ada dalam daftar", rec.key, columns[id].head).Seen(got, words...))
		return ""
	}
	return words[i]
}

// day is a date not before the round's.
func (rec *record) day(id columnID) string {
	if !rec.usable(id) {
		return ""
	}
	c := rec.cells[id]
	at, head := rec.at(c.Ref(rec.row)), columns[id].head
	day, ok := rec.book.ISODate(c)
	if c.Kind == sheet.Text {
		day, ok = calendar.Read(c.Text)
	}
	if from := rec.expect.Plan.Date; !ok {
		rec.add(problem.New(problem.ActionDate, at, "%s: %s tidak terbaca sebagai tanggal", rec.key, head).Seen(rec.shown(c)))
		return ""
	} else if day < from {
		rec.add(problem.New(problem.ActionDate, at, "%s: %s %s lebih awal daripada tanggal putaran, %s", rec.key, head, calendar.Words(day), calendar.Words(from)).Seen(day))
		return ""
	}
	return day
}
