package compare

import (
	"cmp"
	"math/big"
	"slices"
	"strings"

	"spotcheck/assess"
	"spotcheck/indicators"
	"spotcheck/indicators/problem"
)

// Named is a result with the name of the file or folder it came from.
type Named struct {
	Name string
	File *assess.File
}

// Table is the comparison: leagues in the order of their rounds' dates, or of the
// periods' names where a round has none.
type Table struct {
	Instrument assess.FileInstrument
	Nodes      []Node // dimensions and variables, in the instrument's order
	Leagues    []League
	Problems   problem.List // warnings
}

// Node is a column of the comparison.
type Node struct {
	ID, Title string
	Kind      indicators.Kind
}

// League is one period.
type League struct {
	Period string
	Rows   []Row // best first
}

// Row is one entity in one period.
type Row struct {
	Named
	Place  int
	Score  *big.Rat // rounded, as ranked; nil when nothing applied
	Nodes  []string // scores in the order of Table.Nodes; "" where nothing applied
	Before *Row     // the same entity's previous period; nil for none
}

// Change is the difference to the previous period; nil without one.
func (r *Row) Change() *big.Rat {
	if r.Before == nil || r.Before.Score == nil || r.Score == nil {
		return nil
	}
	return new(big.Rat).Sub(r.Score, r.Before.Score)
}

// New compares at least two results of one instrument. Where that is built in,
// their totals and categories have to be what it makes of the units.
func New(results []Named) (*Table, problem.List) {
	if bad := check(results); len(bad) > 0 {
		return nil, bad
	}
	first := results[0].File
	t := &Table{Instrument: first.Instrument}
	for _, n := range first.Nodes {
		if n.Kind != indicators.Indicator {
			t.Nodes = append(t.Nodes, Node{n.ID, n.Title, n.Kind})
		}
	}
	for _, r := range results {
		t.add(r)
		if !r.File.Complete {
			t.Problems = append(t.Problems, problem.New(problem.ComparePartial, problem.Place{File: r.Name},
				"hasil %s %s masih sementara", r.File.Entity, r.File.Period))
		}
		if r.File.Layer != first.Layer {
			t.Problems = append(t.Problems, problem.New(problem.CompareLayers, problem.Place{File: r.Name},
				"lapis %s dibandingkan dengan lapis %s", r.File.Layer, first.Layer))
		}
	}
	t.order()
	return t, nil
}

func check(results []Named) problem.List {
	if len(results) < 2 {
		return problem.List{problem.New(problem.CompareTooFew, problem.Place{}, "hanya ada %d hasil", len(results))}
	}
	var bad problem.List
	first, seen := results[0], map[[2]string]string{}
	in := builtIn(first.File.Instrument)
	for _, r := range results {
		a, b := first.File.Instrument, r.File.Instrument
		if a.ID != b.ID || a.Version != b.Version || a.Digest != b.Digest {
			bad = append(bad, problem.New(problem.CompareMixed, problem.Place{File: r.Name},
				"instrumen tidak sama dengan %s", first.Name).Seen(identity(b), identity(a)))
		} else if in != nil {
			bad = append(bad, altered(r, in)...)
		}
		key := [2]string{r.File.Entity, r.File.Period}
		if other, twice := seen[key]; twice {
			bad = append(bad, problem.New(problem.CompareTwice, problem.Place{File: r.Name},
				"%s periode %s sudah dibaca dari %s", key[0], key[1], other))
		}
		seen[key] = r.Name
	}
	return bad
}

func identity(i assess.FileInstrument) string {
	return i.ID + " versi " + i.Version + " (" + i.Digest[:min(19, len(i.Digest))] + ")"
}

func (t *Table) add(r Named) {
	row := Row{Named: r}
	if r.File.Score != "" {
		row.Score, _ = new(big.Rat).SetString(r.File.Score)
	}
	for _, n := range t.Nodes {
		i := slices.IndexFunc(r.File.Nodes, func(f assess.FileNode) bool { return f.ID == n.ID })
		score := ""
		if i >= 0 {
			score = r.File.Nodes[i].Score
		}
		row.Nodes = append(row.Nodes, score)
	}
	for i := range t.Leagues {
		if t.Leagues[i].Period == r.File.Period {
			t.Leagues[i].Rows = append(t.Leagues[i].Rows, row)
			return
		}
	}
	t.Leagues = append(t.Leagues, League{r.File.Period, []Row{row}})
}

// order sorts periods and places, then links each entity to its past.
func (t *Table) order() {
	t.sortPeriods()
	before := map[string]*Row{}
	for i := range t.Leagues {
		rows := t.Leagues[i].Rows
		slices.SortFunc(rows, func(a, b Row) int {
			return cmp.Or(compareScores(b.Score, a.Score), strings.Compare(a.File.Entity, b.File.Entity))
		})
		for j := range rows {
			rows[j].Place = j + 1
			if j > 0 && compareScores(rows[j].Score, rows[j-1].Score) == 0 {
				rows[j].Place = rows[j-1].Place
			}
			rows[j].Before = before[rows[j].File.Entity]
		}
		for j := range rows {
			before[rows[j].File.Entity] = &rows[j]
		}
	}
	t.Problems.Sort()
}

// sortPeriods puts the periods in the order of their dates; where a round has none,
// nothing but their names is left to go by.
func (t *Table) sortPeriods() {
	dated := !slices.ContainsFunc(t.Leagues, func(l League) bool { return l.date() == "" })
	slices.SortFunc(t.Leagues, func(a, b League) int {
		if dated {
			return cmp.Or(strings.Compare(a.date(), b.date()), strings.Compare(a.Period, b.Period))
		}
		return strings.Compare(a.Period, b.Period)
	})
}

// date is the earliest of the league's rounds; empty when one of them has none.
func (l League) date() string {
	first := l.Rows[0].File.Date
	for _, r := range l.Rows {
		first = min(first, r.File.Date)
	}
	return first
}

// compareScores puts a missing score below any other.
func compareScores(a, b *big.Rat) int {
	switch {
	case a == nil && b == nil:
		return 0
	case a == nil:
		return -1
	case b == nil:
		return 1
	}
	return a.Cmp(b)
}
