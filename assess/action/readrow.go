package action

import (
	"cmp"
	"slices"
	"strings"

	"spotcheck/assess/sheet"
	"spotcheck/indicators"
	"spotcheck/indicators/problem"
)

// compare orders keys.
func compare(a, b Key) int {
	return cmp.Or(strings.Compare(a.Unit, b.Unit), strings.Compare(a.Indicator, b.Indicator))
}

// table reads the rows below the heads, and those above that name an action: people
// sort whole sheets.
func (r *reader) table(s *sheet.Sheet, head int) {
	list := make([]*record, 0, len(s.Rows))
	count := map[Key]int{}
	for _, row := range s.Rows {
		rec := r.record(row)
		again := fold(rec.key.Unit) == fold(columns[colUnit].head) && fold(rec.key.Indicator) == fold(columns[colCode].head)
		if row.Number == head || again || row.Number < head && !r.known(rec.key) || rec.first().Kind == sheet.Empty {
			continue
		}
		list = append(list, rec)
		count[rec.key]++
	}
	merged := r.merged(s)
	for _, rec := range list {
		switch {
		case merged(rec.row):
			r.add(problem.New(problem.MergedAnswer, r.at(rec.first().Ref(rec.row)), "sel isian baris %d digabung; isinya tidak dapat dipastikan", rec.row))
		case count[rec.key] > 1 && rec.key.Unit != "" && rec.key.Indicator != "":
			r.twice(rec)
		default:
			r.take(rec)
		}
	}
}

// record finds the cells of a row.
func (r *reader) record(row sheet.Row) *record {
	rec := &record{reader: r, row: row.Number}
	for id, col := range r.cols {
		if i := slices.IndexFunc(row.Cells, func(c sheet.Cell) bool { return c.Col == col }); col > 0 && i >= 0 {
			rec.cells[id] = row.Cells[i]
		} else {
			rec.cells[id].Col = max(col, 1)
		}
	}
	rec.key = Key{rec.text(colUnit), rec.text(colCode)}
	return rec
}

// known reports whether a key was planned, now or when the file was written.
func (r *reader) known(k Key) bool { return r.planned[k] || r.expect.Plan.Find(k) != nil }

// merged tells the rows in which a cell to be filled is part of a merged range, asked
// in rising order.
func (r *reader) merged(s *sheet.Sheet) func(row int) bool {
	out := slices.DeleteFunc(slices.Clone(s.Merged), func(m sheet.Range) bool {
		return !slices.ContainsFunc(inputs[:], func(id columnID) bool { return m.Left <= r.cols[id] && r.cols[id] <= m.Right })
	})
	slices.SortFunc(out, func(a, b sheet.Range) int { return a.Top - b.Top })
	last := 0 // the last row that a range reaches so far
	return func(row int) bool {
		for ; len(out) > 0 && out[0].Top <= row; out = out[1:] {
			last = max(last, out[0].Bottom)
		}
		return row <= last
	}
}

// twice tells of a row whose key stands in the file more than once: neither counts.
func (r *reader) twice(rec *record) {
	first, told := r.rows[rec.key]
	if !told {
		r.rows[rec.key] = rec.row
		return
	}
	r.add(problem.New(problem.DuplicateRow, r.at(rec.cells[colCode].Ref(rec.row)), "%s sudah ada di baris %d; keduanya tidak dipakai", rec.key, first).
		Seen(rec.key.String()).Fix("Hapus salah satu baris; sisakan baris yang benar"))
}

// take reads a row that somebody filled.
func (r *reader) take(rec *record) {
	item := r.expect.Plan.Find(rec.key)
	switch {
	case rec.key.Unit == "" || rec.key.Indicator == "":
		r.add(problem.New(problem.ActionUnknown, r.at(rec.first().Ref(rec.row)), "baris %d berisi tindak lanjut tanpa %s dan %s yang lengkap",
			rec.row, columns[colUnit].head, columns[colCode].head).Seen(rec.shown(rec.first())))
		return
	case item == nil && !r.planned[rec.key]:
		r.add(rec.unplanned())
		return
	case item != nil && rec.changed(item):
		return
	}
	e, ok := rec.entry()
	switch {
	case !ok:
	case item == nil:
		r.filled.Closed = append(r.filled.Closed, e)
	default:
		r.filled.Entries = append(r.filled.Entries, e)
	}
}

// unplanned says why nobody planned the action of a row.
func (rec *record) unplanned() problem.Problem {
	k, plan := rec.key, rec.expect.Plan
	n := plan.Instrument.Node(k.Indicator)
	switch {
	case k.Unit != WholeGovernment && !slices.Contains(rec.expect.Units, k.Unit):
		return problem.New(problem.ActionUnknown, rec.at(rec.cells[colUnit].Ref(rec.row)), "unit %q tidak ada dalam daftar unit", k.Unit).Seen(k.Unit, rec.expect.Units...)
	case n == nil || n.Asking == nil:
		return problem.New(problem.ActionUnknown, rec.at(rec.cells[colCode].Ref(rec.row)), "Kode %q tidak dikenal, padahal barisnya terisi", k.Indicator).Seen(k.Indicator)
	}
	return problem.New(problem.ActionUnplanned, rec.at(rec.cells[colCode].Ref(rec.row)), "%s tidak punya kesenjangan dalam putaran ini, padahal barisnya terisi", k).Seen(rec.shown(rec.first()))
}

// changed tells of locked texts that are not those of the instrument.
func (rec *record) changed(item *Item) bool {
	bad := false
	for _, id := range fixed {
		c := columns[id]
		got, want := rec.text(id), indicators.Squash(c.value(*item))
		if fold(got) == fold(want) {
			continue
		}
		message := "kolom %s baris %s berbeda dengan rencana aksi; isiannya tidak dipakai"
		if got == "" {
			message = "kolom %s baris %s kosong; isiannya tidak dipakai"
		}
		rec.add(problem.New(problem.ActionChanged, rec.at(rec.cells[id].Ref(rec.row)), message, c.head, rec.key).Seen(got, want))
		bad = true
	}
	return bad
}
