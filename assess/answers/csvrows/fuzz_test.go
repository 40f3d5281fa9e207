package csvrows

import (
	"bytes"
	"encoding/csv"
	"errors"
	"io"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"spotcheck/indicators/problem"
)

// FuzzRead: whatever comes in, rows rise, have the width of the first and stay
// within bounds; and what the csv package of the library reads is read the same.
func FuzzRead(f *testing.F) {
	lim := Limits{Bytes: 1 << 16, Lines: 200, Rows: 50, Fields: 8, Cells: 300, Line: 400, Text: 100, Problems: 20}
	f.Fuzz(func(t *testing.T, data []byte) {
		rows, problems := Read("f.csv", data, lim)
		if len(rows) > lim.Rows || len(problems) > lim.Problems+1 {
			t.Fatalf("%d rows, %d problems", len(rows), len(problems))
		}
		lines := strings.Count(string(data), "\n") + strings.Count(string(data), "\r") + 1
		cells := 0
		for i, r := range rows {
			if i > 0 && (r.Number <= rows[i-1].Number || len(r.Fields) != len(rows[0].Fields)) {
				t.Fatalf("row %d after %d: %q", r.Number, rows[i-1].Number, r.Fields)
			}
			if r.Number < 1 || r.Number > lines {
				t.Fatalf("row %d of %d lines", r.Number, lines)
			}
			cells += len(r.Fields)
		}
		if cells > lim.Cells {
			t.Fatalf("%d cells", cells)
		}
		sameAsLibrary(t, data, rows, problems)
	})
}

// sameAsLibrary compares with the csv package. Both accept a file, or one of them
// says why not; only the library may read on where a limit is crossed.
func sameAsLibrary(t *testing.T, data []byte, rows []Row, problems problem.List) {
	t.Helper()
	limited := slices.ContainsFunc(problems, func(p problem.Problem) bool { return p.Code == problem.TooLarge })
	if limited || !utf8.Valid(data) || bytes.IndexByte(data, 0) >= 0 {
		return
	}
	text := strings.TrimPrefix(string(data), "\ufeff")
	c := csv.NewReader(strings.NewReader(strings.ReplaceAll(strings.ReplaceAll(text, "\r\n", "\n"), "\r", "\n")))
	c.Comma = rune(separator(text))
	c.FieldsPerRecord = -1
	var want [][]string
	for {
		fields, err := c.Read()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			if len(problems) == 0 {
				t.Fatalf("the library says %v", err)
			}
			return
		}
		if !blank(fields) {
			want = append(want, fields)
		}
	}
	if len(problems) > 0 {
		if slices.ContainsFunc(want, func(fields []string) bool { return len(fields) != len(want[0]) }) {
			return // ragged, which the library was told to let pass
		}
		t.Fatalf("%v, but the library has no complaint", problems)
	}
	got := make([][]string, len(rows))
	for i, r := range rows {
		got[i] = r.Fields
	}
	if !slices.EqualFunc(got, want, slices.Equal[[]string]) {
		t.Fatalf("%q, the library reads %q", got, want)
	}
}

// FuzzGuard: what is guarded is no formula, and comes back as it was, by itself and
// through a file.
func FuzzGuard(f *testing.F) {
	f.Fuzz(func(t *testing.T, text string) {
		safe := Guard(text)
		if safe != "" && strings.IndexByte("=+-@\t\r\n", safe[0]) >= 0 || Unguard(safe) != text {
			t.Fatalf("%q is guarded as %q and comes back as %q", text, safe, Unguard(safe))
		}
		text = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\x00", "").Replace(strings.ToValidUTF8(text, ""))
		var out bytes.Buffer
		if err := Write(&out, ';', [][]string{{"judul", "x"}, {text, "y"}}); err != nil {
			t.Fatal(err)
		}
		rows, problems := Read("f.csv", out.Bytes(), DefaultLimits())
		if len(problems) > 0 || len(rows) != 2 || Unguard(rows[1].Fields[0]) != text {
			t.Fatalf("%q was written as %q and read as %v, %v", text, out.String(), rows, problems)
		}
	})
}
