// Package format describes the instrument YAML (spotcheck/instrument/v1) as data:
// which key stands where, what it holds, whether it must be there, and what it
// means in Indonesian. The JSON Schema for editors, the canonical YAML and the
// workbook in which people edit an instrument all follow from that one table.
//
// Words: a Key is one line of the table; Keys are those that one mapping may have;
// a Value is an instrument file without its comments, in the order of the table.
//
// Invariants: a key is in the table exactly when package indicators reads it there
// (a test holds both to it). Read and Encode undo each other: reading what was
// encoded gives an equal Value, and encoding that gives the same bytes. What the
// parser takes for absent (an empty text, list or mapping) is absent in a Value.
package format
