package round

import (
	"context"
	"crypto/sha256"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"spotcheck/assess"
	"spotcheck/assess/sheet"
	"spotcheck/indicators"
	"spotcheck/indicators/problem"
)

// CheckedFile is what a file says for itself, read by the rules of the round.
// Other files do not matter: that a unit sent two forms, or that two files
// contradict each other, is for Intake to tell.
type CheckedFile struct {
	FileState                   // Unit is also set of a form that is refused, as far as it says whose it is
	Name      string            // of the unit; empty where the round does not know it
	Done      int               // answers of a form that count at the layer of the unit
	Asked     int               // answers that the unit is asked for
	Problems  problem.List      // of this file, sorted
	Digest    [sha256.Size]byte // of the bytes of a form that were read
	Full      string            // its path as it can be opened
}

// Check reads single files, wherever they lie: .csv as answers, everything else
// as a form. The result is in the order of files, which name themselves in
// problems as they are given. The only error is the context's.
func (r *Round) Check(ctx context.Context, files []string, opts IntakeOptions) ([]CheckedFile, error) {
	list := make([]reading, len(files))
	for i, name := range files {
		kind := KindForm
		if strings.EqualFold(filepath.Ext(name), ".csv") {
			kind = KindCSV
		}
		list[i] = newReading(source{full: name, shown: plainName(name), kind: kind})
	}
	count := newProgress(len(list), opts.Progress)
	if err := r.readForms(ctx, list, opts.Limits, count); err != nil {
		return nil, err
	}
	units, err := r.unitsFor(ctx, list, opts.Limits)
	if err != nil {
		return nil, err
	}
	if err := r.readCSVs(ctx, list, units, count); err != nil {
		return nil, err
	}
	out := make([]CheckedFile, len(list))
	for i := range list {
		out[i] = r.checked(&list[i])
	}
	return out, nil
}

// unitsFor are the units as a CSV among the files has to know them: products that
// the register leaves open stand in forms, of these files or of the round.
func (r *Round) unitsFor(ctx context.Context, list []reading, lim sheet.Limits) ([]assess.Unit, error) {
	units := mergeUnits(r.Units, list)
	open := func(u assess.Unit) bool {
		return len(u.Products) == 0 && r.asks(u, func(n *indicators.Node) bool { return n.Scope == indicators.PerProduct })
	}
	if !slices.ContainsFunc(list, func(f reading) bool { return f.kind == KindCSV }) || !slices.ContainsFunc(units, open) {
		return units, nil
	}
	sources, _, err := r.collect(ctx)
	if err != nil {
		return nil, err
	}
	inputs := make([]reading, len(sources))
	for i, s := range sources {
		inputs[i] = newReading(s)
	}
	if err := r.readForms(ctx, inputs, lim, newProgress(len(inputs), nil)); err != nil {
		return nil, err
	}
	named, _ := r.named(sources)
	chooseForms(inputs, named)
	return mergeUnits(units, inputs), nil
}

// checked closes the reading of one file.
func (r *Round) checked(f *reading) CheckedFile {
	f.FileState.Answers = len(f.answers)
	c := CheckedFile{FileState: f.FileState, Problems: f.problems, Digest: f.digest, Full: f.full}
	if c.Unit == "" {
		c.Unit = f.owner
	}
	if i, ok := assess.FindUnit(r.Units, c.Unit); ok {
		c.Name = r.Units[i].Name
	}
	if f.filled != nil {
		k := &Intake{Units: []assess.Unit{f.filled.Unit}, Answers: f.answers, Files: []FileState{c.FileState}}
		for _, p := range r.advice(k) {
			c.Problems = append(c.Problems, p.In(f.shown))
		}
		c.Done, c.Asked = filledIn(&assess.ScoreRound(k.Input(r, assess.Mandiri)).Units[0])
	}
	for i, p := range c.Problems {
		if p.Code == problem.NotReadable && isFolder(f.full) {
			c.Problems[i] = p.Fix("Sebut berkas di dalamnya, misalnya " + f.shown + "/*.xlsx")
		}
	}
	c.Problems.Sort()
	return c
}

// filledIn counts what a form can answer: not what is asked of the whole
// government.
func filledIn(u *assess.UnitResult) (done, asked int) {
	for _, n := range u.Nodes {
		if n.Node.Asking != nil && n.Node.Scope != indicators.PerEntity {
			done, asked = done+n.Done, asked+len(n.Items)
		}
	}
	return done, asked
}

func isFolder(name string) bool {
	info, err := os.Stat(name)
	return err == nil && info.IsDir()
}

// plainName is a file as it was given, without what would play tricks on a
// terminal.
func plainName(name string) string {
	return strings.Map(func(c rune) rune {
		if hasControl(string(c)) {
			return '\ufffd'
		}
		return c
	}, strings.ToValidUTF8(filepath.ToSlash(name), "\ufffd"))
}

// TakesIn reports whether a file of that path, there or not, would be an input of
// the round.
func (r *Round) TakesIn(path string) bool { return r.isInput(path) }

// Home finds the round that a file belongs to: the nearest folder above it that
// holds spotcheck.yaml; empty if there is none.
func Home(file string) string {
	dir := filepath.Dir(file)
	for {
		if _, err := os.Stat(filepath.Join(dir, ConfigFile)); err == nil {
			return dir
		}
		full, err := filepath.Abs(dir)
		if err != nil || full == filepath.Dir(full) {
			return ""
		}
		dir = filepath.Join(dir, "..")
	}
}
