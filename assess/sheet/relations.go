package sheet

import (
	"path"
	"slices"
	"strings"

	"spotcheck/indicators/problem"
)

// relation is one line of a .rels part: what a part refers to under an id.
type relation struct {
	kind     string // last word of its type, such as worksheet
	macro    bool   // it holds a program
	target   string // normal part name
	external bool   // outside the file; never followed
}

// macroKinds are what workbooks with programs in them refer to: those of Visual
// Basic, and sheets of the older kind. Who fills in a form needs none, and a copy of
// it must not carry one on.
var macroKinds = []string{
	"http://schemas.microsoft.com/office/2006/relationships/vbaProject",
	"http://schemas.microsoft.com/office/2006/relationships/xlMacrosheet",
	"http://schemas.microsoft.com/office/2006/relationships/xlIntlMacrosheet",
}

// kindPrefixes precede the kind of a relation, in the two editions of the format.
var kindPrefixes = []string{
	"http://schemas.openxmlformats.org/officeDocument/2006/relationships/",
	"http://purl.oclc.org/ooxml/officeDocument/relationships/",
}

// relations reads what part refers to, by id; part "" is the workbook file.
func (a *archive) relations(part string) (map[string]relation, error) {
	dir, base := path.Split(part)
	name := dir + "_rels/" + base + ".rels"
	src, err := a.part(name)
	if err != nil {
		return nil, err
	}
	x := newScanner(name, src, problem.Place{})
	found := make(map[string]relation)
	x.root(packageSpace, "Relationships")
	for x.child() {
		if x.space != packageSpace || string(x.name) != "Relationship" {
			x.skip()
			continue
		}
		id := string(x.attr("Id"))
		if _, twice := found[id]; twice || id == "" {
			x.damaged("hubungan %q kosong atau ganda", id)
		}
		uri := string(x.attr("Type"))
		found[id] = relation{
			kind:     relationKind(uri),
			macro:    slices.Contains(macroKinds, uri),
			target:   resolve(dir, string(x.attr("Target"))),
			external: string(x.attr("TargetMode")) == "External",
		}
		if len(found) > a.lim.Entries {
			x.fail(problem.TooLarge, "lebih dari %d hubungan", a.lim.Entries)
		}
		x.skip()
	}
	return found, x.finish()
}

func relationKind(uri string) string {
	for _, p := range kindPrefixes {
		if kind, ok := strings.CutPrefix(uri, p); ok {
			return kind
		}
	}
	return ""
}

// resolve is the part that target names, seen from folder dir.
func resolve(dir, target string) string {
	target = strings.ReplaceAll(target, `\`, "/")
	if !strings.HasPrefix(target, "/") {
		target = dir + target
	}
	return partName(target)
}

// only finds the single relation of a kind; its target is "" if there is none.
func only(relations map[string]relation, kind string) (target string, err error) {
	for _, r := range relations {
		if r.kind != kind || r.external {
			continue
		}
		if target != "" && target != r.target {
			return "", problem.New(problem.DamagedXML, problem.Place{}, "buku kerja menunjuk dua bagian berjenis %s", kind)
		}
		target = r.target
	}
	return target, nil
}
