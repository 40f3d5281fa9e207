package formula

// Op is what a node does.
type Op uint8

// The ops. Opaque is a piece that is understood well enough to be shown and to
// know what it refers to, but not to be computed; Text is the reason.
const (
	Number Op = iota
	Text
	Bool
	ErrorValue
	Missing // an argument left out
	Reference
	Name
	Call
	Binary
	Negate
	Plus
	Percent
	Paren
	Array
	Opaque
)

// Node is a piece of a formula. Trees are shared between cells and never changed.
type Node struct {
	Op   Op
	Text string // text, function, operator, name, error; the reason of an Opaque
	Raw  string // how an Opaque was written
	Num  float64
	Ref  *Ref
	Args []*Node
}

// Ref is a reference, relative to a cell. Sheet is empty for the cell's own.
type Ref struct {
	Sheet    string
	From, To Corner
	Rows     bool // whole rows, as in 2:5
	Columns  bool // whole columns, as in B:C
	Single   bool // one cell
}

// Corner is one end of a reference: an absolute number, or an offset.
type Corner struct {
	Row, Col       int
	AbsRow, AbsCol bool
}

// The size of a worksheet, fixed by the file format.
const (
	MaxRow = 1_048_576
	MaxCol = 16_384
)

// Area is a rectangle of cells, both corners included. Sheet is empty for the
// sheet of the formula. Whole rows and columns reach to the edge of the sheet.
type Area struct {
	Sheet                    string
	Top, Left, Bottom, Right int
}

// Height and Width are how many cells the area has.
func (a Area) Height() int { return a.Bottom - a.Top + 1 }

// Width is the number of columns.
func (a Area) Width() int { return a.Right - a.Left + 1 }

// Holds reports whether a cell lies in the area.
func (a Area) Holds(row, col int) bool {
	return row >= a.Top && row <= a.Bottom && col >= a.Left && col <= a.Right
}

// At is the area that r means in a formula at row, col; ok is false if it would
// lie off the sheet.
func (r *Ref) At(row, col int) (a Area, ok bool) {
	top, left := r.From.at(row, col)
	bottom, right := r.To.at(row, col)
	a = Area{r.Sheet, min(top, bottom), min(left, right), max(top, bottom), max(left, right)}
	if r.Rows {
		a.Left, a.Right = 1, MaxCol
	}
	if r.Columns {
		a.Top, a.Bottom = 1, MaxRow
	}
	return a, a.Top >= 1 && a.Left >= 1 && a.Bottom <= MaxRow && a.Right <= MaxCol
}

func (c Corner) at(row, col int) (int, int) {
	if c.AbsRow {
		row = 0
	}
	if c.AbsCol {
		col = 0
	}
	return c.Row + row, c.Col + col
}

// Walk visits the node and all below it, a parent before its children; visit
// returns false to leave out what is below.
func (n *Node) Walk(visit func(*Node) bool) {
	if !visit(n) {
		return
	}
	for _, a := range n.Args {
		a.Walk(visit)
	}
}

// Refs calls visit for each reference, with the area that it means in a formula
// at row, col; references off the sheet are left out.
func (n *Node) Refs(row, col int, visit func(Area)) {
	n.Walk(func(m *Node) bool {
		if m.Op == Reference {
			if a, ok := m.Ref.At(row, col); ok {
				visit(a)
			}
		}
		return true
	})
}

// Size is the number of nodes.
func (n *Node) Size() int {
	size := 0
	n.Walk(func(*Node) bool { size++; return true })
	return size
}
