package text

import (
	"strings"

	"spotcheck/report"
)

// table has a head with a rule below it, and one above a total at its end. A table
// with more columns than the width can hold is written as records, a line for each
// cell.
func (p *printer) table(t report.Table) {
	p.caption(t.Title)
	heads, rows := tableTexts(t)
	columns := make([]column, len(heads))
	for i := range columns {
		columns[i].width = longest(heads[i])
		if i < len(t.Columns) {
			columns[i].align = t.Columns[i].Align
		}
	}
	for r, row := range rows {
		for i, cell := range row {
			if !t.Rows[r].Group {
				columns[i].width = max(columns[i].width, longest(cell)+indentOf(t.Rows[r], i))
			}
		}
	}
	if p.fit(columns) {
		p.tableRows(t.Rows, columns, heads, rows)
	} else {
		p.records(t.Rows, heads, rows)
	}
	p.caption(t.Note)
}

// tableTexts are the clean heads and cells. There are as many heads as the longest
// row has cells.
func tableTexts(t report.Table) (heads []string, rows [][]string) {
	for _, c := range t.Columns {
		heads = append(heads, clean(c.Title))
	}
	for _, row := range t.Rows {
		cells := make([]string, len(row.Cells))
		for i, cell := range row.Cells {
			cells[i] = clean(cell.Text)
		}
		rows = append(rows, cells)
		for !row.Group && len(heads) < len(cells) {
			heads = append(heads, "")
		}
	}
	return heads, rows
}

// indentOf is the indentation of a cell: two runes a level, the first cell only.
func indentOf(row report.Row, column int) int {
	if column > 0 {
		return 0
	}
	return 2 * max(0, min(row.Level, 6))
}

func (p *printer) tableRows(rows []report.Row, columns []column, heads []string, texts [][]string) {
	if strings.Join(heads, "") != "" {
		p.row(columns, heads)
		p.tableRule(columns)
	}
	for r, row := range rows {
		if row.Group {
			p.group(row, texts[r])
			continue
		}
		if row.Strong && r > 0 && r == len(rows)-1 {
			p.tableRule(columns)
		}
		indented := append([]column(nil), columns...)
		margin := 0
		if len(columns) > 0 {
			margin = min(indentOf(row, 0), columns[0].width/2)
			indented[0].width -= margin
		}
		p.indented(margin, indented, texts[r])
	}
}

// indented writes a row behind a margin.
func (p *printer) indented(margin int, columns []column, cells []string) {
	inner := printer{}
	inner.row(columns, cells)
	for line := range strings.Lines(inner.out.String()) {
		p.line(spaces(margin) + strings.TrimSuffix(line, "\n"))
	}
}

// group is a subheading over the whole width.
func (p *printer) group(row report.Row, cells []string) {
	if len(cells) > 0 {
		p.wrapped(spaces(indentOf(row, 0)), cells[0])
	}
}

func (p *printer) tableRule(columns []column) {
	rules := make([]string, len(columns))
	for i, c := range columns {
		rules[i] = strings.Repeat("-", c.width)
	}
	p.line(strings.Join(rules, spaces(between)))
}

// records writes each row as lines of head and cell.
func (p *printer) records(rows []report.Row, heads []string, texts [][]string) {
	for r, row := range rows {
		if r > 0 {
			p.gap()
		}
		if row.Group {
			p.group(row, texts[r])
			continue
		}
		var fields report.Fields
		for i, cell := range texts[r] {
			if cell != "" {
				fields = append(fields, report.Field{Name: heads[i], Value: cell})
			}
		}
		p.fields(fields, spaces(indentOf(row, 0)))
	}
}
