package workbook

import (
	"cmp"
	"fmt"
	"slices"

	"spotcheck/indicators/format"
	"spotcheck/indicators/problem"
)

// Import turns a workbook into the YAML of its instrument. parse says what is wrong
// with that YAML; it is told at the cell that it comes from. There is no YAML when
// anything is.
func Import(file string, data []byte, parse func(file string, yaml []byte) problem.List) ([]byte, problem.List) {
	v, list := Read(file, data)
	if list.Errors() > 0 {
		return nil, list
	}
	draft := format.Encode(v) // with an empty text wherever one is needed
	where := placesOf(v, draft)
	for _, p := range parse(file, draft) {
		list = append(list, where.move(p, file))
	}
	list.Sort()
	if list.Errors() > 0 {
		return nil, list
	}
	return format.Encode(format.Trim(v)), list
}

// place says that what begins at a line and column of the YAML is in a cell.
type place struct {
	line, column int
	cell         problem.Place
}

func (p place) compare(o place) int { return cmp.Or(p.line-o.line, p.column-o.column) }

// places are in the order of the YAML.
type places []place

func placesOf(v format.Value, yaml []byte) (out places) {
	var walk func(a, b format.Value)
	walk = func(a, b format.Value) {
		p := place{cell: a.At}
		if _, err := fmt.Sscanf(b.At.Cell, "%d:%d", &p.line, &p.column); err == nil {
			out = append(out, p)
		}
		for i := range min(len(a.Items), len(b.Items)) {
			walk(a.Items[i], b.Items[i])
		}
	}
	again, _ := format.Read("", yaml)
	walk(v, again)
	slices.SortStableFunc(out, place.compare)
	return out
}

// remedies say what to do in a workbook where the catalogue speaks of YAML.
var remedies = map[problem.Code]string{
	problem.YAMLRequired:      "Isi sel itu",
	problem.BadNumber:         "Ketik angka biasa, misalnya 12,5",
	problem.MissingProvenance: "Isi kolom Asal-usul beserta Sumber (confirmed, single-source) atau Alasan (assumed, own)",
}

// move tells a problem of the YAML at the cell that begins at its place, or is the
// last to begin before it.
func (ps places) move(p problem.Problem, file string) problem.Problem {
	var at place
	if _, err := fmt.Sscanf(p.Cell, "%d:%d", &at.line, &at.column); err != nil || p.File != file {
		return p
	}
	p.Cell = ""
	for _, begin := range ps {
		if begin.compare(at) > 0 {
			break
		}
		p.Sheet, p.Cell = begin.cell.Sheet, begin.cell.Cell
	}
	if must, ok := remedies[p.Code]; ok {
		p = p.Fix(must)
	}
	return p
}
