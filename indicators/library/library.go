package library

import (
	"embed"
	"slices"
	"strings"

	"spotcheck/indicators"
	"spotcheck/indicators/problem"
	"spotcheck/indicators/strictyaml"
)

//go:embed *.yaml
var files embed.FS

// Default is the instrument of a new round.
const Default = "uu25-2009"

// IDs lists the built-in instruments in alphabetical order.
func IDs() []string {
	entries, err := files.ReadDir(".")
	if err != nil {
		return nil // an embedded folder is always readable
	}
	ids := make([]string, len(entries))
	for i, e := range entries {
		ids[i] = strings.TrimSuffix(e.Name(), ".yaml")
	}
	slices.Sort(ids)
	return ids
}

// Source is the YAML of a built-in instrument, with the comments of its authors.
func Source(id string) ([]byte, bool) {
	data, err := files.ReadFile(id + ".yaml")
	return data, err == nil
}

// Load parses a built-in instrument.
func Load(id string) (*indicators.Instrument, problem.List) {
	data, ok := Source(id)
	if !ok {
		p := problem.New(problem.InstrumentAbsent, problem.Place{File: id}, "tidak ada instrumen bawaan bernama %q%s", id, strictyaml.Hint(id, IDs()))
		return nil, problem.List{p.Seen(id, IDs()...)}
	}
	return Parse(id+".yaml", data)
}

// Parse reads an instrument that may extend a built-in one.
func Parse(file string, data []byte) (*indicators.Instrument, problem.List) {
	return indicators.Library(Source).Parse(file, data)
}
