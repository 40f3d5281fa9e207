package report

import (
	"fmt"
	"math/big"
	"strings"

	"spotcheck/assess"
	"spotcheck/assess/calendar"
	"spotcheck/assess/gap"
	"spotcheck/indicators"
)

// unitCards gaps are told in full, the others as rows of a table.
const unitCards = 3

// UnitPages is the length that a head of a unit still reads.
const UnitPages = 4

// UnitRows is how many gaps after the first three a unit's report begins with; a
// composer that finds the result longer than UnitPages asks again with fewer.
const UnitRows = 20

// Unit is the short report for the head of one unit, with at most that many rows
// of lesser gaps; what does not fit is listed by code.
func (in *Input) Unit(u gap.Unit, rows int) *Document {
	subject := fmt.Sprintf("%s, periode %s", u.Unit.Unit.Name, in.result().Input.Period)
	d := in.document("Laporan Penilaian Mandiri Unit", subject, u.Unit.Complete())
	if gap.Silent(u.Unit) {
		d.Sections = []Section{{Title: "Belum dapat dinilai", Blocks: in.silent(u)}}
		return d
	}
	d.Sections = append(d.Sections, Section{Title: "Posisi unit", Blocks: in.position(u)})
	if own, _ := unanswered(u); len(u.Gaps)+len(own) > 0 {
		d.Sections = append(d.Sections, in.unitGaps(u, rows))
	}
	last := &d.Sections[len(d.Sections)-1]
	last.Blocks = append(last.Blocks, in.unitMethod(u), in.unitSignatures(u))
	return d
}

// silent is the whole report of a unit of which nothing is known.
func (in *Input) silent(u gap.Unit) []Block {
	text := fmt.Sprintf("%s belum dinilai karena %s. Unit ini belum diberi kategori atau peringkat.", u.Unit.Unit.Name, noForm)
	steps := List{Numbered: true, Items: []string{
		"Isi formulir unit yang dibagikan untuk putaran ini, lalu kirim kembali kepada " + office(in.Frame.Office) + ".",
		"Bila formulir sudah dikirim, minta daftar masalahnya: berkas yang ditolak tercatat pada rekap.xlsx, lembar Masalah data.",
	}}
	blocks := append([]Block{Paragraph{text, Lead}}, in.notices(assess.Score{})...)
	return append(blocks, steps, Signatures{in.inspector()})
}

func office(name string) string {
	if name == "" {
		return "inspektorat"
	}
	return name
}

func (in *Input) position(u gap.Unit) []Block {
	blocks := append([]Block{Paragraph{in.answer(u), Lead}}, in.opinion(u.Unit.Score, u.Unit.Axis)...)
	blocks = append(blocks, in.notices(u.Unit.Score)...)
	blocks = append(blocks, in.unitFigures(u))
	blocks = append(blocks, in.firmUnit(u)...)
	blocks = append(blocks, in.gates(u.Unit.Gates, u.Unit.Axis)...)
	if steps := in.gateSteps(u); len(steps.Items) > 0 {
		blocks = append(blocks, steps)
	}
	return append(append(blocks, in.whatFirst(u)...), in.strip(u))
}

// answer is the sentence the head of the unit came for.
func (in *Input) answer(u gap.Unit) string {
	s := u.Unit.Score
	if s.Band == nil {
		return fmt.Sprintf("Tidak ada indikator yang berlaku untuk %s.", u.Unit.Unit.Name)
	}
	text := fmt.Sprintf("%s %s: %s (%s). %s %s", in.label(), u.Unit.Unit.Name, in.score(s.Rounded), verdict(s.Band), in.standing(s, checkedOf(u.Unit)).Reason, in.edge(s))
	if c := in.claimOf(u.Unit); c != nil && c.Rounded.Cmp(s.Rounded) != 0 {
		text += fmt.Sprintf(" Menurut isian unit sendiri: %s%s%s.", in.score(c.Rounded), in.beside(c.Band), blanks(c.Score))
	}
	return text
}

func (in *Input) unitFigures(u gap.Unit) Figures {
	s := u.Unit.Score
	c := checkedOf(u.Unit)
	state := in.standing(s, c)
	f := Figures{
		{in.label(), in.score(s.Rounded), verdict(s.Band), tone(s.Band)},
		{"Keandalan", state.Word, in.firmWord(u.Unit) + "terisi " + c.filled() + " jawaban", state.Tone},
	}
	if !in.alone() {
		f = append(f, in.place(u))
	}
	return append(f, in.reach(u))
}

// place is the rank; it is provisional while the field is not fully known.
func (in *Input) place(u gap.Unit) Figure {
	label, place := "Peringkat", "–"
	if c := in.checked(); c.verified < c.slots || !in.result().Entity.Complete() {
		label = "Peringkat sementara"
	}
	for _, r := range in.Map.Ranking {
		if r.Unit == u.Unit {
			place = fmt.Sprint(r.Place)
		}
	}
	return Figure{label, place, fmt.Sprintf("dari %d unit", len(in.Map.Ranking)), Accent}
}

