package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"

	"spotcheck/assess/answers/csvrows"
	"spotcheck/assess/round"
	"spotcheck/indicators/problem"
)

// checkSchema names the JSON of check; keys never change their meaning.
const checkSchema = "spotcheck/check/v1"

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

// asideWire is a file of a round that is not used. used is the file that is, instead;
// code and message are empty where fate says it all.
type asideWire struct {
	File    string       `json:"file"`
	Kind    round.Kind   `json:"kind"`
	Unit    string       `json:"unit"`
	Fate    round.Fate   `json:"fate"`
	Used    string       `json:"used"`
	Code    problem.Code `json:"code"`
	Message string       `json:"message"`
}

func wireAside(f round.Aside) asideWire {
	return asideWire{f.Path, f.Kind, f.Unit, f.Fate, f.For, f.Why.Code, f.Why.Message}
}

// checkJSON writes one object whose files follow as they are checked. Of a whole
// round it also has the keys problems, those between files, and aside.
type checkJSON struct {
	w io.Writer
	n int
}

func (j *checkJSON) file(f *checkedFile) error {
	errors := f.Problems.Errors()
	return j.item(checkWire{
		File: f.Path, Kind: f.Kind, Unit: f.Unit, Name: f.Name, State: f.state(), Answers: f.Answers, Done: f.Done, Asked: f.Asked,
		Errors: errors, Warnings: len(f.Problems) - errors, Annotated: f.copy, Problems: append(problem.List{}, f.Problems...),
	})
}

// item writes the next of the files, after the opening if it is the first.
func (j *checkJSON) item(v any) error {
	text, err := indented(v, "    ")
	if err != nil {
		return err
	}
	before := ",\n    "
	if j.n == 0 {
		before = j.opening() + "\n    "
	}
	j.n++
	_, err = fmt.Fprintf(j.w, "%s%s", before, text)
	return err
}

func (j *checkJSON) opening() string {
	return fmt.Sprintf("{\n  \"schema\": %q,\n  \"files\": [", checkSchema)
}

func (j *checkJSON) close(all *round.Sifted) error {
	before, rest := "\n  ]", ""
	if j.n == 0 {
		before = j.opening() + "]"
	}
	if all != nil {
		aside := make([]asideWire, len(all.Aside))
		for i, f := range all.Aside {
			aside[i] = wireAside(f)
		}
		problems, err := indented(append(problem.List{}, all.Problems...), "  ")
		if err != nil {
			return err
		}
		list, err := indented(aside, "  ")
		if err != nil {
			return err
		}
		rest = fmt.Sprintf(",\n  \"problems\": %s,\n  \"aside\": %s", problems, list)
	}
	_, err := fmt.Fprintf(j.w, "%s%s\n}\n", before, rest)
	return err
}

// indented is v as JSON at a place so far in; the first line has no indent.
func indented(v any, indent string) ([]byte, error) {
	var b bytes.Buffer
	out := json.NewEncoder(&b)
	out.SetIndent(indent, "  ")
	out.SetEscapeHTML(false)
	err := out.Encode(v)
	return bytes.TrimSpace(b.Bytes()), err
}

// checkCSV lists what is set aside, for those who write to the senders.
type checkCSV struct{ w io.Writer }

func (checkCSV) file(*checkedFile) error { return nil }

func (c checkCSV) close(all *round.Sifted) error {
	rows := [][]string{{"file", "unit", "fate", "used", "code", "message", "remedy"}}
	for _, f := range all.Aside {
		rows = append(rows, []string{f.Path, f.Unit, string(f.Fate), f.For, string(f.Why.Code), f.Why.Message, f.Why.Remedy})
	}
	return csvrows.Write(c.w, ',', rows)
}
