// Package text draws a report.Document as plain text for a terminal or a mail.
//
// Words: the width is the number of columns of the terminal, one rune each; a grid
// is a row of cells side by side, two spaces between them, with the texts of each
// wrapped into its column.
//
// Invariants: no line is longer than the width; no line ends in a space; the only
// control character is the line feed, and no escape sequence of a user's text
// reaches the terminal; every text of the document appears (only codes and letters
// of a matrix are cut when they are absurdly long); colours do not, tones
// only by the words and letters that the document gives. Equal documents give
// equal text. Nothing is written before the document is whole.
package text
