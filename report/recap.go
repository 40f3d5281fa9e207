package report

import (
	"fmt"
	"math/big"
	"strings"

	"spotcheck/assess"
	"spotcheck/assess/gap"
	"spotcheck/indicators"
)

// systemicShown bounds the systemic gaps told in the PDF; the workbook has all.
const systemicShown = 10

// Recap is the report for the head of the region.
func (in *Input) Recap() *Document {
	d := in.document("Rekapitulasi Penilaian Mandiri Pelayanan Publik",
		fmt.Sprintf("%s, periode %s", in.result().Input.Entity, in.result().Input.Period), in.result().Entity.Complete())
	d.Sections = append(d.Sections, Section{Title: "Ringkasan", Blocks: in.summary()})
	if in.alone() {
		bars := in.dimensionBars()
		bars.Title = "" // the section's
		d.Sections = append(d.Sections, Section{Title: in.word() + " per " + in.partWord(), Blocks: []Block{bars}})
	} else {
		blocks := append([]Block{in.rankBars(), in.rankTable().pick(in.rankColumns()...)}, in.zoneBars()...)
		d.Sections = append(d.Sections, Section{Title: "Peringkat dan sebaran unit", Blocks: append(append(blocks, in.dimensionBars()), in.claims()...)})
	}
	d.Sections = append(d.Sections, Section{Title: "Peta kesenjangan", Landscape: true, NewPage: true, Blocks: []Block{in.heat()}})
	if !in.alone() {
		d.Sections = append(d.Sections, Section{Title: "Kekurangan yang merata", NewPage: true, Blocks: in.systemicBlocks()})
	}
	d.Sections = append(d.Sections,
		Section{Title: "Ringkasan per unit", Blocks: append(in.unitSummaries(), in.recapSignatures())},
		Section{Title: "Lampiran: metode, bobot, dan asal-usulnya", NewPage: true, Blocks: in.method()})
	return d
}

func (in *Input) summary() []Block {
	blocks := append([]Block{Paragraph{in.headline(), Lead}}, in.opinion(in.result().Entity, in.result().Axis)...)
	blocks = append(blocks, in.notices(in.result().Entity)...)
	blocks = append(blocks, in.figures())
	blocks = append(blocks, in.firmEntity()...)
	blocks = append(blocks, in.entityGates()...)
	if f := in.findings(); len(f.Items) > 0 {
		blocks = append(blocks, Heading{2, "Yang perlu diketahui"}, f)
	}
	return append(append(blocks, in.priorities()...), in.aheadEntity()...)
}

// headline is the answer: the mean, what it rests on, how far the next zone is.
func (in *Input) headline() string {
	e := in.result().Entity
	if e.Band == nil || in.unheard() {
		return "Belum ada unit yang dapat dinilai."
	}
	text := fmt.Sprintf("%s %d unit yang dinilai di %s: %s (%s). %s %s", in.meanWord(), len(in.result().Units),
		in.result().Input.Entity, in.score(e.Rounded), verdict(e.Band), in.standing(e, in.checked()).Reason, in.edge(e))
	if in.alone() {
		text = fmt.Sprintf("%s %s, satu-satunya unit dalam putaran ini: %s (%s). %s %s", in.label(), in.result().Units[0].Unit.Name,
			in.score(e.Rounded), verdict(e.Band), in.standing(e, in.checked()).Reason, in.edge(e))
	}
	if h := in.heard(); h != nil {
		text = fmt.Sprintf("%d dari %d unit sudah menjawab; rata-rata yang sudah menjawab %s. Dengan unit yang belum menjawab dihitung terendah, nilai sementara %s: %s (%s). %s",
			len(in.Map.Ranking), len(in.result().Units), in.score(h), in.result().Input.Entity, in.score(e.Rounded), verdict(e.Band), in.standing(e, in.checked()).Reason)
	}
	if in.Claim != nil && in.checked().verified > 0 && in.Claim.Entity.Done > 0 && in.Claim.Entity.Rounded != nil && in.Claim.Entity.Rounded.Cmp(e.Rounded) != 0 {
		text += fmt.Sprintf(" Menurut isian unit saja: %s%s.", in.score(in.Claim.Entity.Rounded), blanks(in.Claim.Entity))
	}
	return text
}

// findings are why the number is what it is.
func (in *Input) findings() List {
	l := List{Items: in.verificationLines()}
	l.Items = append(l.Items, in.extremes()...)
	l.Items = append(l.Items, in.weakest()...)
	if wide := len(in.widespread()); wide > 0 {
		l.Items = append(l.Items, fmt.Sprintf("%d dari %d indikator belum terpenuhi penuh di sedikitnya separuh unit yang ditanyai; lihat Kekurangan yang merata.", wide, in.counted()))
	}
	if n := len(in.Map.Silent); n > 0 {
		l.Items = append(l.Items, fmt.Sprintf("%d unit belum mempunyai jawaban yang dapat dipakai (%s); semua jawabannya dihitung kosong, dan unit itu belum diberi kategori atau peringkat.", n, silentNames(in.Map.Silent)))
	}
	if empty := in.emptyData(); len(empty) > 0 {
		l.Items = append(l.Items, fmt.Sprintf("Data sekunder pemerintah daerah belum diisi: %s; unit tidak dapat mengisinya, dan sementara itu dihitung terendah di semua unit.", strings.Join(empty, "; ")))
	}
	l.Items = append(l.Items, in.peopleLine()...)
	if n := in.Problems.Errors(); n > 0 {
		l.Items = append(l.Items, fmt.Sprintf("%d isian atau berkas ditolak karena tidak sah; daftarnya pada rekap.xlsx, lembar Masalah data.", n))
	}
	return l
}

