package round

import (
	"context"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"spotcheck/indicators"
	"spotcheck/indicators/problem"
	"spotcheck/indicators/strictyaml"
)

// Load reads the settings, the instrument and the register of the round in dir.
// The Round is nil when the list has an error; err is only the context's.
func Load(ctx context.Context, dir string) (*Round, problem.List, error) {
	if err := ctx.Err(); err != nil {
		return nil, nil, err
	}
	full := filepath.Join(dir, ConfigFile)
	if info, err := os.Stat(dir); err == nil && !info.IsDir() {
		at := problem.Place{File: filepath.ToSlash(dir)}
		return nil, problem.List{problem.New(problem.RoundMissing, at, "ini bukan folder")}, nil
	}
	if _, err := os.Stat(full); errors.Is(err, fs.ErrNotExist) {
		at := problem.Place{File: filepath.ToSlash(dir)}
		return nil, problem.List{problem.New(problem.RoundMissing, at, "folder ini tidak berisi %s", ConfigFile)}, nil
	}
	data, bad := ReadBounded(ConfigFile, full, strictyaml.MaxBytes)
	if bad != nil {
		return nil, bad, nil
	}
	s := readSettings(data)
	r := &Round{Dir: dir}
	problems := r.fill(s)
	problems = append(problems, s.doc.Problems()...)
	problems.Sort()
	if err := ctx.Err(); err != nil {
		return nil, nil, err
	}
	if problems.Errors() > 0 {
		return nil, problems, nil
	}
	return r, problems, nil
}

// fill loads what the settings point to and judges the one by the other.
func (r *Round) fill(s *settings) problem.List {
	r.Config = s.config
	var problems problem.List
	if s.config.Instrument != "" {
		r.Instrument, problems = r.instrument(s)
	}
	if r.Instrument != nil {
		s.judgeExclude(r.Instrument)
		data, bad := s.judgeData(r.Instrument)
		r.data, problems = data, append(problems, bad...)
		if d := s.config.Date; d != "" && !r.Instrument.ValidOn(d) {
			problems = append(problems, problem.New(problem.InstrumentDated, problem.Place{File: ConfigFile, Cell: s.dateAt.String()}, "tanggal putaran %s di luar masa berlaku instrumen %s", d, r.Instrument.ID).
				Seen(d, validity(r.Instrument)))
		}
	}
	r.Config = s.config
	for _, it := range s.use {
		r.useAt = append(r.useAt, problem.Place{File: ConfigFile, Cell: it.Pos.String()})
	}
	entries, at := s.units, problem.Place{File: ConfigFile, Cell: s.registerAt.String()}
	if s.config.Register != "" {
		var bad problem.List
		if entries, bad = r.readRegister(s.config.Register); bad.Errors() > 0 {
			return append(problems, bad...)
		}
		at = problem.Place{File: r.shown(r.resolve(s.config.Register))}
	}
	if s.doc.Problems().Errors() > 0 && len(entries) == 0 {
		return problems // what is wrong with the list was told already
	}
	units, bad := judgeUnits(entries, r.Instrument, at)
	r.Units = units
	return append(problems, bad...)
}

func validity(in *indicators.Instrument) string {
	if in.ValidTo == "" {
		return "sejak " + in.ValidFrom
	}
	return in.ValidFrom + " sampai " + in.ValidTo
}

// resolve turns a path of the settings into one that can be opened.
func (r *Round) resolve(p string) string {
	if filepath.IsAbs(p) {
		return filepath.Clean(p)
	}
	return filepath.Join(r.Dir, filepath.FromSlash(p))
}

// shown is how a file is named in problems: relative to the round folder where
// it lies inside, with forward slashes, and without characters that would play
// tricks on a terminal.
func (r *Round) shown(full string) string {
	name := full
	if rel, err := filepath.Rel(r.Dir, full); err == nil && filepath.IsLocal(rel) {
		name = rel
	}
	return strings.Map(func(c rune) rune {
		if hasControl(string(c)) {
			return '\ufffd'
		}
		return c
	}, strings.ToValidUTF8(filepath.ToSlash(name), "\ufffd"))
}

// ReadBounded reads a regular file of at most most bytes. What is not that is
// told under the name shown.
func ReadBounded(shown, full string, most int64) ([]byte, problem.List) {
	refuse := func(code problem.Code, message string) ([]byte, problem.List) {
		return nil, problem.List{problem.New(code, problem.Place{File: shown}, "%s", message)}
	}
	info, err := os.Stat(full)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return refuse(problem.NotReadable, "berkas tidak ada")
	case err != nil:
		return refuse(problem.NotReadable, "berkas tidak dapat dibuka")
	case !info.Mode().IsRegular():
		return refuse(problem.NotReadable, "ini bukan berkas biasa")
	case info.Size() > most:
		return tooLarge(shown, most)
	}
	f, err := os.Open(full)
	if err != nil {
		return refuse(problem.NotReadable, "berkas tidak dapat dibuka")
	}
	defer func() { _ = f.Close() }()
	data, err := io.ReadAll(io.LimitReader(f, most+1)) // it may grow meanwhile
	switch {
	case err != nil:
		return refuse(problem.NotReadable, "berkas tidak dapat dibaca sampai selesai")
	case int64(len(data)) > most:
		return tooLarge(shown, most)
	}
	return data, nil
}

// tooLarge speaks of pictures and formatted rows only where there can be any.
func tooLarge(shown string, most int64) ([]byte, problem.List) {
	p := problem.New(problem.TooLarge, problem.Place{File: shown}, "berkas lebih besar daripada batas %d MB", most>>20)
	switch strings.ToLower(filepath.Ext(shown)) {
	case ".csv", ".json", ".yaml", ".yml":
		p = p.Fix("Periksa apakah ini berkas yang benar, lalu buang isi yang tidak perlu")
	}
	return nil, problem.List{p}
}

// asProblem places a reader's error in a file.
func asProblem(shown string, err error) problem.Problem {
	var p problem.Problem
	if errors.As(err, &p) {
		return p.In(shown)
	}
	return problem.New(problem.NotReadable, problem.Place{File: shown}, "berkas tidak dapat dibaca").Seen(err.Error())
}
