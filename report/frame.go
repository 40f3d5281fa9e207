package report

import (
	"fmt"
	"math/big"
	"slices"
	"strings"
	"sync"

	"spotcheck/assess"
	"spotcheck/assess/calendar"
	"spotcheck/assess/gap"
	"spotcheck/indicators"
	"spotcheck/indicators/problem"
)

// Frame is what a round says about its reports, beside the result itself.
type Frame struct {
	Office      string // who reports: "Inspektorat Daerah Kabupaten ..."
	Date        string // ISO; "" leaves dotted lines
	Place       string
	Paper       Paper
	Head        *Letterhead
	Team        []Person
	Inspector   Signatory
	Witness     *Signatory // "Mengetahui"; nil for none
	Example     bool       // invented answers: every page says so
	ExcludedWhy string
}

// Person is a member of the team.
type Person struct{ Role, Name string }

// Signatory signs a report.
type Signatory struct{ Title, Name, Rank, NIP string }

// FormFacts are what stands on a unit's form about its making; any part may
// be empty.
type FormFacts struct {
	Path                                     string
	FilledBy, FilledOn, Verifier, VerifiedOn string
}

// Input is all that the builders need. It is only read, also by many at once.
type Input struct {
	Frame    Frame
	Map      *gap.Map
	Problems problem.List
	Best     *big.Rat             // best score of the result scale
	Claim    *assess.Result       // the same answers at layer mandiri; nil when the result is at that layer
	Forms    map[string]FormFacts // by unit id
	said     map[said]*assess.Answer
	memo     *memo
}

// memo holds what takes a while to find out; reports are drawn in parallel.
type memo struct {
	paths, solids sync.Map // whose -> *path.Path to the next rung, *solid.Solid
}

// whose says what was looked at; unit is nil for the government.
type whose struct {
	result *assess.Result
	unit   *assess.UnitResult
}

// said is what one layer says about one thing.
type said struct {
	assess.Key
	assess.Layer
}

// NewInput ties a result's gap map to its frame.
func NewInput(f Frame, m *gap.Map, problems problem.List) *Input {
	in := &Input{Frame: f, Map: m, Problems: problems, Best: m.Result.Input.Instrument.Result.Max, said: map[said]*assess.Answer{}, memo: &memo{}}
	for i := range m.Result.Input.Answers {
		a := &m.Result.Input.Answers[i]
		in.said[said{a.Key, a.Layer}] = a
	}
	return in
}

// says is a layer's answer for a slot of a unit; nil when it is silent.
func (in *Input) says(layer assess.Layer, unit string, n *indicators.Node, it assess.Item) *assess.Answer {
	k := assess.Key{Unit: unit, Indicator: n.ID, Product: it.Product.ID, Respondent: it.Respondent}
	if n.Scope == indicators.PerEntity {
		k.Unit = ""
	}
	return in.said[said{k, layer}]
}

// alone reports a round of a single unit, where ranks and spreads say nothing.
func (in *Input) alone() bool { return len(in.result().Units) == 1 }

func (in *Input) instrument() *indicators.Instrument { return in.Map.Result.Input.Instrument }

func (in *Input) result() *assess.Result { return in.Map.Result }

func (in *Input) decimals() int { return in.instrument().Result.Decimals }

// label is what the result is called: "Nilai".
func (in *Input) label() string { return in.instrument().Result.Label }

// axis is the same below a chart.
func (in *Input) axis() string {
	if in.label() == indicators.DefaultLabel {
		return lower(in.label())
	}
	return in.label()
}

// word is the first word of the label, where there is room for no more: "Nilai",
// "Indeks", "Persentase".
func (in *Input) word() string {
	first, _, _ := strings.Cut(in.label(), " ")
	return first
}

// valueColumn is the column of that number.
func (in *Input) valueColumn() Column {
	return Column{Title: in.word(), Width: float64(max(8, len(in.word())+1)), Align: Right}
}

// meanAxis is the axis of a chart of the entity's means.
func (in *Input) meanAxis() string {
	switch {
	case in.alone():
		return in.axis()
	case in.instrument().Result.RollUp == indicators.RollUpProduct:
		return "rata-rata semua produk layanan"
	}
	return "rata-rata " + lower(in.word()) + " unit"
}

