package main

import (
	"fmt"
	"io"
	"slices"

	"spotcheck/assess/round/atomicfile"
	"spotcheck/report"
	"spotcheck/report/text"
)

// textWidth is how wide tables may grow on a terminal or in a log.
const textWidth = 140

// printTo draws a document as text.
func printTo(w io.Writer, d *report.Document) error { return text.Render(w, d, textWidth) }

// print draws a document on stdout.
func (a *app) print(d *report.Document) error { return printTo(a.out, d) }

// reads notes what the command goes by: no result may take its place.
func (a *app) reads(is func(path string) bool) { a.sources = append(a.sources, is) }

// deliver writes a result to the file asked for, whole or not at all, or to
// stdout. A file is safer than a redirection, which some shells re-encode.
func (a *app) deliver(output string, render func(io.Writer) error) error {
	if output == "" {
		return render(a.out)
	}
	if slices.ContainsFunc(a.sources, func(is func(string) bool) bool { return is(output) }) {
		return usageError{fmt.Sprintf("%s adalah masukan; pilih berkas lain untuk --output", output)}
	}
	if err := atomicfile.Write(output, render); err != nil {
		return err
	}
	a.say("Ditulis: %s", output)
	return nil
}
