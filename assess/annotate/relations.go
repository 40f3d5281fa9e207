package annotate

import (
	"fmt"
	"path"
	"strings"
)

// relations are what a part refers to, by id.
type relations struct {
	zip     *archive
	part    string // the .rels part
	dir     string // of the part that refers
	doc     *document
	ids     map[string]bool
	changed bool
}

const packageSpace = "http://schemas.openxmlformats.org/package/2006/relationships"

// relations reads the relations of a part; a part without any gets an empty list.
func (a *archive) relations(part string) (*relations, error) {
	dir, base := path.Split(part)
	r := &relations{zip: a, part: dir + "_rels/" + base + ".rels", dir: dir, ids: map[string]bool{}}
	doc, err := parse([]byte(declaration + `<Relationships xmlns="` + packageSpace + `"></Relationships>`))
	if a.has(r.part) {
		doc, err = a.xml(r.part)
	}
	if err != nil {
		return nil, err
	}
	r.doc = doc
	for _, e := range doc.root.kids {
		r.ids[e.attr("Id")] = true
	}
	return r, nil
}

const declaration = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n"

// target is the part behind an id; empty if there is none, or outside the file.
func (r *relations) target(id string) string {
	for _, e := range r.doc.root.all("Relationship") {
		if e.attr("Id") == id {
			return r.resolve(e)
		}
	}
	return ""
}

// first is the part of the first relation of a kind, which is the last word of
// its type; empty if there is none.
func (r *relations) first(kind string) string {
	for _, e := range r.doc.root.all("Relationship") {
		if path.Base(e.attr("Type")) == kind {
			if part := r.resolve(e); part != "" {
				return part
			}
		}
	}
	return ""
}

func (r *relations) resolve(e *element) string {
	target := strings.ReplaceAll(e.attr("Target"), `\`, "/")
	switch {
	case target == "" || e.attr("TargetMode") == "External":
		return ""
	case strings.HasPrefix(target, "/"):
		return normal(target)
	}
	return normal(r.dir + target)
}

// add refers to a part and returns the id.
func (r *relations) add(space, kind, part string) string {
	n := len(r.ids) + 1
	for r.ids[fmt.Sprintf("rId%d", n)] {
		n++
	}
	id := fmt.Sprintf("rId%d", n)
	r.ids[id] = true
	r.doc.add(r.doc.root, r.doc.own(fmt.Sprintf(`<Relationship Id="%s" Type="%s/%s" Target="/%s"/>`, id, space, kind, escape(part))))
	r.changed = true
	return id
}

// save puts the relations back if any was added.
func (r *relations) save() {
	if r.changed {
		r.zip.put(r.part, r.doc.bytes())
	}
}
