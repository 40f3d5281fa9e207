package csvrows

import "strings"

// fault is what a row that gives no fields suffers from.
type fault uint8

const (
	sound      fault = iota
	atEnd            // there is no row any more
	strayQuote       // a quote inside a field without quotes spoils its row alone
	tooLong          // more fields or bytes than are allowed
	lostQuotes       // after a quoted field that does not end as it should, nobody knows where rows begin
)

// parser cuts text into rows. Fields are pieces of the text wherever they can be,
// and rows that are too long are passed over, so that memory follows what is kept.
type parser struct {
	src    string
	pos    int
	comma  byte
	lim    Limits
	number int // of the row read last

	fields []string // of that row
	chunk  []string // memory for the fields of rows that are kept
}

// record reads the next row. The fields are valid until the next call.
func (p *parser) record() ([]string, fault) {
	if p.pos >= len(p.src) {
		return nil, atEnd
	}
	p.number++
	p.fields = p.fields[:0]
	start, worst, folded := p.pos, sound, false
	for {
		field, long, quoted := "", len(p.fields) == p.lim.Fields || p.pos-start > p.lim.Line, p.at() == '"'
		if quoted {
			from := p.pos
			var whole bool
			if field, whole = p.quoted(long); !whole {
				return nil, lostQuotes
			}
			folded = folded || strings.ContainsAny(p.src[from:p.pos], "\r\n")
		} else {
			var stray bool
			if field, stray = p.plain(long); stray && folded {
				return nil, lostQuotes // some break in this row may be the end of one
			} else if stray {
				p.line()
				worst = strayQuote
			}
		}
		if long || p.pos-start > p.lim.Line {
			worst = max(worst, tooLong)
		} else {
			p.fields = append(p.fields, field)
		}
		if !p.more() {
			return p.fields, worst
		}
	}
}

// at is the byte to come; at the end of the text it is that of the end of a line.
func (p *parser) at() byte {
	if p.pos < len(p.src) {
		return p.src[p.pos]
	}
	return '\n'
}

// more steps over what ends a field; false at the end of a row.
func (p *parser) more() bool {
	c := p.at()
	if p.pos++; c == p.comma {
		return true
	}
	if c == '\r' && p.at() == '\n' && p.pos < len(p.src) {
		p.pos++
	}
	return false
}

// plain reads a field without quotes, or all up to the next one with quotes if nobody
// will see them; stray: there is a quote in it.
func (p *parser) plain(unseen bool) (field string, stray bool) {
	src, i := p.src, p.pos
	for i < len(src) && src[i] != '\n' && src[i] != '\r' && src[i] != '"' && (unseen || src[i] != p.comma) {
		i++
	}
	if i < len(src) && src[i] == '"' && src[i-1] == p.comma {
		i--
	}
	field, p.pos = src[p.pos:i], i
	return field, p.at() == '"'
}

// line goes to the end of the line.
func (p *parser) line() {
	for c := p.at(); c != '\n' && c != '\r'; c = p.at() {
		p.pos++
	}
}

// quoted reads a field in quotes, in which a doubled quote is one and every end of a
// line is \n; of one that nobody will see, only where it ends. whole is false if the
// end of the quotes is not the end of the field.
func (p *parser) quoted(unseen bool) (field string, whole bool) {
	from := p.pos + 1
	coded := false
	for i := from; i < len(p.src); i++ {
		switch p.src[i] {
		case '\r':
			coded = true
		case '"':
			if i+1 < len(p.src) && p.src[i+1] == '"' {
				coded = true
				i++
				continue
			}
			p.pos = i + 1
			if c := p.at(); c != p.comma && c != '\n' && c != '\r' {
				return "", false
			}
			switch field = p.src[from:i]; {
			case unseen || len(field) > p.lim.Line:
				return "", true
			case coded:
				return unquote(field), true
			}
			return field, true
		}
	}
	return "", false
}

// unquote is what a field in quotes says; in it quotes are doubled.
func unquote(field string) string {
	out := make([]byte, 0, len(field))
	for i := 0; i < len(field); i++ {
		c := field[i]
		switch next := i + 1; {
		case c == '"':
			i++
		case c == '\r':
			c = '\n'
			if next < len(field) && field[next] == '\n' {
				i++
			}
		}
		out = append(out, c)
	}
	return string(out)
}

// keep moves the fields of the row into memory that stays.
func (p *parser) keep() []string {
	const chunkLen = 1024
	n := len(p.fields)
	if cap(p.chunk)-len(p.chunk) < n {
		p.chunk = make([]string, 0, max(n, chunkLen))
	}
	start := len(p.chunk)
	p.chunk = append(p.chunk, p.fields...)
	return p.chunk[start:len(p.chunk):len(p.chunk)]
}
