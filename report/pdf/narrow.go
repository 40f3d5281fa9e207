package pdf

import (
	"unicode/utf16"

	"github.com/jung-kurt/gofpdf"
)

// narrowPen draws in narrow faces: gofpdf takes the bytes of a line as they are.
type narrowPen struct {
	*gofpdf.Fpdf
	lacks bool // some line has a rune outside the charset; the drawing is void
}

// Text draws a clean line.
func (p *narrowPen) Text(x, y float64, line string) {
	encoded, ok := charset.encode(line)
	if !ok {
		p.lacks = true
		return
	}
	p.Fpdf.Text(x, y, encoded)
}

// Bookmark enters a line into the outline, which has Unicode of its own.
func (p *narrowPen) Bookmark(line string, level int, y float64) {
	p.Fpdf.Bookmark(unicodeText(line), level, y)
}

// unicodeText is a text as it stands outside of pages: UTF-16 after its mark.
func unicodeText(s string) string {
	out := []byte{0xFE, 0xFF}
	for _, unit := range utf16.Encode([]rune(s)) {
		out = append(out, byte(unit>>8), byte(unit))
	}
	return string(out)
}
