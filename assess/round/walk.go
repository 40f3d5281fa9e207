package round

import (
	"cmp"
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"spotcheck/indicators/problem"
)

// Kind is what an input file is taken for, by its name.
type Kind string

// The kinds of inputs. A Form is any spreadsheet; reading it tells whether it is
// one of ours, or a plan of action, which says nothing that is scored.
const (
	KindForm    Kind = "form"
	KindCSV     Kind = "csv"
	KindActions Kind = "actions"
	KindOther   Kind = "other"
)

// kinds by file name ending. Workbooks of other programs are read too, to be
// refused with the number that says what they are.
var kinds = map[string]Kind{
	".csv": KindCSV, ".xlsx": KindForm, ".xls": KindForm, ".xlsm": KindForm, ".xlsb": KindForm, ".xltx": KindForm,
	".xltm": KindForm, ".ods": KindForm, ".ots": KindForm, ".fods": KindForm, ".et": KindForm,
}

// litter is what systems leave in folders and nobody means to hand in.
var litter = []string{"desktop.ini", "thumbs.db", "__macosx"}

// maxInputs bounds how many files a round may take in.
const maxInputs = 100_000

// source is an input file: where it is, and how it is named in problems.
type source struct {
	full, shown string
	kind        Kind
}

// walker gathers the input files of a round.
type walker struct {
	*Round
	ctx      context.Context
	register string // not an input, wherever it lies
	found    []source
	problems problem.List
}

// collect lists the input files, sorted by the name they are shown under.
func (r *Round) collect(ctx context.Context) ([]source, problem.List, error) {
	w := &walker{Round: r, ctx: ctx}
	if r.Config.Register != "" {
		w.register = r.resolve(r.Config.Register)
	}
	for _, in := range r.Config.Inputs {
		if err := w.input(r.resolve(in)); err != nil {
			return nil, nil, err
		}
	}
	slices.SortFunc(w.found, func(a, b source) int {
		return cmp.Or(strings.Compare(a.shown, b.shown), strings.Compare(a.full, b.full))
	})
	w.found = slices.CompactFunc(w.found, func(a, b source) bool { return a.full == b.full }) // inputs may overlap
	for _, s := range w.found {
		if s.kind == KindOther {
			w.problems = append(w.problems, problem.New(problem.WrongExtension, problem.Place{File: s.shown}, "berkas dilewati"))
		}
	}
	if !slices.ContainsFunc(w.found, func(s source) bool { return s.kind != KindOther }) && w.problems.Errors() == 0 {
		at := problem.Place{File: w.shown(r.resolve(r.Config.Inputs[0]))}
		w.problems = append(w.problems, problem.New(problem.NoInputs, at, "tidak ada formulir atau jawaban di folder masukan"))
	}
	return w.found, w.problems, nil
}

// input walks one folder, or takes one file. The only error is the context's.
func (w *walker) input(root string) error {
	info, err := os.Stat(root)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		w.tell(problem.NoInputs, root, "masukan ini tidak ada")
		return nil
	case err != nil:
		w.tell(problem.NotReadable, root, "masukan ini tidak dapat dibuka")
		return nil
	case !info.IsDir():
		w.take(root)
		return nil
	}
	return fs.WalkDir(os.DirFS(root), ".", func(rel string, d fs.DirEntry, err error) error {
		full := filepath.Join(root, filepath.FromSlash(rel))
		if stop := w.ctx.Err(); stop != nil {
			return stop
		}
		if err != nil {
			w.tell(problem.NotReadable, full, "folder ini tidak dapat dibuka")
			return fs.SkipDir
		}
		switch {
		case rel != "." && hidden(d.Name()):
			if d.IsDir() {
				return fs.SkipDir
			}
		case d.IsDir():
		case len(w.found) == maxInputs:
			w.tell(problem.TooLarge, root, "lebih dari %d berkas; sisanya tidak dibaca", maxInputs)
			return fs.SkipAll
		default:
			w.take(full)
		}
		return nil
	})
}

// hidden: dot files, the lock files of offices, and litter.
func hidden(name string) bool {
	return strings.HasPrefix(name, ".") || strings.HasPrefix(name, "~$") || slices.Contains(litter, strings.ToLower(name))
}

func (w *walker) take(full string) {
	if full == w.register {
		return
	}
	kind, ok := kinds[strings.ToLower(filepath.Ext(full))]
	if !ok {
		kind = KindOther
	}
	shown := w.shown(full)
	if strings.HasSuffix(full, shown) {
		shown = full[len(full)-len(shown):] // one text in memory, not two
	}
	w.found = append(w.found, source{full: full, shown: shown, kind: kind})
}

func (w *walker) tell(code problem.Code, full, format string, args ...any) {
	w.problems = append(w.problems, problem.New(code, problem.Place{File: w.shown(full)}, format, args...))
}
