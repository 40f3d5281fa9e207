package form

import (
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
	table    *table
	name     string // of the sheet, as it is in the workbook
	cols     [columnCount]int
	free     map[int]bool // columns that are not read but looked at: true if they have no head
	records  map[key]*record
	spoiled  map[key]bool // told as ambiguous, so not read and not missing
	outside  []string     // cells with content that belong to no column
	remark   string       // what stands in the first of them
	alone    []string     // verdicts on what the unit left open
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
	pr := &pageReader{reader: r, page: p, identity: id, table: t, name: s.Name, records: map[key]*record{}, spoiled: map[key]bool{}}
	cols, ok := pr.locate(t)
	if !ok {
		return true
	}
	pr.cols, pr.free = cols, map[int]bool{}
	for _, id := range printed {
		if cols[id] > 0 {
			pr.free[cols[id]] = false
		}
	}
	pr.rows()
	pr.answers()
	pr.closing()
	return true
}

// rows reads the rows into records.
func (p *pageReader) rows() {
	hidden := p.merged()
	for row := range p.table.rows {
		rec := &record{row: row.Number}
		for id, col := range p.cols {
			if col > 0 {
				rec.cells[id] = cellOf(row, col)
			}
		}
		if p.headAgain(rec) {
			if !p.sameHeads(rec) {
				p.add(problem.New(problem.MissingHeader, p.at(sheet.Ref(row.Number, p.cols[colCode])),
					"baris judul kolom yang kedua berbeda dengan yang pertama; baris di bawahnya tidak dibaca").
					Fix("Sisakan satu baris judul kolom, seperti pada formulir asli"))
				return
			}
			continue
		}
		p.sort(rec, row, hidden(row.Number))
	}
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

// headAgain reports whether a row repeats the heads of the keys and the answers.
func (p *pageReader) headAgain(rec *record) bool {
	code := rec.cells[colCode]
	return !isBlank(code) && p.node(code.Text) == nil && p.repeats(rec, colCode) && p.repeats(rec, colAnswer)
}

func (p *pageReader) repeats(rec *record, id columnID) bool {
	return fold(rec.cells[id].Text) == fold(cellOf(p.table.head, p.cols[id]).Text)
}

// sameHeads reports whether a row repeats the heads of all columns that are read.
func (p *pageReader) sameHeads(rec *record) bool {
	for id, col := range p.cols {
		if col > 0 && allColumns[id].read && !p.repeats(rec, columnID(id)) {
			return false
		}
	}
	return true
}

func (p *pageReader) at(cell string) problem.Place {
	return problem.Place{Sheet: p.name, Cell: cell}
}
