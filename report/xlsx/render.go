package xlsx

import (
	"io"

	"spotcheck/report"
)

// Render writes d as a workbook: a sheet for each section in its order, then hidden
// sheets. Equal documents give equal bytes. A document that cannot be drawn whole
// (a text longer than a cell holds, a formula that names a cell that is not there,
// a name used twice) is an error and nothing is written; the texts are
// problem.Problem values that name sheet and cell.
func Render(w io.Writer, d *report.Document) error {
	b, err := layOut(d)
	if err != nil {
		return err
	}
	return b.write(w)
}
