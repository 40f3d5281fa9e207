package sheet

import (
	"bytes"
	"encoding/binary"
	"strings"
	"unicode/utf8"
)

// classes of bytes, so that the inner loops ask one question per byte.
const (
	inName  = 1 << iota // may stand in a name
	outText             // ends or interrupts plain text
)

var classes = func() (t [256]uint8) {
	for c := range 256 {
		letter := c|0x20 >= 'a' && c|0x20 <= 'z'
		if letter || c >= '0' && c <= '9' || c >= utf8.RuneSelf || strings.IndexByte("_:-.", byte(c)) >= 0 {
			t[c] |= inName
		}
	}
	for _, c := range "<&\r]" {
		t[c] |= outText
	}
	return t
}()

// nameEnd is the index after the name that begins at i.
func nameEnd(src []byte, i int) int {
	for i < len(src) && classes[src[i]]&inName != 0 {
		i++
	}
	return i
}

// startsName reports whether a run of name bytes is a name.
func startsName(name []byte) bool {
	return len(name) > 0 && name[0] > '9' && name[0] != ':'
}

// plainEnd is the index of the first byte from i that is not plain text.
func plainEnd(src []byte, i int) int {
	for i < len(src) && classes[src[i]]&outText == 0 {
		i++
	}
	return i
}

func skipSpace(src []byte, i int) int {
	for i < len(src) && (src[i] == ' ' || src[i] == '\n' || src[i] == '\r' || src[i] == '\t') {
		i++
	}
	return i
}

// afterReturn is the index after the line end \r or \r\n at i.
func afterReturn(src []byte, i int) int {
	if i+1 < len(src) && src[i+1] == '\n' {
		return i + 2
	}
	return i + 1
}

// encodingFault says why src is not UTF-8 text as XML wants it, "" if it is.
// Other encodings are refused rather than half understood; no program in use
// writes them into workbooks.
func encodingFault(src []byte) string {
	if bytes.HasPrefix(src, []byte("\xff\xfe")) || bytes.HasPrefix(src, []byte("\xfe\xff")) ||
		bytes.HasPrefix(src, []byte("<\x00")) || bytes.HasPrefix(src, []byte("\x00<")) {
		return "ditulis dalam UTF-16, seharusnya UTF-8"
	}
	if name := declaredEncoding(src); !strings.EqualFold(name, "UTF-8") {
		return "ditulis dalam " + name + ", seharusnya UTF-8"
	}
	if !utf8.Valid(src) || bytes.Contains(src, []byte("\uFFFE")) || bytes.Contains(src, []byte("\uFFFF")) {
		return "memuat huruf yang bukan UTF-8"
	}
	if hasControl(src) {
		return "memuat huruf kendali"
	}
	return ""
}

// isDeclaration reports whether src begins with an XML declaration.
func isDeclaration(src []byte) bool {
	rest, ok := bytes.CutPrefix(src, []byte("<?xml"))
	return ok && nameEnd(rest, 0) == 0
}

// declaredEncoding is what the XML declaration of src names, UTF-8 if nothing.
func declaredEncoding(src []byte) string {
	head, _, _ := bytes.Cut(src[:min(len(src), 256)], []byte("?>"))
	if !isDeclaration(head) {
		return "UTF-8"
	}
	_, after, found := strings.Cut(string(head), "encoding")
	if !found {
		return "UTF-8"
	}
	after = strings.TrimLeft(strings.TrimLeft(after, " \t\r\n"), "= \t\r\n")
	if after == "" || (after[0] != '"' && after[0] != '\'') {
		return "?"
	}
	name, _, _ := strings.Cut(after[1:], after[:1])
	return name
}

// hasControl reports whether src holds a byte below the space other than tab
// and line ends. Eight bytes at a time: the subtraction borrows into the top
// bit of a byte that is below 0x20.
func hasControl(src []byte) bool {
	const each = 0x0101010101010101
	for len(src) >= 8 {
		x := binary.LittleEndian.Uint64(src)
		if (x-0x20*each) & ^x & (0x80*each) != 0 && controlIn(src[:8]) {
			return true
		}
		src = src[8:]
	}
	return controlIn(src)
}

func controlIn(src []byte) bool {
	for _, c := range src {
		if c < 0x20 && c != '\t' && c != '\n' && c != '\r' {
			return true
		}
	}
	return false
}
