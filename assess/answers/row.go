package answers

import (
	"fmt"
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
	of     string // id of the unit that the row is about; empty until it is known
	bad    bool
}

// single reads a row of one answer.
func (l *line) single() {
	node, layer := l.indicator(), l.layer()
	var unit *assess.Unit
	if node == nil || node.Asking == nil || node.Scope != indicators.PerEntity {
		unit = l.unit()
	}
	if l.bad {
		return
	}
	a := assess.Answer{
		Key: l.key(unit, node), Layer: layer, At: l.at,
		Note: csvrows.Unguard(l.text(colNote)), Evidence: csvrows.Unguard(l.text(colEvidence)),
	}
	if l.bad || !l.first(layered{a.Key, layer}) {
		return
	}
	text := l.word(colValue)
	if text == "" {
		l.unused(&a, node)
		return
	}
	l.take(a, unit, node, text, Spot{"di kolom value", noteSpot})
}

// noteSpot is where the reason of a TB stands.
const noteSpot = "di kolom note pada baris yang sama"

// refuse tells why the row cannot be used.
func (l *line) refuse(p problem.Problem) {
	p.File, p.Cell = l.at.File, l.at.Cell
	l.bad = true
	l.add(p.Of(l.of))
}

// tell is a problem of the row, not told yet.
func tell(code problem.Code, seen, format string, args ...any) problem.Problem {
	return problem.New(code, problem.Place{}, format, args...).Seen(seen)
}

func (l *line) untitled() {
	for _, i := range l.unnamed {
		if indicators.Squash(l.fields[i]) != "" {
			l.refuse(tell(problem.CSVDamaged, l.fields[i], "ada isi di kolom tanpa judul"))
		}
	}
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
		l.refuse(tell(problem.CSVUnknownUnit, id, "unit %q tidak ada dalam daftar unit%s", id, l.hint(id, l.unitIDs)))
		return nil
	}
	l.of = u.ID
	return u
}

func (l *line) indicator() *indicators.Node {
	id := l.word(colIndicator)
	n := l.in.Node(id)
	switch {
	case n == nil:
		l.refuse(tell(problem.CSVUnknownID, id, "indikator %q tidak ada dalam instrumen%s", id, l.hint(id, l.indicatorIDs)))
	case n.Kind != indicators.Indicator:
		l.refuse(tell(problem.CSVUnknownID, id, "%s adalah kelompok indikator, bukan indikator", id))
	}
	return n
}

func (l *line) layer() assess.Layer {
	name := l.word(colLayer)
	layer, ok := assess.ParseLayer(strings.ToLower(name))
	if !ok {
		l.refuse(tell(problem.CSVUnknownLayer, name, "lapis jawaban %q tidak dikenal", name).
			Seen(name, string(assess.Mandiri), string(assess.Verifikasi), string(assess.Final)))
	}
	return layer
}

// key says what an answer to n in this row is about; u is nil where n is asked of
// the whole government.
func (l *line) key(u *assess.Unit, n *indicators.Node) assess.Key {
	k := assess.Key{Indicator: n.ID, Product: l.product(u, n), Respondent: l.respondent(n)}
	if n.Scope != indicators.PerEntity {
		k.Unit = u.ID
	} else if id := l.word(colUnit); id != "" {
		l.refuse(tell(problem.NotAsked, id, "%s adalah data seluruh pemerintah daerah, bukan data unit", n.ID).Fix("Kosongkan kolom unit pada baris itu"))
	}
	return k
}

// product gives the id of the product named, by id or by name.
func (l *line) product(u *assess.Unit, n *indicators.Node) string {
	name := l.word(colProduct)
	if n.Scope != indicators.PerProduct {
		if name != "" {
			l.refuse(tell(problem.CSVProduct, name, "%s tidak ditanyakan per produk", n.ID))
		}
		return ""
	}
	if name == "" {
		l.refuse(tell(problem.CSVProduct, name, "%s ditanyakan per produk, tetapi kolom product kosong", n.ID).Seen(name, productNames(u)...))
		return ""
	}
	for _, p := range u.Products {
		if p.ID == name || strings.EqualFold(indicators.Squash(p.Name), name) {
			return p.ID
		}
	}
	l.refuse(tell(problem.CSVProduct, name, "produk %q tidak terdaftar pada unit %s", name, u.ID).Seen(name, productNames(u)...))
	return ""
}

