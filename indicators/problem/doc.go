// Package problem is the one way in which anything that is wrong with an input
// is told: numbered, placed (file, sheet, cell), with the value seen, the
// values allowed and what to do about it, in Indonesian.
//
// Invariants: every Problem carries a Code of the Catalogue; every Code has a
// title and a remedy; numbers are never reused. A List is sorted by place, so
// the same inputs give the same list in any reading order.
package problem
