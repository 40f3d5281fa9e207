// Package solid tells how far the zone or category of a unit, and of the whole
// government, can be relied on.
//
// Words: a rung is what a reader is told first: the zone, or the category where the
// instrument knows no zones. A claim is an answer that only the unit has given (layer
// mandiri); secondary data of the whole government is nobody's claim. One step moves an
// answer to the next level, or to where the next step of a count begins; a plain number
// has no steps, so that one step of it is a stated part of its range. A flip is a
// smallest set of answers, each moved by one step, that carries a total across a border.
//
// Assumptions, all of them stated in Terms or here: a claim is at most one step too
// high, and claims of "tidak berlaku" are right; a missing answer may be anything; an
// assumed weight may be so many times as much or as little, each for itself. A branch
// that weighs the sum of what is below it is not varied by itself: it follows.
//
// Invariants: pure; numbers are exact; whatever the engine scores under the same
// assumptions lies within the intervals, and their ends are scored by it; flips are the
// smallest that there are; a Range that is Exact has both ends attained by some weights,
// any other is a bound that no weights exceed; equal inputs give equal answers, and ties
// break by unit, then by the order of the instrument.
package solid
