package xlsx

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"spotcheck/report"
)

const (
	cellPad     = 2.0 // column width beside the text it was asked for
	filterArrow = 2.5 // column width that the arrow of a filter covers
	widestGuess = 44.0
	leastColumn = 4.0
)

// tableWidths is the width of each column: what the document asks for, but never
// so narrow that a number shows as ### or a word of the head breaks.
func tableWidths(t report.Table) []float64 {
	widths := make([]float64, len(t.Columns))
	for i, c := range t.Columns {
		widths[i] = c.Width + cellPad
		if c.Width <= 0 {
			widths[i] = guessWidth(t, i)
		}
		word := units(longestWord(plain(c.Title), tableSize, true))
		if t.Filter {
			word += filterArrow
		}
		widths[i] = max(widths[i], word, numberWidth(t, i)+cellPad, leastColumn)
	}
	return widths
}

// guessWidth is wide enough for the longest text of a column, within reason.
func guessWidth(t report.Table, col int) float64 {
	wide := units(textPixels(t.Columns[col].Title, tableSize, true))
	for _, r := range t.Rows {
		if col < len(r.Cells) && !r.Group {
			wide = max(wide, units(textPixels(r.Cells[col].Text, tableSize, r.Strong))+1.3*float64(indentOf(r, col)))
		}
	}
	return min(wide+cellPad, widestGuess)
}

// numberWidth is what the widest number of a column needs. Digits share one width,
// so counting characters will do.
func numberWidth(t report.Table, col int) float64 {
	longest := 0
	for _, r := range t.Rows {
		if col < len(r.Cells) && r.Cells[col].Number != nil {
			longest = max(longest, utf8.RuneCountInString(shown(*r.Cells[col].Number)))
		}
	}
	if longest == 0 {
		return 0
	}
	return units(textPixels(strings.Repeat("0", longest), tableSize, true))
}

// shown is a number as its format shows it, with a decimal comma.
func shown(n report.Number) string {
	value, tail := n.Value, ""
	if n.Percent {
		value, tail = value*100, "%"
	}
	return strings.Replace(strconv.FormatFloat(value, 'f', decimals(n), 64), ".", ",", 1) + tail
}

// format is the code of Excel's number format.
func format(n report.Number) string {
	code := "0"
	if d := decimals(n); d > 0 {
		code += "." + strings.Repeat("0", d)
	}
	if n.Percent {
		code += "%"
	}
	return code
}

func decimals(n report.Number) int { return max(0, min(n.Decimals, 15)) }

// indentOf is the indentation of a cell: of the first one of its row alone.
func indentOf(r report.Row, col int) int {
	if col > 0 {
		return 0
	}
	return max(0, min(r.Level, 15))
}
