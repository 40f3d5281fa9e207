package form

import (
	"slices"

	"spotcheck/assess/sheet"
)

// Blank reports whether data is a form, of whatever round and instrument, in
// which no row has an answer, a note or a verdict. What cannot be read is not
// known to be blank. Names in Identitas do not count.
func Blank(data []byte, lim sheet.Limits) bool {
	book, err := sheet.Open(data, lim)
	if err != nil {
		return false
	}
	if _, ours := (&reader{book: book}).find(sheetMeta); !ours {
		return false
	}
	return !slices.ContainsFunc(book.Sheets(), func(i sheet.Info) bool {
		s, err := book.Read(i.Name)
		return err != nil || touched(s)
	})
}

// touched reports whether anything stands in the columns that people fill. A
// sheet of questions whose heads are not as they were is taken for touched.
func touched(s *sheet.Sheet) bool {
	t, found := findTable(s, allColumns[colCode].head, allColumns[colAnswer].head)
	if !found {
		return len(s.Rows) > 0 && !slices.Contains([]string{sheetGuide, sheetIdentity, sheetLists, sheetMeta}, s.Name)
	}
	return slices.ContainsFunc(inputs[:], func(id columnID) bool {
		name := fold(allColumns[id].head)
		col := t.cols[name]
		return col == 0 || t.twice[name] || t.filled(col)
	})
}
