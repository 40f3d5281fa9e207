package action

import "spotcheck/assess/calendar"

// pastGrid tells what became of the actions of an earlier round.
func pastGrid(p *Plan) *grid {
	g := &grid{name: sheetPast, widths: []float64{10.5, 22, 7, 28, 17, 13, 20, 40, 34}, frozen: [2]int{3, 4}, heads: [2]int{3, 3}}
	g.add(22, cell{style: styleTitle, text: "Rencana aksi periode " + p.From})
	g.add(16, cell{style: styleSubtitle, text: "Yang masih terbuka dibawa ke lembar " + sheetPlan + "; yang kesenjangannya sudah tertutup selesai di sini."})
	var heads []cell
	for _, text := range []string{
		columns[colUnit].head, columns[colUnitName].head, columns[colCode].head, columns[colTitle].head, "Status terakhir", columns[colDate].head,
		columns[colOwner].head, columns[colReport].head, "Keadaan pada periode " + p.Period,
	} {
		heads = append(heads, cell{style: styleHead, text: text})
	}
	g.add(0, heads...)
	for _, o := range p.Past {
		g.add(0, cell{style: styleCode, text: o.Item.Unit}, cell{style: styleText, text: o.Item.UnitName},
			cell{style: styleCode, text: o.Item.Indicator}, cell{style: styleText, text: o.Item.Title},
			cell{style: styleText, text: string(o.Status)}, cell{style: styleText, text: calendar.Words(o.Entry.Date)},
			cell{style: styleText, text: o.Entry.Owner}, cell{style: styleText, text: o.Entry.Report}, cell{style: styleText, text: o.Now})
	}
	return g
}
