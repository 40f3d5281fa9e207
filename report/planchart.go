package report

import (
	"fmt"
	"strings"

	"spotcheck/assess/calendar"
)

// chart is the plan as a chart: a column for each working day, a row for each stage
// and each visit. Letters say what is done; the number of a team says who.
func (in *PlanInput) chart() Heat {
	p := in.Plan
	h := Heat{Corner: "Tahap dan unit", Columns: in.dayColumns()}
	for _, s := range p.Stages {
		if s.Last >= s.First {
			h.Legend = append(h.Legend, Legend{s.Letter, lower(s.Title), Quiet})
			h.Rows = append(h.Rows, HeatRow{Label: s.Title, Lead: []Cell{{Text: "semua"}}, Cells: run(len(h.Columns), s.First, s.Last, s.Letter, Quiet)})
		}
	}
	for i, t := range p.Terms.Teams {
		if p.Loads[i].Units > 0 {
			h.Legend = append(h.Legend, Legend{teamSign(i), "kunjungan " + t.Name, Accent})
		}
	}
	for _, v := range p.Visits {
		h.Rows = append(h.Rows, HeatRow{
			Label: v.Unit.Name, Lead: []Cell{{Text: p.Terms.Teams[v.Team].Name}}, Cells: run(len(h.Columns), v.First, v.Last, teamSign(v.Team), Accent),
		})
	}
	return h
}

// teamSign stands for a team where there is room for one or two characters.
func teamSign(team int) string { return fmt.Sprint(team + 1) }

// run marks the columns from first to last.
func run(columns, first, last int, letter string, tone Tone) []HeatCell {
	out := make([]HeatCell, columns)
	for day := first; day <= last; day++ {
		out[day] = HeatCell{letter, tone}
	}
	return out
}

// dayColumns are the working days until the last that anything is done on, in groups
// of months.
func (in *PlanInput) dayColumns() []HeatColumn {
	var out []HeatColumn
	for _, day := range in.Plan.Days[:in.used()] {
		number, month, _ := strings.Cut(calendar.Words(day), " ")
		out = append(out, HeatColumn{Code: number, Group: month})
	}
	return out
}

// used is how many working days the stages take.
func (in *PlanInput) used() int { return in.Plan.Stages[len(in.Plan.Stages)-1].Last + 1 }
