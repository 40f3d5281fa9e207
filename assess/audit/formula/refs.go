package formula

import (
	"strings"
)

// named reads what begins with a word: a number, a truth, a function, a
// reference with or without its sheet, or a name.
func (p *parser) named() *Node {
	start, first := p.before, p.t
	p.advance()
	switch {
	case first.kind == opaque && !p.at("!"):
		return p.raw(start, whyBrackets(first.value))
	case first.kind == word && p.at("(") && !p.t.space:
		return p.call(first.value)
	case first.kind == word && p.at(":"):
		if n := p.threeD(start, first); n != nil {
			return n
		}
	case p.at("!"):
		return p.onSheet(start, first)
	}
	if first.kind == quoted {
		return p.fail(errSyntax)
	}
	if n := p.reference("", first.value); n != nil {
		return n
	}
	if f, ok := number(first.value); ok {
		return &Node{Op: Number, Num: f}
	}
	switch strings.ToUpper(first.value) {
	case "TRUE":
		return &Node{Op: Bool, Num: 1}
	case "FALSE":
		return &Node{Op: Bool}
	}
	if c := first.value[0]; c >= '0' && c <= '9' || c == '$' || c == '.' {
		return p.fail(errSyntax)
	}
	return &Node{Op: Name, Text: first.value}
}

// onSheet reads what follows the name of a sheet, or of another workbook.
func (p *parser) onSheet(start int, sheet token) *Node {
	p.advance()
	t := p.t
	switch {
	case t.kind == errLit:
		p.advance()
		return &Node{Op: ErrorValue, Text: t.value}
	case t.kind != word || t.space:
		return p.fail(errSyntax)
	}
	p.advance()
	n := p.reference(sheet.value, t.value)
	switch {
	case strings.ContainsAny(sheet.value, "[]"):
		return p.raw(start, WhyLink)
	case strings.Contains(sheet.value, ":"):
		return p.raw(start, WhyThreeD)
	case n == nil && p.at("("):
		return p.fail(errSyntax)
	case n == nil: // a name that belongs to a sheet
		return p.raw(start, "memakai nama rentang milik suatu lembar")
	}
	return n
}

// threeD reads Sheet1:Sheet3!A1, of which the first word has been read; nil if it
// is none, and then nothing has been consumed.
func (p *parser) threeD(start int, first token) *Node {
	ahead := *p
	ahead.advance()
	if ahead.t.kind != word && ahead.t.kind != quoted {
		return nil
	}
	ahead.advance()
	if _, isCell := cellCorner(first.value); isCell || !ahead.at("!") {
		return nil
	}
	*p = ahead
	p.advance()
	p.advance()
	if p.at(":") {
		p.advance()
		p.advance()
	}
	return p.raw(start, WhyThreeD)
}

// raw is a piece that is kept as it is written, up to the current token.
func (p *parser) raw(start int, why string) *Node {
	return &Node{Op: Opaque, Text: why, Raw: strings.TrimSpace(p.src[start:p.before])}
}

func whyBrackets(s string) string {
	if strings.HasPrefix(s, "[") && strings.Trim(s[1:], "0123456789") != s[1:] {
		return WhyLink
	}
	return WhyTable
}

// reference reads a reference whose first word is given; nil if that is none. A
// whole column or row is one only in a pair.
func (p *parser) reference(sheet, first string) *Node {
	from, cell := cellCorner(first)
	col, isCol := lineCorner(first, true)
	row, isRow := lineCorner(first, false)
	if !cell && !isCol && !isRow {
		return nil
	}
	second := ""
	if p.at(":") {
		ahead := *p
		if ahead.advance(); ahead.t.kind == word {
			second = ahead.t.value
		}
	}
	ref := &Ref{Sheet: sheet, From: from, To: from, Single: true}
	if to, ok := cellCorner(second); ok && cell {
		ref.To, ref.Single = to, false
	} else if to, ok := lineCorner(second, true); ok && isCol {
		ref.From, ref.To, ref.Columns, ref.Single = col, to, true, false
	} else if to, ok := lineCorner(second, false); ok && isRow {
		ref.From, ref.To, ref.Rows, ref.Single = row, to, true, false
	} else if !cell {
		return nil
	}
	if !ref.Single {
		p.advance()
		p.advance()
	}
	ref.From, ref.To = ref.From.from(p.row, p.col), ref.To.from(p.row, p.col)
	return &Node{Op: Reference, Ref: ref}
}

// from turns an address into one that is seen from a cell.
func (c Corner) from(row, col int) Corner {
	if !c.AbsRow && c.Row > 0 {
		c.Row -= row
	}
	if !c.AbsCol && c.Col > 0 {
		c.Col -= col
	}
	return c
}

// cellCorner reads B12 or $B$12.
func cellCorner(s string) (c Corner, ok bool) {
	s, c.AbsCol = strings.CutPrefix(s, "$")
	n := 0
	for n < len(s) && n < 4 && letter(s[n]) {
		c.Col = c.Col*26 + int(s[n]&^0x20-'A') + 1
		n++
	}
	digits, abs := strings.CutPrefix(s[n:], "$")
	c.AbsRow = abs
	c.Row, ok = index(digits, MaxRow)
	return c, ok && n > 0 && c.Col <= MaxCol
}

// lineCorner reads $B for a column, or $12 for a row. The other number is 0 and
// absolute, so that it never moves.
func lineCorner(s string, column bool) (c Corner, ok bool) {
	s, abs := strings.CutPrefix(s, "$")
	if !column {
		c.Row, ok = index(s, MaxRow)
		c.AbsRow, c.AbsCol = abs, true
		return c, ok
	}
	for i := range len(s) {
		if !letter(s[i]) || i == 3 {
			return c, false
		}
		c.Col = c.Col*26 + int(s[i]&^0x20-'A') + 1
	}
	c.AbsCol, c.AbsRow = abs, true
	return c, s != "" && c.Col <= MaxCol
}

func letter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }

// index reads the number of a row or column, from 1 to most.
func index(s string, most int) (n int, ok bool) {
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return 0, false
		}
		if n = n*10 + int(s[i]-'0'); n > most {
			return 0, false
		}
	}
	return n, n > 0
}
