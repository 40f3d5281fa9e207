package form

import (
	"slices"

	"spotcheck/assess/sheet"
	"spotcheck/indicators/problem"
)

// span is a run of rows, both ends included.
type span struct{ top, bottom int }

// merged tells the merged ranges that hide answers, and gives the rows in which
// no answer can be trusted, asked in rising order.
func (p *pageReader) merged() func(row int) bool {
	var out []span
	var questions []int
	for _, m := range p.table.sheet.Merged {
		for _, id := range []columnID{colAnswer, colVerdict} {
			col := p.cols[id]
			hides := m.Left < col || m.Top < m.Bottom
			if col == 0 || col < m.Left || col > m.Right || !hides {
				continue
			}
			if questions == nil {
				questions = p.questionRows()
			}
			if i, _ := slices.BinarySearch(questions, m.Top); i < len(questions) && questions[i] <= m.Bottom {
				ref := sheet.Ref(m.Top, m.Left) + ":" + sheet.Ref(m.Bottom, m.Right)
				p.add(problem.New(problem.MergedAnswer, p.at(sheet.Ref(questions[i], col)),
					"sel %s digabung; jawaban di dalamnya tidak dapat dipastikan", ref))
				out = append(out, span{m.Top, m.Bottom})
			}
			break
		}
	}
	slices.SortFunc(out, func(a, b span) int { return a.top - b.top })
	last := 0 // the last row that a range reaches so far
	return func(row int) bool {
		for len(out) > 0 && out[0].top <= row {
			last, out = max(last, out[0].bottom), out[1:]
		}
		return row <= last
	}
}

// questionRows are the numbers of the rows with a Kode; what is merged in others
// is a title.
func (p *pageReader) questionRows() []int {
	var out []int
	for row := range p.table.rows {
		if p.expect.Instrument.Node(keyText(cellOf(row, p.cols[colCode]))) != nil {
			out = append(out, row.Number)
		}
	}
	return out
}
