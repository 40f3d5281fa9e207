package main

import (
	"archive/zip"
	"bytes"
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"

	"spotcheck/assess/audit"
	"spotcheck/assess/sheet"
	"spotcheck/report"
)

// What spotcheck itself writes stands its own audit: the report's live formulas
// give the values that are stored with them, and the forms have no broken pattern.
func TestOwnWorkbooksAreClean(t *testing.T) {
	dir, _ := reported(t)
	done(t, "form", filepath.Dir(dir))
	files, err := filepath.Glob(filepath.Join(filepath.Dir(dir), "*", "*.xlsx"))
	if err != nil || len(files) < 10 {
		t.Fatalf("found %d workbooks (%v)", len(files), err)
	}
	formulas := 0
	for _, name := range files {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		r, err := audit.Audit(context.Background(), data, sheet.DefaultLimits())
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		formulas += r.Recalculated
		if !r.Trusted() || r.Recalculated < r.Formulas {
			t.Errorf("%s: %+v\n%+v", name, r.Findings, r.Unchecked)
		}
	}
	if formulas < 2000 {
		t.Errorf("only %d formulas computed anew", formulas)
	}
}

// done runs a command that must end well.
func done(t *testing.T, args ...string) {
	t.Helper()
	var out, talk bytes.Buffer
	if code := run(context.Background(), newApp(strings.NewReader(""), &out, &talk), args); code != exitDone {
		t.Fatalf("%v: code %d\n%s", args, code, talk.String())
	}
}

// Every kind has a name for people, and the JSON is what doc.go says.
func TestAuditWords(t *testing.T) {
	r := &audit.Report{Tolerance: "1e-9"}
	for _, k := range audit.Kinds() {
		for _, s := range []audit.Severity{audit.Wrong, audit.Doubtful, audit.Remark} {
			r.Counts = append(r.Counts, audit.Count{Kind: k, Severity: s, Count: 1})
		}
		r.Findings = append(r.Findings, audit.Finding{Severity: audit.Wrong, Kind: k, Sheet: "Nilai", Cell: "A1", Found: "1.5"})
	}
	files := []report.AuditedFile{{Name: "a.xlsx", Report: r}}
	var text, wire bytes.Buffer
	if err := printTo(&text, report.Audit(files)); err != nil {
		t.Fatal(err)
	}
	for _, k := range audit.Kinds() {
		if strings.Contains(text.String(), string(k)) && k != "error" {
			t.Errorf("%s is told to people", k)
		}
	}
	if !strings.Contains(text.String(), "1,5") {
		t.Error(text.String())
	}
	if err := writeAuditJSON(&wire, files); err != nil {
		t.Fatal(err)
	}
	var back struct {
		Schema string
		Files  []map[string]any
	}
	if err := json.Unmarshal(wire.Bytes(), &back); err != nil || back.Schema != auditSchema || len(back.Files) != 1 {
		t.Fatalf("%v: %s", err, wire.String())
	}
	for _, key := range []string{"file", "state", "sheets", "cells", "formulas", "recalculated", "stored", "followers", "tolerance", "counts", "findings", "unchecked", "problems"} {
		if _, ok := back.Files[0][key]; !ok {
			t.Errorf("no key %s", key)
		}
	}
}

// packBook makes a workbook of one sheet, Nilai, from the part of that sheet.
func packBook(ts *testscript.TestScript, _ bool, args []string) {
	if len(args) != 2 {
		ts.Fatalf("usage: workbook FILE PART")
	}
	const space, main = `xmlns="http://schemas.openxmlformats.org/`, `spreadsheetml/2006/main"`
	const rel = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	for _, part := range [][2]string{
		{"_rels/.rels", `<Relationships ` + space + `package/2006/relationships"><Relationship Id="r1" Type="` + rel + `/officeDocument" Target="xl/workbook.xml"/></Relationships>`},
		{"xl/workbook.xml", `<workbook ` + space + main + ` xmlns:r="` + rel + `"><sheets><sheet name="Nilai" sheetId="1" r:id="r1"/></sheets></workbook>`},
		{"xl/_rels/workbook.xml.rels", `<Relationships ` + space + `package/2006/relationships"><Relationship Id="r1" Type="` + rel + `/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`},
		{"xl/worksheets/sheet1.xml", `<worksheet ` + space + main + `>` + ts.ReadFile(args[1]) + `</worksheet>`},
	} {
		w, err := z.Create(part[0])
		ts.Check(err)
		_, err = w.Write([]byte(part[1]))
		ts.Check(err)
	}
	ts.Check(z.Close())
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), out.Bytes(), 0o600))
}
