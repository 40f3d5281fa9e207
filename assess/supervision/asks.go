package supervision

import (
	"slices"
	"strings"

	"spotcheck/indicators"
)

// law and article are where the law names the internal supervisors.
const (
	law       = "UU 25/2009"
	pasal     = "35"
	paragraph = "2"
)

// Asks is an indicator that asks after internal supervision, by whom.
type Asks struct {
	Node *indicators.Node
	By   []By
}

// AsksOf finds what an instrument asks after internal supervision: the indicators
// that cite Pasal 35 ayat (2) UU 25/2009, huruf a for the superior and huruf b for
// the inspektorat. Many instruments ask nothing of the kind.
func AsksOf(in *indicators.Instrument) []Asks {
	var out []Asks
	for _, n := range in.Indicators() {
		var by []By
		for _, c := range n.Legal {
			if c.Source.Cite != law || c.Pasal != pasal || c.Ayat != paragraph {
				continue
			}
			first, last, span := strings.Cut(c.Huruf, "-")
			if !span {
				last = first
			}
			for i, letter := range []string{"a", "b"} {
				if (c.Huruf == "" || first <= letter && letter <= last) && !slices.Contains(by, Bys[i]) {
					by = append(by, Bys[i])
				}
			}
		}
		if len(by) > 0 {
			out = append(out, Asks{n, by})
		}
	}
	return out
}
