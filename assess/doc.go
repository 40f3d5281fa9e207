// Package assess turns answers and an instrument into a result, exactly.
//
// Words: an Answer is what one layer says about one indicator of one unit,
// product or respondent; a layer is who says so (mandiri, verifikasi, final);
// layers never overwrite each other, a result names the layer it was taken at
// and falls back to the one below where that layer is silent. A State is
// answered, na (tidak berlaku, with a reason) or missing (kosong).
//
// Invariants: no I/O, no clock, no randomness; rationals from weight to total
// and one rounding on the way out; the order of units and answers changes
// nothing; raising an answer never lowers a score; a missing answer counts as
// the worst level in Score and as the best in Max; an N/A weight is shared among
// the siblings in proportion; what the round leaves out (Excluded) is left out
// the same way and bounded by Low and High.
package assess
