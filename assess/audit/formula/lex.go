package formula

import (
	"errors"
	"strings"
	"unicode"
	"unicode/utf8"
)

// kind is what sort of token was read.
type kind uint8

const (
	end    kind = iota
	word        // a name, a reference, a number that begins with a digit, a function
	quoted      // 'a name of a sheet'
	str         // "a text"
	errLit      // #REF!
	sign        // an operator or bracket
	opaque      // a word with square brackets: a link or a column of a table
)

// token is a piece of text; value is without quotes.
type token struct {
	kind  kind
	value string
	space bool // white space stands before it
}

var (
	errSyntax = errors.New("rumus tidak dapat dipahami")
	errLong   = errors.New("rumus terlalu panjang atau terlalu bersarang")
)

// lexer cuts a formula into tokens.
type lexer struct {
	src string
	pos int
}

// next reads a token; a byte that fits nowhere is an error.
func (l *lexer) next() (token, error) {
	t := token{}
	for l.pos < len(l.src) && strings.IndexByte(" \t\r\n", l.src[l.pos]) >= 0 {
		l.pos++
		t.space = true
	}
	if l.pos == len(l.src) {
		return t, nil
	}
	switch c := l.src[l.pos]; {
	case c == '"':
		return l.text(t, str, '"')
	case c == '\'':
		return l.text(t, quoted, '\'')
	case c == '#':
		return l.errorName(t)
	case strings.IndexByte("+-*/^&=<>%(),;:{}!@", c) >= 0:
		t.kind, t.value = sign, l.operator()
		return t, nil
	}
	return l.word(t)
}

// text reads up to the closing mark, which stands for itself when doubled.
func (l *lexer) text(t token, k kind, mark byte) (token, error) {
	var b strings.Builder
	for i := l.pos + 1; i < len(l.src); i++ {
		if l.src[i] != mark {
			b.WriteByte(l.src[i])
			continue
		}
		if i+1 < len(l.src) && l.src[i+1] == mark {
			b.WriteByte(mark)
			i++
			continue
		}
		l.pos = i + 1
		t.kind, t.value = k, b.String()
		return t, nil
	}
	return t, errSyntax
}

// errorNames are the errors that a formula may hold.
var errorNames = []string{
	"#NULL!", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#N/A", "#SPILL!", "#CALC!", "#GETTING_DATA",
}

func (l *lexer) errorName(t token) (token, error) {
	for _, name := range errorNames {
		if strings.HasPrefix(l.src[l.pos:], name) {
			l.pos += len(name)
			t.kind, t.value = errLit, name
			return t, nil
		}
	}
	return t, errSyntax
}

// operator reads an operator of one or two characters.
func (l *lexer) operator() string {
	for _, two := range []string{"<=", ">=", "<>"} {
		if strings.HasPrefix(l.src[l.pos:], two) {
			l.pos += 2
			return two
		}
	}
	l.pos++
	return l.src[l.pos-1 : l.pos]
}

// word reads a run of letters, digits and the marks that names and references
// may have; square brackets and what is in them belong to it.
func (l *lexer) word(t token) (token, error) {
	start, depth := l.pos, 0
	t.kind = word
	for l.pos < len(l.src) {
		r, n := utf8.DecodeRuneInString(l.src[l.pos:])
		switch {
		case r == '[':
			t.kind = opaque
			depth++
		case r == ']' && depth > 0:
			depth--
		case depth > 0, wordRune(r):
		case (r == '+' || r == '-') && isPower(l.src[start:l.pos]):
		default:
			n = 0
		}
		if n == 0 {
			break
		}
		l.pos += n
	}
	t.value = l.src[start:l.pos]
	if t.value == "" || depth > 0 {
		return t, errSyntax
	}
	return t, nil
}

func wordRune(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) || strings.ContainsRune("_.$\\?", r)
}

// isPower reports whether s is the first half of a number such as 1.5E+10.
func isPower(s string) bool {
	digits, ok := strings.CutSuffix(strings.ToUpper(s), "E")
	return ok && digits != "" && strings.Trim(digits, "0123456789.") == ""
}
