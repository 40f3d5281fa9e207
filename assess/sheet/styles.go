package sheet

import (
	"math"
	"strings"

	"spotcheck/indicators/problem"
)

// maxFormats is above what Excel lets a workbook hold, of number formats and
// of cell formats each.
const maxFormats = 65_536

// mask marks the Kind of a format under which a number does not look like itself.
const mask Kind = 1 << 7

// readStyles learns from each cell format whether numbers under it are dates,
// percentages or plain, and whether they are masked.
func (w *Workbook) readStyles(part string) error {
	src, err := w.archive.part(part)
	if err != nil {
		return err
	}
	x := newScanner(part, src, problem.Place{})
	var custom map[int]Kind
	var ids []int
	x.root(mainSpace, "styleSheet")
	for x.child() {
		switch {
		case x.is("numFmts"):
			custom = x.numberFormats()
		case x.is("cellXfs"):
			ids = x.cellFormats()
		default:
			x.skip()
		}
	}
	w.formats = make([]Kind, len(ids))
	for i, id := range ids {
		kind, ok := custom[id]
		if !ok {
			kind = builtinKind(id)
		}
		w.formats[i] = kind
	}
	return x.finish()
}

// numberFormats reads the number formats that the workbook spells out, by id.
func (x *scanner) numberFormats() map[int]Kind {
	custom := make(map[int]Kind)
	for x.child() {
		if id := x.formatID(); x.is("numFmt") {
			code := string(x.attr("formatCode"))
			custom[id] = formatKind(code)
			if masks(code) {
				custom[id] |= mask
			}
		}
		x.formatLimit(len(custom))
		x.skip()
	}
	return custom
}

// cellFormats reads the number format id of each cell format.
func (x *scanner) cellFormats() []int {
	var ids []int
	for x.child() {
		if x.is("xf") {
			ids = append(ids, x.formatID())
		}
		x.formatLimit(len(ids))
		x.skip()
	}
	return ids
}

func (x *scanner) formatLimit(n int) {
	if n > maxFormats {
		x.fail(problem.TooLarge, "lebih dari %d format", maxFormats)
	}
}

// formatID is the number format that the open element names, 0 (general) if
// it names none.
func (x *scanner) formatID() int {
	value := x.attr("numFmtId")
	if value == nil {
		return 0
	}
	id, ok := parseInt(trim(value), math.MaxInt32)
	if !ok {
		x.damaged("numFmtId %q tidak sah", value)
	}
	return id
}

// builtin lists the number formats that a workbook uses by number without
// spelling them out. The later ones are those of East Asian and Thai Excel.
var builtin = []struct {
	from, to int
	kind     Kind
}{
	{9, 10, Percent}, {14, 22, Date}, {27, 36, Date}, {45, 47, Date},
	{50, 58, Date}, {67, 68, Percent}, {71, 81, Date},
}

func builtinKind(id int) Kind {
	for _, b := range builtin {
		if id >= b.from && id <= b.to {
			return b.kind
		}
	}
	return Number
}

// formatKind tells what a format code shows: a date if a letter for a part of
// date or time stands outside quotes, escapes and conditions, a percentage if
// a % does.
func formatKind(code string) Kind {
	kind := Number
	for i := 0; i < len(code); i++ {
		switch code[i] {
		case '"':
			i = skipPast(code, i+1, '"')
		case '[':
			end := skipPast(code, i+1, ']')
			if isElapsed(code[i+1 : end]) {
				return Date
			}
			i = end
		case '\\', '_', '*':
			i++
		case '%':
			kind = Percent
		case 'd', 'D', 'm', 'M', 'y', 'Y', 'h', 'H', 's', 'S':
			return Date
		}
	}
	return kind
}

// masks reports whether a format shows numbers above nought as something else: it
// has no place for their digits, or drops thousands.
func masks(code string) bool {
	plain, _, _ := strings.Cut(skeleton(code), ";")
	last := strings.LastIndexAny(plain, "0#?")
	switch {
	case code == "", strings.Contains(plain, "@"), strings.Contains(strings.ToLower(plain), "general"):
		return false
	case last < 0:
		return true
	}
	return strings.HasPrefix(plain[last+1:], ",") || strings.Contains(plain, ",.")
}

// skeleton is a format code without the texts, conditions and blanks in it.
func skeleton(code string) string {
	var out strings.Builder
	for i := 0; i < len(code); i++ {
		switch code[i] {
		case '"':
			i = skipPast(code, i+1, '"')
		case '[':
			i = skipPast(code, i+1, ']')
		case '\\', '_', '*':
			i++
		default:
			out.WriteByte(code[i])
		}
	}
	return out.String()
}

// skipPast is the index of the next mark in code from i, or the length of code.
func skipPast(code string, i int, mark byte) int {
	if n := strings.IndexByte(code[i:], mark); n >= 0 {
		return i + n
	}
	return len(code)
}

// isElapsed reports whether the inside of brackets counts hours, minutes or
// seconds, as in [h]:mm.
func isElapsed(inside string) bool {
	return inside != "" && (strings.Trim(inside, "hH") == "" || strings.Trim(inside, "mM") == "" || strings.Trim(inside, "sS") == "")
}
