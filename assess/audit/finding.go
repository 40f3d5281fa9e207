package audit

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"spotcheck/assess/sheet"
)

// Severity says how sure it is that something is wrong.
type Severity string

// The severities, the worst first.
const (
	Wrong    Severity = "wrong"    // provably wrong
	Doubtful Severity = "doubtful" // a person has to look
	Remark   Severity = "remark"   // right as it stands, and worth knowing
)

var severityOrder = map[Severity]int{Wrong: 0, Doubtful: 1, Remark: 2}

// Kind is what sort of thing a finding is.
type Kind string

// The kinds.
const (
	Circular    Kind = "circular"     // formulas that refer to themselves
	ErrorCell   Kind = "error"        // a cell shows an error
	Stale       Kind = "stale"        // the stored value is not what the formula gives
	NoStored    Kind = "no-value"     // a formula without stored value
	TypedOver   Kind = "typed-over"   // a number in a run of formulas
	Broken      Kind = "broken"       // a formula that differs from the run it is in
	RangeShort  Kind = "range-short"  // a range that stops short of the data
	RangeDouble Kind = "range-double" // a range that counts something twice
	RangeUneven Kind = "range-uneven" // ranges of one formula, or of neighbours, that differ in length
	RangeHeader Kind = "range-header" // a range with the heading in it
	TextNumber  Kind = "text-number"  // a number stored as text
	NotInList   Kind = "not-in-list"  // a value that the drop-down does not offer
	LostList    Kind = "lost-list"    // a cell that lost its drop-down
	Hidden      Kind = "hidden"       // hidden cells take part in a total
	External    Kind = "external"     // refers to another workbook
	VolatileFn  Kind = "volatile"     // changes by itself
	Setting     Kind = "setting"      // of the workbook: manual, iterative, as shown
)

// Finding is one thing wrong or odd. Sheet and Cell are empty for one of the whole
// workbook.
type Finding struct {
	Severity  Severity `json:"severity"`
	Kind      Kind     `json:"kind"`
	Sheet     string   `json:"sheet"`
	Cell      string   `json:"cell"`
	Formula   string   `json:"formula"`
	Found     string   `json:"found"`
	Expected  string   `json:"expected"`
	Message   string   `json:"message"`
	Remedy    string   `json:"remedy"`
	Followers int      `json:"followers"`

	page, row, col int
	more           int // cells of the sheet with the same
}

// Unchecked is why some formulas were not computed anew; Cells are the first few.
type Unchecked struct {
	Reason string   `json:"reason"`
	Count  int      `json:"count"`
	Cells  []string `json:"cells"`
}

// Count is how many findings of a kind and severity there are.
type Count struct {
	Kind     Kind     `json:"kind"`
	Severity Severity `json:"severity"`
	Count    int      `json:"count"`
}

// Report is what became of one workbook. Stored is how many formulas had a stored
// value to compare; Followers how many are wrong because of another cell.
type Report struct {
	Sheets       int         `json:"sheets"`
	Cells        int         `json:"cells"`
	Formulas     int         `json:"formulas"`
	Recalculated int         `json:"recalculated"`
	Stored       int         `json:"stored"`
	Followers    int         `json:"followers"`
	Tolerance    string      `json:"tolerance"`
	Counts       []Count     `json:"counts"`
	Findings     []Finding   `json:"findings"`
	Unchecked    []Unchecked `json:"unchecked"`
}

// Trusted reports whether nothing is wrong or doubtful.
func (r *Report) Trusted() bool {
	return !slices.ContainsFunc(r.Findings, func(f Finding) bool { return f.Severity != Remark })
}

// Of counts the findings of a severity.
func (r *Report) Of(s Severity) int {
	n := 0
	for _, c := range r.Counts {
		if c.Severity == s {
			n += c.Count
		}
	}
	return n
}

// MaxFindings is the most findings that are told of one workbook.
const MaxFindings = 10_000

// add notes a finding at a cell and returns its index, -1 when there are too many
// or the cell has one of this kind already.
func (b *book) add(f Finding, page, row, col int) int {
	f.page, f.row, f.col = page, row, col
	f.Sheet, f.Cell = b.pages[page].name, sheet.Ref(row, col)
	where := told{page, row, col, f.Kind}
	if b.told[where] {
		return -1
	}
	if len(b.findings) >= MaxFindings {
		b.unchecked(fmt.Sprintf("temuan sesudah yang ke-%d tidak disebut satu per satu", MaxFindings), page, row, col)
		return -1
	}
	b.told[where] = true
	b.findings = append(b.findings, f)
	return len(b.findings) - 1
}

// follow counts a follower at a finding.
func (b *book) follow(finding int) {
	if finding >= 0 {
		b.findings[finding].Followers++
	}
}

// told is what has a finding.
type told struct {
	page, row, col int
	kind           Kind
}

// sortFindings puts the worst first, then by sheet, row, column and kind.
func sortFindings(list []Finding) {
	slices.SortStableFunc(list, func(a, b Finding) int {
		return cmp.Or(severityOrder[a.Severity]-severityOrder[b.Severity], a.page-b.page, a.row-b.row, a.col-b.col, strings.Compare(string(a.Kind), string(b.Kind)))
	})
}

// counts tallies sorted findings by severity and kind, in the order of the kinds.
func counts(list []Finding) []Count {
	type key struct {
		s Severity
		k Kind
	}
	n := map[key]int{}
	for _, f := range list {
		n[key{f.Severity, f.Kind}]++
	}
	out := []Count{}
	for _, s := range []Severity{Wrong, Doubtful, Remark} {
		for _, k := range Kinds() {
			if c := n[key{s, k}]; c > 0 {
				out = append(out, Count{k, s, c})
			}
		}
	}
	return out
}

// Kinds lists all kinds, in the order in which they are told.
func Kinds() []Kind {
	return []Kind{Circular, ErrorCell, Stale, NoStored, TypedOver, Broken, RangeShort, RangeDouble, RangeUneven, RangeHeader,
		TextNumber, NotInList, LostList, Hidden, External, VolatileFn, Setting}
}
