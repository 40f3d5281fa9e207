package problem

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unicode"
)

// Severity says whether the input was refused in part or merely looks odd.
type Severity string

// An Error means that something was not read; a Warning that it was read and
// deserves a look.
const (
	Error   Severity = "error"
	Warning Severity = "warning"
)

// Place is where a problem sits; empty parts are unknown or do not apply.
// Cell is an A1 reference in a workbook, "baris 12" in a CSV, "12:5" (line and
// column) in a YAML file.
type Place struct {
	File  string
	Sheet string
	Cell  string
}

// Problem is one thing wrong with one input. Its JSON keys are part of the
// result contract (spotcheck/result/v1).
type Problem struct {
	Severity Severity `json:"severity"`
	File     string   `json:"file"`
	Sheet    string   `json:"sheet"`
	Cell     string   `json:"cell"`
	Code     Code     `json:"code"`
	Message  string   `json:"message"`
	Value    string   `json:"value,omitempty"`
	Allowed  string   `json:"allowed,omitempty"`
	Remedy   string   `json:"remedy"`
	Unit     string   `json:"unit,omitempty"` // whose answer it is about; empty where nobody's
}

// Of says whose answer the problem is about.
func (p Problem) Of(unit string) Problem {
	p.Unit = unit
	return p
}

// New makes the problem code at place; severity and remedy come from the
// catalogue, the message from format.
func New(code Code, at Place, format string, args ...any) Problem {
	e := code.entry()
	return Problem{
		Severity: e.Severity, Code: code, Remedy: e.Remedy,
		File: at.File, Sheet: at.Sheet, Cell: at.Cell,
		Message: printable(fmt.Sprintf(format, args...), maxMessage),
	}
}

// Seen returns p with the value that was found and, where there is a closed
// set, the values that would have been right.
func (p Problem) Seen(value string, allowed ...string) Problem {
	p.Value, p.Allowed = printable(value, maxValue), printable(strings.Join(allowed, ", "), maxAllowed)
	return p
}

// In returns p with the file set, for readers that do not know their file's
// name.
func (p Problem) In(file string) Problem {
	p.File = file
	return p
}

// Fix returns p with a remedy that fits this case better than the catalogue's.
func (p Problem) Fix(remedy string) Problem {
	p.Remedy = remedy
	return p
}

// String is the place in one line: file: sheet!cell.
func (p Place) String() string {
	at := p.Cell
	if p.Sheet != "" {
		at = strings.TrimSuffix(p.Sheet+"!"+p.Cell, "!")
	}
	parts := slices.DeleteFunc([]string{p.File, at}, func(s string) bool { return s == "" })
	return printable(strings.Join(parts, ": "), maxPlace)
}

// Where is the problem's place in one line.
func (p Problem) Where() string { return Place{p.File, p.Sheet, p.Cell}.String() }

// Error is the problem in one line, so that a Problem can travel as an error.
func (p Problem) Error() string {
	var b strings.Builder
	fmt.Fprintf(&b, "[%s] ", p.Code)
	if at := p.Where(); at != "" {
		b.WriteString(at + ": ")
	}
	b.WriteString(p.Message)
	if p.Value != "" {
		fmt.Fprintf(&b, " (terbaca: %q)", p.Value)
	}
	if p.Allowed != "" {
		fmt.Fprintf(&b, "; yang diterima: %s", p.Allowed)
	}
	if p.Remedy == "" {
		return b.String()
	}
	return b.String() + stop(b.String()) + p.Remedy
}

// stop ends a sentence, unless it asks something.
func stop(sentence string) string {
	if strings.HasSuffix(sentence, "?") {
		return " "
	}
	return ". "
}

// List is all that is wrong with a set of inputs.
type List []Problem

// Errors counts the problems of severity Error.
func (l List) Errors() int {
	n := 0
	for _, p := range l {
		if p.Severity == Error {
			n++
		}
	}
	return n
}

// Sort orders the list by file, sheet, row, column, code, message and value.
func (l List) Sort() {
	slices.SortStableFunc(l, func(a, b Problem) int {
		return cmp.Or(
			strings.Compare(a.File, b.File), strings.Compare(a.Sheet, b.Sheet),
			compareCells(a.Cell, b.Cell),
			strings.Compare(string(a.Code), string(b.Code)), strings.Compare(a.Message, b.Message),
			strings.Compare(a.Value, b.Value), strings.Compare(a.Allowed, b.Allowed), strings.Compare(a.Remedy, b.Remedy))
	})
}

// Error makes a List usable as an error: one line per problem.
func (l List) Error() string {
	lines := make([]string, len(l))
	for i, p := range l {
		lines[i] = p.Error()
	}
	return strings.Join(lines, "\n")
}

// compareCells sorts B9 before B10 and A2 before B2, and "3:1" before "12:4".
func compareCells(a, b string) int {
	al, an := splitCell(a)
	bl, bn := splitCell(b)
	return cmp.Or(cmp.Compare(an, bn), cmp.Compare(len(al), len(bl)), strings.Compare(al, bl))
}

func splitCell(s string) (rest string, number int) {
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			continue
		}
		j := i
		for j < len(s) && s[j] >= '0' && s[j] <= '9' && j-i < 9 {
			number = number*10 + int(s[j]-'0')
			j++
		}
		return s[:i] + s[j:], number
	}
	return s, 0
}

// Longest texts that a problem carries, in runes: a file may hold anything, but
// what is told about it must stay readable.
const (
	maxPlace   = 600
	maxMessage = 400
	maxValue   = 80
	maxAllowed = 2000
)

// printable makes text of unknown origin safe for a terminal and a report: one
// line, without control or direction marks, at most that many runes.
func printable(s string, most int) string {
	s = strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r):
			return ' '
		case !unicode.IsGraphic(r):
			return -1
		}
		return r
	}, s)
	r := []rune(strings.Join(strings.Fields(s), " "))
	if len(r) > most {
		return string(r[:most]) + "…"
	}
	return string(r)
}
