// Package csvrows reads the rows of a CSV file from outside, strictly and
// within bounds: UTF-8 with or without a byte-order mark, fields parted by
// comma or semicolon, whichever the first line uses. It also writes rows, so that
// no field of them runs in a spreadsheet program.
//
// Invariants: every row has as many fields as the first, or is told as S401 and
// left out; rows are numbered as a spreadsheet program shows them, so a line
// break inside quotes does not count and an empty line does; text is neither
// trimmed nor converted, except that line ends inside a field become "\n". Unguard
// gives back what Guard was given.
package csvrows
