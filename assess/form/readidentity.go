package form

import (
	"regexp"
	"slices"
	"strings"

	"spotcheck/assess"
	"spotcheck/assess/sheet"
	"spotcheck/indicators"
	"spotcheck/indicators/problem"
)

// identity is what Identitas says of the slots.
type identity struct {
	table    *table
	prefixes []string             // of the codes of slots that the form has
	slots    map[string][]slot    // by prefix, in order of their numbers
	place    map[string]sheetCell // slot code -> where its name stands
	id       map[string]string    // slot code -> id of its product; absent: not usable
	open     bool                 // the register names no products; the form does
}

// sheetCell is a cell with the row it stands in.
type sheetCell struct {
	sheet.Cell
	row int
}

// slotPattern: a prefix and a number. Only those of the form's own pages are slots.
var slotPattern = regexp.MustCompile(`^([A-Z]{1,3})([1-9][0-9]{0,2})$`)

// identity reads the sheet Identitas; nil without ok false means that it is
// absent and was told so.
func (r *reader) identity(s Spec, list []page) (*identity, bool) {
	sh, broken := r.load(sheetIdentity)
	if sh == nil {
		return nil, !broken
	}
	t, found := findTable(sh, headField, headValue)
	if !found {
		r.missingHeads(sh, headField, headValue)
		return nil, true
	}
	b := &identity{open: len(s.Unit.Products) == 0, table: t, slots: map[string][]slot{}, place: map[string]sheetCell{}, id: map[string]string{}}
	labels, values := r.column(t, headField), r.column(t, headValue)
	if labels == 0 || values == 0 {
		return nil, true
	}
	for _, p := range slotted(list) {
		b.prefixes = append(b.prefixes, p.prefix)
	}
	foreign := false
	for row := range t.rows {
		label, value := fold(cellOf(row, labels).Text), cellOf(row, values)
		if r.slot(b, label, sheetCell{value, row.Number}) {
			continue
		}
		i := slices.IndexFunc(fields[:], func(f field) bool { return fold(f.label) == label })
		if i >= 0 && !r.take(fields[i], value, s, problem.Place{Sheet: sh.Name, Cell: value.Ref(row.Number)}) {
			foreign = true
		}
	}
	for _, p := range slotted(list) {
		r.settle(b, p)
	}
	return b, !foreign
}

// take stores a field, or compares a locked one; false says that the form
// belongs to somebody else.
func (r *reader) take(f field, c sheet.Cell, s Spec, at problem.Place) bool {
	got := indicators.Squash(r.shown(c))
	switch {
	case isBlank(c), c.Kind == sheet.NoValue, c.Kind == sheet.Error:
		return true
	case f.mismatch != "" && fold(got) != fold(f.value(s)):
		p := problem.New(f.mismatch, at, "%s pada lembar %s %q, yang diminta %q",
			strings.ToLower(f.label), sheetIdentity, got, f.value(s)).Seen(got, f.value(s))
		if _, known := assess.FindUnit(r.expect.Units, got); known && f.mismatch == problem.UnknownUnit {
			p = p.Fix("Pakai formulir milik unit itu sendiri; satu formulir hanya untuk satu unit")
		}
		r.add(p)
		return false
	case f.changed != "" && fold(got) != fold(f.value(s)):
		r.add(problem.New(f.changed, at, "%s pada lembar %s %q, dalam daftar unit %q",
			strings.ToLower(f.label), sheetIdentity, got, f.value(s)).Seen(got, f.value(s)))
	case f.take != nil && !indicators.IsFiller(got):
		f.take(r.filled, got)
	}
	return true
}

// slot notes a place for a product or respondent; false if the label is none.
func (r *reader) slot(b *identity, label string, c sheetCell) bool {
	code := strings.ToUpper(label)
	m := slotPattern.FindStringSubmatch(code)
	if m == nil || !slices.Contains(b.prefixes, m[1]) {
		return false
	}
	at := problem.Place{Sheet: b.table.sheet.Name, Cell: c.Ref(c.row)}
	if _, twice := b.place[code]; twice {
		r.add(problem.New(problem.UnknownProduct, at, "kode %s tercantum dua kali di lembar %s", code, sheetIdentity).
			Seen(code).Fix("Beri tiap produk atau responden satu baris dengan kode sendiri"))
		return true
	}
	name := ""
	if c.Kind != sheet.NoValue && c.Kind != sheet.Error {
		name = indicators.Squash(r.shown(c.Cell))
	}
	if indicators.IsFiller(name) && !slices.ContainsFunc(r.filled.Unit.Products, func(p assess.Product) bool { return fold(p.Name) == fold(name) }) {
		name = ""
	}
	b.place[code] = c
	b.slots[m[1]] = append(b.slots[m[1]], slot{code: code, name: name})
	return true
}

// settle orders the slots of an area, marks those that count even when unused,
// and finds the products or respondents they stand for.
func (r *reader) settle(b *identity, p page) {
	list := b.slots[p.prefix]
	slices.SortFunc(list, func(x, y slot) int { return compareCodes(x.code, y.code) })
	for i := range list {
		j := slices.IndexFunc(p.slots, func(s slot) bool { return s.code == list[i].code })
		list[i].required = list[i].name != "" || j >= 0 && p.slots[j].required
	}
	if p.scope == indicators.PerProduct {
		r.products(b, list)
	}
}

func compareCodes(x, y string) int {
	if len(x) != len(y) {
		return len(x) - len(y)
	}
	return strings.Compare(x, y)
}
