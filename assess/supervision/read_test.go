package supervision_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"spotcheck/assess/supervision"
	"spotcheck/indicators/problem"
)

// table makes rows of lines with fields parted by "|"; a field that begins with "!"
// cannot be trusted.
func table(lines ...string) [][]supervision.Cell {
	var out [][]supervision.Cell
	for i, line := range lines {
		var row []supervision.Cell
		for _, f := range strings.Split(line, "|") {
			c := supervision.Cell{Text: f, At: problem.Place{File: "log", Cell: fmt.Sprintf("baris %d", i+1)}}
			if text, bad := strings.CutPrefix(f, "!"); bad {
				c.Text, c.Wrong = text, "sel ini berisi galat Excel"
			}
			row = append(row, c)
		}
		out = append(out, row)
	}
	return out
}

const heads = "Unit|Tanggal|Oleh|Uraian|Bukti"

func TestRead(t *testing.T) {
	for _, c := range []struct {
		name    string
		rows    []string
		records int
		want    []string
	}{
		{"sound", []string{heads, "a|2026-01-09|atasan|antrean|lembar", "b|9 Januari 2026|INSPEKTORAT|loket|LHP"}, 2, nil},
		{"titles lower down, columns in any order, others beside", []string{"Catatan||||||", "No|bukti|uraian|oleh|tanggal|unit|", "1|x|y|atasan|2026-01-09|a|"}, 1, nil},
		{"no titles", []string{"a|2026-01-09|atasan|antrean|lembar"}, 0, []string{"S831"}},
		{"nothing", nil, 0, []string{"S831"}},
		{"a column lacks", []string{"unit|tanggal|oleh|uraian"}, 0, []string{"S831@baris 1"}},
		{"a column twice and one unknown", []string{heads + "|unit|buktti"}, 0, []string{"S831@baris 1", "S831@baris 1"}},
		{"empty rows", []string{heads, "||||", "  | ||| "}, 0, nil},
		{"unit", []string{heads, "c|2026-01-09|atasan|x|y", "|2026-01-09|atasan|x|y"}, 0, []string{"S832@baris 2", "S832@baris 3"}},
		{"day", []string{heads, "a|9/1/2026|atasan|x|y", "a|2026-02-30|atasan|x|y", "a|2026-10-01|atasan|x|y", "a||atasan|x|y"}, 0, []string{"S833@baris 2", "S833@baris 3", "S833@baris 4", "S833@baris 5"}},
		{"by", []string{heads, "a|2026-01-09|camat|x|y", "a|2026-01-09||x|y"}, 0, []string{"S834@baris 2", "S834@baris 3"}},
		{"no finding", []string{heads, "a|2026-01-09|atasan||y", "a|2026-01-09|atasan|-|y"}, 0, []string{"S835@baris 2", "S835@baris 3"}},
		{"twice", []string{heads, "a|2026-01-09|atasan|x|y", "a|9 Januari 2026|atasan|x|y"}, 1, []string{"S836@baris 3"}},
		{"no evidence", []string{heads, "a|2026-01-09|atasan|x|", "a|2026-01-10|atasan|x|-"}, 2, []string{"S837@baris 2", "S837@baris 3"}},
		{"all of a row at once", []string{heads, "c|x|y||"}, 0, []string{"S832@baris 2", "S833@baris 2", "S834@baris 2", "S835@baris 2"}},
		{"cells that cannot be trusted", []string{heads, "!a|2026-01-09|atasan|x|!y"}, 0, []string{"S831@baris 2", "S831@baris 2"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			records, problems := supervision.Read("log", table(c.rows...), supervision.Terms{Units: []string{"a", "b"}, Until: "2026-09-30"})
			var got []string
			for _, p := range problems {
				got = append(got, strings.TrimSuffix(string(p.Code)+"@"+p.Cell, "@"))
			}
			if len(records) != c.records || !slices.Equal(got, c.want) {
				t.Errorf("%d records, %v; want %d, %v", len(records), got, c.records, c.want)
			}
		})
	}
}
