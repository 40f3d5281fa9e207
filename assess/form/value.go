package form

import (
	"math/big"
	"strconv"
	"strings"
	"unicode/utf8"

	"spotcheck/assess"
	"spotcheck/assess/sheet"
	"spotcheck/indicators"
	"spotcheck/indicators/problem"
)

// isBlank reports whether a cell says nothing: empty, or white space only.
func isBlank(c sheet.Cell) bool {
	if c.Kind == sheet.Text && c.Text != "" && c.Text[0] > ' ' && c.Text[0] < utf8.RuneSelf {
		return false // most texts, without a look at the rest
	}
	return c.Kind == sheet.Empty || c.Kind == sheet.Text && indicators.Squash(c.Text) == ""
}

// decimal is the shortest decimal text of the double that a number cell holds.
// Excel writes 87.4 as 87.400000000000006; both name the same double, so this
// loses nothing, while the sum 0.1+0.2 stays the long number that it is.
func decimal(stored string) string {
	f, err := strconv.ParseFloat(stored, 64)
	if err != nil {
		return stored
	}
	return strconv.FormatFloat(f, 'f', -1, 64)
}

// shown is a cell as a person sees it, for messages, notes and labels.
func (r *reader) shown(c sheet.Cell) string {
	switch c.Kind {
	case sheet.Number:
		return strings.Replace(decimal(c.Text), ".", ",", 1)
	case sheet.Percent:
		if v, ok := new(big.Rat).SetString(decimal(c.Text)); ok {
			return indicators.Comma(v.Mul(v, big.NewRat(100, 1))) + "%"
		}
	case sheet.Date:
		if day, ok := r.book.ISODate(c); ok {
			return day
		}
	case sheet.Bool:
		if c.Text == "1" {
			return "TRUE"
		}
		return "FALSE"
	}
	return c.Text
}

// reading is what an answer cell was found to say: an answer, nothing (state
// Missing without fault), or a fault.
type reading struct {
	state   assess.State
	value   *big.Rat
	fault   problem.Code
	message string
	remedy  string // fits better than the catalogue's; may be empty
}

// numberRemedy is how to mend a number; empty where answers are picked from a list.
func numberRemedy(s *indicators.Scale) string {
	if len(s.Levels) > 0 {
		return ""
	}
	return "Ketik ulang angkanya di sel itu, tanpa tanda persen atau satuan"
}

// given reports whether the cell says something that counts.
func (r reading) given() bool { return r.state == assess.Answered || r.state == assess.NA }

// unreadable are the kinds of cells that are never an answer.
var unreadable = map[sheet.Kind]reading{
	sheet.NoValue: {fault: problem.FormulaNoValue, message: "sel jawaban berisi rumus yang disimpan tanpa hasil"},
	sheet.Error:   {fault: problem.ErrorCell, message: "sel jawaban berisi galat"},
	sheet.Date:    {fault: problem.DateCell, message: "sel jawaban berisi tanggal"},
	sheet.Bool:    {fault: problem.ValueNotInScale, message: "sel jawaban berisi nilai logika (TRUE/FALSE)"},
	sheet.Percent: {fault: problem.ValueNotInScale, message: "sel jawaban berformat persen"},
}

// plainRemedy is how to mend a cell whose format gives its number another look:
// what is typed into it would look so again.
func plainRemedy(s *indicators.Scale) string {
	const first = "Ubah format sel itu menjadi Umum (General), lalu "
	if len(s.Levels) > 0 {
		return first + "pilih ulang jawabannya dari daftar pilihan"
	}
	return first + "ketik ulang angkanya, tanpa tanda persen atau satuan"
}

// judge reads an answer cell; reasons are the cells in which the reason of a TB
// may stand.
func judge(c sheet.Cell, n *indicators.Node, reasons ...sheet.Cell) reading {
	if isBlank(c) {
		return reading{state: assess.Missing}
	}
	if bad, ok := unreadable[c.Kind]; ok {
		if c.Kind == sheet.Percent || c.Kind == sheet.Date && len(n.Scale.Levels) == 0 {
			bad.remedy = plainRemedy(n.Scale)
		}
		return bad
	}
	if c.Masked {
		return reading{
			fault: problem.ValueNotInScale, message: "format angka sel itu menampilkan tulisan lain, bukan angka yang tersimpan",
			remedy: plainRemedy(n.Scale),
		}
	}
	text := c.Text
	if c.Kind == sheet.Number {
		text = decimal(text)
	}
	if c.Kind == sheet.Text && ambiguous(text, n.Scale) {
		return reading{fault: problem.ValueNotInScale, message: "angka dengan pemisah ribuan dapat dibaca dua cara", remedy: "Ketik ulang angkanya tanpa pemisah ribuan"}
	}
	if v, ok := n.Scale.Parse(text); ok {
		return reading{state: assess.Answered, value: v}
	}
	switch {
	case !indicators.IsNA(text):
		return notInScale(text, n.Scale)
	case n.NA == "":
		return reading{fault: problem.NAForbidden, message: "indikator ini tidak dapat dijawab TB (tidak berlaku)"}
	}
	for _, reason := range reasons {
		if reason.Kind != sheet.Error && reason.Kind != sheet.NoValue && !indicators.IsFiller(reason.Text) {
			return reading{state: assess.NA}
		}
	}
	return reading{fault: problem.NAWithoutReason, message: "TB (tidak berlaku) tanpa alasan"}
}
