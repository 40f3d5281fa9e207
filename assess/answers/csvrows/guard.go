package csvrows

import (
	"encoding/csv"
	"io"
	"regexp"
	"strings"
)

// risky are the first characters at which spreadsheet programs stop to see text.
const risky = "=+-@\t\r\n"

// Guard makes a text harmless to spreadsheet programs: it puts an apostrophe before
// one that they would take for a formula, and before one that looks guarded already.
func Guard(text string) string {
	if isRisky(text) {
		return "'" + text
	}
	return text
}

// Unguard takes away the one apostrophe of Guard, and no other.
func Unguard(text string) string {
	if strings.HasPrefix(text, "'") && isRisky(text) {
		return text[1:]
	}
	return text
}

// isRisky: apostrophes, none or more, and then a risky character.
func isRisky(text string) bool {
	text = strings.TrimLeft(text, "'")
	return text != "" && strings.IndexByte(risky, text[0]) >= 0
}

// number is text that is a number to everybody and needs no guard.
var number = regexp.MustCompile(`^-[0-9]+([.,][0-9]+)?$`)

// Write writes rows as CSV with this separator; no field of them is a formula.
func Write(w io.Writer, separator rune, rows [][]string) error {
	out := csv.NewWriter(w)
	out.Comma = separator
	guarded := []string{}
	for _, row := range rows {
		guarded = guarded[:0]
		for _, field := range row {
			if !number.MatchString(field) {
				field = Guard(field)
			}
			guarded = append(guarded, field)
		}
		if err := out.Write(guarded); err != nil {
			return err
		}
	}
	out.Flush()
	return out.Error()
}
