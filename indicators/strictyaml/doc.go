// Package strictyaml is the only reader of YAML in spotcheck. It walks the
// document node by node, so that nothing is coerced and every complaint has a
// line and a column.
//
// Invariants: a key that nobody asked for, a duplicate key, a key that is no
// word, a second document, an alias, a tag, a tab, a NaN, a null where text is
// wanted: each is a problem with a number. Numbers are read as decimals from their
// digits, never through floating point. Problems are collected up to MaxProblems;
// reading goes on after each. No file of any content costs more than the bounds
// MaxBytes and MaxDepth allow.
package strictyaml
