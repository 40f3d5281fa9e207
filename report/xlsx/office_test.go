package xlsx

import (
	"encoding/json"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"spotcheck/report"
)

// need finds a program that the test checks against. Without it the test is
// skipped, or fails where SPOTCHECK_ORACLES=1 asks for all of them.
func need(t *testing.T, candidates ...string) string {
	t.Helper()
	for _, name := range candidates {
		if path, err := exec.LookPath(name); err == nil {
			return path
		}
	}
	if os.Getenv("SPOTCHECK_ORACLES") == "1" {
		t.Fatalf("%s is not installed, but SPOTCHECK_ORACLES=1", candidates[0])
	}
	t.Skipf("%s is not installed", candidates[0])
	return ""
}

// convert has LibreOffice save a workbook as another kind of file.
func convert(t *testing.T, data []byte, kind string) string {
	t.Helper()
	office := need(t, "soffice", "libreoffice")
	dir := t.TempDir()
	in := filepath.Join(dir, "in.xlsx")
	if err := os.WriteFile(in, data, 0o600); err != nil {
		t.Fatal(err)
	}
	out, err := exec.Command(office, "-env:UserInstallation=file://"+dir+"/profile", "--headless",
		"--convert-to", kind, "--outdir", filepath.Join(dir, "out"), in).CombinedOutput()
	if err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	return filepath.Join(dir, "out", "in."+kind)
}

// bare takes away the results of all formulas.
func bare(d *report.Document) *report.Document {
	for _, s := range d.Sections {
		for _, b := range s.Blocks {
			t, _ := b.(report.Table)
			for _, r := range t.Rows {
				for i := range r.Cells {
					if c := &r.Cells[i]; c.Formula != "" {
						c.Number, c.Text = nil, ""
					}
				}
			}
		}
	}
	return d
}

// The results written beside the formulas are those that LibreOffice computes from
// the inputs alone: it gets the document without any result.
func TestFormulasAgree(t *testing.T) {
	ours := open(t, render(t, sampleDocument()))
	file, err := os.ReadFile(convert(t, render(t, bare(sampleDocument())), "xlsx"))
	if err != nil {
		t.Fatal(err)
	}
	theirs := open(t, file)
	checked := 0
	for _, sheet := range ours.GetSheetList() {
		rows, err := ours.GetRows(sheet)
		if err != nil {
			t.Fatal(err)
		}
		for r, row := range rows {
			for c := range row {
				at := a1(point{c, r})
				if formula, _ := ours.GetCellFormula(sheet, at); formula == "" {
					continue
				}
				checked++
				want, _ := ours.GetCellValue(sheet, at, excelize.Options{RawCellValue: true})
				got, _ := theirs.GetCellValue(sheet, at, excelize.Options{RawCellValue: true})
				if !same(want, got) {
					t.Errorf("%s!%s: written %s, computed %s", sheet, at, want, got)
				}
			}
		}
	}
	if checked < 100 {
		t.Errorf("only %d formulas checked", checked)
	}
}

func same(a, b string) bool {
	x, err1 := strconv.ParseFloat(a, 64)
	y, err2 := strconv.ParseFloat(b, 64)
	if err1 != nil || err2 != nil {
		return a == b
	}
	return math.Abs(x-y) < 1e-9
}

// Signatures and drawings are not torn by the end of a page, the head of a long
// table and the mark are on every page, and no text shows as ###.
func TestPrintedPages(t *testing.T) {
	text := need(t, "pdftotext")
	file := convert(t, render(t, sampleDocument()), "pdf")
	out, err := exec.Command(text, "-layout", file, "-").Output()
	if err != nil {
		t.Fatal(err)
	}
	signed, heads := false, 0
	for i, page := range strings.Split(strings.TrimSuffix(string(out), "\f"), "\f") {
		if n := strings.Count(page, "SEMENTARA"); n == 0 || i == 0 && n != 1 {
			t.Errorf("the mark stands %d times on page %d", n, i+1)
		}
		if strings.Contains(page, "Mengetahui,") {
			signed = strings.Contains(page, "NIP. 196805121990031007")
		}
		if strings.Contains(page, "Penanggung jawab") {
			heads++
		}
	}
	if !signed {
		t.Error("the signatures are on two pages")
	}
	if heads < 2 {
		t.Errorf("the head of the actions is on %d pages", heads)
	}
	if strings.Contains(string(out), "###") {
		t.Error("a number does not fit its column")
	}
}