// reach tells what is still to be won, and what of it rests on empty answers.
func (in *Input) reach(u gap.Unit) Figure {
	s := u.Unit.Score
	if s.Exact == nil {
		return Figure{"Poin yang hilang", "–", "", Accent}
	}
	gaps, empty := new(big.Rat).Sub(in.Best, s.Max), new(big.Rat).Sub(s.Max, s.Exact)
	note := "dari kekurangan"
	if empty.Sign() > 0 {
		note = fmt.Sprintf("%s dari kekurangan, %s dari jawaban kosong", Num(gaps, 2), Num(empty, 2))
	}
	return Figure{"Poin yang hilang", Num(new(big.Rat).Add(gaps, empty), 2), note, Accent}
}

// strip is one bar per variable, or per dimension where a tree has no variables.
func (in *Input) strip(u gap.Unit) Strip {
	s := Strip{Title: in.word() + " per bagian"}
	if in.instrument().Zoned() {
		s.Title += " (zona memakai batas hasil akhir)"
	}
	for i := range u.Unit.Nodes {
		n := &u.Unit.Nodes[i]
		if !variable(n.Node) || !in.assessed(n.Node) {
			continue
		}
		item := StripItem{Label: named(n.Node), Text: "tidak berlaku", Tone: Quiet}
		if n.Score != nil {
			b := in.instrument().BandOf(indicators.Round(n.Score, in.decimals()))
			item.Value, item.Tone = 100*float(in.fraction(n.Score)), tone(b)
			item.Text = in.score(n.Score) + zoned(b) + asides(n.Node, n.State == assess.Missing)
			if n.State == assess.Missing && doneBelow(u.Unit, n.Node) == 0 {
				item.Value, item.Text, item.Tone = 0, "belum ada jawaban", Blank
			}
		}
		s.Items = append(s.Items, item)
	}
	return s
}

// doneBelow counts the answers given of all that stands on or below a node.
func doneBelow(u *assess.UnitResult, n *indicators.Node) int {
	done := u.Node(n.ID).Done
	for _, c := range n.Children {
		done += doneBelow(u, c)
	}
	return done
}

// variable picks what stands below the dimensions, or a dimension that has mostly
// indicators below it.
func variable(n *indicators.Node) bool {
	if n.Parent == nil {
		return !branching(n)
	}
	return n.Parent.Parent == nil && branching(n.Parent)
}

// branching: at least half of the children have children.
func branching(n *indicators.Node) bool {
	branches := 0
	for _, c := range n.Children {
		if c.Kind != indicators.Indicator {
			branches++
		}
	}
	return branches > 0 && 2*branches >= len(n.Children)
}

// fraction is a score's place between the worst and the best, 0 to 1.
func (in *Input) fraction(score *big.Rat) *big.Rat {
	lo := in.instrument().Result.Min
	return new(big.Rat).Quo(new(big.Rat).Sub(score, lo), new(big.Rat).Sub(in.Best, lo))
}

func (in *Input) unitGaps(u gap.Unit, rows int) Section {
	s := Section{Title: "Kekurangan"}
	if changes := in.changes(u.Unit); len(changes.Rows) > 0 {
		s.Blocks = append(s.Blocks, Heading{2, "Jawaban yang berubah sesudah verifikasi"}, changes.pick(1, 2, 3, 4, 6))
	}
	own, data := unanswered(u)
	if len(own) > 0 {
		s.Blocks = append(s.Blocks, Heading{2, "Jawaban yang masih kosong"},
			Paragraph{openList(own) + ". Jawaban kosong dihitung sebagai tingkat terendah; bukan berarti kewajibannya tidak dipenuhi.", Plain})
	}
	if len(data) > 0 {
		s.Blocks = append(s.Blocks, Heading{2, "Data sekunder yang masih kosong"},
			Paragraph{openList(data) + ". Data ini diisi inspektorat untuk seluruh pemerintah daerah, bukan oleh unit; sementara itu dihitung terendah.", Plain})
	}
	s.Blocks = append(s.Blocks, in.refused(u)...)
	head, rest := ownFirst(answered(u.Gaps))
	for _, g := range head {
		s.Blocks = append(s.Blocks, in.card(g))
	}
	shown := rest[:min(rows, len(rest))]
	if len(shown) > 0 {
		s.Blocks = append(s.Blocks, Heading{2, "Kekurangan lainnya"}, in.gapTable(shown))
	}
	if hidden := rest[len(shown):]; len(hidden) > 0 {
		s.Blocks = append(s.Blocks, Paragraph{in.hidden(hidden), Plain})
	}
	return s
}

