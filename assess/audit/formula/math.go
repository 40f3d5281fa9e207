package formula

import "math"

// rounded makes ROUND and its relatives.
func rounded(way int) func(*eval, []*Node) Value {
	return func(e *eval, args []*Node) Value {
		x := e.numberArg(args[0])
		decimals, bad := e.wholeArg(args[1])
		switch {
		case x.Sort == Err:
			return x
		case bad.Sort == Err:
			return bad
		}
		return num(round(x.Num, decimals, way))
	}
}

func truncated(e *eval, args []*Node) Value {
	if len(args) == 1 {
		args = []*Node{args[0], {Op: Number}}
	}
	return rounded(-1)(e, args)
}

// of makes a function of one number.
func of(e *eval, args []*Node, f func(float64) Value) Value {
	v := e.numberArg(args[0])
	if v.Sort == Err {
		return v
	}
	return f(v.Num)
}

func integer(e *eval, args []*Node) Value {
	return of(e, args, func(f float64) Value { return num(floor(f)) })
}

func absolute(e *eval, args []*Node) Value {
	return of(e, args, func(f float64) Value { return num(math.Abs(f)) })
}

func signum(e *eval, args []*Node) Value {
	return of(e, args, func(f float64) Value {
		switch {
		case f > 0:
			return num(1)
		case f < 0:
			return num(-1)
		}
		return num(0)
	})
}

func root(e *eval, args []*Node) Value {
	return of(e, args, func(f float64) Value { return num(math.Sqrt(f)) })
}

func power(e *eval, args []*Node) Value {
	return e.binary("^", e.value(args[0]), e.value(args[1]))
}

func modulo(e *eval, args []*Node) Value {
	a, b := e.numberArg(args[0]), e.numberArg(args[1])
	switch {
	case a.Sort == Err:
		return a
	case b.Sort == Err:
		return b
	case b.Num == 0:
		return fault("#DIV/0!")
	}
	return num(plus(a.Num, -b.Num*floor(a.Num/b.Num)))
}

func plainNumber(e *eval, args []*Node) Value {
	switch v := e.value(args[0]); v.Sort {
	case Num, Err:
		return v
	case Logic:
		return num(v.Num)
	}
	return num(0)
}
