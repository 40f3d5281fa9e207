package answers

import (
	"slices"

	"spotcheck/assess"
	"spotcheck/assess/answers/csvrows"
	"spotcheck/indicators"
	"spotcheck/indicators/problem"
)

// many reads a wide row: unit, product, respondent, layer and note once, and one
// answer in each cell below the id of an indicator. It is short for as many rows
// of one answer. An empty cell says nothing; the note is the reason of every TB in
// the row and of nothing else. What the row is about has to fit all of its
// answers, or none is used.
func (l *line) many() {
	layer := l.layer()
	given := slices.DeleteFunc(slices.Clone(l.wide), func(c answerColumn) bool { return indicators.Squash(l.fields[c.index]) == "" })
	unit := l.unitOf(given)
	if l.bad {
		return
	}
	keys := make([]assess.Key, len(given))
	for i, c := range given {
		if keys[i] = l.key(unit, c.node); l.bad {
			return // told for one of them, and true of the row
		}
	}
	note, reasons := csvrows.Unguard(l.text(colNote)), false
	for i, c := range given {
		text := indicators.Squash(l.fields[c.index])
		cell := &line{reader: l.reader, fields: l.fields, at: l.at, of: l.of}
		cell.at.Cell += ", kolom " + c.node.ID
		a := assess.Answer{Key: keys[i], Layer: layer, At: cell.at}
		if indicators.IsNA(text) {
			a.Note, reasons = note, true
		}
		if cell.first(layered{a.Key, layer}) {
			cell.take(a, unit, c.node, text, Spot{"di kolom " + c.node.ID, noteSpot})
		}
	}
	if !reasons && !indicators.IsFiller(note) {
		l.add(problem.New(problem.NoteUnused, l.at, "catatan baris ini tidak dipakai, sebab tidak ada jawaban TB yang dijelaskannya").
			Seen(note).Fix("Kirim catatannya dalam baris dengan kolom indicator dan value"))
	}
}

// unitOf finds the unit of the row; it needs none where all that is answered is
// asked of the whole government.
func (l *line) unitOf(given []answerColumn) *assess.Unit {
	if len(given) == 0 {
		given = l.wide
	}
	if !slices.ContainsFunc(given, func(c answerColumn) bool { return c.node.Scope != indicators.PerEntity }) {
		return nil
	}
	return l.unit()
}
