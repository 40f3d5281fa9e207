package sheet

import (
	"bytes"

	"spotcheck/indicators/problem"
)

// space is an XML namespace, as far as it matters here.
type space uint8

const (
	foreignSpace  space = iota
	mainSpace           // SpreadsheetML
	relationSpace       // r:id
	packageSpace        // .rels parts
)

// spaces lists the namespaces in the common (transitional) and the strict
// edition of the format.
var spaces = map[string]space{
	"http://schemas.openxmlformats.org/spreadsheetml/2006/main":           mainSpace,
	"http://purl.oclc.org/ooxml/spreadsheetml/main":                       mainSpace,
	"http://schemas.openxmlformats.org/officeDocument/2006/relationships": relationSpace,
	"http://purl.oclc.org/ooxml/officeDocument/relationships":             relationSpace,
	"http://schemas.openxmlformats.org/package/2006/relationships":        packageSpace,
}

const xmlns = "xmlns"

// binding is one namespace declaration in force; prefix "" is the default.
type binding struct {
	prefix []byte
	space  space
}

// resolved remembers the prefix looked up last, as most elements of a part
// have the same.
type resolved struct {
	prefix []byte
	space  space
	known  bool
}

// bind puts a declaration in force if the attribute is one: xmlns or xmlns:p.
func (s *scanner) bind(name, value []byte) {
	prefix := name[len(xmlns):]
	if len(prefix) > 0 && prefix[0] != ':' {
		return
	}
	if len(s.bound) == maxBindings {
		s.fail(problem.TooLarge, "lebih dari %d ruang nama", maxBindings)
		return
	}
	s.bound = append(s.bound, binding{bytes.TrimPrefix(prefix, []byte(":")), spaces[string(value)]})
	s.last = resolved{}
}

// resolve finds the namespace of a prefix; ok is false if it is not declared.
func (s *scanner) resolve(prefix []byte) (in space, ok bool) {
	if s.last.known && string(s.last.prefix) == string(prefix) {
		return s.last.space, true
	}
	s.spend(len(s.bound))
	for i := len(s.bound) - 1; i >= 0 && !ok; i-- {
		if string(s.bound[i].prefix) == string(prefix) {
			in, ok = s.bound[i].space, true
		}
	}
	if !ok && len(prefix) > 0 && string(prefix) != "xml" {
		return foreignSpace, false
	}
	s.last = resolved{prefix, in, true}
	return in, true
}

// splitName cuts a name at its prefix.
func splitName(name []byte) (prefix, local []byte) {
	if i := bytes.IndexByte(name, ':'); i >= 0 {
		return name[:i], name[i+1:]
	}
	return nil, name
}
