package formula

import (
	"math"
	"strconv"
	"strings"
)

// Sort is what a Value is.
type Sort uint8

// The sorts, in the order in which unlike values compare.
const (
	Blank Sort = iota
	Num
	Str
	Logic
	Err
)

// Value is what a cell holds or a formula gives. Num is the number, or 1 for
// true; Text is the text, or the name of the error.
type Value struct {
	Sort Sort
	Num  float64
	Text string
}

func num(f float64) Value {
	if math.IsNaN(f) || math.IsInf(f, 0) {
		return fault("#NUM!")
	}
	return Value{Sort: Num, Num: f}
}

func text(s string) Value     { return Value{Sort: Str, Text: s} }
func fault(name string) Value { return Value{Sort: Err, Text: name} }

func logic(b bool) Value {
	if b {
		return Value{Sort: Logic, Num: 1}
	}
	return Value{Sort: Logic}
}

// Show is how a cell of general format shows the value, with a decimal point.
func (v Value) Show() string {
	switch v.Sort {
	case Num:
		return ShowNumber(v.Num)
	case Logic:
		return BoolText(v.Num != 0)
	}
	return v.Text
}

// ShowNumber writes a number with the fifteen digits that people see.
func ShowNumber(f float64) string {
	if f == 0 {
		return "0"
	}
	f, _ = strconv.ParseFloat(strconv.FormatFloat(f, 'e', 14, 64), 64)
	if a := math.Abs(f); a >= 1e-9 && a < 1e21 {
		return strconv.FormatFloat(f, 'f', -1, 64)
	}
	return strings.ToUpper(strconv.FormatFloat(f, 'e', -1, 64))
}

// nearly is how far apart doubles may be that people see as equal: a few units in
// the fifteenth digit.
const nearly = 1.0 / (1 << 48)

// equal compares as the programs do, to about fifteen digits.
func equal(a, b float64) bool {
	return a == b || math.Abs(a-b) <= nearly*math.Max(math.Abs(a), math.Abs(b))
}

// plus adds; what cancels to nearly nothing is nothing.
func plus(a, b float64) float64 {
	sum := a + b
	if math.Abs(sum) <= nearly*math.Max(math.Abs(a), math.Abs(b)) {
		return 0
	}
	return sum
}

// compare orders two values as = < > do: numbers before texts before truths, and
// an empty cell is whatever makes it equal to nothing. Texts compare without
// regard to case.
func compare(a, b Value) int {
	a, b = fill(a, b), fill(b, a)
	switch {
	case a.Sort != b.Sort:
		return int(a.Sort) - int(b.Sort)
	case a.Sort == Str:
		return strings.Compare(fold(a.Text), fold(b.Text))
	case equal(a.Num, b.Num):
		return 0
	case a.Num < b.Num:
		return -1
	}
	return 1
}

// fill is what an empty v stands for beside other.
func fill(v, other Value) Value {
	if v.Sort != Blank {
		return v
	}
	switch other.Sort {
	case Str:
		return text("")
	case Logic:
		return logic(false)
	}
	return num(0)
}

func fold(s string) string { return strings.ToUpper(s) }

// round rounds half away from zero at a number of decimals, by the fifteen digits
// that people see: 2.675 to two decimals is 2.68. way is 0 for that, 1 away from
// zero, -1 towards it.
func round(f float64, decimals int, way int) float64 {
	if f == 0 || decimals > 300 {
		return f
	}
	if decimals < -300 {
		return 0
	}
	seen, power, _ := strings.Cut(strconv.FormatFloat(math.Abs(f), 'e', 14, 64), "e")
	digits := strings.Replace(seen, ".", "", 1)
	exp, _ := strconv.Atoi(power)
	keep := exp + 1 + decimals // how many of the digits stay
	switch {
	case keep >= len(digits):
		return f
	case keep < 0 && way <= 0, keep == 0 && way == 0 && digits[0] < '5', keep <= 0 && way < 0:
		return 0
	}
	up := way > 0 && strings.Trim(digits[max(keep, 0):], "0") != "" || way == 0 && digits[max(keep, 0)] >= '5'
	kept := digits[:max(keep, 0)]
	if kept == "" {
		kept = "0"
	}
	whole, _ := strconv.ParseInt(kept, 10, 64)
	if up {
		whole++
	}
	out, _ := strconv.ParseFloat(strconv.FormatInt(whole, 10)+"e"+strconv.Itoa(-decimals), 64)
	return math.Copysign(out, f)
}
