package main

import (
	"math/rand/v2"

	"spotcheck/indicators/problem"
)

// finding is a problem that must be told.
type finding struct {
	code        problem.Code
	sheet, cell string
}

// fault is something wrong with a form: what must be told of it, and what becomes
// of its bytes, if anything.
type fault struct {
	findings []finding
	spoil    func([]byte) []byte
}

// harm damages the form: as a whole, whereby all its answers are lost, or in one
// cell, whereby that answer is.
func (d *drawn) harm(rng *rand.Rand, s *stencil) fault {
	switch rng.IntN(8) {
	case 0:
		d.replies = nil
		return fault{[]finding{{code: problem.DamagedZip}}, func(b []byte) []byte { return b[:len(b)*2/3] }}
	case 1:
		d.replies = nil
		page := []byte("<!doctype html><html><body>Masuk untuk mengunduh</body></html>")
		return fault{[]finding{{code: problem.NotWorkbook}}, func([]byte) []byte { return page }}
	case 2:
		d.replies, d.period = nil, "2019"
		return fault{findings: []finding{{problem.WrongPeriod, sheetMeta, s.meta["period"]}}}
	case 3:
		d.replies, d.id = nil, "bukan-"+d.id
		return fault{findings: []finding{{problem.UnknownUnit, sheetMeta, s.meta["unit"]}}}
	}
	return d.harmCell(rng, s)
}

// harmCell spoils one answer of the unit.
func (d *drawn) harmCell(rng *rand.Rand, s *stencil) fault {
	for _, i := range rng.Perm(len(s.rows)) {
		row := s.rows[i]
		r := d.replies[row.slotKey]
		if r.own.nothing() {
			continue
		}
		slips := []struct {
			code  problem.Code
			value value
		}{
			{problem.ValueNotInScale, text("Ya, hampir semua")},
			{problem.ValueNotInScale, value{kind: kindNumber, text: "987654321"}},
			{problem.ValueNotInScale, value{kind: kindBool, text: "1"}},
			{problem.ErrorCell, value{kind: kindError, text: "#N/A"}},
			{problem.FormulaNoValue, value{gone: true}},
		}
		slip := slips[rng.IntN(len(slips))]
		r.own = said{}
		d.replies[row.slotKey] = r
		d.cells[target{row.slotKey, headAnswer}] = slip.value
		return fault{findings: []finding{{slip.code, row.sheet, row.cells[headAnswer]}}}
	}
	return fault{} // a form without answers has none to spoil
}