// meanWord begins the sentence that tells the entity's total.
func (in *Input) meanWord() string {
	word := "Rata-rata"
	if in.instrument().Result.RollUp == indicators.RollUpProduct {
		word = "Rata-rata seluruh produk layanan dari"
	}
	if in.label() == indicators.DefaultLabel {
		return word
	}
	return in.label() + ", " + strings.ToLower(word[:1]) + word[1:]
}

// rungWord names what units are sorted into.
func (in *Input) rungWord() string {
	if in.instrument().Zoned() {
		return "zona"
	}
	return "kategori"
}

// zoneHead heads the column of zones, or of labels where there are no zones.
func (in *Input) zoneHead() string {
	if in.instrument().Zoned() {
		return "Zona"
	}
	return "Predikat"
}

func (in *Input) zoneWidth() float64 {
	if in.instrument().Zoned() {
		return 13
	}
	return 18
}

// graded reports that the instrument sorts results into more than one category.
func (in *Input) graded() bool { return len(in.instrument().Bands.List) > 1 }

// beside is the rung of a band to stand behind its score; "" where there is only one.
func (in *Input) beside(b *indicators.Band) string {
	if !in.graded() {
		return ""
	}
	return ", " + rung(b)
}

func (in *Input) score(r *big.Rat) string { return Num(r, in.decimals()) }

// document starts a report with what all of them share.
func (in *Input) document(title, subject string, complete bool) *Document {
	d := &Document{
		Title: title, Subject: subject, Author: in.Frame.Office, Date: in.Frame.Date,
		Paper: in.Frame.Paper, Head: in.Frame.Head, Mark: mark(complete, in.Frame.Example),
		Footer: fmt.Sprintf("%s · %s · periode %s", in.instrument().Short, in.result().Input.Entity, in.result().Input.Period),
	}
	if d.Paper == "" {
		d.Paper = A4
	}
	return d
}

// assessed reports that the round does not leave n out.
func (in *Input) assessed(n *indicators.Node) bool { return !n.Within(in.result().Input.Excluded) }

// leftOut names what the round does not assess, and between which ends the total
// would lie with it.
func (in *Input) leftOut(s assess.Score) string {
	var out []string
	for _, n := range in.instrument().Nodes() {
		if slices.Contains(in.result().Input.Excluded, n.ID) {
			out = append(out, named(n))
		}
	}
	text := fmt.Sprintf("Tidak dinilai pada putaran ini: %s. Alasan: %s.", strings.Join(out, "; "), strings.TrimRight(dash(in.Frame.ExcludedWhy), ". "))
	if s.Low != nil {
		text += fmt.Sprintf(" Bila ikut dinilai, nilainya terletak antara %s dan %s.", in.score(s.Low), in.score(s.High))
	}
	return text
}

func mark(complete, example bool) string {
	switch {
	case example && !complete:
		return "CONTOH · SEMENTARA"
	case example:
		return "CONTOH"
	case !complete:
		return "SEMENTARA"
	}
	return ""
}

// notices are the sentences that keep a reader from taking a total for what it is
// not.
func (in *Input) notices(s assess.Score) []Block {
	text := in.instrument().Notice
	if in.Frame.Example {
		text += " Contoh: semua jawaban dalam laporan ini rekaan untuk peragaan, bukan keadaan unit yang sebenarnya."
	}
	out := []Block{Paragraph{text, Notice}}
	if len(in.result().Input.Excluded) > 0 {
		out = append(out, Paragraph{in.leftOut(s), Notice})
	}
	if d := in.Frame.Date; d != "" && !in.instrument().ValidOn(d) {
		out = append(out, Paragraph{fmt.Sprintf("Instrumen ini berlaku %s, sedangkan putaran ini bertanggal %s; bacalah hasilnya dengan mengingat perbedaan itu.", validity(in.instrument()), calendar.Words(d)), Notice})
	}
	if n := in.unusedVerification(); n > 0 {
		out = append(out, Paragraph{fmt.Sprintf("%d jawaban sudah diverifikasi inspektorat, tetapi tidak dihitung di sini karena laporan ini diminta pada lapis mandiri.", n), Notice})
	}
	return out
}
