// Package gap maps what is missing: which indicator fails where, what it costs
// in points, what fails in most units, and how the units rank.
//
// Words: a Status is met, partly, not, na, missing or not asked; a gap is an
// indicator of a unit with points to regain; Lost is points of the unit's total,
// EntityLost points of the entity's; a systemic gap is an indicator that fails
// in at least half of the units it is asked of; a silent unit has not answered at
// all, so nothing is claimed about it.
//
// Invariants: pure; the Lost of all indicators of a unit and its score add up to
// the best score, exactly; ties break by id.
package gap
