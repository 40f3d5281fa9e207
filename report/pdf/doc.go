// Package pdf draws a report.Document as a PDF to print, sign and hand over.
//
// Words: a frame is the width and height between the margins, in which blocks are
// measured; a band is a slice of the page over the full width that is never cut; a
// flow is the placing of bands on pages; a canvas is the pen on one page. Lengths
// are millimetres from the top left corner, sizes of type are points.
//
// Invariants: a block is measured whole before anything of it is drawn, so page
// breaks and "Halaman x dari y" are known beforehand; equal documents give equal
// bytes, whatever runs beside them; no text reaches outside the page; a rune the
// fonts lack is drawn as U+25A1 and control characters never reach the PDF; text
// of the running parts is never cut, only labels inside pictures end with "…"
// when they are absurdly long. Nothing is written before the document is whole.
//
// Faces are narrow, a byte for each rune, or wide. All lines are measured by the
// same advances before either is chosen, so that a document is laid out alike in
// both; it is set in wide faces only when it has a rune outside charset, which
// takes about four times as long.
//
// The typefaces in font/ are Liberation Sans 2.1.5, unmodified, under the SIL Open
// Font License 1.1 (font/OFL.txt). Narrow faces are cut from them when they are
// first needed, and stand nowhere but inside documents.
package pdf
