package round

import (
	"bytes"
	"context"
	"errors"
	"os"
	"path/filepath"
	"slices"

	"spotcheck/assess"
	"spotcheck/assess/form"
	"spotcheck/assess/round/atomicfile"
	"spotcheck/assess/sheet"
	"spotcheck/indicators/problem"
)

// FormsOptions tune WriteForms. Progress is as in IntakeOptions.
type FormsOptions struct {
	Overwrite bool // replace blank forms that differ; filled ones and inputs of the round stay
	Progress  func(Count)
}

// FormState tells what became of a unit's blank form.
type FormState struct {
	Unit   string
	Path   string // relative to the round folder
	Action FormAction
}

// FormAction is what WriteForms did.
type FormAction string

// A form is written; or the same bytes were there already; or another file is
// there and was kept; or it could not be written, which a problem explains.
const (
	FormWritten   FormAction = "written"
	FormUnchanged FormAction = "unchanged"
	FormKept      FormAction = "kept"
	FormFailed    FormAction = "failed"
)

// WriteForms writes one blank form per unit into the round's folder of forms,
// each whole or not at all. The states come in the order of r.Units. Problems
// are those of single files; err is the context's, or that a form could not be
// made at all.
func (r *Round) WriteForms(ctx context.Context, opts FormsOptions) ([]FormState, problem.List, error) {
	states := make([]FormState, len(r.Units))
	told := make([]problem.List, len(r.Units))
	count := newProgress(len(r.Units), opts.Progress)
	err := parallel(ctx, len(r.Units), func(i int) error {
		err := r.writeForm(r.Units[i], opts.Overwrite, &states[i])
		var p problem.Problem
		if errors.As(err, &p) { // also that a filled form was kept
			told[i] = problem.List{p.In(states[i].Path)}
			err = nil
		}
		count.step(0)
		return err
	})
	if err != nil {
		return nil, nil, err
	}
	problems := slices.Concat(told...)
	problems.Sort()
	return states, problems, nil
}

func (r *Round) writeForm(u assess.Unit, overwrite bool, state *FormState) error {
	full := filepath.Join(r.Dir, FormsDir, u.ID+".xlsx")
	*state = FormState{Unit: u.ID, Path: r.shown(full), Action: FormFailed}
	var b bytes.Buffer
	spec := form.Spec{
		Instrument: r.Instrument, Entity: r.Config.Entity, Period: r.Config.Period, Unit: u,
		Office: r.Config.Letterhead.Office, Excluded: r.Config.Exclude.IDs,
	}
	if err := form.Write(&b, spec); err != nil {
		return err
	}
	if info, err := os.Lstat(full); err == nil && !info.IsDir() {
		old, unread := ReadBounded(state.Path, full, sheet.DefaultLimits().File)
		switch {
		case unread == nil && bytes.Equal(old, b.Bytes()):
			state.Action = FormUnchanged
			return nil
		case !overwrite:
			state.Action = FormKept
			return nil
		}
		if err := r.holdsAnswers(full, old); err != nil {
			state.Action = FormKept
			return err
		}
	}
	if err := atomicfile.Write(full, writeBytes(b.Bytes())); err != nil {
		return err
	}
	state.Action = FormWritten
	return nil
}

// holdsAnswers tells, as a problem, of a file that must not be lost: it is an
// input of the round, or it cannot be shown to be a blank form. Its data may be
// of an older instrument, so that reading it as a form of the round would not do.
func (r *Round) holdsAnswers(full string, data []byte) error {
	tell := func(message string) problem.Problem {
		return problem.New(problem.FormHoldsAnswers, problem.Place{}, "%s", message)
	}
	switch {
	case r.isInput(full):
		return tell("berkas ini masukan putaran, jadi tidak ditimpa").
			Fix("Pindahkan berkasnya ke folder lain, atau ubah inputs: di spotcheck.yaml, lalu ulangi")
	case !form.Blank(data, sheet.DefaultLimits()):
		return tell("berkas ini berisi jawaban, atau isinya tidak dapat dipastikan; tidak ditimpa")
	}
	return nil
}

// isInput reports whether a file is an input of the round or lies in a folder
// that is one, by whatever name or link.
func (r *Round) isInput(full string) bool {
	full, err := filepath.Abs(full)
	if err != nil {
		return true // nobody can tell
	}
	for _, in := range r.Config.Inputs {
		root, err := os.Stat(r.resolve(in))
		if err != nil {
			continue
		}
		for path, up := full, ""; path != up; path, up = filepath.Dir(path), path {
			if info, err := os.Stat(path); err == nil && os.SameFile(root, info) {
				return true
			}
		}
	}
	return false
}
