package report

import (
	"fmt"
	"slices"

	"spotcheck/assess"
	"spotcheck/assess/gap"
	"spotcheck/assess/gap/path"
	"spotcheck/indicators"
)

// stepsShown are the steps of a path that a short report names.
const stepsShown = 3

// ahead is the cheapest path of a unit to the next better rung, in a sentence and the
// steps that bring most; nothing where there is no rung above or no path.
func (in *Input) ahead(u gap.Unit) []Block {
	p := in.nextPath(u.Unit)
	if p == nil {
		return nil
	}
	return in.aheadBlocks(p, "rekap.xlsx, lembar Jalur tiap unit")
}

// aheadEntity is the same for the government.
func (in *Input) aheadEntity() []Block {
	p := in.nextPath(nil)
	if p == nil || in.alone() {
		return nil
	}
	return in.aheadBlocks(p, "rekap.xlsx, lembar Jalur perbaikan")
}

func (in *Input) aheadBlocks(p *path.Path, where string) []Block {
	list := stretches(p)
	slices.SortStableFunc(list, func(a, b stretch) int { return b.Gain.Cmp(a.Gain) })
	l := List{Numbered: true}
	for _, s := range list[:min(stepsShown, len(list))] {
		n := s.Node.Node
		what := named(n)
		if s.Item.Product.Name != "" {
			what += " (" + s.Item.Product.Name + ")"
		}
		if p.Steps[0].Unit != p.Steps[len(p.Steps)-1].Unit {
			what = s.Unit.Unit.Name + ": " + what
		}
		l.Items = append(l.Items, fmt.Sprintf("%s, dari %s menjadi %s: %s poin, %d hari kerja; %s, %s.", what, answerWords(n.Scale, s.From), answerWords(n.Scale, s.To),
			points(s.Gain), s.Work, doer(n), due(in.Frame.Date, &indicators.Effort{Days: s.Lead})))
	}
	text := fmt.Sprintf("Jalur paling ringan ke %s: %d langkah, beban %d hari kerja satu orang, %s menjadi %s. Langkah yang paling menentukan:",
		p.Goal.Text, len(p.Steps), p.Work, lower(in.word()), in.score(indicators.Round(p.After, in.decimals())))
	return []Block{Heading{2, "Jalur perbaikan"}, Paragraph{text, Plain}, l, Paragraph{"Seluruh langkahnya: " + where + ".", Small}}
}

// nextPath is the path of a unit, or of the government for nil, to the next rung
// above; nil where there is none or its work is not known.
func (in *Input) nextPath(u *assess.UnitResult) *path.Path {
	if p, found := in.memo.paths.Load(whose{in.result(), u}); found {
		return p.(*path.Path)
	}
	p := in.findPath(u)
	in.memo.paths.Store(whose{in.result(), u}, p)
	return p
}

func (in *Input) findPath(u *assess.UnitResult) *path.Path {
	s := in.result().Entity
	if u != nil {
		s = u.Score
	}
	_, band := in.climb(s)
	if band == nil || s.Exact == nil || in.unheard() {
		return nil
	}
	word := band.Category
	if band.Zone != "" {
		word = band.Zone
	}
	goal, ok := path.ParseGoal(in.instrument(), word)
	if !ok {
		return nil
	}
	var p *path.Path
	var err error
	if u != nil {
		p, err = path.OfUnit(in.result(), u, goal, path.Terms{})
	} else {
		p, err = path.OfEntity(in.result(), goal, path.Terms{})
	}
	if err != nil || len(p.Steps) == 0 {
		return nil
	}
	return p
}

// pathSections are the sheets of the workbook that hold every step which the reports
// name: the government's, and each unit's.
func (in *Input) pathSections() []Section {
	var out []Section
	if p := in.nextPath(nil); p != nil && !in.alone() {
		out = append(out, Section{Title: "Jalur perbaikan", Landscape: true, Blocks: in.routeBlocks(nil, p, 0)})
	}
	t := Table{Frozen: 2, Filter: true}
	for _, u := range in.Map.Units {
		if gap.Silent(u.Unit) {
			continue
		}
		p := in.nextPath(u.Unit)
		if p == nil {
			continue
		}
		one := in.routeTable(u.Unit, p, 0)
		if t.Columns == nil {
			t.Columns = slices.Concat([]Column{{Title: "Unit", Width: 24}, {Title: "Sasaran", Width: 12}}, one.Columns)
		}
		for _, row := range one.Rows {
			row.Cells = slices.Concat([]Cell{{Text: u.Unit.Unit.Name}, {Text: p.Goal.Text}}, row.Cells)
			t.Rows = append(t.Rows, row)
		}
	}
	if len(t.Rows) > 0 {
		out = append(out, Section{Title: "Jalur perbaikan tiap unit", Sheet: "Jalur tiap unit", Landscape: true, Blocks: []Block{t}})
	}
	return out
}
