package round

import (
	"context"
	"runtime"
	"slices"
	"strings"

	"spotcheck/assess"
	"spotcheck/assess/form"
	"spotcheck/indicators/problem"
)

// Sifted is what an intake comes to as a whole.
type Sifted struct {
	Count    map[Fate]int
	Aside    []Aside      // every input that is not used, by path: the quarantine
	Problems problem.List // between files, and of the folders; sorted
}

// Aside is an input that is not used. Unit is empty where the file does not say whose
// it is. Why is the first error of what is refused, or the warning about what gave way;
// zero where Fate says it all.
type Aside struct {
	Path string
	Kind Kind
	Unit string
	Fate Fate
	For  string // path of the form that is used instead; empty unless one is
	Why  problem.Problem
}

// Sift reads every input of the round as Intake does, forms before CSVs and each by
// path, tells each file to take, and forgets what it says: memory does not grow with
// the number of answers. What several files say of the same thing is for Intake; that
// a unit sent several forms is weighed here too, so a form may be taken as used and
// turn up aside. The error is the context's, or that of take.
func (r *Round) Sift(ctx context.Context, opts IntakeOptions, take func(CheckedFile) error) (*Sifted, error) {
	sources, problems, err := r.collect(ctx)
	if err != nil {
		return nil, err
	}
	named, bad := r.named(sources)
	s := &sifter{Round: r, opts: opts, take: take, named: named, problems: append(problems, bad...)}
	s.forms = make([]sifted, 0, len(sources))
	for _, of := range sources {
		switch of.kind {
		case KindForm:
			s.forms = append(s.forms, sifted{source: of})
		case KindCSV:
			s.csvs = append(s.csvs, sifted{source: of})
		case KindOther:
			s.others = append(s.others, of)
		}
	}
	return s.run(ctx)
}

// sifter is a sifting while it goes on.
type sifter struct {
	*Round
	opts        IntakeOptions
	take        func(CheckedFile) error
	named       map[string]bool
	count       *progress
	forms, csvs []sifted
	others      []source
	learned     map[string][]assess.Product // by unit whose register names none
	problems    problem.List
}

// sifted is all that is kept of a file.
type sifted struct {
	source
	unit string // also of a form that is refused, as far as it says whose it is
	fate Fate
	used string           // instead of it
	why  *problem.Problem // of what is set aside
}

func (s *sifter) run(ctx context.Context) (*Sifted, error) {
	s.count = newProgress(len(s.forms)+len(s.csvs), s.opts.Progress)
	s.learned = map[string][]assess.Product{}
	expect := s.expect(s.opts.Limits)
	if err := s.read(ctx, s.forms, func(f *reading) { f.readForm(expect) }); err != nil {
		return nil, err
	}
	if err := s.weigh(ctx); err != nil {
		return nil, err
	}
	if len(s.csvs) > 0 {
		units := s.withProducts()
		if err := s.read(ctx, s.csvs, func(f *reading) { s.readCSV(f, units) }); err != nil {
			return nil, err
		}
	}
	return s.sum(), nil
}

// read reads the files in parallel and tells them in order.
func (s *sifter) read(ctx context.Context, files []sifted, read func(*reading)) error {
	type outcome struct {
		CheckedFile
		filled *form.Filled
	}
	return ordered(ctx, len(files), func(i int) outcome {
		f := newReading(files[i].source)
		read(&f)
		s.count.step(len(f.problems))
		return outcome{s.checked(&f), f.filled}
	}, func(i int, o outcome) error {
		files[i].unit, files[i].fate = o.Unit, o.Fate
		if o.Fate != Used {
			files[i].why = firstError(o.Problems)
		}
		s.learn(o.filled)
		return s.take(o.CheckedFile)
	})
}

// learn keeps the products of a unit whose register names none: CSVs speak of them.
func (s *sifter) learn(f *form.Filled) {
	if f == nil {
		return
	}
	if i, ok := assess.FindUnit(s.Units, f.Unit.ID); ok && len(s.Units[i].Products) == 0 && len(f.Unit.Products) > 0 {
		s.learned[f.Unit.ID] = f.Unit.Products
	}
}

// withProducts is the register with what was learned.
func (s *sifter) withProducts() []assess.Unit {
	units := slices.Clone(s.Units)
	for i := range units {
		if list := s.learned[units[i].ID]; list != nil {
			units[i].Products = list
		}
	}
	return units
}

// weigh reads the forms of units that sent several once more, unit by unit, and
// chooses among them.
func (s *sifter) weigh(ctx context.Context) error {
	order := make([]int, len(s.forms))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return strings.Compare(s.forms[a].unit, s.forms[b].unit) })
	expect := s.expect(s.opts.Limits)
	for len(order) > 0 {
		unit, n := s.forms[order[0]].unit, 1
		for n < len(order) && s.forms[order[n]].unit == unit {
			n++
		}
		list := order[:n]
		order = order[n:]
		isNamed := slices.ContainsFunc(list, func(i int) bool { return s.named[s.forms[i].shown] })
		if !isNamed && (len(list) == 1 || unit == "") {
			continue
		}
		again := make([]reading, len(list))
		for j, i := range list {
			again[j] = newReading(s.forms[i].source)
		}
		if err := each(ctx, again, KindForm, newProgress(0, nil), func(f *reading) { f.readForm(expect) }); err != nil {
			return err
		}
		problems := chooseForms(again, s.named)
		for j, i := range list {
			f := &s.forms[i]
			f.fate, f.used = again[j].Fate, again[j].For
			s.learn(again[j].filled)
			if k := slices.IndexFunc(problems, func(p problem.Problem) bool { return p.File == f.shown }); k >= 0 && f.fate != Used && f.why == nil {
				f.why = &problems[k]
			}
		}
		s.problems = append(s.problems, problems...)
	}
	return nil
}

func (s *sifter) sum() *Sifted {
	out := &Sifted{Count: map[Fate]int{}, Problems: s.problems}
	add := func(f sifted, kind Kind) {
		out.Count[f.fate]++
		if f.fate != Used {
			a := Aside{Path: f.shown, Kind: kind, Unit: f.unit, Fate: f.fate, For: f.used}
			if f.why != nil {
				a.Why = *f.why
			}
			out.Aside = append(out.Aside, a)
		}
	}
	for _, f := range s.forms {
		add(f, KindForm)
	}
	for _, f := range s.csvs {
		add(f, KindCSV)
	}
	for _, f := range s.others {
		add(sifted{source: f, fate: Skipped}, KindOther)
	}
	slices.SortFunc(out.Aside, func(a, b Aside) int { return strings.Compare(a.Path, b.Path) })
	out.Problems.Sort()
	return out
}

func firstError(list problem.List) *problem.Problem {
	for _, p := range list {
		if p.Severity == problem.Error {
			return &p
		}
	}
	return nil
}

// ordered makes n things in parallel, a few ahead, and takes them one by one in
// order. The context's own error comes first.
func ordered[T any](ctx context.Context, n int, produce func(i int) T, take func(i int, made T) error) error {
	inner, cancel := context.WithCancel(ctx)
	defer cancel()
	queue := make(chan chan T, runtime.GOMAXPROCS(0))
	go func() {
		defer close(queue)
		for i := range n {
			place := make(chan T, 1)
			select {
			case queue <- place:
			case <-inner.Done():
				return
			}
			go func() { place <- produce(i) }()
		}
	}()
	i := 0
	for place := range queue {
		made := <-place
		if err := ctx.Err(); err != nil {
			return err
		}
		if err := take(i, made); err != nil {
			return err
		}
		i++
	}
	return ctx.Err()
}