const readWithOpenpyxl = `
import json, sys, openpyxl
wb = openpyxl.load_workbook(sys.argv[1])
ro = openpyxl.load_workbook(sys.argv[1], read_only=True)
out = {"creator": wb.properties.creator, "created": str(wb.properties.created), "full": bool(wb.calculation.fullCalcOnLoad), "sheets": {}}
for ws in wb.worksheets:
    charts = []
    for c in ws._charts:
        a = c.anchor
        charts.append([a._from.row, a._from.col, a.to.row, a.to.col, a.to.rowOff, a.to.colOff])
    count = sum(1 for row in ro[ws.title].iter_rows(values_only=True) for v in row if v is not None)
    out["sheets"][ws.title] = {
        "state": ws.sheet_state, "freeze": ws.freeze_panes, "filter": ws.auto_filter.ref, "cells": count,
        "fit": ws.sheet_properties.pageSetUpPr.fitToPage if ws.sheet_properties.pageSetUpPr else None,
        "lists": [str(v.sqref) for v in ws.data_validations.dataValidation], "charts": charts,
        "comments": sum(1 for row in ws.iter_rows() for c in row if c.comment), "formulas": sum(1 for row in ws.iter_rows() for c in row if c.data_type == "f")}
print(json.dumps(out))
`

type seenSheet struct {
	State, Freeze, Filter     string
	Cells, Comments, Formulas int
	Fit                       *bool
	Lists                     []string
	Charts                    [][]int
}

// Another library reads the same: properties, panes, filters, lists, and charts
// that end exactly where the rows beside them end.
func TestOpenpyxl(t *testing.T) {
	python := need(t, "/usr/bin/python3", "python3")
	if exec.Command(python, "-c", "import openpyxl").Run() != nil {
		need(t, "openpyxl")
	}
	data := render(t, sampleDocument())
	file := filepath.Join(t.TempDir(), "in.xlsx")
	if err := os.WriteFile(file, data, 0o600); err != nil {
		t.Fatal(err)
	}
	out, err := exec.Command(python, "-c", readWithOpenpyxl, file).Output()
	if err != nil {
		t.Fatal(err)
	}
	var got struct {
		Creator, Created string
		Full             bool
		Sheets           map[string]seenSheet
	}
	if err := json.Unmarshal(out, &got); err != nil {
		t.Fatal(err)
	}
	if got.Creator != "Inspektorat Daerah Kabupaten Tanah Bumbu" || got.Created != "2026-03-16 00:00:00" || !got.Full {
		t.Errorf("properties: %+v", got)
	}
	b, err := layOut(sampleDocument())
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range b.sheets {
		checkSheet(t, s, got.Sheets[s.name])
	}
}

func checkSheet(t *testing.T, s *sheet, got seenSheet) {
	t.Helper()
	want := seenSheet{State: "visible", Comments: len(s.notes)}
	if s.hidden {
		want.State = "hidden"
	}
	if s.frozen != (point{}) {
		want.Freeze = a1(s.frozen)
	}
	if s.filter != (area{}) {
		want.Filter = s.filter.loose()
	}
	for _, l := range s.lines {
		for _, c := range l.cells {
			if c.formula != "" {
				want.Formulas++
			}
			if c.formula != "" || c.text != "" || c.number != nil {
				want.Cells++
			}
		}
	}
	if got.State != want.State || got.Freeze != want.Freeze || strings.ReplaceAll(got.Filter, "$", "") != want.Filter ||
		got.Comments != want.Comments || got.Formulas != want.Formulas || got.Cells != want.Cells || len(got.Lists) != len(s.lists) {
		t.Errorf("%s: read %+v, want %+v", s.name, got, want)
	}
	if !s.hidden && (got.Fit == nil || !*got.Fit) {
		t.Errorf("%s is not fitted to the page", s.name)
	}
	if len(got.Charts) != len(s.charts) {
		t.Fatalf("%s: %d charts, want %d", s.name, len(got.Charts), len(s.charts))
	}
	for i, c := range s.charts {
		at := []int{c.at.rows.from, c.at.cols.from, c.at.rows.to, c.at.cols.to, 0, 0}
		for k := range at {
			if got.Charts[i][k] != at[k] {
				t.Errorf("%s: chart at %v, want %v", s.name, got.Charts[i], at)
				break
			}
		}
	}
}
