// Package tracking tells how far a plan of action has come: what was done, what is
// late, and what the round would score by it.
//
// Words: an action is fulfilled when its class is Sesuai; promised when it was accepted
// and nobody says that it cannot be done; overdue when its day, the agreed one or else
// the planned one, lies before the day asked about and it is neither fulfilled, nor
// declined, nor impossible. Actions are counted by class without those that were
// declined.
//
// Invariants: pure. Forecasts are scored, never added up: the round is scored again
// with the answers of the actions at the best of their scales, and everything else as it
// is, so one more action never lowers them. The order of entries does not matter.
package tracking
