package xlsx

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"fmt"
	"io"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"spotcheck/report"
)

// part reads one part of a workbook; "" when there is none.
func part(t *testing.T, data []byte, name string) string {
	t.Helper()
	in, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	f, err := in.Open(name)
	if err != nil {
		return ""
	}
	defer f.Close()
	text, err := io.ReadAll(f)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// chartParts is what the test wants to know of a chart.
type chartParts struct {
	Series struct {
		Points []struct {
			Color struct {
				Val string `xml:"val,attr"`
			} `xml:"spPr>solidFill>srgbClr"`
		} `xml:"dPt"`
		Labels struct {
			Ref   string   `xml:"strRef>f"`
			Cache []string `xml:"strRef>strCache>pt>v"`
		} `xml:"cat"`
		Values struct {
			Ref   string   `xml:"numRef>f"`
			Cache []string `xml:"numRef>numCache>pt>v"`
		} `xml:"val"`
	} `xml:"chart>plotArea>barChart>ser"`
	Max struct {
		Val string `xml:"val,attr"`
	} `xml:"chart>plotArea>valAx>scaling>max"`
}

// Charts point at cells that hold what they draw, with the tone of each bar.
func TestCharts(t *testing.T) {
	data := render(t, sampleDocument())
	f := open(t, data)
	b, err := layOut(sampleDocument())
	if err != nil {
		t.Fatal(err)
	}
	n := 0
	for _, s := range b.sheets {
		for _, c := range s.charts {
			n++
			var got chartParts
			if err := xml.Unmarshal([]byte(part(t, data, fmt.Sprintf("xl/charts/chart%d.xml", n))), &got); err != nil {
				t.Fatal(err)
			}
			if len(got.Series.Points) != len(c.points) || got.Max.Val != "100" {
				t.Fatalf("chart %d: %d coloured bars of %d, up to %s", n, len(got.Series.Points), len(c.points), got.Max.Val)
			}
			if got.Series.Labels.Ref != s.fixedRef(c.labels) || got.Series.Values.Ref != s.fixedRef(c.values) {
				t.Errorf("chart %d points at %s and %s", n, got.Series.Labels.Ref, got.Series.Values.Ref)
			}
			for i, p := range c.points {
				label, _ := f.GetCellValue(s.name, a1(point{c.labels.cols.from, c.labels.rows.from + i}))
				value, _ := f.GetCellValue(s.name, a1(point{c.values.cols.from, c.values.rows.from + i}))
				shownValue, _ := strconv.ParseFloat(got.Series.Values.Cache[i], 64)
				if label != got.Series.Labels.Cache[i] || value != "" && !same(value, decimal(shownValue)) || shownValue != p.value {
					t.Errorf("bar %d: %q %q, drawn as %q %v", i, label, value, got.Series.Labels.Cache[i], shownValue)
				}
				if got.Series.Points[i].Color.Val != report.PaintOf(p.tone).Solid {
					t.Errorf("bar %d is %s", i, got.Series.Points[i].Color.Val)
				}
			}
		}
	}
	if n != 2 || part(t, data, "xl/charts/chart3.xml") != "" {
		t.Errorf("%d charts", n)
	}
}

var rowTag = regexp.MustCompile(`<row r="(\d+)"[^>]*>`)

// Rows that readers write in grow; all other heights are set.
func TestGrowingRows(t *testing.T) {
	data := render(t, sampleDocument())
	b, err := layOut(sampleDocument())
	if err != nil {
		t.Fatal(err)
	}
	grown := 0
	for i, s := range b.sheets {
		for _, m := range rowTag.FindAllStringSubmatch(part(t, data, fmt.Sprintf("xl/worksheets/sheet%d.xml", i+1)), -1) {
			row, _ := strconv.Atoi(m[1])
			free := !strings.Contains(m[0], "customHeight")
			if free {
				grown++
			}
			if free != s.lines[row-1].grows || !strings.Contains(m[0], ` ht="`) {
				t.Errorf("%s: %s", s.name, m[0])
			}
		}
	}
	if grown != 15 {
		t.Errorf("%d rows grow, want the 15 of the actions", grown)
	}
}

// Columns stand in order: Excel refuses some files where they do not.
func TestColumnsInOrder(t *testing.T) {
	text := part(t, render(t, sampleDocument()), "xl/worksheets/sheet2.xml")
	last := 0
	for _, m := range regexp.MustCompile(`<col min="(\d+)"`).FindAllStringSubmatch(text, -1) {
		n, _ := strconv.Atoi(m[1])
		if n != last+1 {
			t.Fatalf("column %d after %d", n, last)
		}
		last = n
	}
	if last < 48 {
		t.Errorf("only %d columns", last)
	}
}

// A matrix of many more columns than a page is printed on pages side by side with
// the names of the units on each; one of a few columns on one.
func TestWideHeat(t *testing.T) {
	heat := func(n int) report.Heat {
		h := report.Heat{Corner: "Unit", Rows: []report.HeatRow{{Label: "Dinas Contoh"}}}
		for i := range n {
			h.Columns = append(h.Columns, report.HeatColumn{Code: fmt.Sprint("X", i), Group: fmt.Sprint(i / 7)})
		}
		return h
	}
	for n, want := range map[int]int{5: 1, 45: 1, 200: 3} {
		f := open(t, render(t, &report.Document{Sections: []report.Section{{Title: "Peta", Landscape: true, Blocks: []report.Block{heat(n)}}}}))
		layout, err := f.GetPageLayout("Peta")
		if err != nil || deref(layout.FitToWidth) != want {
			t.Errorf("%d columns on %d pages, want %d", n, deref(layout.FitToWidth), want)
		}
		if names := f.GetDefinedName(); len(names) != 1 || !strings.HasPrefix(names[0].RefersTo, "'Peta'!$A:$A,") {
			t.Errorf("%d columns: print titles %v", n, names)
		}
	}
}

// Two tables and a matrix share one sheet: the matrix owns the grid, the tables are
// merged to fit, nothing overlaps.
func TestSharedSheet(t *testing.T) {
	b, err := layOut(sampleDocument())
	if err != nil {
		t.Fatal(err)
	}
	mixed := report.Section{Title: "Campur", Blocks: []report.Block{
		sampleMatrix().Blocks[0], sampleSummary().Blocks[4], report.Table{Columns: make([]report.Column, 60), Rows: []report.Row{{}}},
		sampleUnit().Blocks[2], sampleUnit().Blocks[4], sampleSummary().Blocks[1], sampleActions().Blocks[0],
	}}
	b.section(mixed, "Campur")
	for _, s := range b.sheets {
		checkOverlap(t, s)
	}
}

func checkOverlap(t *testing.T, s *sheet) {
	t.Helper()
	taken := map[point]bool{}
	for _, m := range s.merges {
		for col := m.cols.from; col < m.cols.to; col++ {
			for row := m.rows.from; row < m.rows.to; row++ {
				if taken[point{col, row}] {
					t.Fatalf("%s: %s merged twice", s.name, a1(point{col, row}))
				}
				taken[point{col, row}] = true
			}
		}
	}
	for row, l := range s.lines {
		for i, c := range l.cells {
			if c.col >= len(s.grid.widths) || i > 0 && c.col <= l.cells[i-1].col {
				t.Fatalf("%s row %d: column %d after %v", s.name, row+1, c.col, l.cells[max(i-1, 0)].col)
			}
		}
	}
}
