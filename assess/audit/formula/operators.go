package formula

import (
	"math"
	"strings"
	"unicode/utf8"
)

// signed computes a sign or per cent.
func (e *eval) signed(op Op, v Value) Value {
	if op == Plus {
		return v
	}
	if v = e.number(v); v.Sort == Err {
		return v
	}
	if op == Negate {
		return num(-v.Num)
	}
	return num(v.Num / 100)
}

func (e *eval) binary(op string, a, b Value) Value {
	switch {
	case a.Sort == Err:
		return a
	case b.Sort == Err:
		return b
	case op == "&":
		return e.join(e.str(a), e.str(b))
	case strings.Contains("=<>", op[:1]):
		return e.compared(op, a, b)
	}
	if a, b = e.number(a), e.number(b); a.Sort == Err {
		return a
	} else if b.Sort == Err {
		return b
	}
	return arithmetic(op, a.Num, b.Num)
}

func arithmetic(op string, a, b float64) Value {
	switch op {
	case "+":
		return num(plus(a, b))
	case "-":
		return num(plus(a, -b))
	case "*":
		return num(a * b)
	case "/":
		if b == 0 {
			return fault("#DIV/0!")
		}
		return num(a / b)
	}
	if a == 0 && b == 0 {
		return fault("#NUM!")
	}
	if a == 0 && b < 0 {
		return fault("#DIV/0!")
	}
	return num(math.Pow(a, b))
}

// maxText is the most that a cell holds.
const maxText = 32_767

func (e *eval) join(a, b Value) Value {
	switch {
	case a.Sort == Err:
		return a
	case b.Sort == Err:
		return b
	}
	return e.limited(a.Text + b.Text)
}

func (e *eval) limited(s string) Value {
	e.spend(len(s) / 64)
	if len(s) > maxText && utf8.RuneCountInString(s) > maxText {
		return fault("#VALUE!")
	}
	return text(s)
}

// compared answers = <> < > <= >=. The order of texts depends on the language
// unless they are plain words.
func (e *eval) compared(op string, a, b Value) Value {
	if op != "=" && op != "<>" && a.Sort == Str && b.Sort == Str && !(ordered(a.Text) && ordered(b.Text)) {
		return e.refuse("membandingkan urutan teks; hasilnya bergantung pada setelan bahasa")
	}
	if (a.Sort == Logic) != (b.Sort == Logic) && a.Sort != Blank && b.Sort != Blank {
		return e.refuse(WhyLogic)
	}
	c := compare(a, b)
	switch op {
	case "=":
		return logic(c == 0)
	case "<>":
		return logic(c != 0)
	case "<":
		return logic(c < 0)
	case ">":
		return logic(c > 0)
	case "<=":
		return logic(c <= 0)
	}
	return logic(c >= 0)
}

// ordered reports whether a text sorts alike everywhere: ASCII letters and digits.
func ordered(s string) bool {
	for i := range len(s) {
		if c := s[i]; !letter(c) && (c < '0' || c > '9') && c != ' ' {
			return false
		}
	}
	return true
}

// whole cuts towards zero; what is nearly a whole number is one.
func whole(f float64) float64 {
	if r := math.Round(f); equal(r, f) {
		return r
	}
	return math.Trunc(f)
}

// floor is the next whole number below; what is nearly a whole number is one.
func floor(f float64) float64 {
	if r := math.Round(f); equal(r, f) {
		return r
	}
	return math.Floor(f)
}
