package round

import (
	"context"
	"crypto/sha256"
	"os"
	"slices"

	"spotcheck/assess"
	"spotcheck/assess/action"
	"spotcheck/assess/answers"
	"spotcheck/assess/answers/csvrows"
	"spotcheck/assess/form"
	"spotcheck/assess/sheet"
	"spotcheck/indicators/problem"
)

// Intake is what the inputs of a round say.
type Intake struct {
	Units    []assess.Unit   // of the register, by id, with what the forms add
	Answers  []assess.Answer // by key and layer, at most one each
	Problems problem.List    // sorted
	Files    []FileState     // every input file, by path
	Actions  []ActionFile    // the plans of action among them, not read any further
}

// ActionFile is an input that is a plan of action: its path as in problems, and as it
// can be opened.
type ActionFile struct{ Path, Full string }

// FileState tells what became of an input file.
type FileState struct {
	Path    string // as in problems
	Kind    Kind
	Unit    string // id, of a form that was recognised
	Answers int    // read from it, before contradictions were taken out
	Fate    Fate
	For     string // path of the form that is used instead; empty unless one is
	// As written on the form; empty when they were left so.
	FilledBy, FilledOn, Verifier, VerifiedOn string
}

// IntakeOptions tune the reading. Progress, if set, is called after each file,
// never twice at a time. Limits of zero are the default ones.
type IntakeOptions struct {
	Progress func(Count)
	Limits   sheet.Limits // of one workbook
}

// Count is how far the reading has come; Done rises to Total.
type Count struct{ Done, Total, Problems int }

// Intake reads all inputs. The only error is the context's; whatever is wrong
// with files is in Problems.
func (r *Round) Intake(ctx context.Context, opts IntakeOptions) (*Intake, error) {
	sources, problems, err := r.collect(ctx)
	if err != nil {
		return nil, err
	}
	return r.intake(ctx, sources, problems, opts)
}

// reading is an input file while the intake is put together.
type reading struct {
	source
	FileState
	filled   *form.Filled
	owner    string            // unit that a refused form says it belongs to; may be empty
	digest   [sha256.Size]byte // of a form
	answers  []assess.Answer
	problems problem.List
}

func newReading(s source) reading {
	fate := Used
	if s.kind == KindOther {
		fate = Skipped
	}
	return reading{source: s, FileState: FileState{Path: s.shown, Kind: s.kind, Fate: fate}}
}

func (r *Round) intake(ctx context.Context, sources []source, problems problem.List, opts IntakeOptions) (*Intake, error) {
	files := make([]reading, len(sources))
	readable := 0
	for i, s := range sources {
		if s.kind != KindOther {
			readable++
		}
		files[i] = newReading(s)
	}
	count := newProgress(readable, opts.Progress)
	if err := r.readForms(ctx, files, opts.Limits, count); err != nil {
		return nil, err
	}
	named, bad := r.named(sources)
	problems = append(append(problems, bad...), chooseForms(files, named)...)
	units := mergeUnits(r.Units, files)
	if err := r.readCSVs(ctx, files, units, count); err != nil {
		return nil, err
	}
	k := &Intake{Units: units, Problems: problems}
	for i := range files {
		f := &files[i]
		f.FileState.Answers = len(f.answers)
		k.Files = append(k.Files, f.FileState)
		if f.Kind == KindActions {
			k.Actions = append(k.Actions, ActionFile{f.shown, f.full})
		}
		k.Problems = append(k.Problems, f.problems...)
	}
	said := r.said(files)
	for i := range files {
		files[i].filled, files[i].answers = nil, nil // a large round holds them once
	}
	combined, conflicts := combine(said)
	k.Answers, k.Problems = combined, append(k.Problems, conflicts...)
	if len(sources) > 0 {
		k.Problems = append(append(k.Problems, r.advice(k)...), r.blank(k)...)
		k.Problems = append(k.Problems, r.missingData(said)...)
	}
	k.Problems.Sort()
	return k, nil
}

// ReadsFrom reports whether a file of that path, there or not, would be what the
// round is made of: its settings, register, instrument, log, holidays, or an input.
func (r *Round) ReadsFrom(path string) bool {
	files := []string{ConfigFile, r.Config.Register, r.Config.Instrument, r.Config.Supervision}
	if r.Config.Plan != nil {
		files = append(files, r.Config.Plan.Holidays)
	}
	return r.isInput(path) || slices.ContainsFunc(files, func(name string) bool {
		own, err := os.Stat(r.resolve(name))
		if err != nil || name == "" {
			return false
		}
		other, err := os.Stat(path)
		return err == nil && os.SameFile(own, other)
	})
}

