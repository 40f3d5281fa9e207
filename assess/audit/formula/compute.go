package formula

import (
	"math"
	"strings"
)

// Book is where a formula finds what it refers to. Sheets are numbered; texts of
// cells are as stored.
type Book interface {
	// Sheet finds a sheet by name, without regard to case.
	Sheet(name string) (sheet int, ok bool)
	// Cell is the value of a cell, Blank if there is none. why says why it is not
	// known; empty if it is.
	Cell(sheet, row, col int) (v Value, why string)
	// Each visits the cells with content of an area, row by row; looked is how many
	// rows and cells that took.
	Each(sheet int, a Area, visit func(row, col int, v Value, why string) bool) (looked int)
	// Edge is the last row and column with content in any sheet.
	Edge() (row, col int)
	// Name is what a defined name stands for in a sheet; nil if there is none.
	Name(sheet int, name string) *Node
}

// Place is the cell that a formula stands in. Comma says that numbers turn into
// texts with a decimal comma.
type Place struct {
	Sheet, Row, Col int
	Comma           bool
}

// The reasons for which a sound formula is not computed.
const (
	WhyWork     = "perhitungannya melampaui batas kerja"
	WhySpread   = "memakai rentang di tempat satu nilai"
	WhyLanguage = "memakai teks sebagai angka; hasilnya bergantung pada setelan bahasa"
	WhyLogic    = "menghitung nilai TRUE/FALSE; hasilnya bergantung pada programnya"
	WhyUnsorted = "mencari nilai terdekat dalam daftar yang tidak urut"
	WhyName     = "memakai nama rentang yang tidak dapat diikuti"
	WhyVolatile = "memakai fungsi yang berubah sendiri"
	whyFunction = "memakai fungsi yang tidak dihitung ulang: "
	whyArgument = "memakai argumen yang tidak dihitung ulang pada fungsi "
)

// Compute computes a formula. work is lowered by the cells and nodes looked at,
// and computing ends when it is used up. why is empty, or says in Indonesian why
// there is no value.
func Compute(n *Node, at Place, book Book, work *int) (v Value, why string) {
	e := &eval{Place: at, book: book, work: work}
	v = e.value(n)
	if v.Sort == Blank {
		v = num(0) // a formula is never empty
	}
	return v, e.why
}

// eval is one computation. After the first refusal, why holds its reason and
// every method soon returns.
type eval struct {
	Place
	book  Book
	work  *int
	why   string
	names int // names within names
}

func (e *eval) refuse(why string) Value {
	if e.why == "" {
		e.why = why
	}
	return fault("#VALUE!")
}

// spend counts work; it is false when there is none left.
func (e *eval) spend(n int) bool {
	if *e.work -= n; *e.work < 0 {
		e.refuse(WhyWork)
	}
	return e.why == ""
}

// value computes a node to one value.
func (e *eval) value(n *Node) Value {
	if !e.spend(1) {
		return Value{}
	}
	switch n.Op {
	case Number:
		return num(n.Num)
	case Text:
		return text(n.Text)
	case Bool:
		return logic(n.Num != 0)
	case ErrorValue:
		return fault(n.Text)
	case Missing:
		return Value{}
	case Reference, Name:
		return e.cell(n)
	case Paren:
		return e.value(n.Args[0])
	case Binary:
		return e.binary(n.Text, e.value(n.Args[0]), e.value(n.Args[1]))
	case Negate, Percent, Plus:
		return e.signed(n.Op, e.value(n.Args[0]))
	case Call:
		return e.call(n)
	case Array:
		return e.refuse(WhyArray)
	}
	return e.refuse(n.Text)
}

// call runs a function of the table.
func (e *eval) call(n *Node) Value {
	if Volatile[n.Text] {
		return e.refuse(WhyVolatile)
	}
	f, ok := functions[n.Text]
	if !ok {
		return e.refuse(whyFunction + n.Text)
	}
	if len(n.Args) < f.least || len(n.Args) > f.most {
		return e.refuse(whyArgument + n.Text)
	}
	return f.run(e, n.Args)
}

// cell is the value of a node that refers to one cell, or a name of a constant.
func (e *eval) cell(n *Node) Value {
	a, at, ok := e.area(n)
	switch {
	case e.why != "":
		return Value{}
	case !ok && n.Op == Name:
		return e.constant(n)
	case !ok:
		return fault("#REF!")
	case a.Height() > 1 || a.Width() > 1:
		return e.refuse(WhySpread)
	}
	v, why := e.book.Cell(at, a.Top, a.Left)
	if why != "" {
		e.refuse(why)
	}
	return v
}

// maxNames is how deep names may stand for names.
const maxNames = 8

// named is what a name stands for; nil after a refusal.
func (e *eval) named(n *Node) *Node {
	meaning := e.book.Name(e.Sheet, n.Text)
	if meaning == nil || e.names >= maxNames {
		e.refuse(WhyName)
		return nil
	}
	return meaning
}

