package form

import (
	"fmt"

	"spotcheck/assess"
	"spotcheck/assess/sheet"
	"spotcheck/indicators"
	"spotcheck/indicators/problem"
)

// answers turns the records of an area into answers, slot by slot in the order
// of the instrument.
func (p *pageReader) answers() {
	var absent []string
	for _, s := range p.slots {
		answered := p.count(s)
		if !p.usable(s, answered) {
			continue
		}
		for _, n := range p.asks {
			k := key{n.ID, s.code}
			rec := p.records[k]
			switch {
			case p.spoiled[k]:
			case rec != nil:
				p.answer(n, s, rec)
			case s.required || answered > 0:
				absent = append(absent, k.String())
			}
		}
	}
	if len(absent) > 0 {
		p.add(problem.New(problem.MissingRow, p.at(sheet.Ref(p.table.head.Number, 1)),
			"%d baris tidak ada di lembar: %s", len(absent), indicators.And(absent)).Seen("", absent...))
	}
}

// count is how many rows of the slot have an answer.
func (p *pageReader) count(s slot) int {
	n := 0
	for _, ask := range p.asks {
		if rec := p.records[key{ask.ID, s.code}]; rec != nil && rec.answered() {
			n++
		}
	}
	return n
}

// usable reports whether answers for the slot can be taken: a product needs a
// name, and one that is no longer open to doubt.
func (p *pageReader) usable(s slot, answered int) bool {
	if p.scope != indicators.PerProduct {
		return true
	}
	if s.name == "" && answered > 0 {
		p.unused(s, answered)
	}
	_, known := p.identity.id[s.code]
	return known || s.name == "" && answered == 0
}

// unused tells, once per product, of answers without a product.
func (p *pageReader) unused(s slot, answered int) {
	for _, n := range p.asks {
		rec := p.records[key{n.ID, s.code}]
		if rec == nil || !rec.answered() {
			continue
		}
		first := rec.firstInput()
		p.add(problem.New(problem.AnswerUnused, p.at(first.Ref(rec.row)),
			"%d jawaban untuk %s, tetapi nama produk %s di lembar %s kosong", answered, s.code, s.code, sheetIdentity).Seen(p.shown(first)))
		return
	}
}

// answer reads both layers of one row. The reason of a TB found by the
// inspektorat may be the unit's own.
func (p *pageReader) answer(n *indicators.Node, s slot, rec *record) {
	k := p.keyOf(n, s)
	note, evidence := p.note(rec, colNote), p.note(rec, colEvidence)
	remark := p.note(rec, colVerdictNote)
	own := p.judge(n, rec, colAnswer, colNote)
	checked := p.judge(n, rec, colVerdict, colVerdictNote, colNote)
	borrowed := checked.state == assess.NA && indicators.IsFiller(remark)
	if own.given() {
		p.keep(assess.Answer{Key: k, Layer: assess.Mandiri, State: own.state, Value: own.value, Note: note, Evidence: evidence}, rec, colAnswer)
	} else {
		p.idle(key{n.ID, s.code}, rec, colEvidence, evidence)
		if !borrowed {
			p.idle(key{n.ID, s.code}, rec, colNote, note)
		}
	}
	if !checked.given() {
		p.idle(key{n.ID, s.code}, rec, colVerdictNote, remark)
		return
	}
	if borrowed {
		remark = note
	}
	p.keep(assess.Answer{Key: k, Layer: assess.Verifikasi, State: checked.state, Value: checked.value, Note: remark}, rec, colVerdict)
}

// idle tells of words whose answer is missing or refused.
func (p *pageReader) idle(k key, rec *record, id columnID, text string) {
	if !indicators.IsFiller(text) {
		p.add(problem.New(problem.NoteUnused, p.at(rec.cells[id].Ref(rec.row)), "%s: catatan atau bukti tanpa jawaban tidak dipakai", k).Seen(text))
	}
}

// keep adds an answer with the cell it comes from.
func (p *pageReader) keep(a assess.Answer, rec *record, id columnID) {
	a.At = problem.Place{File: p.file, Sheet: p.name, Cell: rec.cells[id].Ref(rec.row)}
	p.filled.Answers = append(p.filled.Answers, a)
}

// judge reads one answer cell and tells what is wrong with it.
func (p *pageReader) judge(n *indicators.Node, rec *record, id columnID, reasons ...columnID) reading {
	c := rec.cells[id]
	var notes []sheet.Cell
	for _, r := range reasons {
		notes = append(notes, rec.cells[r])
	}
	got := judge(c, n, notes...)
	place := p.at(c.Ref(rec.row))
	if got.fault != "" {
		message := got.message
		if got.fault == problem.NAWithoutReason && notes[0].Col > 0 {
			message += fmt.Sprintf("; tulis alasannya di %s", notes[0].Ref(rec.row))
		}
		bad := problem.New(got.fault, place, "%s: %s", n.ID, message).
			Seen(p.shown(c), allowedAnswers(kindOfAnswer{n.Scale, n.NA != ""})...)
		if got.remedy != "" {
			bad = bad.Fix(got.remedy)
		}
		p.add(bad)
		return got
	}
	if c.Formula && got.state != assess.Missing {
		p.add(problem.New(problem.FormulaAnswer, place, "%s: jawaban dihitung oleh rumus", n.ID).Seen(p.shown(c)))
	}
	return got
}

// note is the text of a note; one that is an error or was never computed is
// told and empty.
func (p *pageReader) note(rec *record, id columnID) string {
	c := rec.cells[id]
	code := problem.ErrorCell
	switch c.Kind {
	case sheet.NoValue:
		code = problem.FormulaNoValue
	case sheet.Error:
	default:
		return indicators.Squash(p.shown(c))
	}
	p.add(problem.New(code, p.at(c.Ref(rec.row)), "catatan atau bukti tidak terbaca").Seen(c.Text).
		Fix("Ketik ulang isi sel itu sebagai teks"))
	return ""
}
