package xlsx

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"spotcheck/report"
)

var update = flag.Bool("update", false, "write the goldens anew")

func render(t testing.TB, d *report.Document) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := Render(&out, d); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func open(t testing.TB, data []byte) *excelize.File {
	t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = f.Close() })
	return f
}

// workbook renders and opens a document of one section.
func workbook(t testing.TB, blocks ...report.Block) (*excelize.File, string) {
	t.Helper()
	f := open(t, render(t, &report.Document{Sections: []report.Section{{Title: "Lembar", Blocks: blocks}}}))
	return f, f.GetSheetName(0)
}

func golden(t *testing.T, name, got string) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if *update {
		if err := os.MkdirAll("testdata", 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("%s (-want +got):\n%s", name, diff)
	}
}

// dump tells what a reader of the workbook meets: sheets, set-up, cells with their
// looks.
func dump(t testing.TB, f *excelize.File) string {
	t.Helper()
	var b strings.Builder
	for _, name := range f.GetDefinedName() {
		fmt.Fprintf(&b, "name %s [%s] = %s\n", name.Name, name.Scope, name.RefersTo)
	}
	for _, sheet := range f.GetSheetList() {
		visible, _ := f.GetSheetVisible(sheet)
		fmt.Fprintf(&b, "\n== %s visible=%v\n", sheet, visible)
		dumpSetup(&b, f, sheet)
		rows, err := f.GetRows(sheet, excelize.Options{RawCellValue: true})
		if err != nil {
			t.Fatal(err)
		}
		for r, row := range rows {
			for c, text := range row {
				at := a1(point{c, r})
				formula, _ := f.GetCellFormula(sheet, at)
				if text == "" && formula == "" {
					continue
				}
				if formula != "" {
					formula = "  =" + formula
				}
				fmt.Fprintf(&b, "%-4s %s %q%s\n", at, lookOf(t, f, sheet, at), text, formula)
			}
		}
	}
	return b.String()
}

func dumpSetup(b *strings.Builder, f *excelize.File, sheet string) {
	layout, _ := f.GetPageLayout(sheet)
	fmt.Fprintf(b, "paper %d %s, %d wide", *layout.Size, *layout.Orientation, deref(layout.FitToWidth))
	if p, _ := f.GetPanes(sheet); p.Freeze {
		fmt.Fprintf(b, "; frozen at %s", p.TopLeftCell)
	}
	if hf, _ := f.GetHeaderFooter(sheet); hf != nil {
		fmt.Fprintf(b, "; head %q foot %q", hf.OddHeader, hf.OddFooter)
		if hf.DifferentFirst {
			fmt.Fprintf(b, ", first %q %q", hf.FirstHeader, hf.FirstFooter)
		}
	}
	b.WriteString("\n")
	merges, _ := f.GetMergeCells(sheet)
	fmt.Fprintf(b, "%d merges\n", len(merges))
	validations, _ := f.GetDataValidations(sheet)
	for _, v := range validations {
		fmt.Fprintf(b, "choice at %s from %s\n", v.Sqref, v.Formula1)
	}
	comments, _ := f.GetComments(sheet)
	for _, c := range comments {
		fmt.Fprintf(b, "comment at %s\n", c.Cell)
	}
}

func deref(p *int) int {
	if p == nil {
		return 0
	}
	return *p
}

func lookOf(t testing.TB, f *excelize.File, sheet, at string) string {
	t.Helper()
	id, err := f.GetCellStyle(sheet, at)
	if err != nil {
		t.Fatal(err)
	}
	s, err := f.GetStyle(id)
	if err != nil || s.Font == nil {
		return "{}"
	}
	out := fmt.Sprintf("{%g %s", s.Font.Size, s.Font.Color)
	if s.Font.Bold {
		out += " bold"
	}
	if len(s.Fill.Color) > 0 {
		out += " on " + s.Fill.Color[0]
	}
	if s.CustomNumFmt != nil {
		out += " " + *s.CustomNumFmt
	}
	if s.NumFmt != 0 {
		out += fmt.Sprintf(" #%d", s.NumFmt)
	}
	if s.Alignment != nil && s.Alignment.TextRotation != 0 {
		out += fmt.Sprintf(" turned %d", s.Alignment.TextRotation)
	}
	return out + "}"
}
