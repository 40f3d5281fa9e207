package sheet

import (
	"bytes"

	"spotcheck/indicators/problem"
)

// Bounds on the shape of one XML part; real workbooks stay far below.
const (
	maxDepth    = 100 // elements within elements
	maxAttrs    = 64  // attributes of one element
	maxBindings = 64  // namespace declarations in force at once

	// Comparisons of names in a part of any length. Long lists of attributes or
	// namespaces make each tag dearer; a part full of them would take long to read,
	// so that for each two bytes of it there may be one comparison more.
	minCompares = 1 << 16
)

// scanner walks the elements of one XML part from start to end. It checks that
// the part is well-formed all the way, resolves namespaces, and refuses
// document type declarations and entities. After the first error every method
// does nothing, and err holds it.
//
// The caller walks the tree by recursion: child opens the next child element;
// before the next call to child on the parent's level the opened element must
// be consumed whole, by text, richText, skip, or child until it is false. The
// bytes that methods return are valid until the next call.
type scanner struct {
	src  []byte
	pos  int
	part string
	at   problem.Place
	err  error

	name  []byte // local name of the element just opened
	space space  // and its namespace
	attrs []attribute
	empty bool // it is closed already, as in <a/>

	open  []element
	bound []binding
	last  resolved

	compares int // of names that are left

	decoded []byte // text with entities resolved
	rich    []byte // text joined from runs
}

// element is one that is open: its name as written, and how many namespace
// declarations were in force outside it.
type element struct {
	name  span
	bound int
}

// newScanner begins to read a part. Problems are told to sit at at.
func newScanner(part string, src []byte, at problem.Place) *scanner {
	s := &scanner{src: bytes.TrimPrefix(src, []byte("\xef\xbb\xbf")), part: part, at: at, compares: minCompares + len(src)/2}
	if why := encodingFault(s.src); why != "" {
		s.damaged("%s", why)
	}
	return s
}

// root opens the outermost element, which must have this name.
func (s *scanner) root(in space, name string) {
	if s.child(); s.err == nil && (s.space != in || string(s.name) != name) {
		s.damaged("unsur terluar <%s>, seharusnya <%s>", s.name, name)
	}
}

// finish reads what follows the outermost element and returns the first error
// of the whole walk.
func (s *scanner) finish() error {
	if s.child() {
		s.damaged("lebih dari satu unsur terluar")
	}
	return s.err
}

// is reports whether the element just opened is one of SpreadsheetML's.
func (s *scanner) is(name string) bool {
	return s.space == mainSpace && string(s.name) == name
}

// child opens the next child of the current element; it is false, and the
// current element closed, when there is none left. Text between elements has
// no meaning in a workbook and must be blank.
func (s *scanner) child() bool {
	if s.err != nil {
		return false
	}
	if s.empty {
		s.empty = false
		s.pop()
		return false
	}
	for {
		s.pos = skipSpace(s.src, s.pos)
		if s.pos >= len(s.src) {
			if len(s.open) > 0 {
				s.truncated()
			} else if s.name == nil {
				s.damaged("kosong")
			}
			return false
		}
		if s.src[s.pos] != '<' {
			s.damaged("teks di luar tempatnya")
			return false
		}
		switch s.byteAt(s.pos + 1) {
		case '/':
			s.endTag()
			return false
		case '?', '!':
			if !s.aside() {
				return false
			}
		default:
			return s.startTag()
		}
	}
}

// skip consumes the element just opened with all that is in it.
func (s *scanner) skip() {
	for depth := len(s.open); s.err == nil && len(s.open) >= depth; {
		if s.empty {
			s.empty = false
			s.pop()
			continue
		}
		if s.skipText(); s.err != nil {
			return
		}
		switch s.byteAt(s.pos + 1) {
		case '/':
			s.endTag()
		case '?', '!':
			if _, ok := s.cdata(); !ok {
				s.aside()
			}
		default:
			s.startTag()
		}
	}
}

// skipText passes over text in an element whose content does not matter.
func (s *scanner) skipText() {
	for s.byteAt(s.pos) != '<' {
		n := 1
		switch s.byteAt(s.pos) {
		case 0:
			s.truncated()
			return
		case '&':
			if _, n = s.entity(s.pos); n == 0 {
				return
			}
		}
		s.pos += n
	}
}

// aside passes over a comment or processing instruction; anything else that
// begins like one is an error.
func (s *scanner) aside() bool {
	rest := s.src[s.pos:]
	switch {
	case bytes.HasPrefix(rest, []byte("<?")):
		end := bytes.Index(rest, []byte("?>"))
		if end < 0 || (isDeclaration(rest) && s.pos > 0) {
			s.damaged("instruksi <? rusak")
			return false
		}
		s.pos += end + len("?>")
	case bytes.HasPrefix(rest, []byte("<!--")):
		end := bytes.Index(rest[len("<!--"):], []byte("--"))
		if end < 0 || !bytes.HasPrefix(rest[len("<!--")+end:], []byte("-->")) {
			s.damaged("komentar rusak")
			return false
		}
		s.pos += len("<!--") + end + len("-->")
	case bytes.HasPrefix(rest, []byte("<!DOCTYPE")):
		s.fail(problem.HostileXML, "memuat deklarasi DOCTYPE")
		return false
	default:
		s.damaged("tanda <! tidak dikenal")
		return false
	}
	return true
}

// spend counts comparisons of names and stops the walk when they are too many.
func (s *scanner) spend(n int) {
	if s.compares -= n; s.compares < 0 {
		s.fail(problem.TooLarge, "terlalu banyak atribut atau ruang nama")
	}
}

func (s *scanner) pop() {
	top := len(s.open) - 1
	if b := s.open[top].bound; b < len(s.bound) {
		s.bound = s.bound[:b]
		s.last = resolved{}
	}
	s.open = s.open[:top]
}

// byteAt is the byte at i, or 0, which no part contains, past the end.
func (s *scanner) byteAt(i int) byte {
	if i < len(s.src) {
		return s.src[i]
	}
	return 0
}

// fail records the first error of the walk.
func (s *scanner) fail(code problem.Code, format string, args ...any) {
	s.record(problem.New(code, s.at, format, args...))
}

func (s *scanner) record(p problem.Problem) {
	if s.err == nil {
		p.Message = "bagian " + s.part + ": " + p.Message
		s.err = p
	}
}

// truncated records that the part ends within the current element.
func (s *scanner) truncated() {
	s.damaged("terpotong; <%s> tidak ditutup", s.bytes(s.open[len(s.open)-1].name))
}

// damaged records that the part is not XML, or not what the format allows.
func (s *scanner) damaged(format string, args ...any) {
	if s.err == nil {
		s.fail(problem.DamagedXML, format+" (bita ke-%d)", append(args, s.pos+1)...)
	}
}
