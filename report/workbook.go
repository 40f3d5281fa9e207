package report

import (
	"fmt"
	"slices"
	"strings"

	"spotcheck/assess"
	"spotcheck/indicators"
)

// Workbook is the recap for those who check and plan: every sheet in one file.
func (in *Input) Workbook() *Document {
	d := in.document("Rekapitulasi Penilaian Mandiri Pelayanan Publik",
		fmt.Sprintf("%s, periode %s", in.result().Input.Entity, in.result().Input.Period), in.result().Entity.Complete())
	systemic, _ := in.systemic(len(in.Map.Systemic))
	d.Sections = []Section{
		{Title: "Ringkasan", Blocks: append(append(append(in.summary(), in.zoneBars()...), in.dimensionBars()), in.variableTable()...)},
		{Title: "Peringkat unit", Sheet: "Peringkat", Landscape: true, Blocks: append([]Block{in.rankTable(), in.rankBars()}, in.claims()...)},
		{Title: "Peta kesenjangan", Landscape: true, Blocks: []Block{in.heat()}},
		{Title: "Kekurangan yang merata", Sheet: "Kekurangan merata", Landscape: true, Blocks: []Block{systemic}},
		{Title: "Rincian per indikator", Landscape: true, Blocks: []Block{in.detail()}},
		{Title: "Rencana aksi", Landscape: true, Blocks: []Block{in.actions(in.Map.Units)}},
	}
	if !in.alone() {
		if blocks := append(in.sharedFixes(0), in.groupTables()...); len(blocks) > 0 {
			d.Sections = append(d.Sections, Section{Title: "Perbaikan bersama", Landscape: true, Blocks: blocks})
		}
	}
	d.Sections = append(d.Sections, in.pathSections()...)
	if t := in.firmTable(); in.graded() && len(t.Rows) > 0 {
		d.Sections = append(d.Sections, Section{Title: "Kekokohan", Landscape: true, Blocks: []Block{Paragraph{in.firmRule(), Small}, t}})
	}
	if t := in.allGates(); len(t.Rows) > 0 {
		d.Sections = append(d.Sections, Section{Title: "Syarat minimum", Landscape: true, Blocks: []Block{t}})
	}
	if changes := in.allChanges(); len(changes.Rows) > 0 {
		d.Sections = append(d.Sections, Section{Title: "Perubahan verifikasi", Landscape: true, Blocks: []Block{changes}})
	}
	d.Sections = append(d.Sections, in.calculation()...)
	d.Sections = append(d.Sections, Section{Title: "Metode dan bobot", Landscape: true, Blocks: append(in.method(), in.indicatorWeights())})
	if len(in.Problems) > 0 {
		d.Sections = append(d.Sections, Section{Title: "Masalah data", Landscape: true, Blocks: []Block{in.problemTable()}})
	}
	return d
}

// variableTable holds the entity's means per dimension and variable, where there are any.
func (in *Input) variableTable() []Block {
	t := Table{Title: "Nilai per dimensi dan variabel", Columns: []Column{
		{Title: "Kode", Width: 9}, {Title: "Dimensi atau variabel", Width: 46}, {Title: "Bobot", Width: 9, Align: Right},
		{Title: "Rata-rata nilai", Width: 14, Align: Right}, {Title: "Unit", Width: 8, Align: Center},
	}}
	for _, n := range in.result().Nodes {
		if n.Node.Kind == indicators.Indicator {
			continue
		}
		level := depth(n.Node)
		t.Rows = append(t.Rows, Row{Level: level, Strong: level == 0, Cells: []Cell{
			{Text: n.Node.ID}, {Text: n.Node.Title}, weightCell(n.Node.Weight),
			{Text: in.score(n.Score), Number: number(n.Score, in.decimals())}, {Text: fmt.Sprint(n.Units), Number: &Number{Value: float64(n.Units)}},
		}})
	}
	if len(t.Rows) == 0 {
		return nil
	}
	return []Block{t}
}

// detail has one row per answer slot: what each layer said, what counts, and the
// cells it was read from.
func (in *Input) detail() Table {
	t := Table{Columns: []Column{
		{Title: "Unit", Width: 28}, {Title: "Kode", Width: 8}, {Title: "Indikator", Width: 32}, {Title: "Variabel", Width: 24},
		{Title: "Produk atau responden", Width: 26}, {Title: "Keadaan", Width: 13}, {Title: "Isian unit", Width: 20}, {Title: "Hasil verifikasi", Width: 20}, {Title: "Jawaban final", Width: 20},
		{Title: "Nilai", Width: 8, Align: Right}, {Title: "Dihitung dari", Width: 12}, {Title: "Bukti", Width: 26}, {Title: "Catatan unit", Width: 30},
		{Title: "Catatan verifikasi", Width: 30}, {Title: "Catatan final", Width: 30}, {Title: "Dibaca dari", Width: 34},
	}, Frozen: 2, Filter: true}
	settled := slices.ContainsFunc(in.result().Input.Answers, func(a assess.Answer) bool { return a.Layer == assess.Final })
	for _, u := range in.Map.Units {
		for _, c := range u.Cells {
			for _, it := range c.Node.Items {
				t.Rows = append(t.Rows, in.detailRow(u.Unit.Unit, c.Node.Node, it))
			}
		}
	}
	if !settled {
		t = t.pick(0, 1, 2, 3, 4, 5, 6, 7, 9, 10, 11, 12, 13, 15)
	}
	return t
}

