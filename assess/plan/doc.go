// Package plan makes the calendar of a round: which team visits which unit on which
// days, between the desk work before and after.
//
// Words: a stage is a run of working days that belongs to the whole round; all are
// desk work but one, the field stage, in which the teams visit. A visit is a run of
// working days that one team spends at one unit. Room is how many working days the
// field stage has. A unit left out has no visit, for a Reason.
//
// Invariants: pure; no work on days off; stages follow one another without
// overlapping, inside the period; every unit has exactly one visit or is left out,
// never both; a visit lies within the field stage; no team is in two places on one
// day; equal terms give equal plans, whatever the order of units.
//
// The schedule is good, not proven best: longest visits first, each to the team that
// is free earliest (with room for all, at most 4/3 - 1/(3m) of the best with m teams).
// If that leaves units out, longest first into the first team with room is tried too.
// Plan.Bound says below which length no schedule can be.
package plan
