// Package xlsx draws a report.Document as an Excel workbook: one sheet for each
// Section, fit for the screen, for the printer and for further work in Excel.
//
// Words: a sheet is laid out as lines of pieces on a grid of columns; a span is
// a run of neighbouring columns of the grid; a piece is the content and the look
// of one span on one line, merged when the span is wider than one column. The
// grid of a sheet is that of its main Table or Heat, whose cells are therefore
// never merged and can be sorted and filtered; every other block is fitted to
// it. A sheet without such a table has an even grid of narrow columns that fills
// the width of the page.
//
// Invariants: equal documents give equal bytes, in any process. Text of a user
// stays text whatever it begins with; control characters are dropped; a text that
// one cell cannot hold is an error that names the cell, never a cut text. A
// formula carries its result, for readers that do not calculate, and the workbook
// asks to be calculated when it is opened. Row heights are reckoned here, from the
// widths of Arial, since Excel does not grow rows of merged cells; only rows that
// readers write in are left free to grow. Pages are reckoned too, so that drawings,
// cards, short tables and signatures are not torn.
//
// F4 paper is Excel's paper 14 (folio, 8.5 x 13 inches: 215.9 x 330.2 mm). Frozen
// heads give way where they would take the screen: a table far down a sheet keeps
// only its columns in sight. Layout knows nothing of files: excelize is met only in
// write.go, prepare.go, style.go, print.go and chart.go.
package xlsx
