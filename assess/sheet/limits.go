package sheet

import (
	"fmt"

	"spotcheck/indicators/problem"
)

// Limits bounds what one workbook may cost. A field of zero allows nothing, so
// callers start from DefaultLimits.
type Limits struct {
	File  int64 // bytes of the whole file
	Part  int64 // bytes of one inflated part
	Total int64 // bytes of all inflated parts, counted at each read
	Marks int   // tags, references and escapes in all of them, counted so too

	Entries int // parts in the zip, read or not, and relationships of one part
	Sheets  int // sheets in the workbook, hidden ones too
	Rows    int // rows with content in one sheet
	Cells   int // cells with content in one sheet; texts in the shared table
	Text    int // characters in one cell, counted as Excel does
}

// DefaultLimits suits forms and registers of a few thousand rows, with photos. A
// register of 5,000 units takes half of Part. What a file says in vain is inflated at
// 3 ns a byte and costs up to 70 ns a mark, so that Total and Marks keep it near a
// tenth of a second. Text is the most that Excel itself lets a cell hold.
func DefaultLimits() Limits {
	l := Limits{File: 32 << 20, Entries: 5_000, Sheets: 200, Text: 32_767}
	l.SetPart(8 << 20)
	l.SetRows(50_000)
	return l
}

// SetPart sets Part, and what grows with it.
func (l *Limits) SetPart(size int64) {
	l.Part, l.Total, l.Marks = size, size+size/2, int(size/8)
}

// SetRows sets Rows, and what grows with them.
func (l *Limits) SetRows(n int) { l.Rows, l.Cells = n, 4*n }

// raise is the option of a command by which its user raises a limit.
type raise string

// The options; package main has them.
const (
	raiseFile raise = "--max-file"
	raisePart raise = "--max-part"
	raiseRows raise = "--max-rows"
)

// tooLarge tells of a limit that honest workbooks may reach, and how to raise it.
func (o raise) tooLarge(at problem.Place, format string, args ...any) problem.Problem {
	p := problem.New(problem.TooLarge, at, format, args...)
	return p.Fix(p.Remedy + "; bila isinya memang sebanyak itu, naikkan batasnya dengan " + string(o))
}

// megabytes words a limit; limits below one megabyte are told in bytes.
func megabytes(n int64) string {
	if n < 1<<20 {
		return fmt.Sprintf("%d bita", n)
	}
	return fmt.Sprintf("%d MB", n>>20)
}
