package format

import (
	"slices"
	"strconv"
	"strings"
)

// Kind says what stands under a key.
type Kind int

// The kinds. A name is a word that refers to an entry; Entries are mappings under
// names, Pairs texts or decimals under names, Records a list of mappings, Children
// the records of a tree, with the keys of the record that they stand in.
const (
	Text Kind = iota
	ID
	Name
	Choice
	Decimal
	Whole
	Date
	Texts
	Names
	Mapping
	Pairs
	Entries
	Records
	Children
)

// InCell reports whether a value of this kind fits a cell of a table.
func (k Kind) InCell() bool { return k < Mapping }

// IsList reports whether it is a list of texts.
func (k Kind) IsList() bool { return k == Texts || k == Names }

// Side says beside what a key may stand.
type Side int

// With and Without are about the Switch of the Keys.
const (
	Always Side = iota
	With
	Without
)

// Key is one key of the format. Label is what it is called in a workbook: a column,
// or the sheet of a kind that does not fit a cell.
type Key struct {
	Name, Label string
	Kind        Kind
	Need        bool // on its side
	Side        Side
	Options     []string // of a Choice
	Of          string   // where the entries stand that a Name refers to: "scales"
	Max         int      // highest Whole; characters of a text, or of each in a list; 0: no bound
	Each        Kind     // of Pairs: Text or Decimal
	Keys        *Keys    // of a Mapping, of Entries, of Records
	About       string   // Indonesian, one or two sentences
}

// Keys are what one mapping may hold, in canonical order. Where Switch names one
// of them, the mapping is of two sorts, named by Sorts: with that key and without.
type Keys struct {
	Switch string
	Sorts  [2]string
	List   []Key
}

// On are the keys of one sort of mapping.
func (ks *Keys) On(side Side) []Key {
	return slices.DeleteFunc(slices.Clone(ks.List), func(k Key) bool { return k.Side != Always && k.Side != side })
}

// Sort names the sort of mapping that has keys of that side.
func (ks *Keys) Sort(side Side) string { return ks.Sorts[side-With] }

// Below are the keys of what stands under k, which is one of ks.
func (ks *Keys) Below(k Key) *Keys {
	if k.Kind == Children {
		return ks
	}
	return k.Keys
}

// Hint says in Indonesian what k takes: whether it must be filled, its meaning, its
// form and bounds.
func (ks *Keys) Hint(k Key) string {
	parts := []string{k.About}
	switch {
	case k.Need && k.Side != Always:
		parts = append(parts, "Wajib untuk "+ks.Sort(k.Side)+".")
	case k.Need:
		parts = append(parts, "Wajib.")
	case k.Side != Always:
		parts = append(parts, "Hanya untuk "+ks.Sort(k.Side)+".")
	}
	switch {
	case k.Kind == Choice:
		parts = append(parts, "Pilihan: "+strings.Join(k.Options, ", ")+".")
	case k.Kind == Date:
		parts = append(parts, "Tanggal, TTTT-BB-HH.")
	case k.Kind.IsList():
		parts = append(parts, "Satu butir per baris.")
	}
	switch most := strconv.Itoa(k.Max); {
	case k.Kind == Whole && k.Max > 0:
		parts = append(parts, "Paling banyak "+most+".")
	case k.Max > 0:
		parts = append(parts, "Paling panjang "+most+" huruf.")
	}
	return strings.Join(parts, " ")
}
