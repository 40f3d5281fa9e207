// Package supervision reads the log of who looked after the service of a unit, and
// tells month by month what it proves.
//
// Words: a record is one row of the log: a unit, a day, by whom (the direct superior
// or the inspektorat), the finding or direction, the evidence; the span is the twelve
// whole months that a log is judged by; a month is proven to be supervised by somebody
// when a record of that month by him names its evidence, and unproven when his records
// name none; a record of the inspektorat made by the examination that is being
// reported is running, and proves nothing yet, or a round would grade itself.
//
// Invariants: pure, without clock or files; every row is a record or a problem that
// names the row; a record counts in the month of its day and nowhere else; what lies
// outside the span is kept and counted apart.
package supervision
