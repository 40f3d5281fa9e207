// Package bookfile writes a workbook to a file: excelize makes its styles, settings
// and drawings, the rows of its sheets are written here.
//
// It also knows how wide texts are in Arial, the face of every workbook here.
//
// Words: a part is an entry of the zip that a workbook is; rows are the lines of
// cells of one sheet.
//
// Invariants: equal workbooks with equal rows give equal bytes, for parts stand in
// the order of their names, and what the library leaves to chance is sorted. Rows go
// straight into the zip and are never held whole. A text is written as it is or
// refused: never cut, never taken for a code of the format.
package bookfile
