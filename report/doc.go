// Package report turns results into Documents: all wording, rounding and ordering
// of what people read lives here, none of the drawing.
//
// Words: a Document is a list of Sections of Blocks; a renderer (report/text,
// report/xlsx, report/pdf) draws any Document and knows nothing of assessment; a
// Tone is the meaning a renderer turns into a colour, always beside a word or a
// letter.
//
// Invariants: building is pure and takes its date from the round, never from a
// clock; every number is rounded once, from the exact one; the same result gives
// the same Document.
package report
