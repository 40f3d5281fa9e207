package bookfile

import (
	"bytes"
	"encoding/xml"
	"strings"
)

// appendElement appends a text in its element, which says so when spaces at the ends
// count.
func appendElement(b []byte, text string, add func([]byte, string) []byte) []byte {
	b = append(b, `<t`...)
	const spaces = " \t\r\n"
	if text != "" && (strings.IndexByte(spaces, text[0]) >= 0 || strings.IndexByte(spaces, text[len(text)-1]) >= 0) {
		b = append(b, ` xml:space="preserve"`...)
	}
	b = append(b, '>')
	b = add(b, text)
	return append(b, `</t>`...)
}

// appendLines appends a text with its line ends as they are, which is how the library
// writes texts that are not in runs.
func appendLines(b []byte, text string) []byte {
	for line := range strings.Lines(text) {
		line, ended := strings.CutSuffix(line, "\n")
		b = appendText(b, line)
		if ended {
			b = append(b, '\n')
		}
	}
	return b
}

// appendText appends a text for people. In the texts of a workbook "_x0041_" is a
// code for a letter: an underscore that would begin one is itself written so.
func appendText(b []byte, text string) []byte {
	for at := strings.Index(text, "_x"); at >= 0; {
		next := at + 1
		if isCode(text[at:]) {
			b = appendEscaped(b, text[:at])
			b = append(b, "_x005F_"...)
			text, next = text[next:], 0
		}
		if more := strings.Index(text[next:], "_x"); more >= 0 {
			at = next + more
		} else {
			at = -1
		}
	}
	return appendEscaped(b, text)
}

// isCode tells whether a text that begins with "_x" begins with such a code.
func isCode(text string) bool {
	const size = len("_x0041_")
	return len(text) >= size && text[size-1] == '_' && strings.Trim(text[2:size-1], "0123456789abcdefABCDEF") == ""
}

// appendEscaped appends text as XML takes it.
func appendEscaped(b []byte, text string) []byte {
	if plain(text) {
		return append(b, text...)
	}
	out := bytes.NewBuffer(b)
	_ = xml.EscapeText(out, []byte(text)) // a buffer takes everything
	return out.Bytes()
}

// plain is the fast way out: nearly all texts stand for themselves.
func plain(text string) bool {
	for i := range len(text) {
		switch c := text[i]; {
		case c < ' ', c >= 0x7F, c == '&', c == '<', c == '>', c == '"', c == '\'':
			return false
		}
	}
	return true
}
