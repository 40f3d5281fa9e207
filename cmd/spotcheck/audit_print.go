package main

import (
	"encoding/json"
	"io"
	"strconv"

	"spotcheck/assess/answers/csvrows"
	"spotcheck/assess/audit"
	"spotcheck/indicators/problem"
	"spotcheck/report"
)

// auditSchema names the JSON of audit, told in the words of package audit; keys
// never change their meaning.
const auditSchema = "spotcheck/audit/v1"

// auditState says how a file came through.
type auditState string

// The states: nothing found but remarks; findings; refused.
const (
	auditClean    auditState = "clean"
	auditFindings auditState = "findings"
	auditRefused  auditState = "refused"
)

func auditStateOf(f report.AuditedFile) auditState {
	switch {
	case f.Report == nil:
		return auditRefused
	case f.Report.Trusted():
		return auditClean
	}
	return auditFindings
}

// auditWire is a file in the JSON.
type auditWire struct {
	File  string     `json:"file"`
	State auditState `json:"state"`
	audit.Report
	Problems problem.List `json:"problems"`
}

func writeAuditJSON(w io.Writer, files []report.AuditedFile) error {
	list := make([]auditWire, len(files))
	for i, f := range files {
		list[i] = auditWire{File: f.Name, State: auditStateOf(f), Problems: append(problem.List{}, f.Problem...)}
		if f.Report != nil {
			list[i].Report = *f.Report
		} else {
			list[i].Report = audit.Report{Counts: []audit.Count{}, Findings: []audit.Finding{}, Unchecked: []audit.Unchecked{}}
		}
	}
	out := json.NewEncoder(w)
	out.SetIndent("", "  ")
	out.SetEscapeHTML(false)
	return out.Encode(struct {
		Schema string      `json:"schema"`
		Files  []auditWire `json:"files"`
	}{auditSchema, list})
}

// writeAuditCSV writes one line per finding, and one per file that was refused.
func writeAuditCSV(w io.Writer, files []report.AuditedFile) error {
	lines := [][]string{{"file", "severity", "kind", "sheet", "cell", "formula", "found", "expected", "followers", "message", "remedy"}}
	for _, f := range files {
		for _, p := range f.Problem {
			lines = append(lines, []string{f.Name, "refused", string(p.Code), p.Sheet, p.Cell, "", p.Value, p.Allowed, "0", p.Message, p.Remedy})
		}
		if f.Report == nil {
			continue
		}
		for _, x := range f.Report.Findings {
			lines = append(lines, []string{f.Name, string(x.Severity), string(x.Kind), x.Sheet, x.Cell, x.Formula, x.Found, x.Expected, strconv.Itoa(x.Followers), x.Message, x.Remedy})
		}
	}
	return csvrows.Write(w, ',', lines)
}