var stateWords = map[assess.State]string{assess.Answered: "terjawab", assess.NA: "TB", assess.Missing: "kosong"}

func (in *Input) detailRow(u assess.Unit, n *indicators.Node, it assess.Item) Row {
	claim, found, last := in.says(assess.Mandiri, u.ID, n, it), in.says(assess.Verifikasi, u.ID, n, it), in.says(assess.Final, u.ID, n, it)
	who := ""
	if n.Repeats() {
		who = itemName(it)
	}
	state, layer := Cell{Text: stateWords[it.State]}, ""
	if it.State == assess.Missing {
		state.Tone = Blank
	}
	if it.Answer != nil {
		layer = string(it.Answer.Layer)
	}
	var evidence, at []string
	for _, a := range []*assess.Answer{claim, found, last} {
		if a != nil {
			evidence, at = append(evidence, nonEmpty(a.Evidence)...), append(at, a.At.String())
		}
	}
	return Row{Cells: []Cell{
		{Text: u.Name}, {Text: n.ID}, {Text: n.Title}, {Text: parentTitle(n)}, {Text: who}, state, {Text: valueText(n, claim)}, {Text: valueText(n, found)}, {Text: valueText(n, last)},
		{Text: in.score(it.Score), Number: number(it.Score, in.decimals())}, {Text: layer}, {Text: clip(strings.Join(evidence, "; "), cellMost)}, {Text: noteOf(claim)}, {Text: noteOf(found)}, {Text: noteOf(last)},
		{Text: strings.Join(at, "; ")},
	}}
}

// cellMost is a little less than a cell of a workbook holds; only texts joined from
// several cells come near it.
const cellMost = 32000

func noteOf(a *assess.Answer) string {
	if a == nil {
		return ""
	}
	return a.Note
}

func parentTitle(n *indicators.Node) string {
	if n.Parent == nil {
		return ""
	}
	return n.Parent.Title
}

// indicatorWeights lists every leaf with what it rests on.
func (in *Input) indicatorWeights() Table {
	t := Table{Title: "Indikator", Columns: []Column{
		{Title: "Kode", Width: 8}, {Title: "Indikator", Width: 32}, {Title: "Bobot", Width: 8, Align: Right}, {Title: "Ditanyakan per", Width: 16},
		{Title: "Skala", Width: 30}, {Title: "Dasar hukum", Width: 40}, {Title: "Ukuran instrumen", Width: 40}, {Title: "Ancaman sanksi dalam undang-undang", Width: 40},
	}, Note: "Ancaman sanksi melekat pada kewajiban undang-undang, bukan pada tingkat jawaban. " + in.noVerdict()}
	for _, n := range in.instrument().Indicators() {
		t.Rows = append(t.Rows, Row{Cells: []Cell{
			{Text: n.ID}, {Text: n.Title}, weightCell(n.Weight), {Text: scopeWords[n.Scope]},
			{Text: strings.Join(n.Scale.Allowed(), "; ")}, {Text: law(n)}, {Text: dash(measure(n))}, {Text: dash(sanction(n))},
		}})
	}
	if !slices.ContainsFunc(in.instrument().Indicators(), func(n *indicators.Node) bool { return sanction(n) != "" }) {
		t, t.Note = t.pick(0, 1, 2, 3, 4, 5, 6), ""
	}
	return t
}

// problemTable lists what was refused or looked odd.
func (in *Input) problemTable() Table {
	t := Table{Columns: []Column{
		{Title: "Nomor", Width: 8}, {Title: "Berkas", Width: 34}, {Title: "Lembar", Width: 14}, {Title: "Sel", Width: 8},
		{Title: "Masalah", Width: 44}, {Title: "Terbaca", Width: 20}, {Title: "Yang diterima", Width: 28}, {Title: "Perbaikan", Width: 44},
	}, Filter: true}
	for _, p := range in.Problems {
		t.Rows = append(t.Rows, Row{Cells: cells(string(p.Code), p.File, p.Sheet, p.Cell, capital(p.Message), p.Value, p.Allowed, p.Remedy)})
	}
	return t
}
