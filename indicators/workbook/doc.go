// Package workbook is the spreadsheet in which people edit an instrument: one row
// per node on the sheet Simpul, one sheet per list of the format, and a sheet
// Instrumen for the keys that stand alone. It follows from the table of package
// format; nothing here knows a key by name, but for the id of a node.
//
// Words: a section is what stands on one sheet; a head is the text above a column;
// a row belongs to the row that its first column names: a level to its scale, a
// node to the node above it.
//
// Invariants: rows are found by their names and columns by their heads, never by
// position. A cell that says something is used or told, and nothing is coerced: a
// number is the decimal that Excel shows, a text beginning with = is a text. Write
// reads back what it wrote and refuses what would not come back the same. Equal
// instruments give equal bytes. Comments of the YAML are lost.
package workbook
