package round

import (
	"slices"

	"spotcheck/assess/calendar"
	"spotcheck/assess/plan"
	"spotcheck/indicators"
	"spotcheck/indicators/problem"
	"spotcheck/indicators/strictyaml"
)

// PlanSettings is what spotcheck.yaml says of the round's plan of work.
type PlanSettings struct {
	Start, End string      // ISO days
	Holidays   string      // path of a list of the round's own; may be empty
	Teams      []plan.Team // without any, the team of the reports visits
	days       []visitDays
	stages     []plan.Stage
	at, endAt  problem.Place
}

// visitDays is how long visits to one type of unit take.
type visitDays struct {
	kind strictyaml.Item
	days int
}

// maxVisit and maxStage are more working days than a visit or a stage can mean.
const (
	maxVisit = 60
	maxStage = 250
)

// readPlan reads the plan; nil where the settings have none.
func (s *settings) readPlan(m *strictyaml.Map) *PlanSettings {
	pm := m.Map("plan")
	if pm == nil {
		return nil
	}
	defer pm.Done()
	p := &PlanSettings{at: placeOf(pm.Pos), endAt: placeOf(pm.At("end"))}
	p.Start, p.End = s.requiredDate(pm, "start"), s.requiredDate(pm, "end")
	if pm.Has("holidays") {
		p.Holidays = s.path(strictyaml.Item{Pos: pm.At("holidays"), Text: pm.Text("holidays")})
	}
	if dm := pm.Map("days"); dm != nil {
		for _, key := range pm.Keys("days") {
			p.days = append(p.days, visitDays{key, s.whole(dm, key.Text, 1, maxVisit, 1)})
		}
		dm.Done()
	}
	_, p.stages = plan.Defaults()
	if sm := pm.Map("stages"); sm != nil {
		for i, stage := range p.stages {
			if stage.ID != plan.Field {
				p.stages[i].Days = s.whole(sm, stage.ID, 0, maxStage, stage.Days)
			}
		}
		sm.Done()
	}
	for _, tm := range pm.Maps("teams") {
		p.Teams = append(p.Teams, s.planTeam(tm))
	}
	return p
}

func placeOf(at strictyaml.Pos) problem.Place {
	return problem.Place{File: ConfigFile, Cell: at.String()}
}

func (s *settings) requiredDate(m *strictyaml.Map, key string) string {
	d := s.date(m, key)
	if d == "" {
		m.Required(key)
	}
	return d
}

// whole is a whole number from least to most.
func (s *settings) whole(m *strictyaml.Map, key string, least, most, absent int) int {
	n := m.Int(key, absent)
	if n < least || n > most {
		s.doc.Add(problem.BadNumber, m.At(key), "%s: %d hari; harus dari %d sampai %d", key, n, least, most)
	}
	return n
}

func (s *settings) planTeam(m *strictyaml.Map) plan.Team {
	t := plan.Team{Name: s.text(m, "name", maxShort, true), At: placeOf(m.Pos)}
	for _, mm := range m.Maps("members") {
		t.Members = append(t.Members, plan.Member{Role: s.role(mm), Name: s.text(mm, "name", maxLine, true)})
		mm.Done()
	}
	m.Done()
	return t
}

func (s *settings) role(m *strictyaml.Map) string {
	text := s.text(m, "role", maxShort, true)
	role, ok := plan.ParseRole(text)
	if !ok && text != "" {
		s.doc.Add(problem.UnknownName, m.At("role"), "peran %q tidak dikenal%s; pakai %s", text, strictyaml.Hint(text, plan.Roles), indicators.And(plan.Roles))
	}
	return role
}

// PlanTerms are the terms of the round's plan of work. They hold only where no
// problem is an error.
func (r *Round) PlanTerms() (plan.Terms, problem.List) {
	p := r.Config.Plan
	if p == nil {
		return plan.Terms{}, problem.List{problem.New(problem.PlanMissing, problem.Place{File: ConfigFile}, "tidak ada kunci plan")}
	}
	t := plan.Terms{
		Start: p.Start, End: p.End, Stages: p.stages, Teams: p.Teams, Units: r.Units,
		At: p.at, EndAt: p.endAt, UnitsAt: problem.Place{File: ConfigFile},
	}
	if r.Config.Register != "" {
		t.UnitsAt.File = r.shown(r.resolve(r.Config.Register))
	}
	if len(t.Teams) == 0 && len(r.Config.Team) > 0 {
		t.Teams = []plan.Team{r.reportTeam(p.at)}
	}
	own, problems := r.holidays(p)
	days, bad := r.VisitDays()
	t.Calendar, t.Days = calendar.New(own), days
	return t, append(problems, bad...)
}

// reportTeam is the team of the reports as one that visits; who has a role there that
// visits do not know stays at the office.
func (r *Round) reportTeam(at problem.Place) plan.Team {
	t := plan.Team{Name: "Tim 1", At: at}
	for _, m := range r.Config.Team {
		if role, ok := plan.ParseRole(m.Role); ok {
			t.Members = append(t.Members, plan.Member{Role: role, Name: m.Name})
		}
	}
	return t
}

func (r *Round) holidays(p *PlanSettings) ([]calendar.Holiday, problem.List) {
	if p.Holidays == "" {
		return nil, nil
	}
	full := r.resolve(p.Holidays)
	data, bad := ReadBounded(r.shown(full), full, strictyaml.MaxBytes)
	if bad != nil {
		return nil, bad
	}
	return calendar.ReadHolidays(r.shown(full), data)
}

// VisitDays is how many working days a visit takes by type of unit: our own defaults
// where the settings say nothing.
func (r *Round) VisitDays() (map[string]int, problem.List) {
	days, _ := plan.Defaults()
	if r.Config.Plan == nil {
		return days, nil
	}
	kinds := make([]string, len(r.Instrument.Types))
	for i, t := range r.Instrument.Types {
		kinds[i] = t.Key
	}
	var problems problem.List
	for _, v := range r.Config.Plan.days {
		if !slices.Contains(kinds, v.kind.Text) {
			problems = append(problems, problem.New(problem.UnknownName, placeOf(v.kind.Pos), "jenis unit %q tidak ada dalam instrumen%s", v.kind.Text, strictyaml.Hint(v.kind.Text, kinds)))
		}
		days[v.kind.Text] = v.days
	}
	return days, problems
}
