package plan

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"

	"spotcheck/assess/calendar"
)

func TestDefaultsAreWhole(t *testing.T) {
	days, stages := Defaults()
	for kind, n := range days {
		if n < 1 {
			t.Errorf("%s: %d days", kind, n)
		}
	}
	letters := map[string]bool{}
	for _, s := range stages {
		letters[s.Letter] = true
	}
	if len(days) < 10 || len(stages) != 6 || len(letters) != 6 || !slices.ContainsFunc(stages, func(s Stage) bool { return s.ID == Field }) {
		t.Error(days, stages)
	}
}

// Three weeks of desk work around visits, across Nyepi, Idul Fitri and Good Friday.
func TestPlan(t *testing.T) {
	p := planned(t, terms(2, unit("dinkes", "dinas"), unit("pkm-a", "puskesmas"), unit("pkm-b", "puskesmas"), unit("rs", "rsud")))
	var got []string
	for _, s := range p.Stages {
		got = append(got, fmt.Sprintf("%s %s..%s", s.Letter, p.Days[s.First], p.Days[s.Last]))
	}
	for _, v := range p.Visits {
		got = append(got, fmt.Sprintf("%d %s %s..%s", v.Team, v.Unit.ID, p.Days[v.First], p.Days[v.Last]))
	}
	want := []string{
		"P 2026-03-02..2026-03-06", "F 2026-03-09..2026-03-10", "I 2026-03-11..2026-03-31", "L 2026-04-01..2026-04-07", "O 2026-04-08..2026-04-14", "R 2026-04-15..2026-04-21",
		"0 pkm-b 2026-04-01..2026-04-01", "0 rs 2026-04-02..2026-04-07", // Good Friday and a weekend in between
		"1 dinkes 2026-04-01..2026-04-02", "1 pkm-a 2026-04-06..2026-04-06",
	}
	if !slices.Equal(got, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	if p.Needed != 7 || p.Length != 4 || p.Bound != 4 || !reflect.DeepEqual(p.Loads, []Load{{0, 2, 4}, {1, 2, 3}}) {
		t.Error(p.Needed, p.Length, p.Bound, p.Loads)
	}
}

// check holds a plan against every rule that makes one.
func check(t *testing.T, p *Plan) {
	t.Helper()
	for i, day := range p.Days {
		if !p.Terms.Calendar.Working(day) || day < p.Terms.Start || day > p.Terms.End || i > 0 && day <= p.Days[i-1] {
			t.Fatalf("%s is no working day of the period", day)
		}
	}
	next, field := 0, Span{}
	for _, s := range p.Stages {
		if s.First != next || s.Last < s.First-1 || s.ID != Field && s.Last-s.First+1 != s.Days {
			t.Fatalf("stage %+v does not follow on %d", s, next)
		}
		if next = s.Last + 1; s.ID == Field {
			field = s
		}
	}
	if next > len(p.Days) || p.Length != field.Last-field.First+1 || p.Length > p.Room {
		t.Fatalf("stages take %d of %d days", next, len(p.Days))
	}
	seen := map[string]int{}
	place := map[[2]int]string{} // team, day
	for _, v := range p.Visits {
		seen[v.Unit.ID]++
		if v.First < field.First || v.Last > field.Last || v.Length() != p.Terms.Days[v.Unit.Type] {
			t.Fatalf("visit %+v outside %+v", v, field)
		}
		for day := v.First; day <= v.Last; day++ {
			if other := place[[2]int{v.Team, day}]; other != "" {
				t.Fatalf("team %d is at %s and %s on %s", v.Team, other, v.Unit.ID, p.Days[day])
			}
			place[[2]int{v.Team, day}] = v.Unit.ID
		}
	}
	for _, l := range p.LeftOut {
		seen[l.Unit.ID]++
		if l.Needs <= l.Left || (l.Reason == TooLong) != (l.Needs > p.Room) || l.Reason == NotFound && p.Needed > p.Room*len(p.Terms.Teams) || p.Why(l) == "" {
			t.Fatalf("%+v with room %d, %d needed", l, p.Room, p.Needed)
		}
	}
	for _, u := range p.Terms.Units {
		if seen[u.ID] != 1 {
			t.Fatalf("%s has %d places", u.ID, seen[u.ID])
		}
	}
	if len(seen) != len(p.Terms.Units) || len(p.LeftOut) == 0 && p.Length < p.Bound {
		t.Fatalf("%d of %d units, %d days, bound %d", len(seen), len(p.Terms.Units), p.Length, p.Bound)
	}
}

func TestPlansKeepTheRules(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	plans, out := 0, 0
	for range 800 {
		tm := random(r)
		p, problems := New(tm)
		if p == nil {
			if problems.Errors() == 0 {
				t.Fatal("no plan and no error")
			}
			continue
		}
		plans++
		out += len(p.LeftOut)
		check(t, p)
		r.Shuffle(len(tm.Units), func(i, j int) { tm.Units[i], tm.Units[j] = tm.Units[j], tm.Units[i] })
		if again := planned(t, tm); !reflect.DeepEqual(again.Visits, p.Visits) || !reflect.DeepEqual(again.LeftOut, p.LeftOut) {
			t.Fatal("the order of the units changes the plan")
		}
	}
	if plans < 250 || out < 250 {
		t.Fatalf("%d plans, %d units left out", plans, out)
	}
}

// Every fault is told with the place and the words that name it.
func TestFaults(t *testing.T) {
	for name, c := range map[string]struct {
		change func(*Terms)
		want   string
	}{
		"end before start": {func(t *Terms) { t.End = "2026-03-01" }, "[S802] spotcheck.yaml: 11:8: rencana berakhir 1 Maret 2026, sebelum mulai 2 Maret 2026"},
		"no day":           {func(t *Terms) { t.Start = "2026-02-30" }, `[S802] spotcheck.yaml: 9:1: tanggal "2026-02-30" tidak ada`},
		"no days left":     {func(t *Terms) { t.End = "2026-04-15" }, "[S802] spotcheck.yaml: 11:8: dari 2 Maret 2026 sampai 15 April 2026 ada 27 hari kerja, sedangkan tahapan selain kunjungan memerlukan 27"},
		"too long":         {func(t *Terms) { t.End = "2028-12-31" }, "paling lama 520"},
		"ages":             {func(t *Terms) { t.End = "2999-12-31" }, "rencana mencakup 974 tahun"},
		"unknown holidays": {func(t *Terms) { t.End = "2027-02-01" }, "[S807] spotcheck.yaml: 9:1: hari libur 2027"},
		"no team":          {func(t *Terms) { t.Teams = nil }, "[S803] spotcheck.yaml: 9:1: belum ada tim"},
		"no leader":        {func(t *Terms) { t.Teams[0].Members = t.Teams[0].Members[3:] }, "[S803] Tim 1 belum mempunyai Ketua Tim"},
		"two leaders":      {func(t *Terms) { t.Teams[0].Members[3].Role = Leader }, "Tim 1 mempunyai 2 Ketua Tim"},
		"two places":       {func(t *Terms) { t.Teams[1].Members[3].Name = "Anggota 1" }, "Anggota 1 berkunjung bersama Tim 1 dan Tim 2"},
		"twice in one":     {func(t *Terms) { t.Teams[1].Members[3].Name = "Ketua 2" }, "Ketua 2 tercantum dua kali dalam Tim 2"},
		"one name":         {func(t *Terms) { t.Teams[1].Name = "Tim 1" }, `nama tim "Tim 1" dipakai dua kali`},
		"unknown type":     {func(t *Terms) { t.Units[0].Type = "balai" }, `[S804] unit a berjenis "balai"`},
		"left out":         {func(t *Terms) { t.Days["dinas"] = 99 }, "[S805] Unit a (a) tidak terjadwal: perlu 99 hari kerja, seluruh masa kunjungan hanya 27"},
		"crowded": {func(t *Terms) { t.End, t.Days["puskesmas"] = "2026-04-16", 2 },
			"[S805] Unit a (a) tidak terjadwal: perlu 2 hari kerja, seluruh masa kunjungan hanya 1"},
	} {
		tm := terms(2, unit("a", "dinas"), unit("b", "puskesmas"))
		c.change(&tm)
		_, problems := New(tm)
		if !strings.Contains(problems.Error(), c.want) {
			t.Errorf("%s: %v; want %q", name, problems, c.want)
		}
	}
	p, problems := New(terms(2, unit("a", "dinas"), unit("b", "puskesmas")))
	if p == nil || len(problems) > 0 {
		t.Error(problems)
	}
}

// Who leads from the office may lead several teams.
func TestLeadersOfSeveralTeams(t *testing.T) {
	tm := terms(3, unit("a", "dinas"))
	if p, problems := New(tm); p == nil || len(problems) > 0 || tm.Teams[0].Visitors() != 2 || !slices.Equal(tm.Teams[0].Named(Controller), []string{"Irban"}) {
		t.Error(problems)
	}
}

func BenchmarkNew(b *testing.B) {
	tm := terms(5)
	tm.End = "2026-12-31"
	tm.Calendar = calendar.New(nil)
	for i := range 200 {
		tm.Units = append(tm.Units, unit(fmt.Sprintf("u%03d", i), []string{"dinas", "puskesmas", "rsud"}[i%3]))
	}
	for b.Loop() {
		if p, _ := New(tm); p == nil {
			b.Fatal("no plan")
		}
	}
}
