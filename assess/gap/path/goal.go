package path

import (
	"math/big"
	"strings"

	"spotcheck/indicators"
)

// Goal is what is to be reached. Score is the least exact score that rounds to what was
// asked for; nil if only gates are. Set names the gates that must hold too.
type Goal struct {
	Text  string   // in the instrument's words
	Score *big.Rat // exact
	Set   string
	Gated bool // the gates of Set must hold
}

// ParseGoal reads a goal as people say it: a number, a zone, a category or its label,
// a set of gates, or an opinion; ok is false for anything else.
func ParseGoal(in *indicators.Instrument, text string) (Goal, bool) {
	text = indicators.Squash(text)
	if r, ok := number(text); ok && r.Cmp(in.Result.Min) >= 0 && r.Cmp(in.Result.Max) <= 0 {
		return Goal{Text: indicators.Comma(r), Score: floor(in, r)}, true
	}
	var zone, name *indicators.Band
	for _, b := range in.Bands.List { // best first: the last of a zone is where it begins
		if b.Zone != "" && strings.EqualFold(b.Zone, text) {
			zone = b
		}
		if strings.EqualFold(b.Category, text) || strings.EqualFold(b.Label, text) {
			name = b
		}
	}
	switch {
	case zone != nil:
		return Goal{Text: "zona " + zone.Zone, Score: floor(in, zone.From)}, true
	case name != nil:
		return Goal{Text: "kategori " + name.Category, Score: floor(in, name.From)}, true
	}
	return beside(in, text)
}

// beside reads what stands beside the score: a set of gates, or an opinion, which
// takes a category and may take gates.
func beside(in *indicators.Instrument, text string) (Goal, bool) {
	for _, set := range in.GateSets() {
		if set != "" && strings.EqualFold(set, text) {
			return Goal{Text: "syarat " + set, Set: set, Gated: true}, true
		}
	}
	if in.Opinions == nil {
		return Goal{}, false
	}
	for _, o := range in.Opinions.List {
		gated := strings.EqualFold(o.Holds, text)
		if text == "" || !gated && !strings.EqualFold(o.Fails, text) {
			continue
		}
		for _, b := range in.Bands.List {
			if b.Category == o.Category {
				return Goal{Text: text, Score: floor(in, b.From), Set: in.Opinions.Set, Gated: gated}, true
			}
		}
	}
	return Goal{}, false
}

func number(text string) (*big.Rat, bool) {
	text = strings.Replace(text, ",", ".", 1)
	if len(text) > 20 || strings.ContainsAny(text, "/eEpPxX_") {
		return nil, false
	}
	return new(big.Rat).SetString(text)
}

// floor is the least exact score that rounds, half up, to at least r.
func floor(in *indicators.Instrument, r *big.Rat) *big.Rat {
	return indicators.Least(r, in.Result.Decimals)
}
