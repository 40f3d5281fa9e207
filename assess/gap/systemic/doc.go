// Package systemic tells what fails across units: by branch of the instrument, by the
// role that is to mend it and by the type of unit; and where one act would serve many.
//
// Words: a pair is one indicator in one unit; it fails unless it is met, as in package
// gap. A fix is one act for one indicator in all units of a type that fail it, say one
// decree for all puskesmas. Points are those of the entity's total.
//
// Assumption: that such an act takes as much work as it takes the unit that is
// furthest behind, for one answer, and then serves them all. Nothing in an instrument
// says so; OnceOrigin marks it, and whoever prints Fix.Once prints that.
//
// Invariants: pure; silent units, indicators that do not count and what is not
// applicable play no part; the points of all roles, or of all types, or of the top
// branches, add up to those of gap.Map.Systemic; the points of a fix are what scoring
// the round again with these answers at their best brings; a fix never takes less work
// than one unit alone would need, nor more than all by themselves; equal inputs give
// equal answers, and ties break by id.
package systemic
