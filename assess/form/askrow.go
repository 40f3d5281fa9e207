package form

import (
	"strings"

	"spotcheck/indicators"
)

// ask writes one question.
func (b *areaSheet) ask(s slot, n *indicators.Node) {
	g, row := &b.grid, b.grid.next()
	kind := kindOfAnswer{n.Scale, n.NA != ""}
	if _, known := b.cells[kind]; !known {
		b.order = append(b.order, kind)
	}
	b.cells[kind] = append(b.cells[kind], row)
	answer, verdict := styleInputChoice, styleVerifyEdge
	if len(n.Scale.Levels) == 0 {
		answer, verdict = styleInputNumber, styleVerifyEdgeNumber
	}
	described := b.described[s.code]
	contents := [columnCount]cell{
		colCode:        {style: styleCode, text: n.ID},
		colSlot:        {style: styleCode, text: s.code},
		colName:        b.slotName(s),
		colTitle:       {style: styleText, lead: n.Title, text: n.Question},
		colLook:        {style: styleText, text: lookText(n)},
		colLevels:      {style: styleText, text: b.levelsText(n)},
		colAnswer:      {style: answer},
		colEvidence:    {style: styleInput},
		colNote:        {style: styleInput},
		colStatus:      b.statusCell(row, s, kind.na, described),
		colVerdict:     {style: verdict},
		colVerdictNote: {style: styleVerify},
	}
	cells := make([]cell, len(b.columns))
	for i, c := range b.columns {
		cells[i] = contents[c.id]
	}
	g.add(0, cells...)
}

// slotName repeats the name of the slot beside its code.
func (b *areaSheet) slotName(s slot) cell {
	if ref := b.described[s.code]; ref != "" {
		return cell{style: styleText, formula: choose(blank(ref), `""`, ref)}
	}
	return cell{style: styleText, text: s.name}
}

// validations are the drop-downs of both answer columns.
func (b *areaSheet) validations(c choices) {
	for _, kind := range b.order {
		for _, id := range []columnID{colAnswer, colVerdict} {
			b.grid.lists = append(b.grid.lists, c.validation(kind, b.col[id], b.cells[kind]))
		}
	}
}

// lookText is what to look at, and what to have at hand.
func lookText(n *indicators.Node) string {
	parts := []string{}
	if n.Look != "" {
		parts = append(parts, n.Look)
	}
	if len(n.Evidence) > 0 {
		parts = append(parts, "Bukti: "+strings.Join(n.Evidence, "; ")+".")
	}
	return strings.Join(parts, "\n")
}

// levelsText lists the answers with what each means here.
func (b *areaSheet) levelsText(n *indicators.Node) string {
	values, known := b.values[n.Scale]
	if !known {
		for _, l := range n.Scale.Levels {
			value, _, _ := strings.Cut(l.Option(), " = ") // as in the drop-down
			values = append(values, value)
		}
		b.values[n.Scale] = values
	}
	var parts []string
	for i, value := range values {
		parts = append(parts, value+" = "+n.Levels[i])
	}
	if len(values) == 0 {
		parts = append(parts, entry(n.Scale)...)
	}
	if n.NA != "" {
		parts = append(parts, "TB = "+n.NA)
	}
	return strings.Join(parts, "\n")
}
