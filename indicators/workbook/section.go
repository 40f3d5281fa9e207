package workbook

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"spotcheck/indicators"
	"spotcheck/indicators/format"
)

const (
	headSheet  = "Instrumen"
	guideSheet = "Petunjuk"
)

// The columns that no key of the format stands for.
const (
	ownerColumn = "^" // the row that a row belongs to
	nameColumn  = "@" // the name of an entry or a pair
	textColumn  = "=" // the text of a pair
	noteColumn  = "?"
)

// section is what stands on one sheet: the keys of one mapping per row.
type section struct {
	sheet   string
	path    string     // of the key: "bands.list"
	key     format.Key // whose rows they are; none for the sheet Instrumen
	owner   *section   // where the rows stand that these belong to; nil: nowhere
	columns []column
	parts   map[string]*section // by the column that they would stand in
}

// column is one column. On the sheet Instrumen the columns of the section are the
// rows of the sheet, because there is only one of each.
type column struct {
	name, head string
	key        format.Key
	only       string // the sort of mapping that has it; empty: all
	hint       string
}

// sections lays out a file of one sort: first the sheet Instrumen, then the others
// in the order of the table.
func sections(side format.Side) []*section {
	head := &section{sheet: headSheet, parts: map[string]*section{}}
	list := []*section{head}
	head.add(&list, format.Root, format.Root.On(side), "", "", "", true)
	return list
}

// add appends the columns for keys; what needs rows of its own gets a section.
func (s *section) add(list *[]*section, ks *format.Keys, keys []format.Key, prefix, label, only string, needed bool) {
	if s.sheet != headSheet { // what a row has parts of, few rows have
		slices.SortStableFunc(keys, func(a, b format.Key) int { return cmp.Compare(mappings(a), mappings(b)) })
	}
	for _, k := range keys {
		name, head, sort := prefix+k.Name, label+k.Label, only
		if label != "" {
			head = label + lowerFirst(k.Label)
		}
		if ks == format.Root { // all of one sort
			k.Side = format.Always
		}
		if k.Side != format.Always {
			sort = ks.Sort(k.Side)
		}
		switch {
		case k.Kind == format.Mapping:
			s.add(list, k.Keys, k.Keys.On(format.Always), name+".", head+": ", sort, needed && k.Need && k.Side == format.Always)
		case k.Kind == format.Children:
			s.columns = append([]column{{name: name, head: k.Label, key: format.Key{Kind: format.Name, Of: "tree"}, hint: k.About}}, s.columns...)
		case k.Kind.InCell():
			hint := ks.Hint(k)
			if k.Need && !needed {
				hint = strings.Replace(hint, "Wajib.", "Wajib bila bagian ini diisi.", 1)
			}
			k.Need = k.Need && needed
			s.columns = append(s.columns, column{name, head, k, sort, hint})
		default:
			s.parts[name] = newSection(list, k, s, name)
		}
	}
}

func mappings(k format.Key) int {
	if k.Kind == format.Mapping {
		return 1
	}
	return 0
}

func newSection(list *[]*section, k format.Key, above *section, path string) *section {
	s := &section{sheet: k.Label, path: path, key: k, parts: map[string]*section{}}
	*list = append(*list, s)
	if above.sheet != headSheet {
		s.owner, s.path = above, above.path+"."+path
		s.columns = append(s.columns, column{name: ownerColumn, head: above.sheet, key: format.Key{Kind: format.Name, Need: true, Of: above.path},
			hint: "Kunci di lembar " + above.sheet + ". Wajib."})
	}
	if k.Kind == format.Entries || k.Kind == format.Pairs {
		s.columns = append(s.columns, column{name: nameColumn, head: "Kunci", key: format.Key{Kind: format.Name, Need: true, Of: k.Of},
			hint: "Kata pendek yang dipakai di lembar lain untuk merujuk baris ini. Wajib."})
	}
	if k.Kind == format.Pairs {
		s.columns = append(s.columns, column{name: textColumn, head: "Isi", key: format.Key{Kind: k.Each, Need: true}, hint: k.About + " Wajib."})
		return s
	}
	s.add(list, k.Keys, slices.Clone(k.Keys.List), "", "", "", true)
	return s
}

// column finds a column by its name.
func (s *section) column(name string) *column {
	for i := range s.columns {
		if s.columns[i].name == name {
			return &s.columns[i]
		}
	}
	return nil
}

func lowerFirst(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	return string(unicode.ToLower(r)) + s[n:]
}

// fold makes heads, keys and names of sheets comparable whatever their case and
// spacing.
func fold(s string) string { return strings.ToLower(indicators.Squash(s)) }

// join writes a list into a cell, an item on each line. A line that begins with two
// spaces goes on with the item above.
func join(items []format.Value) string {
	lines := make([]string, len(items))
	for i, it := range items {
		lines[i] = strings.ReplaceAll(it.Text, "\n", "\n"+more)
	}
	return strings.Join(lines, "\n")
}

const more = "  "

// split undoes join.
func split(text string) []format.Value {
	var items []format.Value
	for _, line := range strings.Split(text, "\n") {
		if rest, goesOn := strings.CutPrefix(line, more); goesOn && len(items) > 0 {
			items[len(items)-1].Text += "\n" + rest
		} else {
			items = append(items, format.Value{Text: line})
		}
	}
	var out []format.Value
	for _, it := range items {
		if it.Text = format.Clean(format.Text, it.Text); it.Text != "" {
			out = append(out, it)
		}
	}
	return out
}
