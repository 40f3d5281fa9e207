package main

import (
	"math/big"

	"spotcheck/assess/gap/path"
	"spotcheck/indicators"
)

// pathSchema names the JSON of path; keys never change their meaning. Numbers are
// exact: fractions in lowest terms.
const pathSchema = "spotcheck/path/v1"

type pathWire struct {
	Schema  string     `json:"schema"`
	Goal    string     `json:"goal"`
	Reached bool       `json:"reached"`
	Before  string     `json:"before"`
	After   string     `json:"after"` // with all steps; of what cannot be reached, the ceiling
	Work    int        `json:"work"`
	Bound   string     `json:"bound"` // empty with a budget
	Proven  bool       `json:"proven"`
	Steps   []stepWire `json:"steps"`
	Stuck   []lossWire `json:"stuck"`
}

type stepWire struct {
	Unit      string `json:"unit"`
	Indicator string `json:"indicator"`
	Product   string `json:"product,omitempty"`
	From      string `json:"from"` // empty: not answered
	To        string `json:"to"`
	Work      int    `json:"work"`
	Lead      int    `json:"lead"`
	Gain      string `json:"gain"`
	Essential bool   `json:"essential"`
}

type lossWire struct {
	Reason  path.Reason `json:"reason"`
	Answers int         `json:"answers"`
	Points  string      `json:"points"`
}

func routeWire(p *path.Path) pathWire {
	out := pathWire{
		Schema: pathSchema, Goal: p.Goal.Text, Reached: true, Before: exact(p.Before), After: exact(p.After), Work: p.Work,
		Bound: exact(p.Bound), Proven: p.Proven, Steps: []stepWire{}, Stuck: losses(p.Stuck),
	}
	for _, s := range p.Steps {
		out.Steps = append(out.Steps, stepWire{
			Unit: s.Unit.Unit.ID, Indicator: s.Node.Node.ID, Product: s.Item.Product.ID, From: exact(s.From), To: exact(s.To),
			Work: s.Work, Lead: s.Lead, Gain: exact(s.Gain), Essential: s.Essential,
		})
	}
	return out
}

func noRouteWire(no *path.Unreachable) pathWire {
	return pathWire{Schema: pathSchema, Goal: no.Goal.Text, Before: exact(no.Before), After: exact(no.Ceiling), Steps: []stepWire{}, Stuck: losses(no.Stuck)}
}

func losses(stuck map[path.Reason]path.Loss) []lossWire {
	out := []lossWire{}
	for _, r := range path.Reasons {
		if l, ok := stuck[r]; ok {
			out = append(out, lossWire{r, l.Answers, exact(l.Points)})
		}
	}
	return out
}

// exact is empty for no number.
func exact(r *big.Rat) string {
	if r == nil {
		return ""
	}
	return indicators.Exact(r)
}
