package round

import (
	"context"
	"strings"
	"testing"

	"spotcheck/assess/plan"
)

const planText = `plan:
  start: 2026-03-02
  end: 2026-06-30
  holidays: libur.csv
  days: {dinas: 3}
  stages: {persiapan: 0, pelaporan: 7}
  teams:
    - name: Tim Barat
      members:
        - {role: penanggung jawab, name: Inspektur}
        - {role: Ketua Tim, name: A}
        - {role: Anggota Tim, name: B}
`

func loadPlan(t *testing.T, text, holidays string) (*Round, string) {
	t.Helper()
	dir := folder(t, map[string]string{ConfigFile: settingsText + text, "unit.csv": registerText, "instrumen.yaml": instrumentText(t), "libur.csv": holidays})
	r, problems, err := Load(context.Background(), dir)
	if err != nil {
		t.Fatal(err)
	}
	return r, problems.Error()
}

func TestPlanTerms(t *testing.T) {
	r, problems := loadPlan(t, planText, "tanggal;nama\n2026-05-21;Hari jadi\n")
	if r == nil {
		t.Fatal(problems)
	}
	terms, bad := r.PlanTerms()
	if len(bad) > 0 || terms.Days["dinas"] != 3 || terms.Days["puskesmas"] != 1 || terms.Stages[0].Days != 0 || terms.Stages[5].Days != 7 || terms.Stages[2].Days != 10 {
		t.Errorf("%+v, %v", terms, bad)
	}
	if terms.Calendar.Working("2026-05-21") || !terms.Calendar.Working("2026-05-22") || terms.UnitsAt.File != "unit.csv" || terms.EndAt.Cell != "8:8" {
		t.Errorf("%+v", terms)
	}
	team := terms.Teams[0]
	if team.Visitors() != 2 || team.Members[0].Role != plan.InCharge || team.Named(plan.Fellow)[0] != "B" {
		t.Errorf("%+v", team)
	}
	if p, bad := plan.New(terms); p == nil || len(p.Visits) != 3 || len(bad) > 0 {
		t.Error(bad)
	}
}

// Without teams of its own the plan takes the team of the reports.
func TestPlanTakesTheTeamOfTheReports(t *testing.T) {
	text, _, _ := strings.Cut(planText, "  teams:")
	r, problems := loadPlan(t, text+"team:\n  - {role: Ketua tim, name: A}\n  - {role: Pengamat, name: B}\n", "tanggal;nama\n")
	if r == nil {
		t.Fatal(problems)
	}
	terms, _ := r.PlanTerms()
	if len(terms.Teams) != 1 || terms.Teams[0].Name != "Tim 1" || len(terms.Teams[0].Members) != 1 || terms.Teams[0].Members[0] != (plan.Member{Role: plan.Leader, Name: "A"}) {
		t.Errorf("%+v", terms.Teams)
	}
}

func TestPlanFaults(t *testing.T) {
	for _, c := range []struct{ old, new, want string }{
		{"start: 2026-03-02", "start: 2026-02-30", `[S621] spotcheck.yaml: 7:10: tanggal "2026-02-30" tidak sah`},
		{"  end: 2026-06-30\n", "", `[S606] spotcheck.yaml: 7:3: kunci "end" dalam plan wajib diisi`},
		{"{dinas: 3}", "{dinas: 0}", "[S608] spotcheck.yaml: 10:17: dinas: 0 hari; harus dari 1 sampai 60"},
		{"{dinas: 3}", "{dinas: dua}", "[S608]"},
		{"persiapan: 0", "persiapn: 0", `"persiapn" tidak dikenal dalam stages`},
		{"persiapan: 0", "lapangan: 0", `"lapangan" tidak dikenal dalam stages`},
		{"persiapan: 0", "persiapan: 251", "harus dari 0 sampai 250"},
		{"Ketua Tim", "Kepala Tim", `[S611] spotcheck.yaml: 16:18: peran "Kepala Tim" tidak dikenal`},
		{"libur.csv", "../libur.csv", "keluar dari folder putaran"},
		{"name: Tim Barat", "nama: Tim Barat", `"name" dalam teams wajib diisi`},
	} {
		r, problems := loadPlan(t, strings.Replace(planText, c.old, c.new, 1), "tanggal;nama\n")
		if r != nil || !strings.Contains(problems, c.want) {
			t.Errorf("%s: %s; want %s", c.new, problems, c.want)
		}
	}
	r, problems := loadPlan(t, "", "")
	if r == nil {
		t.Fatal(problems)
	}
	if _, bad := r.PlanTerms(); !strings.Contains(bad.Error(), "S801") {
		t.Error(bad)
	}
	for _, c := range []struct{ old, new, holidays, want string }{
		{"dinas: 3", "dinass: 3", "tanggal;nama\n", `[S611] spotcheck.yaml: 10:10: jenis unit "dinass" tidak ada dalam instrumen`},
		{"libur.csv", "tiada.csv", "", "[S101] tiada.csv"},
		{"", "", "tanggal;nama\n31/12/2026;x\n", "[S806] libur.csv: baris 2"},
	} {
		r, problems := loadPlan(t, strings.Replace(planText, c.old, c.new, 1), c.holidays)
		if r == nil {
			t.Fatal(problems)
		}
		if _, bad := r.PlanTerms(); !strings.Contains(bad.Error(), c.want) {
			t.Errorf("%v; want %s", bad, c.want)
		}
	}
}
