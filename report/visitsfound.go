package report

import (
	"fmt"
	"math/big"
	"strings"

	"spotcheck/assess/gap/sample"
	"spotcheck/indicators"
)

// Found is what the visits say of all units, by the design that they were drawn with.
func (v *Visits) Found(Detail) *Document {
	e := v.Design.EstimateFrom(v.In.result(), v.Claim)
	d := v.start("Hasil Sampel Verifikasi Lapangan")
	d.Sections = []Section{
		{Title: "Perkiraan", Blocks: append(v.estimate(e), List{Items: v.estimateMethod(e)})},
		{Title: "Unit yang dikunjungi", Landscape: true, Blocks: []Block{v.visited()}},
		{Title: "Lapisan", Landscape: true, Blocks: []Block{v.strata()}},
		{Title: "Cara menarik", Blocks: []Block{v.facts()}},
	}
	return d
}

func (v *Visits) estimate(e sample.Estimate) []Block {
	out := []Block{Paragraph{v.In.instrument().Notice, Notice}}
	if len(e.Missing) > 0 {
		return append(out, Paragraph{fmt.Sprintf("Belum ada perkiraan: %d dari %d unit terpilih belum mempunyai hasil verifikasi: %s.", len(e.Missing), v.Design.Size(), strings.Join(v.names(e.Missing), "; ")), Lead})
	}
	out = append([]Block{Paragraph{v.estimateLead(e), Lead}}, out...)
	t := Table{Columns: []Column{{Title: "Ukuran", Width: 44}, {Title: "Perkiraan", Width: 11, Align: Right}, {Title: "Galat baku", Width: 11, Align: Right}, {Title: "Terendah", Width: 11, Align: Right}, {Title: "Tertinggi", Width: 11, Align: Right}}}
	for _, row := range []struct {
		name string
		mean sample.Mean
	}{{"Rata-rata nilai sesudah verifikasi", e.Verified}, {"Rata-rata kelebihan isian sendiri (poin)", e.Inflation}} {
		cell := func(r *big.Rat) Cell { return Cell{Text: v.In.score(r), Number: number(r, v.In.decimals())} }
		t.Rows = append(t.Rows, Row{Cells: []Cell{{Text: row.name}, cell(row.mean.Value), cell(row.mean.Error()), cell(row.mean.Low), cell(row.mean.High)}})
	}
	return append(out, t)
}

func (v *Visits) estimateLead(e sample.Estimate) string {
	text := fmt.Sprintf("Nilai sesudah verifikasi dari %d unit diperkirakan rata-rata %s", v.Design.Covered(), v.In.score(e.Verified.Value))
	if e.Verified.Low != nil {
		text += fmt.Sprintf(" (selang 95%%: %s–%s)", v.In.score(e.Verified.Low), v.In.score(e.Verified.High))
	}
	return text + fmt.Sprintf("; isian sendiri rata-rata %s poin lebih tinggi.", v.In.score(e.Inflation.Value))
}

func (v *Visits) estimateMethod(e sample.Estimate) []string {
	out := []string{
		"Penduga: Horvitz–Thompson untuk sampel acak berlapis. Rata-rata unit yang dikunjungi dalam tiap lapisan ditimbang dengan banyaknya unit lapisan itu.",
		"Nilai sesudah verifikasi: hasil verifikasi bila ada, selebihnya isian unit; jawaban yang tidak diperiksa dihitung seperti diisi.",
	}
	switch {
	case len(e.Missing) > 0:
	case len(e.Single) > 0:
		var names []string
		for _, s := range e.Single {
			names = append(names, fmt.Sprintf("%s %s (1 dari %d unit)", v.In.instrument().TypeTitle(s.Type), riskWords[s.Risk], len(s.Units)))
		}
		out = append(out, "Selang tidak dapat diberikan: dari satu unit, ragam lapisannya tidak diketahui. Lapisan itu: "+indicators.And(names)+". Kunjungi sedikitnya dua unit dalam tiap lapisan.")
	default:
		out = append(out, fmt.Sprintf("Selang 95%%: pendekatan normal, perkiraan ± %s × galat baku, dengan koreksi populasi terbatas.", indicators.Comma(sample.NormalQuantile)))
		if n := v.Design.Size(); n < roughBelow {
			out = append(out, fmt.Sprintf("Unit yang dikunjungi hanya %d; di bawah %d unit pendekatan normal kasar, dan selangnya dapat terlalu sempit.", n, roughBelow))
		}
	}
	if missing := v.Design.Population() - v.Design.Covered(); missing > 0 {
		out = append(out, fmt.Sprintf("%d unit dalam lapisan tanpa wakil tidak termasuk perkiraan ini.", missing))
	}
	return out
}

// roughBelow is the number of visits below which the normal approximation is called
// rough, a common rule of thumb.
const roughBelow = 30

// visited are the chosen units, what they said and what was found.
func (v *Visits) visited() Table {
	t := Table{Columns: []Column{
		{Title: "Kode", Width: 14}, {Title: "Unit", Width: 34}, {Title: "Jenis", Width: 13}, {Title: "Risiko saat ditarik", Width: 16}, {Title: "Isian sendiri", Width: 10, Align: Right}, {Title: "Sesudah verifikasi", Width: 11, Align: Right},
		{Title: "Kelebihan", Width: 10, Align: Right}, {Title: "Terverifikasi", Width: 14, Align: Center}, {Title: "Mewakili (unit)", Width: 10, Align: Right},
	}, Frozen: 2}
	cell := func(r *big.Rat) Cell { return Cell{Text: v.In.score(r), Number: number(r, v.In.decimals())} }
	for _, s := range v.Design.Strata {
		for _, id := range s.Chosen {
			m := v.member(id)
			c := checkedOf(m.Unit)
			found := Cell{Text: "belum"}
			if m.Over != nil {
				found = cell(m.Unit.Exact)
			}
			t.Rows = append(t.Rows, Row{Cells: []Cell{
				{Text: id}, {Text: m.Unit.Unit.Name}, {Text: v.In.instrument().TypeTitle(s.Type)}, {Text: riskWords[s.Risk]}, cell(m.Claim), found, cell(m.Over),
				{Text: fmt.Sprintf("%d dari %d", c.verified, c.slots)}, ratio(new(big.Rat).Inv(s.Probability())),
			}})
		}
	}
	return t
}

func (v *Visits) names(ids []string) []string {
	out := make([]string, len(ids))
	for i, id := range ids {
		out[i] = v.member(id).Unit.Unit.Name
	}
	return out
}
