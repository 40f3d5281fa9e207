package csvrows

import (
	"fmt"
	"runtime"
	"strings"
	"testing"
	"time"

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
	lim := Limits{Bytes: 60, Lines: 9, Rows: 3, Fields: 4, Cells: 9, Line: 30, Text: 5, Problems: 2}
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

// bombs are files that cost far more to read than their size.
func bombs() map[string]string {
	const size = 16 << 20 // DefaultLimits().Bytes
	fill := func(head, unit string) string { return head + strings.Repeat(unit, (size-len(head))/len(unit)) }
	return map[string]string{
		"commas":             fill("a,b\n", ","),
		"empty lines":        fill("a,b\n", "\n"),
		"lone returns":       fill("a,b\n", "\r"),
		"blank rows":         fill("a,b\n", ",\n"),
		"short rows":         fill("a,b\n", "1,2\n"),
		"wide rows":          fill(strings.Repeat("a,", 99)+"a\n", strings.Repeat("1,", 99)+"1\n"),
		"ragged rows":        fill("a,b\n", "1\n"),
		"an open quote":      fill("a,b\n\"", "x"),
		"doubled quotes":     fill("a,b\n\"", "\"\""),
		"quoted line ends":   fill("a,b\n\"", "\r"),
		"fields of quotes":   fill("a,b\n", "\"\"\"\",\"\"\"\"\n"),
		"stray quotes":       fill("a,b\n", "1\"\n"),
		"one field":          fill("a,b\n1,", "x"),
		"one letter":         fill("", "東"),
		"long fields":        fill("a,b\n", "1,"+strings.Repeat("x", 32_767)+"\n"),
		"long quoted fields": fill("a,b\n", "1,\""+strings.Repeat("\"\"", 32_767)+"\"\n"),
		"not a text":         fill("a,b\n", "\x00"),
		"half a letter":      fill("a,b\n", "a\n") + "\xe6",
	}
}

// TestBombs counts the bytes that reading allocates.
func TestBombs(t *testing.T) {
	for name, data := range bombs() {
		raw := []byte(data)
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		Read("f.csv", raw, DefaultLimits())
		runtime.ReadMemStats(&after)
		if used := after.TotalAlloc - before.TotalAlloc; used > 64<<20 {
			t.Errorf("%s: %d MB allocated", name, used>>20)
		}
	}
}

// BenchmarkBombs reports the slowest beside the mean of all.
func BenchmarkBombs(b *testing.B) {
	list := bombs()
	most := time.Duration(0)
	for b.Loop() {
		most = 0
		for _, data := range list {
			raw, best := []byte(data), time.Hour
			for range 3 {
				start := time.Now()
				Read("f.csv", raw, DefaultLimits())
				best = min(best, time.Since(start))
			}
			most = max(most, best)
		}
	}
	b.ReportMetric(float64(most.Microseconds())/1000, "ms/slowest")
}

// Excel holds UTF-16; a text that is too long for it is refused here already.
func TestTextIsCountedAsExcelDoes(t *testing.T) {
	lim := DefaultLimits()
	for text, want := range map[string]int{
		strings.Repeat("a", lim.Text): 0, strings.Repeat("a", lim.Text+1): 1, strings.Repeat("a", 100_000): 1,
		strings.Repeat("😀", lim.Text/2): 0, strings.Repeat("😀", lim.Text/2+1): 1, strings.Repeat("東", lim.Text): 0,
	} {
		rows, problems := Read("f.csv", []byte("a,b\n1,"+text+"\n"), lim)
		if len(problems) != want || len(rows) != 2-want {
			t.Errorf("%d bytes: %d rows, %v", len(text), len(rows), problems)
		}
	}
}
