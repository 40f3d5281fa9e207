package pdf

import (
	"strings"

	"spotcheck/report"
)

// The look of a signature.
const (
	signersPerRow = 3
	signerGap     = 6.0
	wetSpace      = 22.0 // room to sign and stamp
	dots          = "........................................"
)

var signStyle = bodyStyle

// signatures stand side by side, at most three in a row; the whole row stays on
// one page. A single one stands at the right, as in letters.
func (f frame) signatures(all report.Signatures) []band {
	var bands []band
	for start := 0; start < len(all); start += signersPerRow {
		row := all[start:min(start+signersPerRow, len(all))]
		bands = append(bands, f.signatureRow(row))
	}
	return spaced(gapSection, bands)
}

// signer is a measured signature.
type signer struct{ above, name, below []string }

func measureSigner(s report.Signature, width float64) signer {
	const most = 5
	var m signer
	for _, part := range s.Above {
		m.above = append(m.above, signStyle.wrapAtMost(part, width, 3)...)
	}
	m.above = m.above[:min(len(m.above), 12)]
	m.name = signStyle.strong().wrapAtMost(orDots(s.Name), width, most)
	m.below = append(m.below, signStyle.wrapAtMost(orDots(s.Rank), width, most)...)
	m.below = append(m.below, signStyle.wrapAtMost(numberLine(s.NIP), width, most)...)
	return m
}

// orDots is a dotted line for a missing part.
func orDots(part string) string {
	if strings.TrimSpace(part) == "" {
		return dots
	}
	return part
}

// numberLine is the line with the employee number.
func numberLine(nip string) string {
	nip = strings.TrimSpace(nip)
	switch {
	case nip == "":
		return "NIP. " + dots[:32]
	case strings.HasPrefix(strings.ToUpper(nip), "NIP"):
		return nip
	}
	return "NIP. " + nip
}

// signatureRow is one row; names stand in line.
func (f frame) signatureRow(row []report.Signature) band {
	columns := max(2, len(row))
	width := (f.width - float64(columns-1)*signerGap) / float64(columns)
	offset := float64(columns-len(row)) * (width + signerGap)
	signers := make([]signer, len(row))
	above, below := 0, 0
	for i, s := range row {
		signers[i] = measureSigner(s, width)
		above = max(above, len(signers[i].above))
		below = max(below, len(signers[i].name)+len(signers[i].below))
	}
	leading := signStyle.leading()
	height := float64(above+below)*leading + wetSpace
	return band{gap: gapSection, height: height, paint: func(c *canvas, x, y float64) {
		for i, s := range signers {
			s.draw(c, x+offset+float64(i)*(width+signerGap), y, width, above)
		}
	}}
}

// draw places the lines above so that the last ones stand in line.
func (s signer) draw(c *canvas, x, y, width float64, above int) {
	leading := signStyle.leading()
	c.text(x, y+float64(above-len(s.above))*leading, width, s.above, signStyle, center)
	y += float64(above)*leading + wetSpace
	for i, line := range s.name {
		s.drawName(c, x, y+float64(i)*leading, width, line)
	}
	c.text(x, y+float64(len(s.name))*leading, width, s.below, signStyle, center)
}

// drawName writes a line of the name bold and underlined, and dots plain.
func (s signer) drawName(c *canvas, x, y, width float64, line string) {
	if line == dots {
		c.line(x, y, width, line, signStyle, center)
		return
	}
	bold := signStyle.strong()
	c.line(x, y, width, line, bold, center)
	long, under := bold.width(line), y+bold.baseline()+0.6
	c.stroke(x+(width-long)/2, under, x+(width+long)/2, under, 0.25, ink)
}
