package sheet

import (
	"bytes"
	"strconv"
	"strings"
	"unicode/utf8"

	"spotcheck/indicators/problem"
)

// text consumes the element just opened and returns its text. The element may
// hold nothing but text, sections of literal text (CDATA) and comments.
func (s *scanner) text() []byte {
	if s.err != nil {
		return nil
	}
	if s.empty {
		s.empty = false
		s.pop()
		return nil
	}
	start := s.pos
	i := plainEnd(s.src, start)
	if s.byteAt(i) == '<' && s.byteAt(i+1) == '/' {
		s.pos = i
		s.endTag()
		return s.src[start:i]
	}
	return s.mixedText()
}

// mixedText is text for content that needs decoding or is not all there is.
func (s *scanner) mixedText() []byte {
	s.decoded = s.decoded[:0]
	for depth := len(s.open); s.err == nil && len(s.open) == depth; {
		end := plainEnd(s.src, s.pos)
		s.decoded = append(s.decoded, s.src[s.pos:end]...)
		s.pos = end
		switch s.byteAt(end) {
		case '<':
			s.textMarkup()
		case '&':
			r, n := s.entity(end)
			s.decoded = utf8.AppendRune(s.decoded, r)
			s.pos += n
		case '\r': // a line ends in \n, however it is stored
			s.decoded = append(s.decoded, '\n')
			s.pos = afterReturn(s.src, end)
		case ']':
			if bytes.HasPrefix(s.src[end:], []byte("]]>")) {
				s.damaged("]]> di luar CDATA")
			}
			s.decoded = append(s.decoded, ']')
			s.pos++
		default:
			s.truncated()
		}
	}
	return s.decoded
}

// textMarkup handles a < inside text.
func (s *scanner) textMarkup() {
	switch s.byteAt(s.pos + 1) {
	case '/':
		s.endTag()
	case '?', '!':
		literal, ok := s.cdata()
		if !ok {
			s.aside()
		}
		literal = bytes.ReplaceAll(literal, []byte("\r\n"), []byte("\n"))
		s.decoded = append(s.decoded, bytes.ReplaceAll(literal, []byte("\r"), []byte("\n"))...)
	default:
		s.damaged("unsur di dalam teks")
	}
}

// cdata passes over the section of literal text at pos; ok is false if there
// is none.
func (s *scanner) cdata() (literal []byte, ok bool) {
	literal, ok = bytes.CutPrefix(s.src[s.pos:], []byte("<![CDATA["))
	if !ok {
		return nil, false
	}
	end := bytes.Index(literal, []byte("]]>"))
	if end < 0 {
		s.damaged("CDATA tidak ditutup")
		return nil, true
	}
	s.pos += len("<![CDATA[") + end + len("]]>")
	return literal[:end], true
}

// resolveEntities decodes an attribute value into fresh bytes.
func (s *scanner) resolveEntities(written span) []byte {
	value := make([]byte, 0, written.to-written.from)
	for i := written.from; i < written.to; {
		if s.src[i] != '&' {
			value = append(value, s.src[i])
			i++
			continue
		}
		r, n := s.entity(i)
		if n == 0 {
			return nil
		}
		value = utf8.AppendRune(value, r)
		i += n
	}
	return value
}

// entity reads the reference at i, such as &amp; or &#233;. n is its length; 0
// means that an error has been recorded.
func (s *scanner) entity(i int) (r rune, n int) {
	const longest = len("&#x0010FFFF;")
	rest := s.src[i:min(i+longest, len(s.src))]
	end := bytes.IndexByte(rest, ';')
	if end < 0 {
		s.damaged("tanda & tanpa ;")
		return 0, 0
	}
	name := string(rest[1:end])
	if number, ok := strings.CutPrefix(name, "#"); ok {
		if r, ok = charReference(number); !ok {
			s.damaged("rujukan huruf &%s; tidak sah", name)
			return 0, 0
		}
		return r, end + 1
	}
	switch name {
	case "amp":
		r = '&'
	case "lt":
		r = '<'
	case "gt":
		r = '>'
	case "quot":
		r = '"'
	case "apos":
		r = '\''
	default:
		s.fail(problem.HostileXML, "memakai entitas &%s; yang tidak dikenal", name)
		return 0, 0
	}
	return r, end + 1
}

// charReference reads 233 or xE9; only characters that XML allows are.
func charReference(number string) (rune, bool) {
	base := 10
	if hex, ok := strings.CutPrefix(number, "x"); ok {
		number, base = hex, 16
	}
	n, err := strconv.ParseUint(number, base, 32)
	r := rune(n)
	ok := err == nil && n <= utf8.MaxRune && utf8.ValidRune(r) && r != 0xFFFE && r != 0xFFFF &&
		(r >= 0x20 || r == '\t' || r == '\n' || r == '\r')
	return r, ok
}
