package report

import (
	"fmt"
	"math/big"
	"strings"

	"spotcheck/assess"
	"spotcheck/indicators"
)

// calculation are the sheets Perhitungan and Perhitungan unit: live formulas from
// the answers up to the total. A reader who types another answer sees every number
// above it change.
func (in *Input) calculation() []Section {
	const how = "Semua angka di lembar Perhitungan dan Perhitungan unit dihitung dengan rumus dari kolom Jawaban (kuning) pada lembar Perhitungan unit: ubah satu jawaban, isi yang kosong, atau ketik TB, lalu lihat nilai unit dan nilai entitas berubah. Lembar lain tidak ikut berubah."
	return []Section{
		{Title: "Perhitungan", Blocks: []Block{Paragraph{how, Plain}, in.entityCalculation()}},
		{Title: "Perhitungan unit", Landscape: true, Blocks: []Block{in.treeCalculation()}},
	}
}

// entityCalculation rolls the units up; its cells point into the tree below.
func (in *Input) entityCalculation() Table {
	t := Table{Columns: []Column{
		{Title: "Unit", Width: 34}, {Title: "Bobot unit", Width: 10, Align: Right}, {Title: "Nilai", Width: 14, Align: Right}, {Title: "Dibulatkan", Width: 12, Align: Right},
	}}
	var ids []string
	for i := range in.result().Units {
		u := &in.result().Units[i]
		if u.Exact == nil {
			continue
		}
		id := u.Unit.ID
		ids = append(ids, id)
		t.Rows = append(t.Rows, Row{Cells: []Cell{
			{Text: u.Unit.Name}, {Number: number(in.result().Weight(u), 0), Name: "w:" + id},
			{Number: number(u.Exact, 6), Name: "e:" + id, Formula: "{s:" + id + "}"},
			in.rounded(u.Rounded, "e:"+id, "r:"+id),
		}})
	}
	if len(ids) == 0 {
		return t
	}
	first, last := ids[0], ids[len(ids)-1]
	weights := fmt.Sprintf("{w:%s}:{w:%s}", first, last)
	scores := fmt.Sprintf("{e:%s}:{e:%s}", first, last)
	e := in.result().Entity
	t.Rows = append(t.Rows, Row{Strong: true, Cells: []Cell{
		{Text: in.result().Input.Entity}, {Formula: "SUM(" + weights + ")", Number: number(in.rollSum(), 0), Name: "w"},
		{Number: number(e.Exact, 6), Name: "total", Formula: fmt.Sprintf("SUMPRODUCT(%s,%s)/{w}", weights, scores)},
		in.rounded(e.Rounded, "total", "total-rounded"),
	}})
	return t
}

func (in *Input) rounded(r *big.Rat, of, name string) Cell {
	return Cell{Number: number(r, in.decimals()), Name: name, Formula: fmt.Sprintf("ROUND({%s},%d)", of, in.decimals())}
}

func (in *Input) rollSum() *big.Rat {
	sum := new(big.Rat)
	for i := range in.result().Units {
		if u := &in.result().Units[i]; u.Exact != nil {
			sum.Add(sum, in.result().Weight(u))
		}
	}
	return sum
}

// treeCalculation has one row per unit, node and answer. Columns after the text:
// weight, answer, lowest, highest, score, applies (1 or 0), share, points.
func (in *Input) treeCalculation() Table {
	t := Table{Columns: []Column{
		{Title: "Unit, dimensi, variabel, indikator, butir", Width: 58}, {Title: "Kode", Width: 9}, {Title: "Bobot", Width: 9, Align: Right},
		{Title: "Jawaban", Width: 10, Align: Right}, {Title: "Terendah", Width: 9, Align: Right}, {Title: "Tertinggi", Width: 9, Align: Right},
		{Title: "Nilai", Width: 14, Align: Right}, {Title: "Berlaku (1/0)", Width: 12, Align: Center},
		{Title: "Andil dalam nilai unit", Width: 14, Align: Right}, {Title: "Poin disumbang", Width: 14, Align: Right},
	}, Frozen: 1}
	for i := range in.result().Units {
		c := calculator{in, &in.result().Units[i], in.result().Units[i].Unit.ID}
		t.Rows = append(t.Rows, c.rows()...)
	}
	return t
}

// calculator writes the rows of one unit. Cell names: s score, a applies, k share,
// b weight, x answer; then the unit and the node or item.
type calculator struct {
	*Input
	u  *assess.UnitResult
	id string
}

func (c calculator) rows() []Row {
	tops := c.instrument().Dimensions
	out := []Row{{Strong: true, Cells: []Cell{
		{Text: c.u.Unit.Name}, {Text: c.id}, {}, {}, {}, {},
		{Number: number(orZero(c.u.Exact), 6), Name: "s:" + c.id, Formula: c.mean(tops)},
		{Number: applies(c.u.Exact != nil), Name: c.name("a", ""), Formula: c.any(tops)},
		{Number: &Number{Value: 1, Decimals: 4}, Name: c.name("k", "")},
		{Number: number(orZero(c.u.Exact), 6), Formula: "{s:" + c.id + "}"},
	}}}
	return append(out, c.nodes(tops, "", 1)...)
}

func (c calculator) name(what, node string) string { return what + ":" + c.id + ":" + node }

func (c calculator) ref(what, node string) string { return "{" + c.name(what, node) + "}" }

// mean is the weighted mean of the children that apply.
func (c calculator) mean(children []*indicators.Node) string {
	var num []string
	for _, n := range children {
		num = append(num, c.ref("b", n.ID)+"*"+c.ref("a", n.ID)+"*"+c.ref("s", n.ID))
	}
	d := c.weights(children)
	return "IF((" + d + ")=0,0,(" + strings.Join(num, "+") + ")/(" + d + "))"
}

