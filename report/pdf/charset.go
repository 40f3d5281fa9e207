package pdf

import "strings"

// charset is the set of runes that a document may have to be set in narrow faces,
// one byte each: Windows-1252, with the runes of reports in the place of those that
// no Indonesian text has. A document with any other rune is set in wide faces.
var charset = newCharset()

// encoding is a rune for each byte, 0 for none, and the way back.
type encoding struct {
	runes [256]rune
	bytes map[rune]byte
}

// upper is Windows-1252 from 0x80 to 0x9F, where it is not Latin-1.
const upper = "€\x00‚ƒ„…†‡ˆ‰Š‹Œ\x00Ž\x00\x00‘’“”•–—˜™š›œ\x00žŸ"

// slot is a byte that stands for something else than in Windows-1252. The name is
// the one by which readers of PDF know the rune.
type slot struct {
	code byte
	rune rune
	name string
}

// slots ascend by code. A hard space has its byte and wants its name, for readers
// take that byte for a common one.
var slots = [...]slot{
	{0x7F, '−', "minus"},
	{0x81, '≥', "greaterequal"},
	{0x83, '≤', "lessequal"},
	{0x88, '≠', "notequal"},
	{0x8D, '≈', "approxequal"},
	{0x8F, '√', "radical"},
	{0x90, '□', "H22073"},
	{0x98, '■', "filledbox"},
	{0x9D, '→', "arrowright"},
	{0xA0, nbsp, "nonbreakingspace"},
	{0xA4, '←', "arrowleft"},
	{0xA6, '↑', "arrowup"},
	{0xA8, '↓', "arrowdown"},
	{0xAA, '●', "H18533"},
	{0xAD, '○', "circle"},
	{0xAF, '▲', "triagup"},
	{0xB4, '▼', "triagdn"},
	{0xB8, '↔', "arrowboth"},
	{0xD0, '′', "minute"},
	{0xDD, '″', "second"},
	{0xDE, '∞', "infinity"},
	{0xF0, '►', "triagrt"},
	{0xFD, '◄', "triaglf"},
	{0xFE, '▪', "H18543"},
}

func newCharset() *encoding {
	e := &encoding{bytes: map[rune]byte{}}
	for code := range e.runes {
		if printable := code >= ' ' && code < 0x7F || code > 0x9F; printable {
			e.runes[code] = rune(code)
		}
	}
	copy(e.runes[0x80:], []rune(upper))
	for _, s := range slots {
		e.runes[s.code] = s.rune
	}
	for code, r := range e.runes {
		if r != 0 {
			e.bytes[r] = byte(code)
		}
	}
	return e
}

// encode turns a clean line into bytes; false when it has a rune outside the set.
func (e *encoding) encode(line string) (string, bool) {
	if drawableASCII(line) {
		return line, true
	}
	var out strings.Builder
	out.Grow(len(line))
	for _, r := range line {
		code, ok := e.bytes[r]
		if !ok {
			return "", false
		}
		out.WriteByte(code)
	}
	return out.String(), true
}
