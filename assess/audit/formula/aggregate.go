package formula

import (
	"math"
	"slices"
)

// numbers visits the numbers of arguments as SUM sees them: of references only
// what is a number, of values also what can be one. The result is the first
// error met, or Blank.
func (e *eval) numbers(args []*Node, visit func(float64)) (bad Value) {
	for _, n := range args {
		if e.refers(n) {
			if v := e.each(n, func(_, _ int, v Value) bool {
				switch v.Sort {
				case Num:
					visit(v.Num)
				case Err:
					bad = v
				case Logic:
					e.refuse(WhyLogic)
				}
				return bad.Sort != Err
			}); v.Sort == Err {
				bad = v
			}
		} else if v := e.number(e.loose(n)); v.Sort == Err {
			bad = v
		} else {
			visit(v.Num)
		}
		if bad.Sort == Err || e.why != "" {
			return bad
		}
	}
	return bad
}

// list is the numbers of arguments.
func (e *eval) list(args []*Node) (out []float64, bad Value) {
	bad = e.numbers(args, func(f float64) { out = append(out, f) })
	return out, bad
}

// tally makes a function of the sum and count of its arguments.
func tally(e *eval, args []*Node, end func(total float64, n int) Value) Value {
	total, n := 0.0, 0
	if bad := e.numbers(args, func(f float64) { total, n = total+f, n+1 }); bad.Sort == Err {
		return bad
	}
	return end(total, n)
}

func sum(e *eval, args []*Node) Value {
	return tally(e, args, func(total float64, _ int) Value { return num(total) })
}

func average(e *eval, args []*Node) Value { return tally(e, args, mean) }

func mean(total float64, n int) Value {
	if n == 0 {
		return fault("#DIV/0!")
	}
	return num(total / float64(n))
}

func sumSquares(e *eval, args []*Node) Value {
	total := 0.0
	if bad := e.numbers(args, func(f float64) { total += f * f }); bad.Sort == Err {
		return bad
	}
	return num(total)
}

func product(e *eval, args []*Node) Value {
	out, n := 1.0, 0
	if bad := e.numbers(args, func(f float64) { out, n = out*f, n+1 }); bad.Sort == Err {
		return bad
	}
	if n == 0 {
		return num(0)
	}
	return num(out)
}

func least(e *eval, args []*Node) Value    { return extreme(e, args, slices.Min) }
func greatest(e *eval, args []*Node) Value { return extreme(e, args, slices.Max) }

func extreme(e *eval, args []*Node, of func([]float64) float64) Value {
	list, bad := e.list(args)
	switch {
	case bad.Sort == Err:
		return bad
	case len(list) == 0:
		return num(0)
	}
	return num(of(list))
}

func median(e *eval, args []*Node) Value {
	list, bad := e.list(args)
	switch n := len(list); {
	case bad.Sort == Err:
		return bad
	case n == 0:
		return fault("#NUM!")
	default:
		slices.Sort(list)
		return num((list[(n-1)/2] + list[n/2]) / 2)
	}
}

func deviation(e *eval, args []*Node) Value    { return spread(e, args, 1) }
func deviationAll(e *eval, args []*Node) Value { return spread(e, args, 0) }

// spread is the standard deviation; lost is 1 for a sample.
func spread(e *eval, args []*Node, lost int) Value {
	list, bad := e.list(args)
	switch {
	case bad.Sort == Err:
		return bad
	case len(list) <= lost:
		return fault("#DIV/0!")
	}
	total := 0.0
	for _, f := range list {
		total += f
	}
	middle, squares := total/float64(len(list)), 0.0
	for _, f := range list {
		squares += (f - middle) * (f - middle)
	}
	return num(math.Sqrt(squares / float64(len(list)-lost)))
}

// count counts numbers; unlike all others it passes over errors.
func count(e *eval, args []*Node) Value {
	total := 0
	for _, n := range args {
		if e.refers(n) {
			if bad := e.each(n, func(_, _ int, v Value) bool {
				switch v.Sort {
				case Num:
					total++
				case Logic:
					e.refuse(WhyLogic)
				}
				return true
			}); bad.Sort == Err {
				return bad
			}
			continue
		}
		switch v := e.loose(n); v.Sort {
		case Str:
			if e.textNumber(v.Text).Sort == Num {
				total++
			}
		case Num, Logic, Blank:
			total++
		}
	}
	return num(float64(total))
}

func counta(e *eval, args []*Node) Value {
	total := 0
	for _, n := range args {
		if !e.refers(n) {
			e.value(n)
			total++
			continue
		}
		if bad := e.each(n, func(_, _ int, v Value) bool {
			if v.Sort != Blank {
				total++
			}
			return true
		}); bad.Sort == Err {
			return bad
		}
	}
	return num(float64(total))
}

func countBlank(e *eval, args []*Node) Value {
	a, _, ok := e.area(args[0])
	if !ok {
		return e.refuse(whyArgument + "COUNTBLANK")
	}
	full := 0
	if bad := e.each(args[0], func(_, _ int, v Value) bool {
		if v.Sort != Blank && !(v.Sort == Str && v.Text == "") {
			full++
		}
		return true
	}); bad.Sort == Err {
		return bad
	}
	return num(float64(a.Height()*a.Width() - full))
}

// subtotal is refused where it would have to know about filters and about other
// subtotals: the caller's cells do not tell.
func subtotal(e *eval, args []*Node) Value {
	return e.refuse(whyFunction + "SUBTOTAL")
}

// kth sorts the numbers of the first argument and picks one by the second.
func kth(e *eval, args []*Node, pick func(list []float64, k int) float64) Value {
	list, bad := e.list(args[:1])
	k, no := e.wholeArg(args[1])
	switch {
	case bad.Sort == Err:
		return bad
	case no.Sort == Err:
		return no
	case k < 1 || k > len(list):
		return fault("#NUM!")
	}
	slices.Sort(list)
	return num(pick(list, k))
}

func large(e *eval, args []*Node) Value {
	return kth(e, args, func(list []float64, k int) float64 { return list[len(list)-k] })
}

func small(e *eval, args []*Node) Value {
	return kth(e, args, func(list []float64, k int) float64 { return list[k-1] })
}

// rank is the place of a number among others, the greatest first unless asked
// otherwise.
func rank(e *eval, args []*Node) Value {
	x := e.numberArg(args[0])
	list, bad := e.list(args[1:2])
	up := len(args) == 3 && e.truth(e.number(e.value(args[2]))).Num != 0
	switch {
	case x.Sort == Err:
		return x
	case bad.Sort == Err:
		return bad
	}
	place, found := 1, false
	for _, f := range list {
		switch {
		case equal(f, x.Num):
			found = true
		case (f > x.Num) != up:
			place++
		}
	}
	if !found {
		return e.refuse("mencari peringkat angka yang tidak ada dalam daftarnya")
	}
	return num(float64(place))
}
