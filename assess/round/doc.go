// Package round is the folder of one assessment: its settings
// (spotcheck.yaml, schema spotcheck/round/v1), its register of units, the blank
// forms it hands out and the filled ones it takes in.
//
// Words: the register lists the units, inside spotcheck.yaml or in a CSV or xlsx
// file; an input is a form or an answers CSV that came back; data are the numbers
// for the whole government that the settings state, with their sources; the intake
// is all that inputs and data say, with what is wrong with them.
//
// Invariants:
//
//   - Paths in the settings are relative to the round folder and stay inside
//     it, or are absolute; only the round folder is ever written to, an existing
//     file is never overwritten unasked, and an input never.
//   - The same folder gives the same intake, in whatever order files are found
//     or finish being read. No clock: reports carry the date of the settings.
//   - Of two statements that contradict each other (two forms of one unit, two
//     values for one answer) neither is used, and both places are told. An entry of
//     data is one statement, though it counts at two layers.
//   - Problems name files relative to the round folder, with forward slashes.
package round
