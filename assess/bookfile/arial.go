package bookfile

// Advance widths of the printable ASCII characters of Arial, in thousandths of the
// font size, from ' ' to '~'. Row heights depend on them: whoever writes a workbook
// must say how high a row is, for no office program fits rows of merged cells or of
// protected sheets.
var regularWidths = [...]uint16{
	278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278,
	556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556,
	1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778,
	667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556,
	333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556,
	556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
}

var boldWidths = [...]uint16{
	278, 333, 474, 556, 556, 889, 722, 238, 333, 333, 389, 584, 278, 333, 278, 278,
	556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 333, 333, 584, 584, 584, 611,
	975, 722, 722, 722, 722, 667, 611, 778, 722, 278, 556, 722, 611, 833, 722, 778,
	667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 333, 278, 333, 584, 556,
	333, 556, 611, 556, 611, 556, 333, 611, 611, 278, 278, 556, 278, 889, 611, 611,
	611, 611, 389, 556, 333, 611, 556, 778, 556, 556, 500, 389, 280, 389, 584,
}

const (
	otherWidth = 600  // Latin letters with accents, dashes, quotes
	wideWidth  = 1000 // arrows, CJK, pictures
)

// Advance is the width of r in Arial, in thousandths of the font size; close enough
// outside ASCII.
func Advance(r rune, bold bool) int {
	if r < ' ' {
		return 0
	}
	if i := int(r - ' '); i < len(regularWidths) {
		if bold {
			return int(boldWidths[i])
		}
		return int(regularWidths[i])
	}
	if r >= 0x2190 {
		return wideWidth
	}
	return otherWidth
}
