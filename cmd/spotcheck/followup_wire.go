package main

import (
	"spotcheck/assess"
	"spotcheck/assess/action"
	"spotcheck/assess/action/tracking"
	"spotcheck/indicators"
	"spotcheck/indicators/problem"
)

// followSchema names the JSON of followup; keys never change their meaning. Points are
// exact: fractions in lowest terms. What is fulfilled or kept is a forecast until the
// next assessment verifies it.
const followSchema = "spotcheck/followup/v1"

type followupWire struct {
	Schema     string              `json:"schema"`
	Instrument instrumentWire      `json:"instrument"`
	Entity     string              `json:"entity"`
	Period     string              `json:"period"`
	Date       string              `json:"date"` // the day that overdue is about; empty: not known
	Forecast   bool                `json:"forecast"`
	Scores     forecastWire        `json:"scores"`
	Total      tallyWire           `json:"total"`
	Units      []followedUnitWire  `json:"units"`
	Roles      []followedGroupWire `json:"roles"`
	Owners     []followedGroupWire `json:"owners"`
	Actions    []actionWire        `json:"actions"`
	Closed     []closedWire        `json:"closed"` // followed up, and no gap any more
	Problems   problem.List        `json:"problems"`
}

type instrumentWire struct {
	ID      string `json:"id"`
	Version string `json:"version"`
	Digest  string `json:"digest"`
}

// forecastWire is a score now, with what is fulfilled, and with all that is promised.
type forecastWire struct {
	Now       scoreWire `json:"now"`
	Fulfilled scoreWire `json:"fulfilled"`
	Kept      scoreWire `json:"kept"`
}

type scoreWire struct {
	Score    string `json:"score"`
	Exact    string `json:"exact"`
	Category string `json:"category"`
	Zone     string `json:"zone"`
}

// tallyWire counts actions; classes are without those declined. completion is the
// share of the actions not declined that is fulfilled; empty where there are none.
type tallyWire struct {
	Actions    int                   `json:"actions"`
	Told       int                   `json:"told"`
	Accepted   int                   `json:"accepted"`
	Declined   int                   `json:"declined"`
	Overdue    int                   `json:"overdue"`
	Classes    map[action.Status]int `json:"classes"`
	Completion string                `json:"completion"`
	Gained     string                `json:"gained"`   // points of the entity
	Promised   string                `json:"promised"` // more of them
}

type followedUnitWire struct {
	ID     string        `json:"id"`
	Scores *forecastWire `json:"scores,omitempty"` // none for the whole government
	tallyWire
}

type followedGroupWire struct {
	Name string `json:"name"`
	tallyWire
}

type actionWire struct {
	Unit      string        `json:"unit"`
	Indicator string        `json:"indicator"`
	Points    string        `json:"points"` // of the unit; empty for the whole government
	Entity    string        `json:"entity_points"`
	Role      string        `json:"role"`
	Accepted  string        `json:"accepted"` // ya, tidak or empty
	Owner     string        `json:"owner"`
	Due       string        `json:"due"` // agreed, or else planned
	Late      int           `json:"late_days"`
	Status    action.Status `json:"status"`
	Date      string        `json:"status_date"`
	Report    string        `json:"report"`
	Evidence  string        `json:"evidence"`
	Source    string        `json:"source"`
}

type closedWire struct {
	Unit      string        `json:"unit"`
	Indicator string        `json:"indicator"`
	Status    action.Status `json:"status"`
	Source    string        `json:"source"`
}

func followWire(f *followed) followupWire {
	in, s := f.round.Instrument, f.standing
	out := followupWire{
		Schema: followSchema, Instrument: instrumentWire{in.ID, in.Version, in.Digest}, Entity: f.round.Config.Entity, Period: f.round.Config.Period,
		Date: s.AsOf, Forecast: true, Scores: forecasts(in, s.Now.Entity, s.Done.Entity, s.Kept.Entity), Total: tallied(s.All),
		Units: []followedUnitWire{}, Roles: groupsWire(s.Roles), Owners: groupsWire(s.Owners), Actions: []actionWire{}, Closed: []closedWire{},
		Problems: append(problem.List{}, f.told...),
	}
	for _, g := range s.Units {
		unit := followedUnitWire{ID: g.Name, tallyWire: tallied(g.Tally)}
		if i, ok := assess.FindUnit(s.Now.Input.Units, g.Name); ok {
			scores := forecasts(in, s.Now.Units[i].Score, s.Done.Units[i].Score, s.Kept.Units[i].Score)
			unit.Scores = &scores
		}
		out.Units = append(out.Units, unit)
	}
	for _, r := range s.Rows {
		out.Actions = append(out.Actions, wireAction(r))
	}
	for _, e := range s.Closed {
		out.Closed = append(out.Closed, closedWire{e.Unit, e.Indicator, e.Status, e.At.String()})
	}
	return out
}

func wireAction(r tracking.Row) actionWire {
	e := r.Entry
	return actionWire{
		Unit: r.Item.Unit, Indicator: r.Item.Indicator, Points: exact(r.Item.Lost), Entity: exact(r.Item.EntityLost), Role: r.Item.Role,
		Accepted: string(e.Accepted), Owner: e.Owner, Due: r.Due, Late: r.Late, Status: r.Class, Date: e.Date, Report: e.Report, Evidence: e.Evidence, Source: e.At.String(),
	}
}

func groupsWire(list []tracking.Group) []followedGroupWire {
	out := []followedGroupWire{}
	for _, g := range list {
		out = append(out, followedGroupWire{g.Name, tallied(g.Tally)})
	}
	return out
}

func tallied(t tracking.Tally) tallyWire {
	out := tallyWire{
		Actions: t.Rows, Told: t.Told, Accepted: t.Accepted, Declined: t.Declined, Overdue: t.Overdue, Classes: map[action.Status]int{},
		Completion: exact(t.Completion()), Gained: exact(t.Gained), Promised: exact(t.Promised),
	}
	for _, s := range action.Statuses {
		out.Classes[s] = t.Of(s)
	}
	return out
}

func forecasts(in *indicators.Instrument, now, done, kept assess.Score) forecastWire {
	return forecastWire{scoreOf(in, now), scoreOf(in, done), scoreOf(in, kept)}
}

func scoreOf(in *indicators.Instrument, s assess.Score) scoreWire {
	if s.Exact == nil {
		return scoreWire{}
	}
	return scoreWire{indicators.Fixed(s.Rounded, in.Result.Decimals), exact(s.Exact), s.Band.Category, s.Band.Zone}
}
