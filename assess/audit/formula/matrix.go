package formula

// matrix is a block of values, row by row. One of a single row or column
// stretches to the size of another.
type matrix struct {
	high, wide int // as written
	rows, cols int // held; beyond is empty
	cells      []Value
}

func (m *matrix) at(row, col int) Value {
	if m.high == 1 {
		row = 0
	}
	if m.wide == 1 {
		col = 0
	}
	switch {
	case row >= m.high || col >= m.wide:
		return fault("#N/A")
	case row >= m.rows || col >= m.cols:
		return Value{}
	}
	return m.cells[row*m.cols+col]
}

// maxMatrix is the most cells of one block.
const maxMatrix = 100_000

func single(v Value) *matrix { return &matrix{1, 1, 1, 1, []Value{v}} }

// matrix computes a node to a block, as SUMPRODUCT wants it.
func (e *eval) matrix(n *Node) *matrix {
	if e.why != "" {
		return single(Value{})
	}
	switch n.Op {
	case Paren:
		return e.matrix(n.Args[0])
	case Reference, Name:
		if e.refers(n) {
			return e.block(n)
		}
	case Binary:
		return e.pairwise(e.matrix(n.Args[0]), e.matrix(n.Args[1]), func(a, b Value) Value { return e.binary(n.Text, a, b) })
	case Negate, Percent, Plus:
		return e.pairwise(e.matrix(n.Args[0]), single(Value{}), func(a, _ Value) Value { return e.signed(n.Op, a) })
	case Call:
		if s, ok := sorts[n.Text]; ok && len(n.Args) == 1 {
			return e.pairwise(e.matrix(n.Args[0]), single(Value{}), func(a, _ Value) Value { return logic(a.Sort == s) })
		}
	case Array:
		return e.constants(n)
	}
	return single(e.value(n))
}

var sorts = map[string]Sort{"ISNUMBER": Num, "ISTEXT": Str, "ISBLANK": Blank, "ISERROR": Err}

func (e *eval) constants(n *Node) *matrix {
	m := &matrix{high: len(n.Args), wide: len(n.Args[0].Args), rows: len(n.Args), cols: len(n.Args[0].Args)}
	for _, row := range n.Args {
		if len(row.Args) != m.wide {
			e.refuse(WhyArray)
			return single(Value{})
		}
		for _, c := range row.Args {
			m.cells = append(m.cells, e.value(c))
		}
	}
	return m
}

// block takes the cells of a reference, up to where the workbook ends.
func (e *eval) block(n *Node) *matrix {
	a, sheet, ok := e.area(n)
	if !ok {
		return single(fault("#REF!"))
	}
	bottom, right := e.book.Edge()
	m := &matrix{high: a.Height(), wide: a.Width(), rows: max(0, min(a.Bottom, bottom)-a.Top+1), cols: max(0, min(a.Right, right)-a.Left+1)}
	if m.cols > 0 && m.rows > maxMatrix/m.cols || !e.spend(m.rows*m.cols/8) {
		e.refuse(WhyWork)
		return single(Value{})
	}
	m.cells = make([]Value, m.rows*m.cols)
	e.eachIn(sheet, a, func(row, col int, v Value) bool {
		if v.Sort == Logic {
			e.refuse(WhyLogic)
		}
		m.cells[(row-a.Top)*m.cols+col-a.Left] = v
		return true
	})
	return m
}

// pairwise computes f for all pairs of values.
func (e *eval) pairwise(a, b *matrix, f func(a, b Value) Value) *matrix {
	m := &matrix{high: max(a.high, b.high), wide: max(a.wide, b.wide)}
	m.rows, m.cols = stretch(a.high, a.rows, b.high, b.rows), stretch(a.wide, a.cols, b.wide, b.cols)
	if m.cols > 0 && m.rows > maxMatrix/m.cols || !e.spend(m.rows*m.cols) {
		e.refuse(WhyWork)
		return single(Value{})
	}
	m.cells = make([]Value, 0, m.rows*m.cols)
	for row := range m.rows {
		for col := range m.cols {
			m.cells = append(m.cells, f(a.at(row, col), b.at(row, col)))
			if e.why != "" {
				return single(Value{})
			}
		}
	}
	if !e.nothingBeyond(m, func(row, col int) Value { return f(a.at(row, col), b.at(row, col)) }) {
		e.refuse(WhyWork)
	}
	return m
}

// stretch is how much of a pair has to be held: what is held of either, except of
// one that repeats.
func stretch(high, rows, otherHigh, otherRows int) int {
	if high == 1 && otherHigh > 1 {
		return otherRows
	}
	if otherHigh == 1 && high > 1 {
		return rows
	}
	return max(rows, otherRows)
}

// nothingBeyond reports whether the cells of m that are not held add nothing to a
// sum: they come from beyond the end of the workbook, so one of each line tells.
func (e *eval) nothingBeyond(m *matrix, value func(row, col int) Value) bool {
	nothing := func(row, col int) bool {
		v := value(row, col)
		return v.Sort != Err && v.Num == 0 && v.Text == ""
	}
	for col := 0; m.rows < m.high && col < m.cols; col++ {
		if !e.spend(1) || !nothing(m.rows, col) {
			return false
		}
	}
	for row := 0; m.cols < m.wide && row < m.rows; row++ {
		if !e.spend(1) || !nothing(row, m.cols) {
			return false
		}
	}
	return true
}

// sumProduct multiplies blocks cell by cell and adds up; what is no number is 0.
func sumProduct(e *eval, args []*Node) Value {
	blocks := make([]*matrix, len(args))
	for i, n := range args {
		blocks[i] = e.matrix(n)
		if blocks[i].high != blocks[0].high || blocks[i].wide != blocks[0].wide {
			return fault("#VALUE!")
		}
	}
	total := 0.0
	rows, cols := 0, 0
	for _, m := range blocks {
		rows, cols = max(rows, m.rows), max(cols, m.cols)
	}
	for row := range rows {
		for col := range cols {
			p := 1.0
			for _, m := range blocks {
				v := m.at(row, col)
				if v.Sort == Err {
					return v
				}
				if v.Sort != Num {
					p = 0
				} else {
					p *= v.Num
				}
			}
			total += p
		}
		if !e.spend(cols * len(blocks)) {
			return Value{}
		}
	}
	return num(total)
}
