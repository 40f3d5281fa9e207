package xlsx

import (
	"strings"

	"spotcheck/assess/bookfile"
)

const (
	unitPixels = 7 // of one unit of column width, in Arial 10 at 96 dpi
	padPixels  = 6 // that a cell keeps free beside its text
	// Screens round the width of each letter; text is taken a little wider than
	// drawn, for a line too many shows as space, a line too few as a cut text.
	screenSlack = 1.015

	lineFactor = 1.28 // height of a line of text, in font sizes
	linePad    = 4.0  // points above and below the text of a row
	tallestRow = 409.0
)

// textPixels is the width of one line of text on the screen.
func textPixels(text string, size float64, bold bool) float64 {
	sum := 0
	for _, r := range text {
		sum += bookfile.Advance(r, bold)
	}
	return float64(sum) / 1000 * size * 96 / 72 * screenSlack
}

// units turns pixels of text into the column width that holds them.
func units(pixels float64) float64 { return (pixels + padPixels) / unitPixels }

// wrapped counts the lines that text takes in a column of the given width.
func wrapped(text string, width, size float64, bold bool) int {
	room := max(width*unitPixels-padPixels, 8)
	n := 0
	for line := range strings.Lines(text) {
		n += wrapLine(strings.TrimSuffix(line, "\n"), room, size, bold)
	}
	if strings.HasSuffix(text, "\n") {
		n++
	}
	return max(n, 1)
}

// wrapLine counts the lines of one paragraph, breaking between words, and inside
// a word only when it is wider than the column.
func wrapLine(text string, room, size float64, bold bool) int {
	if textPixels(text, size, bold) <= room {
		return 1
	}
	space := textPixels(" ", size, bold)
	n, used := 1, 0.0
	for word := range strings.SplitSeq(text, " ") {
		w := textPixels(word, size, bold)
		if used > 0 && used+space+w > room {
			n, used = n+1, 0
		}
		if used > 0 {
			used += space
		}
		for w > room {
			n, w = n+1, w-room*0.9
		}
		used += w
	}
	return n
}

// longestWord is the width in pixels of the widest word of text.
func longestWord(text string, size float64, bold bool) float64 {
	widest := 0.0
	for word := range strings.FieldsSeq(text) {
		widest = max(widest, textPixels(word, size, bold))
	}
	return widest
}

// rowHeight is the height in points of a row with lines of text of one size.
func rowHeight(lines int, size float64) float64 {
	return float64(lines)*size*lineFactor + linePad
}
