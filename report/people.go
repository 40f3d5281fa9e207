package report

import (
	"fmt"
	"strings"

	"spotcheck/assess"
	"spotcheck/indicators"
)

// people counts who of a group answered anything in a unit.
func people(u *assess.UnitResult, g *indicators.Respondents) int {
	who := map[string]bool{}
	for i := range u.Nodes {
		if n := &u.Nodes[i]; n.Node.Asking != nil && n.Node.Group == g {
			for _, it := range n.Items {
				if it.Answer != nil {
					who[it.Respondent] = true
				}
			}
		}
	}
	return len(who)
}

// asksGroup reports whether the unit is asked anything of that group.
func asksGroup(u *assess.UnitResult, g *indicators.Respondents) bool {
	for i := range u.Nodes {
		if n := &u.Nodes[i]; n.Asked && n.Node.Asking != nil && n.Node.Group == g {
			return true
		}
	}
	return false
}

// heardOf tells how many people a unit's answers rest on.
func (in *Input) heardOf(u *assess.UnitResult) string {
	var out []string
	for _, g := range in.instrument().Respondents {
		if asksGroup(u, g) {
			out = append(out, fmt.Sprintf("%s %d orang (sedikitnya %d)", lower(g.Label), people(u, g), g.Min))
		}
	}
	if len(out) == 0 {
		return ""
	}
	return " Responden: " + strings.Join(out, ", ") + "."
}

// peopleLine tells the same of the whole government, with the units that are short.
func (in *Input) peopleLine() []string {
	var groups, short []string
	for _, g := range in.instrument().Respondents {
		total, asked := 0, false
		for _, r := range in.Map.Ranking {
			if asksGroup(r.Unit, g) {
				total, asked = total+people(r.Unit, g), true
			}
		}
		if asked {
			groups = append(groups, fmt.Sprintf("%s %d orang", lower(g.Label), total))
		}
	}
	for _, r := range in.Map.Ranking {
		if missing := in.missingPeople(r.Unit); len(missing) > 0 {
			short = append(short, fmt.Sprintf("%s (%s)", r.Unit.Unit.Name, strings.Join(missing, ", ")))
		}
	}
	if len(groups) == 0 {
		return nil
	}
	text := "Responden: " + indicators.And(groups) + "."
	if len(short) > 0 {
		text += " Kurang dari yang disyaratkan: " + strings.Join(short, "; ") + "."
	}
	return []string{text}
}

// missingPeople are the groups of whom fewer answered in a unit than must.
func (in *Input) missingPeople(u *assess.UnitResult) []string {
	var out []string
	for _, g := range in.instrument().Respondents {
		if n := people(u, g); asksGroup(u, g) && n < g.Min {
			out = append(out, fmt.Sprintf("%s %d dari %d orang", lower(g.Label), n, g.Min))
		}
	}
	return out
}
