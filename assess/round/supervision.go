package round

import (
	"cmp"
	"os"
	"path/filepath"
	"strings"

	"spotcheck/assess/answers/csvrows"
	"spotcheck/assess/sheet"
	"spotcheck/assess/supervision"
	"spotcheck/indicators/problem"
)

// SupervisionLog reads the log of supervision; nil when the settings name none, or it
// cannot be used. Rows with an error are left out of it.
func (r *Round) SupervisionLog(lim sheet.Limits) (*supervision.Log, problem.List) {
	if r.Config.Supervision == "" {
		return nil, nil
	}
	full := r.resolve(r.Config.Supervision)
	shown := r.shown(full)
	span, problems := r.logSpan(shown, full)
	if problems != nil {
		return nil, problems
	}
	rows, problems := readLog(shown, full, lim)
	if rows == nil {
		return nil, problems
	}
	units := r.unitIDs()
	records, bad := supervision.Read(shown, rows, supervision.Terms{Units: units, Until: r.Config.Date})
	problems = append(problems, bad...)
	problems.Sort()
	if len(records) == 0 && problems.Errors() > 0 {
		return nil, problems
	}
	l := r.Letters()
	return supervision.New(units, records, span, supervision.Examination{From: l.From, Until: cmp.Or(l.Until, r.Config.Date)}), problems
}

// logSpan is the span of the log, unless the round lacks what a log needs.
func (r *Round) logSpan(shown, full string) (supervision.Span, problem.List) {
	span, dated := supervision.SpanTo(r.Config.Date)
	at := problem.Place{File: shown}
	switch {
	case !dated:
		p := problem.New(problem.LogUnusable, at, "putaran ini belum bertanggal, sehingga dua belas bulannya tidak diketahui")
		return span, problem.List{p.Fix("Isi date: di spotcheck.yaml")}
	case r.isInput(full):
		p := problem.New(problem.LogUnusable, at, "catatan pengawasan berada di folder masukan, tempat jawaban unit")
		return span, problem.List{p.Fix("Pindahkan keluar dari folder masukan, lalu sebut tempatnya pada kunci pengawasan:")}
	}
	return span, nil
}

// readLog gives nil where nothing can be read.
func readLog(shown, full string, lim sheet.Limits) ([][]supervision.Cell, problem.List) {
	switch strings.ToLower(filepath.Ext(full)) {
	case ".csv":
		return logFromCSV(shown, full)
	case ".xlsx":
		return logFromBook(shown, full, lim)
	}
	return nil, problem.List{problem.New(problem.LogUnusable, problem.Place{File: shown}, "catatan pengawasan harus berkas .csv atau .xlsx")}
}

// IsSupervisionLog reports whether a file of that path is the log of supervision.
func (r *Round) IsSupervisionLog(name string) bool {
	if r.Config.Supervision == "" {
		return false
	}
	own, err := os.Stat(r.resolve(r.Config.Supervision))
	if err != nil {
		return false
	}
	other, err := os.Stat(name)
	return err == nil && os.SameFile(own, other)
}

// logFromCSV keeps the rows that are sound beside problems with others.
func logFromCSV(shown, full string) ([][]supervision.Cell, problem.List) {
	lim := csvrows.DefaultLimits()
	data, bad := ReadBounded(shown, full, int64(lim.Bytes))
	if bad != nil {
		return nil, bad
	}
	rows, problems := csvrows.Read(shown, data, lim)
	if len(rows) == 0 && len(problems) > 0 {
		return nil, problems
	}
	out := [][]supervision.Cell{} // not nil: an empty file is one without titles
	for _, row := range rows {
		cells := make([]supervision.Cell, len(row.Fields))
		for i, text := range row.Fields {
			cells[i] = supervision.Cell{Text: csvrows.Unguard(text), At: row.At(shown)}
		}
		out = append(out, cells)
	}
	return out, problems
}
