package sheet

import (
	"errors"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"

	"spotcheck/indicators/problem"
)

// fuzzLimits are small, so that a slow reading shows and excelize stays usable.
func fuzzLimits() Limits {
	return Limits{File: 1 << 20, Part: 1 << 18, Total: 1 << 20, Marks: 1 << 17, Entries: 100, Sheets: 10, Rows: 500, Cells: 5_000, Text: 10_000}
}

// foreignNames matches parts in which excelize, which ignores namespaces, may
// see cells where there are none.
var foreignNames = regexp.MustCompile(`xmlns[\s\S]*xmlns|:\w+\s*=|<[^>\s]+:`)

func hasForeignNames(xml string) bool {
	return foreignNames.MatchString(strings.ReplaceAll(xml, "xml:space", "space"))
}

var rowNumber = regexp.MustCompile(`<row\s[^>]*?\br\s*=\s*["'](\d+)`)

// rowsRise reports whether the rows are in order, as excelize needs them to be: it
// loses what comes too late.
func rowsRise(xml string) bool {
	last := 0
	for _, m := range rowNumber.FindAllStringSubmatch(xml, -1) {
		n, _ := strconv.Atoi(m[1])
		if n <= last {
			return false
		}
		last = n
	}
	return true
}

// checkReading is the oracle of the fuzz targets: reading ends soon, with a
// numbered problem or with sorted, complete rows, and where excelize reads the
// file too, with the same values.
func checkReading(t *testing.T, data []byte, compare bool) {
	t.Helper()
	start := time.Now()
	w, err := Open(data, fuzzLimits())
	if err != nil {
		mustBeProblem(t, err)
		return
	}
	for _, info := range w.Sheets() {
		s, err := w.Read(info.Name)
		if err != nil {
			mustBeProblem(t, err)
			continue
		}
		checkOrder(t, s)
		// excelize makes a row in memory for every row up to the last.
		if n := len(s.Rows); compare && (n == 0 || s.Rows[n-1].Number <= 500) {
			for _, d := range differences(data, s, 6) {
				t.Error(d)
			}
		}
	}
	if took := time.Since(start); took > 10*time.Second {
		t.Errorf("took %v", took)
	}
}

func mustBeProblem(t *testing.T, err error) {
	t.Helper()
	var p problem.Problem
	if !errors.As(err, &p) || p.Code[:2] != "S1" || p.Message == "" || p.Remedy == "" {
		t.Fatalf("not a problem of a file: %#v", err)
	}
}

// checkOrder checks what a Sheet promises.
func checkOrder(t *testing.T, s *Sheet) {
	t.Helper()
	lastRow := 0
	for _, row := range s.Rows {
		lastCol := 0
		if row.Number <= lastRow || row.Number > maxRow || len(row.Cells) == 0 {
			t.Fatalf("row %d with %d cells after row %d", row.Number, len(row.Cells), lastRow)
		}
		lastRow = row.Number
		for _, c := range row.Cells {
			if c.Col <= lastCol || c.Col > maxCol || c.Kind == Empty || c.Kind == NoValue && !c.Formula {
				t.Fatalf("cell %s: %+v after column %d", c.Ref(row.Number), c, lastCol)
			}
			lastCol = c.Col
			if got := cellAt(s, row.Number, c.Col); got != c {
				t.Fatalf("cell (%s) = %+v, want %+v", c.Ref(row.Number), got, c)
			}
			if (c.Kind == Number || c.Kind == Percent) && !isNumber([]byte(c.Text)) {
				t.Fatalf("cell %s: number %q", c.Ref(row.Number), c.Text)
			}
		}
	}
}

// FuzzOpen changes the bytes of whole files. Run it with -fuzzminimizetime=10x:
// making zips smaller takes the engine longer than finding them.
func FuzzOpen(f *testing.F) {
	f.Add(assortedFile(f))
	f.Add(lyingZip(sheetPart, 1000))
	f.Fuzz(func(t *testing.T, data []byte) { checkReading(t, data, true) })
}

// FuzzParts changes the XML of a workbook, which the checksums in the zip hide
// from FuzzOpen, and compares with excelize.
func FuzzParts(f *testing.F) {
	f.Fuzz(func(t *testing.T, sheetXML, stringsXML, stylesXML string) {
		b := soundBook("").set(sheetPart, sheetXML).set(stringsPart, stringsXML).set(stylesPart, stylesXML)
		compare := rowsRise(sheetXML) && !hasForeignNames(sheetXML) && !hasForeignNames(stringsXML)
		checkReading(t, b.zip(), compare)
	})
}
