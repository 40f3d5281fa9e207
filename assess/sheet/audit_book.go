package sheet

import (
	"math"

	"spotcheck/indicators/problem"
)

// BookDetails is what a workbook says of its computing.
type BookDetails struct {
	Manual    bool // formulas are computed only when asked
	Iterative bool // circular references are computed a number of times
	AsShown   bool // numbers are cut to what their format shows
	External  int  // other workbooks that it refers to
	Names     []Name
}

// Name is a defined name. Sheet is the one it belongs to, or empty.
type Name struct {
	Name, Sheet, Text string
}

// maxNames is above what workbooks of people hold; leftovers come in thousands.
const maxNames = 50_000

// Details reads the workbook part again, for what computing depends on.
func (w *Workbook) Details() (*BookDetails, error) {
	part, err := mainPart(w.archive)
	if err != nil {
		return nil, err
	}
	src, err := w.archive.part(part)
	if err != nil {
		return nil, err
	}
	x := newScanner(part, src, problem.Place{})
	d := &BookDetails{}
	var sheets []string
	x.root(mainSpace, "workbook")
	for x.child() {
		switch {
		case x.is("sheets"):
			for x.child() {
				sheets = append(sheets, string(x.attr("name")))
				x.skip()
			}
			continue
		case x.is("definedNames"):
			x.definedNames(d, sheets)
			continue
		case x.is("externalReferences"):
			for x.child() {
				d.External++
				x.skip()
			}
			continue
		case x.is("calcPr"):
			d.Manual = string(x.attr("calcMode")) == "manual"
			d.Iterative = x.flag("iterate")
			d.AsShown = x.attr("fullPrecision") != nil && !x.flag("fullPrecision")
		}
		x.skip()
	}
	return d, x.finish()
}

// definedNames reads names; sheets are all of the workbook, in order.
func (x *scanner) definedNames(d *BookDetails, sheets []string) {
	for x.child() {
		if !x.is("definedName") {
			x.skip()
			continue
		}
		n := Name{Name: string(x.attr("name"))}
		if local := x.attr("localSheetId"); local != nil {
			i, ok := parseInt(local, math.MaxInt32)
			if !ok || i >= len(sheets) {
				x.fail(problem.BadReference, "nama %q merujuk lembar nomor %q yang tidak ada", n.Name, local)
				return
			}
			n.Sheet = sheets[i]
		}
		n.Text = string(x.text())
		if d.Names = append(d.Names, n); len(d.Names) > maxNames {
			x.fail(problem.TooLarge, "lebih dari %d nama", maxNames)
		}
	}
}
