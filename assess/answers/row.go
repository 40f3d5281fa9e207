package answers

import (
	"regexp"
	"slices"
	"strings"

	"spotcheck/assess"
	"spotcheck/assess/answers/csvrows"
	"spotcheck/indicators"
	"spotcheck/indicators/problem"
	"spotcheck/indicators/strictyaml"
)

// line is one row while it is read: everything wrong with it is told, not only
// the first thing.
type line struct {
	*reader
	fields []string
	at     problem.Place
	bad    bool
}

func (r *reader) row(row csvrows.Row) {
	l := &line{reader: r, fields: row.Fields, at: row.At(r.file)}
	for _, i := range r.unnamed {
		if indicators.Squash(row.Fields[i]) != "" {
			l.refuse(problem.CSVDamaged, row.Fields[i], nil, "ada isi di kolom tanpa judul")
		}
	}
	unit, node, layer := l.unit(), l.indicator(), l.layer()
	if l.bad {
		return
	}
	key := assess.Key{Unit: unit.ID, Indicator: node.ID, Product: l.product(unit, node), Respondent: l.respondent(node)}
	if l.bad || !l.first(layered{key, layer}) {
		return
	}
	a := assess.Answer{Key: key, Layer: layer, Note: unguard(l.text(colNote)), Evidence: unguard(l.text(colEvidence)), At: l.at}
	if l.value(&a, unit, node); a.State != assess.Missing {
		r.answers = append(r.answers, a)
	}
}

// refuse tells why the row cannot be used.
func (l *line) refuse(code problem.Code, seen string, allowed []string, format string, args ...any) {
	l.bad = true
	l.add(problem.New(code, l.at, format, args...).Seen(seen, allowed...))
}

// fix replaces a remedy that speaks of forms.
func (l *line) fix(remedy string) {
	last := len(l.problems) - 1
	l.problems[last] = l.problems[last].Fix(remedy)
}

// text is a field as it stands; empty when the column is absent.
func (l *line) text(col int) string {
	if i := l.reader.at[col]; i >= 0 {
		return l.fields[i]
	}
	return ""
}

// word is a field of which spacing means nothing.
func (l *line) word(col int) string { return indicators.Squash(l.text(col)) }

// Hints compare a word with every id there is, so long words and long lists of
// errors go without.
const (
	maxHintWord = 48
	maxHints    = 50
)

func (l *line) hint(word string, known []string) string {
	if len(word) > maxHintWord || len(l.problems) >= maxHints {
		return ""
	}
	return strictyaml.Hint(word, known)
}

func (l *line) unit() *assess.Unit {
	id := l.word(colUnit)
	u := l.units[id]
	if u == nil {
		l.refuse(problem.CSVUnknownUnit, id, nil, "unit %q tidak ada dalam daftar unit%s", id, l.hint(id, l.unitIDs))
	}
	return u
}

func (l *line) indicator() *indicators.Node {
	id := l.word(colIndicator)
	n := l.in.Node(id)
	switch {
	case n == nil:
		l.refuse(problem.CSVUnknownID, id, nil, "indikator %q tidak ada dalam instrumen%s", id, l.hint(id, l.indicatorIDs))
	case n.Kind != indicators.Indicator:
		l.refuse(problem.CSVUnknownID, id, nil, "%s adalah kelompok indikator, bukan indikator", id)
	}
	return n
}

func (l *line) layer() assess.Layer {
	name := l.word(colLayer)
	layer, ok := assess.ParseLayer(strings.ToLower(name))
	if !ok {
		l.refuse(problem.CSVUnknownLayer, name, []string{string(assess.Mandiri), string(assess.Verifikasi), string(assess.Final)}, "lapis jawaban %q tidak dikenal", name)
	}
	return layer
}

// product gives the id of the product named, by id or by name.
func (l *line) product(u *assess.Unit, n *indicators.Node) string {
	name := l.word(colProduct)
	if n.Scope != indicators.PerProduct {
		if name != "" {
			l.refuse(problem.CSVProduct, name, nil, "%s tidak ditanyakan per produk", n.ID)
		}
		return ""
	}
	if name == "" {
		l.refuse(problem.CSVProduct, name, productNames(u), "%s ditanyakan per produk, tetapi kolom product kosong", n.ID)
		return ""
	}
	for _, p := range u.Products {
		if p.ID == name || strings.EqualFold(indicators.Squash(p.Name), name) {
			return p.ID
		}
	}
	l.refuse(problem.CSVProduct, name, productNames(u), "produk %q tidak terdaftar pada unit %s", name, u.ID)
	return ""
}

