package annotate

import (
	"cmp"
	"encoding/xml"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// document is a part that is to be changed here and there; everything else stays
// as it is, byte for byte.
type document struct {
	src     []byte
	root    *element
	edits   []edit
	touched []*element
}

// edit puts text in the place of [at,to).
type edit struct {
	at, to int
	text   string
}

// remove takes an element out. Nothing else may be done to it.
func (d *document) remove(e *element) { d.edits = append(d.edits, edit{e.from, e.to, ""}) }

// before puts text in front of an element.
func (d *document) before(e *element, text string) {
	d.edits = append(d.edits, edit{e.from, e.from, text})
}

// after puts text behind an element.
func (d *document) after(e *element, text string) {
	d.edits = append(d.edits, edit{e.to, e.to, text})
}

// content replaces what is in an element, which must not close itself.
func (d *document) content(e *element, text string) {
	d.edits = append(d.edits, edit{e.open, e.shut, text})
}

// set gives an attribute without prefix a value.
func (d *document) set(e *element, name, value string) {
	d.touch(e)
	for i, a := range e.attrs {
		if a.Name.Local == name && a.Name.Space == "" {
			e.attrs[i].Value = value
			return
		}
	}
	e.attrs = append(e.attrs, xml.Attr{Name: xml.Name{Local: name}, Value: value})
}

// unset drops an attribute without prefix.
func (d *document) unset(e *element, name string) {
	is := func(a xml.Attr) bool { return a.Name.Local == name && a.Name.Space == "" }
	if slices.ContainsFunc(e.attrs, is) {
		d.touch(e)
		e.attrs = slices.DeleteFunc(e.attrs, is)
	}
}

// add puts text behind the content of an element.
func (d *document) add(e *element, text string) {
	d.touch(e)
	e.added = append(e.added, text)
}

func (d *document) touch(e *element) {
	if !e.touched {
		e.touched = true
		d.touched = append(d.touched, e)
	}
}

// insert puts a new child of the root where the format's order of elements wants
// it; elements that the order does not name come last in every format.
func (d *document) insert(order []string, name, text string) {
	rank := func(name string) int {
		if i := slices.Index(order, name); i >= 0 {
			return i
		}
		return len(order)
	}
	for _, k := range d.root.kids {
		if rank(k.name.Local) > rank(name) {
			d.before(k, text)
			return
		}
	}
	d.add(d.root, text)
}

// ownTag is the beginning of a tag without prefix.
var ownTag = regexp.MustCompile(`<(/?)([A-Za-z])`)

// own gives XML written without prefixes the prefix that the part itself uses.
func (d *document) own(text string) string {
	if d.root.name.Space == "" {
		return text
	}
	return ownTag.ReplaceAllString(text, "<${1}"+d.root.name.Space+":$2")
}

// bytes is the part as it is to be now.
func (d *document) bytes() []byte {
	edits := slices.Clone(d.edits)
	for _, e := range d.touched {
		edits = append(edits, e.changes()...)
	}
	// At one place insertions come before what is replaced.
	slices.SortStableFunc(edits, func(a, b edit) int { return cmp.Or(cmp.Compare(a.at, b.at), cmp.Compare(a.to, b.to)) })
	var out []byte
	pos := 0
	for _, e := range edits {
		if e.at < pos {
			continue // within something that went as a whole
		}
		out = append(append(out, d.src[pos:e.at]...), e.text...)
		pos = e.to
	}
	return append(out, d.src[pos:]...)
}

// changes are the edits of an element that was touched.
func (e *element) changes() []edit {
	more := strings.Join(e.added, "")
	if e.open < e.to { // it has an end tag
		return []edit{{e.from, e.open, e.tag(false)}, {e.shut, e.shut, more}}
	}
	if more == "" {
		return []edit{{e.from, e.to, e.tag(true)}}
	}
	return []edit{{e.from, e.to, e.tag(false) + more + "</" + qualified(e.name) + ">"}}
}

func number(s string, otherwise int) int {
	if n, err := strconv.Atoi(s); err == nil {
		return n
	}
	return otherwise
}
