package formula

import (
	"strings"
)

// criterion is the test of SUMIF and its relatives.
type criterion struct {
	op     string // = <> < > <= >=
	value  Value  // what to compare with
	wild   bool   // a text with * or ?
	absent bool   // an empty cell passes
}

// criterion reads the argument that says which cells count: a value, or a text
// such as ">=80".
func (e *eval) criterion(n *Node) criterion {
	v := e.value(n)
	c := criterion{op: "=", value: v}
	if v.Sort == Blank {
		c.value = num(0) // an empty cell as criterion means 0
	}
	if v.Sort != Str {
		return c
	}
	rest := v.Text
	for _, op := range []string{"<>", "<=", ">=", "=", "<", ">"} {
		if after, ok := strings.CutPrefix(rest, op); ok {
			c.op, rest = op, after
			break
		}
	}
	c.value = e.operand(rest)
	switch {
	case rest == "" && c.op == "=":
		c.absent = true
	case c.op == "<>":
		c.absent = rest != ""
	}
	if c.value.Sort == Str {
		c.wild = strings.ContainsAny(rest, "*?~")
		if c.op != "=" && c.op != "<>" {
			e.refuse("membandingkan urutan teks; hasilnya bergantung pada setelan bahasa")
		}
	}
	return c
}

// operand is what stands after the operator: a number, a truth or a text.
func (e *eval) operand(s string) Value {
	if f, ok := plainInteger(s); ok {
		return num(f)
	}
	switch fold(s) {
	case "TRUE":
		return logic(true)
	case "FALSE":
		return logic(false)
	}
	if s != "" && strings.Trim(s, "0123456789.,-+%/:eE ") == "" {
		e.refuse(WhyLanguage) // "80,5" and "80.5" mean different things on different machines
	}
	return text(s)
}

// passes reports whether a cell counts.
func (e *eval) passes(c criterion, v Value) bool {
	if v.Sort == Blank {
		return c.absent
	}
	if c.value.Sort == Str && c.value.Text == "" { // "", "=" and "<>"
		return c.op == "<>" || v.Sort == Str && v.Text == ""
	}
	if v.Sort != c.value.Sort {
		if v.Sort == Str && c.value.Sort == Num {
			if _, ok := plainInteger(v.Text); ok {
				e.refuse("membandingkan teks dengan angka; hasilnya bergantung pada programnya")
			}
		}
		return c.op == "<>"
	}
	same := compare(v, c.value)
	if c.wild {
		same = 1
		if e.spend(len(v.Text)/8+1) && wildcard([]rune(fold(c.value.Text)), []rune(fold(v.Text))) {
			same = 0
		}
	}
	switch c.op {
	case "=":
		return same == 0
	case "<>":
		return same != 0
	case "<":
		return same < 0
	case ">":
		return same > 0
	case "<=":
		return same <= 0
	}
	return same >= 0
}

// wildcard matches * and ?; ~ takes the next letter as it is.
func wildcard(pattern, s []rune) bool {
	star, mark := -1, 0
	i, j := 0, 0
	for j < len(s) {
		switch {
		case i < len(pattern) && pattern[i] == '*':
			star, mark = i, j
			i++
		case i < len(pattern) && pattern[i] == '~' && i+1 < len(pattern) && pattern[i+1] == s[j]:
			i, j = i+2, j+1
		case i < len(pattern) && pattern[i] != '~' && (pattern[i] == '?' || pattern[i] == s[j]):
			i, j = i+1, j+1
		case star >= 0:
			mark++
			i, j = star+1, mark
		default:
			return false
		}
	}
	for i < len(pattern) && pattern[i] == '*' {
		i++
	}
	return i == len(pattern)
}
