package sample

import (
	"bytes"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

func stratum(kind string, risk Risk, cost int, units string) Stratum {
	return Stratum{Type: kind, Risk: risk, Cost: cost, Units: strings.Split(units, "")}
}

func TestAllocate(t *testing.T) {
	list := []Stratum{
		stratum("dinas", Inflated, 4, "ab"), stratum("dinas", Unvisited, 4, "cdefgh"), stratum("puskesmas", Borderline, 2, "ij"), stratum("puskesmas", Unvisited, 2, "klmnop"),
	}
	for budget, want := range map[int][]int{
		1: {0, 0, 0, 0}, 2: {0, 0, 1, 0}, 4: {1, 0, 0, 0}, 6: {1, 0, 1, 0}, // by risk, while it lasts
		8: {1, 0, 1, 1}, 10: {1, 1, 1, 0}, 12: {1, 1, 1, 1}, // then the larger
		16: {1, 2, 1, 1}, 20: {1, 2, 1, 3}, 24: {1, 3, 1, 3}, 1000: {2, 6, 2, 6},
	} {
		if got := allocate(list, budget); !slices.Equal(got, want) {
			t.Errorf("%d person-days: %v, want %v", budget, got, want)
		}
	}
}

// No budget is overdrawn, nobody is visited twice, nothing affordable is left undone in
// a stratum that has a sample, and every stratum has one where the budget does for all.
func TestAllocationsKeepTheRules(t *testing.T) {
	r := rand.New(rand.NewPCG(21, 22))
	for range 2000 {
		var list []Stratum
		first, most := 0, 1
		for range 1 + r.IntN(6) {
			s := stratum("x", Risks[r.IntN(len(Risks))], 1+r.IntN(5), "abcdefgh"[:1+r.IntN(8)])
			list = append(list, s)
			first, most = first+s.Cost, most+s.Cost*len(s.Units)
		}
		budget := r.IntN(most + 5)
		spent, take := 0, allocate(list, budget)
		for i, s := range list {
			spent += take[i] * s.Cost
		}
		for i, s := range list {
			if take[i] < 0 || take[i] > len(s.Units) || take[i] > 0 && take[i] < len(s.Units) && s.Cost <= budget-spent || budget >= first && take[i] == 0 {
				t.Fatalf("%d person-days over %v: %v", budget, list, take)
			}
		}
		if spent > budget {
			t.Fatalf("%d of %d person-days", spent, budget)
		}
	}
}

func TestNewAndKeep(t *testing.T) {
	s := scene(t)
	members, outside := Population(s.found, s.claim, s.rules)
	if len(outside) != 1 || outside[0].Unit.ID != "silent" {
		t.Fatal(outside)
	}
	terms := Terms{Seed: "uji", Days: 9, Persons: 2, Visit: map[string]int{"dinas": 1, "rsud": 1}}
	d, err := New(members, terms)
	if err != nil {
		t.Fatal(err)
	}
	again, _ := New(members, terms)
	var kept, twice bytes.Buffer
	if d.Write(&kept, &s.found.Input) != nil || again.Write(&twice, &s.found.Input) != nil || !bytes.Equal(kept.Bytes(), twice.Bytes()) {
		t.Fatal("equal terms give two designs")
	}
	back, err := Read("sampel.json", kept.Bytes(), &s.found.Input)
	if err != nil || back.Size() != 4 || back.Spent() != 8 || back.Population() != len(members) || back.Size() != d.Size() {
		t.Fatal(err, back)
	}
	chosen, other := "", ""
	for _, s := range d.Strata {
		for _, id := range s.Units {
			switch {
			case s.Take == 0 || s.Take == len(s.Units):
			case d.Chose(id):
				chosen = id
			case d.StratumOf(chosen) == d.StratumOf(id):
				other = id
			}
		}
	}
	text := kept.String()
	for name, bad := range map[string]string{
		"another chosen": strings.Replace(text, `"chosen": [
    "`+chosen, `"chosen": [
    "`+other, 1),
		"another seed":     strings.Replace(text, `"seed": "uji"`, `"seed": "ujj"`, 1),
		"another round":    strings.Replace(text, `"period": "2026"`, `"period": "2027"`, 1),
		"another schema":   strings.Replace(text, "sample/v1", "sample/v2", 1),
		"other instrument": strings.Replace(text, "sha256:", "sha256:0", 1),
		"an unknown unit":  strings.ReplaceAll(text, `"`+chosen+`"`, `"zzz"`),
		"another key":      strings.Replace(text, `"seed"`, `"sead"`, 1),
		"cut":              text[:len(text)/2],
		"two":              text + text,
		"nothing":          "",
	} {
		if bad == text {
			t.Fatalf("%s: nothing was changed (%s, %s)\n%s", name, chosen, other, text)
		}
		if _, err := Read("sampel.json", []byte(bad), &s.found.Input); err == nil || !strings.Contains(err.Error(), "[S809] sampel.json") {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestNobodyToVisit(t *testing.T) {
	s := scene(t)
	members, _ := Population(s.found, s.claim, s.rules)
	visit := map[string]int{"dinas": 2, "rsud": 1}
	for _, c := range []struct {
		members []Member
		terms   Terms
		want    string
	}{
		{nil, Terms{Days: 5, Persons: 2, Visit: visit}, "[S808] belum ada unit"},
		{members, Terms{Days: 1, Persons: 2, Visit: visit}, "[S808] 1 orang-hari tidak cukup untuk satu kunjungan; yang paling singkat memerlukan 2"},
		{members, Terms{Days: 9, Persons: 2, Visit: map[string]int{"dinas": 2}}, "[S804] unit"},
	} {
		if _, err := New(c.members, c.terms); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%v; want %s", err, c.want)
		}
	}
}
