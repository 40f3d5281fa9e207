package audit

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"spotcheck/assess/sheet"
)

// Audit checks the workbook whose bytes are given. The error is a problem.Problem
// without a file name, or the context's.
func Audit(ctx context.Context, data []byte, lim sheet.Limits) (*Report, error) {
	b, err := load(ctx, data, lim)
	if err != nil {
		return nil, err
	}
	r := &Report{Sheets: len(b.pages), Formulas: len(b.formulas), Tolerance: toleranceText}
	for _, p := range b.pages {
		r.Cells += len(p.cells)
	}
	if err := b.calculate(ctx); err != nil {
		return nil, err
	}
	b.work = maxWork // checking has work of its own
	for _, check := range []func(*Report){b.settings, b.staleValues, b.noStored, b.errorCells, b.notComputed, b.notes, b.cellByCell} {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		check(r)
	}
	if b.work < 0 {
		b.unchecked("sebagian pola rumus, rentang, dan daftar pilihan, karena melampaui batas kerja", -1, 0, 0)
	}
	b.close(r)
	return r, nil
}

// cellByCell looks at patterns, ranges, texts and drop-downs.
func (b *book) cellByCell(*Report) {
	b.findRims()
	for at := range b.pages {
		b.ranges(at)
		b.patterns(at)
		b.textNumbers(at)
		b.lists(at)
	}
}

// close puts the findings in order. A broken pattern that is a range too short is
// told as the latter alone.
func (b *book) close(r *Report) {
	b.findings = slices.DeleteFunc(b.findings, func(f Finding) bool {
		if f.Kind != Broken {
			return false
		}
		for _, k := range []Kind{RangeShort, RangeDouble, RangeUneven, RangeHeader} {
			if b.told[told{f.page, f.row, f.col, k}] {
				return true
			}
		}
		return false
	})
	for i := range b.findings {
		if f := &b.findings[i]; f.more > 0 {
			f.Message += fmt.Sprintf(" (juga %d rumus lain di lembar ini)", f.more)
		}
	}
	sortFindings(b.findings)
	r.Findings = append([]Finding{}, b.findings...)
	r.Counts = counts(r.Findings)
	r.Unchecked = []Unchecked{}
	for _, u := range b.why {
		r.Unchecked = append(r.Unchecked, *u)
	}
	slices.SortFunc(r.Unchecked, func(a, c Unchecked) int { return cmp.Or(c.Count-a.Count, cmp.Compare(a.Reason, c.Reason)) })
}

// unchecked notes a cell for which something was not checked, or with page -1 the
// workbook.
func (b *book) unchecked(reason string, page, row, col int) {
	const named = 5
	u := b.why[reason]
	if u == nil {
		u = &Unchecked{Reason: reason, Cells: []string{}}
		b.why[reason] = u
	}
	u.Count++
	if page >= 0 && len(u.Cells) < named {
		u.Cells = append(u.Cells, b.seen(page, row, col))
	}
}

// notComputed notes the formulas that were not computed anew.
func (b *book) notComputed(*Report) {
	for i := range b.formulas {
		if c := &b.formulas[i]; c.why != "" {
			at := b.cellOf(c)
			b.unchecked("rumus "+c.why, c.page, int(at.row), int(at.col))
		}
	}
}
