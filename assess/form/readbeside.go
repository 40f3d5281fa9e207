package form

import (
	"fmt"
	"slices"
	"strings"

	"spotcheck/assess/sheet"
	"spotcheck/indicators"
	"spotcheck/indicators/problem"
)

// mixed tells of a row with content whose question is that of another Kode: a
// column was sorted or moved without the others, and nobody knows which of the two
// was answered.
func (p *pageReader) mixed(rec *record, k key) bool {
	if rec.firstInput().Kind == sheet.Empty {
		return false
	}
	text, own := rec.cells[colTitle].Text, p.node(k.indicator)
	if text == own.Title+"\n"+own.Question {
		return false
	}
	text = keyText(rec.cells[colTitle])
	if text == "" || text == titleOf(own) {
		return false
	}
	i := slices.IndexFunc(p.asks, func(n *indicators.Node) bool { return titleOf(n) == text })
	if i < 0 {
		return false
	}
	p.add(problem.New(problem.MixedRow, p.at(rec.cells[colCode].Ref(rec.row)),
		"baris %s memuat pertanyaan milik %s; isinya tidak dipakai", k, p.asks[i].ID).Seen(k.indicator, p.asks[i].ID))
	return true
}

// titleOf is what stands in the column Indikator.
func titleOf(n *indicators.Node) string { return indicators.Squash(n.Title + " " + n.Question) }

// printed are the columns that the form fills and nobody reads: what people type
// there instead of an answer is told.
var printed = [...]columnID{colTitle, colLook, colLevels, colStatus}

// beside looks at the cells of a row that no column claims. An answer among them,
// where Jawaban is empty, stands in the wrong place; anything else that stands
// under no head at all is told once for the sheet. Columns with heads of their own
// are the unit's own business.
func (p *pageReader) beside(rec *record, row sheet.Row, k key) {
	open := isBlank(rec.cells[colAnswer])
	if open && !isBlank(rec.cells[colVerdict]) {
		p.alone = append(p.alone, rec.cells[colVerdict].Ref(rec.row))
	}
	for _, c := range row.Cells {
		nowhere, looked := p.isFree(c.Col)
		if c.Formula || !looked || !nowhere && !open || isBlank(c) {
			continue
		}
		switch {
		case open && p.isAnswer(k, c):
			home := sheet.Ref(rec.row, p.cols[colAnswer])
			p.add(problem.New(problem.StrayAnswer, p.at(c.Ref(rec.row)), "%s: ada isian di luar kolom %s, sedangkan %s kosong",
				k, allColumns[colAnswer].head, home).Seen(p.shown(c)).
				Fix(fmt.Sprintf("Bila itu jawabannya, pindahkan ke sel %s; bila bukan, hapus", home)))
		case nowhere:
			if len(p.outside) == 0 {
				p.remark = p.shown(c)
			}
			p.outside = append(p.outside, c.Ref(rec.row))
		}
	}
}

// isFree reports whether a column has no head, and whether it is looked at.
func (p *pageReader) isFree(col int) (nowhere, looked bool) {
	nowhere, looked = p.free[col]
	if !looked && isBlank(cellOf(p.table.head, col)) {
		p.free[col] = true
		return true, true
	}
	return nowhere, looked
}

// isAnswer reports whether a cell would be an answer to the question in Jawaban.
// What Status shows is none.
func (p *pageReader) isAnswer(k key, c sheet.Cell) bool {
	n := p.node(k.indicator)
	if len(c.Text) > longestAnswer(n.Scale) || c.Col == p.cols[colStatus] && statusWords[c.Text] {
		return false
	}
	got := judge(c, n)
	return got.given() || got.fault == problem.NAWithoutReason
}

// longestAnswer is above the length of every answer with a few blanks around.
func longestAnswer(s *indicators.Scale) int {
	most := 0
	for _, l := range s.Levels {
		most = max(most, len(l.Label))
	}
	return most + 60
}

func (p *pageReader) node(id string) *indicators.Node { return p.expect.Instrument.Node(id) }

// closing tells what only the whole sheet shows.
func (p *pageReader) closing() {
	if n := len(p.outside); n > 0 {
		p.add(problem.New(problem.StrayText, p.at(p.outside[0]), "%d sel berisi di luar kolom formulir tidak dibaca: %s",
			n, listed(p.outside)).Seen(p.remark))
	}
	if n := len(p.alone); n > 0 && p.filled.Verifier == "" {
		// they may be the unit's answers, in the wrong column
		p.add(problem.New(problem.VerdictAlone, p.at(p.alone[0]), "%d baris berisi %s tanpa %s, sedangkan Nama verifikator kosong: %s",
			n, allColumns[colVerdict].head, allColumns[colAnswer].head, listed(p.alone)))
	}
}

// mostListed is how many cells a message names.
const mostListed = 10

func listed(cells []string) string {
	if len(cells) <= mostListed {
		return indicators.And(cells)
	}
	return strings.Join(cells[:mostListed], ", ") + ", …"
}
