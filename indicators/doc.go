// Package indicators is the model of an instrument: a tree of dimensions,
// variables and indicators with weights, scales, bands, gates, legal basis and
// provenance, read strictly from YAML (schema spotcheck/instrument/v1).
//
// Words: a scale says what an answer may be, a level is one step of it; a scope
// says whether an indicator is asked once per unit, per service product or per
// respondent; a band is a category with its lower bound; provenance says where
// a number comes from (confirmed, single-source, assumed, own).
//
// Invariants of a parsed Instrument: every reference resolves; ids are unique;
// weights are positive exact decimals and carry a provenance; bands fall from
// high to low and end at the bottom of the result scale, so they leave no gap;
// every level of every indicator has its text, and the words for a level are read
// back as that level and no other answer. Nothing in it may be changed
// after parsing; it is safe for concurrent use.
package indicators
