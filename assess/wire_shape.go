package assess

import (
	"bytes"
	"encoding/json"
)

// Bounds on the shape of a result; what this program writes stays far from them. A
// member of a list takes several hundred bytes of memory however short it is written,
// so that short ones would let a small file cost much.
const (
	maxShape    = 16  // objects and lists within each other
	leastMember = 40  // bytes of the file for each member of a list, on average
	leastUnit   = 200 // and for each unit
	spare       = 100 // members and units more, for small files
)

// shape walks a text that is JSON, to see that it can be read in one way only. The
// library takes the last of two equal keys, and Score for score.
type shape struct {
	src   []byte
	pos   int
	depth int
	keys  [maxShape + 1]map[string]bool // of the object open at each depth
	list  string                        // key of the root that is being read

	members, units int // so far
}

// oneMeaning says why data is not a result of this program; empty if it may be one.
func oneMeaning(data []byte) string {
	if !json.Valid(data) {
		return "bukan berkas hasil spotcheck, atau berkasnya terpotong"
	}
	s := &shape{src: data}
	return s.value()
}

// value passes over the next value.
func (s *shape) value() string {
	s.blank()
	switch s.src[s.pos] {
	case '{', '[':
		return s.inside(s.src[s.pos] == '{')
	case '"':
		s.text()
	default:
		for s.pos < len(s.src) && bytes.IndexByte([]byte(",]} \t\r\n"), s.src[s.pos]) < 0 {
			s.pos++
		}
	}
	return ""
}

// inside passes over an object or a list.
func (s *shape) inside(object bool) string {
	if s.depth == maxShape {
		return "isinya bersarang terlalu dalam"
	}
	s.depth++
	defer func() { s.depth-- }()
	if object {
		s.open()
	}
	for s.pos++; ; s.pos++ {
		if s.blank(); s.src[s.pos] == '}' || s.src[s.pos] == ']' {
			s.pos++
			return ""
		}
		if object {
			if why := s.key(); why != "" {
				return why
			}
		} else if s.member(); s.members > len(s.src)/leastMember+spare || s.units > len(s.src)/leastUnit+spare {
			return "isinya bukan isi hasil"
		}
		if why := s.value(); why != "" {
			return why
		}
		if s.blank(); s.src[s.pos] != ',' {
			s.pos++
			return ""
		}
	}
}

// open begins an object.
func (s *shape) open() {
	if s.keys[s.depth] == nil {
		s.keys[s.depth] = map[string]bool{}
	}
	clear(s.keys[s.depth])
}

// member counts one of a list.
func (s *shape) member() {
	s.members++
	if s.depth == 2 && s.list == "units" {
		s.units++
	}
}

// key passes over a key and its colon.
func (s *shape) key() string {
	key := s.text()
	for _, c := range key {
		if (c < 'a' || c > 'z') && (c < '0' || c > '9') && c != '_' {
			return "kuncinya tidak dikenal"
		}
	}
	if s.keys[s.depth][string(key)] {
		return "satu kunci tertulis dua kali"
	}
	s.keys[s.depth][string(key)] = true
	if s.depth == 1 {
		s.list = string(key)
	}
	s.blank()
	s.pos++
	return ""
}

// text passes over a text and gives it as written.
func (s *shape) text() []byte {
	start := s.pos + 1
	for s.pos++; s.src[s.pos] != '"'; s.pos++ {
		if s.src[s.pos] == '\\' {
			s.pos++
		}
	}
	s.pos++
	return s.src[start : s.pos-1]
}

func (s *shape) blank() {
	for s.pos < len(s.src) && (s.src[s.pos] == ' ' || s.src[s.pos] == '\n' || s.src[s.pos] == '\t' || s.src[s.pos] == '\r') {
		s.pos++
	}
}
