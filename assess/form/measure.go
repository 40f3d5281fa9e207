package form

import (
	"strings"

	"spotcheck/assess/bookfile"
)

// Programs that write workbooks must set the height of every row with wrapped
// text themselves: no office fits rows of protected sheets on its own. So the
// lines of a text are counted here, with the widths of Arial.

// fontName is the face of the whole form; it is on every office computer, or
// stands in by a face of the same widths.
const fontName = "Arial"

const (
	unitPoints   = 5.25  // one unit of column width, the digit of 10 point Arial
	paddingUnits = 1.0   // lost at the sides of a cell
	leading      = 1.275 // line height over type size
	boldFactor   = 1.08
	maxHeight    = 409 // points; the format allows no higher row
)

// textWidth is the width of s in points at a type size.
func textWidth(s string, size float64, bold bool) float64 {
	sum := 0
	for _, r := range s {
		sum += bookfile.Advance(r, false)
	}
	w := float64(sum) * size / 1000
	if bold {
		w *= boldFactor
	}
	return w
}

// lineCount is how many lines s takes in a column of that width.
func lineCount(s string, width, size float64, bold bool) int {
	room := (width - paddingUnits) * unitPoints
	space := textWidth(" ", size, bold)
	lines := 0
	for _, paragraph := range strings.Split(s, "\n") {
		lines++
		used := 0.0
		for _, word := range strings.Fields(paragraph) {
			w := textWidth(word, size, bold)
			switch {
			case used == 0:
				used = w
			case used+space+w <= room:
				used += space + w
			default:
				lines++
				used = w
			}
			for used > room { // a word longer than the line is cut
				lines++
				used -= room
			}
		}
	}
	return lines
}

// textHeight is the height in points that s needs in a column of that width.
func textHeight(s string, width, size float64, bold bool) float64 {
	if s == "" {
		return 0
	}
	return float64(lineCount(s, width, size, bold)) * size * leading
}
