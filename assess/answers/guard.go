package answers

import "strings"

// risky are the first characters at which spreadsheet programs stop to see text.
// Who writes an answers CSV puts an apostrophe before such a text, and before one
// that looks guarded already.
const risky = "=+-@\t\n"

// unguard takes away that one apostrophe, and no other.
func unguard(s string) string {
	if strings.HasPrefix(s, "'") && isRisky(s) {
		return s[1:]
	}
	return s
}

// isRisky: apostrophes, none or more, and then a risky character.
func isRisky(s string) bool {
	s = strings.TrimLeft(s, "'")
	return s != "" && strings.IndexByte(risky, s[0]) >= 0
}