func productNames(u *assess.Unit) []string {
	names := make([]string, len(u.Products))
	for i, p := range u.Products {
		names[i] = p.Name
	}
	return names
}

// memberNumber: people are numbered, so that nobody's name gets into an answer.
var (
	memberNumber = regexp.MustCompile(`^[1-9][0-9]{0,3}$`)
	manyMembers  = regexp.MustCompile(`^[1-9][0-9]{4,}$`)
)

// respondent gives the code and number of who answered.
func (l *line) respondent(n *indicators.Node) string {
	name := l.word(colRespondent)
	if n.Scope != indicators.PerRespondent {
		if name != "" {
			l.refuse(tell(problem.CSVProduct, name, "%s tidak ditanyakan per responden", n.ID))
		}
		return ""
	}
	id := strings.ToUpper(name)
	number, ok := strings.CutPrefix(id, n.Group.Code)
	switch {
	case ok && memberNumber.MatchString(number):
		return id
	case ok && manyMembers.MatchString(number):
		l.refuse(tell(problem.CSVProduct, name, "nomor responden paling besar %s9999 untuk tiap unit", n.Group.Code).
			Fix(fmt.Sprintf("Beri nomor %[1]s1 sampai %[1]s9999", n.Group.Code)))
		return ""
	}
	whom := "per responden"
	if len(l.in.Respondents) > 1 {
		whom = fmt.Sprintf("kepada kelompok %q", n.Group.Label)
	}
	l.refuse(tell(problem.CSVProduct, name, "%s ditanyakan %s; kolom respondent diisi %[3]s1, %[3]s2, dan seterusnya", n.ID, whom, n.Group.Code))
	return ""
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
	l.refuse(tell(problem.CSVDuplicate, strings.Join(words, " / "), "jawaban ini sudah tercantum di %s; keduanya tidak dipakai", old.Cell))
	return false
}

// take records what a text with content says, unless it is not asked or no answer.
func (l *line) take(a assess.Answer, u *assess.Unit, n *indicators.Node, text string, at Spot) {
	switch {
	case n.Within(l.excluded):
		l.leave(n, text)
		return
	case u != nil && !n.Applies(u.Type):
		l.refuse(tell(problem.NotAsked, text, "%s tidak ditanyakan kepada unit %s (%s)", n.ID, u.ID, l.in.TypeTitle(u.Type)))
		return
	}
	var fault *problem.Problem
	if a.State, a.Value, fault = Judge(n, text, a.Note, at); fault != nil {
		l.refuse(*fault)
		return
	}
	l.answers = append(l.answers, a)
}

// leave passes over an answer to what the round leaves out.
func (l *line) leave(n *indicators.Node, text string) {
	l.bad = true
	if l.unasked[n] == nil {
		p := tell(problem.NotAsked, text, "%s tidak ditanyakan dalam putaran ini", n.ID).
			Fix("Hapus jawabannya, atau keluarkan indikatornya dari exclude: di spotcheck.yaml").Of(l.of)
		p.File, p.Cell = l.at.File, l.at.Cell
		l.unasked[n] = &unasked{first: p}
	}
	l.unasked[n].answers++
}

// unused tells of words without an answer: nobody will read them, except where
// none was wanted.
func (l *line) unused(a *assess.Answer, n *indicators.Node) {
	for _, note := range []string{a.Note, a.Evidence} {
		if !indicators.IsFiller(note) && !n.Within(l.excluded) {
			l.add(problem.New(problem.NoteUnused, l.at, "%s: catatan atau bukti tanpa jawaban tidak dipakai", a.Indicator).
				Seen(note).Fix("Isi kolom value; catatannya ikut terbaca"))
		}
	}
}