func silentNames(units []*assess.UnitResult) string {
	var out []string
	for _, u := range units {
		out = append(out, u.Unit.Name)
	}
	return indicators.And(out)
}

// extremes are the best and the worst of the units that are ranked, with all that
// share the place.
func (in *Input) extremes() []string {
	r := in.Map.Ranking
	if len(r) < 2 {
		return nil
	}
	best, worst := r[0].Unit, r[len(r)-1].Unit
	if best.Rounded.Cmp(worst.Rounded) == 0 {
		return []string{fmt.Sprintf("Semua unit yang sudah menjawab bernilai sama: %s%s.", in.score(best.Rounded), in.beside(best.Band))}
	}
	return []string{fmt.Sprintf("Tertinggi %s (%s%s); terendah %s (%s%s).",
		in.sharing(best), in.score(best.Rounded), in.beside(best.Band), in.sharing(worst), in.score(worst.Rounded), in.beside(worst.Band))}
}

// sharing names the units with the score of u.
func (in *Input) sharing(u *assess.UnitResult) string {
	var out []string
	for _, r := range in.Map.Ranking {
		if r.Unit.Rounded.Cmp(u.Rounded) == 0 {
			out = append(out, r.Unit.Unit.Name)
		}
	}
	return someOf(out)
}

// someOf lists the first few of many.
func someOf(words []string) string {
	const most = 4
	if len(words) > most {
		return fmt.Sprintf("%s, dan %d lainnya", strings.Join(words[:most], ", "), len(words)-most)
	}
	return indicators.And(words)
}

// emptyData are the secondary data that nobody has entered.
func (in *Input) emptyData() []string {
	var out []string
	for _, n := range in.instrument().Indicators() {
		if n.Scope != indicators.PerEntity || !in.assessed(n) {
			continue
		}
		for i := range in.result().Units {
			if nr := in.result().Units[i].Node(n.ID); nr.Asked && nr.State == assess.Missing {
				out = append(out, named(n))
				break
			}
		}
	}
	return out
}

// verificationLines tell what verification did to the verified units, and how many
// scores nobody has looked at.
func (in *Input) verificationLines() []string {
	var out, same, unsaid []string
	unseen := 0
	for _, r := range in.Map.Ranking {
		c := in.claimOf(r.Unit)
		switch {
		case !looked(r.Unit):
			unseen++
		case c == nil && in.Claim != nil:
			unsaid = append(unsaid, r.Unit.Unit.Name)
		}
		if c == nil {
			continue
		}
		if c.Rounded.Cmp(r.Unit.Rounded) == 0 {
			same = append(same, r.Unit.Unit.Name)
			continue
		}
		text := fmt.Sprintf("%s: isian unit %s%s, sesudah verifikasi %s", r.Unit.Unit.Name, in.score(c.Rounded), blanks(c.Score), in.score(r.Unit.Rounded))
		if rung(c.Band) != rung(r.Unit.Band) {
			text += fmt.Sprintf(" (%s menjadi %s)", rung(c.Band), rung(r.Unit.Band))
		}
		out = append(out, text+".")
	}
	const most = 5
	if more := len(out) - most; more > 0 {
		out = append(out[:most], fmt.Sprintf("%d unit lain juga berubah nilainya; lihat tabel Isian unit dan hasil verifikasi.", more))
	}
	if len(same) > 0 {
		out = append(out, fmt.Sprintf("Verifikasi tidak mengubah nilai %s.", someOf(same)))
	}
	if len(unsaid) > 0 {
		out = append(out, fmt.Sprintf("Dinilai menurut verifikasi saja, tanpa isian unit sendiri: %s.", someOf(unsaid)))
	}
	if unseen > 0 && len(out) > 0 {
		out = append(out, fmt.Sprintf("%d unit lain belum diverifikasi; nilainya masih menurut isian unit sendiri dan dapat berubah.", unseen))
	}
	return out
}

// counted is how many indicators have a part in the round's scores.
func (in *Input) counted() int {
	n := 0
	for _, leaf := range in.instrument().Indicators() {
		if leaf.Counted() && in.assessed(leaf) {
			n++
		}
	}
	return n
}

