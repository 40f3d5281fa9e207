package annotate

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"spotcheck/assess/sheet"
	"spotcheck/indicators/problem"
)

// mark is a cell with problems. Where cells are merged it is their first one, and
// the colour is on all of them.
type mark struct {
	at       sheet.Range
	problems problem.List
}

// severe reports whether anything of the cell was refused.
func (m mark) severe() bool { return m.problems.Errors() > 0 }

// ref is the address of the note.
func (m mark) ref() string { return sheet.Ref(m.at.Top, m.at.Left) }

// area is the address of the colour.
func (m mark) area() string {
	if m.at.Top == m.at.Bottom && m.at.Left == m.at.Right {
		return m.ref()
	}
	return m.ref() + ":" + sheet.Ref(m.at.Bottom, m.at.Right)
}

// marksOf are the cells of a sheet that have problems, from top to bottom.
func marksOf(s *sheet.Sheet, list problem.List) []mark {
	var out []mark
	for _, p := range list {
		if p.Sheet != s.Name {
			continue
		}
		row, col, ok := address(p.Cell)
		if !ok {
			continue
		}
		at := whole(s, row, col)
		if i := slices.IndexFunc(out, func(m mark) bool { return m.at == at }); i >= 0 {
			out[i].problems = append(out[i].problems, p)
		} else {
			out = append(out, mark{at, problem.List{p}})
		}
	}
	return out
}

// whole is the cell, or the merged cells that it is part of.
func whole(s *sheet.Sheet, row, col int) sheet.Range {
	for _, m := range s.Merged {
		if m.Top <= row && row <= m.Bottom && m.Left <= col && col <= m.Right {
			return m
		}
	}
	return sheet.Range{Top: row, Left: col, Bottom: row, Right: col}
}

var addressPattern = regexp.MustCompile(`^([A-Z]{1,3})([1-9][0-9]{0,6})$`)

// The size of a sheet.
const (
	maxRow = 1_048_576
	maxCol = 16_384
)

// address reads the address of a cell; places of other kinds are none.
func address(cell string) (row, col int, ok bool) {
	m := addressPattern.FindStringSubmatch(cell)
	if m == nil {
		return 0, 0, false
	}
	for _, c := range m[1] {
		col = col*26 + int(c-'A') + 1
	}
	row, err := strconv.Atoi(m[2])
	return row, col, err == nil && row <= maxRow && col <= maxCol
}

// inOrder sorts problems as a reader walks through the workbook: what concerns
// the whole of it first, then sheet by sheet.
func inOrder(list problem.List, sheets []seen) problem.List {
	rank := func(name string) int {
		return slices.IndexFunc(sheets, func(s seen) bool { return s.sheet.Name == name })
	}
	out := slices.Clone(list)
	slices.SortStableFunc(out, func(a, b problem.Problem) int { return rank(a.Sheet) - rank(b.Sheet) })
	return out
}

// severityWords are how a person reads a severity.
var severityWords = map[problem.Severity]string{problem.Error: "galat", problem.Warning: "peringatan"}

// remedy is what to do about a problem, with what would have been right.
func remedy(p problem.Problem) string {
	out := sentence(p.Remedy)
	if p.Allowed != "" {
		out += " Yang diterima: " + sentence(p.Allowed)
	}
	return strings.TrimSpace(out)
}

// sentence ends a text that is not empty.
func sentence(s string) string {
	if s == "" || strings.HasSuffix(s, ".") || strings.HasSuffix(s, "?") {
		return s
	}
	return s + "."
}
