package form

import (
	"slices"

	"spotcheck/assess/sheet"
	"spotcheck/indicators/problem"
)

// key is what a row is about.
type key struct{ indicator, slot string }

// record is one row of an area as it was found.
type record struct {
	row   int
	cells [columnCount]sheet.Cell
}

// inputs are the columns that people fill.
var inputs = [...]columnID{colAnswer, colEvidence, colNote, colVerdict, colVerdictNote}

// firstInput is the first filled input of the row; Kind Empty if there is none.
func (c *record) firstInput() sheet.Cell {
	for _, id := range inputs {
		if !isBlank(c.cells[id]) {
			return c.cells[id]
		}
	}
	return sheet.Cell{}
}

// answered reports whether either layer says anything.
func (c *record) answered() bool {
	return !isBlank(c.cells[colAnswer]) || !isBlank(c.cells[colVerdict])
}

// pageReader reads the sheet of one area.
type pageReader struct {
	*reader
	page
	identity *identity
	name     string // of the sheet, as it is in the workbook
	records  map[key]*record
	spoiled  map[key]bool // told as ambiguous, so not read and not missing
	head     int          // row of the heads
}

// page reads one area into the answers; false refuses the form.
func (r *reader) page(p page, id *identity) bool {
	s, broken := r.load(p.sheet)
	if s == nil {
		return !broken
	}
	code, answer := allColumns[colCode].head, allColumns[colAnswer].head
	t, found := findTable(s, code, answer)
	if !found {
		r.missingHeads(s, code, answer)
		return true
	}
	pr := &pageReader{reader: r, page: p, identity: id, name: s.Name, head: t.head.Number,
		records: map[key]*record{}, spoiled: map[key]bool{}}
	cols, ok := pr.locate(t)
	if !ok {
		return true
	}
	merged, hidden := pr.merged(t, cols), 0 // hidden: the last row that a merged range reaches so far
	for _, row := range t.rows {
		for len(merged) > 0 && merged[0].top <= row.Number {
			hidden, merged = max(hidden, merged[0].bottom), merged[1:]
		}
		rec := &record{row: row.Number}
		for id, col := range cols {
			if col > 0 {
				rec.cells[id] = cellOf(row, col)
			}
		}
		pr.sort(rec, row.Number <= hidden)
	}
	pr.answers()
	return true
}

// locate finds the columns that are read; without the ones that make a key and
// an answer the sheet cannot be read.
func (p *pageReader) locate(t *table) (cols [columnCount]int, ok bool) {
	ok = true
	for _, c := range p.columns() {
		if !c.read {
			if name := fold(c.head); !t.twice[name] {
				cols[c.id] = t.cols[name] // a help at most: its absence is no problem
			}
			continue
		}
		cols[c.id] = p.column(t, c.head)
		if cols[c.id] == 0 && (c.id == colCode || c.id == colSlot || c.id == colAnswer) {
			ok = false
		}
	}
	return cols, ok
}

// span is a run of rows, both ends included.
type span struct{ top, bottom int }

// merged tells the merged ranges that hide answer cells, and gives the rows in
// which no answer can be trusted, by their first row.
func (p *pageReader) merged(t *table, cols [columnCount]int) []span {
	var out []span
	for _, m := range t.sheet.Merged {
		for _, id := range []columnID{colAnswer, colVerdict} {
			col := cols[id]
			hides := m.Left < col || m.Top < m.Bottom
			if col == 0 || m.Bottom <= p.head || col < m.Left || col > m.Right || !hides {
				continue
			}
			ref := sheet.Ref(m.Top, m.Left) + ":" + sheet.Ref(m.Bottom, m.Right)
			p.add(problem.New(problem.MergedAnswer, p.at(sheet.Ref(max(m.Top, p.head+1), col)),
				"sel %s digabung; jawaban di dalamnya tidak dapat dipastikan", ref))
			out = append(out, span{m.Top, m.Bottom})
			break
		}
	}
	slices.SortFunc(out, func(a, b span) int { return a.top - b.top })
	return out
}

func (p *pageReader) at(cell string) problem.Place {
	return problem.Place{Sheet: p.name, Cell: cell}
}
