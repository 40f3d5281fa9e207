package sheet

import (
	"slices"
	"strings"

	"spotcheck/indicators/problem"
)

// readList reads the workbook part: the sheets by name, and the date base.
func (w *Workbook) readList(part string) error {
	src, err := w.archive.part(part)
	if err != nil {
		return err
	}
	x := newScanner(part, src, problem.Place{})
	x.child()
	if x.err == nil && (x.space != mainSpace || string(x.name) != "workbook") {
		return notWorkbook(foreignRoot(string(x.name)))
	}
	for x.child() {
		switch {
		case x.is("workbookPr"):
			w.date1904 = x.flag("date1904")
		case x.is("sheets"):
			for x.child() {
				w.listSheet(x)
			}
			continue
		}
		x.skip()
	}
	return x.finish()
}

// foreignRoot names the document whose main part begins with element root.
func foreignRoot(root string) string {
	switch root {
	case "document":
		return "berkas ini sebenarnya dokumen Word"
	case "presentation":
		return "berkas ini sebenarnya presentasi PowerPoint"
	}
	return "bagian utama berkas ini bukan buku kerja, melainkan <" + root + ">"
}

// listSheet reads one <sheet>.
func (w *Workbook) listSheet(x *scanner) {
	if !x.is("sheet") {
		x.skip()
		return
	}
	state := string(x.attr("state"))
	s := entry{
		Info:     Info{Name: string(x.attr("name")), Hidden: state != "" && state != "visible"},
		relation: string(x.attrIn(relationSpace, "id")),
	}
	switch {
	case s.Name == "" || s.relation == "":
		x.damaged("lembar tanpa nama atau tanpa rujukan isi")
	case slices.ContainsFunc(w.sheets, func(o entry) bool { return strings.EqualFold(o.Name, s.Name) }):
		x.damaged("dua lembar bernama %q", s.Name)
	case len(w.sheets) == w.lim.Sheets:
		x.fail(problem.TooLarge, "lebih dari %d lembar", w.lim.Sheets)
	}
	w.sheets = append(w.sheets, s)
	x.skip()
}

// resolveSheets ties the sheets to their parts and drops those without cells.
func (w *Workbook) resolveSheets(relations map[string]relation) error {
	worksheets := w.sheets[:0]
	for _, s := range w.sheets {
		r, found := relations[s.relation]
		at := problem.Place{Sheet: s.Name}
		switch {
		case !found:
			return problem.New(problem.MissingPart, at, "lembar menunjuk isi %q yang tidak terdaftar", s.relation)
		case r.external:
			return problem.New(problem.MissingPart, at, "isi lembar berada di luar berkas ini")
		case r.kind == "worksheet":
			s.part = r.target
			worksheets = append(worksheets, s)
		}
	}
	w.sheets = worksheets
	if len(w.sheets) == 0 {
		return problem.New(problem.MissingPart, problem.Place{}, "buku kerja tidak memuat satu lembar kerja pun")
	}
	return nil
}
