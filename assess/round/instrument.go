package round

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"spotcheck/indicators"
	"spotcheck/indicators/library"
	"spotcheck/indicators/problem"
	"spotcheck/indicators/strictyaml"
)

// OpenInstrument loads a built-in instrument by its id, or one from a file by
// its path, which ends in .yaml or .yml. source is what stands in the file; it
// is nil for a built-in one. Without an instrument the problems tell why.
func OpenInstrument(name string) (in *indicators.Instrument, source []byte, problems problem.List) {
	return openInstrument(name, name, filepath.ToSlash(name))
}

// openInstrument: full is where a file called name lies, shown how problems
// name it.
func openInstrument(name, full, shown string) (in *indicators.Instrument, source []byte, problems problem.List) {
	ext := strings.ToLower(filepath.Ext(name))
	if slices.Contains(library.IDs(), name) || ext != ".yaml" && ext != ".yml" {
		in, problems = library.Load(name)
		for i, p := range problems {
			if p.Code == problem.InstrumentAbsent && ext == ".xlsx" {
				problems[i] = p.Fix(fmt.Sprintf("Ubah dahulu menjadi YAML: spotcheck instruments import %s --output instrumen.yaml, lalu sebut berkas YAML itu", filepath.ToSlash(name)))
			}
		}
		return in, nil, problems
	}
	if _, err := os.Stat(full); errors.Is(err, fs.ErrNotExist) {
		p := problem.New(problem.InstrumentAbsent, problem.Place{File: shown}, "berkas instrumen %q tidak ada", name)
		return nil, nil, problem.List{p}
	}
	source, problems = ReadBounded(shown, full, strictyaml.MaxBytes)
	if problems != nil {
		return nil, nil, problems
	}
	in, problems = library.Parse(shown, source)
	return in, source, problems
}

// instrument loads the instrument that the settings name; they are to blame for
// one that is not there.
func (r *Round) instrument(s *settings) (*indicators.Instrument, problem.List) {
	name := s.config.Instrument
	full := r.resolve(name)
	in, _, problems := openInstrument(name, full, r.shown(full))
	for i, p := range problems {
		if p.Code == problem.InstrumentAbsent {
			problems[i].File, problems[i].Cell = ConfigFile, s.instrumentAt.String()
		}
	}
	return in, problems
}
