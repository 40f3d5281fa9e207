// Package form is the spreadsheet form in which a unit answers and the
// inspektorat verifies: Write makes it blank, Read reads it filled. It owns the
// form's contract (spotcheck/form/v1): sheet names, column heads, row keys,
// labels and the hidden identity.
//
// Words: an area is a sheet of questions: of the unit, of its products, of each
// group of people who are asked; a slot is one place for a product (P1, P2, ...)
// or a person, called by the code of the group (R1, R2, ...); the key of a row is
// its Kode and, in areas with slots, the code of the slot; the verdict is what the
// inspektorat found. Indicators of the whole government stand in no form.
//
// Invariants:
//
//   - The contract stands once, in contract.go, area.go and plan.go; Write and
//     Read both go by it. Rows are found by key, columns by head, sheets by name, fields
//     by label: rows and columns may be inserted, moved, sorted and hidden.
//   - Equal Specs give equal bytes.
//   - Every area has a sheet of its own, whatever the groups are called: their
//     labels where all of these can name a sheet, their codes where one cannot.
//   - A cell with content in a row of questions gives an answer or a problem, never
//     neither, except notes without an answer in rows that the round leaves out,
//     columns with heads of the unit's own, and what is typed over the form's own
//     texts without being an answer. Nothing is coerced; what is refused counts as
//     missing.
//   - A row whose Kode and question belong to different indicators is not used.
//   - A form is refused as a whole when it is damaged or belongs to another
//     instrument, entity, period or unit; otherwise the good answers are
//     returned together with all problems.
//   - Answers come in the order of the instrument, whatever the order of rows.
package form