// ownFirst picks the gaps that are told in full, those that the unit itself can
// close before others, and leaves the rest in their order.
func ownFirst(gaps []gap.Gap) (head, rest []gap.Gap) {
	picked := map[string]bool{}
	for _, outside := range []bool{false, true} {
		for _, g := range gaps {
			if n := g.Node.Node; n.Role.Outside == outside && len(head) < unitCards {
				head, picked[n.ID] = append(head, g), true
			}
		}
	}
	for _, g := range gaps {
		if !picked[g.Node.Node.ID] {
			rest = append(rest, g)
		}
	}
	return head, rest
}

// openList names the questions without an answer, with the points they may bring.
func openList(gaps []gap.Gap) string {
	var out []string
	for _, g := range gaps {
		text := named(g.Node.Node) + aside(g.Node.Node)
		if g.Lost.Sign() > 0 {
			text = fmt.Sprintf("%s (paling banyak %s)", named(g.Node.Node), points(g.Lost))
		}
		out = append(out, text)
	}
	return strings.Join(out, "; ")
}

// hidden lists the gaps that found no room.
func (in *Input) hidden(gaps []gap.Gap) string {
	var out []string
	for _, g := range gaps {
		out = append(out, fmt.Sprintf("%s (%s)", named(g.Node.Node), points(g.Lost)))
	}
	return fmt.Sprintf("%d kekurangan lain bernilai %s poin: %s. Langkahnya tercantum dalam rencana aksi inspektorat.", len(gaps), Num(lost(gaps), 2), strings.Join(out, "; "))
}

func (in *Input) unitMethod(u gap.Unit) Paragraph {
	text := fmt.Sprintf(
		"Cara menghitung: nilai unit adalah rata-rata tertimbang %d indikator menurut bobot instrumen %s versi %s; jawaban kosong dihitung sebagai tingkat terendah, dan yang tidak berlaku dikeluarkan dari pembagi. Nilai unit ditambah poin semua kekurangan dan jawaban kosong berjumlah tepat %s. Poin suatu indikator didapat bila tingkat tertingginya tercapai; indikator yang menilai catatan masa lalu atau hasil survei baru dapat naik pada penilaian berikutnya. Dasar jawaban: %s.%s ",
		in.askedOf(u), in.instrument().Short, in.instrument().Version, in.score(in.Best), in.basis(u.Unit), in.heardOf(u.Unit)+in.dates(u))
	return Paragraph{text + in.noVerdict(), Small}
}

// dates tell when and by whom the form was filled in and verified.
func (in *Input) dates(u gap.Unit) string {
	f, text := in.Forms[u.Unit.Unit.ID], ""
	if f.FilledOn != "" {
		text += " Diisi " + f.FilledOn + by(f.FilledBy) + "."
	}
	if f.VerifiedOn != "" && checkedOf(u.Unit).verified > 0 {
		text += " Diverifikasi " + f.VerifiedOn + by(f.Verifier) + "."
	}
	return text
}

func by(name string) string {
	if name == "" {
		return ""
	}
	return " oleh " + name
}

func (in *Input) askedOf(u gap.Unit) int {
	n := 0
	for _, c := range u.Cells {
		if c.Status != gap.NotAsked && c.Node.Node.Counted() {
			n++
		}
	}
	return n
}

// basis says whose answers a unit's total rests on.
func (in *Input) basis(u *assess.UnitResult) string {
	c := checkedOf(u)
	data := c.secondary("; data sekunder menurut sumbernya")
	switch c.verified {
	case 0:
		return "isian unit" + data
	case c.slots:
		return "hasil verifikasi inspektorat" + data
	case c.done:
		return fmt.Sprintf("hasil verifikasi inspektorat untuk %d dari %d jawaban, selebihnya kosong%s", c.verified, c.slots, data)
	}
	return fmt.Sprintf("hasil verifikasi inspektorat untuk %d dari %d jawaban, isian unit untuk %d%s", c.verified, c.slots, c.done-c.verified, data)
}

func (in *Input) unitSignatures(u gap.Unit) Signatures {
	head := u.Unit.Unit
	title := head.HeadTitle
	if title == "" {
		title = "Kepala " + head.Name
	}
	return Signatures{
		{Above: []string{"Telah dibaca,", title}, Name: head.Head, NIP: head.NIP},
		in.inspector(),
	}
}

func (in *Input) inspector() Signature {
	f := in.Frame
	return Signature{Above: []string{in.placeDate(), f.Inspector.Title}, Name: f.Inspector.Name, Rank: f.Inspector.Rank, NIP: f.Inspector.NIP}
}

func (in *Input) placeDate() string {
	place, date := in.Frame.Place, calendar.Words(in.Frame.Date)
	if place == "" {
		place = "……………………"
	}
	if date == "" {
		date = "……………………"
	}
	return place + ", " + date
}
