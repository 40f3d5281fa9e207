// Package knapsack finds the cheapest set of steps that gains enough, or the set that
// gains most for a budget. It is exact: costs are whole numbers, gains rationals, and
// the answer is the best of all sets there are.
//
// Words: an item is raised step by step, each step on top of the one before; an item
// may need others, which then must be raised fully before it is raised at all; a floor
// demands a least gain of a group of items. This is the multiple-choice knapsack
// problem with prerequisites and nested covers.
//
// How: gains become integers over their common denominator, or, where that does not
// fit 62 bits, are rounded up, which only ever admits more sets than are true; a table
// of the best gain at every cost is filled item by item; the answer is checked in
// exact fractions. Items that others need are decided first, in every combination.
//
// Invariants: pure; equal problems give equal answers; Choice.Proven is true unless
// rounding admitted a set that is not true at a cost below the answer's.
package knapsack
