package formula

import (
	"strings"
	"unicode/utf8"
)

func concat(e *eval, args []*Node) Value {
	out := text("")
	for _, a := range args {
		if out = e.join(out, e.textArg(a)); out.Sort == Err {
			return out
		}
	}
	return out
}

// cut makes LEFT and RIGHT.
func cut(e *eval, args []*Node, pick func(r []rune, n int) []rune) Value {
	s, n := e.textArg(args[0]), 1
	if len(args) == 2 {
		var bad Value
		if n, bad = e.wholeArg(args[1]); bad.Sort == Err {
			return bad
		}
	}
	switch {
	case s.Sort == Err:
		return s
	case n < 0:
		return fault("#VALUE!")
	}
	r := []rune(s.Text)
	return text(string(pick(r, min(n, len(r)))))
}

func left(e *eval, args []*Node) Value {
	return cut(e, args, func(r []rune, n int) []rune { return r[:n] })
}

func right(e *eval, args []*Node) Value {
	return cut(e, args, func(r []rune, n int) []rune { return r[len(r)-n:] })
}

func mid(e *eval, args []*Node) Value {
	s := e.textArg(args[0])
	from, bad := e.wholeArg(args[1])
	n, no := e.wholeArg(args[2])
	switch {
	case s.Sort == Err:
		return s
	case bad.Sort == Err:
		return bad
	case no.Sort == Err:
		return no
	case from < 1 || n < 0:
		return fault("#VALUE!")
	}
	r := []rune(s.Text)
	from = min(from-1, len(r))
	return text(string(r[from:min(from+n, len(r))]))
}

func length(e *eval, args []*Node) Value {
	s := e.textArg(args[0])
	if s.Sort == Err {
		return s
	}
	return num(float64(utf8.RuneCountInString(s.Text)))
}

// changed makes a function of one text.
func changed(e *eval, args []*Node, f func(string) string) Value {
	s := e.textArg(args[0])
	if s.Sort == Err {
		return s
	}
	return text(f(s.Text))
}

// trimmed drops spaces at the ends and doubled ones within; no-break spaces stay.
func trimmed(e *eval, args []*Node) Value {
	return changed(e, args, func(s string) string {
		return strings.Join(strings.FieldsFunc(s, func(r rune) bool { return r == ' ' }), " ")
	})
}

func upper(e *eval, args []*Node) Value { return changed(e, args, strings.ToUpper) }
func lower(e *eval, args []*Node) Value { return changed(e, args, strings.ToLower) }

func exact(e *eval, args []*Node) Value {
	a, b := e.textArg(args[0]), e.textArg(args[1])
	switch {
	case a.Sort == Err:
		return a
	case b.Sort == Err:
		return b
	}
	return logic(a.Text == b.Text)
}

func substitute(e *eval, args []*Node) Value {
	if len(args) == 4 {
		return e.refuse(whyArgument + "SUBSTITUTE")
	}
	s, old, with := e.textArg(args[0]), e.textArg(args[1]), e.textArg(args[2])
	for _, v := range []Value{s, old, with} {
		if v.Sort == Err {
			return v
		}
	}
	if old.Text == "" {
		return s
	}
	if n := strings.Count(s.Text, old.Text); len(s.Text)+n*len(with.Text) > 4*maxText {
		return fault("#VALUE!")
	}
	return e.limited(strings.ReplaceAll(s.Text, old.Text, with.Text))
}

func repeated(e *eval, args []*Node) Value {
	s := e.textArg(args[0])
	n, bad := e.wholeArg(args[1])
	switch {
	case s.Sort == Err:
		return s
	case bad.Sort == Err:
		return bad
	case n < 0, len(s.Text) > 0 && n > 4*maxText/len(s.Text):
		return fault("#VALUE!")
	}
	return e.limited(strings.Repeat(s.Text, n))
}

func find(e *eval, args []*Node) Value {
	if len(args) == 3 {
		return e.refuse(whyArgument + "FIND")
	}
	what, in := e.textArg(args[0]), e.textArg(args[1])
	switch {
	case what.Sort == Err:
		return what
	case in.Sort == Err:
		return in
	}
	before, _, found := strings.Cut(in.Text, what.Text)
	if !found {
		return fault("#VALUE!")
	}
	return num(float64(utf8.RuneCountInString(before) + 1))
}

func plainText(e *eval, args []*Node) Value {
	switch v := e.value(args[0]); v.Sort {
	case Str, Err:
		return v
	}
	return text("")
}
