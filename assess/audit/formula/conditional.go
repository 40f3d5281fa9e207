package formula

// condition is a range and the test for its cells.
type condition struct {
	area  Area
	sheet int
	test  criterion
}

// conditions reads pairs of range and criterion.
func (e *eval) conditions(args []*Node) []condition {
	var out []condition
	for i := 0; i+1 < len(args); i += 2 {
		a, sheet, ok := e.area(args[i])
		if !ok {
			e.refuse("menguji rentang yang tidak dapat diikuti")
			return nil
		}
		out = append(out, condition{a, sheet, e.criterion(args[i+1])})
		first := out[0].area
		if a.Height() != first.Height() || a.Width() != first.Width() {
			e.refuse("memakai rentang yang tidak sama panjang")
		}
	}
	if len(args)%2 != 0 {
		e.refuse("memakai syarat yang tidak berpasangan")
	}
	return out
}

// matching visits the offsets within the ranges at which all conditions hold.
func (e *eval) matching(list []condition, visit func(down, across int) bool) {
	if e.why != "" || len(list) == 0 {
		return
	}
	first := list[0]
	try := func(down, across int, v Value) bool {
		if !e.passes(first.test, v) {
			return e.why == ""
		}
		for _, c := range list[1:] {
			if !e.spend(1) || !e.passes(c.test, e.at(c.sheet, c.area, down, across)) {
				return e.why == ""
			}
		}
		return visit(down, across) && e.why == ""
	}
	if !first.test.absent {
		e.eachIn(first.sheet, first.area, func(row, col int, v Value) bool {
			return try(row-first.area.Top, col-first.area.Left, v)
		})
		return
	}
	for down := range first.area.Height() {
		for across := range first.area.Width() {
			if !e.spend(1) || !try(down, across, e.at(first.sheet, first.area, down, across)) {
				return
			}
		}
	}
}

// at is the cell of an area at an offset from its corner.
func (e *eval) at(sheet int, a Area, down, across int) Value {
	e.spend(4) // finding one cell costs more than passing by
	v, why := e.book.Cell(sheet, a.Top+down, a.Left+across)
	if why != "" {
		e.refuse(why)
	}
	return v
}

// reduce sums what stands beside the cells that match.
func (e *eval) reduce(values *Node, list []condition, same bool) (total float64, n int, bad Value) {
	a, sheet, ok := e.area(values)
	if !ok {
		return 0, 0, e.refuse("menjumlah rentang yang tidak dapat diikuti")
	}
	if same && len(list) > 0 && (a.Height() != list[0].area.Height() || a.Width() != list[0].area.Width()) {
		return 0, 0, e.refuse("memakai rentang yang tidak sama panjang")
	}
	e.matching(list, func(down, across int) bool {
		switch v := e.at(sheet, a, down, across); v.Sort {
		case Num:
			total, n = total+v.Num, n+1
		case Err:
			bad = v
		}
		return bad.Sort != Err
	})
	return total, n, bad
}

func sumIf(e *eval, args []*Node) Value {
	values := args[0]
	if len(args) == 3 {
		values = args[2]
	}
	total, _, bad := e.reduce(values, e.conditions(args[:2]), false)
	if bad.Sort == Err {
		return bad
	}
	return num(total)
}

func averageIf(e *eval, args []*Node) Value {
	values := args[0]
	if len(args) == 3 {
		values = args[2]
	}
	total, n, bad := e.reduce(values, e.conditions(args[:2]), false)
	if bad.Sort == Err {
		return bad
	}
	return mean(total, n)
}

func sumIfs(e *eval, args []*Node) Value {
	total, _, bad := e.reduce(args[0], e.conditions(args[1:]), true)
	if bad.Sort == Err {
		return bad
	}
	return num(total)
}

func averageIfs(e *eval, args []*Node) Value {
	total, n, bad := e.reduce(args[0], e.conditions(args[1:]), true)
	if bad.Sort == Err {
		return bad
	}
	return mean(total, n)
}

func countIf(e *eval, args []*Node) Value { return countIfs(e, args) }

func countIfs(e *eval, args []*Node) Value {
	n := 0
	e.matching(e.conditions(args), func(int, int) bool { n++; return true })
	return num(float64(n))
}
