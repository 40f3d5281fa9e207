package report

import (
	"fmt"

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
		d.Sections = append(d.Sections, Section{Title: "Nilai per dimensi", Blocks: []Block{in.dimensionBars()}})
	} else {
		d.Sections = append(d.Sections, Section{Title: "Peringkat dan sebaran unit", Blocks: append(
			[]Block{in.rankBars(), in.rankTable().pick(0, 1, 3, 4, 5, 6, 7, 8), in.zoneBars(), in.dimensionBars()}, in.claims()...)})
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
	blocks := append([]Block{Paragraph{in.headline(), Lead}}, in.opinion(in.result().Axis)...)
	blocks = append(blocks, in.notices()...)
	blocks = append(blocks, in.figures())
	blocks = append(blocks, in.gates(in.result().Gates, in.result().Axis)...)
	if f := in.findings(); len(f.Items) > 0 {
		blocks = append(blocks, Heading{2, "Yang perlu diketahui"}, f)
	}
	return append(blocks, in.priorities()...)
}

// headline is the answer: the mean, what it rests on, how far the next zone is.
func (in *Input) headline() string {
	e := in.result().Entity
	if e.Band == nil {
		return "Belum ada unit yang dapat dinilai."
	}
	text := fmt.Sprintf("%s %d unit yang dinilai di %s: %s (%s). %s %s", in.meanWord(), len(in.result().Units),
		in.result().Input.Entity, in.score(e.Rounded), verdict(e.Band), in.standing(e, in.verified()).Reason, in.edge(e))
	if in.alone() {
		text = fmt.Sprintf("%s %s, satu-satunya unit dalam putaran ini: %s (%s). %s %s", in.label(), in.result().Units[0].Unit.Name,
			in.score(e.Rounded), verdict(e.Band), in.standing(e, in.verified()).Reason, in.edge(e))
	}
	if h := in.heard(); h != nil {
		text = fmt.Sprintf("%d dari %d unit sudah mengirim jawaban; rata-rata yang sudah mengirim %s. Dengan unit yang belum mengirim dihitung terendah, nilai sementara %s: %s (%s). %s",
			len(in.Map.Ranking), len(in.result().Units), in.score(h), in.result().Input.Entity, in.score(e.Rounded), verdict(e.Band), in.standing(e, in.verified()).Reason)
	}
	if in.Claim != nil && in.verified() > 0 && in.Claim.Entity.Rounded != nil {
		text += fmt.Sprintf(" Menurut isian unit saja: %s.", in.score(in.Claim.Entity.Rounded))
	}
	return text
}

// findings are why the number is what it is.
func (in *Input) findings() List {
	l := List{Items: in.verificationLines()}
	if r := in.Map.Ranking; len(r) > 1 {
		best, worst := r[0].Unit, r[len(r)-1].Unit
		l.Items = append(l.Items, fmt.Sprintf("Nilai tertinggi %s (%s, %s); terendah %s (%s, %s).",
			best.Unit.Name, in.score(best.Rounded), rung(best.Band), worst.Unit.Name, in.score(worst.Rounded), rung(worst.Band)))
	}
	if w := in.weakest(); w != nil {
		l.Items = append(l.Items, fmt.Sprintf("Dimensi terlemah: %s (rata-rata %s).", named(w.Node), in.score(w.Score)))
	}
	wide := 0
	for _, s := range in.Map.Systemic {
		if s.Widespread() {
			wide++
		}
	}
	if wide > 0 {
		l.Items = append(l.Items, fmt.Sprintf("%d dari %d indikator belum terpenuhi penuh di sedikitnya separuh unit yang ditanyai; lihat Kekurangan yang merata.", wide, in.counted()))
	}
	if n := len(in.Map.Silent); n > 0 {
		l.Items = append(l.Items, fmt.Sprintf("%d unit belum mempunyai jawaban yang dapat dipakai (%s); semua jawabannya dihitung kosong, dan unit itu belum diberi kategori atau peringkat.", n, silentNames(in.Map.Silent)))
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

// verificationLines tell what verification did to the verified units, and how many
// scores nobody has looked at.
func (in *Input) verificationLines() []string {
	var out []string
	unseen := 0
	for _, r := range in.Map.Ranking {
		c := in.claimOf(r.Unit)
		if !looked(r.Unit) {
			unseen++
		}
		if c == nil {
			continue
		}
		text := fmt.Sprintf("%s: isian unit %s, sesudah verifikasi %s", r.Unit.Unit.Name, in.score(c.Rounded), in.score(r.Unit.Rounded))
		if rung(c.Band) != rung(r.Unit.Band) {
			text += fmt.Sprintf(" (%s menjadi %s)", rung(c.Band), zone(r.Unit.Band))
		}
		out = append(out, text+".")
	}
	if unseen > 0 && len(out) > 0 {
		out = append(out, fmt.Sprintf("%d unit lain belum diverifikasi; nilainya masih menurut isian unit sendiri dan dapat berubah.", unseen))
	}
	return out
}

// counted is how many indicators have a part in the score.
func (in *Input) counted() int {
	n := 0
	for _, leaf := range in.instrument().Indicators() {
		if leaf.Counted() {
			n++
		}
	}
	return n
}

// weakest is the dimension with the lowest mean; nil with fewer than two.
func (in *Input) weakest() *assess.NodeScore {
	var out *assess.NodeScore
	count := 0
	for i := range in.result().Nodes {
		n := &in.result().Nodes[i]
		if n.Node.Parent != nil || n.Score == nil || !n.Node.Counted() {
			continue
		}
		if count++; out == nil || n.Score.Cmp(out.Score) < 0 {
			out = n
		}
	}
	if count < 2 {
		return nil
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
	return blocks
}

func (in *Input) unitSummaries() []Block {
	t := Table{Columns: []Column{
		{Title: "Unit", Width: 30}, {Title: "Nilai", Width: 8, Align: Right}, {Title: in.zoneHead(), Width: in.zoneWidth() - 1, Align: Center},
		{Title: "Keandalan", Width: 16}, {Title: "Tiga kekurangan dengan poin terbesar (poin unit)", Width: 60},
	}}
	for _, r := range in.Map.Ranking {
		u := in.Map.Units[in.index(r.Unit.Unit.ID)]
		t.Rows = append(t.Rows, Row{Cells: []Cell{
			{Text: u.Unit.Unit.Name}, {Text: in.score(u.Unit.Rounded), Number: number(u.Unit.Rounded, in.decimals())},
			{Text: zone(u.Unit.Band), Tone: tone(u.Unit.Band)}, {Text: in.standing(u.Unit.Score, u.Unit.Verified).Word}, {Text: topGaps(answered(u.Gaps), 3)},
		}})
	}
	for _, u := range in.Map.Silent {
		t.Rows = append(t.Rows, Row{Cells: []Cell{{Text: u.Unit.Name}, {Text: "–"}, {Text: "–", Tone: Quiet}, {Text: "Belum dinilai"}, {Text: capital(noForm) + "."}}})
	}
	return []Block{t}
}

func topGaps(gaps []gap.Gap, most int) string {
	out := ""
	for i, g := range gaps[:min(most, len(gaps))] {
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
