// Package path finds the least work that brings a unit, or the whole government, to a
// target, and what a given amount of work gains at most.
//
// Words: a step raises one answer by one level; its work is the person-days of the
// effort class of its indicator, its lead the calendar days until it is done, with
// those of the indicators it waits for before it. A goal is a score, once rounded as
// the instrument says, and gates that must hold with it. What cannot be moved is
// counted by Reason: answers of people, secondary data, what is not applicable, what
// takes longer than there is time, what the user rules out, and what waits for such.
//
// Invariants: pure; the steps are the cheapest of all sets there are, found by package
// knapsack, which proves it; scoring the round again with the steps taken gives
// exactly Path.After; a missing answer counts as the worst level, as in the score;
// equal inputs give equal steps.
package path
