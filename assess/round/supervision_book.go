package round

import (
	"strings"

	"spotcheck/assess/sheet"
	"spotcheck/assess/supervision"
	"spotcheck/indicators/problem"
)

// supervisionName is the sheet of a workbook that holds the log; without it, the
// first that a person sees.
const supervisionName = "Pengawasan"

func logFromBook(shown, full string, lim sheet.Limits) ([][]supervision.Cell, problem.List) {
	if lim == (sheet.Limits{}) {
		lim = sheet.DefaultLimits()
	}
	data, bad := ReadBounded(shown, full, lim.File)
	if bad != nil {
		return nil, bad
	}
	w, err := sheet.Open(data, lim)
	if err != nil {
		return nil, problem.List{asProblem(shown, err)}
	}
	s, err := w.Read(logSheet(w.Sheets()))
	if err != nil {
		return nil, problem.List{asProblem(shown, err)}
	}
	for _, m := range s.Merged {
		if m.Top != m.Bottom {
			at := problem.Place{File: shown, Sheet: s.Name, Cell: sheet.Ref(m.Top, m.Left)}
			return nil, problem.List{problem.New(problem.LogUnusable, at, "sel digabung ke bawah sampai %s; isinya hanya berlaku bagi satu baris", sheet.Ref(m.Bottom, m.Right)).Fix("Batalkan penggabungan sel, lalu isi setiap baris")}
		}
	}
	return logRows(shown, w, s), nil
}

func logSheet(sheets []sheet.Info) string {
	name := ""
	for _, s := range sheets {
		if strings.EqualFold(s.Name, supervisionName) {
			return s.Name
		}
		if name == "" && !s.Hidden {
			name = s.Name
		}
	}
	return name
}

// logRows lays the cells of s out as a table as wide as its widest row. Days are
// taken as days, whatever their format.
func logRows(shown string, w *sheet.Workbook, s *sheet.Sheet) [][]supervision.Cell {
	width := 0
	for _, row := range s.Rows {
		width = max(width, row.Cells[len(row.Cells)-1].Col)
	}
	width = min(width, maxColumns)
	out := make([][]supervision.Cell, len(s.Rows))
	for i, row := range s.Rows {
		cells := make([]supervision.Cell, width)
		for col := range cells {
			cells[col].At = problem.Place{File: shown, Sheet: s.Name, Cell: sheet.Ref(row.Number, col+1)}
		}
		for _, c := range row.Cells {
			if c.Col > width {
				continue
			}
			cell := &cells[c.Col-1]
			if day, ok := w.ISODate(c); ok {
				cell.Text = day
				continue
			}
			cell.Text, cell.Wrong = c.Text, distrust(c)
		}
		out[i] = cells
	}
	return out
}
