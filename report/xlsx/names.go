package xlsx

import (
	"fmt"
	"strings"

	"spotcheck/report"
)

const (
	longestName = 31 // of a sheet, in UTF-16 units
	listSheet   = "Daftar"
	emptySheet  = "Laporan"
)

// namer gives legal names to sheets, each one once.
type namer map[string]bool

// section is the name of the sheet of a section; n counts from 1.
func (used namer) section(s report.Section, n int) string {
	for _, wish := range []string{s.Sheet, s.Title} {
		if name := legal(wish); name != "" {
			return used.unique(name)
		}
	}
	return used.unique(fmt.Sprintf("Lembar %d", n))
}

// unique adds a number to a name that is taken; Excel does not tell apart upper
// and lower case.
func (used namer) unique(name string) string {
	free := shorten(name, longestName)
	for n := 2; used[strings.ToLower(free)]; n++ {
		tail := fmt.Sprintf(" (%d)", n)
		free = shorten(name, longestName-len(tail)) + tail
	}
	used[strings.ToLower(free)] = true
	return free
}

// legal replaces what Excel forbids in the name of a sheet.
func legal(name string) string {
	name = strings.Map(func(r rune) rune {
		if strings.ContainsRune(`[]:*?/\`, r) {
			return '-'
		}
		return r
	}, plain(name))
	name = strings.Trim(name, "'- ")
	if strings.EqualFold(name, "history") { // reserved by Excel
		name += " -"
	}
	return name
}

// quoted is name as formulas write it.
func quoted(name string) string { return "'" + strings.ReplaceAll(name, "'", "''") + "'" }