func productNames(u *assess.Unit) []string {
	names := make([]string, len(u.Products))
	for i, p := range u.Products {
		names[i] = p.Name
	}
	return names
}

// respondentID: numbered, so that nobody's name gets into an answer.
var respondentID = regexp.MustCompile(`^[Rr]([1-9][0-9]{0,3})$`)

func (l *line) respondent(n *indicators.Node) string {
	name := l.word(colRespondent)
	m := respondentID.FindStringSubmatch(name)
	switch {
	case n.Scope != indicators.PerRespondent:
		if name != "" {
			l.refuse(problem.CSVProduct, name, nil, "%s tidak ditanyakan per responden", n.ID)
		}
		return ""
	case m == nil:
		l.refuse(problem.CSVProduct, name, nil, "%s ditanyakan per responden; kolom respondent diisi R1, R2, dan seterusnya", n.ID)
		return ""
	}
	return "R" + m[1]
}

// first tells a key that was seen before; empty values count, for they say
// something else than the other row.
func (l *line) first(k layered) bool {
	old := l.seen[k]
	if old == nil {
		l.seen[k] = &place{Place: l.at}
		return true
	}
	old.twice = true
	words := slices.DeleteFunc([]string{k.Unit, k.Product, k.Respondent, k.Indicator, string(k.Layer)}, func(s string) bool { return s == "" })
	l.refuse(problem.CSVDuplicate, strings.Join(words, " / "), nil, "jawaban ini sudah tercantum di %s; keduanya tidak dipakai", old.Cell)
	return false
}

// value sets the state and value of a; Missing stays where there is nothing to
// record.
func (l *line) value(a *assess.Answer, u *assess.Unit, n *indicators.Node) {
	a.State = assess.Missing
	text := l.word(colValue)
	if n.Within(l.excluded) {
		if text != "" {
			l.refuse(problem.NotAsked, text, nil, "%s tidak ditanyakan dalam putaran ini", n.ID)
			l.fix("Hapus barisnya, atau keluarkan indikatornya dari exclude: di spotcheck.yaml")
		}
		return
	}
	if text == "" {
		l.unused(a)
		return
	}
	if !n.Applies(u.Type) {
		l.refuse(problem.NotAsked, text, nil, "%s tidak ditanyakan kepada unit %s (%s)", n.ID, u.ID, l.in.TypeTitle(u.Type))
		return
	}
	if indicators.IsNA(text) {
		l.notApplicable(a, n)
		return
	}
	if len(n.Scale.Levels) == 0 && ambiguous(text, n.Scale) {
		l.refuse(problem.CSVAmbiguousNumber, text, n.Scale.Allowed(), "angka %q dapat dibaca dua cara", text)
		return
	}
	v, ok := n.Scale.Parse(text)
	if !ok {
		l.refuse(problem.ValueNotInScale, text, n.Scale.Allowed(), "jawaban %s di luar skala", n.ID)
		l.fix("Tulis salah satu jawaban yang diterima di kolom value")
		return
	}
	a.State, a.Value = assess.Answered, v
}

// unused tells of words without an answer: nobody will read them.
func (l *line) unused(a *assess.Answer) {
	for _, note := range []string{a.Note, a.Evidence} {
		if !indicators.IsFiller(note) {
			l.add(problem.New(problem.NoteUnused, l.at, "%s: catatan atau bukti tanpa jawaban tidak dipakai", a.Indicator).
				Seen(note).Fix("Isi kolom value; catatannya ikut terbaca"))
		}
	}
}

func (l *line) notApplicable(a *assess.Answer, n *indicators.Node) {
	switch {
	case n.NA == "":
		l.refuse(problem.NAForbidden, assess.NAText, n.Scale.Allowed(), "%s tidak boleh dijawab TB", n.ID)
	case indicators.IsFiller(a.Note):
		l.refuse(problem.NAWithoutReason, assess.NAText, nil, "%s dijawab TB tanpa alasan di kolom note", n.ID)
		l.fix("Tulis alasannya di kolom note pada baris yang sama")
	default:
		a.State = assess.NA
	}
}
