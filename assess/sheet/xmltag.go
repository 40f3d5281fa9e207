package sheet

import (
	"bytes"

	"spotcheck/indicators/problem"
)

// span is a piece of a part: indexes instead of a slice, because spans are
// stored for every tag and hold nothing that the garbage collector must follow.
type span struct{ from, to int }

func (s *scanner) bytes(p span) []byte { return s.src[p.from:p.to] }

// attribute is one of the element just opened.
type attribute struct {
	name, value span // as written
	entities    bool // value has some, all of them sound
}

// startTag reads the start tag at pos and makes its element the current one.
func (s *scanner) startTag() bool {
	bound := len(s.bound)
	i := nameEnd(s.src, s.pos+1)
	name := span{s.pos + 1, i}
	if !startsName(s.bytes(name)) {
		s.damaged("tanda < tanpa nama unsur")
		return false
	}
	s.attrs = s.attrs[:0]
	for {
		next := skipSpace(s.src, i)
		c := s.byteAt(next)
		if c == '>' {
			s.pos, s.empty = next+1, false
			break
		}
		if c == '/' && s.byteAt(next+1) == '>' {
			s.pos, s.empty = next+2, true
			break
		}
		if next == i {
			s.damaged("tag <%s> rusak", s.bytes(name))
			return false
		}
		if i = s.readAttr(next); s.err != nil {
			return false
		}
	}
	return s.push(name, bound)
}

// push opens the element whose tag has been read.
func (s *scanner) push(name span, bound int) bool {
	if len(s.open) == maxDepth {
		s.fail(problem.TooLarge, "lebih dari %d unsur bersarang", maxDepth)
		return false
	}
	s.open = append(s.open, element{name: name, bound: bound})
	prefix, local := splitName(s.bytes(name))
	space, ok := s.resolve(prefix)
	if !ok {
		s.damaged("awalan %q tidak dikenal", prefix)
	}
	s.name, s.space = local, space
	return s.err == nil
}

// readAttr reads the attribute at i and returns the index after it.
func (s *scanner) readAttr(i int) int {
	name := span{i, nameEnd(s.src, i)}
	i = skipSpace(s.src, name.to)
	if !startsName(s.bytes(name)) || s.byteAt(i) != '=' {
		s.damaged("atribut rusak")
		return i
	}
	i = skipSpace(s.src, i+1)
	quote := s.byteAt(i)
	if quote != '"' && quote != '\'' {
		s.damaged("nilai atribut %s tanpa tanda kutip", s.bytes(name))
		return i
	}
	i++
	a := attribute{name: name, value: span{from: i}}
	for ; s.byteAt(i) != quote; i++ {
		switch s.byteAt(i) {
		case 0, '<':
			s.damaged("nilai atribut %s tidak ditutup", s.bytes(name))
			return i
		case '&':
			if _, n := s.entity(i); n == 0 {
				return i
			}
			a.entities = true
		}
	}
	a.value.to = i
	s.addAttr(a)
	return i + 1
}

func (s *scanner) addAttr(a attribute) {
	name := s.bytes(a.name)
	s.spend(len(s.attrs))
	for i := range s.attrs {
		if string(s.bytes(s.attrs[i].name)) == string(name) {
			s.damaged("atribut %s ganda", name)
			return
		}
	}
	if len(s.attrs) == maxAttrs {
		s.fail(problem.TooLarge, "lebih dari %d atribut dalam satu unsur", maxAttrs)
		return
	}
	s.attrs = append(s.attrs, a)
	if len(name) >= len(xmlns) && string(name[:len(xmlns)]) == xmlns {
		s.bind(name, s.value(a))
	}
}

// value is an attribute's value with its entities resolved.
func (s *scanner) value(a attribute) []byte {
	if a.entities {
		return s.resolveEntities(a.value)
	}
	return s.bytes(a.value)
}

// attr is the value of an attribute without prefix, nil if it is absent.
func (s *scanner) attr(name string) []byte {
	for i := range s.attrs {
		if string(s.bytes(s.attrs[i].name)) == name {
			return s.value(s.attrs[i])
		}
	}
	return nil
}

// attrIn is the value of an attribute of a namespace, nil if it is absent.
func (s *scanner) attrIn(in space, local string) []byte {
	for _, a := range s.attrs {
		prefix, name := splitName(s.bytes(a.name))
		if len(prefix) == 0 || string(name) != local {
			continue
		}
		if space, ok := s.resolve(prefix); ok && space == in {
			return s.value(a)
		}
	}
	return nil
}

// flag is the value of a boolean attribute, false if it is absent.
func (s *scanner) flag(name string) bool {
	value := s.attr(name)
	if value == nil {
		return false
	}
	b, ok := parseBool(value)
	if !ok {
		s.damaged("atribut %s bukan ya atau tidak", name)
	}
	return b
}

// endTag reads the end tag at pos, which must close the current element.
func (s *scanner) endTag() {
	if len(s.open) == 0 {
		s.damaged("tag penutup tanpa pembuka")
		return
	}
	name := s.bytes(s.open[len(s.open)-1].name)
	i := s.pos + len("</")
	if !bytes.HasPrefix(s.src[i:], name) {
		s.damaged("tag penutup tidak cocok dengan <%s>", name)
		return
	}
	i = skipSpace(s.src, i+len(name))
	if s.byteAt(i) != '>' {
		s.damaged("tag penutup tidak cocok dengan <%s>", name)
		return
	}
	s.pos = i + 1
	s.pop()
}
