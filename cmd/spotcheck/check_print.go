package main

import (
	"encoding/json"
	"fmt"
	"io"
	"strings"

	"spotcheck/assess/round"
	"spotcheck/indicators/problem"
)

// checkSchema names the JSON of check; keys never change their meaning.
const checkSchema = "spotcheck/check/v1"

// checkState says how a file came through.
type checkState string

// The states: no errors, warnings at most; errors, and the rest is used; nothing
// is used.
const (
	checkFine    checkState = "fine"
	checkPartly  checkState = "partly"
	checkRefused checkState = "refused"
)

func (f *checkedFile) state() checkState {
	switch {
	case f.Refused:
		return checkRefused
	case f.Problems.Errors() > 0:
		return checkPartly
	}
	return checkFine
}

func (o checkOptions) write(w io.Writer, files []checkedFile) error {
	if o.format == "json" {
		return writeChecksJSON(w, files)
	}
	return writeChecks(w, files)
}

// writeChecks prints a head line per file, and its problems below.
func writeChecks(w io.Writer, files []checkedFile) error {
	var b strings.Builder
	for i, f := range files {
		if i > 0 {
			b.WriteByte('\n')
		}
		fmt.Fprintf(&b, "%s: %s\n", f.Path, f.headline())
		for _, p := range f.Problems {
			if p.File == f.Path {
				p = p.In("")
			}
			fmt.Fprintf(&b, "  %s %s\n", severityWords[p.Severity], p.Error())
		}
		if f.copy != "" {
			fmt.Fprintf(&b, "  Salinan bertanda: %s\n", f.copy)
		}
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// headline is what a file comes to.
func (f *checkedFile) headline() string {
	var parts []string
	switch {
	case f.Name != "":
		parts = append(parts, fmt.Sprintf("%s (%s)", f.Name, f.Unit))
	case f.Unit != "":
		parts = append(parts, fmt.Sprintf("unit %q", f.Unit))
	}
	switch {
	case f.Refused:
		parts = append(parts, "ditolak, tidak ada isinya yang dipakai")
	case f.Kind == round.KindForm:
		parts = append(parts, fmt.Sprintf("%d jawaban terbaca, unit menjawab %d dari %d", f.Answers, f.Done, f.Asked))
	default:
		parts = append(parts, fmt.Sprintf("%d jawaban terbaca", f.Answers))
	}
	return strings.Join(append(parts, tally(f.Problems)), "; ")
}

func tally(list problem.List) string {
	if len(list) == 0 {
		return "tidak ada masalah"
	}
	return fmt.Sprintf("%d galat, %d peringatan", list.Errors(), len(list)-list.Errors())
}

// checkWire is a file in the JSON. unit is empty where the file does not say whose
// it is, and in CSVs; annotated where no copy was written.
type checkWire struct {
	File      string       `json:"file"`
	Kind      round.Kind   `json:"kind"`
	Unit      string       `json:"unit"`
	Name      string       `json:"name"`
	State     checkState   `json:"state"`
	Answers   int          `json:"answers"`
	Done      int          `json:"done"`
	Asked     int          `json:"asked"`
	Errors    int          `json:"errors"`
	Warnings  int          `json:"warnings"`
	Annotated string       `json:"annotated"`
	Problems  problem.List `json:"problems"`
}

func writeChecksJSON(w io.Writer, files []checkedFile) error {
	list := make([]checkWire, len(files))
	for i, f := range files {
		errors := f.Problems.Errors()
		list[i] = checkWire{
			File: f.Path, Kind: f.Kind, Unit: f.Unit, Name: f.Name, State: f.state(), Answers: f.Answers, Done: f.Done, Asked: f.Asked,
			Errors: errors, Warnings: len(f.Problems) - errors, Annotated: f.copy, Problems: append(problem.List{}, f.Problems...),
		}
	}
	out := json.NewEncoder(w)
	out.SetIndent("", "  ")
	out.SetEscapeHTML(false)
	return out.Encode(struct {
		Schema string      `json:"schema"`
		Files  []checkWire `json:"files"`
	}{checkSchema, list})
}
