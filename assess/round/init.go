package round

import (
	"bytes"
	"context"
	_ "embed" // the template of the settings
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"text/template"

	"spotcheck/assess/round/atomicfile"
	"spotcheck/indicators"
	"spotcheck/indicators/library"
	"spotcheck/indicators/problem"
)

//go:embed spotcheck.yaml.tmpl
var settingsTemplate string

// InitOptions say what a new round starts from.
type InitOptions struct {
	Instrument string // id of a built-in one, or path of a YAML file, which is copied into the round; empty: the default
	CSV        bool   // the register is a CSV instead of a workbook
}

// The files of a new round beside its settings.
const (
	registerXLSX   = "unit.xlsx"
	registerCSV    = "unit.csv"
	instrumentFile = "instrumen.yaml"
)

// Init makes a round folder that Load takes without a problem. It overwrites
// nothing: a file in its way is problem S512. The folder is made if need be;
// either all files are written or none.
func Init(dir string, opts InitOptions) error {
	name := opts.Instrument
	if name == "" {
		name = library.Default
	}
	in, source, problems := OpenInstrument(name)
	if in == nil {
		return problems
	}
	settings, err := renderSettings(opts, in, source != nil)
	if err != nil {
		return err
	}
	files := []atomicfile.File{{Path: filepath.Join(dir, registerXLSX), Render: func(w io.Writer) error { return writeRegisterXLSX(w, in) }}}
	if opts.CSV {
		files = []atomicfile.File{{Path: filepath.Join(dir, registerCSV), Render: func(w io.Writer) error { return writeRegisterCSV(w, in) }}}
	}
	if source != nil {
		files = append(files, atomicfile.File{Path: filepath.Join(dir, instrumentFile), Render: writeBytes(source)})
	}
	files = append(files, atomicfile.File{Path: filepath.Join(dir, ConfigFile), Render: writeBytes(settings)})
	if info, err := os.Stat(dir); err == nil && !info.IsDir() {
		at := problem.Place{File: filepath.ToSlash(dir)}
		return problem.New(problem.OutputBlocked, at, "ini berkas, bukan folder").Fix("Pilih nama folder lain")
	}
	for _, f := range files {
		if _, err := os.Lstat(f.Path); !errors.Is(err, fs.ErrNotExist) {
			at := problem.Place{File: filepath.ToSlash(f.Path)}
			return problem.New(problem.RoundExists, at, "berkas ini sudah ada")
		}
	}
	for _, sub := range []string{FormsDir, InputDir, ReportDir} {
		if err := os.MkdirAll(filepath.Join(dir, sub), 0o777); err != nil {
			at := problem.Place{File: filepath.ToSlash(filepath.Join(dir, sub))}
			return problem.New(problem.OutputBlocked, at, "folder tidak dapat dibuat").Fix("Pilih folder lain, atau periksa apakah Anda berhak menulis di sana")
		}
	}
	return atomicfile.WriteAll(context.Background(), files)
}

func writeBytes(data []byte) func(io.Writer) error {
	return func(w io.Writer) error {
		_, err := w.Write(data)
		return err
	}
}

// entityData is a number for the whole government that people have to look up.
type entityData struct{ ID, Title, Allowed string }

func dataOf(in *indicators.Instrument) []entityData {
	var out []entityData
	for _, id := range entityIDs(in) {
		n := in.Node(id)
		allowed := n.Scale.Allowed()
		if n.NA != "" {
			allowed = append(slices.Clip(allowed), indicators.NAOption)
		}
		out = append(out, entityData{id, remark(n.Title), remark(strings.Join(allowed, "; "))})
	}
	return out
}

// remark makes a text fit for the rest of a line of comment.
func remark(s string) string {
	return indicators.Squash(strings.Map(func(c rune) rune {
		if hasControl(string(c)) {
			return ' '
		}
		return c
	}, s))
}

// renderSettings fills the template.
func renderSettings(opts InitOptions, in *indicators.Instrument, copied bool) ([]byte, error) {
	values := struct {
		Instrument, Register string
		Data                 []entityData
	}{in.ID, registerXLSX, dataOf(in)}
	if copied {
		values.Instrument = instrumentFile
	}
	if opts.CSV {
		values.Register = registerCSV
	}
	t, err := template.New(ConfigFile).Parse(settingsTemplate)
	if err != nil {
		return nil, fmt.Errorf("templat %s: %w", ConfigFile, err)
	}
	var b bytes.Buffer
	if err := t.Execute(&b, values); err != nil {
		return nil, fmt.Errorf("templat %s: %w", ConfigFile, err)
	}
	return b.Bytes(), nil
}
