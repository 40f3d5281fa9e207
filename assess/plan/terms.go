package plan

import (
	"strings"

	"spotcheck/assess"
	"spotcheck/assess/calendar"
	"spotcheck/indicators/problem"
)

// The roles of a team that visits need.
const (
	InCharge   = "Penanggung Jawab"
	Controller = "Pengendali Teknis"
	Leader     = "Ketua Tim"
	Fellow     = "Anggota"
)

// Roles are all roles, in order of rank.
var Roles = []string{InCharge, "Wakil Penanggung Jawab", "Koordinator", Controller, Leader, Fellow}

// ParseRole reads a role as people write it; ok is false for anything else.
func ParseRole(text string) (role string, ok bool) {
	if strings.EqualFold(text, Fellow+" Tim") {
		return Fellow, true
	}
	for _, r := range Roles {
		if strings.EqualFold(text, r) {
			return r, true
		}
	}
	return "", false
}

// Member is a person of a team with one of the Roles.
type Member struct{ Role, Name string }

// visits reports whether somebody of that role goes to the units; the others lead
// several teams from the office.
func (m Member) visits() bool { return m.Role == Leader || m.Role == Fellow }

// Team is who visits together. At is where it is written.
type Team struct {
	Name    string
	Members []Member
	At      problem.Place
}

// Visitors counts who goes to the units.
func (t Team) Visitors() int {
	n := 0
	for _, m := range t.Members {
		if m.visits() {
			n++
		}
	}
	return n
}

// Named are the members of one role.
func (t Team) Named(role string) []string {
	var out []string
	for _, m := range t.Members {
		if m.Role == role {
			out = append(out, m.Name)
		}
	}
	return out
}

// Terms are what a plan is made from.
type Terms struct {
	Start, End string // ISO days, both part of the period
	Calendar   *calendar.Calendar
	Days       map[string]int // working days of a visit, by type of unit
	Stages     []Stage        // in order; one of them is Field
	Teams      []Team
	Units      []assess.Unit
	At, EndAt  problem.Place // of the plan, and of its end
	UnitsAt    problem.Place // of the register
}

// longestPeriod is what fits a sheet with a column a day.
const longestPeriod = 520

// check tells all that makes a plan impossible, and what it cannot know.
func (t Terms) check() problem.List {
	problems := t.checkPeriod()
	problems = append(problems, t.checkTeams()...)
	return append(problems, t.checkDays()...)
}

func (t Terms) checkPeriod() problem.List {
	for _, day := range []string{t.Start, t.End} {
		if calendar.Weekday(day) == "" {
			return problem.List{problem.New(problem.PlanPeriod, t.At, "tanggal %q tidak ada dalam kalender", day)}
		}
	}
	if t.End < t.Start {
		return problem.List{problem.New(problem.PlanPeriod, t.EndAt, "rencana berakhir %s, sebelum mulai %s", calendar.Words(t.End), calendar.Words(t.Start)).Seen(t.End)}
	}
	if years := calendar.Years(t.Start, t.End); len(years) > 3 {
		return problem.List{problem.New(problem.PlanPeriod, t.EndAt, "rencana mencakup %d tahun; paling lama %d hari kerja", len(years), longestPeriod)}
	}
	have, desk := len(t.Calendar.Between(t.Start, t.End)), t.desk()
	switch {
	case have > longestPeriod:
		return problem.List{problem.New(problem.PlanPeriod, t.EndAt, "rencana mencakup %d hari kerja; paling lama %d", have, longestPeriod)}
	case have <= desk:
		return problem.List{problem.New(problem.PlanPeriod, t.EndAt, "dari %s sampai %s ada %d hari kerja, sedangkan tahapan selain kunjungan memerlukan %d; tidak ada hari tersisa untuk kunjungan",
			calendar.Words(t.Start), calendar.Words(t.End), have, desk)}
	}
	var out problem.List
	for _, year := range calendar.Years(t.Start, t.End) {
		if !t.Calendar.Known(year) {
			out = append(out, problem.New(problem.HolidayUnknown, t.At, "hari libur %s yang berpindah tiap tahun belum diketahui; rencana ini hanya menghindari Sabtu, Minggu, dan libur bertanggal tetap", year))
		}
	}
	return out
}

// desk counts the working days of all stages but the field.
func (t Terms) desk() int {
	n := 0
	for _, s := range t.Stages {
		if s.ID != Field {
			n += s.Days
		}
	}
	return n
}

func (t Terms) checkTeams() problem.List {
	if len(t.Teams) == 0 {
		return problem.List{problem.New(problem.PlanTeam, t.At, "belum ada tim")}
	}
	var out problem.List
	names, places := map[string]bool{}, map[string]string{}
	for _, team := range t.Teams {
		tell := func(format string, args ...any) {
			out = append(out, problem.New(problem.PlanTeam, team.At, format, args...))
		}
		if names[team.Name] {
			tell("nama tim %q dipakai dua kali", team.Name)
		}
		names[team.Name] = true
		switch n := len(team.Named(Leader)); {
		case n == 0:
			tell("%s belum mempunyai %s", team.Name, Leader)
		case n > 1:
			tell("%s mempunyai %d %s; satu saja", team.Name, n, Leader)
		}
		for _, m := range team.Members {
			other, taken := places[m.Name]
			switch {
			case !m.visits():
			case taken && other == team.Name:
				tell("%s tercantum dua kali dalam %s", m.Name, team.Name)
			case taken:
				tell("%s berkunjung bersama %s dan %s; satu orang tidak dapat di dua tempat", m.Name, other, team.Name)
			default:
				places[m.Name] = team.Name
			}
		}
	}
	return out
}

// checkDays names each type of unit once whose visits nobody knows the length of.
func (t Terms) checkDays() problem.List {
	var out problem.List
	told := map[string]bool{}
	for _, u := range t.Units {
		if t.Days[u.Type] < 1 && !told[u.Type] {
			told[u.Type] = true
			out = append(out, problem.New(problem.PlanDays, t.UnitsAt, "unit %s berjenis %q, dan lama kunjungan untuk jenis itu belum disebut", u.ID, u.Type).Seen(u.Type).Of(u.ID))
		}
	}
	return out
}
