// Package annotate makes a copy of a workbook in which problems are marked, so
// that whoever filled it can mend it and send it back.
//
// Words: a mark is what a cell with problems gets: a colour with a frame, and a
// note that tells each problem with its number and remedy; the list is the sheet
// Masalah, in front of the others, with every problem and a link to its cell.
//
// Invariants:
//
//   - The bytes given are not changed, and what is not named here is in the copy
//     byte for byte. No cell, row, formula, style of a cell, drop-down or
//     protection is touched: the colour is a conditional format and the note lies
//     beside the cells, so a mark can be taken away without a trace. Parts that
//     this package has no idea of (pictures, macros, what other programs add) are
//     carried over as they are packed.
//   - Marks and the list of an earlier copy go before new ones come; notes of
//     people stay.
//   - The copy is read again before it is handed out: every sheet of the workbook
//     given has to be in it with the same cells. What cannot be marked so is
//     refused with S219.
//   - Equal input gives equal bytes.
//   - Workbooks come from outside: parts are read within sheet.Limits, and nothing
//     in a workbook is followed out of it.
package annotate
