package report

import (
	"fmt"
	"math/big"

	"spotcheck/assess"
	"spotcheck/indicators"
)

var gateWords = map[assess.GateState]string{
	assess.GateHolds: "terpenuhi", assess.GateFails: "tidak terpenuhi",
	assess.GateOpen: "belum dapat dipastikan karena ada jawaban kosong", assess.GateVoid: "tidak ada yang dinilai",
}

var gateTones = map[assess.GateState]Tone{assess.GateHolds: Good, assess.GateFails: Bad, assess.GateOpen: Blank, assess.GateVoid: Quiet}

// silence says why there is no opinion.
var silence = map[assess.OpinionState]string{
	assess.OpinionMissing:  "belum dapat disebut karena masih ada jawaban kosong",
	assess.OpinionExcluded: "tidak dapat disebut karena ada bagian instrumen yang tidak dinilai",
	assess.OpinionOpen:     "tidak dapat disimpulkan karena syaratnya belum dapat dinilai",
	assess.OpinionUnknown:  "tidak ada sebutan yang dikenal untuk gabungan kategori dan syarat ini",
}

// opinion tells the label that category and gates earn, or why there is none.
func (in *Input) opinion(a assess.Axis) []Block {
	if a.Opinion == nil {
		return nil
	}
	o := in.instrument().Opinions
	if a.Opinion.State != assess.OpinionTold {
		return []Block{Paragraph{fmt.Sprintf("%s: %s.", o.Title, silence[a.Opinion.State]), Plain}}
	}
	return []Block{Paragraph{fmt.Sprintf("%s: %s. Ini simulasi dari hasil penilaian mandiri, bukan pernyataan resmi.%s", o.Title, a.Opinion.Label, in.judgedUnits(a)), Lead}}
}

// judgedUnits says of the entity's opinion on how many units its gates rest, where
// they had nothing to judge in some.
func (in *Input) judgedUnits(a assess.Axis) string {
	if a.Opinion != in.result().Axis.Opinion {
		return ""
	}
	judged := 0
	for i := range in.result().Units {
		for _, s := range in.result().Units[i].Axis.Sets {
			if s.Set == in.instrument().Opinions.Set && s.State != assess.GateVoid {
				judged++
			}
		}
	}
	if judged == len(in.result().Units) {
		return ""
	}
	return fmt.Sprintf(" Syaratnya (%s) hanya dapat dinilai pada %d dari %d unit.", in.instrument().Opinions.Set, judged, len(in.result().Units))
}

// gates tell the minimums that stand beside the score: first the sets that must
// hold together, then each that does not hold, with what it got.
func (in *Input) gates(gates []assess.GateResult, a assess.Axis) []Block {
	if len(gates) == 0 {
		return nil
	}
	out := []Block{Heading{2, "Syarat minimum"}}
	l := List{}
	for _, s := range a.Sets {
		l.Items = append(l.Items, in.setLine(s, gates))
	}
	if len(l.Items) > 0 {
		out = append(out, l)
	}
	t := Table{Columns: []Column{{Title: "Syarat yang belum terpenuhi", Width: 44}, {Title: "Sedikitnya", Width: 11, Align: Right}, {Title: "Hasil", Width: 11, Align: Right}, {Title: "Keadaan", Width: 26}}}
	for _, g := range gates {
		if g.State != assess.GateHolds {
			t.Rows = append(t.Rows, in.gateRow(g))
		}
	}
	if len(t.Rows) == 0 {
		return append(out, Paragraph{fmt.Sprintf("Semua %d syarat minimum terpenuhi.", len(gates)), Plain})
	}
	return append(out, t)
}

func (in *Input) gateRow(g assess.GateResult) Row {
	least, got := in.measured(g)
	return Row{Cells: []Cell{{Text: gateTitle(g.Gate)}, {Text: least}, {Text: got}, {Text: gateWords[g.State], Tone: gateTones[g.State]}}}
}

func gateTitle(g indicators.Gate) string {
	if g.Set == "" {
		return g.Title
	}
	return g.Set + ": " + g.Title
}

// allGates lists every minimum of the government and of every unit.
func (in *Input) allGates() Table {
	t := Table{Columns: []Column{
		{Title: "Unit", Width: 36}, {Title: "Syarat", Width: 44}, {Title: "Sedikitnya", Width: 12, Align: Right}, {Title: "Hasil", Width: 12, Align: Right}, {Title: "Keadaan", Width: 26},
	}, Frozen: 1, Filter: true}
	add := func(of string, gates []assess.GateResult) {
		for _, g := range gates {
			row := in.gateRow(g)
			row.Cells = append([]Cell{{Text: of}}, row.Cells...)
			t.Rows = append(t.Rows, row)
		}
	}
	add(in.result().Input.Entity, in.result().Gates)
	for i := range in.result().Units {
		add(in.result().Units[i].Unit.Name, in.result().Units[i].Gates)
	}
	return t
}

// setLine sums up gates of which all must hold.
func (in *Input) setLine(s assess.SetResult, gates []assess.GateResult) string {
	all, failing := 0, 0
	for _, g := range gates {
		if g.Gate.Set != s.Set {
			continue
		}
		if all++; g.State != assess.GateHolds {
			failing++
		}
	}
	text := fmt.Sprintf("%s: %s", s.Set, gateWords[s.State])
	if failing > 0 && all > 1 {
		text += fmt.Sprintf("; %d dari %d syarat belum terpenuhi", failing, all)
	}
	return text + "."
}

// measured are what a gate demands and what it got, in points of its node's weight
// where it demands points. A result that rounding would lift to what is demanded
// is printed with the digits that tell them apart.
func (in *Input) measured(g assess.GateResult) (least, got string) {
	demand, unit := g.Gate.Min, ""
	if g.Gate.Points != nil {
		demand, unit = g.Gate.Points, " poin"
	}
	least = Num(demand, in.decimals()) + unit
	if g.Score == nil {
		return least, "–"
	}
	value := g.Score
	if g.Gate.Points != nil {
		value = new(big.Rat).Mul(in.fraction(g.Score), g.Gate.Node.Weight)
	}
	places := in.decimals()
	for value.Cmp(demand) < 0 && places < 12 && indicators.Round(value, places).Cmp(demand) >= 0 {
		places++
	}
	return least, Num(value, places) + unit
}
