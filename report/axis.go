package report

import (
	"fmt"
	"math/big"
	"strings"

	"spotcheck/assess"
	"spotcheck/assess/gap"
	"spotcheck/indicators"
)

var gateWords = map[assess.GateState]string{
	assess.GateHolds: "terpenuhi", assess.GateFails: "tidak terpenuhi",
	assess.GateOpen: "belum dapat dipastikan", assess.GateVoid: "tidak dapat dinilai",
}

var gateTones = map[assess.GateState]Tone{assess.GateHolds: Good, assess.GateFails: Bad, assess.GateOpen: Blank, assess.GateVoid: Quiet}

// silence says why there is no opinion.
var silence = map[assess.OpinionState]string{
	assess.OpinionMissing:  "belum dapat disebut karena masih ada jawaban atau data yang kosong atau ditolak",
	assess.OpinionExcluded: "tidak dapat disebut karena ada bagian instrumen yang tidak dinilai",
	assess.OpinionOpen:     "tidak dapat disimpulkan karena syaratnya tidak dapat dinilai",
	assess.OpinionUnknown:  "tidak ada sebutan yang dikenal untuk gabungan kategori dan syarat ini",
}

// opinion tells the label that category and gates earn, or why there is none.
func (in *Input) opinion(s assess.Score, a assess.Axis) []Block {
	if a.Opinion == nil {
		return nil
	}
	o := in.instrument().Opinions
	if a.Opinion.State != assess.OpinionTold {
		return []Block{Paragraph{fmt.Sprintf("%s: %s.", o.Title, silence[a.Opinion.State]), Plain}}
	}
	why := fmt.Sprintf("Sebutan itu mengikuti kategori %s dan syarat %s (%s).", category(s.Band), o.Set, gateWords[stateOf(o.Set, a)])
	return []Block{
		Paragraph{fmt.Sprintf("%s: %s.", o.Title, a.Opinion.Label), Lead},
		Paragraph{why + in.judgedUnits(a) + " Ini simulasi dari hasil penilaian mandiri, bukan pernyataan resmi.", Plain},
	}
}

// stateOf is the outcome of a set of gates.
func stateOf(set string, a assess.Axis) assess.GateState {
	for _, s := range a.Sets {
		if s.Set == set {
			return s.State
		}
	}
	return assess.GateVoid
}

// judgedUnits says of the entity's opinion on how many units its gates rest, where
// they had nothing to judge in some.
func (in *Input) judgedUnits(a assess.Axis) string {
	if a.Opinion != in.result().Axis.Opinion {
		return ""
	}
	judged := 0
	for i := range in.result().Units {
		if stateOf(in.instrument().Opinions.Set, in.result().Units[i].Axis) != assess.GateVoid {
			judged++
		}
	}
	if judged == len(in.result().Units) {
		return ""
	}
	return fmt.Sprintf(" Syarat itu hanya dapat dinilai pada %d dari %d unit.", judged, len(in.result().Units))
}

// setCounts tell in how many units each set of gates holds.
func (in *Input) setCounts() []string {
	var out []string
	for _, set := range in.instrument().GateSets() {
		out = append(out, fmt.Sprintf("%s terpenuhi pada %d unit", set, len(in.unitsWhere(set, assess.GateHolds))))
	}
	return out
}

// setLines tell the same of the units that could be judged, with their names.
func (in *Input) setLines() []string {
	var out []string
	for _, set := range in.instrument().GateSets() {
		holds, void := in.unitsWhere(set, assess.GateHolds), in.unitsWhere(set, assess.GateVoid)
		judged := len(in.Map.Ranking) - len(void)
		if judged == 0 {
			out = append(out, set+" tidak dapat dinilai pada satu unit pun"+voidWhy+".")
			continue
		}
		text := fmt.Sprintf("%s terpenuhi pada %d dari %d unit", set, len(holds), judged)
		if len(void) > 0 {
			text += " yang dapat dinilai"
		}
		if len(holds) > 0 {
			text += " (" + someOf(holds) + ")"
		}
		if n := len(in.unitsWhere(set, assess.GateOpen)); n > 0 {
			text += fmt.Sprintf("; belum dapat dipastikan pada %d unit", n)
		}
		out = append(out, text+".")
	}
	return out
}

// unitsWhere names the ranked units whose set of gates has that outcome.
func (in *Input) unitsWhere(set string, state assess.GateState) []string {
	var out []string
	for _, r := range in.Map.Ranking {
		if stateOf(set, r.Unit.Axis) == state {
			out = append(out, r.Unit.Unit.Name)
		}
	}
	return out
}

