package pdf

import "spotcheck/report"

// Pages tells how many pages Render would make of d, without drawing them.
func Pages(d *report.Document) (int, error) {
	pages, err := layOut(d)
	return len(pages), err
}
