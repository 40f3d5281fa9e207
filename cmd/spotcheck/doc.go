// Command spotcheck runs a spot check (penilaian mandiri) of public-service units:
// forms out, filled forms in, scores, gap maps and reports.
//
// Each command is one file: options, flags, a run function. app holds the streams;
// pipeline composes the packages below; main alone exits.
package main
