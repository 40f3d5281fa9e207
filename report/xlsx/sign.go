package xlsx

import "spotcheck/report"

const (
	signersInRow = 3
	signingRows  = 4 // free rows for the signature and the stamp
	dots         = "…………………………………"
)

// signatures stand side by side, their names on one line.
func (s *sheet) signatures(parties report.Signatures) {
	perRow := min(signersInRow, len(parties))
	for perRow > 1 && !s.boxesFit(perRow) {
		perRow--
	}
	for i := 0; i < len(parties); i += perRow {
		if i > 0 {
			s.gap(2 * blockGap)
		}
		s.signRow(parties[i:min(i+perRow, len(parties))], s.grid.equal(s.text, perRow))
	}
}

func (s *sheet) signRow(parties report.Signatures, spans []span) {
	centre := prose().placed("center", "top")
	line := func(text func(report.Signature) string, l look) {
		var pieces []piece
		for i, p := range parties {
			pieces = append(pieces, piece{at: spans[i], look: l, text: text(p)})
		}
		s.add(0, pieces...)
	}
	above := 0
	for _, p := range parties {
		above = max(above, len(p.Above))
	}
	for n := range above {
		// Short headings stand low, so that the office held is on one line for all.
		line(func(p report.Signature) string {
			if i := n - above + len(p.Above); i >= 0 {
				return p.Above[i]
			}
			return ""
		}, centre)
	}
	for range signingRows {
		s.gap(15)
	}
	name := centre.strong()
	name.under = true
	line(func(p report.Signature) string { return orDots("", p.Name) }, name)
	line(func(p report.Signature) string { return orDots("", p.Rank) }, centre)
	line(func(p report.Signature) string { return orDots("NIP. ", p.NIP) }, centre)
}

// orDots leaves a dotted line to be filled by hand where text is missing.
func orDots(lead, text string) string {
	if text == "" {
		text = dots
	}
	return lead + text
}
