// Package examples remakes the filled forms of the example rounds.
//
// Words: a source is what an example's forms are filled from: the answers
// (sumber/jawaban.csv) and what stands on the sheet Identitas
// (sumber/identitas.csv); it lies beside the inputs and is never read as one.
//
// Invariants: the forms come from form.Write and are filled as a person fills
// them, who finds sheets, rows and columns by what is printed on the form and
// picks answers from its lists; this package shares no names with the form's
// contract, so that its test notices when the contract moves. Everything in a
// source lands in a cell or is an error. Equal rounds give equal bytes.
package examples
