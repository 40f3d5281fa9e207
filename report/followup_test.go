package report_test

import (
	"math/big"
	"strings"
	"testing"

	"spotcheck/assess"
	"spotcheck/assess/action"
	"spotcheck/assess/action/tracking"
	"spotcheck/assess/gap"
	"spotcheck/indicators"
	"spotcheck/indicators/library"
	"spotcheck/indicators/problem"
	"spotcheck/report"
)

// followed is the report on a plan of which the first rows were filled in as given.
func followed(in *report.Input, asOf string, entries ...action.Entry) (*tracking.Standing, *report.Document) {
	p := in.ActionPlan()
	filled := &action.Filled{}
	for i, e := range entries {
		e.Key = p.Items[i].Key
		filled.Entries = append(filled.Entries, e)
	}
	s := tracking.New(in.Map.Result, p, filled, asOf)
	return s, in.FollowUp(s, problem.List{problem.New(problem.ActionConflict, problem.Place{File: "a.xlsx"}, "uji")}, true)
}

func wordsOf(d *report.Document) string {
	var b strings.Builder
	eachText(d, func(s string) { b.WriteString(s + "\n") })
	return b.String()
}

func TestFollowUpSays(t *testing.T) {
	in := input(t, units(2), worst)
	s, d := followed(in, "2027-06-30", action.Entry{Status: action.Fulfilled, Accepted: action.Accepted}, action.Entry{Accepted: action.Accepted, Owner: "Siti"},
		action.Entry{Accepted: action.Declined}, action.Entry{Status: action.Impossible, Report: "Kewenangan provinsi"})
	text := wordsOf(d)
	for _, want := range []string{
		"1 Sesuai, 0 Belum sesuai", "1 Tidak dapat ditindaklanjuti; 1 tidak diterima", "Lewat tenggat per 30 Juni 2027", "perkiraan",
		"Menurut penanggung jawab yang disebut", "Siti", "1 isian atau berkas rencana aksi ditolak", "S818", "Yang sudah Sesuai diperkirakan mengembalikan " + report.Num(s.All.Gained, 2) + " poin",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("the report does not say %q", want)
		}
	}
	if _, d := followed(in, ""); !strings.Contains(wordsOf(d), "tanggal acuannya tidak diketahui") {
		t.Error("without a day the report does not say why nothing is overdue")
	}
	if _, d := followed(in, "2026-09-30"); !strings.Contains(wordsOf(d), "Per 30 September 2026 tidak ada rencana aksi yang lewat tenggat") {
		t.Error("nothing overdue is not said")
	}
}

// The plan has a row for every gap of units that answered, and one for each of the
// whole government's; its points and the score make the best score.
func TestActionPlanHoldsEveryGap(t *testing.T) {
	for _, id := range []string{"uu25-2009", "opini-2025", "opini-2026"} {
		inst, list := library.Load(id)
		if inst == nil {
			t.Fatal(list)
		}
		for seed := range uint64(5) {
			in := inputOf(t, inst, units(3), random(seed))
			p := in.ActionPlan()
			sum, seen := new(big.Rat).Set(in.Map.Result.Entity.Exact), map[action.Key]bool{}
			for _, i := range p.Items {
				if seen[i.Key] || i.Criteria == "" || i.Remedy == "" || i.Role == "" || i.Effort == "" || i.Due == "" || i.Condition == "" {
					t.Fatalf("%s seed %d: %+v", id, seed, i)
				}
				if whole := i.Unit == action.WholeGovernment; whole != (inst.Node(i.Indicator).Scope == indicators.PerEntity) || whole != (i.Lost == nil) {
					t.Fatalf("%s: %+v", id, i)
				}
				seen[i.Key] = true
				sum.Add(sum, i.EntityLost)
			}
			if sum.Cmp(inst.Result.Max) != 0 {
				t.Errorf("%s seed %d: points and score make %s", id, seed, sum)
			}
		}
	}
}

// What is open is carried with its history, what has closed is listed, and a promise
// stays one.
func TestCarry(t *testing.T) {
	old := input(t, units(2), worst)
	p := old.ActionPlan()
	first, second, third := p.Items[0], p.Items[1], p.Items[2]
	s, _ := followed(old, "2027-01-01",
		action.Entry{Status: action.Partly, Accepted: action.Accepted, Owner: "Siti", Date: "2026-12-01", Report: "SK disusun"},
		action.Entry{Status: action.Fulfilled, Date: "2026-12-01"}, action.Entry{Accepted: action.Accepted})
	now := input(t, units(2), func(u assess.Unit, n *indicators.Node) *assess.Answer {
		if u.ID == third.Unit && n.ID == third.Indicator {
			return best(u, n)
		}
		return worst(u, n)
	})
	plan := now.ActionPlan()
	now.Carry(plan, s)
	if i := plan.Find(first.Key); i.Owner != "Siti" || i.Accepted != action.Accepted || !strings.HasPrefix(i.History, "Dibawa dari periode 2026: Belum sesuai, 1 Desember 2026, tenggat ") {
		t.Errorf("%+v", i)
	}
	if i := plan.Find(second.Key); i.Accepted != "" || !strings.Contains(i.History, "menemukan kesenjangannya lagi") {
		t.Errorf("%+v", i)
	}
	if plan.Find(third.Key) != nil {
		t.Error("a gap that has closed is in the plan")
	}
	states := map[action.Key]string{}
	for _, o := range plan.Past {
		states[o.Item.Key] = o.Now
	}
	if len(states) != len(p.Items) || states[third.Key] != "kesenjangan sudah tertutup" || !strings.HasPrefix(states[first.Key], "masih terbuka") {
		t.Errorf("%d %q %q", len(states), states[third.Key], states[first.Key])
	}
	silent := report.NewInput(old.Frame, gap.New(assess.ScoreRound(assess.Input{Instrument: instrument(t), Units: units(1)})), nil)
	plan = silent.ActionPlan()
	silent.Carry(plan, s)
	for _, o := range plan.Past {
		if o.Item.Unit == "unit-00" && !strings.Contains(o.Now, "unit belum menjawab") || o.Item.Unit == "unit-01" && !strings.Contains(o.Now, "tidak ada dalam daftar unit") {
			t.Errorf("%s: %s", o.Item.Key, o.Now)
		}
	}
}

// A due day is a working day, also where a holiday is in the way.
func TestDueDaysAreWorked(t *testing.T) {
	in := input(t, units(1), worst)
	for _, date := range []string{"2026-12-11", "2026-07-03", "2026-03-04"} {
		in.Frame.Date = date
		for _, i := range in.ActionPlan().Items {
			for _, off := range []string{"2026-12-25", "2027-01-01", "2026-08-17"} {
				if i.Due == off || i.Due <= date {
					t.Fatalf("%s: due %s", date, i.Due)
				}
			}
		}
	}
}
