package audit

import (
	"context"
	"errors"
	"fmt"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"

	"spotcheck/assess/sheet"
	"spotcheck/indicators/problem"
)

func blank(tb testing.TB) *maker {
	return &maker{TB: tb, cells: map[[2]int]entry{}, hidden: map[int]bool{}}
}

func (m *maker) put(row, col int, v any, text string) {
	m.cells[[2]int{row, col}] = entry{v: v, text: text}
}

// hostile are workbooks made to cost much. None may be refused, all must end, and
// reason, where there is one, is why something was not computed.
func hostile(tb testing.TB) map[string]struct {
	m      *maker
	reason string
} {
	type wanted = struct {
		m      *maker
		reason string
	}
	out := map[string]wanted{}
	add := func(name, reason string, fill func(m *maker)) {
		m := blank(tb)
		fill(m)
		out[name] = wanted{m, reason}
	}
	add("the whole sheet", "", func(m *maker) {
		m.put(1, 1, 1, "")
		for row := 2; row < 500; row++ {
			m.put(row, 2, 1, "SUM(A1:A1048576,C1:XFD1048576)+SUMPRODUCT(A:A,A:A)+COUNTIF(A:A,1)")
		}
	})
	add("corners of the sheet", "melampaui batas kerja", func(m *maker) {
		m.put(1, 1, 1, "")
		m.put(1048576, 16384, 1, "")
		m.put(2, 1, 1, `COUNTIF(B1:XFD1048576,"")`)
		m.put(3, 1, 1, "SUMPRODUCT(B1:XFD1048576,B1:XFD1048576)")
		m.put(4, 1, 1, "SUM(C1:XFD1048576)")
	})
	add("long texts", "", func(m *maker) {
		m.put(1, 1, "x", `REPT("x",30000)`)
		for row := 2; row < 3000; row++ {
			m.put(row, 1, "x", fmt.Sprintf(`SUBSTITUTE(A%d,"x","xy")`, row-1))
		}
	})
	add("a deep chain", "", func(m *maker) {
		m.put(1, 1, 1, "")
		for row := 2; row < 30_000; row++ {
			m.put(row, 1, row, fmt.Sprintf("A%d+1", row-1))
		}
	})
	add("a chain that doubles", "", func(m *maker) {
		m.put(1, 1, 1, "")
		for row := 2; row < 900; row++ {
			m.put(row, 1, 1, fmt.Sprintf("A%d+A%d", row-1, row-1))
		}
	})
	add("a wide circle", "rujukan melingkar", func(m *maker) {
		for row := 1; row < 30_000; row++ {
			m.put(row, 1, 1, fmt.Sprintf("A%d+1", row+1))
		}
		m.put(30_000, 1, 1, "A1")
	})
	add("everything with everything", "melampaui batas kerja", func(m *maker) {
		for row := 1; row < 20_000; row++ {
			m.put(row, 1, 1, "")
			m.put(row, 2, 1, fmt.Sprintf("SUM(A$1:B%d)", max(1, row-1)))
		}
	})
	add("every cell another formula", "melampaui batas kerja", func(m *maker) {
		for row := 1; row < 6_000; row++ {
			m.put(row, 1, 1, fmt.Sprintf("1%s+%d", strings.Repeat("+1", 100), row))
		}
	})
	add("brackets", "terlalu bersarang", func(m *maker) {
		m.put(1, 1, 1, strings.Repeat("(", 4000)+"1"+strings.Repeat(")", 4000))
		m.put(2, 1, 1, strings.Repeat("-", 4000)+"1")
		m.put(3, 1, 1, "1"+strings.Repeat("%", 4000))
		m.put(4, 1, 1, "A1"+strings.Repeat(":A1", 3000))
		m.put(5, 1, 1, "A1"+strings.Repeat(" A1", 3000))
	})
	add("names of names", "nama rentang", func(m *maker) {
		m.book = "<definedNames>"
		for i := range 30 {
			m.book += fmt.Sprintf(`<definedName name="n%d">%s1</definedName>`, i, strings.Repeat(fmt.Sprintf("n%d+", i+1), 50))
		}
		m.book += "</definedNames>"
		m.put(1, 1, 1, "n0")
	})
	add("many rules", "", func(m *maker) {
		m.put(1, 1, 1, "")
		for row := range 3000 {
			m.put(row+1, 1, "x", "")
			m.list(fmt.Sprintf("A1:A1048576 B%d", row+1), `"a,b"`)
		}
	})
	add("searches", "melampaui batas kerja", func(m *maker) {
		for row := 1; row < 20_000; row++ {
			m.put(row, 1, row, "")
			m.put(row, 3, 1, fmt.Sprintf("VLOOKUP(-1,A:B,2,FALSE)+%d", row%7))
		}
	})
	return out
}

func TestHostile(t *testing.T) {
	for name, c := range hostile(t) {
		t.Run(name, func(t *testing.T) {
			data := c.m.bytes()
			lim := sheet.DefaultLimits()
			runtime.GC()
			var before, after runtime.MemStats
			runtime.ReadMemStats(&before)
			start := time.Now()
			r, err := Audit(context.Background(), data, lim)
			took := time.Since(start)
			runtime.ReadMemStats(&after)
			if err != nil {
				t.Fatal(err)
			}
			t.Logf("%d cells, %d formulas, %d computed, %d findings, %v, %d MB allocated, heap %d MB", r.Cells, r.Formulas, r.Recalculated, len(r.Findings), took, (after.TotalAlloc-before.TotalAlloc)>>20, after.HeapSys>>20)
			if c.reason != "" && !slices.ContainsFunc(r.Unchecked, func(u Unchecked) bool { return strings.Contains(u.Reason, c.reason) }) {
				t.Error(explained(&Report{Unchecked: r.Unchecked}))
			}
			if len(r.Findings) > MaxFindings {
				t.Errorf("%d findings", len(r.Findings))
			}
		})
	}
}

// A workbook of more cells than the audit takes is refused by number.
func TestTooManyCells(t *testing.T) {
	m := blank(t)
	for row := 1; row <= 50_000; row++ {
		for col := 1; col <= 5; col++ {
			m.put(row, col, 1, "")
		}
	}
	lim := sheet.DefaultLimits()
	lim.Cells = 1_000_000
	_, err := Audit(context.Background(), m.bytes(), lim)
	var p problem.Problem
	if !errors.As(err, &p) || p.Code != problem.TooLarge {
		t.Errorf("%v", err)
	}
}

func TestCancel(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := Audit(ctx, clean(t).bytes(), sheet.DefaultLimits()); !errors.Is(err, context.Canceled) {
		t.Errorf("%v", err)
	}
}
