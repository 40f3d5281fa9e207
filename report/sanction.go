package report

import (
	"slices"
	"strings"

	"spotcheck/assess/gap"
	"spotcheck/indicators"
)

// law is the legal basis of an indicator, or why there is none.
func law(n *indicators.Node) string {
	if len(n.Legal) == 0 {
		return n.LegalNote
	}
	return indicators.Cite(n.Legal)
}

// shortLaw keeps the first two articles, or the beginning of why there are none, for
// narrow cells.
func shortLaw(n *indicators.Node) string {
	const most, letters = 2, 90
	if len(n.Legal) == 0 {
		return clip(n.LegalNote, letters)
	}
	if len(n.Legal) <= most {
		return law(n)
	}
	return indicators.Cite(n.Legal[:most]) + ", dan lain-lain"
}

// shortLaws tells them one after another; of a note that it has told it says only
// where.
func shortLaws() func(*indicators.Node) string {
	told := map[string]string{}
	return func(n *indicators.Node) string {
		at := told[n.LegalNote]
		if len(n.Legal) > 0 || at == "" {
			if len(n.Legal) == 0 {
				told[n.LegalNote] = n.ID
			}
			return shortLaw(n)
		}
		return "Dasar seperti " + at + "."
	}
}

// sanction is what the law threatens, or why nothing.
func sanction(n *indicators.Node) string {
	var out []string
	for _, s := range n.Sanctions {
		out = append(out, capital(s.Text)+" ("+s.Cite.String()+")")
	}
	return strings.Join(append(out, nonEmpty(n.SanctionNote)...), ". ")
}

// threat is the sanction worth telling of a gap: only a duty that is not met at
// all comes near one, whatever the instrument asks beyond the law.
func threat(g gap.Gap) string {
	if g.Status != gap.Not || len(g.Node.Node.Sanctions) == 0 {
		return ""
	}
	return sanction(g.Node.Node)
}

// noVerdict keeps a reader from taking a report for a finding; of sanctions it speaks
// where the instrument names any.
func (in *Input) noVerdict() string {
	if !in.threatens() {
		return "Laporan ini bukan temuan pelanggaran."
	}
	return "Laporan ini bukan temuan pelanggaran dan bukan dasar penjatuhan sanksi; sanksi dikenakan atasan penyelenggara menurut Pasal 54 dan Pasal 57 UU 25/2009."
}

// threatens reports that the instrument names sanctions.
func (in *Input) threatens() bool {
	return slices.ContainsFunc(in.instrument().Indicators(), func(n *indicators.Node) bool { return len(n.Sanctions) > 0 })
}

func nonEmpty(s string) []string {
	if s == "" {
		return nil
	}
	return []string{s}
}

// step is a remedy without its full stop, to stand inside a sentence.
func step(n *indicators.Node) string { return strings.TrimSuffix(n.Remedy, ".") }
