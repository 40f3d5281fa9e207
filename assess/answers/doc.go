// Package answers reads the answers CSV, the way in for answers that
// do not come on a form: another program's export, a verifier's list.
//
// The contract: UTF-8, comma or semicolon, columns by name in any order: unit,
// product, respondent, indicator, layer, value, note, evidence. Unit, indicator
// and value must be there; layer defaults to mandiri. Units and indicators are
// matched by id alone, products by id or name among those the unit has
// registered, respondents are R1, R2, ... A value is a level's value or label or
// a number on the scale, TB for tidak berlaku with its reason in note, or empty
// for missing. Decimals take comma or point, never a thousands separator.
//
// A note or evidence that begins with = + - @, a tab or a line break, or with
// apostrophes before one of these, is expected with one apostrophe more, so that
// a spreadsheet program does not run it; Read takes exactly that one away.
//
// Invariants: a row is read whole or told and left out; a key that stands twice
// in one layer is used in neither row.
package answers
