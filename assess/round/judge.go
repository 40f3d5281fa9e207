package round

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"spotcheck/assess"
	"spotcheck/indicators"
	"spotcheck/indicators/problem"
	"spotcheck/indicators/strictyaml"
)

// maxUnits bounds a register: more than all units of the nation's governments.
const maxUnits = 60_000

// judgeUnits turns entries into the units of a round, by id, and tells what is
// wrong with them. Without an instrument the types are taken as they stand.
func judgeUnits(entries []entry, in *indicators.Instrument, at problem.Place) ([]assess.Unit, problem.List) {
	j := &judge{in: in, units: make([]assess.Unit, 0, len(entries)), at: map[string]problem.Place{}, ids: map[string]string{}}
	if len(entries) == 0 {
		j.tell(problem.RegisterInvalid, at, "", "daftar unit kosong")
	}
	if len(entries) > maxUnits {
		return nil, problem.List{problem.New(problem.TooLarge, at, "lebih dari %d unit", maxUnits)}
	}
	for _, e := range entries {
		j.unit(e)
	}
	j.parents()
	slices.SortFunc(j.units, func(a, b assess.Unit) int { return strings.Compare(a.ID, b.ID) })
	return j.units, j.problems
}

type judge struct {
	in       *indicators.Instrument
	units    []assess.Unit
	at       map[string]problem.Place // by id
	ids      map[string]string        // id in lower case, for Windows knows no difference
	problems problem.List
}

func (j *judge) tell(code problem.Code, at problem.Place, seen, format string, args ...any) {
	j.problems = append(j.problems, problem.New(code, at, format, args...).Seen(seen))
}

func (j *judge) unit(e entry) {
	u := e.unit
	if !validID(u.ID) {
		j.tell(problem.RegisterInvalid, e.at, u.ID, "kode unit %q tidak sah: huruf di depan, lalu huruf, angka, titik, garis bawah, atau tanda hubung (paling panjang 24), dan bukan nama yang dipakai Windows", u.ID)
	}
	if u.Name == "" {
		j.tell(problem.RegisterInvalid, e.at, "", "nama unit %s kosong", u.ID)
	}
	for _, text := range append([]string{u.Name, u.Head, u.HeadTitle, u.NIP, u.PIC, u.Contact}, e.products...) {
		if utf8.RuneCountInString(text) > maxLine || hasControl(text) {
			j.tell(problem.RegisterInvalid, e.at, text, "teks lebih dari %d huruf atau tidak dapat dicetak", maxLine)
		}
	}
	u.Type = j.unitType(u.Type, e.at)
	u.Products = j.products(e)
	folded := strings.ToLower(u.ID)
	if first, twice := j.ids[folded]; twice {
		j.tell(problem.RegisterTwice, e.at, u.ID, "kode unit %s sudah dipakai di %s", u.ID, j.at[first].String())
		return
	}
	j.ids[folded], j.at[u.ID] = u.ID, e.at
	j.units = append(j.units, u)
}

// unitType gives the key of a type named by key or by title.
func (j *judge) unitType(name string, at problem.Place) string {
	if name == "" {
		j.tell(problem.RegisterInvalid, at, "", "jenis unit kosong")
		return ""
	}
	if j.in == nil || len(j.in.Types) == 0 {
		return name
	}
	keys := make([]string, len(j.in.Types))
	for i, t := range j.in.Types {
		if strings.EqualFold(t.Key, name) || strings.EqualFold(indicators.Squash(t.Title), name) {
			return t.Key
		}
		keys[i] = t.Key
	}
	p := problem.New(problem.RegisterType, at, "jenis unit %q tidak dikenal%s", name, j.hint(name, keys))
	j.problems = append(j.problems, p.Seen(name, keys...))
	return name
}

func (j *judge) products(e entry) []assess.Product {
	var out []assess.Product
	for _, name := range e.products {
		p := assess.Product{ID: assess.Slug(name), Name: name}
		if i := slices.IndexFunc(out, func(o assess.Product) bool { return o.ID == p.ID }); i >= 0 {
			j.tell(problem.RegisterInvalid, e.at, name, "produk %q dan %q tidak dapat dibedakan", out[i].Name, name)
			continue
		}
		if p.ID != "" {
			out = append(out, p)
		}
	}
	return out
}

// maxLevels is more than any government has; a longer chain goes in a circle.
const maxLevels = 20

// parents: each is another unit, and going up ends.
func (j *judge) parents() {
	up, ids := map[string]string{}, make([]string, len(j.units))
	for i, u := range j.units {
		up[u.ID], ids[i] = u.Parent, u.ID
	}
	for _, u := range j.units {
		if _, ok := up[u.Parent]; u.Parent != "" && !ok {
			j.tell(problem.RegisterParent, j.at[u.ID], u.Parent, "induk %q dari unit %s tidak ada dalam daftar%s", u.Parent, u.ID, j.hint(u.Parent, ids))
			continue
		}
		top := u.Parent
		for range maxLevels {
			top = up[top]
		}
		if top != "" {
			j.tell(problem.RegisterParent, j.at[u.ID], u.Parent, "induk dari unit %s berputar, atau lebih dari %d tingkat", u.ID, maxLevels)
		}
	}
}

// hint: long words and long lists of errors go without, for a hint compares a
// word with every name there is.
func (j *judge) hint(word string, known []string) string {
	if len(word) > maxLine || len(j.problems) >= 50 {
		return ""
	}
	return strictyaml.Hint(word, known)
}

var (
	idPattern = regexp.MustCompile(`^[A-Za-z][A-Za-z0-9._-]{0,23}$`)
	// Windows gives these names to devices, with any ending.
	reserved = regexp.MustCompile(`(?i)^(con|prn|aux|nul|com[0-9]|lpt[0-9])(\..*)?$`)
)

// validID: an id is also the name of the unit's files, on any system.
func validID(id string) bool {
	return idPattern.MatchString(id) && !reserved.MatchString(id) && !strings.HasSuffix(id, ".")
}

// hasControl: characters that a terminal or a report must not be given.
func hasControl(s string) bool {
	return !utf8.ValidString(s) || strings.ContainsFunc(s, func(r rune) bool {
		return unicode.IsControl(r) || r == '\u2028' || r == '\u2029' || unicode.Is(unicode.Bidi_Control, r)
	})
}
