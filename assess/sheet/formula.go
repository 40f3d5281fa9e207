package sheet

import (
	"slices"

	"spotcheck/indicators/problem"
)

// Formula is what stands behind a computed cell. A copy of a shared formula has
// the text of its first cell, At, and means it as seen from its own place.
type Formula struct {
	Row, Col     int
	Text         string // without equals sign; empty if the file does not tell it
	AtRow, AtCol int    // the cell as seen from which Text names others
	Array        bool   // computes several values at once
	Area         Range  // the cells that an array formula or data table fills
}

// Details is a sheet with what people do not see of it. Formulas and Validations
// come as they stand in the file, Formulas by row and column.
type Details struct {
	*Sheet
	Formulas    []Formula
	Validations []Validation
	HiddenCols  []Range // whole columns: Top and Bottom are 0
}

// Inspect reads the sheet of exactly this name as Read does, and what else its
// part says: formulas, drop-downs, hidden columns. It is as strict.
func (w *Workbook) Inspect(name string) (*Details, error) {
	d := &Details{}
	in := &inspector{details: d, shared: make(map[int]Formula)}
	s, err := w.read(name, in)
	if err != nil {
		return nil, err
	}
	d.Sheet = s
	slices.SortFunc(d.Formulas, func(a, b Formula) int {
		if a.Row != b.Row {
			return a.Row - b.Row
		}
		return a.Col - b.Col
	})
	return d, nil
}

// inspector takes note of what Read passes over.
type inspector struct {
	details *Details
	shared  map[int]Formula // first cells of shared formulas, by number
	early   []early         // copies that come before their first cell
	areas   int             // rectangles kept so far
}

// early is a copy that waits for its shared formula.
type early struct{ formula, number int }

// maxShared is above the number of any shared formula.
const maxShared = 1 << 24

// formula reads <f>, of the cell being read.
func (r *cellReader) formula() {
	in := r.inspector
	if in == nil {
		r.text()
		return
	}
	f := Formula{Row: r.row, Col: r.col, AtRow: r.row, AtCol: r.col}
	kind := string(r.attr("t"))
	number := r.attr("si")
	shared, ok := 0, true
	if kind == "shared" {
		if shared, ok = parseInt(number, maxShared); !ok {
			r.cellFail(problem.BadReference, "nomor rumus bersama %q tidak sah", number)
			return
		}
	}
	if ref := r.attr("ref"); ref != nil && (kind == "array" || kind == "dataTable") {
		if f.Area, ok = parseRange(ref); !ok {
			r.cellFail(problem.BadReference, "rentang rumus larik %q tidak sah", ref)
			return
		}
	}
	f.Array = kind == "array" || kind == "dataTable"
	f.Text = r.string(appendUnescaped(r.rich[:0], r.text()))
	if n := len(in.details.Formulas); n > 0 && in.details.Formulas[n-1].Row == f.Row && in.details.Formulas[n-1].Col == f.Col {
		r.cellFail(problem.DamagedXML, "sel memuat dua rumus")
	}
	in.add(f, kind == "shared", shared)
}

// add keeps a formula, with the text of the shared one it is a copy of.
func (in *inspector) add(f Formula, isShared bool, number int) {
	first, known := in.shared[number]
	switch {
	case !isShared:
	case f.Text != "":
		in.shared[number] = f
	case known:
		f.Text, f.AtRow, f.AtCol = first.Text, first.Row, first.Col
	default:
		in.early = append(in.early, early{len(in.details.Formulas), number})
	}
	in.details.Formulas = append(in.details.Formulas, f)
}

// settle gives early copies their formula.
func (r *cellReader) settle() {
	for _, e := range r.inspector.early {
		f := &r.inspector.details.Formulas[e.formula]
		first, ok := r.inspector.shared[e.number]
		if !ok {
			r.at.Cell = Ref(f.Row, f.Col)
			r.fail(problem.BadReference, "rumus bersama nomor %d tidak ada", e.number)
			return
		}
		f.Text, f.AtRow, f.AtCol = first.Text, first.Row, first.Col
	}
}

// beyond reads an element of a worksheet that is neither cells nor merged ranges.
func (r *cellReader) beyond() {
	switch {
	case r.inspector == nil:
		r.skip()
	case r.is("cols"):
		r.hiddenColumns()
	case r.is("dataValidations"):
		r.validations()
	case r.is("extLst"):
		r.extensions()
	default:
		r.skip()
	}
}

func (r *cellReader) hiddenColumns() {
	for r.child() {
		if r.is("col") && r.flag("hidden") {
			first, ok1 := parseInt(r.attr("min"), maxCol)
			last, ok2 := parseInt(r.attr("max"), maxCol)
			if !ok1 || !ok2 || first < 1 || first > last {
				r.fail(problem.BadReference, "kolom %q sampai %q tidak sah", r.attr("min"), r.attr("max"))
			}
			r.inspector.details.HiddenCols = append(r.inspector.details.HiddenCols, Range{Left: first, Right: last})
			r.oneMore()
		}
		r.skip()
	}
}

// oneMore bounds the rectangles that are kept.
func (r *cellReader) oneMore() {
	if r.inspector.areas++; r.inspector.areas > r.book.lim.Cells {
		r.fail(problem.TooLarge, "lebih dari %d rentang", r.book.lim.Cells)
	}
}
