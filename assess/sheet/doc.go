// Package sheet reads the cells of xlsx workbooks that come from outside. It is
// strict, bounded and never silent: a workbook is either read as its author
// sees it, or refused with a problem that names the part, the cell or the limit.
//
// Words: a workbook is a zip of parts (XML files) tied together by
// relationships; a sheet is one worksheet of it; a cell has a Kind and a Text,
// and remembers whether a formula stands behind it.
//
// Invariants:
//
//   - Every error is a problem.Problem without a file name; the caller adds it.
//   - Nothing is guessed. A damaged part, a shared string that does not exist, a
//     number cell that holds no number, a row or cell told twice: each is an
//     error, never an empty value. Rows and cells that are merely out of order
//     are put in order, because their addresses leave no doubt.
//   - Memory and time follow Limits, never a number written in the file. Only
//     the parts that are needed are inflated; media and external links are not
//     looked at, and a workbook with macros is refused. Nothing is written to disk.
//   - Numbers stay the text that the file holds, so that the caller can compute
//     exactly: sign, digits with at most one point, and a power of ten of at
//     most three digits, 64 characters together, within the range of a double.
//   - The result holds copies: it does not keep the file's bytes alive.
package sheet
