package form

import (
	"slices"
	"strings"

	"spotcheck/assess"
	"spotcheck/assess/sheet"
	"spotcheck/indicators/problem"
)

// products ties the product slots to the products of the register, or makes
// products of their names where the register has none.
func (r *reader) products(b *identity, list []slot) {
	register := r.filled.Unit.Products
	named := map[string]string{} // folded name -> slot code
	for _, s := range list {
		at := problem.Place{Sheet: b.table.sheet.Name, Cell: b.place[s.code].Ref(b.place[s.code].row)}
		first, twice := named[fold(s.name)]
		switch {
		case s.name == "":
			continue
		case twice:
			r.add(problem.New(problem.UnknownProduct, at, "produk %q sudah tercantum sebagai %s", s.name, first).
				Seen(s.name).Fix("Sisakan satu baris untuk tiap produk, dan kosongkan jawaban pada baris yang berlebih"))
			continue
		}
		named[fold(s.name)] = s.code
		if id, ok := productID(register, s.name); ok {
			b.id[s.code] = id
		} else {
			r.add(problem.New(problem.ProductChanged, at, "produk %s tidak ada dalam daftar unit; jawabannya tidak dipakai", s.code).
				Seen(s.name, productNames(register)...))
		}
	}
	if len(register) == 0 {
		r.filled.Unit.Products = namedProducts(list, b.id)
		return
	}
	for _, p := range register {
		if named[fold(p.Name)] == "" {
			r.add(problem.New(problem.ProductChanged, problem.Place{Sheet: b.table.sheet.Name, Cell: sheet.Ref(b.table.head.Number, 1)},
				"produk %q dari daftar unit tidak ada di formulir", p.Name).Seen("", p.Name))
		}
	}
}

// productID finds a product by name. Without a register any name will do, and
// namedProducts gives the ids.
func productID(register []assess.Product, name string) (string, bool) {
	i := slices.IndexFunc(register, func(p assess.Product) bool { return fold(p.Name) == fold(name) })
	if i < 0 {
		return "", len(register) == 0
	}
	return register[i].ID, true
}

func productNames(list []assess.Product) []string {
	var out []string
	for _, p := range list {
		out = append(out, p.Name)
	}
	return out
}

// namedProducts makes products of the names on the form; ids are unique.
func namedProducts(list []slot, id map[string]string) []assess.Product {
	var out []assess.Product
	used := map[string]bool{}
	for _, s := range list {
		if _, usable := id[s.code]; !usable {
			continue
		}
		slug := assess.Slug(s.name)
		for used[slug] { // names that differ in punctuation alone
			slug += "-" + strings.ToLower(s.code)
		}
		used[slug], id[s.code] = true, slug
		out = append(out, assess.Product{ID: slug, Name: s.name})
	}
	return out
}
