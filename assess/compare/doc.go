// Package compare lines up the results of several rounds: entities of one period
// against each other, and each entity against its own earlier periods.
//
// Words: a league is the ranking of the entities of one period; movement is the
// change of score and place since the same entity's previous period.
//
// Invariants: results of two instruments, or of two versions or digests of one,
// are never lined up; a result whose total or categories are not what a built-in
// instrument makes of its units is refused; pure; ties break by entity name.
package compare
