package csvrows

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"spotcheck/indicators/problem"
)

func TestRead(t *testing.T) {
	for _, tc := range []struct {
		name, data string
		want       string // rows as number:fields, then problems as code@place
	}{
		{"comma", "a,b\n1,2\n", "1:a|b 2:1|2"},
		{"semicolon, mark, CRLF", "\ufeffa;b\r\n1,5;2\r\n", "1:a|b 2:1,5|2"},
		{"lone carriage returns", "a,b\r1,2\r", "1:a|b 2:1|2"},
		{"separator inside quotes does not count", "\"a;;;\",b\n1,2", "1:a;;;|b 2:1|2"},
		{"blank rows count, and are left out", "a,b\n\n,\n1,2\n", "1:a|b 4:1|2"},
		{"a break inside quotes is no row", "a,b\n1,\"x\ny\"\n3,4\n", "1:a|b 2:1|x\ny 3:3|4"},
		{"a break in the first field", "a,b\n\"x\r\ny\",1\n3,4\n", "1:a|b 2:x\ny|1 3:3|4"},
		{"ragged", "a,b\n1\n1,2,3\n3,4", "1:a|b 4:3|4 S401@baris 2 S401@baris 3"},
		{"stray quote spoils its row", "a,b\n1\"x,2\n3,4\n", "1:a|b 3:3|4 S401@baris 2"},
		{"open quote spoils the rest", "a,b\n1,2\n\"3,4\n5,6\n", "1:a|b 2:1|2 S401@baris 3"},
		{"stray quote in the first row", "a\"b,c\n1,2\n", "S401@baris 1"},
		{"empty", "", ""},
		{"Windows-1252", "a,b\n1,caf\xe9\n", "S408@baris 2"},
		{"UTF-16", "\xff\xfea\x00,\x00b\x00", "S408@baris 1"},
	} {
		rows, problems := Read("f.csv", []byte(tc.data), DefaultLimits())
		if diff := cmp.Diff(tc.want, summary(rows, problems)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tc.name, diff)
		}
	}
}

func TestReadBounds(t *testing.T) {
	lim := Limits{Bytes: 60, Rows: 3, Fields: 4, Line: 30, Text: 5, Problems: 2}
	for _, tc := range []struct{ name, data, want string }{
		{"bytes", strings.Repeat("a,b\n", 20), "S108@"},
		{"rows", "a,b\n1,2\n3,4\n5,6\n7,8\n", "1:a|b 2:1|2 3:3|4 S108@baris 4"},
		{"text", "a,b\n1,123456\n3,4\n", "1:a|b 3:3|4 S108@baris 2"},
		{"runes, not bytes", "a,b\n1,ééééé\n", "1:a|b 2:1|ééééé"},
		{"line", "a,b\n1,\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\n", "1:a|b S108@baris 2"},
		{"fields", "a,b,c,d,e\n1,2,3,4,5\n", "S108@baris 1"},
		{"problems", "a,b\n1\n2\n3\n4\n", "1:a|b S401@baris 2 S401@baris 3 S108@baris 3"},
	} {
		rows, problems := Read("f.csv", []byte(tc.data), lim)
		if diff := cmp.Diff(tc.want, summary(rows, problems)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tc.name, diff)
		}
	}
}

func summary(rows []Row, problems problem.List) string {
	var out []string
	for _, r := range rows {
		out = append(out, fmt.Sprintf("%d:%s", r.Number, strings.Join(r.Fields, "|")))
	}
	for _, p := range problems {
		out = append(out, fmt.Sprintf("%s@%s", p.Code, p.Cell))
	}
	return strings.Join(out, " ")
}

// FuzzRead: whatever comes in, rows rise, have the width of the first and stay
// within bounds.
func FuzzRead(f *testing.F) {
	for _, s := range []string{"a,b\n1,2", "a;b\n\"x\ny\";2\n", "a,b\n\"", "\ufeff\r\r\n,", "a,b\n1\"\n2,3"} {
		f.Add([]byte(s))
	}
	lim := Limits{Bytes: 1 << 16, Rows: 50, Fields: 8, Line: 400, Text: 100, Problems: 20}
	f.Fuzz(func(t *testing.T, data []byte) {
		rows, problems := Read("f.csv", data, lim)
		if len(rows) > lim.Rows || len(problems) > lim.Problems+1 {
			t.Fatalf("%d rows, %d problems", len(rows), len(problems))
		}
		lines := strings.Count(string(data), "\n") + strings.Count(string(data), "\r") + 1
		for i, r := range rows {
			if i > 0 && (r.Number <= rows[i-1].Number || len(r.Fields) != len(rows[0].Fields)) {
				t.Fatalf("row %d after %d: %q", r.Number, rows[i-1].Number, r.Fields)
			}
			if r.Number < 1 || r.Number > lines {
				t.Fatalf("row %d of %d lines", r.Number, lines)
			}
		}
	})
}
