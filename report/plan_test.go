package report_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"spotcheck/assess"
	"spotcheck/assess/calendar"
	"spotcheck/assess/plan"
	"spotcheck/report"
)

// planOf plans n units of both kinds for two teams until end.
func planOf(t *testing.T, n int, end string) *report.PlanInput {
	t.Helper()
	days, stages := plan.Defaults()
	terms := plan.Terms{Start: "2026-03-02", End: end, Calendar: calendar.New(nil), Days: days, Stages: stages}
	for i := range 2 {
		terms.Teams = append(terms.Teams, plan.Team{Name: fmt.Sprintf("Tim %d", i+1), Members: []plan.Member{
			{Role: plan.InCharge, Name: "Inspektur X"}, {Role: plan.Leader, Name: fmt.Sprintf("Ketua %d", i+1)}, {Role: plan.Fellow, Name: fmt.Sprintf("Anggota %d", i+1)},
		}})
	}
	for i := range n {
		terms.Units = append(terms.Units, assess.Unit{ID: fmt.Sprintf("u%02d", i), Name: fmt.Sprintf("Unit %02d", i), Type: []string{"dinas", "puskesmas"}[i%2]})
	}
	p, problems := plan.New(terms)
	if p == nil {
		t.Fatal(problems)
	}
	return &report.PlanInput{Entity: "Kabupaten Uji", Period: "2026", Instrument: instrument(t), Plan: p}
}

// What the terminal says stands in the workbook too.
func TestPlanSaysTheSameEverywhere(t *testing.T) {
	for _, end := range []string{"2026-04-20", "2026-06-30"} {
		in := planOf(t, 9, end)
		whole := map[string]bool{}
		eachText(in.Document(report.Whole), func(s string) { whole[s] = true })
		texts := 0
		eachText(in.Document(report.Brief), func(s string) {
			texts++
			if !whole[s] {
				t.Errorf("only the terminal says %q", s)
			}
		})
		if texts < 100 {
			t.Errorf("%d texts", texts)
		}
	}
}

// The chart marks every visit on its days and no others, with the number of its team.
func TestPlanChart(t *testing.T) {
	in := planOf(t, 9, "2026-06-30")
	d := in.Document(report.Whole)
	i := slices.IndexFunc(d.Sections, func(s report.Section) bool { return s.Title == "Jadwal" })
	chart := d.Sections[i].Blocks[0].(report.Heat)
	rows := map[string]report.HeatRow{}
	for _, r := range chart.Rows {
		rows[r.Label] = r
	}
	for _, v := range in.Plan.Visits {
		for day, c := range rows[v.Unit.Name].Cells {
			want := ""
			if day >= v.First && day <= v.Last {
				want = fmt.Sprint(v.Team + 1)
			}
			if c.Letter != want {
				t.Errorf("%s on day %d: %q, want %q", v.Unit.Name, day, c.Letter, want)
			}
		}
	}
	legend := map[string]bool{}
	for _, l := range chart.Legend {
		legend[l.Letter] = true
	}
	for _, r := range chart.Rows {
		for _, c := range r.Cells {
			if c.Letter != "" && !legend[c.Letter] {
				t.Errorf("nothing explains %q", c.Letter)
			}
		}
	}
	last := in.Plan.Stages[len(in.Plan.Stages)-1]
	if len(chart.Columns) != last.Last+1 || chart.Columns[0] != (report.HeatColumn{Code: "2", Group: "Maret 2026"}) || len(chart.Rows) != 6+9 {
		t.Errorf("%d columns, %d rows, %v", len(chart.Columns), len(chart.Rows), chart.Columns[0])
	}
}

func TestPlanTellsWhoIsLeftOut(t *testing.T) {
	in := planOf(t, 9, "2026-04-16")
	text := textOf(in.Document(report.Brief))
	expect(t, text, []string{
		"2 tim mengunjungi 2 dari 9 unit dalam 1 hari kerja, 1 April 2026; laporan terbit paling lambat 16 April 2026.",
		"7 dari 9 unit tidak terjadwal", "perlu 2 hari kerja, seluruh masa kunjungan hanya 1", "tim paling longgar tinggal 0",
		"Ketua Tim: Ketua 1; Anggota: Anggota 1", "Penanggung Jawab: Inspektur X; Ketua Tim: Ketua 2; Anggota: Anggota 2",
	}, []string{"tidak ada pembagian yang lebih singkat"})
	full := textOf(planOf(t, 9, "2026-06-30").Document(report.Whole))
	expect(t, full, []string{"semua 9 unit dalam 7 hari kerja", "Kamis, 19 Maret 2026", "SKB 3 Menteri", "Tidak ada: semua 9 unit"}, []string{"belum diketahui"})
	if strings.Contains(full, "%!") {
		t.Error("a number is not printed")
	}
	expect(t, textOf(planOf(t, 3, "2027-02-01").Document(report.Whole)), []string{"Hari libur 2027 yang berpindah tiap tahun belum diketahui"}, nil)
}
