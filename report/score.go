package report

import (
	"fmt"
	"math/big"

	"spotcheck/assess"
	"spotcheck/indicators"
)

// Score is what `spotcheck score` prints: the answer, the units, the worst gaps.
func (in *Input) Score() *Document {
	d := in.document("Nilai penilaian mandiri", fmt.Sprintf("%s, periode %s", in.result().Input.Entity, in.result().Input.Period), in.result().Entity.Complete())
	d.Head = nil
	columns := []int{0, 1, 3, 4, 5, 6, 7, 8, 9}
	if !in.graded() {
		columns = in.rankColumns()
	}
	ranking := in.rankTable().pick(columns...)
	systemic, found := in.systemic(systemicShown)
	d.Sections = []Section{{Title: "Ringkasan", Blocks: in.summary()}, {Title: "Peringkat unit", Blocks: []Block{ranking}}}
	if found > 0 {
		d.Sections = append(d.Sections, Section{Title: "Kekurangan yang merata", Blocks: []Block{systemic.pick(0, 1, 2, 3, 5, 6)}})
	}
	return d
}

// GapMap is the matrix alone, for a terminal.
func (in *Input) GapMap() *Document {
	d := in.document("Peta kesenjangan", fmt.Sprintf("%s, periode %s", in.result().Input.Entity, in.result().Input.Period), in.result().Entity.Complete())
	d.Head = nil
	d.Sections = []Section{{Title: "Peta kesenjangan", Blocks: []Block{in.heat()}}}
	return d
}

// Proof unfolds one unit's total: weight, share and contribution of every node, in
// exact fractions that add up.
func (in *Input) Proof(u *assess.UnitResult) *Document {
	d := in.document("Pembuktian nilai "+u.Unit.Name, fmt.Sprintf("%s, periode %s", in.result().Input.Entity, in.result().Input.Period), u.Complete())
	d.Head = nil
	t := Table{Columns: []Column{
		{Title: "Kode", Width: 8}, {Title: "Bagian", Width: 40}, {Title: "Keadaan", Width: 16}, {Title: "Bobot", Width: 8, Align: Right},
		{Title: "Nilai tepat", Width: 16, Align: Right}, {Title: "Andil tepat", Width: 20, Align: Right}, {Title: "Sumbangan tepat", Width: 20, Align: Right}, {Title: "Sumbangan", Width: 10, Align: Right},
	}, Note: "Sumbangan = andil × nilai. Jumlah sumbangan seluruh indikator sama dengan nilai unit; begitu pula jumlah sumbangan seluruh dimensi."}
	for i := range u.Nodes {
		n := &u.Nodes[i]
		t.Rows = append(t.Rows, Row{Level: depth(n.Node), Cells: cells(
			n.Node.ID, n.Node.Title, nodeState(n), indicators.Comma(n.Node.Weight), exactOf(n.Score), indicators.Exact(n.Share), indicators.Exact(n.Contribution()), Num(n.Contribution(), 4))})
		for _, it := range n.Items {
			t.Rows = append(t.Rows, Row{Level: depth(n.Node) + 1, Cells: cells("", proofItem(n.Node, it), stateWords[it.State], "", exactOf(it.Score), "", "", "")})
		}
	}
	total := "tidak ada yang berlaku"
	if u.Exact != nil {
		total = fmt.Sprintf("%s %s %s (%s)", indicators.Exact(u.Exact), equals(u.Exact, u.Rounded), in.score(u.Rounded), verdict(u.Band))
	}
	d.Sections = []Section{{Title: "Nilai unit", Blocks: []Block{Paragraph{"Nilai unit: " + total, Lead}, t}}}
	return d
}

// proofItem is one answer with the cell it was read from.
func proofItem(n *indicators.Node, it assess.Item) string {
	text := answerText(n, it)
	if n.Repeats() {
		text = itemName(it) + ": " + text
	}
	if it.Answer != nil {
		text += " [" + it.Answer.At.String() + "]"
	}
	return text
}

func equals(exact, rounded *big.Rat) string {
	if exact.Cmp(rounded) == 0 {
		return "="
	}
	return "≈"
}

// nodeState tells a branch that is answered in part from one that is empty.
func nodeState(n *assess.NodeResult) string {
	if n.State == assess.Missing && n.Score != nil && n.Score.Cmp(n.Max) != 0 && n.Score.Sign() > 0 {
		return "sebagian kosong"
	}
	return stateWords[n.State]
}

func depth(n *indicators.Node) int {
	d := 0
	for p := n.Parent; p != nil; p = p.Parent {
		d++
	}
	return d
}

func exactOf(score *big.Rat) string {
	if score == nil {
		return "–"
	}
	return indicators.Exact(score)
}