// Input is what scoring the intake at a layer depends on; the empty layer is
// that of the settings.
func (k *Intake) Input(r *Round, layer assess.Layer) assess.Input {
	if layer == "" {
		layer = r.Config.Layer
	}
	return assess.Input{
		Instrument: r.Instrument, Entity: r.Config.Entity, Period: r.Config.Period, Layer: layer,
		Units: k.Units, Answers: k.Answers, Excluded: r.Config.Exclude.IDs, Date: r.Config.Date, Refused: k.refused(),
	}
}

// refused counts, by unit, the answers that were given and could not be used. What
// was not asked does not count.
func (k *Intake) refused() map[string]int {
	out := map[string]int{}
	for _, p := range k.Problems {
		if p.Unit != "" && p.Severity == problem.Error && p.Code != problem.NotAsked {
			out[p.Unit]++
		}
	}
	return out
}

// readForms fills in the forms among files.
func (r *Round) readForms(ctx context.Context, files []reading, lim sheet.Limits, count *progress) error {
	expect := r.expect(lim)
	return each(ctx, files, KindForm, count, func(f *reading) { f.readForm(expect) })
}

func (r *Round) expect(lim sheet.Limits) form.Expect {
	if lim == (sheet.Limits{}) {
		lim = sheet.DefaultLimits()
	}
	return form.Expect{
		Instrument: r.Instrument, Entity: r.Config.Entity, Period: r.Config.Period,
		Units: r.Units, Excluded: r.Config.Exclude.IDs, Limits: lim,
	}
}

func (f *reading) readForm(expect form.Expect) {
	data, bad := ReadBounded(f.shown, f.full, expect.Limits.File)
	if bad != nil {
		f.problems, f.Fate = bad, Refused
		return
	}
	f.digest = sha256.Sum256(data)
	f.filled, f.problems = form.Read(f.shown, data, expect)
	if f.filled == nil && action.Is(data, expect.Limits) {
		f.kind, f.Kind, f.problems = KindActions, KindActions, nil
		return
	}
	if f.filled == nil {
		f.owner, f.Fate = form.UnitOf(data, expect.Limits), Refused
		return
	}
	f.Unit, f.answers = f.filled.Unit.ID, f.filled.Answers
	f.FilledBy, f.FilledOn = f.filled.FilledBy, f.filled.FilledOn
	f.Verifier, f.VerifiedOn = f.filled.Verifier, f.filled.VerifiedOn
}

// readCSVs fills in the answers CSVs among files. They come after the forms,
// because a form may name the products that a CSV speaks of.
func (r *Round) readCSVs(ctx context.Context, files []reading, units []assess.Unit, count *progress) error {
	return each(ctx, files, KindCSV, count, func(f *reading) { r.readCSV(f, units) })
}

func (r *Round) readCSV(f *reading, units []assess.Unit) {
	data, bad := ReadBounded(f.shown, f.full, int64(csvrows.DefaultLimits().Bytes))
	if bad == nil {
		f.answers, bad = answers.Read(f.shown, data, r.Instrument, units, r.Config.Exclude.IDs...)
	}
	f.problems = bad
	if len(f.answers) == 0 && bad.Errors() > 0 {
		f.Fate = Refused
	}
}

// mergeUnits is the register with what the forms in use add to it: who is there
// now, and products where the register names none.
func mergeUnits(register []assess.Unit, files []reading) []assess.Unit {
	units := slices.Clone(register)
	for _, f := range files {
		if f.filled == nil {
			continue
		}
		i, ok := assess.FindUnit(units, f.Unit)
		if !ok {
			continue
		}
		u, said := &units[i], f.filled.Unit
		for _, field := range []struct{ to, from *string }{
			{&u.Head, &said.Head}, {&u.HeadTitle, &said.HeadTitle}, {&u.NIP, &said.NIP}, {&u.PIC, &said.PIC}, {&u.Contact, &said.Contact},
		} {
			if *field.from != "" {
				*field.to = *field.from
			}
		}
		if len(u.Products) == 0 {
			u.Products = said.Products
		}
	}
	return units
}
