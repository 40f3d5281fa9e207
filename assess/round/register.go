package round

import (
	"iter"
	"path"
	"path/filepath"
	"strings"
	"unicode"

	"spotcheck/assess/answers/csvrows"
	"spotcheck/assess/sheet"
	"spotcheck/indicators/problem"
)

// readRegister reads the register at file (as the settings name it).
func (r *Round) readRegister(file string) ([]entry, problem.List) {
	full := r.resolve(file)
	shown := r.shown(full)
	var rows iter.Seq[tableRow]
	var problems problem.List
	switch strings.ToLower(path.Ext(filepath.ToSlash(file))) {
	case ".csv":
		rows, problems = csvTable(shown, full)
	case ".xlsx":
		rows, problems = sheetTable(shown, full)
	default:
		return nil, problem.List{problem.New(problem.RegisterInvalid, problem.Place{File: shown}, "daftar unit harus berkas .csv atau .xlsx")}
	}
	if problems.Errors() > 0 {
		return nil, problems
	}
	return tableEntries(shown, rows)
}

func csvTable(shown, full string) (iter.Seq[tableRow], problem.List) {
	lim := csvrows.DefaultLimits()
	data, bad := ReadBounded(shown, full, int64(lim.Bytes))
	if bad != nil {
		return nil, bad
	}
	rows, problems := csvrows.Read(shown, data, lim)
	return func(yield func(tableRow) bool) {
		for _, row := range rows {
			at := row.At(shown)
			cells := make(tableRow, len(row.Fields))
			for i, f := range row.Fields {
				cells[i] = tableCell{text: f, at: at}
			}
			if !yield(cells) {
				return
			}
		}
	}, problems
}

func sheetTable(shown, full string) (iter.Seq[tableRow], problem.List) {
	lim := sheet.DefaultLimits()
	data, bad := ReadBounded(shown, full, lim.File)
	if bad != nil {
		return nil, bad
	}
	w, err := sheet.Open(data, lim)
	if err != nil {
		return nil, problem.List{asProblem(shown, err)}
	}
	name := registerSheet(w.Sheets())
	s, err := w.Read(name)
	if err != nil {
		return nil, problem.List{asProblem(shown, err)}
	}
	for _, m := range s.Merged {
		if m.Top != m.Bottom {
			at := problem.Place{File: shown, Sheet: name, Cell: sheet.Ref(m.Top, m.Left)}
			return nil, problem.List{problem.New(problem.RegisterInvalid, at, "sel digabung ke bawah sampai %s; isinya hanya berlaku bagi satu baris", sheet.Ref(m.Bottom, m.Right)).Fix("Batalkan penggabungan sel, lalu isi setiap baris")}
		}
	}
	return sheetRows(shown, s), nil
}

// registerSheet is the sheet called Unit, or the first that a person sees.
func registerSheet(sheets []sheet.Info) string {
	name := ""
	for _, s := range sheets {
		if strings.EqualFold(s.Name, registerName) {
			return s.Name
		}
		if name == "" && !s.Hidden {
			name = s.Name
		}
	}
	return name
}

// sheetRows lays the cells of s out as a table as wide as its widest row.
func sheetRows(shown string, s *sheet.Sheet) iter.Seq[tableRow] {
	width := 0
	for _, row := range s.Rows {
		width = max(width, row.Cells[len(row.Cells)-1].Col)
	}
	width = min(width, maxColumns)
	return func(yield func(tableRow) bool) {
		for _, row := range s.Rows {
			cells := make(tableRow, width)
			for col := range cells {
				cells[col].at = problem.Place{File: shown, Sheet: s.Name, Cell: sheet.Ref(row.Number, col+1)}
			}
			for _, c := range row.Cells {
				if c.Col <= width {
					cells[c.Col-1].text, cells[c.Col-1].wrong = c.Text, distrust(c)
				}
			}
			if !yield(cells) {
				return
			}
		}
	}
}

// maxColumns is more than any register has; what stands further right is not
// looked at, so that one stray cell does not make a million.
const maxColumns = 100

// exactDigits is how many digits of a number Excel keeps.
const exactDigits = 15

// distrust says why a cell's text is not what somebody typed.
func distrust(c sheet.Cell) string {
	switch c.Kind {
	case sheet.Text, sheet.Empty:
		return ""
	case sheet.Number:
		digits := strings.IndexFunc(c.Text, func(r rune) bool { return !unicode.IsDigit(r) })
		if digits < 0 && len(c.Text) <= exactDigits {
			return ""
		}
		return "sel ini tersimpan sebagai angka, sehingga Excel dapat mengubah digitnya"
	case sheet.NoValue:
		return "sel ini berisi rumus tanpa hasil"
	case sheet.Error:
		return "sel ini berisi galat Excel"
	}
	return "sel ini berisi tanggal, persentase, atau nilai benar/salah"
}
