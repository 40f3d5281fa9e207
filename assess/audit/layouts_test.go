package audit

import (
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// Layouts that people make on purpose have no finding; each has what could be
// taken for one.
func TestLayouts(t *testing.T) {
	for name, fill := range map[string]func(m *maker){
		"subtotals between groups": func(m *maker) {
			for g := range 3 {
				top := 2 + g*5
				for row := top; row < top+4; row++ {
					m.put(row, 2, 3, "")
					m.put(row, 3, 6, fmt.Sprintf("B%d*2", row))
				}
				m.put(top+4, 2, 12, fmt.Sprintf("SUM(B%d:B%d)", top, top+3))
				m.put(top+4, 3, 24, fmt.Sprintf("SUM(C%d:C%d)", top, top+3))
			}
			m.put(17, 3, 72, "C6+C11+C16")
			m.put(18, 3, 72, "SUM(C2:C16)/2")
		},
		"every third row another formula": func(m *maker) {
			for row := 2; row < 40; row++ {
				if m.put(row, 1, 2, ""); row%3 == 0 {
					m.put(row, 2, 6, fmt.Sprintf("A%d*3", row))
				} else {
					m.put(row, 2, 4, fmt.Sprintf("A%d*2", row))
				}
			}
		},
		"a running total and numbers of rows": func(m *maker) {
			m.put(2, 1, 1, "")
			m.put(2, 3, 5, "B2")
			m.put(2, 2, 5, "")
			for row := 3; row < 12; row++ {
				m.put(row, 1, row-1, fmt.Sprintf("A%d+1", row-1))
				m.put(row, 2, 5, "")
				m.put(row, 3, (row-1)*5, fmt.Sprintf("C%d+B%d", row-1, row))
				m.put(row, 4, (row-1)*5, fmt.Sprintf("SUM(B$2:B%d)", row))
			}
		},
		"several totals below": func(m *maker) {
			for row := 2; row < 8; row++ {
				m.put(row, 2, 4, "")
			}
			m.put(8, 2, 24, "SUM(B2:B7)")
			m.put(9, 2, 4, "AVERAGE(B2:B7)")
			m.put(10, 2, 4, "MAX(B2:B7)")
			m.put(11, 2, 4, "B8/6")
			m.put(12, 2, 6, "COUNT(B2:B7)")
		},
		"column numbers below the heads": func(m *maker) {
			for col := 1; col <= 5; col++ {
				m.put(1, col, "Kolom", "")
				m.put(2, col, col, "")
				for row := 3; row < 9; row++ {
					m.put(row, col, 2, "")
				}
				m.put(9, col, 12, fmt.Sprintf("SUM(%[1]c3:%[1]c8)", 'A'+col-1))
			}
		},
		"means of columns side by side": func(m *maker) {
			for row := 2; row < 9; row++ {
				for col := 1; col <= 5; col++ {
					m.put(row, col, 3, "")
				}
				m.put(row, 6, 3, fmt.Sprintf("AVERAGE(C%d:E%d)", row, row))
			}
		},
		"runs of two": func(m *maker) {
			m.put(1, 1, 2, "B1*2")
			m.put(2, 1, 3, "B2*3")
			m.put(3, 1, 2, "B3*2")
			for row := 1; row < 4; row++ {
				m.put(row, 2, 1, "")
			}
		},
		"codes that look like numbers": func(m *maker) {
			for row, code := range []any{"1.1", "1.2", "1.3", 2, "2.1", "2.2", 3, "3.1"} {
				m.put(row+1, 1, code, "")
			}
		},
		"years as heads": func(m *maker) {
			for col := 2; col < 6; col++ {
				m.put(1, col, 2020+col, "")
				for row := 2; row < 8; row++ {
					m.put(row, col, 7, "")
				}
				m.put(8, col, 42, fmt.Sprintf("SUM(%[1]c2:%[1]c7)", 'A'+col-1))
			}
		},
		"groups with their own heads": func(m *maker) {
			for g := range 4 {
				top := 2 + g*4
				m.put(top, 2, 5, fmt.Sprintf("AVERAGE(B%d:B%d)", top+1, top+3))
				for row := top + 1; row < top+4; row++ {
					m.put(row, 2, 5, "")
				}
			}
		},
		"a drop-down with heads between": func(m *maker) {
			m.list("B2:B5 B7:B10 B12:B15", `"Ya,Tidak"`)
			for _, row := range []int{6, 11} {
				m.put(row, 1, "Kelompok", "")
			}
		},
		"copies of one shared formula": func(m *maker) {
			for row := 2; row < 9; row++ {
				m.put(row, 1, row, "")
				m.cells[[2]int{row, 2}] = entry{v: row * 2, f: `<f t="shared" si="0"/>`}
			}
			m.cells[[2]int{2, 2}] = entry{v: 4, f: `<f t="shared" ref="B2:B8" si="0">A2*2</f>`}
		},
		"results stored as text": func(m *maker) {
			for row := 2; row < 9; row++ {
				m.put(row, 1, 3, "")
				m.put(row, 2, "4.5", fmt.Sprintf("A%d*1.5", row))
			}
			m.put(9, 2, "31.5", "SUM(B2:B8)")
		},
		"a text with a decimal comma": func(m *maker) {
			m.put(1, 1, 87.25, "")
			m.put(1, 2, "Nilai: 87,25", `"Nilai: "&A1`)
		},
	} {
		t.Run(name, func(t *testing.T) {
			m := blank(t)
			fill(m)
			if r := m.audit(); len(r.Findings) > 0 || r.Recalculated != r.Formulas {
				t.Error(explained(r))
			}
		})
	}
}

// What no fault of the clean workbook shows.
func TestOtherFaults(t *testing.T) {
	column := func(m *maker, from, to int) {
		for row := from; row <= to; row++ {
			m.put(row, 2, 2, "")
		}
	}
	for name, c := range map[string]struct {
		fill func(m *maker)
		want []string
	}{
		"a year in the total": {func(m *maker) {
			m.put(1, 1, "Uraian", "")
			m.put(1, 2, 2025, "")
			column(m, 2, 8)
			m.put(9, 2, 2039, "SUM(B1:B8)")
		}, []string{"doubtful range-header B9"}},
		"a mean elsewhere that stops short": {func(m *maker) {
			m.put(1, 2, "Nilai", "")
			column(m, 2, 12)
			m.put(3, 5, 2, "AVERAGE(B2:B11)")
		}, []string{"doubtful range-short E3"}},
		"hidden columns": {func(m *maker) {
			m.before = `<cols><col min="2" max="2" hidden="1"/></cols>`
			column(m, 1, 4)
			m.put(5, 2, 8, "SUM(B1:B4)")
		}, []string{"remark hidden B5"}},
		"settings": {func(m *maker) {
			m.book = `<calcPr calcMode="manual" iterate="1" fullPrecision="0"/>`
			column(m, 1, 4)
		}, []string{"doubtful setting", "doubtful setting", "remark setting"}},
		"a circle of three": {func(m *maker) {
			m.put(1, 1, 0, "B1+1")
			m.put(1, 2, 0, "C1+1")
			m.put(1, 3, 0, "A1+1")
			m.put(1, 4, 1, "A1+1")
		}, []string{"wrong circular A1"}},
		"an error typed in, and its followers": {func(m *maker) {
			m.put(1, 1, errorText("#N/A"), "")
			m.put(1, 2, errorText("#N/A"), "A1+1")
			m.put(1, 3, errorText("#N/A"), "B1+1")
		}, []string{"wrong error A1"}},
		"a reference lost behind IFERROR": {func(m *maker) { m.put(1, 1, 0, "IFERROR(#REF!,0)") }, []string{"doubtful error A1"}},
		"a list of cells": {func(m *maker) {
			m.put(1, 9, "Ya", "")
			m.put(2, 9, "Tidak", "")
			m.put(1, 1, "ya", "")
			m.put(2, 1, "Mungkin", "")
			m.put(3, 1, "Tidak", "")
			m.list("A1:A3", "$I$1:$I$2")
		}, []string{"wrong not-in-list A2", "doubtful not-in-list A1"}},
		"some without stored value": {func(m *maker) {
			m.put(1, 1, 2, "1+1")
			m.put(2, 1, nil, "1+2")
			m.put(3, 1, nil, "1+3")
		}, []string{"remark no-value A2"}},
		"across a row": {func(m *maker) {
			for col := 1; col <= 8; col++ {
				m.put(1, col, 2, "")
				m.put(2, col, 4, fmt.Sprintf("%c1*2", 'A'+col-1))
			}
			m.put(2, 5, 4, "")
		}, []string{"doubtful typed-over E2"}},
		"a text between numbers that nothing adds": {func(m *maker) {
			column(m, 1, 6)
			m.put(3, 2, "87,5", "")
		}, []string{"doubtful text-number B3"}},
	} {
		t.Run(name, func(t *testing.T) {
			m := blank(t)
			c.fill(m)
			r := m.audit()
			if d := cmp.Diff(c.want, brief(r)); d != "" {
				t.Errorf("%s\n%s", d, explained(r))
			}
		})
	}
}

// The root of stale values is told with the number of its followers, and the last
// result is told too.
func TestFollowers(t *testing.T) {
	m := blank(t)
	m.put(1, 1, 5, "")
	m.put(1, 2, 99, "A1*2") // 10
	m.put(1, 3, 100, "B1+1")
	m.put(1, 4, 200, "C1*2")
	r := m.audit()
	if d := cmp.Diff([]string{"wrong stale B1", "wrong stale D1"}, brief(r)); d != "" || r.Followers != 2 || r.Findings[0].Followers != 2 || r.Findings[1].Expected != "22" {
		t.Errorf("%s\n%s", d, explained(r))
	}
}
