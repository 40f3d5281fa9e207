// Package formula reads the formulas of workbooks and computes them.
//
// Words: a node is a piece of a formula; a reference is kept relative to the cell
// that the formula stands in, so that copies of one formula have one tree and one
// shape (its text in R1C1 manner); an area is the cells that a reference means in
// one place.
//
// Invariants:
//
//   - What is not understood is refused with a reason and never guessed: functions
//     that are not in the table, ranges that are computed, links out of the file,
//     and whatever depends on the language or the clock of a machine (texts with a
//     decimal mark used as numbers, TODAY, INDIRECT).
//   - A formula is at most as long and as nested as Excel allows; the work of
//     computing is counted in cells and ends at a limit, never by a clock.
//   - Numbers are doubles, as in the programs that save workbooks: additions that
//     cancel to nearly nothing are nothing, equal means equal to fifteen digits,
//     and rounding goes by the fifteen digits that people see.
//   - The library that writes our workbooks computes too, but takes texts for
//     numbers in AVERAGE, MEDIAN and SUMPRODUCT and empty cells for filled ones: it
//     would agree with the very faults that are looked for here.
package formula
