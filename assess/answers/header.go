package answers

import (
	"fmt"
	"slices"
	"strings"

	"spotcheck/assess/answers/csvrows"
	"spotcheck/indicators"
	"spotcheck/indicators/problem"
	"spotcheck/indicators/strictyaml"
)

// The columns, in the order of the contract.
const (
	colUnit = iota
	colProduct
	colRespondent
	colIndicator
	colLayer
	colValue
	colNote
	colEvidence
	columns
)

var columnNames = [columns]string{"unit", "product", "respondent", "indicator", "layer", "value", "note", "evidence"}

// answerColumn is a column of wide rows: the answers to one indicator.
type answerColumn struct {
	node  *indicators.Node
	index int
}

// headRemedy is what may head a column.
const headRemedy = "Pakai judul kolom: unit, product, respondent, indicator, layer, value, note, evidence; atau kode indikator sebagai pengganti kolom indicator dan value"

// unlike tells a table of another make by its first row: columns set apart by tabs,
// or the line that tells Excel the separator. nil for any other.
func (r *reader) unlike(row csvrows.Row) *problem.Problem {
	var p problem.Problem
	switch first := row.Fields[0]; {
	case strings.HasPrefix(heading(first), "sep="):
		p = problem.New(problem.CSVHeader, row.At(r.file), "baris pertama “%s” bukan judul kolom", indicators.Squash(first)).
			Fix("Hapus baris itu; pemisah kolomnya dikenali sendiri")
	case len(row.Fields) == 1 && strings.Contains(first, "\t"):
		p = problem.New(problem.CSVHeader, row.At(r.file), "kolom dipisahkan tab, bukan koma atau titik koma").
			Fix("Simpan dari Excel sebagai “CSV UTF-8 (dibatasi koma)”")
	default:
		return nil
	}
	return &p
}

// header finds the columns; false when the rows below cannot be read.
func (r *reader) header(row csvrows.Row) bool {
	before := r.count[problem.Error]
	for i := range r.at {
		r.at[i] = -1
	}
	for i, title := range row.Fields {
		name := heading(title)
		col := slices.Index(columnNames[:], name)
		switch {
		case name == "":
			r.unnamed = append(r.unnamed, i)
		case col >= 0 && r.at[col] >= 0:
			r.head(row, "judul kolom %q muncul dua kali", name)
		case col >= 0:
			r.at[col] = i
		}
	}
	long := r.at[colIndicator] >= 0 || r.at[colValue] >= 0
	for i, title := range row.Fields {
		if name := heading(title); name != "" && !slices.Contains(columnNames[:], name) {
			r.own(row, i, long)
		}
	}
	if len(r.wide) > 0 {
		r.wideColumns(row)
	} else {
		r.need(row, colUnit, colIndicator, colValue)
	}
	return r.count[problem.Error] == before
}

// heading is a title without what does not count in it.
func heading(title string) string { return strings.ToLower(indicators.Squash(title)) }

func (r *reader) head(row csvrows.Row, format string, args ...any) {
	r.add(problem.New(problem.CSVHeader, row.At(r.file), format, args...).Fix(headRemedy))
}

// own takes a column that has no title of the contract: in wide rows it has to be
// the id of an indicator, in any case as all titles are.
func (r *reader) own(row csvrows.Row, i int, long bool) {
	title := row.Fields[i]
	id := slices.IndexFunc(r.indicatorIDs, func(id string) bool { return strings.EqualFold(id, indicators.Squash(title)) })
	known := columnNames[:]
	if !long {
		known = append(slices.Clone(known), r.indicatorIDs...)
	}
	switch {
	case id < 0:
		r.add(problem.New(problem.CSVHeader, row.At(r.file), "judul kolom %q tidak dikenal%s", title, strictyaml.Hint(heading(title), known)).
			Seen(title, known...).Fix(headRemedy))
	case long:
		r.head(row, "judul kolom %q adalah kode indikator, padahal ada kolom indicator atau value", title)
	case slices.ContainsFunc(r.wide, func(c answerColumn) bool { return c.node.ID == r.indicatorIDs[id] }):
		r.head(row, "judul kolom %q muncul dua kali", title)
	default:
		r.wide = append(r.wide, answerColumn{r.in.Node(r.indicatorIDs[id]), i})
	}
}

// need tells of columns that are not there.
func (r *reader) need(row csvrows.Row, cols ...int) {
	for _, col := range cols {
		if r.at[col] < 0 {
			r.head(row, "kolom %q tidak ada", columnNames[col])
		}
	}
}

// wideColumns demands the columns that say what the answers of wide rows are
// about. People are never numbered by their rows: two files would then speak of
// the same person, and where both say the same nobody would notice.
func (r *reader) wideColumns(row csvrows.Row) {
	r.need(row, colUnit)
	if r.at[colEvidence] >= 0 {
		r.add(problem.New(problem.CSVHeader, row.At(r.file), "kolom evidence tidak dipakai bila judul kolom adalah kode indikator").
			Fix("Hapus kolom evidence, atau kirim buktinya dalam baris dengan kolom indicator dan value"))
	}
	for _, c := range []struct {
		col   int
		scope indicators.Scope
		per   string
	}{{colProduct, indicators.PerProduct, "produk"}, {colRespondent, indicators.PerRespondent, "responden"}} {
		i := slices.IndexFunc(r.wide, func(w answerColumn) bool { return w.node.Scope == c.scope })
		if i >= 0 && r.at[c.col] < 0 {
			r.add(problem.New(problem.CSVHeader, row.At(r.file), "kolom %q tidak ada, padahal %s ditanyakan per %s", columnNames[c.col], r.wide[i].node.ID, c.per).
				Fix(fmt.Sprintf("Tambahkan kolom %s dan isi pada setiap baris", columnNames[c.col])))
		}
	}
}
