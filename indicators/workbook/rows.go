package workbook

import (
	"strings"

	"spotcheck/indicators/format"
	"spotcheck/indicators/problem"
)

// row is one row of a section: what stands in its columns, by their names.
type row struct {
	at    problem.Place
	cells map[string]format.Value
	used  bool            // it has its place in the instrument
	taken map[string]bool // and so have these of its cells
}

func (r *row) text(name string) string { return r.cells[name].Text }

// rows are all rows of an instrument by their section.
type rows map[*section][]*row

func (rs rows) add(s *section) *row {
	r := newRow(problem.Place{})
	rs[s] = append(rs[s], r)
	return r
}

func newRow(at problem.Place) *row {
	return &row{at: at, cells: map[string]format.Value{}, taken: map[string]bool{}}
}

// spread lays a mapping out over a row, and over rows of other sections.
func (rs rows) spread(s *section, r *row, ks *format.Keys, prefix string, v format.Value) {
	for _, k := range ks.On(ks.SideOf(v)) {
		part := v.Get(k.Name)
		if part == nil {
			continue
		}
		name := prefix + k.Name
		switch {
		case k.Kind.InCell():
			r.cells[name] = *part
		case k.Kind == format.Mapping:
			rs.spread(s, r, k.Keys, name+".", *part)
		case k.Kind == format.Children:
			for _, it := range part.Items {
				child := rs.add(s)
				child.cells[name] = format.Value{Text: r.text(nodeID)}
				rs.spread(s, child, ks, "", it)
			}
		default:
			rs.list(s.parts[name], r, *part)
		}
	}
}

// nodeID is the key by which a node is named in the column of its children, which
// has the name of the key that they stand under.
const (
	nodeID     = "id"
	nodeParent = "children"
)

func (rs rows) list(s *section, owner *row, v format.Value) {
	for _, it := range v.Items {
		r := rs.add(s)
		if s.owner != nil {
			r.cells[ownerColumn] = format.Value{Text: owner.text(nameColumn)}
		}
		if it.Name != "" {
			r.cells[nameColumn] = format.Value{Text: it.Name}
		}
		if s.key.Kind == format.Pairs {
			r.cells[textColumn] = format.Value{Text: it.Text}
		} else {
			rs.spread(s, r, s.key.Keys, "", it)
		}
	}
}

// gatherer puts rows together again; whatever it leaves in a row has no place.
type gatherer struct {
	rows   rows
	belong map[*section]map[string][]*row // rows by the name of the row that they belong to
	deep   bool                           // nodes stand too deep below each other
}

// maxDepth is how many nodes may stand below each other; a YAML file goes no deeper.
const maxDepth = 24

func gather(rs rows, all []*section) (format.Value, *gatherer) {
	g := &gatherer{rows: rs, belong: map[*section]map[string][]*row{}}
	for s, list := range rs {
		g.belong[s] = map[string][]*row{}
		for _, r := range list {
			owner := r.text(ownerColumn) + r.text(nodeParent) // no row has both
			g.belong[s][owner] = append(g.belong[s][owner], r)
		}
	}
	head := rs[all[0]][0]
	return g.mapping(all[0], head, format.Root, "", 0), g
}

// mapping is the mapping that a row holds, with an empty text wherever one is
// needed, so that its cell can be named.
func (g *gatherer) mapping(s *section, r *row, ks *format.Keys, prefix string, depth int) format.Value {
	v := format.Value{At: r.at}
	r.used = true
	for _, k := range ks.On(g.side(s, r, ks, prefix)) {
		if part := g.part(s, r, k, ks, prefix+k.Name, depth); k.Need || !part.Empty() {
			part.Name = k.Name
			v.Items = append(v.Items, part)
		}
	}
	return v
}

func (g *gatherer) part(s *section, r *row, k format.Key, ks *format.Keys, name string, depth int) (v format.Value) {
	switch {
	case k.Kind.InCell():
		v, r.taken[name] = r.cells[name], true
	case k.Kind == format.Mapping:
		if v = g.mapping(s, r, k.Keys, name+".", depth); !k.Need && !filled(v) {
			return format.Value{}
		}
	case k.Kind == format.Children:
		v.At = r.at
		for _, child := range g.belong[s][r.text(nodeID)] {
			if g.deep = g.deep || depth > maxDepth; !child.used && !g.deep {
				v.Items = append(v.Items, g.mapping(s, child, ks, "", depth+1))
			}
		}
	default:
		v = g.list(s.parts[name], r)
	}
	return v
}

func (g *gatherer) list(s *section, owner *row) format.Value {
	v := format.Value{At: problem.Place{Sheet: s.sheet}}
	name := ""
	if s.owner != nil {
		name = owner.text(nameColumn)
	}
	for _, r := range g.belong[s][name] {
		it := format.Value{At: r.at, Text: r.text(textColumn)}
		if s.key.Kind == format.Pairs {
			r.used = true
		} else {
			it = g.mapping(s, r, s.key.Keys, "", 0)
		}
		it.Name = r.text(nameColumn)
		v.Items = append(v.Items, it)
	}
	return v
}

// side says of which sort the mapping in a row is: whether anything stands under the
// key that switches.
func (g *gatherer) side(s *section, r *row, ks *format.Keys, prefix string) format.Side {
	name, id := prefix+ks.Switch, r.text(nodeID)
	if ks.Switch == nodeParent && id != "" && len(g.belong[s][id]) > 0 {
		return format.With
	}
	for column, cell := range r.cells {
		under := column == name || strings.HasPrefix(column, name+".")
		if ks.Switch != "" && under && column != nodeParent && !cell.Empty() {
			return format.With
		}
	}
	return format.Without
}

// filled reports whether a mapping holds anything but empty texts.
func filled(v format.Value) bool {
	for _, it := range v.Items {
		if it.Text != "" || filled(it) {
			return true
		}
	}
	return false
}
