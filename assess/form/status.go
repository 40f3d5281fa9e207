package form

import (
	"fmt"

	"spotcheck/assess/sheet"
	"spotcheck/indicators"
)

// statusWords are all that the column Status says.
var statusWords = map[string]bool{
	statusMissing: true, statusAnswered: true, statusNA: true, statusReason: true, statusName: true, statusCheck: true, statusUnused: true,
}

// blank is a formula that is true where a cell holds nothing but spaces.
func blank(ref string) string { return "LEN(TRIM(" + ref + "))=0" }

// statusCell is the live status of one row, with what it says in a blank form.
// described is the cell in Identitas that names the slot; empty: none to fill.
func (b *areaSheet) statusCell(row int, s slot, na bool, described string) cell {
	answer, note := sheet.Ref(row, b.col[colAnswer]), sheet.Ref(row, b.col[colNote])
	isNA := fmt.Sprintf(`OR(TRIM(%[1]s)="%[2]s",LEFT(TRIM(%[1]s),4)="%[2]s =",TRIM(%[1]s)="%[3]s")`, answer, indicators.NAText, indicators.NALabel)
	ifNA := `"` + statusCheck + `"`
	if na {
		ifNA = choose(blank(note), quote(statusReason), quote(statusNA))
	}
	open, idle := quote(statusMissing), statusMissing
	if described != "" && !s.required {
		idle = statusUnused
	}
	if b.sample() {
		open = b.sampleStatus(row, idle)
	}
	f := choose(blank(answer), open, choose(isNA, ifNA, quote(statusAnswered)))
	if described != "" && !b.sample() {
		f = b.slotStatus(f, quote(idle), answer, described, s)
	}
	return cell{style: styleStatus, text: idle, formula: f}
}

// sampleStatus is the status of an open question to one of a sample: it is missed
// only where too few answered it, and then of the first ones.
func (b *areaSheet) sampleStatus(row int, idle string) string {
	if idle == statusUnused {
		return quote(statusUnused)
	}
	return choose(fmt.Sprintf(`COUNTIFS(%s,%s,%s,"<>")<%d`,
		fixed(b.col[colCode], b.first, b.last), sheet.Ref(row, b.col[colCode]), fixed(b.col[colAnswer], b.first, b.last), b.group.Min),
		quote(statusMissing), quote(statusUnused))
}

// slotStatus wraps the status of a row whose slot may be out of use: a product
// is in use by its name, a respondent also by any answer.
func (b *areaSheet) slotStatus(inUse, idle, answer, described string, s slot) string {
	if b.scope == indicators.PerProduct {
		return choose(blank(described), choose(blank(answer), idle, quote(statusName)), inUse)
	}
	answered := fmt.Sprintf(`COUNTIFS(%s,%s,%s,"<>")`,
		fixed(b.col[colSlot], b.first, b.last), quote(s.code), fixed(b.col[colAnswer], b.first, b.last))
	return choose("AND("+blank(described)+","+answered+"=0)", idle, inUse)
}

func choose(test, yes, no string) string { return "IF(" + test + "," + yes + "," + no + ")" }

func quote(s string) string { return `"` + s + `"` }

// progress are two formulas over the status words of a sheet: how many answers
// there are, and how many there should be.
func progress(statuses string) (done, total string) {
	done = fmt.Sprintf(`COUNTIF(%[1]s,"%[2]s")+COUNTIF(%[1]s,"%[3]s")`, statuses, statusAnswered, statusNA)
	total = fmt.Sprintf(`COUNTA(%[1]s)-COUNTIF(%[1]s,"%[2]s")`, statuses, statusUnused)
	return done, total
}
