package formula

import (
	"strconv"
	"strings"
)

// Shape is the formula in R1C1 manner: equal for a formula and its copies in
// other cells.
func (n *Node) Shape() string { return n.write(writer{relative: true}) }

// Skeleton is the formula without what its references, numbers and texts are:
// equal for formulas that do the same with other cells.
func (n *Node) Skeleton() string { return n.write(writer{relative: true, bare: true}) }

// At is the formula as it reads in the cell at row, col, without equals sign.
func (n *Node) At(row, col int) string { return n.write(writer{row: row, col: col}) }

func (n *Node) write(w writer) string {
	w.node(n)
	return w.String()
}

// writer writes trees as text. The manner is set by its first fields.
type writer struct {
	row, col int
	relative bool
	bare     bool

	strings.Builder
}

func (w *writer) node(n *Node) {
	switch n.Op {
	case Number, Text:
		w.constant(n)
	case Bool:
		w.WriteString(BoolText(n.Num != 0))
	case ErrorValue, Name:
		w.WriteString(strings.ToUpper(n.Text))
	case Reference:
		w.reference(n.Ref)
	case Call:
		w.WriteString(n.Text)
		w.list("(", n.Args, ",", ")")
	case Paren:
		w.list("(", n.Args, ",", ")")
	case Binary:
		w.node(n.Args[0])
		w.WriteString(n.Text)
		w.node(n.Args[1])
	case Negate, Plus:
		w.WriteByte("-+"[n.Op-Negate])
		w.node(n.Args[0])
	case Percent:
		w.node(n.Args[0])
		w.WriteByte('%')
	case Array:
		w.array(n)
	case Opaque:
		w.opaque(n)
	}
}

func (w *writer) list(open string, args []*Node, between, shut string) {
	w.WriteString(open)
	for i, a := range args {
		if i > 0 {
			w.WriteString(between)
		}
		w.node(a)
	}
	w.WriteString(shut)
}

func (w *writer) array(n *Node) {
	w.WriteByte('{')
	for i, row := range n.Args {
		if i > 0 {
			w.WriteByte(';')
		}
		w.list("", row.Args, ",", "")
	}
	w.WriteByte('}')
}

func (w *writer) constant(n *Node) {
	switch {
	case w.bare:
		w.WriteByte('?')
	case n.Op == Text:
		w.WriteString(`"` + strings.ReplaceAll(n.Text, `"`, `""`) + `"`)
	default:
		w.WriteString(strconv.FormatFloat(n.Num, 'G', -1, 64))
	}
}

// opaque writes a piece as it stands; in a shape, what it refers to counts.
func (w *writer) opaque(n *Node) {
	if !w.relative || len(n.Args) == 0 {
		w.WriteString(n.Raw)
		return
	}
	w.list("<", n.Args, "|", ">")
}

func (w *writer) reference(r *Ref) {
	if r.Sheet != "" {
		name := r.Sheet
		if w.relative {
			name = strings.ToUpper(name)
		}
		w.WriteString(QuoteSheet(name) + "!")
	}
	switch {
	case w.bare && r.Single:
		w.WriteByte('c')
	case w.bare:
		w.WriteByte('r')
	case w.relative:
		w.r1c1(r)
	default:
		w.a1(r)
	}
}

func (w *writer) r1c1(r *Ref) {
	for i, c := range []Corner{r.From, r.To} {
		if i == 1 {
			if r.Single {
				return
			}
			w.WriteByte(':')
		}
		if !r.Columns {
			w.offset('R', c.Row, c.AbsRow)
		}
		if !r.Rows {
			w.offset('C', c.Col, c.AbsCol)
		}
	}
}

func (w *writer) offset(letter byte, n int, abs bool) {
	w.WriteByte(letter)
	if abs {
		w.WriteString(strconv.Itoa(n))
	} else {
		w.WriteString("[" + strconv.Itoa(n) + "]")
	}
}

func (w *writer) a1(r *Ref) {
	for i, c := range []Corner{r.From, r.To} {
		if i == 1 {
			if r.Single {
				return
			}
			w.WriteByte(':')
		}
		row, col := c.at(w.row, w.col)
		if !r.Rows {
			w.WriteString(dollar(c.AbsCol) + columnName(col))
		}
		if !r.Columns {
			w.WriteString(dollar(c.AbsRow) + strconv.Itoa(row))
		}
	}
}

func dollar(abs bool) string {
	if abs {
		return "$"
	}
	return ""
}

// columnName is the letters of a column, "?" off the sheet.
func columnName(col int) string {
	if col < 1 || col > MaxCol {
		return "?"
	}
	name := ""
	for ; col > 0; col = (col - 1) / 26 {
		name = string(rune('A'+(col-1)%26)) + name
	}
	return name
}

// QuoteSheet writes the name of a sheet as formulas do: in quotes unless it is a
// plain word that cannot be taken for a cell.
func QuoteSheet(name string) string {
	plain := name != "" && !(name[0] >= '0' && name[0] <= '9')
	for _, r := range name {
		plain = plain && (wordRune(r) && r != '$' && r != '?' && r != '\\')
	}
	if _, cell := cellCorner(name); cell || !plain {
		return "'" + strings.ReplaceAll(name, "'", "''") + "'"
	}
	return name
}

// BoolText is how a truth reads in formulas.
func BoolText(b bool) string {
	if b {
		return "TRUE"
	}
	return "FALSE"
}
