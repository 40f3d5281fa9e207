package formula

import (
	"strconv"
	"strings"
)

// The most that Excel takes: characters of a formula, and levels within levels.
// A level of ours is an argument or a bracket.
const (
	maxLength = 8192
	maxLevels = 130
)

// Parse reads the formula of the cell at row, col, with or without its equals
// sign. The error says in Indonesian why it cannot be understood.
func Parse(text string, row, col int) (*Node, error) {
	text = strings.TrimPrefix(strings.TrimSpace(text), "=")
	if len(text) > 4*maxLength {
		return nil, errLong
	}
	if strings.TrimSpace(text) == "" {
		return nil, errSyntax
	}
	p := &parser{lexer: lexer{src: text}, row: row, col: col}
	p.advance()
	n := p.expression(0)
	if p.err == nil && p.t.kind != end {
		p.err = errSyntax
	}
	if p.err != nil {
		return nil, p.err
	}
	return n, nil
}

// parser reads one token ahead. After the first error it only yields empty nodes.
type parser struct {
	lexer
	row, col int
	t        token
	before   int // where t begins
	levels   int
	err      error
}

func (p *parser) advance() {
	if p.err != nil {
		return
	}
	p.before = p.pos
	if p.t, p.err = p.next(); p.err != nil {
		p.t = token{}
	}
}

func (p *parser) fail(err error) *Node {
	if p.err == nil {
		p.err = err
	}
	p.t = token{}
	return &Node{Op: Missing}
}

func (p *parser) at(s string) bool { return p.t.kind == sign && p.t.value == s }

func (p *parser) expect(s string) {
	if !p.at(s) {
		p.fail(errSyntax)
		return
	}
	p.advance()
}

// strengths are how tightly the operators bind; 0 is no operator.
var strengths = map[string]int{
	"=": 1, "<>": 1, "<": 1, ">": 1, "<=": 1, ">=": 1, "&": 2, "+": 3, "-": 3, "*": 4, "/": 4, "^": 5,
}

// expression reads operands joined by operators stronger than least. All of them
// group from the left, the power too.
func (p *parser) expression(least int) *Node {
	if p.levels++; p.levels > maxLevels {
		return p.fail(errLong)
	}
	defer func() { p.levels-- }()
	left := p.unary()
	for p.err == nil && p.t.kind == sign {
		s := strengths[p.t.value]
		if s == 0 || s <= least {
			break
		}
		op := p.t.value
		p.advance()
		left = &Node{Op: Binary, Text: op, Args: []*Node{left, p.expression(s)}}
	}
	return left
}

// unary reads signs before an operand and per cents after it; a sign binds
// tighter than a power, unlike in mathematics.
func (p *parser) unary() *Node {
	var signs []Op
	for p.at("-") || p.at("+") {
		op := Plus
		if p.t.value == "-" {
			op = Negate
		}
		if signs = append(signs, op); len(signs) > maxLevels {
			return p.fail(errLong)
		}
		p.advance()
	}
	n := p.ranged()
	for i := 0; p.at("%"); i++ {
		if i > maxLevels {
			return p.fail(errLong)
		}
		n = &Node{Op: Percent, Args: []*Node{n}}
		p.advance()
	}
	for i := len(signs) - 1; i >= 0; i-- {
		n = &Node{Op: signs[i], Args: []*Node{n}}
	}
	return n
}

// The reasons why a piece is not computed.
const (
	WhyComputed  = "memakai rentang yang batasnya dihitung"
	WhyIntersect = "memakai irisan atau gabungan rentang"
	WhyTable     = "merujuk kolom tabel Excel (Tabel[Kolom])"
	WhyLink      = "merujuk buku kerja lain"
	WhyThreeD    = "merujuk beberapa lembar sekaligus (Lembar1:Lembar3)"
	WhyArray     = "rumus larik"
)

// ranged reads an operand, and the ranges and intersections that begin with it.
func (p *parser) ranged() *Node {
	start := p.before
	n := p.operand()
	for i := 0; p.err == nil; i++ {
		why := ""
		switch {
		case p.at(":"):
			why = WhyComputed
			p.advance()
		case p.t.space && refers(n) && (p.t.kind == word || p.t.kind == quoted || p.t.kind == opaque):
			why = WhyIntersect
		default:
			return n
		}
		if i > maxLevels {
			return p.fail(errLong)
		}
		right := p.operand()
		n = &Node{Op: Opaque, Text: why, Args: []*Node{n, right}}
		n.Raw = strings.TrimSpace(p.src[start:p.before])
	}
	return n
}

// refers reports whether a node may stand for cells.
func refers(n *Node) bool {
	return n.Op == Reference || n.Op == Name || n.Op == Opaque || n.Op == Paren
}

func (p *parser) operand() *Node {
	t := p.t
	switch {
	case p.err != nil:
		return &Node{Op: Missing}
	case t.kind == str:
		p.advance()
		return &Node{Op: Text, Text: t.value}
	case t.kind == errLit:
		p.advance()
		return &Node{Op: ErrorValue, Text: t.value}
	case t.kind == quoted, t.kind == opaque, t.kind == word:
		return p.named()
	case p.at("("):
		return p.paren()
	case p.at("{"):
		return p.array()
	}
	return p.fail(errSyntax)
}

// paren reads a bracket. A list of ranges in it is one operand.
func (p *parser) paren() *Node {
	start := p.before
	p.advance()
	n := &Node{Op: Paren, Args: []*Node{p.expression(0)}}
	for p.at(",") && len(n.Args) <= maxLength {
		p.advance()
		n.Op, n.Text = Opaque, WhyIntersect
		n.Args = append(n.Args, p.expression(0))
	}
	p.expect(")")
	if n.Op == Opaque {
		n.Raw = strings.TrimSpace(p.src[start:p.before])
	}
	return n
}

// array reads {1,2;3,4}; an arg of the node is a row, which is an Array too.
func (p *parser) array() *Node {
	p.advance()
	rows := &Node{Op: Array, Args: []*Node{{Op: Array}}}
	for p.err == nil {
		v := p.unary()
		constant := v
		if (v.Op == Negate || v.Op == Plus) && v.Args[0].Op == Number {
			constant = v.Args[0]
		}
		switch constant.Op {
		case Number, Text, Bool, ErrorValue:
		default:
			return p.fail(errSyntax)
		}
		row := rows.Args[len(rows.Args)-1]
		row.Args = append(row.Args, v)
		switch {
		case p.at(","):
		case p.at(";"):
			rows.Args = append(rows.Args, &Node{Op: Array})
		default:
			p.expect("}")
			return rows
		}
		p.advance()
	}
	return rows
}

// call reads the arguments of a function whose name has been read.
func (p *parser) call(name string) *Node {
	name = strings.ToUpper(name)
	for _, prefix := range []string{"_XLFN.", "_XLWS."} {
		name = strings.TrimPrefix(name, prefix)
	}
	n := &Node{Op: Call, Text: name}
	p.expect("(")
	if p.at(")") {
		p.advance()
		return n
	}
	for p.err == nil {
		if p.at(",") || p.at(")") {
			n.Args = append(n.Args, &Node{Op: Missing})
		} else {
			n.Args = append(n.Args, p.expression(0))
		}
		if !p.at(",") {
			break
		}
		p.advance()
	}
	p.expect(")")
	return n
}

// number reads a plain number.
func number(s string) (float64, bool) {
	if s == "" || strings.Trim(s, "0123456789.eE+-") != "" {
		return 0, false
	}
	f, err := strconv.ParseFloat(s, 64)
	return f, err == nil
}
