package workbook

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"spotcheck/assess/sheet"
	"spotcheck/indicators"
	"spotcheck/indicators/format"
	"spotcheck/indicators/problem"
)

// blank reports whether a cell says nothing.
func blank(c sheet.Cell) bool {
	return c.Kind == sheet.Empty || c.Kind == sheet.Text && indicators.Squash(c.Text) == ""
}

// decimal is the number in a cell as Excel shows it, with the fifteen digits that
// it keeps: 12.22, although the file may say 12.220000000000001.
func decimal(stored string) string {
	f, err := strconv.ParseFloat(stored, 64)
	if err != nil {
		return stored
	}
	f, _ = strconv.ParseFloat(strconv.FormatFloat(f, 'e', 14, 64), 64)
	return strconv.FormatFloat(f, 'f', -1, 64)
}

// wrongKind is what cells are told that hold neither text nor number.
var wrongKind = map[sheet.Kind]struct {
	code          problem.Code
	message, must string
}{
	sheet.Percent: {problem.BadCellValue, "sel berformat persen", "Ubah format selnya menjadi Umum, lalu ketik ulang tanpa tanda persen"},
	sheet.Date:    {problem.BadCellValue, "Excel mengubah isi sel menjadi tanggal", "Ubah format selnya menjadi Teks, lalu ketik ulang"},
	sheet.Bool:    {problem.BadCellValue, "sel berisi nilai logika (TRUE/FALSE)", "Ubah format selnya menjadi Teks, lalu ketik ulang"},
	sheet.Error:   {problem.ErrorCell, "sel berisi galat", "Ganti isi sel itu dengan teks atau angka"},
	sheet.NoValue: {problem.FormulaNoValue, "sel berisi rumus tanpa hasil", "Ganti rumusnya dengan hasilnya, lalu simpan"},
}

// grouped is what may be thousands to one reader and a decimal to another.
var grouped = regexp.MustCompile(`^-?[1-9][0-9]{0,2}[.,][0-9]{3}$`)

// value is what a cell says under a column.
func (r *reader) value(c sheet.Cell, k format.Key, at problem.Place) format.Value {
	text, number := c.Text, k.Kind == format.Decimal || k.Kind == format.Whole
	if date, ok := r.book.ISODate(c); ok && k.Kind == format.Date {
		c.Kind, text = sheet.Text, date
	}
	if w, bad := wrongKind[c.Kind]; bad {
		r.tell(problem.New(w.code, at, "%s", w.message).Seen(c.Text).Fix(w.must))
		return format.Value{At: at}
	}
	switch text = strings.TrimSpace(text); {
	case c.Kind == sheet.Number:
		text = decimal(text)
	case number && grouped.MatchString(text):
		r.tell(problem.New(problem.BadCellValue, at, "angka ini dapat dibaca dua cara").Seen(text).Fix("Ketik sebagai angka, bukan teks"))
	case number && strings.Count(text, ",") == 1:
		text = strings.Replace(text, ",", ".", 1)
	}
	if !k.Kind.IsList() {
		return format.Value{Text: format.Clean(k.Kind, text), At: at}
	}
	v := format.Value{Items: split(format.Clean(format.Text, text)), At: at}
	for i := range v.Items {
		v.Items[i].At = at
	}
	return v
}

var escaped = regexp.MustCompile(`^_x[0-9A-Fa-f]{4}_`)

// escape writes a text as workbooks hold it, which excelize leaves to its callers:
// characters that XML has none for as _x0007_, and what only looks so, told apart.
func escape(text string) string {
	var b strings.Builder
	for i, r := range text {
		switch {
		case r == '_' && escaped.MatchString(text[i:]):
			b.WriteString("_x005F_")
		case r < ' ' && r != '\t' && r != '\n' || r == '\ufffe' || r == '\uffff':
			fmt.Fprintf(&b, "_x%04X_", r)
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}
