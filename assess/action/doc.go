// Package action is the workbook of a plan of action: Write makes it, Read reads what
// units and inspektorat filled in, Merge brings several files together. It owns the
// workbook's contract (spotcheck/action/v1): sheet names, column heads, row keys and
// the hidden identity.
//
// Words: an item is one gap to be closed, an indicator of a unit; its key is the
// columns Kode unit and Kode. What the whole government is asked has one item of the
// unit (pemda). An entry is what people filled into the row of an item: whether they
// accept it (Diterima), who does it by when, what was done, and its class (Status).
// The classes are the four of Peraturan BPK 2/2017; an item without a class is
// Belum ditindaklanjuti. What became of the actions of an earlier round is its past.
//
// Invariants:
//
//   - The contract stands once, in columns.go and meta.go; Write and Read both go by
//     it. Rows are found by key, columns by head, sheets by name: rows and columns may
//     be inserted, moved, sorted and hidden; a row that nobody filled says nothing, and
//     one that is gone neither.
//   - Equal Plans give equal bytes.
//   - A filled cell of a row gives an entry or a problem, never neither; a row with an
//     error gives no entry, and the other rows still count. The columns that spotcheck
//     fills are not read, but what the instrument says there must stand as it was.
//   - A file is refused as a whole when it is damaged or belongs to another
//     instrument, entity or period.
//   - Merge depends on neither the order of files nor that of rows. Files may add to
//     each other; where they contradict, those with the latest date count if all others
//     are dated before it, and else none.
package action
