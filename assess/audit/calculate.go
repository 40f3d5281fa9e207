package audit

import (
	"context"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"spotcheck/assess/audit/formula"
	"spotcheck/assess/sheet"
)

// tolerance is how far a stored number may be from the computed one: as a part of
// the greater, or of 1 if both are smaller.
const (
	tolerance     = 1e-9
	toleranceText = "1e-9"
)

const whyCircle = "rujukan melingkar"

// calculate computes every formula once, after what it refers to.
func (b *book) calculate(ctx context.Context) error {
	if err := b.sortFormulas(ctx); err != nil {
		return err
	}
	b.work = maxWork // computing has work of its own
	done := make([]bool, len(b.formulas))
	for i, f := range b.order {
		if i%1024 == 0 && ctx.Err() != nil {
			return ctx.Err()
		}
		done[f] = true
		c := &b.formulas[f]
		if c.circular && c.why == "" {
			c.why = whyCircle
		}
		if c.why == "" {
			c.value, c.why = formula.Compute(b.trees[c.shape], b.place(c), b, &b.work)
			c.known = c.why == ""
		}
	}
	for i := range b.formulas {
		if c := &b.formulas[i]; !done[i] && c.why == "" {
			c.why = formula.WhyWork
		}
	}
	return nil
}

func (b *book) place(c *calc) formula.Place {
	at := b.cellOf(c)
	return formula.Place{Sheet: c.page, Row: int(at.row), Col: int(at.col)}
}

func (b *book) cellOf(c *calc) *cell { return &b.pages[c.page].cells[c.cell] }

// circle notes a group of formulas that refer to themselves, at the first of them.
func (b *book) circle(group []int32) {
	group = slices.Sorted(slices.Values(group))
	first := &b.formulas[group[0]]
	at := b.cellOf(first)
	var names []string
	for _, f := range group[:min(len(group), 6)] {
		names = append(names, b.refOf(&b.formulas[f], first.page))
	}
	what := "Rumus ini merujuk dirinya sendiri"
	if len(group) > 1 {
		what = fmt.Sprintf("%d rumus saling merujuk melingkar: %s", len(group), strings.Join(names, ", "))
		if len(group) > len(names) {
			what += ", ..."
		}
	}
	b.add(Finding{Severity: Wrong, Kind: Circular, Formula: b.textOf(first), Found: at.v.Show(), Message: what,
		Remedy: "Putuskan lingkarannya: rumus total tidak boleh memuat selnya sendiri", Followers: len(group) - 1}, first.page, int(at.row), int(at.col))
}

// refOf names the cell of a formula, as seen from a sheet.
func (b *book) refOf(c *calc, from int) string {
	at := b.cellOf(c)
	ref := sheet.Ref(int(at.row), int(at.col))
	if c.page != from {
		ref = formula.QuoteSheet(b.pages[c.page].name) + "!" + ref
	}
	return ref
}

// textOf is a formula as it reads in its cell.
func (b *book) textOf(c *calc) string {
	if c.shape < 0 {
		return c.text
	}
	at := b.cellOf(c)
	return b.trees[c.shape].At(int(at.row), int(at.col))
}

// same reports whether a stored value is the computed one.
func same(stored, computed formula.Value) bool {
	switch {
	case stored.Sort == formula.Err || computed.Sort == formula.Err:
		return stored.Sort == computed.Sort
	case stored.Sort == formula.Str && computed.Sort == formula.Num: // some programs store every result as text
		f, err := strconv.ParseFloat(stored.Text, 64)
		return err == nil && same(formula.Value{Sort: formula.Num, Num: f}, computed)
	case stored.Sort == formula.Str || computed.Sort == formula.Str:
		return stored.Sort == computed.Sort && stored.Text == computed.Text
	}
	a, c := stored.Num, computed.Num
	return a == c || math.Abs(a-c) <= tolerance*max(1, math.Abs(a), math.Abs(c))
}

// agrees is same, but a computed text may have decimal commas.
func (b *book) agrees(c *calc, stored, computed formula.Value) bool {
	if same(stored, computed) {
		return true
	}
	if stored.Sort != formula.Str || computed.Sort != formula.Str || !strings.Contains(stored.Text, ",") {
		return false
	}
	at := b.place(c)
	at.Comma = true
	v, why := formula.Compute(b.trees[c.shape], at, b, &b.work)
	return why == "" && same(stored, v)
}
