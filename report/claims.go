package report

import (
	"fmt"
	"math/big"
	"slices"

	"spotcheck/assess"
	"spotcheck/indicators"
)

// claimOf is what a verified unit's total would be by its own answers; nil when
// nothing of it was verified, or it gave none: silence claims nothing.
func (in *Input) claimOf(u *assess.UnitResult) *assess.UnitResult {
	if in.Claim == nil || !looked(u) || u.Exact == nil {
		return nil
	}
	for i := range in.Claim.Units {
		if c := &in.Claim.Units[i]; c.Unit.ID == u.Unit.ID && c.Exact != nil && c.Done > 0 {
			return c
		}
	}
	return nil
}

// blanks says how many answers a claim leaves open; "" when none.
func blanks(claim assess.Score) string {
	open := claim.Slots - claim.Done
	if open == 0 {
		return ""
	}
	return fmt.Sprintf(" (%d dari %d jawaban dibiarkan kosong dan dihitung terendah)", open, claim.Slots)
}

// looked reports whether any answer of the unit itself was verified; what the round
// says of the whole government does not count.
func looked(u *assess.UnitResult) bool {
	return slices.ContainsFunc(u.Nodes, func(n assess.NodeResult) bool {
		return n.Node.Asking != nil && n.Node.Scope != indicators.PerEntity &&
			slices.ContainsFunc(n.Items, func(it assess.Item) bool { return it.Answer != nil && it.Answer.Layer != assess.Mandiri })
	})
}

// claims lines up what verified units say of themselves with what was found. It
// is nil when nothing was verified at the result's layer.
func (in *Input) claims() []Block {
	t := Table{Columns: []Column{
		{Title: "Unit terverifikasi", Width: 40}, {Title: "Isian unit", Width: 11, Align: Right}, {Title: "Sesudah verifikasi", Width: 12, Align: Right},
		{Title: "Selisih", Width: 9, Align: Right}, {Title: in.zoneHead(), Width: 18, Align: Center}, {Title: "Jawaban turun", Width: 10, Align: Center}, {Title: "Jawaban naik", Width: 10, Align: Center}, {Title: "Belum diisi unit", Width: 10, Align: Center},
	}}
	partial := false
	for i := range in.result().Units {
		u := &in.result().Units[i]
		claim := in.claimOf(u)
		if claim == nil {
			continue
		}
		down, up := in.changed(u)
		zones := zone(u.Band)
		if zone(claim.Band) != zones {
			zones = zone(claim.Band) + " menjadi " + zones
		}
		diff := new(big.Rat).Sub(u.Rounded, claim.Rounded)
		open := claim.Slots - claim.Done
		partial = partial || open > 0
		t.Rows = append(t.Rows, Row{Cells: []Cell{
			{Text: u.Unit.Name}, {Text: in.score(claim.Rounded), Number: number(claim.Rounded, in.decimals())},
			{Text: in.score(u.Rounded), Number: number(u.Rounded, in.decimals())}, {Text: change(diff, in.decimals()), Number: number(diff, in.decimals())},
			{Text: zones, Tone: tone(u.Band)}, {Text: fmt.Sprint(down), Number: &Number{Value: float64(down)}}, {Text: fmt.Sprint(up), Number: &Number{Value: float64(up)}},
			{Text: fmt.Sprint(open), Number: &Number{Value: float64(open)}},
		}})
	}
	if len(t.Rows) == 0 {
		return nil
	}
	columns := []int{0, 1, 2, 3, 4, 5, 6, 7}
	if !partial {
		columns = columns[:7]
	}
	if !in.graded() {
		columns = slices.Delete(columns, 4, 5)
	}
	t = t.pick(columns...)
	return []Block{Heading{2, "Isian unit dan hasil verifikasi"}, t}
}

// revision is one answer that the layers above the unit changed.
type revision struct {
	node      *indicators.Node
	item      assess.Item
	claim     *assess.Answer // nil: the unit had left it empty
	direction int            // -1 lowered, 1 raised, 0 cannot be ordered
}

// revisions are in the order of the instrument; none where the unit itself gave no
// answer that could be revised.
func (in *Input) revisions(u *assess.UnitResult) []revision {
	if in.claimOf(u) == nil {
		return nil
	}
	var out []revision
	for i := range u.Nodes {
		n := &u.Nodes[i]
		for _, it := range n.Items {
			if it.Answer == nil || it.Answer.Layer == assess.Mandiri {
				continue
			}
			claim := in.says(assess.Mandiri, u.Unit.ID, n.Node, it)
			if claim != nil && claim.State == it.Answer.State && (claim.Value == nil || claim.Value.Cmp(it.Answer.Value) == 0) {
				continue
			}
			r := revision{node: n.Node, item: it, claim: claim}
			if claim != nil && claim.Value != nil && it.Answer.Value != nil {
				r.direction = it.Answer.Value.Cmp(claim.Value)
			}
			out = append(out, r)
		}
	}
	return out
}

// changed counts the answers that verification lowered and raised.
func (in *Input) changed(u *assess.UnitResult) (down, up int) {
	for _, r := range in.revisions(u) {
		switch r.direction {
		case -1:
			down++
		case 1:
			up++
		}
	}
	return down, up
}

// changes lists what verification changed in one unit, with the cells.
func (in *Input) changes(u *assess.UnitResult) Table {
	t := Table{Columns: []Column{
		{Title: "Unit", Width: 30}, {Title: "Kode", Width: 8}, {Title: "Indikator", Width: 36}, {Title: "Isian unit", Width: 22}, {Title: "Hasil verifikasi", Width: 22},
		{Title: "Catatan unit", Width: 36}, {Title: "Catatan verifikasi", Width: 36}, {Title: "Dibaca dari", Width: 36},
	}, Frozen: 2, Filter: true}
	for _, r := range in.revisions(u) {
		title := r.node.Title
		if r.node.Repeats() {
			title += ": " + itemName(r.item)
		}
		note := ""
		if r.claim != nil {
			note = r.claim.Note
		}
		t.Rows = append(t.Rows, Row{Cells: cells(u.Unit.Name, r.node.ID, title, valueText(r.node, r.claim), valueText(r.node, r.item.Answer), note, r.item.Answer.Note, r.item.Answer.At.String())})
	}
	return t
}

// allChanges is the same for every unit.
func (in *Input) allChanges() Table {
	var out Table
	for i := range in.result().Units {
		t := in.changes(&in.result().Units[i])
		t.Rows = append(out.Rows, t.Rows...)
		out = t
	}
	return out
}
