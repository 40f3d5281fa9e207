// Package atomicfile puts files in place whole or not at all.
//
// Words: a file is rendered to a temporary file beside its target, flushed to
// the disk, and renamed over the target only when nothing failed.
//
// Invariants: a target holds its old content or its new content, never part of
// one; of a set, all files are new or, as far as the file system lets a rename
// be taken back, all are old; no temporary file is left behind by a failure, a
// cancelled context or a panic of a renderer. What a crash of the system leaves is
// hidden, and a run a day later removes it. What the system refuses is told as
// problem S511; an error of a renderer is returned as it is.
package atomicfile