// rungColumn heads the units' rungs, or what the sets of gates say where there is
// only one rung.
func (in *Input) rungColumn() Column {
	if in.graded() {
		return Column{Title: in.zoneHead(), Width: in.zoneWidth() - 1, Align: Center}
	}
	return Column{Title: "Syarat", Width: 24}
}

func (in *Input) rungCell(u *assess.UnitResult) Cell {
	if in.graded() {
		return Cell{Text: zone(u.Band) + in.firmAside(u), Tone: tone(u.Band)}
	}
	return Cell{Text: setWords(u.Axis)}
}

// setWords say what came of every set of gates.
func setWords(a assess.Axis) string {
	var out []string
	for _, s := range a.Sets {
		out = append(out, s.Set+" "+gateWords[s.State])
	}
	return strings.Join(out, "; ")
}

// gates tell the minimums that stand beside the score: first the sets that must
// hold together, then each that does not hold, with what it got.
func (in *Input) gates(gates []assess.GateResult, a assess.Axis) []Block {
	if len(gates) == 0 {
		return nil
	}
	var lines []string
	for _, s := range a.Sets {
		lines = append(lines, in.setLine(s, gates))
	}
	return in.gateBlocks(lines, "Syarat yang belum terpenuhi", gates)
}

// entityGates tell in which units the sets hold, and what falls short on average: a
// mean can pass a minimum that no unit does.
func (in *Input) entityGates() []Block {
	e := in.result()
	switch {
	case len(e.Gates) == 0:
		return nil
	case in.alone():
		return in.gates(e.Units[0].Gates, e.Units[0].Axis)
	}
	return in.gateBlocks(in.setLines(), "Yang belum terpenuhi pada rata-rata unit", e.Gates)
}

func (in *Input) gateBlocks(lines []string, title string, gates []assess.GateResult) []Block {
	out := []Block{Heading{2, "Syarat minimum"}}
	if len(lines) > 0 {
		out = append(out, List{Items: lines})
	}
	t := Table{Columns: []Column{{Title: title, Width: 42}, {Title: "Sedikitnya", Width: 11, Align: Right}, {Title: "Hasil", Width: 18, Align: Right}, {Title: "Keadaan", Width: 26}}}
	for _, g := range gates {
		if g.State == assess.GateFails || g.State == assess.GateOpen {
			t.Rows = append(t.Rows, in.gateRow(g))
		}
	}
	switch {
	case len(t.Rows) > 0:
		out = append(out, t)
	case len(out) == 1:
		out = append(out, Paragraph{"Semua syarat minimum yang dapat dinilai terpenuhi.", Plain})
	}
	return out
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
		{Title: "Unit", Width: 36}, {Title: "Syarat", Width: 44}, {Title: "Sedikitnya", Width: 12, Align: Right}, {Title: "Hasil", Width: 20, Align: Right}, {Title: "Keadaan", Width: 30},
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
		if u := &in.result().Units[i]; !gap.Silent(u) {
			add(u.Unit.Name, u.Gates)
		}
	}
	return t
}

const voidWhy = " karena tidak ada yang berlaku atau bagiannya tidak dinilai pada putaran ini"

// setLine sums up gates of which all must hold.
func (in *Input) setLine(s assess.SetResult, gates []assess.GateResult) string {
	states := map[assess.GateState]int{}
	all := 0
	for _, g := range gates {
		if g.Gate.Set == s.Set {
			all++
			states[g.State]++
		}
	}
	text := fmt.Sprintf("%s: %s", s.Set, gateWords[s.State])
	switch fails, open, void := states[assess.GateFails], states[assess.GateOpen], states[assess.GateVoid]; {
	case void == all:
		text += voidWhy
	case all == 1 && open > 0:
		text += " karena ada yang masih kosong"
	case all > 1 && fails+open+void > 0:
		text += fmt.Sprintf("; dari %d syarat, %d tidak terpenuhi", all, fails)
		if open > 0 {
			text += fmt.Sprintf(", %d belum dapat dipastikan", open)
		}
		if void > 0 {
			text += fmt.Sprintf(", %d tidak dapat dinilai", void)
		}
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
	got = Num(value, places) + unit
	if g.State == assess.GateOpen {
		got += " (sementara)"
	}
	return least, got
}
