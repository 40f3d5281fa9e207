package strictyaml

import (
	"fmt"
	"strings"
)

// maxWord is the longest word that may be a mistyped name.
const maxWord = 100

// Hint is "; maksud Anda "x"?" for the nearest of known, or "" when none is
// within two typing errors. Case is no error.
func Hint(word string, known []string) string {
	if len(word) > maxWord {
		return ""
	}
	best, dist := "", 3
	for _, k := range known {
		if d := distance(strings.ToLower(word), strings.ToLower(k)); d < dist {
			best, dist = k, d
		}
	}
	if best == "" || dist >= len(best) {
		return ""
	}
	return fmt.Sprintf("; maksud Anda %q?", best)
}

// distance is the Levenshtein distance in bytes.
func distance(a, b string) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range len(a) {
		diagonal := row[0]
		row[0] = i + 1
		for j := range len(b) {
			cost := 1
			if a[i] == b[j] {
				cost = 0
			}
			next := min(diagonal+cost, row[j]+1, row[j+1]+1)
			diagonal, row[j+1] = row[j+1], next
		}
	}
	return row[len(b)]
}