// weakest names the dimensions with the lowest mean, unless all are alike.
func (in *Input) weakest() []string {
	var low *big.Rat
	var names []string
	count := 0
	for _, n := range in.parts() {
		if n.Score == nil || !n.Node.Counted() || in.known(n.Node) == nothing {
			continue
		}
		count++
		switch d := indicators.Round(n.Score, in.decimals()); {
		case low == nil || d.Cmp(low) < 0:
			low, names = d, []string{named(n.Node)}
		case d.Cmp(low) == 0:
			names = append(names, named(n.Node))
		}
	}
	if len(names) == count {
		return nil
	}
	mean := "rata-rata"
	if in.alone() {
		mean = "nilai"
	}
	return []string{fmt.Sprintf("%s terlemah: %s; %s %s.", capital(in.partWord()), strings.Join(names, "; "), mean, in.score(low))}
}

// parts are the branches that the entity's charts show: the top of the tree, or what
// stands below it where the top has so few that they tell little.
func (in *Input) parts() []assess.NodeScore {
	var out []assess.NodeScore
	counted := 0
	for _, n := range in.instrument().Dimensions {
		if n.Counted() && in.assessed(n) {
			counted++
		}
	}
	for _, n := range in.result().Nodes {
		top, parent := n.Node.Parent == nil, n.Node.Parent
		switch few := counted <= 3; {
		case top && !(few && branching(n.Node)), !top && few && parent.Parent == nil && branching(parent):
			out = append(out, n)
		}
	}
	return out
}

// knowledge is how much of a node has been answered, in all units together.
type knowledge int

const (
	nothing knowledge = iota
	some
	everything
)

func (in *Input) known(n *indicators.Node) knowledge {
	done, open := 0, false
	for i := range in.result().Units {
		u := &in.result().Units[i]
		done, open = done+doneBelow(u, n), open || u.Node(n.ID).State == assess.Missing
	}
	switch {
	case done == 0:
		return nothing
	case open:
		return some
	}
	return everything
}

// partWord names the parts: dimensions, or indicators where the tree has no branches.
func (in *Input) partWord() string {
	word := "indikator"
	for _, n := range in.parts() {
		switch {
		case n.Node.Parent != nil:
			return "bagian"
		case n.Node.Kind != indicators.Indicator:
			word = "dimensi"
		}
	}
	return word
}

// widespread are the counted indicators that at least half of the units lack.
func (in *Input) widespread() []gap.Systemic {
	var out []gap.Systemic
	for _, s := range in.Map.Systemic {
		if s.Widespread() && s.Node.Counted() {
			out = append(out, s)
		}
	}
	return out
}

func (in *Input) systemicBlocks() []Block {
	t, found := in.systemic(systemicShown)
	if found == 0 {
		return []Block{Paragraph{"Tidak ada indikator yang belum terpenuhi penuh di separuh unit atau lebih.", Plain}}
	}
	intro := fmt.Sprintf("Indikator di bawah ini belum terpenuhi penuh (sebagian, tidak, atau kosong) di sedikitnya separuh unit yang ditanyai. Satu kebijakan dapat memperbaiki banyak unit sekaligus. Poin adalah kenaikan nilai %s bila semua unit mencapai tingkat tertinggi.", in.result().Input.Entity)
	blocks := []Block{Paragraph{intro, Plain}, t}
	if found > systemicShown {
		blocks = append(blocks, Paragraph{fmt.Sprintf("%d indikator lain tercantum pada rekap.xlsx, lembar Kekurangan merata.", found-systemicShown), Small})
	}
	return append(blocks, in.sharedFixes(fixesShown)...)
}

func (in *Input) unitSummaries() []Block {
	t := Table{Columns: []Column{
		{Title: "Unit", Width: 30}, in.valueColumn(), in.rungColumn(),
		{Title: "Keandalan", Width: 16}, {Title: "Tiga kekurangan terbesar, mulai dari yang dapat diperbaiki unit (poin unit)", Width: 60},
	}}
	for _, r := range in.Map.Ranking {
		u := in.Map.Units[in.index(r.Unit.Unit.ID)]
		t.Rows = append(t.Rows, Row{Cells: []Cell{
			{Text: u.Unit.Unit.Name}, {Text: in.score(u.Unit.Rounded), Number: number(u.Unit.Rounded, in.decimals())},
			in.rungCell(u.Unit), {Text: in.standing(u.Unit.Score, checkedOf(u.Unit)).Word}, {Text: topGaps(u)},
		}})
	}
	for _, u := range in.Map.Silent {
		t.Rows = append(t.Rows, Row{Cells: []Cell{{Text: u.Unit.Name}, {Text: "–"}, {Text: "–", Tone: Quiet}, {Text: "Belum dinilai"}, {Text: capital(noForm) + "."}}})
	}
	return []Block{t}
}

// topGaps names the gaps that the unit's own report tells in full.
func topGaps(u gap.Unit) string {
	head, _ := ownFirst(answered(u.Gaps))
	out := ""
	for i, g := range head {
		if i > 0 {
			out += "; "
		}
		out += fmt.Sprintf("%s (%s)", named(g.Node.Node), points(g.Lost))
	}
	return dash(out)
}

func (in *Input) recapSignatures() Signatures {
	out := Signatures{}
	if w := in.Frame.Witness; w != nil {
		out = append(out, Signature{Above: []string{"Mengetahui,", w.Title}, Name: w.Name, Rank: w.Rank, NIP: w.NIP})
	}
	return append(out, in.inspector())
}
