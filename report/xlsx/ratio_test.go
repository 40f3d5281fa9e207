package xlsx

import (
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"

	"spotcheck/report"
)

// heatDocument is the map of a province: a row for each unit, a letter for each
// indicator.
func heatDocument(units, indicators int) *report.Document {
	tones := []report.Tone{report.Good, report.Fair, report.Bad, report.Quiet, report.Blank}
	h := report.Heat{Title: "Peta pemenuhan", Corner: "Unit", Legend: []report.Legend{{Letter: "P", Meaning: "terpenuhi", Tone: report.Good}}}
	for i := range indicators {
		h.Columns = append(h.Columns, report.HeatColumn{
			Code: fmt.Sprintf("A%d.%d", i/8+1, i%8+1), Title: fmt.Sprintf("Indikator nomor %d", i+1), Group: fmt.Sprintf("Variabel %d", i/8+1),
		})
	}
	for u := range units {
		row := report.HeatRow{
			Label: fmt.Sprintf("Puskesmas nomor %d", u+1),
			Lead:  []report.Cell{{Number: &report.Number{Value: float64(u%100) + 0.25, Decimals: 2}}, {Text: "B", Tone: report.Good}},
		}
		for i := range indicators {
			k := (u*7 + i*13) % 11 % len(tones)
			row.Cells = append(row.Cells, report.HeatCell{Letter: string("PST-?"[k]), Tone: tones[k]})
		}
		h.Rows = append(h.Rows, row)
	}
	return &report.Document{Title: "Peta", Sections: []report.Section{{Title: "Peta", Landscape: true, Blocks: []report.Block{h}}}}
}

// byCells writes a workbook that is laid out cell by cell, the way that the
// library's users know.
func (b *book) byCells(w io.Writer) error {
	f := excelize.NewFile()
	defer f.Close()
	styles, err := b.looks.register(f)
	if err != nil {
		return err
	}
	if err := b.makeSheets(f); err != nil {
		return err
	}
	charts := 0
	for _, s := range b.sheets {
		if err := s.prepare(f, &charts); err != nil {
			return err
		}
		if err := s.byCells(f, styles); err != nil {
			return err
		}
	}
	return f.Write(w)
}

func (s *sheet) byCells(f *excelize.File, styles []int) error {
	for i, width := range s.grid.widths {
		name := columnName(i)
		if err := f.SetColWidth(s.name, name, name, width); err != nil {
			return err
		}
	}
	for row, line := range s.lines {
		if err := f.SetRowHeight(s.name, row+1, line.height); err != nil {
			return err
		}
		for _, c := range line.cells {
			at := a1(point{c.col, row})
			if err := f.SetCellStyle(s.name, at, at, styles[c.look]); err != nil {
				return err
			}
			var err error
			switch {
			case c.number != nil:
				err = f.SetCellFloat(s.name, at, c.number.Value, -1, 64)
			case c.text != "":
				err = f.SetCellStr(s.name, at, c.text)
			}
			if err != nil {
				return err
			}
			if c.formula != "" {
				if err := f.SetCellFormula(s.name, at, c.formula); err != nil {
					return err
				}
			}
		}
	}
	for _, m := range s.merges {
		if err := f.MergeCell(s.name, a1(point{m.cols.from, m.rows.from}), a1(point{m.cols.to - 1, m.rows.to - 1})); err != nil {
			return err
		}
	}
	return nil
}

// The same matrix by the two libraries that people write workbooks with in Python;
// both time themselves, without their start.
const (
	withXlsxwriter = `
import sys, time, xlsxwriter
t = time.time()
b = xlsxwriter.Workbook(sys.argv[1])
s = b.add_worksheet("Peta")
styles = [b.add_format({"bg_color": c, "bold": True, "border": 1, "align": "center"}) for c in ("#C6EFCE", "#FFEB9C", "#FFC7CE", "#EEEEEE", "#FFFFFF")]
for u in range(int(sys.argv[2])):
    s.write_string(u, 0, "Puskesmas nomor %d" % (u + 1))
    s.write_number(u, 1, u % 100 + 0.25)
    for i in range(int(sys.argv[3])):
        k = (u * 7 + i * 13) % 11 % 5
        s.write_string(u, i + 2, "PST-?"[k], styles[k])
b.close()
print(time.time() - t)
`
	withOpenpyxl = `
import sys, time, openpyxl
from openpyxl.styles import NamedStyle, PatternFill, Font
t = time.time()
b = openpyxl.Workbook()
s = b.active
for k, c in enumerate(("C6EFCE", "FFEB9C", "FFC7CE", "EEEEEE", "FFFFFF")):
    b.add_named_style(NamedStyle("s%d" % k, fill=PatternFill("solid", fgColor=c), font=Font(bold=True)))
for u in range(int(sys.argv[2])):
    s.cell(u + 1, 1, "Puskesmas nomor %d" % (u + 1))
    s.cell(u + 1, 2, u % 100 + 0.25)
    for i in range(int(sys.argv[3])):
        k = (u * 7 + i * 13) % 11 % 5
        s.cell(u + 1, i + 3, "PST-?"[k]).style = "s%d" % k
b.save(sys.argv[1])
print(time.time() - t)
`
)

// byPython runs a script; false when its library is not there.
func byPython(b *testing.B, script string, units, indicators int) (time.Duration, bool) {
	python, err := exec.LookPath("/usr/bin/python3")
	if err != nil {
		return 0, false
	}
	out, err := exec.Command(python, "-c", script, filepath.Join(b.TempDir(), "a.xlsx"), fmt.Sprint(units), fmt.Sprint(indicators)).Output()
	seconds := 0.0
	if n, _ := fmt.Sscan(string(out), &seconds); err != nil || n != 1 {
		return 0, false
	}
	return time.Duration(seconds * float64(time.Second)), true
}

// BenchmarkRatioHeat writes the same map in turn by Render and by the others, and
// tells how many times longer those take. The library gets the layout as a gift.
// With SPOTCHECK_ORACLES=1 Python has a turn too.
func BenchmarkRatioHeat(b *testing.B) {
	const units, indicators = 2000, 120
	d := heatDocument(units, indicators)
	laid, err := layOut(d)
	if err != nil {
		b.Fatal(err)
	}
	var ours, cells []time.Duration
	for b.Loop() {
		ours = append(ours, timed(b, func() error { return Render(io.Discard, d) }))
		cells = append(cells, timed(b, func() error { return laid.byCells(io.Discard) }))
	}
	base := median(ours)
	b.ReportMetric(base*1000, "ms/book")
	b.ReportMetric(median(cells)/base, "x-cells")
	if os.Getenv("SPOTCHECK_ORACLES") != "1" {
		return
	}
	for name, script := range map[string]string{"x-xlsxwriter": withXlsxwriter, "x-openpyxl": withOpenpyxl} {
		if took, ok := byPython(b, script, units, indicators); ok {
			b.ReportMetric(took.Seconds()/base, name)
		}
	}
}

func timed(b *testing.B, do func() error) time.Duration {
	started := time.Now()
	if err := do(); err != nil {
		b.Fatal(err)
	}
	return time.Since(started)
}

// median is in seconds; other work on the machine does not move it much.
func median(runs []time.Duration) float64 {
	slices.Sort(runs)
	return runs[len(runs)/2].Seconds()
}