// any is 1 where something that weighs anything applies.
func (c calculator) any(children []*indicators.Node) string {
	return "IF((" + c.weights(children) + ")=0,0,1)"
}

// weights is the sum of the weights that apply.
func (c calculator) weights(children []*indicators.Node) string {
	var sum []string
	for _, n := range children {
		sum = append(sum, c.ref("b", n.ID)+"*"+c.ref("a", n.ID))
	}
	return strings.Join(sum, "+")
}

func (c calculator) nodes(children []*indicators.Node, parent string, level int) []Row {
	var out []Row
	den := c.weights(children)
	for _, n := range children {
		nr := c.u.Node(n.ID)
		row := Row{Level: level, Cells: []Cell{
			{Text: n.Title}, {Text: n.ID}, {Number: number(n.Weight, 2), Name: c.name("b", n.ID)}, {}, {}, {},
			{Number: number(orZero(nr.Score), 6), Name: c.name("s", n.ID)},
			{Number: applies(nr.Score != nil), Name: c.name("a", n.ID)},
			{Number: number(nr.Share, 6), Name: c.name("k", n.ID),
				Formula: fmt.Sprintf("IF(%s*(%s)=0,0,%s*%s/(%s))", c.ref("a", n.ID), den, c.ref("k", parent), c.ref("b", n.ID), den)},
			{Number: number(nr.Contribution(), 6), Formula: c.ref("k", n.ID) + "*" + c.ref("s", n.ID)},
		}}
		var below []Row
		if n.Kind == indicators.Indicator {
			below = c.indicator(&row, nr, level+1)
		} else {
			row.Cells[6].Formula, row.Cells[7].Formula = c.mean(n.Children), c.any(n.Children)
			below = c.nodes(n.Children, n.ID, level+1)
		}
		out = append(append(out, row), below...)
	}
	return out
}

// indicator fills the row of a leaf; several items get a row each below it.
func (c calculator) indicator(row *Row, nr *assess.NodeResult, level int) []Row {
	if len(nr.Items) == 0 {
		return nil // not asked: score 0, applies 0, as constants
	}
	if !nr.Node.Repeats() {
		c.answer(row, nr.Node, nr.Items[0], nr.Node.ID)
		return nil
	}
	var out []Row
	for i, it := range nr.Items {
		key := fmt.Sprintf("%s#%d", nr.Node.ID, i+1)
		item := Row{Level: level, Cells: []Cell{
			{Text: itemName(it)}, {Text: nr.Node.ID}, {}, {}, {}, {},
			{Number: number(orZero(it.Score), 6), Name: c.name("s", key)}, {Number: applies(it.State != assess.NA), Name: c.name("a", key)}, {}, {},
		}}
		c.answer(&item, nr.Node, it, key)
		out = append(out, item)
	}
	last := fmt.Sprintf("%s#%d", nr.Node.ID, len(nr.Items))
	s := c.ref("s", nr.Node.ID+"#1") + ":" + c.ref("s", last)
	a := c.ref("a", nr.Node.ID+"#1") + ":" + c.ref("a", last)
	row.Cells[6].Formula = fmt.Sprintf("IF(SUM(%s)=0,0,SUMPRODUCT(%s,%s)/SUM(%s))", a, s, a, a)
	row.Cells[7].Formula = fmt.Sprintf("IF(SUM(%s)=0,0,1)", a)
	return out
}

// answer fills the answer, the ends of its scale and the formulas from them.
func (c calculator) answer(row *Row, n *indicators.Node, it assess.Item, key string) {
	r, x := c.instrument().Result, c.ref("x", key)
	lo, hi := c.ref("lo", key), c.ref("hi", key)
	row.Cells[3] = Cell{Name: c.name("x", key), Input: true}
	switch it.State {
	case assess.Answered:
		row.Cells[3].Number = number(it.Answer.Value, places(n.Scale))
	case assess.NA:
		row.Cells[3].Text = assess.NAText
	}
	lowest, highest := n.Scale.Ends()
	row.Cells[4] = Cell{Number: number(lowest, places(n.Scale)), Name: c.name("lo", key)}
	row.Cells[5] = Cell{Number: number(highest, places(n.Scale)), Name: c.name("hi", key)}
	span := indicators.Plain(new(big.Rat).Sub(r.Max, r.Min))
	row.Cells[6].Formula = fmt.Sprintf(`IF(%s=0,0,IF(ISNUMBER(%s),(%s-%s)/(%s-%s)*%s+%s,%s))`, c.ref("a", key), x, worth(n.Scale, x), lo, hi, lo, span, indicators.Plain(r.Min), indicators.Plain(r.Min))
	row.Cells[7].Formula = fmt.Sprintf(`IF(UPPER(TRIM(%s))="TB",0,1)`, x)
}

// worth is what an answer counts: itself, or the value of the step it reaches.
func worth(s *indicators.Scale, x string) string {
	if len(s.Steps) == 0 {
		return x
	}
	out := indicators.Plain(s.Steps[0].Value)
	for _, st := range s.Steps[1:] {
		out = fmt.Sprintf("IF(%s>=%s,%s,%s)", x, indicators.Plain(st.From), indicators.Plain(st.Value), out)
	}
	return out
}

// places are the decimals that a scale's values need.
func places(s *indicators.Scale) int {
	most := s.Decimals
	for _, l := range s.Levels {
		if _, after, ok := strings.Cut(indicators.Plain(l.Value), "."); ok {
			most = max(most, len(after))
		}
	}
	return most
}

func applies(yes bool) *Number {
	if yes {
		return &Number{Value: 1}
	}
	return &Number{}
}

func orZero(r *big.Rat) *big.Rat {
	if r == nil {
		return new(big.Rat)
	}
	return r
}