func (e *eval) constant(n *Node) Value {
	meaning := e.named(n)
	if meaning == nil {
		return Value{}
	}
	e.names++
	defer func() { e.names-- }()
	return e.value(meaning)
}

// area is the cells that a node refers to, and their sheet; ok is false if it
// refers to none.
func (e *eval) area(n *Node) (a Area, sheet int, ok bool) {
	for n.Op == Paren {
		n = n.Args[0]
	}
	switch n.Op {
	case Name:
		meaning := e.named(n)
		if meaning == nil {
			return a, 0, false
		}
		e.names++
		defer func() { e.names-- }()
		return e.area(meaning)
	case Reference:
	default:
		return a, 0, false
	}
	if a, ok = n.Ref.At(e.Row, e.Col); !ok {
		return a, 0, false
	}
	if a.Sheet == "" {
		return a, e.Sheet, true
	}
	sheet, ok = e.book.Sheet(a.Sheet)
	return a, sheet, ok
}

// refers reports whether an argument stands for cells rather than for a value.
func (e *eval) refers(n *Node) bool {
	for n.Op == Paren {
		n = n.Args[0]
	}
	if n.Op == Name {
		_, _, ok := e.area(n)
		return ok
	}
	return n.Op == Reference
}

// each visits the cells with content that a node refers to; visit returns false
// to stop. A reference that leads nowhere is its error.
func (e *eval) each(n *Node, visit func(row, col int, v Value) bool) (bad Value) {
	a, sheet, ok := e.area(n)
	if !ok {
		return fault("#REF!")
	}
	e.eachIn(sheet, a, visit)
	return Value{}
}

func (e *eval) eachIn(sheet int, a Area, visit func(row, col int, v Value) bool) {
	looked := e.book.Each(sheet, a, func(row, col int, v Value, why string) bool {
		if why != "" {
			e.refuse(why)
		}
		return e.why == "" && visit(row, col, v)
	})
	e.spend(looked/2 + 1)
}

// handing are functions that may hand on a reference instead of its value. What
// is no number then counts differently.
var handing = map[string]bool{"IF": true, "IFS": true, "CHOOSE": true, "INDEX": true, "SWITCH": true, "IFERROR": true, "IFNA": true}

// loose computes an argument that is no reference, for a function that treats
// references and values differently.
func (e *eval) loose(n *Node) Value {
	v := e.value(n)
	for n.Op == Paren {
		n = n.Args[0]
	}
	if n.Op == Call && handing[n.Text] && v.Sort != Num && v.Sort != Err {
		e.refuse("memakai hasil IF atau sejenisnya yang bukan angka di dalam fungsi lain")
	}
	return v
}

// number turns a value into a number, or an error.
func (e *eval) number(v Value) Value {
	switch v.Sort {
	case Blank:
		return num(0)
	case Logic:
		return num(v.Num)
	case Str:
		return e.textNumber(v.Text)
	}
	return v
}

// textNumber is a text that computing takes for a number. Only plain digits are
// one everywhere; "87,5" is one here and none there.
func (e *eval) textNumber(s string) Value {
	if f, ok := plainInteger(s); ok {
		return num(f)
	}
	if strings.ContainsAny(s, "0123456789") {
		return e.refuse(WhyLanguage)
	}
	return fault("#VALUE!")
}

func plainInteger(s string) (float64, bool) {
	digits := strings.TrimLeft(strings.Trim(s, " "), "+-")
	if digits == "" || len(digits) > 15 || strings.Trim(digits, "0123456789") != "" {
		return 0, false
	}
	return number(strings.TrimPrefix(strings.Trim(s, " "), "+"))
}

// str turns a value into a text, or an error.
func (e *eval) str(v Value) Value {
	switch v.Sort {
	case Err, Str:
		return v
	}
	if a := math.Abs(v.Num); v.Sort == Logic || a >= 1e15 || a > 0 && a < 1e-4 {
		return e.refuse("mengubah angka menjadi teks; hasilnya bergantung pada programnya")
	}
	s := v.Show()
	if e.Comma && v.Sort == Num {
		s = strings.Replace(s, ".", ",", 1)
	}
	return text(s)
}

// truth turns a value into a truth, or an error.
func (e *eval) truth(v Value) Value {
	switch v.Sort {
	case Str:
		switch fold(v.Text) {
		case "TRUE":
			return logic(true)
		case "FALSE":
			return logic(false)
		}
		return fault("#VALUE!")
	case Err:
		return v
	}
	return logic(v.Num != 0)
}

// numberArg and textArg compute an argument.
func (e *eval) numberArg(n *Node) Value { return e.number(e.value(n)) }
func (e *eval) textArg(n *Node) Value   { return e.str(e.value(n)) }

// wholeArg computes an argument that is cut to a whole number.
func (e *eval) wholeArg(n *Node) (int, Value) {
	v := e.numberArg(n)
	if v.Sort == Err {
		return 0, v
	}
	if v.Num > 1e9 || v.Num < -1e9 {
		return 0, fault("#NUM!")
	}
	return int(whole(v.Num)), Value{}
}
