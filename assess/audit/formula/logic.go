package formula

func choice(e *eval, args []*Node) Value {
	test := e.truth(e.value(args[0]))
	switch {
	case test.Sort == Err:
		return test
	case test.Num != 0:
		return e.value(args[1])
	case len(args) == 3:
		return e.value(args[2])
	}
	return logic(false)
}

func choices(e *eval, args []*Node) Value {
	if len(args)%2 != 0 {
		return e.refuse(whyArgument + "IFS")
	}
	for i := 0; i < len(args); i += 2 {
		test := e.truth(e.value(args[i]))
		switch {
		case test.Sort == Err:
			return test
		case test.Num != 0:
			return e.value(args[i+1])
		}
	}
	return fault("#N/A")
}

func ifError(e *eval, args []*Node) Value {
	if v := e.value(args[0]); v.Sort != Err || e.why != "" {
		return v
	}
	return e.value(args[1])
}

func ifNA(e *eval, args []*Node) Value {
	if v := e.value(args[0]); v.Sort != Err || v.Text != "#N/A" || e.why != "" {
		return v
	}
	return e.value(args[1])
}

func choose(e *eval, args []*Node) Value {
	k, bad := e.wholeArg(args[0])
	switch {
	case bad.Sort == Err:
		return bad
	case k < 1 || k >= len(args):
		return fault("#VALUE!")
	}
	return e.value(args[k])
}

func switched(e *eval, args []*Node) Value {
	x := e.value(args[0])
	if x.Sort == Err {
		return x
	}
	i := 1
	for ; i+1 < len(args); i += 2 {
		if v := e.value(args[i]); v.Sort == Err {
			return v
		} else if compare(x, v) == 0 {
			return e.value(args[i+1])
		}
	}
	if i < len(args) {
		return e.value(args[i])
	}
	return fault("#N/A")
}

// truths visits the truths of arguments as AND sees them: texts and empty cells
// of references do not count.
func (e *eval) truths(args []*Node, visit func(bool)) Value {
	n := 0
	var bad Value
	for _, a := range args {
		if !e.refers(a) {
			v := e.truth(e.loose(a))
			if v.Sort == Err {
				return v
			}
			n++
			visit(v.Num != 0)
			continue
		}
		if v := e.each(a, func(_, _ int, v Value) bool {
			switch v.Sort {
			case Err:
				bad = v
			case Num, Logic:
				n++
				visit(v.Num != 0)
			}
			return bad.Sort != Err
		}); v.Sort == Err {
			return v
		}
	}
	switch {
	case bad.Sort == Err:
		return bad
	case n == 0:
		return fault("#VALUE!")
	}
	return Value{}
}

func and(e *eval, args []*Node) Value {
	all := true
	if bad := e.truths(args, func(b bool) { all = all && b }); bad.Sort == Err {
		return bad
	}
	return logic(all)
}

func or(e *eval, args []*Node) Value {
	any := false
	if bad := e.truths(args, func(b bool) { any = any || b }); bad.Sort == Err {
		return bad
	}
	return logic(any)
}

func not(e *eval, args []*Node) Value {
	v := e.truth(e.value(args[0]))
	if v.Sort == Err {
		return v
	}
	return logic(v.Num == 0)
}

func yes(*eval, []*Node) Value { return logic(true) }
func no(*eval, []*Node) Value  { return logic(false) }
func na(*eval, []*Node) Value  { return fault("#N/A") }

func is(s Sort) func(*eval, []*Node) Value {
	return func(e *eval, args []*Node) Value { return logic(e.value(args[0]).Sort == s) }
}

func isErr(e *eval, args []*Node) Value {
	v := e.value(args[0])
	return logic(v.Sort == Err && v.Text != "#N/A")
}

func isNA(e *eval, args []*Node) Value {
	v := e.value(args[0])
	return logic(v.Sort == Err && v.Text == "#N/A")
}

func isNonText(e *eval, args []*Node) Value { return logic(e.value(args[0]).Sort != Str) }
