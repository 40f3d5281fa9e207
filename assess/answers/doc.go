// Package answers reads the answers CSV, the way in for answers that
// do not come on a form: another program's export, a verifier's list, a survey.
//
// The contract: UTF-8, comma or semicolon, columns by name in any order: unit,
// product, respondent, indicator, layer, value, note, evidence. Unit, indicator
// and value must be there; layer defaults to mandiri. Units and indicators are
// matched by id alone, products by id or name among those the unit has
// registered, respondents are called by the code of the indicator's group and a
// number (R1, R2, ...). Unit is empty for what is asked of the whole government. A
// value is a level's value or label or a number on the scale, TB for tidak
// berlaku with its reason in note, or empty for missing. Decimals take comma or
// point, never a thousands separator.
//
// Without the columns indicator and value the file has wide rows: every other
// column is headed by the id of an indicator, and each of its cells with content
// is an answer. A wide row is short for rows of one answer that share unit,
// product, respondent and layer. Its note is the reason of every TB in it and of
// nothing else; evidence is not carried. An empty cell says nothing at all.
// Where people or products are asked, their column must be there.
//
// A note or evidence that begins with = + - @, a tab or a line break, or with
// apostrophes before one of these, is expected with one apostrophe more, so that
// a spreadsheet program does not run it; Read takes exactly that one away.
//
// Invariants: a row is read whole or told and left out, of a wide row each cell;
// a wide row of which unit, product or respondent does not fit one of its answers
// is told once and left out whole; a key that stands twice in one layer is used in
// neither place.
package answers
