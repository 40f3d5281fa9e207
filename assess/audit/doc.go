// Package audit finds out whether the numbers of a workbook made by others can be
// trusted: it computes the formulas anew and looks for the slips that people make
// in scoring sheets.
//
// Words: a finding is one thing wrong or odd at one cell, of a Kind and with a
// Severity: wrong (provably), doubtful (a person has to look), remark. A run is a
// line of neighbouring cells whose formulas are copies of one another; a cell that
// breaks it is the odd one. A follower is a formula that is wrong only because a
// cell it refers to is; it is counted at that cell, its root, and listed itself
// only if nothing refers to it, because then it is a result that people quote.
//
// Invariants:
//
//   - Pure: bytes in, a Report out; no clock. The same bytes give the same Report.
//   - Nothing is claimed that was not checked: formulas that are not computed anew
//     are listed as Unchecked with the reason, and computing goes on from the value
//     that the file holds for them.
//   - Care against false alarms: a run is at least three formulas; the first and
//     the last row of a block, subtotals, means of what stands above or below, and
//     rows that alternate are no breaks; where exceptions are as common as the
//     rule, there is no rule.
//   - Work is counted and ends at a limit: areas are looked through only where there
//     are cells, formulas are computed once, after what they refer to, circles are
//     found and not followed. Workbooks are read within sheet.Limits, and at most
//     MaxCells cells of all sheets together.
//
// The Report is JSON as it stands, schema spotcheck/audit/v1 (File and the schema
// are added by the command):
//
//	{"schema":"spotcheck/audit/v1","files":[
//	 {"file":"","state":"clean|findings|refused",
//	  "sheets":0,"cells":0,"formulas":0,"recalculated":0,"stored":0,"followers":0,"tolerance":"1e-9",
//	  "counts":[{"kind":"","severity":"","count":0}],
//	  "findings":[{"severity":"wrong|doubtful|remark","kind":"","sheet":"","cell":"",
//	    "formula":"","found":"","expected":"","message":"","remedy":"","followers":0}],
//	  "unchecked":[{"reason":"","count":0,"cells":["Lembar!A1"]}],
//	  "problems":[]}]}
//
// formula is in English, without its equals sign; found and expected hold numbers
// with a decimal point. Kinds are the Kind constants. Keys are only ever added.
package audit
