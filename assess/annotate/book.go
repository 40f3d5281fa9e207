package annotate

import (
	"encoding/xml"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"spotcheck/assess/sheet"
)

// edition is how one of the two editions of the format calls its namespaces.
type edition struct{ sheetSpace, linkSpace string }

// editions: the common (transitional) one and the strict one.
var editions = []edition{
	{"http://schemas.openxmlformats.org/spreadsheetml/2006/main", "http://schemas.openxmlformats.org/officeDocument/2006/relationships"},
	{"http://purl.oclc.org/ooxml/spreadsheetml/main", "http://purl.oclc.org/ooxml/officeDocument/relationships"},
}

// book is a workbook that is being changed.
type book struct {
	edition
	zip    *archive
	types  *catalogue
	path   string // of the workbook part
	main   *document
	links  *relations
	sheets []tab // in the workbook's order
	looks  looks
	blocks int // of numbers of shapes, handed out so far
}

// tab is an entry of the workbook's list of sheets, of whatever kind.
type tab struct {
	entry *element
	name  string
	part  string
}

// openBook reads what ties the workbook together.
func openBook(data []byte, most int64) (*book, error) {
	zip, err := openArchive(data, most)
	if err != nil {
		return nil, err
	}
	b := &book{zip: zip}
	if b.types, err = zip.catalogue(); err != nil {
		return nil, err
	}
	root, err := zip.relations("")
	if err != nil {
		return nil, err
	}
	b.path = root.first("officeDocument")
	if b.main, err = zip.xml(b.path); err != nil {
		return nil, err
	}
	i := slices.IndexFunc(editions, func(e edition) bool { return e.sheetSpace == b.main.root.namespace() })
	if i < 0 {
		return nil, errShape
	}
	b.edition = editions[i]
	if b.links, err = zip.relations(b.path); err != nil {
		return nil, err
	}
	for _, e := range b.main.root.kid("sheets").all("sheet") {
		b.sheets = append(b.sheets, tab{entry: e, name: e.attr("name"), part: b.links.target(e.link())})
	}
	if len(b.sheets) == 0 {
		return nil, errShape
	}
	return b, nil
}

// beside is a name for a part in a folder of the workbook's own.
func (b *book) beside(pattern string) string {
	folder := b.path[:strings.LastIndex(b.path, "/")+1]
	return b.zip.free(folder + pattern)
}

// front makes the list the first sheet, in the place of an old one if there is
// one, and the one in sight.
func (b *book) front(name, old string, content []byte) {
	first := b.main.root.kid("sheets").kids[0]
	moved := map[int]int{} // what names of a sheet must count it as now
	at := slices.IndexFunc(b.sheets, func(t tab) bool { return t.name == old && old != "" })
	if at < 0 {
		at = len(b.sheets)
		part := b.beside("worksheets/sheet%d.xml")
		b.zip.put(part, content)
		b.types.list(part, typeSheet)
		b.main.before(first, b.main.own(fmt.Sprintf(`<sheet name="%s" sheetId="%d" xmlns:r="%s" r:id="%s"/>`,
			escape(name), b.freeID(), b.linkSpace, b.links.add(b.linkSpace, "worksheet", part))))
	} else {
		e := b.sheets[at].entry
		b.zip.put(b.sheets[at].part, content)
		e.attrs = slices.DeleteFunc(e.attrs, func(a xml.Attr) bool { return a.Name.Local == "state" }) // it may have been hidden
		b.main.remove(e)
		b.main.before(first, e.tag(true))
		moved[at] = 0
	}
	for i := range at {
		moved[i] = i + 1
	}
	b.recount(moved)
}

func (b *book) freeID() int {
	most := 0
	for _, t := range b.sheets {
		most = max(most, number(t.entry.attr("sheetId"), 0))
	}
	return most + 1
}

// recount tells names that belong to one sheet where that sheet is now, and opens
// the workbook at the first one.
func (b *book) recount(moved map[int]int) {
	for _, n := range b.main.root.kid("definedNames").all("definedName") {
		local := n.attr("localSheetId")
		if to, ok := moved[number(local, -1)]; ok {
			b.main.set(n, "localSheetId", strconv.Itoa(to))
		}
	}
	for _, v := range b.main.root.kid("bookViews").all("workbookView") {
		b.main.unset(v, "activeTab")
		b.main.unset(v, "firstSheet")
	}
}

// deselect takes a sheet that is not the first out of the selection: whoever types
// into one of several selected sheets types into all of them.
func deselect(d *document) {
	for _, v := range d.root.kid("sheetViews").all("sheetView") {
		d.unset(v, "tabSelected")
	}
}

// bytes is the workbook as it is now.
func (b *book) bytes() ([]byte, error) {
	b.links.save()
	b.zip.put(b.path, b.main.bytes())
	b.zip.put(cataloguePart, b.types.doc.bytes())
	return b.zip.bytes()
}

// look reads every sheet strictly, as whoever gets the copy will.
func look(data []byte, lim sheet.Limits) ([]seen, error) {
	w, err := sheet.Open(data, lim)
	if err != nil {
		return nil, err
	}
	var out []seen
	for _, info := range w.Sheets() {
		s, err := w.Read(info.Name)
		if err != nil {
			return nil, err
		}
		out = append(out, seen{s, info.Hidden})
	}
	return out, nil
}

// seen is a sheet as it is read.
type seen struct {
	sheet  *sheet.Sheet
	hidden bool
}
